"""Files are called by their name, and by the folders before it only where names repeat."""

from pathlib import Path

import pytest

from omr.batches.file_names import last_name, name_files
from omr.batches.intake import Intake, OpenBatch
from omr.batches.order import BatchOrder
from omr.settings import ReadingConditions, ReadingSettings


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["/s/a/1.jpg", "/s/b/2.jpg"], ["1.jpg", "2.jpg"]),
        (["/s/a/1.jpg", "/s/b/1.jpg", "/s/b/2.jpg"], ["a/1.jpg", "b/1.jpg", "2.jpg"]),
        (["/s/a/1.jpg", "/s/b/1.JPG"], ["a/1.jpg", "b/1.JPG"]),
        (["/x/a/1.jpg", "/y/a/1.jpg", "/y/b/1.jpg"], ["x/a/1.jpg", "y/a/1.jpg", "y/b/1.jpg"]),
        (["/s/a/1.jpg", "/s/a/1.jpg"], ["1.jpg", "1.jpg"]),
        (["/s/1.jpg", "/s/a/1.jpg"], ["s/1.jpg", "a/1.jpg"]),
    ],
)
def test_that_folders_stand_before_a_name_only_where_it_repeats(files, names):
    found = name_files(map(Path, files))

    assert [found[Path(file)] for file in files] == names
    assert [last_name(name) for name in names] == [Path(file).name for file in files]


def _take_in(survey, files):
    batch = OpenBatch(survey.store.batches, ReadingConditions(ReadingSettings(5e-5), "1.2"))
    list(Intake(survey, BatchOrder(), batch).take_in(files))
    return [each.name for each in survey.store.deliveries.all()]


def test_that_files_read_again_are_known_whichever_folders_are_named_with_them(survey, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.jpg").write_bytes(folder.encode() * 100)
    files = [tmp_path / "a" / "1.jpg", tmp_path / "b" / "1.jpg"]

    assert _take_in(survey, files[:1]) == ["1.jpg"]
    assert _take_in(survey, files) == ["1.jpg", "b/1.jpg"]
    assert _take_in(survey, files[1:]) == ["1.jpg", "b/1.jpg"]


def test_that_a_file_that_was_not_there_becomes_that_of_its_own_folder(survey, tmp_path):
    files = [tmp_path / folder / "1.jpg" for folder in ("a", "b")]
    _take_in(survey, files)
    files[1].parent.mkdir()
    files[1].write_bytes(b"b" * 100)

    assert _take_in(survey, files) == ["a/1.jpg", "b/1.jpg"]
    assert [each.content_hash is None for each in survey.store.deliveries.all()] == [True, False]
