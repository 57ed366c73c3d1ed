"""A form that nobody saved yet, tried on filled scans: every page is read as a batch would read it, none is kept."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from form_templates.loading import blank_images
from form_templates.model import FormTemplate, Rect
from form_templates.typesetting.printing import blank_pdf
from omr.errors import Cancelled
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener
from omr.geometry import MM_PER_INCH
from omr.images.limits import ReadingLimits
from omr.images.page_image import PageImage
from omr.images.page_source import open_scan
from omr.images.straightening import ColourImage, straightened
from omr.opencv import cv2
from omr.pipeline import PageReader
from omr.registration.blank_page import load_blank_pages, render_blank_pages
from omr.results import UNRECOGNISED, PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings

MOST_TRIED = 20
"""Pages that a form is tried on at once; who wants to see more reads a batch."""

TRIED_DPI = 150.0
"""Of the pictures of pages that were read."""

_ENOUGH_PX = 1700  # longer side of the picture of a page that was not read
_PAPERS_MM = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B5": (176.0, 250.0),
    "Letter": (216.0, 279.0),
    "Legal": (216.0, 356.0),
    "F4": (215.0, 330.0),
}
_SAME_PAPER_MM = 5.0  # scanners cut a little off
_NOT_YET = PageReading(PageOutcome.UNREADABLE, Reason.UNKNOWN)


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """A scan of another paper than the form's.

    Attributes:
        name: What it is sold as.
        size_mm: Its sides, the shorter first.
    """

    name: str
    size_mm: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class TriedPage:
    """What one page gave.

    Attributes:
        path: Its file.
        page_in_file: 1-based; 0 where the file cannot be opened.
        reading: What was read, or why nothing was.
        pixels: The page as flat paper at ``TRIED_DPI`` if it was read, else as it lies in the file, made smaller; None
            if it cannot be seen.
        other_paper: Where it was not recognised: what paper it is on, if by its resolution that is not the form's.
    """

    path: Path
    page_in_file: int
    reading: PageReading
    pixels: ColourImage | None = None
    other_paper: OtherPaper | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What trying a form gave.

    Attributes:
        form: The form as it was.
        pages: In the order of the files.
        left_out: Pages and files that came after ``MOST_TRIED`` pages.
    """

    form: FormTemplate
    pages: tuple[TriedPage, ...]
    left_out: int = 0


class FormTrial:
    """Reads pages with forms whose blank pages lie in one folder.

    Args:
        folder: The template folder; what its files say of questions and areas is not asked for, and of a form that we
            print nothing.
        opener: Opens and reads the files, in a process that a hostile one may take with it.
        settings: What the survey wants.
    """

    def __init__(self, folder: Path, opener: PageOpener, settings: ReadingSettings | None = None) -> None:
        self._folder = folder
        self._opener = opener
        self._settings = settings or ReadingSettings()

    def read(
        self,
        form: FormTemplate,
        paths: Sequence[Path],
        report: Callable[[tuple[int, int]], None],
        cancel: threading.Event,
    ) -> Trial:
        """Read all pages of some files.

        Args:
            form: As it is now, without findings; one that we print with the pages that it is set on.
            paths: Scans, PDFs, photographs.
            report: Told how many pages are done, and of how many.
            cancel: Stops it between two pages.

        Raises:
            Cancelled: ``cancel`` was set, or the opener was closed.
            WorkersCannotStart: There can be no process to read in.
        """
        wanted, left_out = self._find_pages(paths)
        pages = []
        for number, page in enumerate(wanted):
            if cancel.is_set():
                raise Cancelled
            report((number, len(wanted)))
            pages.append(self._read_page(form, page))
        return Trial(form, tuple(pages), left_out)

    def _find_pages(self, paths: Sequence[Path]) -> tuple[list[TriedPage], int]:
        """Return the pages to be read, files that cannot be opened among them, and how many are too many."""
        found: list[TriedPage] = []
        left_out = 0
        for path in paths:
            room = MOST_TRIED - len(found)
            count = self._count(path) if room else 1
            if isinstance(count, PageReading):
                found.append(TriedPage(path, 0, count))
            else:
                found += [TriedPage(path, number, _NOT_YET) for number in range(1, min(count, room) + 1)]
                left_out += max(count - room, 0)
        return found, left_out

    def _read_page(self, form: FormTemplate, page: TriedPage) -> TriedPage:
        if not page.page_in_file:
            return page
        read = self._opener.ask(_try_page, page.path, form, self._folder, self._settings, page.page_in_file - 1)
        return replace(page, reading=_in_vain(read)) if isinstance(read, PageFinding) else read

    def _count(self, path: Path) -> int | PageReading:
        if path.exists() and not path.is_file():
            return PageReading(PageOutcome.UNREADABLE, Reason.NOT_A_FILE)
        count = self._opener.count(path)
        return _in_vain(count) if isinstance(count, PageFinding) else count


