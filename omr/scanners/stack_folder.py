"""Where a stack lies between scanner and survey: a file for each side, kept until all of it was read, whatever happens.

The folder lies in the survey's own, with a note what the stack is: where the program ends meanwhile, what came is found
again when the survey is opened the next time.
"""

import json
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from form_templates.text_files import UnreadableText, read_text
from omr.batches.found_scans import find_scans
from omr.batches.watching.folder_watch import ARRIVING
from omr.clock import now
from omr.errors import NothingToRead
from omr.whole_files import cannot_make, replacing, write_whole

_FORMAT = 1
_PREFIX = "scanner-"
_NOTE = ".stack.json"  # hidden, as what is no scan is told where a folder is read
_MOST_BYTES = 10_000  # of the note
_SIDE = "side"
_FRONT = ".front"  # hidden likewise: a front whose back is still to come
_LONGEST_NAME = 60
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


@dataclass(frozen=True, slots=True)
class StackOrder:
    """What a person says of a stack.

    Attributes:
        name: Begins the names of its files; empty for the time.
        unit: Code of the unit that all its forms belong to; overrules what is printed. Empty: as printed.
    """

    name: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class LeftStack:
    """A stack that was not read to its end."""

    folder: Path
    unit: str


class StackFolder:
    """The pages of a stack, laid down by the scanner in order; in whole sheets where both sides are scanned.

    A front counts when its back has come, for a sheet that got stuck between the two is scanned again.

    Attributes:
        path: The folder.
        order: What the stack is.
        pages: That came and count.

    Args:
        survey_folder: Of the survey.
        order: What the stack is.
        on_page: Called in the scanner's thread with the files that count from now on.

    Raises:
        DiskFull: There is no room.
        FolderNotWritable: It cannot be made for another reason.
    """

    def __init__(self, survey_folder: Path, order: StackOrder, on_page: Callable[[tuple[Path, ...]], None]) -> None:
        self.path = survey_folder / ARRIVING / f"{_PREFIX}{uuid4().hex[:12]}"
        self.order = order
        self.pages = 0
        self._is_two_sided = False
        self._on_page = on_page
        self._front: Path | None = None
        self._name = _file_name(order.name) or _file_name(now()[:16].replace("T", " ").replace(":", "."))
        try:
            self.path.mkdir(parents=True)
        except OSError as error:
            raise cannot_make(self.path, error) from error
        write_whole(self.path / _NOTE, json.dumps({"format": _FORMAT, "unit": order.unit}))

    @contextmanager
    def new_page(self, suffix: str) -> Iterator[Path]:
        """Yield the path for the next page, which counts once the block has ended without an error.

        Raises:
            DiskFull: There is no room for it.
            FolderNotWritable: It cannot be written for another reason.
        """
        page = self._next_page(suffix)
        place = self._place_of(page)
        with replacing(place) as part:
            yield part
        self._lay_down(page, place)

    def side_folder(self) -> Path:
        """Return an empty folder on the same disk for files that are not whole yet."""
        folder = self.path / _SIDE
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir()
        except OSError as error:
            raise cannot_make(folder, error) from error
        return folder

    def adopt(self, file: Path) -> None:
        """Take a whole file out of the side folder as the next page."""
        page = self._next_page(file.suffix)
        place = self._place_of(page)
        try:
            file.rename(place)
        except OSError as error:
            raise cannot_make(place, error) from error
        self._lay_down(page, place)

    def begin_feeding(self, *, is_two_sided: bool) -> None:
        """Get ready for sheets; a front whose back did not come is dropped, for its sheet was put back.

        Args:
            is_two_sided: Whether the sheets that come now have two sides.
        """
        self._is_two_sided = is_two_sided
        front, self._front = self._front, None
        if front is not None:
            _place_of_front(front).unlink(missing_ok=True)

    def keep_front(self) -> None:
        """Let a front without a back count: nothing more comes."""
        front, self._front = self._front, None
        if front is not None:
            self._count(front)

    def remove(self) -> None:
        """Clear it away, when all of it was read."""
        remove_stack(self.path)

    def _next_page(self, suffix: str) -> Path:
        number = self.pages + 1 + (self._front is not None)
        return self.path / f"{self._name}-{number:04d}{suffix}"

    def _place_of(self, page: Path) -> Path:
        return _place_of_front(page) if self._is_two_sided and self._front is None else page

    def _lay_down(self, page: Path, place: Path) -> None:
        if place != page:
            self._front = page
            return
        front, self._front = self._front, None
        self._count(*filter(None, (front,)), page)

    def _count(self, *pages: Path) -> None:
        for page in pages:
            front = _place_of_front(page)
            if front.exists():
                front.rename(page)
        self.pages += len(pages)
        self._on_page(pages)


def left_stacks(survey_folder: Path) -> tuple[LeftStack, ...]:
    """Return the stacks of which pages came and were not read to their end; empty folders of stacks are removed."""
    found = []
    with suppress(OSError):
        for folder in sorted((survey_folder / ARRIVING).glob(f"{_PREFIX}*")):
            with suppress(OSError, NothingToRead):
                find_scans([folder])
                found.append(LeftStack(folder, _unit_of(folder)))
    return tuple(found)


def is_stack(folder: Path) -> bool:
    """Whether a folder holds a stack that came from a scanner."""
    return folder.parent.name == ARRIVING and folder.name.startswith(_PREFIX)


def remove_stack(folder: Path) -> None:
    """Clear a stack away; what cannot be removed now is offered to be read again, which changes nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # what arrived otherwise lies in it
        folder.parent.rmdir()


def _unit_of(folder: Path) -> str:
    try:
        return str(json.loads(read_text(folder / _NOTE, _MOST_BYTES))["unit"])
    except (UnreadableText, OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""


def _place_of_front(page: Path) -> Path:
    return page.with_name(f".{page.name}{_FRONT}")


def _file_name(text: str) -> str:
    """Return a text as the beginning of a file's name."""
    plain = "".join(letter if _is_usual(letter) else "-" for letter in unicodedata.normalize("NFC", text))
    return plain.strip(" .")[:_LONGEST_NAME]


def _is_usual(letter: str) -> bool:
    return letter == " " or (letter not in _NOT_IN_NAMES and unicodedata.category(letter)[0] not in "CZ")
