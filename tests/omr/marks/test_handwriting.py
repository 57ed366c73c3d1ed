"""Whether anybody wrote into a text field: small dense hands count, the printed lines do not."""

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.model import ItemKind
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare
from omr.marks.handwriting import measure_fields
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.registration.locating import locate_page
from omr.results import Flag
from tests.omr.drawn_pages import PX_PER_MM

WRITTEN = 0.004  # of a field's area, from which it goes to a person
A4_LONG_MM = 297.0


@pytest.fixture(scope="module")
def page_with_lines(form, frozen_template):
    """A blank page with a text field, which has printed lines, and that field."""
    blanks = load_blank_pages(frozen_template, load_template(frozen_template))
    texts = {item.item_id for item in form.template.items() if item.kind is ItemKind.TEXT}
    for page, blank in zip(form.template.pages, blanks, strict=True):
        for field in page.fields:
            if field.item_id in texts and field.option is None:
                return blank, field
    raise AssertionError("the form has a text item")


def _share(form, pixels, field):
    page = PageImage(pixels)
    return measure_fields(locate_page(prepare(page, A4_LONG_MM), form, lambda: page)).ink_shares[field.item_id]


def _lowest_line(pixels, rect):
    """The y of the lowest printed line in a field, px."""
    left, right, top, bottom = (round(side * PX_PER_MM) for side in _sides(rect))
    inked = (pixels[top:bottom, left + 20 : right - 20] < 160).mean(axis=1)
    return top + int(np.flatnonzero(inked > 0.2)[-1])


def _sides(rect):
    return rect.x_mm, rect.x_mm + rect.w_mm, rect.y_mm + 1.0, rect.y_mm + rect.h_mm - 1.0


@pytest.mark.parametrize("high_mm", [1.0, 2.0])
@pytest.mark.parametrize("level", [30, 100])
def test_that_a_small_dense_hand_on_a_line_is_seen(form, page_with_lines, high_mm, level):
    blank, field = page_with_lines
    pixels = blank.copy()
    y, high = _lowest_line(blank, field.rect) - 2, round(high_mm * PX_PER_MM)
    across = np.arange(round((field.rect.x_mm + 4) * PX_PER_MM), round((field.rect.x_mm + 74) * PX_PER_MM), 5)
    up_and_down = y - high * (np.arange(len(across)) % 2)
    cv2.polylines(pixels, [np.column_stack([across, up_and_down]).astype(np.int32)], False, (level,), 5, cv2.LINE_AA)

    assert _share(form, pixels, field) > WRITTEN


def test_that_printed_lines_are_no_writing(form, page_with_lines):
    blank, field = page_with_lines

    assert _share(form, blank, field) < WRITTEN / 4


def test_that_printed_lines_are_no_writing_where_paper_slipped(form, page_with_lines):
    blank, field = page_with_lines
    pixels = blank.copy()
    left, right, top, bottom = (round(side * PX_PER_MM) for side in _sides(field.rect))
    pixels[top:bottom, left:right] = np.roll(blank[top:bottom, left:right], 12, axis=0)  # 1 mm

    assert _share(form, pixels, field) < WRITTEN


def _why_unseen(form, pixels, field):
    page = PageImage(pixels)
    return measure_fields(locate_page(prepare(page, A4_LONG_MM), form, lambda: page)).unseen.get(field.item_id)


def _torn_from(blank, field, ground):
    """The page without what lies below a little above the field; ``ground`` stands there, None for nothing at all."""
    top = round((field.rect.y_mm - 12.0) * PX_PER_MM)
    if ground is None:
        return blank[:top].copy()
    torn = blank.copy()
    torn[top:] = ground
    return torn


@pytest.mark.parametrize(
    ("ground", "flag"), [(None, Flag.CUT_OFF), (10, Flag.CUT_OFF), (180, Flag.CUT_OFF), (255, Flag.HIDDEN)]
)
def test_that_a_field_that_was_torn_off_is_not_seen_whatever_lies_behind(form, page_with_lines, ground, flag):
    blank, field = page_with_lines

    assert _why_unseen(form, _torn_from(blank, field, ground), field) is flag


def test_that_a_field_on_the_paper_is_seen_also_pale_and_in_black_and_white(form, page_with_lines):
    blank, field = page_with_lines
    pale = (255 - (255 - blank.astype(np.float32)) * 0.4).astype(np.uint8)
    one_bit = np.where(blank < 100, 0, 255).astype(np.uint8)

    assert [_why_unseen(form, pixels, field) for pixels in (blank, pale, one_bit)] == [None] * 3
