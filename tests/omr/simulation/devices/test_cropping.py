"""Edges are lost as stated, and places are still known."""

import numpy as np
import pytest

from omr.simulation.chance import Range
from omr.simulation.devices.cropping import Cropping, Cut

SHAPE = (200, 100)


def _page() -> np.ndarray:
    return np.arange(SHAPE[0] * SHAPE[1], dtype=np.uint32).reshape(SHAPE).astype(np.uint8)


def test_that_a_cut_edge_is_missing_and_points_move() -> None:
    cut = Cut(left=10, top=0, right=0, bottom=30)

    delivered = cut.apply(_page())

    assert np.array_equal(delivered, _page()[:170, 10:])
    assert cut.moved(np.array([(12.0, 5.0)])).tolist() == [[2.0, 5.0]]


def test_that_a_black_edge_keeps_the_size_and_points_stay() -> None:
    cut = Cut(left=10, top=20, black=7)

    delivered = cut.apply(_page())

    assert delivered.shape == SHAPE
    assert (delivered[:20] == 7).all()
    assert (delivered[:, :10] == 7).all()
    assert np.array_equal(delivered[20:, 10:], _page()[20:, 10:])
    assert cut.moved(np.array([(12.0, 5.0)])).tolist() == [[12.0, 5.0]]


def test_that_only_what_was_delivered_is_seen() -> None:
    cut = Cut(left=10, bottom=30)

    seen = cut.keeps(np.array([(9.0, 5.0), (10.0, 5.0), (50.0, 169.0), (50.0, 171.0), (120.0, 5.0)]), SHAPE)

    assert seen.tolist() == [False, True, True, False, False]


@pytest.mark.parametrize("seed", range(20))
def test_that_one_or_two_sides_lose_as_much_as_stated(seed: int) -> None:
    cut = Cropping(Range(2.0, 8.0)).draw(10.0, np.random.default_rng(seed))

    lost_px = [side for side in (cut.left, cut.top, cut.right, cut.bottom) if side]
    assert len(lost_px) in (1, 2)
    assert all(20 <= side <= 80 for side in lost_px)
