"""The blank print: what a page looks like before anybody marked it."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from form_templates.facts import Fact
from form_templates.loading import BLANK_NAME, blank_images
from form_templates.model import FormTemplate, PageLayout
from omr.errors import SurveyDamaged
from omr.geometry import MM_PER_INCH
from omr.images.page_image import GrayImage, UnreadableScan
from omr.images.page_source import open_scan
from omr.images.preprocess import even_paper
from omr.opencv import cv2
from omr.wording import reason_phrase

BLANK_DPI = 300


def load_blank_pages(template_folder: Path, template: FormTemplate) -> tuple[GrayImage, ...]:
    """Return the blank print of every page at ``BLANK_DPI``, from the frozen template's ``blank.pdf`` or page images.

    Raises:
        SurveyDamaged: A page is missing or broken.
    """
    images = blank_images(template_folder, template)
    if not images:
        return _render_file(template_folder / BLANK_NAME, len(template.pages))
    return tuple(_load_image(path, page) for path, page in zip(images, template.pages, strict=True))


def load_pictures(template_folder: Path, template: FormTemplate) -> tuple[bytes, ...]:
    """Return the page images of a form made elsewhere as PNG files that any program can print; none for our forms.

    Raises:
        SurveyDamaged: A page is missing or broken.
    """
    images = blank_images(template_folder, template)
    return tuple(encode_png(_grey_if_grey(_load(path, colour=True))) for path in images)


def encode_png(pixels: NDArray[np.uint8]) -> bytes:
    """Return a PNG file of grey or BGR pixels."""
    is_encoded, data = cv2.imencode(".png", pixels)
    assert is_encoded, "OpenCV writes PNG"
    return bytes(data)


def _load(path: Path, *, colour: bool) -> NDArray[np.uint8]:
    if not path.is_file():
        raise SurveyDamaged(path, Fact("it is missing"))
    try:
        with open_scan(path) as scan:
            return scan.load(0, colour=colour).pixels
    except UnreadableScan as error:
        raise SurveyDamaged(path, reason_phrase(error.reason, error.detail)) from error


def _load_image(path: Path, page: PageLayout) -> GrayImage:
    pixels = _load(path, colour=False)
    size = tuple(round(side / MM_PER_INCH * BLANK_DPI) for side in (page.width_mm, page.height_mm))
    shrinks = pixels.shape[1] >= size[0]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return even_paper(np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8), BLANK_DPI)


def _render_file(path: Path, page_count: int) -> tuple[GrayImage, ...]:
    if not path.is_file():
        raise SurveyDamaged(path, Fact("it is missing"))
    try:
        pages = render_blank_pages(path)
    except pdfium.PdfiumError as error:
        raise SurveyDamaged(path, Fact("it is not a PDF")) from error
    if len(pages) != page_count:
        raise SurveyDamaged(
            path, Fact("it has {document} pages instead of {page_count}", document=len(pages), page_count=page_count)
        )
    return pages


def render_blank_pages(pdf: Path | bytes) -> tuple[GrayImage, ...]:
    """Draw blank pages that the program typeset with pdfium, which comes with it and is the same everywhere.

    Delivered PDF pages are drawn by Poppler (``omr.images.pdf_drawing``). The blank print is not: the mark model
    was trained beside pdfium's, and softer or darker lines would change every reading.

    Args:
        pdf: Its file or content.

    Raises:
        PdfiumError: It is no PDF.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        bitmaps = [page.render(scale=BLANK_DPI / 72, grayscale=True).to_numpy() for page in document]
        return tuple(np.array(bitmap).reshape(bitmap.shape[:2]) for bitmap in bitmaps)
    finally:
        document.close()


def _grey_if_grey(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    is_grey = bool((bgr == bgr[..., :1]).all())
    return np.ascontiguousarray(bgr[..., 0]) if is_grey else bgr
