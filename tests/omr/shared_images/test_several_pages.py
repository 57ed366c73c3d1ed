"""Every page of a form on one image is read by itself, and none is lost without a word."""

import numpy as np
import pytest

from form_templates.page_code import PageCode
from omr.opencv import cv2
from omr.pipeline import PileReader
from omr.registration.blank_page import load_blank_pages
from omr.registration.located_page import LocatedPage
from omr.results import PageOutcome, Reason
from omr.shared_images.several_pages import find_pages
from tests.omr.drawn_pages import draw_code, marked, scan_of


@pytest.fixture(scope="module")
def sheet(form, frozen_template):
    """Front and back of one sheet at 150 dpi, each with its code and one answer that tells it from the other."""
    sides = []
    blanks = load_blank_pages(frozen_template, form.template)
    for blank, layout in zip(blanks, form.template.pages, strict=True):
        pixels = marked(blank, layout, {layout.areas[1].item_id: layout.areas[1].option})
        draw_code(pixels, layout, PageCode("sipas-2020", 2, layout.number, "09163", "000007"))
        sides.append(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
    return sides


def _read(reader, pixels):
    reading = reader.look_at_page(scan_of(pixels), 0)[0]
    return [reading, *reading.further]


def _marked_items(reading):
    return [item.item_id for item in reading.items if item.answer]


def test_that_two_pages_side_by_side_are_two_readings_with_their_own_places(reader, form, sheet):
    front, back = _read(reader, np.hstack(sheet))

    assert [front.identity.page, back.identity.page] == [1, 2]
    assert [_marked_items(front), _marked_items(back)] == [[page.layout.areas[1].item_id] for page in form.pages]
    left, right = (np.array(side.registration.template_to_scan).reshape(3, 3)[0, 2] for side in (front, back))
    assert (left, right) == pytest.approx((0, sheet[0].shape[1]), abs=3)
    assert back.registration.dpi == pytest.approx(150, abs=1)


def test_that_a_front_above_its_turned_back_is_read_whichever_way_up(reader, sheet):
    image = np.vstack([sheet[0], np.rot90(sheet[1], 2)])

    upright, turned = _read(reader, image), _read(reader, np.ascontiguousarray(np.rot90(image, 2)))

    assert [(side.identity.page, side.registration.turned_deg) for side in upright] == [(1, 0), (2, 180)]
    assert [(side.identity.page, side.registration.turned_deg) for side in turned] == [(2, 0), (1, 180)]


def test_that_several_forms_find_the_pages_of_one_image_as_one_does(reader, sheet):
    (one, other) = _read(PileReader([reader]), np.hstack(sheet))

    assert [one.identity.page, other.identity.page] == [1, 2]


def test_that_a_page_cut_off_beside_another_is_never_lost_in_silence(reader, sheet):
    front, rest = _read(reader, np.hstack([sheet[0], sheet[1][:, : sheet[1].shape[1] * 2 // 5]]))

    assert front.identity.page == 1
    assert (rest.outcome, rest.reason) == (PageOutcome.UNREADABLE, Reason.MORE_ON_IMAGE)


@pytest.mark.parametrize("beside", ["nothing", "a letter"])
def test_that_a_page_on_a_larger_bed_is_one_page(reader, sheet, beside):
    other = np.full_like(sheet[0], 250)
    if beside == "a letter":
        for row in range(150, 1500, 60):
            cv2.putText(other, "words of another paper", (150, row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 40, 2)

    (reading,) = _read(reader, np.hstack([sheet[0], other]))

    assert reading.identity.page == 1


def test_that_an_image_filled_by_its_page_is_searched_once(reader, sheet):
    asked = []

    def find(scan, index):
        asked.append(index)
        return reader._find(scan, index)

    (page,) = find_pages(scan_of(sheet[0]), 0, find, 297.0)

    assert isinstance(page.found, LocatedPage)
    assert asked == [0]
