"""What is looked for in a watched folder, and what is left alone."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from omr.batches.watching.listing import list_scans
from omr.batches.watching.moving_aside import ASIDE_FOLDER

_posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links as only POSIX has them")


def _put(folder, *names, content=b"x"):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in list_scans(folder).files)


def test_that_scans_are_found_in_folders_too_and_nothing_else(tmp_path):
    _put(tmp_path, "a.PDF", "Xã Võ Cường/b.tif", "Thumbs.db", "notes.txt")

    assert _names(tmp_path) == ["Xã Võ Cường/b.tif", "a.PDF"]


def test_that_names_which_will_not_stay_are_left_alone_until_they_are_renamed(tmp_path):
    passing = (".a.pdf", "~$a.pdf", "a.pdf.tmp", "a.pdf.part", "a.tmp.pdf", "a.PART.jpg", ".locks/a.pdf")
    _put(tmp_path, *passing)
    _put(tmp_path, "empty.pdf", content=b"")
    assert _names(tmp_path) == []

    (tmp_path / "a.pdf.part").rename(tmp_path / "a.pdf")
    assert _names(tmp_path) == ["a.pdf"]


def test_that_what_was_moved_aside_is_not_found_again(tmp_path):
    _put(tmp_path, f"{ASIDE_FOLDER}/a.pdf", f"unit/{ASIDE_FOLDER}/b.pdf")

    assert _names(tmp_path) == [], "nor what was, when a folder in this one was watched"


def test_that_another_survey_in_the_folder_is_left_alone(tmp_path):
    _put(tmp_path, "đợt 2020/survey.toml", "đợt 2020/scans/a.jpg", "đợt 2021/a.jpg")

    assert _names(tmp_path) == ["đợt 2021/a.jpg"]


@_posix
def test_that_links_going_round_or_nowhere_and_pipes_are_passed_over(tmp_path):
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.pdf").symlink_to(tmp_path / "self.pdf")
    (tmp_path / "nowhere.pdf").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    _put(tmp_path, "folder.pdf/a.pdf")

    assert _names(tmp_path) == ["folder.pdf/a.pdf"]


@_posix
def test_that_names_of_any_bytes_and_both_normal_forms_are_files_of_their_own(tmp_path):
    odd = os.fsdecode(b"scan-\xff\n.pdf")
    _put(tmp_path, odd, *(unicodedata.normalize(form, "Xã.pdf") for form in ("NFC", "NFD")))

    assert len(list_scans(tmp_path).files) == 3


def test_that_a_folder_in_it_that_cannot_be_listed_is_named(tmp_path, monkeypatch):
    _put(tmp_path, "closed/a.pdf", "b.pdf")
    scandir = os.scandir

    def refusing(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)

    listing = list_scans(tmp_path)
    assert (list(listing.files), listing.closed) == ([tmp_path / "b.pdf"], (tmp_path / "closed",))


def test_that_a_folder_that_is_not_there_is_no_empty_one(tmp_path):
    with pytest.raises(FileNotFoundError):
        list_scans(tmp_path / "gone")
