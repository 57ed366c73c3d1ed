"""What a page tells about scanner and paper, on scans with known faults."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.results import Side, Streak

PX_PER_MM = 300 / 25.4


def _with_line(scan, at_mm, *, width_px=3, dark=70, rows=slice(None)):
    streaked = scan.copy()
    left = round(at_mm * PX_PER_MM)
    streaked[rows, left : left + width_px] = cv2.subtract(scan[rows, left : left + width_px], (dark,))
    return streaked


def test_that_no_page_of_an_office_pile_has_a_streak_although_its_tables_have_rules(examine, pile):
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as file:
            assert examine(file.load(0).pixels).streaks == ()


@pytest.mark.parametrize("at_mm", [30.0, 112.0, 188.0])
def test_that_a_streak_is_found_where_it_is(examine, scan, at_mm):
    (streak,) = examine(_with_line(scan, at_mm)).streaks

    assert streak.side is Side.LEFT
    assert streak.distance_mm == pytest.approx(at_mm, abs=0.6)


def test_that_a_streak_across_a_sheet_fed_sideways_counts_from_the_top(examine, scan):
    turned = np.ascontiguousarray(np.rot90(_with_line(scan, 112.0)))

    (streak,) = examine(turned).streaks

    assert streak == Streak(Side.TOP, pytest.approx(scan.shape[1] / PX_PER_MM - 112.0, abs=0.6))


def test_that_a_line_that_ends_on_the_paper_is_no_streak(examine, scan):
    assert examine(_with_line(scan, 112.0, rows=slice(400, 2800))).streaks == ()


def test_that_a_straight_scan_of_plain_print_has_no_streak(examine, frozen_template):
    template = load_template(frozen_template)
    for blank in load_blank_pages(frozen_template, template):
        assert examine(blank).streaks == ()


def test_that_size_is_told_by_the_resolution_the_file_states(examine, scan):
    assert examine(scan).print_scale == pytest.approx(1.0, abs=0.01)
    assert examine(scan, stated_dpi=312.5).print_scale == pytest.approx(0.96, abs=0.01)
    assert examine(scan, stated_dpi=None).print_scale is None


def test_that_a_cut_off_edge_is_measured_and_only_that(examine, scan):
    health = examine(np.ascontiguousarray(scan[:, : -round(9 * PX_PER_MM)]))

    before = examine(scan).cropped_mm
    growth = [after - earlier for after, earlier in zip(health.cropped_mm, before, strict=True)]
    assert growth == pytest.approx([0.0, 0.0, 9.0, 0.0], abs=1.0)


def test_that_skew_is_measured_clockwise_whatever_the_turn(examine, scan):
    middle = (scan.shape[1] / 2, scan.shape[0] / 2)
    skewed = cv2.warpAffine(scan, cv2.getRotationMatrix2D(middle, -2.0, 1.0), scan.shape[::-1], borderValue=255)
    base_deg = examine(scan).skew_deg

    for turned in (skewed, np.ascontiguousarray(np.rot90(skewed)), np.ascontiguousarray(np.rot90(skewed, 2))):
        assert examine(turned).skew_deg - base_deg == pytest.approx(2.0, abs=0.2)


def test_that_dark_borders_are_measured_by_side(examine, scan):
    framed = scan.copy()
    framed[:, : round(3 * PX_PER_MM)] = 20
    framed[-round(4 * PX_PER_MM) :] = 20

    left, top, right, bottom = examine(framed).border_mm

    assert (left, bottom) == (pytest.approx(3.0, abs=0.4), pytest.approx(4.0, abs=0.4))
    assert max(top, right) < 3.5


def test_that_black_and_white_blur_and_noise_are_told(examine, scan):
    plain = examine(scan)
    blurred = examine(np.asarray(cv2.GaussianBlur(scan, (0, 0), 2.5), np.uint8))
    noise = np.random.default_rng(4).normal(0, 12, scan.shape)
    noisy = examine(np.clip(scan + noise, 0, 255).astype(np.uint8))
    bilevel = examine(np.where(scan > 150, 255, 0).astype(np.uint8))

    assert blurred.sharpness < 0.6 * plain.sharpness
    assert noisy.noise > 2 * plain.noise
    assert (bilevel.is_one_bit, plain.is_one_bit) == (True, False)


def test_that_the_printed_form_is_measured_not_the_picture(examine, scan):
    assert examine(scan).dpi == pytest.approx(300, abs=3)
    half = np.asarray(cv2.resize(scan, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    assert examine(half).dpi == pytest.approx(150, abs=2)
