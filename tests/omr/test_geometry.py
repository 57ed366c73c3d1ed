"""Frames: what goes to the scan and back must come back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omr.geometry import fit_mapping, jacobians, map_points, reduced_to_scan, scale_at, turn_deg

_coordinates = st.floats(0, 300)
_A4 = np.array([(12.0, 12.0), (198.0, 12.0), (198.0, 285.0), (12.0, 285.0)])


def _turned(deg: float, scale: float) -> np.ndarray:
    angle = np.radians(deg)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * scale
    mapping = np.eye(3)
    mapping[:2, :2] = rotation
    mapping[:2, 2] = (700.0, 400.0)
    return mapping


@given(_coordinates, _coordinates, st.floats(-180, 180), st.floats(2, 24))
def test_that_a_point_sent_to_the_scan_and_back_is_where_it_was(x, y, deg, scale):
    mapping = _turned(deg, scale)

    there = map_points(mapping, np.array([(x, y)]))
    back = map_points(np.linalg.inv(mapping), there)

    assert back[0] == pytest.approx((x, y), abs=1e-6)


def test_that_four_pairs_give_the_mapping_that_made_them():
    mapping = _turned(3.0, 11.8)

    fitted = fit_mapping(_A4, map_points(mapping, _A4))

    assert fitted is not None
    assert map_points(fitted, np.array([(100.0, 150.0)]))[0] == pytest.approx(
        map_points(mapping, np.array([(100.0, 150.0)]))[0], abs=0.01
    )


def test_that_three_pairs_place_the_fourth_corner_of_a_flat_page():
    mapping = _turned(-2.0, 5.9)

    fitted = fit_mapping(_A4[:3], map_points(mapping, _A4[:3]))

    assert fitted is not None
    assert map_points(fitted, _A4[3:])[0] == pytest.approx(map_points(mapping, _A4[3:])[0], abs=1e-6)


def test_that_three_points_on_a_line_give_no_mapping():
    line = np.array([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)])

    assert fit_mapping(line, line) is None


def test_that_the_middle_of_a_reduced_pixel_is_the_middle_of_its_block():
    assert map_points(reduced_to_scan(2), np.array([(0.0, 0.0)]))[0] == pytest.approx((0.5, 0.5))
    assert map_points(reduced_to_scan(3), np.array([(1.0, 0.0)]))[0] == pytest.approx((4.0, 1.0))


@pytest.mark.parametrize("deg", [0, 90, 180, -90])
def test_that_turn_and_scale_are_read_off_a_mapping(deg):
    mapping = _turned(deg, 11.8)

    assert abs(turn_deg(mapping, (100, 100)) - deg) % 360 == pytest.approx(0, abs=1e-6)
    assert scale_at(mapping, (100, 100)) == pytest.approx(11.8)


def test_that_jacobians_agree_with_small_steps():
    mapping = _turned(5.0, 6.0)
    mapping[2, :2] = (1e-4, -2e-4)
    point, step = np.array([(50.0, 80.0)]), 1e-4

    linear = jacobians(mapping, point)[0]

    across = (map_points(mapping, point + np.array([(step, 0)])) - map_points(mapping, point))[0] / step
    down = (map_points(mapping, point + np.array([(0, step)])) - map_points(mapping, point))[0] / step
    assert linear[:, 0] == pytest.approx(across, rel=1e-4)
    assert linear[:, 1] == pytest.approx(down, rel=1e-4)


def test_that_points_on_the_horizon_are_nowhere_and_all_others_where_they_belong():
    horizon_at_100 = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, -0.01, 1.0]])
    points = np.array([(50.0, 50.0), (50.0, 100.0)])

    assert np.isfinite(map_points(horizon_at_100, points)).all(axis=1).tolist() == [True, False]
    assert np.isfinite(jacobians(horizon_at_100, points)).all(axis=(1, 2)).tolist() == [True, False]
