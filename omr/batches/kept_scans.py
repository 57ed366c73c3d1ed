"""Copies of delivered files in the survey: each is whole or absent, whenever the program dies or the power fails.

A copy is named after the hash of what was delivered, and is compared with that before anybody relies on it: disks fail,
and people open and save what they find. Files are copied in portions, so that a scanned PDF of two gigabytes needs no
more memory than a page.
"""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from form_templates.facts import system_fact
from omr.errors import DiskFull, FolderNotWritable
from omr.whole_files import is_full, name_for_damaged, put_to_disk

_PORTION = 1 << 20
_HASH = re.compile(r"[0-9a-f]{64}")
_REMEMBERED = 4096  # kept scans that were compared; a worker reads one after the other, a window shows a few


class StillBeingWritten(OSError):
    """A file changed while it was read: it grows, or its end has not come yet."""

    def __init__(self) -> None:
        super().__init__(errno.EBUSY, "it is still being written")


@dataclass(frozen=True, slots=True)
class ScanCopy:
    """A finished copy that has no name yet.

    Attributes:
        content_hash: SHA-256 of what the file holds, in hexadecimal digits.
        size: Of the file, bytes.
        unnamed: Where the copy is for now.
    """

    content_hash: str
    size: int
    unnamed: Path

    def keep_as(self, target: Path) -> bool:
        """Give the copy its name, in the same folder, unless that content is kept already; returns whether it did.

        It is on the disk for good then, and not only in the memory that a power cut empties. What has the name and is
        not that content any more gives way; a folder, which may hold something, is moved aside.

        Raises:
            FolderNotWritable: That cannot be done.
        """
        if is_whole(target, self.content_hash, self.size):
            return False
        with _writing_to(target.parent):
            if target.is_dir() and not target.is_symlink():
                target.rename(name_for_damaged(target))
            self.unnamed.replace(target)
            put_to_disk(target.parent)
        return True


def content_hash_of(file: Path) -> str:
    """Return the SHA-256 of what a file holds, in hexadecimal digits.

    Raises:
        StillBeingWritten: It changed meanwhile.
        OSError: It cannot be read, or is no file.
    """
    digest = hashlib.sha256()
    with _opened(file) as source:
        for portion in _portions(source):
            digest.update(portion)
    return digest.hexdigest()


def holds(kept: Path, content_hash: str) -> bool:
    """Whether a kept scan is there and holds that content; it is read from end to end."""
    try:
        return content_hash_of(kept) == content_hash
    except OSError:
        return False


def is_whole(kept: Path, content_hash: str, size: int) -> bool:
    """Whether a kept scan is there and holds what was delivered; the size tells most that do not, at no cost."""
    try:
        return kept.stat().st_size == size and holds(kept, content_hash)
    except OSError:
        return False


def is_as_delivered(kept: Path, proven_ns: int = 0) -> bool:
    """Whether a kept scan holds what its name says; asked again of a file that did not change, it need not look.

    A file that is not named after a hash is none of the survey's copies: there is nothing to compare it with.

    Args:
        kept: The scan.
        proven_ns: When it was last written, as ``written_ns`` told when it was compared; 0 if it was not.
    """
    if not _HASH.fullmatch(kept.stem):
        return True
    try:
        facts = kept.stat()
        if facts.st_mtime_ns == proven_ns:
            return True
        return _holds_what_its_name_says(kept, facts.st_size, facts.st_mtime_ns, facts.st_ino)
    except OSError:
        return False


def written_ns(kept: Path) -> int:
    """Return when a kept scan was last written, in nanoseconds; 0 if it is not there."""
    try:
        return kept.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(_REMEMBERED)
def _holds_what_its_name_says(kept: Path, _size: int, _modified_ns: int, _inode: int) -> bool:
    return content_hash_of(kept) == kept.stem


@contextmanager
def copied(file: Path, folder: Path, *, is_to_last: bool = True) -> Iterator[ScanCopy]:
    """Copy a file into ``folder``, where it is gone afterwards unless it was given its name.

    Args:
        file: To be copied.
        folder: Where the copy is made.
        is_to_last: Whether it is put to disk, so that a power cut leaves it whole.

    Raises:
        OSError: The file cannot be read.
        StillBeingWritten: It changed meanwhile.
        DiskFull: The disk of ``folder`` is full.
        FolderNotWritable: The copy cannot be written for another reason.
    """
    unnamed = folder / f".{uuid4().hex}.part"
    try:
        yield _copy(file, unnamed, is_to_last=is_to_last)
    finally:
        with suppress(OSError):  # what cannot be removed now is cleared away before the next batch
            unnamed.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Clear away what a killed run was copying; one program writes to a survey at a time."""
    for leftover in folder.glob(".*.part"):
        leftover.unlink(missing_ok=True)


def _copy(file: Path, unnamed: Path, *, is_to_last: bool) -> ScanCopy:
    digest, size = hashlib.sha256(), 0
    with _opened(file) as source:
        with _writing_to(unnamed.parent):
            copy = unnamed.open("xb")
        with copy:
            for portion in _portions(source):
                digest.update(portion)
                size += len(portion)
                with _writing_to(unnamed.parent):
                    copy.write(portion)
            with _writing_to(unnamed.parent):
                copy.flush()
                if is_to_last:
                    os.fsync(copy.fileno())
    return ScanCopy(digest.hexdigest(), size, unnamed)


def _opened(file: Path) -> BinaryIO:
    """Open a file to read; what is none is not touched: opening a pipe would wait for ever for somebody to write.

    Raises:
        OSError: It cannot be read, or is no file.
    """
    mode = file.stat().st_mode
    if not stat.S_ISREG(mode):
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(number, os.strerror(number), str(file))
    return file.open("rb")


def _portions(source: BinaryIO) -> Iterator[bytes]:
    """Read a file to the end that it had when this began: one that grows faster than it is read has no other.

    Raises:
        OSError: It cannot be read.
        StillBeingWritten: It is longer or shorter than it was, or was written to.
    """
    before, size = os.fstat(source.fileno()), 0
    while portion := source.read(_PORTION):
        size += len(portion)
        if size > before.st_size:
            raise StillBeingWritten
        yield portion
    after = os.fstat(source.fileno())
    if (size, after.st_size, after.st_mtime_ns) != (before.st_size, before.st_size, before.st_mtime_ns):
        raise StillBeingWritten


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    """Say what is wrong with the survey's own folder, so that an ``OSError`` is one of the delivered file."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise DiskFull(folder.parent) from error
        raise FolderNotWritable(folder, system_fact(error)) from error
