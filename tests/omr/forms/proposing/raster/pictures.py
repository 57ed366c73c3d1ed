"""Pictures of small drawn forms, as scanners, copiers and people make them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

from form_templates.model import Rect
from omr.opencv import cv2
from tests.omr.forms.proposing.sheet import Sheet

DPI = 150
SIZE_MM = (148.0, 105.0)
LEVELS = ("Kém", "Trung bình", "Tốt")

Pixels = NDArray[np.uint8]


def small_form() -> tuple[Sheet, list[Rect]]:
    """Return a form of boxes, cells and ringed digits, and where its areas are, in the order of reading."""
    sheet = Sheet(*SIZE_MM)
    sheet.write(12, 12, "PHIẾU LẤY Ý KIẾN NGƯỜI DÂN", 13, bold=True)
    sheet.write(12, 22, "1. Giới tính của Ông/Bà")
    places = []
    for row, label in enumerate(("Nam", "Nữ")):
        places.append(sheet.box(18, 25 + 7 * row, 3.6))
        sheet.write(24, 28.2 + 7 * row, label)
    xs, ys = [12, 70, 88, 106, 124], [44, 54, 63, 72]
    sheet.grid(xs, ys)
    sheet.write(14, 50, "Nội dung đánh giá")
    for column, level in enumerate(LEVELS):
        sheet.middle(79 + 18 * column, 50, level, 8)
    for row, label in enumerate(("Thời gian chờ đợi", "Thái độ phục vụ"), start=1):
        sheet.write(14, ys[row] + 6, f"{row + 1}. {label}", 9)
        places += [sheet.cell(xs, ys, column + 1, row) for column in range(3)]
    sheet.write(12, 84, "4. Mức độ hài lòng chung:")
    places += [sheet.sign(70 + 14 * column, 84, "①②③④"[column], 14) for column in range(4)]
    return sheet, places


def raster(sheet: Sheet, dpi: int = DPI) -> Pixels:
    """Return the first page of a sheet, (H, W) uint8."""
    page = pdfium.PdfDocument(sheet.pdf())[0]
    bitmap = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    return np.array(bitmap).reshape(bitmap.shape[:2])


def turned(page: Pixels, degrees: float) -> Pixels:
    """Return a page that lies askew, clockwise as seen."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, matrix, (width, height), borderValue=(255, 255, 255)), np.uint8)


def save(page: Pixels, path: Path, dpi: int | None = DPI) -> Path:
    """Write pixels as an image that states its resolution."""
    Image.fromarray(page).save(path, **({} if dpi is None else {"dpi": (dpi, dpi)}))
    return path


def marked(page: Pixels, places: Sequence[Rect], seed: int) -> Pixels:
    """Return a page with a cross in one of the first places and in one of each following three, each a little else."""
    rng = np.random.default_rng(seed)
    inked = page.copy()
    for choices in (places[0:2], places[2:5], places[5:8]):
        rect = choices[0] if rng.random() < 0.9 else choices[-1]
        middle, half = np.array(rect.center_mm) + rng.normal(0, 0.6, 2), rng.uniform(1.2, 2.4, 4)
        ends = [
            middle + half[:2] * (-1, -1),
            middle + half[2:],
            middle + half[:2] * (1, -1),
            middle + half[2:] * (-1, 1),
        ]
        points = [tuple(int(side) for side in np.rint(end * DPI / 25.4)) for end in ends]
        cv2.line(inked, points[0], points[1], (60,), 3, cv2.LINE_AA)
        cv2.line(inked, points[2], points[3], (60,), 3, cv2.LINE_AA)
    return inked
