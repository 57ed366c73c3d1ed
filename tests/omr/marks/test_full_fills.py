"""Blackened boxes: what they mean follows from the form's instruction and from how the same person marks elsewhere."""

from copy import copy
from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.model import ItemKind
from form_templates.page_code import PageCode
from form_templates.taking_back import BlackenedBox, TakingBack
from omr.marks.full_fills import with_full_fills
from omr.marks.likelihoods import LogLikelihoods
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.results import Flag
from tests.omr.drawn_pages import PX_PER_MM, draw_code, draw_cross, scan_of

UNSAID, WITHDRAWN, CHOSEN = BlackenedBox.UNSAID, BlackenedBox.WITHDRAWN, BlackenedBox.CHOSEN
CROSSES, FULL = [0.3] * 6, 0.95
SEVERAL, ALONE, BESIDE = "a01", "c19", "c20"
BLACKENED = {SEVERAL: 1, ALONE: 2, BESIDE: 0}
"""Which option of these items is blackened on the crosser's page; the first and the last have a cross as well."""


@pytest.fixture(scope="module")
def blank(frozen_template):
    template = load_template(frozen_template)
    return template.page(2), load_blank_pages(frozen_template, template)[1]


def drawn(blank, draw, blackened=(), crossed=()):
    """Return the second page with every item answered as ``draw`` does, but for those whose options are given."""
    layout, pixels = blank
    page, options = pixels.copy(), {}
    for area in layout.areas:
        options.setdefault(area.item_id, []).append(area.rect)
    for position, (item_id, rects) in enumerate(options.items()):
        if item_id not in dict(blackened):
            draw(page, rects[3 * position % len(rects)])
    for fill, places in ((blacken, blackened), (cross, crossed)):
        for item_id, place in places:
            fill(page, options[item_id][place])
    draw_code(page, layout, PageCode("sipas-2020", 2, 2, "09163", "000007"))
    return scan_of(page)


def cross(page, rect):
    draw_cross(page, rect.center_mm)


def blacken(page, rect):
    """Go to and fro with the pen until the box is full."""
    left, top = ((np.array([rect.x_mm, rect.y_mm]) + 0.35) * PX_PER_MM).tolist()
    side = (rect.w_mm - 0.7) * PX_PER_MM
    down = np.linspace(top, top + side, 12)
    across = np.where(np.arange(12) % 2, left, left + side)
    cv2.polylines(page, [np.stack([across, down], axis=1).round().astype(np.int32)], False, (40,), 6, cv2.LINE_AA)


def reading_of(reader, scan, said):
    told = copy(reader)
    template = replace(reader.form.template, taking_back=TakingBack(said))
    told._form = replace(reader.form, template=template)
    return {item.item_id: item for item in told.read_page(scan, 0).items}


@pytest.fixture(scope="module")
def crosser(reader, blank):
    """How a page of crosses with three blackened boxes is read, by what the form says."""
    scan = drawn(blank, cross, BLACKENED.items(), [(SEVERAL, 3), (BESIDE, 3)])
    return {said: reading_of(reader, scan, said) for said in BlackenedBox}


def options_of(reader, item_id, *places):
    options = reader.form.template.item(item_id).options
    return tuple(options[place].value for place in places)


def test_that_of_several_answers_a_blackened_one_among_crosses_is_looked_at_where_nothing_is_said(reader, crosser):
    item = crosser[UNSAID][SEVERAL]

    assert item.answer == options_of(reader, SEVERAL, 1, 3)
    assert item.flags == {Flag.CANCELLED_MARK}


def test_that_of_several_answers_a_blackened_one_is_as_the_form_says(reader, crosser):
    assert crosser[WITHDRAWN][SEVERAL].answer == options_of(reader, SEVERAL, 3)
    assert crosser[CHOSEN][SEVERAL].answer == options_of(reader, SEVERAL, 1, 3)
    assert crosser[CHOSEN][SEVERAL].flags == frozenset()


