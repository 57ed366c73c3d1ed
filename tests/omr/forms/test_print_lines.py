"""Boxes, circles and ruled lines of a blank page are found; letters are not."""

import numpy as np
import pytest

from omr.forms.print_lines import print_lines
from omr.opencv import cv2

_PX_PER_MM = 6
_INK = (40, 40, 40)


def test_that_edges_of_boxes_and_circles_and_middles_of_lines_are_found():
    page = np.full((150 * _PX_PER_MM, 210 * _PX_PER_MM, 3), 255, np.uint8)
    cv2.rectangle(page, (60, 120), (84, 144), _INK, 1)
    cv2.circle(page, (300, 132), 15, _INK, 2)
    cv2.line(page, (60, 600), (600, 600), _INK, 2)
    cv2.putText(page, "KHAO SAT", (60, 400), cv2.FONT_HERSHEY_SIMPLEX, 1.0, _INK, 2, cv2.LINE_AA)
    found = print_lines(page, 210.0)
    for wanted in (10.0, 14.0):
        assert min(abs(at - wanted) for at in found.xs_mm) < 0.3
    for wanted in (20.0, 24.0, 100.0):
        assert min(abs(at - wanted) for at in found.ys_mm) < 0.3
    assert not [at for at in found.ys_mm if 55.0 < at < 72.0]
    assert max(found.xs_mm) == pytest.approx(316 / _PX_PER_MM, abs=0.4)
