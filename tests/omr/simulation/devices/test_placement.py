"""Sheets lie where the placement says."""

import numpy as np
import pytest

from omr.simulation.devices.placement import (
    SheetPlacement,
    affine,
    chained,
    feeder_stretch,
    place,
    sheet_to_scan_points,
    surround,
)
from omr.simulation.effects import Image

SHAPE = (600, 424)


def _middle_of_ink(image: Image) -> tuple[float, float]:
    weights = 255 - image.astype(float)
    rows, columns = np.indices(image.shape)
    return float((weights * columns).sum() / weights.sum()), float((weights * rows).sum() / weights.sum())


@pytest.mark.parametrize("turn_deg", [-2.0, 0.0, 1.5])
def test_that_a_spot_appears_where_the_placement_maps_it(turn_deg: float, rng: np.random.Generator) -> None:
    sheet = np.full(SHAPE, 255, np.uint8)
    sheet[100:105, 300:305] = 0
    lie = affine(SHAPE, turn_deg, (1.01, 0.99), (3.4, -2.2))
    placement = SheetPlacement(lie, feeder_stretch(SHAPE[0], 2.0, rng))

    scan = place(sheet, placement)

    expected = sheet_to_scan_points(placement, np.array([(302.0, 102.0)]))[0]
    assert _middle_of_ink(scan) == pytest.approx(tuple(expected), abs=0.05)


def test_that_a_positive_skew_turns_clockwise() -> None:
    lie = affine(SHAPE, 10.0, (1.0, 1.0), (0.0, 0.0))

    right_of_middle = lie[:, :2] @ np.array([1.0, 0.0])

    assert right_of_middle[1] > 0  # y points down


def test_that_chained_maps_apply_in_order() -> None:
    shift = affine(SHAPE, 0.0, (1.0, 1.0), (10.0, 0.0))
    turn = affine(SHAPE, 90.0, (1.0, 1.0), (0.0, 0.0))
    middle = np.array([(SHAPE[1] - 1) / 2, (SHAPE[0] - 1) / 2])

    both = chained(shift, turn)

    assert both[:, :2] @ middle + both[:, 2] == pytest.approx(middle + np.array([0.0, 10.0]))


def test_that_the_stretch_is_smooth_and_within_reach(rng: np.random.Generator) -> None:
    stretch = feeder_stretch(3508, 2.4, rng)

    assert np.hypot(*stretch.T).max() <= 2.4
    assert np.hypot(*stretch.T).max() > 1.0
    assert np.abs(np.diff(stretch, axis=0)).max() < 0.02


def test_that_the_background_shows_beyond_the_paper_only() -> None:
    scan = np.full(SHAPE, 255, np.uint8)

    surrounded = surround(scan, affine(SHAPE, 0.0, (1.0, 1.0), (20.0, 0.0)), 10)

    assert (surrounded[:, :18] == 10).all()
    assert (surrounded[3:-3, 23:] == 255).all()  # above and below lies the shadow of the edge


def test_that_paper_exactly_on_the_glass_shows_no_background() -> None:
    scan = np.full(SHAPE, 255, np.uint8)

    assert (surround(scan, np.eye(2, 3), 0) == 255).all()
