"""The blank print: what a page looks like before anybody marked it."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from form_templates.model import FormTemplate
from omr.errors import SurveyDamaged
from omr.geometry import MM_PER_INCH
from omr.opencv import cv2
from omr.page_source import GrayImage

BLANK_DPI = 300


def load_blank_pages(template_folder: Path, template: FormTemplate) -> tuple[GrayImage, ...]:
    """Return the blank print of every page at ``BLANK_DPI``, from the frozen template's ``blank.pdf`` or page images.

    Raises:
        SurveyDamaged: A page is missing or broken.
    """
    printed = template_folder / "blank.pdf"
    if printed.is_file():
        return _render(printed, len(template.pages))
    return tuple(_load_image(template_folder, page.number, page.width_mm, page.height_mm) for page in template.pages)


def _render(path: Path, page_count: int) -> tuple[GrayImage, ...]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise SurveyDamaged(path, "it is not a PDF") from error
    if len(document) != page_count:
        raise SurveyDamaged(path, f"it has {len(document)} pages instead of {page_count}")
    try:
        bitmaps = [page.render(scale=BLANK_DPI / 72, grayscale=True).to_numpy() for page in document]
        return tuple(np.array(bitmap).reshape(bitmap.shape[:2]) for bitmap in bitmaps)
    finally:
        document.close()


def _load_image(folder: Path, number: int, width_mm: float, height_mm: float) -> GrayImage:
    path = folder / f"page-{number}.png"
    if not path.is_file():
        raise SurveyDamaged(path, "it is missing")
    pixels = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
    if pixels is None:
        raise SurveyDamaged(path, "it is not an image")
    size = tuple(round(side / MM_PER_INCH * BLANK_DPI) for side in (width_mm, height_mm))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
