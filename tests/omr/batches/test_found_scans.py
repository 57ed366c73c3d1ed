"""Which files of a folder are read, and which are named as left out."""

from pathlib import Path

import pytest

from omr.batches.found_scans import find_scans
from omr.errors import NothingToRead


def _put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def _names(folder: Path, files: tuple[Path, ...]) -> list[str]:
    return [str(file.relative_to(folder)) for file in files]


def test_that_files_are_found_once_each_and_in_the_order_people_number_them(tmp_path: Path) -> None:
    _put(tmp_path, "scan-10.jpg", "scan-9.JPG", "scan-1.tif")

    found = find_scans([tmp_path, tmp_path / "scan-9.JPG"])

    assert _names(tmp_path, found.files) == ["scan-1.tif", "scan-9.JPG", "scan-10.jpg"]


def test_that_files_of_other_kinds_are_counted_by_their_endings(tmp_path: Path) -> None:
    _put(tmp_path, "a.jpg", "b.HEIC", "c.heic", "pile.zip", "inner/d.docx", "without", "e.webp", "f.bmp")

    found = find_scans([tmp_path, tmp_path / "inner"])

    assert found.left_out == (("", 1), (".docx", 1), (".heic", 2), (".zip", 1))
    assert _names(tmp_path, found.files) == ["a.jpg", "e.webp", "f.bmp"]


def test_that_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    _put(tmp_path, "a.jpg", "b.dat")

    found = find_scans([tmp_path, tmp_path / "b.dat"])

    assert _names(tmp_path, found.files) == ["a.jpg", "b.dat"]
    assert found.left_out == ()


def test_that_what_systems_and_programs_leave_is_neither_read_nor_told(tmp_path: Path) -> None:
    _put(tmp_path, "a.jpg", "Thumbs.db", "desktop.ini", ".DS_Store", "._a.jpg", "~$a.pdf", ".trash/b.jpg", ".trash/c.x")

    found = find_scans([tmp_path])

    assert _names(tmp_path, found.files) == ["a.jpg"]
    assert found.left_out == ()


def test_that_a_folder_named_like_a_scan_is_kept_to_be_refused_unless_it_holds_some(tmp_path: Path) -> None:
    _put(tmp_path, "pile.tif/a.jpg", "a.jpg")
    (tmp_path / "empty.pdf").mkdir()

    assert _names(tmp_path, find_scans([tmp_path]).files) == ["a.jpg", "empty.pdf", "pile.tif/a.jpg"]


def test_that_a_folder_without_scans_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        find_scans([_put(tmp_path, "notes.txt", ".hidden.jpg")])
