"""The scanner delivers pages of the stated size, turn and look."""

from dataclasses import replace

import numpy as np
import pytest

from omr.simulation.devices.conditions import CLEAN, CONDITIONS, OFFICE, PHOTOCOPY, TURNED, Lie
from omr.simulation.devices.scanner import Scan, print_blank, scan_page
from omr.simulation.effects import Image

DPI = 150
SHAPE = (1754, 1240)
SCALE = DPI / 25.4
SPOT_PX = (slice(345, 364), slice(227, 246))  # 3 mm square
SPOT_MM = np.array([(236.5, 354.5)]) / SCALE  # its middle; pixel edges, not centres, count from the paper's corner


def _page() -> Image:
    """White, with a black spot of 3 mm at ``SPOT_MM``."""
    page = np.full(SHAPE, 255, np.uint8)
    page[SPOT_PX] = 0
    return page


def _scan(name: str, seed: int) -> Scan:
    conditions = replace(CONDITIONS[name], dpi=DPI)
    rng = np.random.default_rng(seed)
    return scan_page(print_blank(_page(), conditions, rng), conditions, rng)


def test_that_clean_conditions_change_no_pixel() -> None:
    assert np.array_equal(_scan("clean", 1).image, _page())


@pytest.mark.parametrize("name", list(CONDITIONS))
@pytest.mark.parametrize("seed", range(4))
def test_that_the_spot_is_where_the_scan_says(name: str, seed: int) -> None:
    scan = _scan(name, seed)

    column, row = scan.template_to_scan(SPOT_MM)[0]
    top, left = round(row) - 14, round(column) - 14
    dark = 255.0 - scan.image[top : top + 29, left : left + 29]
    dark = np.where(dark > 127, dark, 0)
    rows, columns = np.indices(dark.shape)
    assert (dark * columns).sum() / dark.sum() + left == pytest.approx(column, abs=0.6)
    assert (dark * rows).sum() / dark.sum() + top == pytest.approx(row, abs=0.6)


@pytest.mark.parametrize("turn_deg", [0, 90, 180, 270])
def test_that_the_stated_clockwise_turn_makes_the_page_upright(turn_deg: int, rng: np.random.Generator) -> None:
    conditions = replace(CLEAN, dpi=DPI, turns=((turn_deg, 1.0),))

    scan = scan_page(print_blank(_page(), conditions, rng), conditions, rng)

    assert scan.turned_deg == turn_deg
    assert np.array_equal(np.rot90(scan.image, -turn_deg // 90), _page())


def test_that_one_bit_scans_are_black_and_white() -> None:
    assert set(np.unique(_scan("fax-1bit", 2).image)) == {0, 255}


def test_that_office_paper_and_print_are_grey() -> None:
    scan = _scan("office", 3)

    column, row = np.rint(scan.template_to_scan(SPOT_MM)[0]).astype(int)
    spot = scan.image[row - 3 : row + 4, column - 3 : column + 4]
    assert 232 <= np.median(scan.image) <= 252
    assert 5 <= np.median(spot) <= 75


def test_that_office_scans_are_skewed_and_shifted_as_stated() -> None:
    rng = np.random.default_rng(5)
    moves = np.array([OFFICE.scanner.draw(SHAPE, 1.0, rng) for _ in range(800)])

    skew_deg = np.rad2deg(np.arctan2(moves[:, 1, 0], moves[:, 0, 0]))
    assert skew_deg.std() == pytest.approx(0.7, rel=0.1)
    middle = moves[:, :, :2] @ np.array([619.5, 876.5]) + moves[:, :, 2] - np.array([619.5, 876.5])
    assert middle.std(axis=0) == pytest.approx([1.2, 1.2], rel=0.12)


def test_that_office_pages_are_upside_down_now_and_then() -> None:
    assert dict(OFFICE.turns) == {0: 0.97, 180: 0.03}
    assert {turn for turn, _ in TURNED.turns} == {0, 90, 180, 270}


def test_that_photocopies_are_scaled_but_known() -> None:
    conditions = replace(PHOTOCOPY, dpi=DPI, copied_after_filling=0.0, scanner=Lie(), printer=Lie())
    frame_mm = np.array([(0.0, 0.0), (100.0, 0.0)])

    widths = []
    for seed in range(20):
        sheet = print_blank(_page(), conditions, np.random.default_rng(seed))
        ends = frame_mm @ sheet.template_to_px[:, :2].T + sheet.template_to_px[:, 2]
        widths.append(np.hypot(*(ends[1] - ends[0])) / (100 * SCALE))

    assert min(widths) < 0.985
    assert max(widths) > 1.0
    assert min(widths) > 0.92
    assert max(widths) < 1.05


def test_that_a_photocopy_of_a_filled_form_has_no_colour() -> None:
    conditions = replace(PHOTOCOPY, dpi=DPI, copied_after_filling=1.0, generations=(1, 1), scan_steps=())
    rng = np.random.default_rng(6)
    sheet = print_blank(_page(), conditions, rng)
    blue = np.zeros((*SHAPE, 3), np.uint8) + np.array([60, 60, 200], np.uint8)

    scan = scan_page(replace(sheet, image=blue), conditions, rng)

    assert np.array_equal(scan.image[..., 0], scan.image[..., 2])
