"""Rings around areas: found where the pen went round, wherever else strokes are, and not where it did not."""

import numpy as np
import pytest

from omr.marks.rings import find_rings
from tests.omr.marks.drawn_marks import DrawnPage


@pytest.fixture
def drawn(form, pile):
    return DrawnPage(form, pile)


def _distances_mm(ring, middle_mm):
    return np.linalg.norm(ring.path_mm - middle_mm, axis=1)


def test_that_a_ring_is_found_where_it_was_drawn(drawn):
    area = drawn.area("c06", "4")
    drawn.ring(area, 4.0)

    (ring,) = find_rings(drawn.page, [area])

    assert np.abs(_distances_mm(ring, drawn.center_mm(area)) - 4.0).max() < 0.5
    assert ring.is_inked.all()


def test_that_an_open_ring_is_one_and_shows_its_gap(drawn):
    area = drawn.area("c06", "4")
    drawn.ring(area, 4.0, around_deg=300)

    (ring,) = find_rings(drawn.page, [area])

    assert 0.75 < ring.is_inked.mean() < 0.92


def test_that_rings_that_hang_together_are_told_apart(drawn):
    above, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    apart_mm = drawn.center_mm(below)[1] - drawn.center_mm(above)[1]
    for area in (above, below):
        drawn.ring(area, 0.55 * apart_mm)

    for ring, area in zip(find_rings(drawn.page, [above, below]), (above, below), strict=True):
        assert np.abs(_distances_mm(ring, drawn.center_mm(area)) - 0.55 * apart_mm).mean() < 0.4


def test_that_neither_a_cross_nor_an_arc_nor_nothing_is_a_ring(drawn):
    crossed, arched, empty = (drawn.area("c06", option) for option in ("2", "4", "5"))
    x, y = drawn.center_mm(crossed)
    drawn.stroke((x - 3, y - 3), (x + 3, y + 3))
    drawn.stroke((x - 3, y + 3), (x + 3, y - 3))
    drawn.ring(arched, 4.0, around_deg=150)

    assert find_rings(drawn.page, [crossed, arched, empty]) == [None, None, None]
