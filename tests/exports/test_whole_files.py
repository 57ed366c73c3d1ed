"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from exports.errors import ExportFailed
from exports.whole_files import replacing


def _write_half(path: Path) -> None:
    path.write_text("half")
    raise ZeroDivisionError


def test_that_the_file_is_not_seen_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    with replacing(path) as part:
        part.write_text("one")
        assert not path.exists()

    assert path.read_text() == "one"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_that_an_error_keeps_the_earlier_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    with pytest.raises(ZeroDivisionError), replacing(path) as part:
        _write_half(part)

    assert path.read_text() == "earlier"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_that_a_folder_which_is_not_there_is_told_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.csv"

    with pytest.raises(ExportFailed) as raised, replacing(path) as part:
        part.write_text("x")

    assert raised.value.path == path
    assert raised.value.fact == "No such file or directory"
