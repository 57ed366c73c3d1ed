"""Copies of delivered files: whole or absent, and blamed on the right place when they fail."""

import errno
import hashlib
from pathlib import Path

import pytest

from omr.batches.kept_scans import content_hash_of, copied, remove_unfinished
from omr.errors import DiskFull, FolderNotWritable

_DATA = bytes(range(256)) * 10_000  # more than two portions


@pytest.fixture
def delivered(tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(_DATA)
    return file


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "survey" / "scans"
    folder.mkdir(parents=True)
    return folder


def test_that_a_copy_holds_what_was_delivered_under_the_name_it_was_given(delivered, kept):
    with copied(delivered, kept) as copy:
        copy.keep_as(kept / "kept.pdf")

    assert copy.content_hash == hashlib.sha256(_DATA).hexdigest() == content_hash_of(delivered)
    assert copy.size == len(_DATA)
    assert (kept / "kept.pdf").read_bytes() == _DATA
    assert [file.name for file in kept.iterdir()] == ["kept.pdf"]


def test_that_a_copy_without_a_name_does_not_stay(delivered, kept):
    with copied(delivered, kept):
        pass

    assert list(kept.iterdir()) == []


def test_that_what_is_kept_already_is_not_written_again(delivered, kept):
    (kept / "kept.pdf").write_bytes(b"earlier")

    with copied(delivered, kept) as copy:
        copy.keep_as(kept / "kept.pdf")

    assert (kept / "kept.pdf").read_bytes() == b"earlier"
    assert [file.name for file in kept.iterdir()] == ["kept.pdf"]


def test_that_a_delivered_file_that_cannot_be_read_is_not_blamed_on_the_survey(tmp_path, kept):
    with pytest.raises(FileNotFoundError), copied(tmp_path / "nowhere.pdf", kept):
        pass

    assert list(kept.iterdir()) == []


def test_that_a_survey_folder_that_is_gone_is_not_blamed_on_the_file(delivered, tmp_path):
    with pytest.raises(FolderNotWritable), copied(delivered, tmp_path / "gone"):
        pass


def test_that_a_full_disk_leaves_no_part_of_a_copy(delivered, kept, monkeypatch):
    real_open = Path.open

    def open_full(path, *arguments, **options):
        file = real_open(path, *arguments, **options)
        return _Full(file) if path.parent == kept else file

    monkeypatch.setattr(Path, "open", open_full)

    with pytest.raises(DiskFull) as caught, copied(delivered, kept):
        pass

    assert caught.value.folder == kept.parent
    assert list(kept.iterdir()) == []


def test_that_only_unfinished_copies_are_cleared_away(kept):
    for name in (".0a1b.part", "kept.pdf", "notes.part"):
        (kept / name).write_bytes(b"x")

    remove_unfinished(kept)

    assert sorted(file.name for file in kept.iterdir()) == ["kept.pdf", "notes.part"]


class _Full:
    """A file on a disk that takes one portion and no more."""

    def __init__(self, file):
        self._file = file
        self._portions = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def write(self, data):
        self._portions += 1
        if self._portions > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(data)

    def flush(self):
        self._file.flush()