def _in_vain(finding: PageFinding) -> PageReading:
    """Return the reading of what cannot be opened."""
    if isinstance(finding.problem, Reason):
        return PageReading(PageOutcome.UNREADABLE, finding.problem, finding.facts.get("detail", ""))
    return PageReading(PageOutcome.UNREADABLE, Reason.FILE_UNREACHABLE, finding.facts.get("fact", ""))


@lru_cache(maxsize=1)
def _reader(folder: Path, form: FormTemplate, settings: ReadingSettings) -> PageReader:
    """Return the reader of a form; the pages of one trial share it.

    What a folder keeps of a form that we print is how it was printed, not how it would be now.
    """
    is_delivered = bool(blank_images(folder, form))
    blanks = load_blank_pages(folder, form) if is_delivered else render_blank_pages(blank_pdf(form))
    return PageReader(form, blanks, settings)


def _try_page(
    path: Path, limits: ReadingLimits, form: FormTemplate, folder: Path, settings: ReadingSettings, index: int
) -> TriedPage:
    """Read a page in the process of the opener."""
    with open_scan(path, limits) as scan:
        reading = _reader(folder, form, settings).read_page(scan, index)
        page = scan.load(index, colour=True, enough_px=_ENOUGH_PX)
    tried = TriedPage(path, index + 1, reading)
    if reading.registration is not None and reading.identity is not None:
        layout = form.page(reading.identity.page)
        whole = Rect(0.0, 0.0, layout.width_mm, layout.height_mm)
        return replace(tried, pixels=straightened(page, reading.registration, whole, TRIED_DPI / MM_PER_INCH))
    other = _other_paper(page, form) if reading.reason in UNRECOGNISED else None
    return replace(tried, pixels=_reduced(page), other_paper=other)


def _reduced(page: PageImage) -> ColourImage:
    height, width = page.pixels.shape[:2]
    factor = _ENOUGH_PX / max(height, width)
    if factor >= 1:
        return page.pixels
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    return np.asarray(cv2.resize(page.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _other_paper(page: PageImage, form: FormTemplate) -> OtherPaper | None:
    """Return the paper of a scan, if its resolution is known, it is a usual one, and no page of the form has it."""
    if page.stated_dpi is None:
        return None
    height, width = page.pixels.shape[:2]
    seen = _sides(*(side * page.shrink / page.stated_dpi * MM_PER_INCH for side in (width, height)))
    if any(_is_same(seen, _sides(layout.width_mm, layout.height_mm)) for layout in form.pages):
        return None
    return next((OtherPaper(name, size) for name, size in _PAPERS_MM.items() if _is_same(seen, size)), None)


def _sides(one_mm: float, other_mm: float) -> tuple[float, float]:
    return min(one_mm, other_mm), max(one_mm, other_mm)


def _is_same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _SAME_PAPER_MM for a, b in zip(one, other, strict=True))
