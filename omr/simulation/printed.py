"""The blank pages people write on: drawn plainly from a layout, or rasterised from the printed PDF."""

from collections import OrderedDict
from pathlib import Path
from typing import Protocol

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from form_templates.model import AreaShape, FormTemplate, PageLayout
from form_templates.page_code import PageCode, decode_text
from omr.opencv import cv2
from omr.simulation.effects import Image

MM_PER_INCH = 25.4
_KEPT_PAGES = 4  # rasters kept per process: 9 MB each at 300 dpi


class PrintedPages(Protocol):
    """A print-out of a form, one copy for each respondent."""

    def raster(self, copy: int, page: int, dpi: int) -> Image:
        """Return the 1-based ``page`` of the 0-based ``copy``, (H, W) uint8, 0 = black."""
        ...

    def code(self, copy: int) -> PageCode | None:
        """Return the page code printed on the first page of the 0-based ``copy``; None if there is none."""
        ...


class PlainPages:
    """Pages with nothing but the outlines of the response areas and the fiducials, the same for every copy."""

    def __init__(self, template: FormTemplate) -> None:
        self._template = template

    def raster(self, copy: int, page: int, dpi: int) -> Image:
        """See ``PrintedPages``."""
        del copy
        layout = self._template.page(page)
        size = (round(layout.height_mm * dpi / MM_PER_INCH), round(layout.width_mm * dpi / MM_PER_INCH))
        image = np.full(size, 255, np.uint8)
        _draw_outlines(image, layout, dpi / MM_PER_INCH)
        return image

    def code(self, copy: int) -> PageCode | None:
        """See ``PrintedPages``."""
        del copy
        return None


def _draw_outlines(image: Image, layout: PageLayout, px_per_mm: float) -> None:
    for area in layout.areas:
        left, top = round(area.rect.x_mm * px_per_mm), round(area.rect.y_mm * px_per_mm)
        right = round((area.rect.x_mm + area.rect.w_mm) * px_per_mm)
        bottom = round((area.rect.y_mm + area.rect.h_mm) * px_per_mm)
        if area.shape is AreaShape.BOX:
            cv2.rectangle(image, (left, top), (right, bottom), (0,), 2)
        else:
            middle, axes = ((left + right) // 2, (top + bottom) // 2), ((right - left) // 2, (bottom - top) // 2)
            cv2.ellipse(image, middle, axes, 0, 0, 360, (0,), 2, cv2.LINE_AA)
    for fiducial in layout.fiducials:
        half_mm = fiducial.size_mm / 2
        low = (round((fiducial.x_mm - half_mm) * px_per_mm), round((fiducial.y_mm - half_mm) * px_per_mm))
        high = (round((fiducial.x_mm + half_mm) * px_per_mm), round((fiducial.y_mm + half_mm) * px_per_mm))
        cv2.rectangle(image, low, high, (0,), cv2.FILLED)


class PdfPages:
    """A PDF, a file or its bytes, whose pages follow each other copy by copy; opened by every process that uses it.

    Pages are drawn by pdfium, which stands for the printer: the same seed must give the same pile, with or without
    Poppler, and at any resolution to a fraction of a pixel. Delivered pages are drawn by ``omr.images.pdf_drawing``.
    """

    def __init__(self, source: Path | bytes, pages_per_copy: int, pages_before: int = 0) -> None:
        self._source = source
        self._pages_per_copy = pages_per_copy
        self._pages_before = pages_before
        self._document: pdfium.PdfDocument | None = None
        self._kept: OrderedDict[tuple[int, int], Image] = OrderedDict()

    def __getstate__(self) -> tuple[Path | bytes, int, int]:
        return self._source, self._pages_per_copy, self._pages_before

    def __setstate__(self, state: tuple[Path | bytes, int, int]) -> None:
        self.__init__(*state)  # type: ignore[misc]  # an open document cannot travel between processes

    def raster(self, copy: int, page: int, dpi: int) -> Image:
        """See ``PrintedPages``."""
        key = (self._index(copy, page), dpi)
        if key not in self._kept:
            self._kept[key] = self._render(*key)
            if len(self._kept) > _KEPT_PAGES:
                self._kept.popitem(last=False)
        return self._kept[key]

    def code(self, copy: int) -> PageCode | None:
        """See ``PrintedPages``; taken from the code text, which the PDF holds as letters."""
        page = self._open()[self._index(copy, 1)]
        lines = page.get_textpage().get_text_range().splitlines()
        page.close()
        return next(filter(None, map(decode_text, reversed(lines))), None)

    def _index(self, copy: int, page: int) -> int:
        return self._pages_before + copy * self._pages_per_copy + page - 1

    def _open(self) -> pdfium.PdfDocument:
        if self._document is None:
            self._document = pdfium.PdfDocument(self._source)
        return self._document

    def _render(self, index: int, dpi: int) -> Image:
        page = self._open()[index]
        scale = dpi / 72
        width, height = (round(length_pt * scale) for length_pt in page.get_size())
        bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        # Not page.render(): it stretches the page to whole pixels, up to 0.2 mm at 100 dpi.
        matrix, whole = raw.FS_MATRIX(scale, 0, 0, scale, 0, 0), raw.FS_RECTF(0, 0, width, height)
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, raw.FPDF_ANNOT)
        image = np.array(bitmap.to_numpy(), np.uint8).reshape(height, width)
        page.close()
        return image
