"""One page from pixels to answers: what is drawn on it is read, and what is not a page of the form says why."""

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.page_code import PageCode
from omr.opencv import cv2
from omr.pipeline import PageReader, find_page
from omr.registration.blank_page import load_blank_pages
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.results import Flag, IdentitySource, PageOutcome, Reason
from omr.settings import ReadingSettings
from tests.omr.drawn_pages import PX_PER_MM, draw_code, draw_cross, marked, scan_of

CODE = PageCode("sipas-2020", 2, 1, "09163", "000007")
ANSWERS = {"b1": "1", "c01": "4", "c02": "5", "c03": "1", "c04": "3"}


@pytest.fixture(scope="module")
def template(frozen_template):
    return load_template(frozen_template)


@pytest.fixture(scope="module")
def blank_pages(frozen_template, template):
    return load_blank_pages(frozen_template, template)


@pytest.fixture(scope="module")
def reader(template, blank_pages):
    return PageReader(template, blank_pages, ReadingSettings())


@pytest.fixture
def page(template, blank_pages):
    """The first page, filled in and with its code, nothing moved or soiled."""
    layout = template.page(1)
    pixels = marked(blank_pages[0], layout, _answers(layout))
    draw_code(pixels, layout, CODE)
    return pixels


def _answers(layout):
    """The answers of ``ANSWERS`` that are given on a page, and the first option of every fourth item besides."""
    options = {}
    for area in layout.areas:
        options.setdefault(area.item_id, area.option)
    chosen = dict(list(options.items())[::4])
    return chosen | {item: option for item, option in ANSWERS.items() if item in options}


def test_that_crosses_are_read_as_the_answers_they_mean_and_nothing_else_is(reader, template, page):
    layout = template.page(1)
    meant = _answers(layout)

    reading = reader.read_page(scan_of(page), 0)

    assert reading.outcome is PageOutcome.READ
    read = {item.item_id: item.answer for item in reading.items if item.answer}
    assert read == {item: (option,) for item, option in meant.items()}
    by_area = {(mark.item_id, mark.option): mark.p_marked for mark in reading.marks}
    assert min(by_area[key] for key in meant.items()) > 0.99
    assert max(p for key, p in by_area.items() if key not in meant.items()) < 0.5


def test_that_the_code_says_which_print_out_it_is(reader, page):
    identity = reader.read_page(scan_of(page), 0).identity

    assert (identity.template_id, identity.version, identity.page) == ("sipas-2020", 2, 1)
    assert (identity.unit, identity.serial) == ("09163", "000007")
    assert identity.source is IdentitySource.CODE


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_that_a_turned_page_gives_the_same_answers(reader, page, quarter_turns):
    upright = reader.read_page(scan_of(page), 0)

    turned = reader.read_page(scan_of(np.ascontiguousarray(np.rot90(page, quarter_turns))), 0)

    assert turned.registration.turned_deg == quarter_turns * 90
    assert [item.answer for item in turned.items] == [item.answer for item in upright.items]


def test_that_a_reading_has_every_item_and_every_area_of_its_page_in_order(reader, template, page):
    model = reader.form.page(1)

    reading = reader.read_page(scan_of(page), 0)

    assert [item.item_id for item in reading.items] == [item.item_id for item in model.items]
    assert [(mark.item_id, mark.option) for mark in reading.marks] == [
        (area.item_id, area.option) for area in template.page(1).areas
    ]


def test_that_a_page_that_was_read_shows_what_was_seen_and_another_shows_nothing(reader, page):
    reading, seen = reader.look_at_page(scan_of(page), 0)
    unread, unseen = reader.look_at_page(scan_of(np.full_like(page, 250)), 0)

    assert len(seen.likelihoods) == len(seen.measured.ink_px) == len(reading.marks)
    assert unread.items == unread.marks == ()
    assert unseen is None


def test_that_white_paper_is_a_blank_page(reader, page):
    reading = reader.read_page(scan_of(np.full_like(page, 250)), 0)

    assert (reading.outcome, reading.reason) == (PageOutcome.BLANK, Reason.BLANK_PAGE)


