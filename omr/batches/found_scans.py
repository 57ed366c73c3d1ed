"""Named files and folders -> the scans among them, and what lies beside these and is left out."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from omr.errors import NothingToRead
from omr.images.page_source import EXTENSIONS

_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})  # nobody put them there
_HIDDEN = (".", "~$")  # beginnings of names: hidden, the companions that some systems write, and open documents


@dataclass(frozen=True, slots=True)
class FoundScans:
    """What is to be read.

    Attributes:
        files: In natural order, each once.
        left_out: Endings of files of folders that are named like no scan, "" for none, and how many files have each.
    """

    files: tuple[Path, ...]
    left_out: tuple[tuple[str, int], ...] = ()


def find_scans(paths: Sequence[Path]) -> FoundScans:
    """Find the files to read: named files as they are, folders searched for scans, in natural order, each once.

    Raises:
        NothingToRead: There is none.
    """
    found: dict[str, Path] = {}
    others: dict[str, str] = {}
    for path in paths:
        for file, is_scan in _files_of(path):
            place = os.path.realpath(file)  # unlike Path.resolve it lets links that go round pass
            if is_scan:
                found.setdefault(place, file)
            else:
                others[place] = file.suffix.lower()
    left_out = Counter(ending for place, ending in others.items() if place not in found)
    if not found:
        raise NothingToRead(tuple(paths))
    return FoundScans(tuple(found.values()), tuple(sorted(left_out.items())))


def _files_of(path: Path) -> Iterator[tuple[Path, bool]]:
    """Yield a file, or those of a folder, each with whether it is to be read.

    A folder that is only named like a scan, and holds none, is one to be refused by name.
    """
    if not path.is_dir():
        yield path, True
        return
    files, folders = _contents(path)
    scans = sorted((file for file in files if file.suffix.lower() in EXTENSIONS), key=natural_order)
    full = {parent for scan in scans for parent in scan.parents}
    empty = [folder for folder in folders if folder.suffix.lower() in EXTENSIONS and folder not in full]
    for scan in sorted([*scans, *empty], key=natural_order):
        yield scan, True
    for file in files:
        if file.suffix.lower() not in EXTENSIONS:
            yield file, False


def _contents(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files and the folders below a folder that a person sees there; links to folders are not followed."""
    files: list[Path] = []
    folders: list[Path] = []
    for place, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith(_HIDDEN)]
        folders += [Path(place, name) for name in inner]
        files += [
            Path(place, name) for name in names if not name.startswith(_HIDDEN) and name.lower() not in _OF_SYSTEMS
        ]
    return files, folders


def natural_order(path: Path) -> list[tuple[int, str]]:
    """Sort ``scan-2`` before ``scan-10``."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", str(path))]
