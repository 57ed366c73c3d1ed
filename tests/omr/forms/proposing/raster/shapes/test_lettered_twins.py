"""Pale ovals around letters: some were found as circles, others not, as a copier left half of their letters."""

import numpy as np
import pytest

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.shapes.lettered_twins import complete_lettered_rings
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.shapes.drawing import Pixels, ink_of, paper, text

_WIDE_MM, _HIGH_MM = 3.4, 2.6


def _page(grey: int) -> Pixels:
    """Draw four rows of five ovals; in the first column little is left of the letters."""
    page = paper()
    for row in range(4):
        for column in range(5):
            x_mm, y_mm = 8.0 + 8 * column, 8.0 + 8 * row
            middle = (round(x_mm * PX_PER_MM), round(y_mm * PX_PER_MM))
            half = (round(_WIDE_MM / 2 * PX_PER_MM), round(_HIGH_MM / 2 * PX_PER_MM))
            cv2.ellipse(page, middle, half, 0, 0, 360, (grey,), 2, cv2.LINE_AA)
            if column:
                text(page, x_mm - 0.6, y_mm + 0.6, "ABCDE"[column], 0.55)
            else:
                cv2.line(page, (middle[0], middle[1] - 6), (middle[0] + 4, middle[1] + 6), (190,), 2)
    return page


def _circles() -> list[PrintedShape]:
    """Return what was found of columns two to four: circles as high as the ovals are on the average."""
    side = 3.0
    return [
        PrintedShape(ShapeKind.OVAL, Rect(8.0 + 8 * column - side / 2, 8.0 + 8 * row - side / 2, side, side))
        for row in range(4)
        for column in (1, 2, 3)
    ]


def test_that_ovals_get_their_sides_and_those_without_whole_letters_are_found() -> None:
    seen, _ = ink_of(_page(grey=238))

    made = complete_lettered_rings(_circles(), seen.thin, np.zeros_like(seen.ink))

    middles = sorted((round(shape.rect.center_mm[1]), round(shape.rect.center_mm[0])) for shape in made)
    assert middles == [(8 + 8 * row, 8 + 8 * column) for row in range(4) for column in range(5)]
    assert all(shape.rect.w_mm == pytest.approx(_WIDE_MM, abs=0.3) for shape in made)
    assert all(shape.rect.h_mm == pytest.approx(_HIGH_MM, abs=0.3) for shape in made)


def test_that_too_few_rings_tell_nothing() -> None:
    seen, _ = ink_of(_page(grey=238))
    few = _circles()[:4]

    assert complete_lettered_rings(few, seen.thin, np.zeros_like(seen.ink)) == few
