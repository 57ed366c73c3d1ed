"""What a watched folder tells whoever reads its scans: values that go from the one thread to the other."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from omr.batches.watching.listing import FileFacts
from omr.results import Reason


@dataclass(frozen=True, slots=True)
class ArrivedFile:
    """A file that has arrived, and lies in the survey's folder to be read.

    Attributes:
        source: Where it lies in the watched folder.
        facts: As it was when it was copied.
        copy: The copy; its folder is called like that of ``source``.
        content_hash: Of what it holds.
        unit: Code of the unit that its folder is named after; empty if folders name none.
    """

    source: Path
    facts: FileFacts
    copy: Path
    content_hash: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FilesArrived:
    """Files are there to be read, in order."""

    files: tuple[ArrivedFile, ...]


@dataclass(frozen=True, slots=True)
class WatchBegan:
    """The folder was looked at for the first time.

    Attributes:
        found: Files that are there to be read.
        known: Files that were read when it was watched before.
    """

    found: int
    known: int


@dataclass(frozen=True, slots=True)
class FolderAway:
    """The folder cannot be looked at; it is tried again."""

    fact: str


@dataclass(frozen=True, slots=True)
class FolderBack:
    """The folder is there again."""


@dataclass(frozen=True, slots=True)
class FolderClosed:
    """A folder in the watched one may not be looked into."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnfinished:
    """A file rests, but does not open; it is given time, as its end may be yet to come."""

    name: str
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class FileSetAside:
    """A file that cannot be read was moved aside.

    Attributes:
        name: Of the file.
        reason: Why it cannot be read.
        detail: The fact behind it.
        place: Where it is now.
        has_note: Whether the note beside it could be written.
    """

    name: str
    reason: Reason
    detail: str
    place: Path
    has_note: bool


@dataclass(frozen=True, slots=True)
class FileStuck:
    """A file that cannot be read could not be moved aside either; it stays where it is, and the move is tried again."""

    name: str
    reason: Reason
    detail: str
    fact: str


@dataclass(frozen=True, slots=True)
class FileClosed:
    """A file cannot be copied; it is tried again."""

    name: str
    fact: str


@dataclass(frozen=True, slots=True)
class FolderUnmatched:
    """A folder is named after no unit, or could be after several: its files wait until it is called otherwise."""

    name: str


@dataclass(frozen=True, slots=True)
class WatchHindered:
    """Something of this computer is in the way, such as a full disk; it is tried again."""

    error: Exception


@dataclass(frozen=True, slots=True)
class WatchEnded:
    """The folder is not watched any more; ``error`` says why."""

    error: Exception


News: TypeAlias = (
    FilesArrived
    | WatchBegan
    | FolderAway
    | FolderBack
    | FolderClosed
    | FileUnfinished
    | FileSetAside
    | FileStuck
    | FileClosed
    | FolderUnmatched
    | WatchHindered
    | WatchEnded
)