@pytest.mark.parametrize("level", [0, 45])
def test_that_a_page_scanned_under_an_open_lid_is_unreadable_and_not_blank(reader, page, level):
    reading = reader.read_page(scan_of(np.full_like(page, level)), 0)

    assert (reading.outcome, reading.reason) == (PageOutcome.UNREADABLE, Reason.DARK_PAGE)


def test_that_dark_paper_without_print_is_blank(reader, page):
    assert reader.read_page(scan_of(np.full_like(page, 120)), 0).reason is Reason.BLANK_PAGE


def test_that_a_page_of_another_version_is_foreign_and_says_which(reader, template, blank_pages):
    pixels = blank_pages[0].copy()
    draw_code(pixels, template.page(1), PageCode("sipas-2020", 3, 1))

    reading = reader.read_page(scan_of(pixels), 0)

    assert (reading.outcome, reading.reason) == (PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE)
    assert reading.detail == "sipas-2020 3.1"


def test_that_a_cross_beside_all_its_boxes_makes_the_blank_item_suspect(reader, template, page):
    layout = template.page(1)
    item = next(
        area.item_id for area in layout.areas if area.item_id.startswith("c") and area.item_id not in _answers(layout)
    )
    areas = [area.rect for area in layout.areas if area.item_id == item]
    x, y = areas[-1].center_mm
    draw_cross(page, (x - (x - areas[-2].center_mm[0]) / 2, y), half_mm=1.8)

    reading = next(reading for reading in reader.read_page(scan_of(page), 0).items if reading.item_id == item)

    assert reading.answer == ()
    assert reading.flags == {Flag.FAINT_MARK}
    assert reading.p_wrong == 0.5


def test_that_a_page_is_found_where_it_lies(reader, page):
    moved = np.full((page.shape[0] + 200, page.shape[1] + 100), 255, np.uint8)
    moved[120 : 120 + page.shape[0], 60 : 60 + page.shape[1]] = page

    located = find_page(scan_of(moved), 0, reader.form)
    nothing = find_page(scan_of(np.full_like(page, 250)), 0, reader.form)

    assert isinstance(located, LocatedPage)
    mapping = np.reshape(located.registration.template_to_scan, (3, 3))
    np.testing.assert_allclose(mapping[:2, 2], (59.5, 119.5), atol=0.1 * PX_PER_MM)
    assert isinstance(nothing, RegistrationFailure)


def _unfilled(template, blank_pages):
    pixels = blank_pages[0].copy()
    draw_code(pixels, template.page(1), CODE)
    softened = np.asarray(cv2.GaussianBlur(pixels, (0, 0), 1.2), np.float32) * 0.85 + 25
    return np.clip(softened + np.random.default_rng(5).normal(0, 3, pixels.shape), 0, 255).astype(np.uint8)


def test_that_a_clean_grey_scan_of_an_unfilled_form_is_blank_without_a_doubt(reader, template, blank_pages):
    reading = reader.read_page(scan_of(_unfilled(template, blank_pages)), 0)

    assert reading.outcome is PageOutcome.READ
    assert {item.answer for item in reading.items} == {()}
    assert [item.item_id for item in reading.items if item.flags] == []


def test_that_unfilled_boxes_stay_doubtful_where_pale_ink_would_not_show(reader, template, blank_pages):
    bilevel = np.where(_unfilled(template, blank_pages) < 150, 0, 255).astype(np.uint8)

    reading = reader.read_page(scan_of(bilevel), 0)

    assert {item.answer for item in reading.items} == {()}
    assert sum(bool(item.flags) for item in reading.items) > 10


@pytest.mark.parametrize("level", [150, 190, 210, 222])
def test_that_a_faint_mark_alone_on_its_page_is_read_or_doubted(reader, template, blank_pages, level):
    pixels, area = _unfilled(template, blank_pages), template.page(1).areas[2]
    draw_cross(pixels, area.rect.center_mm, level=level)

    readings = {item.item_id: item for item in reader.read_page(scan_of(pixels), 0).items}

    assert readings[area.item_id].answer == (area.option,) or readings[area.item_id].flags
