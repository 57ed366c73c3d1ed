"""Page images of a form made elsewhere, opened in a process that a hostile one may take with it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from form_templates.errors import Finding, TemplateError
from form_templates.loading import blank_images
from form_templates.model import FormTemplate
from omr.forms.page_findings import PageFinding, check_proportion, unreachable, unreadable
from omr.images.limits import DEFAULT_LIMITS, MEGABYTE, ReadingLimits
from omr.images.page_image import UnreadableScan, wants_memory
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.processes.limited_process import Caller, LimitedProcess
from omr.processes.pool import TaskFailed
from omr.registration.blank_page import encode_png
from omr.results import Reason

_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST_KEPT = 100 * MEGABYTE  # bytes of a PNG that is kept as it is; no page in colour has more

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page image.

    Attributes:
        size_px: Width and height.
        png: The image as a PNG file: the one given, if it is one, else in grey.
    """

    size_px: tuple[int, int]
    png: bytes


@dataclass(frozen=True, slots=True, eq=False)
class FileLook:
    """A file as it looks.

    Attributes:
        page_count: Its pages.
        size_px: Width and height of the first.
        pixels: The first, (H, W, 3) uint8 BGR, reduced.
    """

    page_count: int
    size_px: tuple[int, int]
    pixels: NDArray[np.uint8]


class PageOpener:
    """Opens files that are said to be page images; what is wrong with them is returned, whatever they do.

    Its process is started when it is first needed, and ended by ``close``. Every method raises ``Cancelled`` once it is
    closed, and ``WorkersCannotStart`` if there can be no such process.

    Args:
        limits: Of every page; None: as scans have them.
        call: Where the work is done; None: in a process of its own.
    """

    def __init__(self, limits: ReadingLimits | None = None, call: Caller | None = None) -> None:
        self._limits = limits or DEFAULT_LIMITS
        self._process = LimitedProcess(_prepare, self._limits)
        self._call = call or self._process

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def count(self, path: Path) -> int | PageFinding:
        """Return how many pages a file has."""
        return self.ask(_count, path)

    def load(self, path: Path, index: int) -> PageFile | PageFinding:
        """Return the page ``index``, 0-based, of a file."""
        return self.ask(_load, path, index)

    def measure(self, path: Path) -> tuple[int, int] | PageFinding:
        """Return width and height of the first page of a file, which is decoded to be sure of it."""
        return self.ask(_measure, path)

    def look(self, path: Path, enough_px: int) -> FileLook | PageFinding:
        """Return what a file looks like.

        Args:
            path: The file.
            enough_px: Longer side of the picture.
        """
        return self.ask(_look, path, enough_px)

    def ask(self, work: Callable[..., T | PageFinding], path: Path, *arguments: Any) -> T | PageFinding:
        """Return what a function of a module makes of a file, called in the process.

        Args:
            work: Takes the path, the limits, and ``arguments``.
            path: The file.
            arguments: Values.
        """
        try:
            return self._call(_opened, work, path, self._limits, arguments)
        except TaskFailed as failure:
            return unreadable(path, failure.reason, failure.detail)

    def close(self) -> None:
        """End the process, with whatever it has in hand."""
        self._process.close()


def ensure_sound_images(template_folder: Path, template: FormTemplate, opener: PageOpener | None = None) -> None:
    """Look at the page images of a form made elsewhere before anything opens them without limits.

    Args:
        template_folder: Holds them; nothing is opened for forms that we typeset.
        template: The form.
        opener: Opens them; None: one of its own.

    Raises:
        TemplateError: Some have mistakes, all of which are listed.
        WorkersCannotStart: The process in which images are opened cannot be had.
        Cancelled: ``opener`` was closed meanwhile.
    """
    images = blank_images(template_folder, template)
    if images and opener is None:
        with PageOpener() as own:
            ensure_sound_images(template_folder, template, own)
    if not images or opener is None:
        return
    findings: list[Finding] = []
    for path, page in zip(images, template.pages, strict=False):
        size_px = opener.measure(path)
        findings += (size_px,) if isinstance(size_px, PageFinding) else check_proportion(path, size_px, page)
    if findings:
        raise TemplateError(tuple(findings))


def _prepare() -> None:
    cv2.setNumThreads(1)


def _opened(work: Callable[..., T], path: Path, limits: ReadingLimits, arguments: tuple[Any, ...]) -> T | PageFinding:
    """Do in the process what is to be done with a file."""
    try:
        return work(path, limits, *arguments)
    except UnreadableScan as error:
        return unreadable(path, error.reason, error.detail)
    except Exception as error:
        if wants_memory(error):
            return unreadable(path, Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text)
        if isinstance(error, OSError):
            return unreachable(path, error)
        raise


def _count(path: Path, limits: ReadingLimits) -> int:
    with open_scan(path, limits) as scan:
        return scan.page_count


def _load(path: Path, limits: ReadingLimits, index: int) -> PageFile:
    with open_scan(path, limits) as scan:
        pixels = scan.load(index).pixels
    with path.open("rb") as file:
        data = file.read(_LARGEST_KEPT + 1) if file.read(len(_PNG)) == _PNG else b""
    is_kept = 0 < len(data) <= _LARGEST_KEPT
    return PageFile(_size_of(pixels), _PNG + data if is_kept else encode_png(pixels))


def _measure(path: Path, limits: ReadingLimits) -> tuple[int, int]:
    with open_scan(path, limits) as scan:
        return _size_of(scan.load(0).pixels)


def _look(path: Path, limits: ReadingLimits, enough_px: int) -> FileLook:
    with open_scan(path, limits) as scan:
        page = scan.load(0, colour=True, enough_px=enough_px)
        page_count = scan.page_count
    width_px, height_px = _size_of(page.pixels)
    factor = min(enough_px / max(width_px, height_px), 1.0)
    small = (max(round(width_px * factor), 1), max(round(height_px * factor), 1))
    reduced = np.asarray(cv2.resize(page.pixels, small, interpolation=cv2.INTER_AREA), np.uint8)
    return FileLook(page_count, (width_px * page.shrink, height_px * page.shrink), reduced)


def _size_of(pixels: NDArray[np.uint8]) -> tuple[int, int]:
    return pixels.shape[1], pixels.shape[0]
