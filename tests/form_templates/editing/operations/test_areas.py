"""Areas are drawn, moved, resized, given to others and deleted; the form never holds half of it."""

import math

import pytest

from form_templates.editing.edit import PlacedRef
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.areas import (
    NUDGE_MM,
    AssignAreas,
    Assignment,
    DeleteAreas,
    DrawArea,
    DrawField,
    MoveAreas,
    MoveToPage,
    PlaceAreas,
    ResizeAreas,
    ShapeAreas,
    StyleAreas,
)
from form_templates.editing.operations.parts import rects_of
from form_templates.editing.operations.questions import StyleItems
from form_templates.model import AreaShape, ItemId, MarkStyle, Rect
from tests.form_templates.editing.build import form, large_form, ref

C01_1, C01_2, C02_1 = ref("c01", "1"), ref("c01", "2"), ref("c02", "1")
COMMENT = ref("why", page=2, is_field=True)


def test_that_a_nudge_moves_areas_and_fields_by_a_tenth_of_a_millimetre():
    moved = MoveAreas((C01_1, COMMENT), NUDGE_MM, 0.0).applied_to(form())

    assert rects_of(moved, [C01_1, COMMENT]) == {C01_1: Rect(120.1, 40, 4, 4), COMMENT: Rect(20.1, 60, 160, 20)}


def test_that_a_thousand_nudges_there_and_back_end_where_they_began():
    template = form()
    for way_mm in [0.1] * 500 + [-0.1] * 500:
        template = MoveAreas((C01_1,), way_mm, 0.0).applied_to(template)

    assert template == form()


def test_that_pages_and_questions_that_an_edit_does_not_touch_stay_the_same_objects():
    before = large_form()

    after = MoveAreas((ref("c101", "1"),), 1.0, 0.0).applied_to(before)

    assert after.sections is before.sections
    assert [new is old for new, old in zip(after.pages, before.pages, strict=True)] == [False] + [True] * 7


def test_that_a_move_is_named_by_how_many_and_how_far():
    assert MoveAreas((C01_1, C01_2), 0.3, 0.4).describe(form()) == "2 areas moved 0.5 mm"
    assert MoveAreas((C01_1,), 0.0, -7.0).describe(form()) == "1 area moved 7 mm"


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (MoveAreas((ref("c09", "1"),), 1, 1), 'there is no area "c09=1" on page 1'),
        (MoveAreas((ref("c01", "1", page=7),), 1, 1), "there is no page 7"),
        (MoveAreas((), 1, 1), "there is nothing to do"),
        (MoveAreas((C01_1,), math.nan, 1), "a length must be a number"),
        (ResizeAreas((C01_1,), right_mm=-3.8), "an area must be at least 0.5 mm wide and high"),
        (DrawArea(1, ItemId("c01"), "1", Rect(5, 5, 4, 4)), 'option "1" of "c01" has an area already'),
        (DrawArea(1, ItemId("c01"), "9", Rect(5, 5, 4, 4)), '"9" is not an option of "c01"'),
        (DrawField(1, ItemId("c01"), Rect(5, 5, 4, 4)), '"c01" is answered by marking, not by writing'),
        (DrawField(1, ItemId("many"), Rect(5, 5, 4, 4), "a"), 'nothing is written at the option "a"'),
        (AssignAreas((Assignment(C01_1, ItemId("c02"), "1"),)), 'option "1" of "c02" has an area already'),
        (ShapeAreas((COMMENT,), AreaShape.CIRCLE), "a writing field is not marked"),
    ],
)
def test_that_what_cannot_be_done_is_refused_with_a_sentence(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why


def test_that_edges_move_by_what_they_are_dragged():
    resized = ResizeAreas((C01_1, C02_1), left_mm=-1.0, bottom_mm=0.5).applied_to(form())

    assert list(rects_of(resized, [C01_1, C02_1]).values()) == [Rect(119, 40, 5, 4.5), Rect(119, 47.2, 5, 4.5)]


def test_that_an_area_gets_the_rectangle_it_is_given():
    placed = PlaceAreas((PlacedRef(C01_1, Rect(1.00049, 2, 3, 4)),)).applied_to(form())

    assert rects_of(placed, [C01_1])[C01_1] == Rect(1.0, 2, 3, 4)


def test_that_a_deleted_area_can_be_drawn_anew_and_is_marked_as_its_question_is():
    ringed = StyleItems((ItemId("c01"),), MarkStyle.RING).applied_to(form())
    without = DeleteAreas((C01_1,)).applied_to(ringed)

    drawn = DrawArea(2, ItemId("c01"), "1", Rect(9, 9, 4, 4), AreaShape.CIRCLE).applied_to(without)

    assert len(without.pages[0].areas) == 14
    assert drawn.pages[1].areas[-1].style is MarkStyle.RING
    assert drawn.pages[1].areas[-1].shape is AreaShape.CIRCLE


def test_that_two_areas_can_change_places():
    swap = AssignAreas((Assignment(C01_1, ItemId("c02"), "1"), Assignment(C02_1, ItemId("c01"), "1")))

    swapped = swap.applied_to(form())

    assert rects_of(swapped, [C01_1, C02_1]) == {C01_1: Rect(120, 47.2, 4, 4), C02_1: Rect(120, 40, 4, 4)}


def test_that_areas_move_to_another_page_with_what_they_are():
    moved = MoveToPage((C01_1, C01_2), 2, 0.0, 100.0).applied_to(form())

    assert [len(page.areas) for page in moved.pages] == [13, 5]
    assert rects_of(moved, [ref("c01", "1", page=2)]) == {ref("c01", "1", page=2): Rect(120, 140, 4, 4)}


def test_that_a_question_all_of_whose_areas_are_ringed_asks_for_rings():
    refs = tuple(ref("c01", str(level)) for level in range(1, 6))

    some, all_of_them = (StyleAreas(each, MarkStyle.RING).applied_to(form()) for each in (refs[:4], refs))

    assert some.item(ItemId("c01")).style is MarkStyle.BOX
    assert all_of_them.item(ItemId("c01")).style is MarkStyle.RING
    assert {area.style for area in all_of_them.pages[0].areas[:5]} == {MarkStyle.RING}
