"""Copies of delivered files in the survey: each is whole or absent, whenever the program dies.

Files are copied in portions, so that a scanned PDF of two gigabytes needs no more memory than a page.
"""

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from omr.errors import DiskFull, FolderNotWritable

_PORTION = 1 << 20


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

    def keep_as(self, target: Path) -> None:
        """Give the copy its name, in the same folder, unless that content is kept already.

        Raises:
            FolderNotWritable: That cannot be done.
        """
        with _writing_to(target.parent):
            if not target.exists():
                self.unnamed.replace(target)


def content_hash_of(file: Path) -> str:
    """Return the SHA-256 of what a file holds, in hexadecimal digits.

    Raises:
        OSError: It cannot be read.
    """
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


@contextmanager
def copied(file: Path, folder: Path) -> Iterator[ScanCopy]:
    """Copy a file into ``folder``, where it is gone afterwards unless it was given its name.

    Raises:
        OSError: The file cannot be read.
        DiskFull: The disk of ``folder`` is full.
        FolderNotWritable: The copy cannot be written for another reason.
    """
    unnamed = folder / f".{uuid4().hex}.part"
    try:
        yield _copy(file, unnamed)
    finally:
        with suppress(OSError):  # what cannot be removed now is cleared away before the next batch
            unnamed.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Clear away what a killed run was copying; one program writes to a survey at a time."""
    for leftover in folder.glob(".*.part"):
        leftover.unlink(missing_ok=True)


def _copy(file: Path, unnamed: Path) -> ScanCopy:
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as source:
        with _writing_to(unnamed.parent):
            copy = unnamed.open("xb")
        with copy:
            while portion := source.read(_PORTION):
                digest.update(portion)
                size += len(portion)
                with _writing_to(unnamed.parent):
                    copy.write(portion)
            with _writing_to(unnamed.parent):
                copy.flush()
    return ScanCopy(digest.hexdigest(), size, unnamed)


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    """Say what is wrong with the survey's own folder, so that an ``OSError`` is one of the delivered file."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(folder.parent) from error
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
