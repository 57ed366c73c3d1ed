"""What lies in a watched folder now: files named like scans, with what tells whether they are still being written."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omr.batches.watching.moving_aside import ASIDE_FOLDER
from omr.images.page_source import EXTENSIONS

_TEMPORARY = {".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload"}
_DEEPEST = 16  # folders below the watched one: links that a system does not own up to might go round
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What changes while a file is written.

    Attributes:
        size: Bytes.
        modified_ns: When it was written last by the clock of whoever wrote it, which may be wrong: it is compared with
            itself only.
    """

    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder.

    Attributes:
        files: Files named like scans, in no order.
        closed: Folders in it that may not be looked into.
    """

    files: Mapping[Path, FileFacts] = field(default_factory=dict)
    closed: tuple[Path, ...] = ()


def list_scans(folder: Path) -> Listing:
    """Return the scans in a folder and in those below it.

    Links to folders are not followed, for they may go round. Left alone is what others are about to rename (hidden
    files, ``~$...``, ``.tmp``, ``.part``), what is empty, what was moved aside, and the folders of other surveys.

    Raises:
        OSError: The folder is not there, or may not be looked into.
    """
    closed: list[Path] = []
    files = dict(_files_in(folder, folder, closed, _DEEPEST))
    return Listing(files, tuple(closed))


def _files_in(folder: Path, top: Path, closed: list[Path], depth: int) -> Iterator[tuple[Path, FileFacts]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not _is_passing(entry.name)]
    except OSError:
        if folder == top:
            raise
        closed.append(folder)
        return
    if folder != top and any(entry.name == "survey.toml" for entry in found):
        return  # another survey: what it keeps did not arrive
    for entry in found:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth and entry.name != ASIDE_FOLDER:
                    yield from _files_in(Path(entry.path), top, closed, depth - 1)
            elif (facts := _facts_of(entry)) is not None:
                yield Path(entry.path), facts
        except OSError:  # renamed or removed since, or a link that leads nowhere
            continue


def _facts_of(entry: "os.DirEntry[str]") -> FileFacts | None:
    """Return what is known of a file; None if it is no scan, or none yet."""
    if Path(entry.name).suffix.lower() not in EXTENSIONS:
        return None
    known = entry.stat()
    if not stat.S_ISREG(known.st_mode) or not known.st_size or getattr(known, "st_file_attributes", 0) & _HIDDEN:
        return None
    return FileFacts(known.st_size, known.st_mtime_ns)


def _is_passing(name: str) -> bool:
    """Whether a file has a name that it will not keep."""
    return name.startswith((".", "~$")) or bool(_TEMPORARY.intersection(map(str.lower, Path(name).suffixes)))
