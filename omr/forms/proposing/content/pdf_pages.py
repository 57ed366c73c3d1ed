"""A PDF that holds text and lines -> the content of its pages; pages that are pictures are left to others."""

import ctypes
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from omr.forms.proposing.content.page_content import PageContent, ShapeKind
from omr.forms.proposing.content.pdf_drawings import read_drawings
from omr.forms.proposing.content.pdf_letters import read_letters, words_and_shapes
from omr.images.page_image import UnreadableScan
from omr.results import Reason

MOST_PAGES = 60
"""Of a form; what has more is a book."""

_MM = 25.4 / 72
_FINE = 1000  # steps of a point in which pdfium tells where the page's edges lie
_PICTURE_SHARE = 0.6  # of a page: one picture that covers more is a scan of the form
_FEWEST_DRAWN = 5  # lines and shapes over a picture, from which on it is a background


class TooFull(Exception):
    """A page holds more letters or lines than a form has.

    Attributes:
        page: 1-based.
    """

    def __init__(self, page: int) -> None:
        super().__init__(page)
        self.page = page


def read_pdf_pages(path: Path) -> tuple[PageContent | None, ...]:
    """Return the content of every page; None for one that is to be looked at as a picture.

    Such is a page that is a picture, whatever letters a program put behind it, and one whose lines run up or down: what
    looks at pictures turns pages first.

    Raises:
        UnreadableScan: The file is damaged, has a password, no pages or too many.
        TooFull: A page cannot be understood.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        raise UnreadableScan(Reason.FILE_ENCRYPTED if is_locked else Reason.FILE_DAMAGED) from error
    try:
        if not len(document):
            raise UnreadableScan(Reason.FILE_HAS_NO_PAGES)
        if len(document) > MOST_PAGES:
            raise UnreadableScan(Reason.TOO_MANY_PAGES, f"> {MOST_PAGES}")
        return tuple(_content(document, index) for index in range(len(document)))
    finally:
        document.close()


def _content(document: pdfium.PdfDocument, index: int) -> PageContent | None:
    try:
        page = _as_printed(document, index)
    except pdfium.PdfiumError as error:
        raise UnreadableScan(Reason.FILE_DAMAGED) from error
    try:
        width_pt, height_pt = page.get_size()
        to_page = _way_to_page(page.raw, width_pt, height_pt)
        words, dotted, boxes = words_and_shapes(read_letters(page.raw, to_page))
        rules, shapes, picture_share = read_drawings(page.raw, to_page)
    except OverflowError as error:
        raise TooFull(index + 1) from error
    finally:
        page.close()
    drawn = len(rules) + sum(shape.kind is not ShapeKind.STROKE for shape in shapes)
    if picture_share > _PICTURE_SHARE and drawn < _FEWEST_DRAWN:
        return None
    if sum(len(word.text) for word in words if not word.is_upright) > sum(len(word.text) for word in words) / 2:
        return None
    return PageContent(
        round(width_pt * _MM, 2), round(height_pt * _MM, 2), tuple(words), (*rules, *dotted), (*shapes, *boxes)
    )


def _as_printed(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Return a page on which fields to be filled in on a screen are drawn as they are printed.

    A file holds them beside what it draws, so that boxes to be ticked would not be seen.
    """
    page = document[index]
    if raw.FPDFPage_GetAnnotCount(page.raw) < 1:
        return page
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_PRINT) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _way_to_page(
    page: raw.FPDF_PAGE, width_pt: float, height_pt: float
) -> Callable[[float, float], tuple[float, float]]:
    """Return the way of a point of the file to the paper as it is seen: cropped, turned, from the top-left corner."""

    def seen(x_pt: float, y_pt: float) -> tuple[float, float]:
        x, y = ctypes.c_int(), ctypes.c_int()
        size = (round(width_pt * _FINE), round(height_pt * _FINE))
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x_pt, y_pt, x, y)
        return x.value / _FINE * _MM, y.value / _FINE * _MM

    (x0, y0), (x1, y1), (x2, y2) = seen(0, 0), seen(100, 0), seen(0, 100)
    a, b, c, d = (x1 - x0) / 100, (y1 - y0) / 100, (x2 - x0) / 100, (y2 - y0) / 100
    return lambda x_pt, y_pt: (x0 + a * x_pt + c * y_pt, y0 + b * x_pt + d * y_pt)
