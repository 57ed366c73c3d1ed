"""The chain of directories in a TIFF file, one for each page, followed as far as it leads."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class DirectoryChain:
    """What following the chain gave.

    Attributes:
        count: Directories found.
        is_whole: Whether the last of them says that it is the last; otherwise there are more that cannot be found.
    """

    count: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """How numbers are written: classic TIFF or BigTIFF, little or big end first."""

    first_at: int
    count: struct.Struct
    entry_bytes: int
    offset: struct.Struct


def follow_directories(path: Path, most: int) -> DirectoryChain:
    """Count the directories of a TIFF file; stops when there are more than ``most``.

    Image libraries load every directory for that and compare each with all before, which takes ever longer.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        kind = _kind_of(file.read(4))
        file.seek(kind.first_at)
        at, seen = _number(file, kind.offset), set[int]()
        while at:
            following = None if at in seen else _following(file, at, kind)
            if following is None:
                return DirectoryChain(len(seen), is_whole=False)
            seen.add(at)
            if len(seen) > most:
                break
            at = following
    return DirectoryChain(len(seen), is_whole=at is not None)


def _kind_of(head: bytes) -> _Kind:
    end = "<" if head.startswith(b"II") else ">"
    if b"+" in head:
        return _Kind(8, struct.Struct(end + "Q"), 20, struct.Struct(end + "Q"))
    return _Kind(4, struct.Struct(end + "H"), 12, struct.Struct(end + "I"))


def _following(file: BinaryIO, at: int, kind: _Kind) -> int | None:
    """Return where the directory after one is, 0 after the last; None if there is no directory at that place."""
    try:
        file.seek(at)
        entries = _number(file, kind.count)
        if not entries:
            return None
        file.seek(entries * kind.entry_bytes, 1)
    except (OverflowError, OSError):  # a place beyond any file
        return None
    return _number(file, kind.offset)


def _number(file: BinaryIO, form: struct.Struct) -> int | None:
    data = file.read(form.size)
    return int(form.unpack(data)[0]) if len(data) == form.size else None
