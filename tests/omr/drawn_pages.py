"""Page images drawn by hand, with known answers: the blank print, crosses in chosen areas, and a page code."""

import numpy as np

from form_templates.model import PageLayout
from form_templates.page_code import PageCode
from form_templates.typesetting.qr_codes import code_runs
from omr.images.page_image import PageImage, ScanFile
from omr.opencv import cv2

DPI = 300
PX_PER_MM = DPI / 25.4
TO_SCAN = np.array([[PX_PER_MM, 0.0, -0.5], [0.0, PX_PER_MM, -0.5], [0.0, 0.0, 1.0]])
"""Template mm to the pixels of a drawn page."""


def marked(blank, layout: PageLayout, answers: dict[str, str]):
    """Return the blank print with a pen's cross in the area of each answered item's option."""
    page = blank.copy()
    for area in layout.areas:
        if answers.get(area.item_id) == area.option:
            draw_cross(page, area.rect.center_mm)
    return page


def draw_cross(page, middle_mm, half_mm=1.5, level=40) -> None:
    """Draw a cross with a pen of 0.5 mm, (H, W) in place."""
    x, y = middle_mm
    for down in (-half_mm, half_mm):
        ends = np.array([(x - half_mm, y - down), (x + half_mm, y + down)]) * PX_PER_MM
        start, end = np.rint(ends).astype(int).tolist()
        cv2.line(page, start, end, (level,), 6, cv2.LINE_AA)


def draw_code(page, layout: PageLayout, code: PageCode) -> None:
    """Print a page code at its place, (H, W) in place."""
    runs, rect = code_runs(code), layout.code
    modules = 1 + max(max(column + count - 1, row) for column, row, count in runs)
    size = rect.w_mm / modules
    for column, row, count in runs:
        left, top = rect.x_mm + column * size, rect.y_mm + row * size
        corners = np.rint(np.array([(left, top), (left + count * size, top + size)]) * PX_PER_MM).astype(int)
        (x0, y0), (x1, y1) = corners.tolist()
        page[y0:y1, x0:x1] = 0


def scan_of(pixels) -> ScanFile:
    """Return a file whose one page is ``pixels``, (H, W) uint8."""
    return ScanFile(1, lambda _index, _wish: PageImage(pixels))