def test_that_a_lone_blackened_box_answers_a_question_unless_the_form_says_that_it_is_taken_back(reader, crosser):
    for said in (UNSAID, CHOSEN):
        assert crosser[said][ALONE].answer == options_of(reader, ALONE, 2)
        assert crosser[said][ALONE].flags == frozenset()
    assert crosser[WITHDRAWN][ALONE].answer == ()
    assert crosser[WITHDRAWN][ALONE].flags


def test_that_beside_a_blackened_box_the_cross_is_proposed_and_accepted_where_the_form_says_so(reader, crosser):
    for said, is_accepted in ((UNSAID, False), (WITHDRAWN, True)):
        assert crosser[said][BESIDE].answer == options_of(reader, BESIDE, 3)
        assert (not crosser[said][BESIDE].flags) is is_accepted
    assert crosser[CHOSEN][BESIDE].flags == {Flag.DOUBLE_MARK}


def test_that_all_other_answers_of_the_page_are_accepted_whatever_is_said(crosser):
    for items in crosser.values():
        choices = [item for item in items.values() if item.item_id not in BLACKENED and item.answer]
        assert len(choices) > 10
        assert not any(item.flags for item in choices)


def test_that_somebody_who_fills_every_box_is_read_as_before_where_nothing_is_said(reader, blank, monkeypatch):
    scan = drawn(blank, blacken)
    unsaid = reading_of(reader, scan, UNSAID)
    monkeypatch.setattr("omr.pipeline.with_full_fills", lambda likelihoods, *_: likelihoods)

    assert unsaid == reading_of(reader, scan, UNSAID)
    assert not any(item.flags for item in unsaid.values() if item.answer)


def test_that_nothing_is_accepted_of_somebody_who_fills_every_box_against_the_instruction(reader, blank):
    items = reading_of(reader, drawn(blank, blacken), WITHDRAWN)
    kinds = {item.item_id: item.kind for item in reader.form.page(2).items}
    answers = [item for item in items.values() if kinds[item.item_id] in (ItemKind.SINGLE, ItemKind.MULTIPLE)]

    assert all(item.answer and item.flags for item in answers)


def likelihoods(marks, *last):
    """Sure marks, and one more area with the log likelihoods given."""
    return LogLikelihoods(np.array([12.0] * marks + [last[0]]), np.array([-2.0] * marks + [last[1]]))


@pytest.mark.parametrize("said", BlackenedBox)
def test_that_a_page_without_a_blackened_box_is_as_before(said):
    before = likelihoods(6, 3.0, 2.0)

    assert with_full_fills(before, np.array([*CROSSES, 0.8], np.float32), said) is before


@pytest.mark.parametrize("said", BlackenedBox)
def test_that_dark_print_that_is_no_mark_stays_none(said):
    before = likelihoods(6, -9.0, -7.0)

    assert with_full_fills(before, np.array([*CROSSES, 1.0], np.float32), said) is before


def test_that_few_marks_do_not_show_how_somebody_marks():
    before = likelihoods(2, 12.0, 4.0)  # with the blackened box itself three
    fills = np.array([0.3, 0.3, FULL], np.float32)

    assert with_full_fills(before, fills, UNSAID).cancelled.tolist() == before.cancelled.tolist()
    assert with_full_fills(before, fills, WITHDRAWN).cancelled[-1] > 12.0  # a doubt
    assert with_full_fills(before, fills, WITHDRAWN).marked[-1] == 12.0


def test_that_a_blot_that_was_surely_taken_back_is_as_before_where_nothing_is_said():
    before = likelihoods(6, 2.0, 11.0)
    after = with_full_fills(before, np.array([*CROSSES, FULL], np.float32), UNSAID)

    assert (after.marked.tolist(), after.cancelled.tolist()) == (before.marked.tolist(), before.cancelled.tolist())


def test_that_a_blot_that_looks_taken_back_is_a_doubt_where_the_form_says_that_it_is_chosen():
    after = with_full_fills(likelihoods(6, 2.0, 11.0), np.array([*CROSSES, FULL], np.float32), CHOSEN)

    assert (after.marked[-1], after.cancelled[-1]) == (6.0, 11.0)
