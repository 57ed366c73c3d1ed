"""Photographs are told from scans by what is in the picture, and how they were taken is measured."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.health.medium import Medium, medium_of
from omr.health.photo_signs import find_ground
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.simulation.chance import Range
from omr.simulation.devices.desk import BLACK_LAMINATE, GREY_LAMINATE, PALE_WOOD
from omr.simulation.devices.phone import PHONE, photograph

_NONE = Range(0.0, 0.0)
_CAREFUL = replace(
    PHONE, tilt_deg=Range(1.0, 3.0), roll_deg=_NONE, turns=((0, 1.0),), fill=Range(0.9, 0.9), aim=Range(0.5, 0.5),
    curl_mm=_NONE, desks=((PALE_WOOD, 1.0),), shadow=_NONE, gradient=Range(0.08, 0.08),
    vignette=Range(0.05, 0.05), defocus_mm=Range(0.05, 0.05), motion_mm=_NONE, long_side_px=Range(2000.0, 2000.0),
    aspects=((4 / 3, 1.0),),
)  # fmt: skip
"""A sheet on a table, from nearly straight above, in even light."""


def _photo(scan, seed=3, **how):
    return photograph(scan, replace(_CAREFUL, **how), np.random.default_rng(seed)).image


def _laid_on(scan, level, share):
    """Return a scan that shows ``share`` of its height more below and beside the sheet, as of a smaller sheet."""
    height, width = scan.shape
    whole = np.full((round(height * (1 + share)), round(width * (1 + share))), level, np.uint8)
    whole[:height, :width] = scan
    return whole


def test_that_scans_of_an_office_are_no_photographs_and_nothing_of_photographs_is_kept_of_them(examine, pile):
    for truth in pile.pages[:4]:
        with open_scan(pile.folder / truth.file) as file:
            health = examine(file.load(0).pixels)
        assert (health.p_photo, health.tilt, health.bend_mm, health.shade) == (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("level", [12, 252])
def test_that_a_small_sheet_on_a_large_glass_is_no_photograph(examine, scan, level):
    assert medium_of(examine(_laid_on(scan, level, 0.2), stated_dpi=None).p_photo) is Medium.SCAN


def test_that_a_badly_lit_scan_is_no_photograph(examine, scan):
    lamp = np.linspace(0.72, 1.0, scan.shape[1])

    assert medium_of(examine((scan * lamp).astype(np.uint8)).p_photo) is Medium.SCAN


@pytest.mark.parametrize("desk", [GREY_LAMINATE, BLACK_LAMINATE])
def test_that_a_sheet_on_a_table_was_photographed_although_from_nearly_straight_above(examine, scan, desk):
    assert medium_of(examine(_photo(scan, desks=((desk, 1.0),)), stated_dpi=None).p_photo) is Medium.PHOTO


@pytest.fixture(scope="module")
def careful(examine, scan):
    """The health of a photograph taken with care."""
    return examine(_photo(scan), stated_dpi=None)


def test_that_a_photograph_from_the_side_is_tilted(examine, scan, careful):
    assert careful.tilt < 0.2
    assert examine(_photo(scan, tilt_deg=Range(12.0, 12.0)), stated_dpi=None).tilt > 0.35


def test_that_light_from_one_side_is_shade(examine, scan, careful):
    uneven = examine(_photo(scan, gradient=Range(0.5, 0.5)), stated_dpi=None)

    assert careful.shade < 0.15
    assert uneven.shade == pytest.approx(0.4, abs=0.1)  # most of the half lies on the sheet


def test_that_curled_paper_is_bent(examine, scan, careful):
    curled = examine(_photo(scan, curl_mm=Range(12.0, 12.0)), stated_dpi=None)

    assert careful.bend_mm < 0.3
    assert curled.bend_mm > 1.0


def test_that_what_a_camera_notes_settles_it(examine, scan):
    assert medium_of(examine(scan, is_by_camera=True).p_photo) is Medium.PHOTO


def test_that_tinted_print_is_ground_and_no_shade(frozen_template):
    template = load_template(frozen_template)
    blank, layout = load_blank_pages(frozen_template, template)[0], template.pages[0]
    tinted = blank.copy()
    tinted[len(blank) // 2 :] = cv2.multiply(blank[len(blank) // 2 :], 0.6)

    plain, changed = find_ground(blank, layout), find_ground(tinted, layout)

    assert plain == pytest.approx(1.0, abs=0.02)
    assert changed[: len(changed) // 3] == pytest.approx(1.0, abs=0.02)
    assert changed[-len(changed) // 3 :] == pytest.approx(0.6, abs=0.03)
