"""The smooth correction: it follows what bends, stays where nothing is known, and is not pulled by single marks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omr.local_correction import NO_CORRECTION, LocalCorrection, fit_correction, grid_of

_GRID = grid_of(210.0, 297.0)
_OUTLIER_MM = 0.3
_PLACES = np.random.default_rng(1).uniform((15.0, 20.0), (195.0, 280.0), (120, 2))


def _fit(shifts, weights=None, places=_PLACES):
    return fit_correction(places, shifts, np.ones(len(places)) if weights is None else weights, _GRID, _OUTLIER_MM)


def test_that_no_correction_leaves_every_point_where_it_is():
    assert NO_CORRECTION.applied_to(_PLACES) == pytest.approx(_PLACES)


@given(st.lists(st.floats(-1, 1), min_size=12, max_size=12))
def test_that_a_quadratic_kept_by_an_earlier_survey_shifts_alike(coefficients):
    x, y = _PLACES.T / 100
    terms = np.column_stack([np.ones_like(x), x, y, x * y, x * x, y * y])

    correction = LocalCorrection.from_quadratic(coefficients, 210.0, 297.0)

    assert correction.shifts_at(_PLACES) == pytest.approx(terms @ np.reshape(coefficients, (2, 6)).T, abs=1e-9)


def test_that_a_page_moved_as_a_whole_is_followed_exactly():
    correction = _fit(np.tile((0.7, -0.4), (len(_PLACES), 1)))

    assert correction.shifts_at(_PLACES) == pytest.approx(np.tile((0.7, -0.4), (len(_PLACES), 1)), abs=0.02)


def test_that_a_slipping_feeder_is_followed_within_a_fifth_of_a_millimetre():
    slip = np.column_stack([0.2 * np.sin(_PLACES[:, 1] / 25), 0.7 * np.sin(_PLACES[:, 1] / 25 + 1)])
    noise = np.random.default_rng(2).normal(0, 0.08, slip.shape)

    off = np.linalg.norm(_fit(slip + noise).shifts_at(_PLACES) - slip, axis=1)

    assert np.percentile(off, 95) < 0.2


def test_that_landmarks_disturbed_by_marks_do_not_pull_their_neighbours():
    disturbed = np.zeros((len(_PLACES), 2))
    disturbed[::8] = (1.4, -1.2)

    correction = _fit(disturbed)

    assert np.abs(correction.shifts_at(_PLACES)).max() < 0.08


def test_that_what_was_not_seen_does_not_count():
    shifts = np.zeros((len(_PLACES), 2))
    shifts[:100] = (5.0, 5.0)
    weights = np.zeros(len(_PLACES))
    weights[100:] = 1.0

    assert np.abs(_fit(shifts, weights).shifts_at(_PLACES)).max() < 0.01


def test_that_nothing_seen_gives_no_correction():
    assert _fit(np.ones((len(_PLACES), 2)), np.zeros(len(_PLACES))) is NO_CORRECTION


def test_that_corners_without_landmarks_are_not_thrown_far():
    in_one_corner = _PLACES[(_PLACES < (80.0, 90.0)).all(axis=1)]
    shifts = 0.1 * np.random.default_rng(3).normal(size=in_one_corner.shape)

    far = fit_correction(in_one_corner, shifts, np.ones(len(in_one_corner)), _GRID, _OUTLIER_MM)

    assert len(in_one_corner) >= 8
    assert np.abs(far.shifts_at(np.array([(200.0, 290.0)]))).max() < 0.5
