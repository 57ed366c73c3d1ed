"""Copies of delivered files: whole or absent, and blamed on the right place when they fail."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from omr.batches import kept_scans
from omr.batches.kept_scans import StillBeingWritten, content_hash_of, copied, is_as_delivered, remove_unfinished
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
    (kept / "kept.pdf").write_bytes(_DATA)
    before = (kept / "kept.pdf").stat()

    with copied(delivered, kept) as copy:
        assert not copy.keep_as(kept / "kept.pdf")

    assert (kept / "kept.pdf").stat().st_ino == before.st_ino
    assert [file.name for file in kept.iterdir()] == ["kept.pdf"]


@pytest.mark.parametrize("damaged", [b"", _DATA[:-1], _DATA[:-1] + b"x"], ids=["emptied", "cut", "replaced"])
def test_that_a_copy_that_is_not_what_was_delivered_gives_way_to_one_that_is(delivered, kept, damaged):
    (kept / "kept.pdf").write_bytes(damaged)

    with copied(delivered, kept) as copy:
        assert copy.keep_as(kept / "kept.pdf")

    assert (kept / "kept.pdf").read_bytes() == _DATA


def test_that_a_copy_is_on_the_disk_before_it_has_its_name_and_its_name_before_anybody_is_told(
    delivered, kept, monkeypatch
):
    done = []
    real_sync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda opened: (done.append("sync"), real_sync(opened)))
    monkeypatch.setattr(Path, "replace", lambda self, target: (done.append("rename"), real_replace(self, target)))

    with copied(delivered, kept) as copy:
        copy.keep_as(kept / "kept.pdf")

    assert done == ["sync", "rename", "sync"]


def test_that_a_kept_scan_is_compared_with_its_name_again_only_when_it_changed(delivered, kept, monkeypatch):
    path = kept / f"{hashlib.sha256(_DATA).hexdigest()}.pdf"
    path.write_bytes(_DATA)
    looks = []
    real = kept_scans.content_hash_of
    monkeypatch.setattr(kept_scans, "content_hash_of", lambda file: (looks.append(file), real(file))[1])

    assert is_as_delivered(path)
    assert is_as_delivered(path)
    assert len(looks) == 1
    path.write_bytes(b"another picture")
    assert not is_as_delivered(path)
    path.unlink()
    assert not is_as_delivered(path)


def test_that_a_file_that_is_no_copy_of_the_survey_is_not_compared(delivered):
    assert is_as_delivered(delivered)


def test_that_a_delivered_file_that_cannot_be_read_is_not_blamed_on_the_survey(tmp_path, kept):
    with pytest.raises(FileNotFoundError), copied(tmp_path / "nowhere.pdf", kept):
        pass

    assert list(kept.iterdir()) == []


@pytest.mark.parametrize(
    "read", [lambda file, kept: copied(file, kept).__enter__(), lambda file, _: content_hash_of(file)]
)
def test_that_a_file_that_grows_without_end_is_read_no_further_than_it_went(delivered, kept, monkeypatch, read):
    portions = _while_it_is_read(monkeypatch, delivered, lambda data: data + b"x" * len(_DATA))

    with pytest.raises(StillBeingWritten):
        read(delivered, kept)

    assert sum(portions) < 2 * len(_DATA)
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("change", [lambda data: data[:100], lambda data: bytes(len(data))], ids=["cut", "overwritten"])
def test_that_a_file_that_changes_while_it_is_copied_is_still_being_written(delivered, kept, monkeypatch, change):
    _while_it_is_read(monkeypatch, delivered, change)

    with pytest.raises(StillBeingWritten), copied(delivered, kept):
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


def _while_it_is_read(monkeypatch, file, change):
    """Let another program rewrite a file whenever a portion of it was read; returns the sizes of the portions."""
    real_open, portions = Path.open, []

    def rewrite():
        with real_open(file, "r+b") as other:
            data = change(other.read())
            other.seek(0)
            other.write(data)
            other.truncate()

    def opened(path, *arguments, **options):
        source = real_open(path, *arguments, **options)
        return _Watched(source, rewrite, portions) if path == file else source

    monkeypatch.setattr(Path, "open", opened)
    return portions


class _Watched:
    """A file that tells of every portion that was read."""

    def __init__(self, file, tell, portions):
        self._file, self._tell, self._portions = file, tell, portions

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def fileno(self):
        return self._file.fileno()

    def read(self, size):
        portion = self._file.read(size)
        self._portions.append(len(portion))
        self._tell()
        return portion


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
