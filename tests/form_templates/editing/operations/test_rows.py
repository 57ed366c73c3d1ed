"""A row, or a grid, is repeated: every copy is a question of its own."""

import pytest

from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import rects_of
from form_templates.editing.operations.questions import NumberItems, SetCondition
from form_templates.editing.operations.rows import RepeatItems
from form_templates.model import Condition, ItemId, Rect, Text
from tests.form_templates.editing.build import form, loose_ends, ref

C01, C02, C03 = (ItemId(f"c0{number}") for number in (1, 2, 3))


def test_that_a_row_is_repeated_21_times_with_numbers_and_ids_counting_up():
    edit = RepeatItems((C03,), 21, 7.2)

    repeated = edit.applied_to(form())

    items = repeated.sections[0].items
    assert edit.describe(form()) == "row of 5 areas repeated 21 times, 7.2 mm apart"
    assert [item.item_id for item in items[3:]] == [f"c{number:02d}" for number in range(4, 25)]
    assert [item.number for item in items[3:]] == [str(number) for number in range(4, 25)]
    assert {(item.kind, item.scale_id, item.options) for item in items} == {(items[0].kind, "level", items[0].options)}
    assert len(repeated.pages[0].areas) == 15 + 105
    assert rects_of(repeated, [ref("c24", "5")])[ref("c24", "5")] == Rect(168, 205.6, 4, 4)
    assert loose_ends(repeated) == []


def test_that_copies_are_called_as_asked_and_otherwise_by_their_ids():
    repeated = RepeatItems((C03,), 2, 7.2, labels=(Text("Bốn", "Four"),)).applied_to(form())

    assert [item.label for item in repeated.sections[0].items[3:]] == [Text("Bốn", "Four"), Text("c05")]


def test_that_a_grid_is_repeated_as_a_whole_and_skip_rules_stay_within_a_copy():
    asked = SetCondition(C02, Condition(C01, frozenset({"1"}))).applied_to(form())
    edit = RepeatItems((C03, C01, C02), 1, 60.0)

    repeated = edit.applied_to(asked)

    copies = repeated.sections[0].items[3:]
    assert edit.describe(asked) == "grid of 15 areas repeated once, 60 mm apart"
    assert [(copy.item_id, copy.number) for copy in copies] == [("c04", "4"), ("c05", "5"), ("c06", "6")]
    assert copies[1].asked_if == Condition(ItemId("c04"), frozenset({"1"}))
    assert rects_of(repeated, [ref("c06", "1")])[ref("c06", "1")] == Rect(120, 114.4, 4, 4)


def test_that_a_row_is_repeated_downwards_and_across():
    repeated = RepeatItems((C03,), 2, 7.2, columns=1, column_pitch_mm=-100.0).applied_to(form())

    placed = rects_of(repeated, [ref(f"c0{number}", "1") for number in range(4, 9)])
    assert [(rect.x_mm, rect.y_mm) for rect in placed.values()] == [
        (120, 61.6),
        (120, 68.8),
        (20, 54.4),
        (20, 61.6),
        (20, 68.8),
    ]


def test_that_writing_fields_are_repeated_too_and_fresh_ids_pass_over_those_taken():
    repeated = RepeatItems((ItemId("age"),), 2, 12.0).applied_to(form())
    again = RepeatItems((ItemId("age"),), 1, 40.0).applied_to(repeated)

    assert [item.item_id for item in again.sections[1].items[2:]] == ["age", "age_4", "age_2", "age_3"]
    assert len(again.pages[1].fields) == 6


@pytest.mark.parametrize(
    ("number", "copies"), [("A2", ["A3", "A4"]), ("9.", ["10.", "11."]), ("1.09", ["1.10", "1.11"]), ("a", ["", ""])]
)
def test_that_printed_numbers_count_up_where_they_have_digits(number, copies):
    numbered = NumberItems((C03,), number).applied_to(form())

    repeated = RepeatItems((C03,), 2, 7.2).applied_to(numbered)

    assert [item.number for item in repeated.sections[0].items[3:]] == copies


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (RepeatItems((C03,), 40, 7.2), "so many copies do not fit on page 1"),
        (RepeatItems((C03,), 501, 0.1), "more than 500 copies are no form"),
        (RepeatItems((C03,), 0, 7.2), "there is nothing to do"),
        (RepeatItems((ItemId("none"),), 1, 7.2), 'there is no question "none"'),
    ],
)
def test_that_copies_that_cannot_be_are_refused(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why
