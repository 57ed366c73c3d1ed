"""How probable faint marks are, fitted to counts."""

import numpy as np
import pytest

from omr.marks.measuring import LEAST_INK_PX
from omr.marks.pen import SheetPen
from omr.training.faint_marks import faint_line


def _sheets(line, rng, number=4000, marks=60):
    """Counts of sheets whose marks vanish as ``line`` says: marks, of them bare, mean and spread of the log ink."""
    means = rng.uniform(-1.0, 4.0, number)
    below = np.array([SheetPen.described(marks, mean, 0.6).deviations_below(LEAST_INK_PX) for mean in means])
    bare = rng.binomial(marks, 1 / (1 + np.exp(-(line[0] + line[1] * below))))
    return np.column_stack([np.full(number, marks), bare, means, np.full(number, 0.6)]).astype(np.float64)


def test_that_the_line_that_marks_vanish_by_is_found():
    found = faint_line(_sheets((0.4, -1.2), np.random.default_rng(3)))

    assert found == pytest.approx([0.4, -1.2], abs=0.12)


def test_that_the_line_stays_finite_where_no_mark_vanished():
    sheets = np.array([[60.0, 0.0, 3.0, 0.5], [60.0, 0.0, 4.0, 0.6]])

    begins, falls = faint_line(sheets)

    assert np.isfinite([begins, falls]).all()
    assert begins + falls * 6 < -5
