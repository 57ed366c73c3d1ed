"""Which template page this is, which print-out, and which way up."""

import os
import re
import shutil
from collections.abc import Sequence

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from form_templates.model import Rect
from form_templates.page_code import PageCode, decode, decode_text
from omr.geometry import MM_PER_INCH, Homography, map_points, reduced_to_scan, scale_at
from omr.images.page_image import GrayImage, PageImage
from omr.images.preprocess import WorkingImage
from omr.opencv import cv2
from omr.registration.form_model import FormModel, PageModel, thumbnail_mapping

_CODE_MARGIN_MM = 4.0  # quiet zone, and what a fit over two or three fiducials may be off
_TEXT_DPI = 300
_MIN_RESEMBLANCE = 0.45  # pages of other forms reach 0.2, the right page under heavy writing 0.6
_MIN_LEAD = 0.10


def read_code(page: PageImage, place: Rect, template_to_scan: Homography, *, patiently: bool) -> PageCode | None:
    """Read the machine-readable code at its place; None if there is none of ours.

    Args:
        page: The page, in grey.
        place: Where the code is printed, template frame.
        template_to_scan: Where the template lies.
        patiently: Try enlarged, smoothed and at every angle too; ten times slower.
    """
    region = _cut(page.pixels, place, _to_pixels(page, template_to_scan), _CODE_MARGIN_MM)
    if min(region.shape) < 20:
        return None
    for variant in _variants(region) if patiently else [region]:
        found = zxingcpp.read_barcodes(
            variant,
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            try_rotate=patiently,
            try_downscale=patiently,
            try_invert=False,
        )
        codes = [code for barcode in found if (code := decode(barcode.text)) is not None]
        if codes:
            return codes[0]
    return None


def find_code(page: PageImage) -> tuple[float, float] | None:
    """Return the middle of the only page code of ours anywhere on the page, in its pixels; None if there is none."""
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(page.pixels), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    places = [barcode.position for barcode in found if decode(barcode.text) is not None]
    if len(places) != 1:
        return None
    corners = [places[0].top_left, places[0].top_right, places[0].bottom_right, places[0].bottom_left]
    x, y = np.mean([(corner.x, corner.y) for corner in corners], axis=0).tolist()
    return x, y


def find_form_code(page: PageImage) -> PageCode | None:
    """Return the page code of ours anywhere on the page; None if there is none, or several that differ in form or page.

    It is a quick look, which a worn code may escape; ``read_code`` looks more closely where the code should be.
    """
    codes = find_page_codes(page)
    return codes[0] if len({(code.form, code.page) for code in codes}) == 1 else None


def find_page_codes(page: PageImage) -> list[PageCode]:
    """Return the page codes of ours anywhere on the page, by a quick look."""
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(page.pixels), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [code for barcode in found if (code := decode(barcode.text)) is not None]


def read_code_text(page: PageImage, place: Rect, template_to_scan: Homography) -> PageCode | None:
    """Read the code in letters through Tesseract; None if that is not installed or the check letters do not match."""
    if shutil.which("tesseract") is None:
        return None
    import pytesseract  # which imports pandas: half a second for every worker, though hardly any page needs it

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # with more threads one line takes seconds on a busy machine
    line = _straighten(page.pixels, place, _to_pixels(page, template_to_scan))
    text = pytesseract.image_to_string(line, lang="eng", config="--psm 7")
    return decode_text(re.sub(r"\s+", " ", text))


def resemblance(image: WorkingImage, model: PageModel, template_to_working: Homography) -> float:
    """Return how much a page looks like the blank print: correlation of darkness at 50 dpi, -1.0 to 1.0."""
    height, width = model.thumbnail.shape
    template_to_thumbnail = thumbnail_mapping()
    mapping = template_to_working @ np.linalg.inv(template_to_thumbnail)
    scale = max(1, round(scale_at(mapping, (width / 2, height / 2))))
    reduced = cv2.blur(image.pixels, (scale, scale))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(reduced, mapping, (width, height), flags=flags, borderValue=255)
    return _correlation(255.0 - seen.astype(np.float32), model.thumbnail, model.thumbnail_weight)


def find_by_content(
    image: WorkingImage, form: FormModel, mappings: Sequence[Homography]
) -> tuple[PageModel, Homography] | None:
    """Find page and turn by what is printed; None when nothing or more than one thing fits."""
    ranked = sorted(
        (
            (resemblance(image, model, mapping), index, model, mapping)
            for index, (model, mapping) in enumerate((model, mapping) for model in form.pages for mapping in mappings)
        ),
        key=lambda row: (-row[0], row[1]),
    )
    if not ranked or ranked[0][0] < _MIN_RESEMBLANCE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MIN_LEAD:
        return None
    return ranked[0][2], ranked[0][3]


def _to_pixels(page: PageImage, template_to_scan: Homography) -> Homography:
    return np.asarray(np.linalg.inv(reduced_to_scan(page.shrink)) @ template_to_scan)


def _cut(pixels: GrayImage, place: Rect, template_to_pixels: Homography, margin_mm: float) -> GrayImage:
    left, right = place.x_mm - margin_mm, place.x_mm + place.w_mm + margin_mm
    top, bottom = place.y_mm - margin_mm, place.y_mm + place.h_mm + margin_mm
    corners = map_points(template_to_pixels, np.array([(left, top), (right, top), (right, bottom), (left, bottom)]))
    (x0, y0), (x1, y1) = np.floor(corners.min(axis=0)).astype(int), np.ceil(corners.max(axis=0)).astype(int)
    return np.ascontiguousarray(pixels[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)])


def _variants(region: GrayImage) -> list[GrayImage]:
    """Return the region as it is, enlarged, and smoothed, for print that is too fine or too rough."""
    twice = cv2.resize(region, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    smooth = cv2.GaussianBlur(region, (0, 0), 1.2)
    thrice = cv2.GaussianBlur(cv2.resize(region, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC), (0, 0), 1.5)
    return [region, twice, smooth, thrice]


def _straighten(pixels: GrayImage, place: Rect, template_to_pixels: Homography) -> NDArray[np.uint8]:
    scale, margin_mm = _TEXT_DPI / MM_PER_INCH, 0.6
    to_template = np.array(
        [[1 / scale, 0, place.x_mm - margin_mm], [0, 1 / scale, place.y_mm - margin_mm], [0, 0, 1.0]]
    )
    size = (round((place.w_mm + 2 * margin_mm) * scale), round((place.h_mm + 2 * margin_mm) * scale))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    line = cv2.warpPerspective(pixels, template_to_pixels @ to_template, size, flags=flags, borderValue=255)
    return np.asarray(cv2.copyMakeBorder(line, 12, 12, 12, 12, cv2.BORDER_CONSTANT, value=255), np.uint8)


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32], weight: NDArray[np.float32]) -> float:
    a, b = cv2.GaussianBlur(a, (0, 0), 1.0), cv2.GaussianBlur(b, (0, 0), 1.0)
    total = float(weight.sum())
    a = (a - float((a * weight).sum()) / total) * weight
    b = (b - float((b * weight).sum()) / total) * weight
    norm = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / norm if norm > 0 else 0.0
