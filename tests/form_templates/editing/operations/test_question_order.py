"""Questions are moved between sections, made one, made two."""

import pytest

from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import rects_of
from form_templates.editing.operations.question_order import MergeItems, MoveItems, SplitItem
from form_templates.editing.operations.questions import ChangeItemKind
from form_templates.model import Condition, ItemId, ItemKind, Rect, Text
from tests.form_templates.editing.build import form, loose_ends, ref

C01, C02, C03, MANY, WHY = map(ItemId, ("c01", "c02", "c03", "many", "why"))


@pytest.mark.parametrize(
    ("edit", "rated", "rest"),
    [
        (MoveItems((C03,), "rated", 0), ["c03", "c01", "c02"], ["many", "why", "age"]),
        (MoveItems((C03, C01), "rest", 1), ["c02"], ["many", "c01", "c03", "why", "age"]),
        (MoveItems((C01,), "rated", 99), ["c02", "c03", "c01"], ["many", "why", "age"]),
    ],
)
def test_that_questions_are_dragged_to_a_place_in_a_section(edit, rated, rest):
    moved = edit.applied_to(form())

    assert [item.item_id for item in moved.sections[0].items] == rated
    assert [item.item_id for item in moved.sections[1].items] == rest


def test_that_merged_questions_are_one_with_the_options_of_all():
    merged = MergeItems((C02, C01, C03)).applied_to(form())

    item = merged.item(C02)
    assert [option.value for option in item.options] == [str(value) for value in range(1, 16)]
    assert item.scale_id is None
    assert {area.item_id for area in merged.pages[0].areas} == {"c02"}
    assert rects_of(merged, [ref("c02", "6")])[ref("c02", "6")] == Rect(120, 40, 4, 4)
    assert merged.item(WHY).asked_if == Condition(C02, frozenset({"6", "7"}))
    assert merged.overall_item == "c02"
    assert loose_ends(merged) == []


def test_that_the_words_of_a_question_with_one_nameless_option_become_that_options():
    marked = ChangeItemKind((WHY,), ItemKind.SINGLE).applied_to(form())

    merged = MergeItems((MANY, WHY)).applied_to(marked)

    assert [option.label.vi for option in merged.item(MANY).options] == ["A", "B", "Khác", "Vì sao?"]


def test_that_options_split_off_are_a_question_with_their_areas_and_fields():
    split = SplitItem(MANY, ("b", "other"), ItemId("more"), Text("Thêm")).applied_to(form())

    assert [item.item_id for item in split.sections[1].items] == ["many", "more", "why", "age"]
    assert [option.value for option in split.item(ItemId("more")).options] == ["b", "other"]
    assert [(area.item_id, area.option) for area in split.pages[1].areas] == [
        ("many", "a"),
        ("more", "b"),
        ("more", "other"),
    ]
    assert split.pages[1].fields[0].item_id == "more"
    assert split.item(MANY).max_choices == 1
    assert loose_ends(split) == []


def test_that_a_skip_rule_goes_with_the_options_it_names():
    gone = SplitItem(C01, ("1", "2"), ItemId("low"), Text("Thấp")).applied_to(form())
    mixed = SplitItem(C01, ("2", "3"), ItemId("low"), Text("Thấp")).applied_to(form())

    assert gone.item(WHY).asked_if == Condition(ItemId("low"), frozenset({"1", "2"}))
    assert mixed.item(WHY).asked_if == Condition(C01, frozenset({"1"}))


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (MergeItems((C01,)), "there must be two questions or more to make one of them"),
        (MergeItems((C01, WHY)), '"why" has no options'),
        (SplitItem(C01, (), ItemId("x"), Text("X")), '"c01" has no such options'),
        (SplitItem(C01, ("1", "9"), ItemId("x"), Text("X")), '"c01" has no such options'),
        (SplitItem(MANY, ("a", "b", "other"), ItemId("x"), Text("X")), '"many" must keep an option'),
        (MoveItems((C01,), "none", 0), 'there is no section "none"'),
    ],
)
def test_that_what_cannot_be_cut_so_is_refused(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why
