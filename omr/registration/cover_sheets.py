"""Recognise the sheets between which a stack of forms lies, whichever way up, on any scanner."""

from collections.abc import Iterator

import numpy as np
import zxingcpp

from form_templates.cover_code import CoverCode, decode_cover
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_QUICK_PX = 1169  # longest side of A4 at 100 dpi: a module of the large code is 9 px wide there
_FINE_PX = 2400


def find_cover_codes(pixels: GrayImage, *, patiently: bool) -> frozenset[CoverCode]:
    """Return the codes of covers on a page: none on any other page, one on a cover, more where its codes disagree.

    Args:
        pixels: The page, in grey.
        patiently: Look again, smoothed, finer and in stronger contrast, where a quick look finds nothing.
    """
    for variant in _variants(pixels) if patiently else (_reduced(pixels, _QUICK_PX),):
        found = zxingcpp.read_barcodes(
            np.ascontiguousarray(variant),
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            try_invert=False,
        )
        if codes := frozenset(code for barcode in found if (code := decode_cover(barcode.text)) is not None):
            return codes
    return frozenset()


def _variants(pixels: GrayImage) -> Iterator[GrayImage]:
    """Yield the page coarse, fine and in between, plain and with specks and broken print smoothed away."""
    quick, fine = _reduced(pixels, _QUICK_PX), _reduced(pixels, _FINE_PX)
    yield quick
    yield fine
    yield np.asarray(cv2.GaussianBlur(quick, (0, 0), 1.5), np.uint8)
    yield np.asarray(cv2.medianBlur(_reduced(pixels, 1700), 5), np.uint8)
    yield np.asarray(cv2.GaussianBlur(fine, (0, 0), 4.0), np.uint8)
    yield np.asarray(cv2.createCLAHE(3.0, (8, 8)).apply(quick), np.uint8)


def _reduced(pixels: GrayImage, longest_px: int) -> GrayImage:
    scale = longest_px / max(pixels.shape)
    if scale >= 1.0:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
