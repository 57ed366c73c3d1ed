"""Questions are worded, numbered and made other kinds; whatever refers to them follows."""

import pytest

from form_templates.editing.edit import Several
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.areas import DrawArea
from form_templates.editing.operations.parts import rects_of
from form_templates.editing.operations.questions import (
    AddItem,
    ChangeItemId,
    ChangeItemKind,
    DeleteItems,
    NumberItems,
    RelabelItem,
    SetCap,
    SetCondition,
    SetOverallItem,
    SetWritingRoom,
    StyleItems,
)
from form_templates.editing.operations.references import free_item_id
from form_templates.model import Condition, Item, ItemId, ItemKind, Language, MarkStyle, Option, Rect, Text
from tests.form_templates.editing.build import LEVELS, form, loose_ends, ref

C01, C02, C03, MANY, WHY, AGE = map(ItemId, ("c01", "c02", "c03", "many", "why", "age"))


def test_that_a_question_is_worded_in_one_language_at_a_time():
    worded = RelabelItem(C01, Language.ENGLISH, "First").applied_to(form())

    assert worded.item(C01).label == Text("Câu 1", "First")


def test_that_words_as_word_processors_join_them_are_taken():
    words = "Mức\u00a0độ\u200b\nhài\tlòng"

    assert RelabelItem(C01, Language.VIETNAMESE, words).applied_to(form()).item(C01).label.vi == words


def test_that_questions_are_numbered_on_from_the_first():
    numbered = NumberItems((C01, C02, C03), "A09").applied_to(form())

    assert [item.number for item in numbered.sections[0].items] == ["A09", "A10", "A11"]


def test_that_areas_skip_rules_and_the_overall_question_follow_a_new_id():
    renamed = ChangeItemId(C03, ItemId("all")).applied_to(ChangeItemId(C01, ItemId("q1")).applied_to(form()))

    assert renamed.overall_item == "all"
    assert renamed.item(WHY).asked_if == Condition(ItemId("q1"), frozenset({"1", "2"}))
    assert [area.item_id for area in renamed.pages[0].areas] == ["q1"] * 5 + ["c02"] * 5 + ["all"] * 5
    assert loose_ends(renamed) == []


def test_that_a_question_made_text_is_written_where_it_was_marked():
    written = ChangeItemKind((C01,), ItemKind.TEXT).applied_to(form())

    item = written.item(C01)
    field = ref("c01", is_field=True)
    assert (item.options, item.scale_id) == ((), None)
    assert rects_of(written, [field])[field] == Rect(120, 40, 52, 4)
    assert written.item(WHY).asked_if is None
    assert loose_ends(written) == []


def test_that_a_written_question_made_choice_is_marked_where_it_was_written():
    marked = ChangeItemKind((WHY,), ItemKind.SINGLE).applied_to(form())

    area = ref("why", "1", page=2)
    assert [option.value for option in marked.item(WHY).options] == ["1"]
    assert rects_of(marked, [area])[area] == Rect(20, 60, 160, 20)
    assert loose_ends(marked) == []


def test_that_a_cap_goes_with_multiple_choice_and_the_overall_question_with_single():
    single = ChangeItemKind((MANY,), ItemKind.SINGLE).applied_to(form())
    multiple = ChangeItemKind((C03,), ItemKind.MULTIPLE).applied_to(form())

    assert single.item(MANY).max_choices is None
    assert multiple.overall_item is None
    assert multiple.item(C03).options == LEVELS


def test_that_areas_are_marked_as_their_question_is():
    crossed = StyleItems((C01,), MarkStyle.CROSS).applied_to(form())

    assert [area.style for area in crossed.pages[0].areas[:6]] == [MarkStyle.CROSS] * 5 + [MarkStyle.BOX]


def test_that_nothing_is_left_of_deleted_questions():
    left = DeleteItems((C01, C03, MANY)).applied_to(form())

    assert [item.item_id for item in left.items()] == ["c02", "why", "age"]
    assert {area.item_id for page in left.pages for area in page.areas} == {"c02"}
    assert (left.item(WHY).asked_if, left.overall_item) == (None, None)
    assert loose_ends(left) == []


def test_that_a_new_question_on_a_scale_takes_its_options():
    new = Item(ItemId("c04"), ItemKind.SINGLE, Text("Mới"), scale_id="level")

    added = AddItem("rated", 1, new).applied_to(form())

    assert [item.item_id for item in added.sections[0].items] == ["c01", "c04", "c02", "c03"]
    assert added.item(ItemId("c04")).options == LEVELS


def test_that_a_box_drawn_beside_all_questions_is_a_new_question_in_one_entry():
    new = Item(free_item_id(form(), "c01"), ItemKind.SINGLE, Text("Mới"), (Option("1", Text("1")),))
    edit = Several((AddItem("rated", 9, new), DrawArea(1, new.item_id, "1", Rect(9, 9, 4, 4))), named_by=1)

    drawn = edit.applied_to(form())

    assert edit.describe(form()) == "1 area drawn"
    assert [item.item_id for item in drawn.sections[0].items] == ["c01", "c02", "c03", "c04"]
    assert drawn.pages[0].areas[-1].item_id == "c04"


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (RelabelItem(ItemId("none"), Language.ENGLISH, ""), 'there is no question "none"'),
        (RelabelItem(C01, Language.ENGLISH, "a\x07"), "it holds a control character"),
        (RelabelItem(C01, Language.ENGLISH, "a" * 2001), "has 2001 characters, at most 2000 are allowed"),
        (ChangeItemId(C01, C02), '"c02" is used twice'),
        (ChangeItemId(C01, ItemId("câu 1")), '"câu 1" cannot be the name of a question'),
        (SetCap((C01,), 2), 'only one option of "c01" may be marked'),
        (SetCap((MANY,), 4), "the cap must be 1 to 3, the count of options"),
        (SetWritingRoom(AGE, 0), "there may be 1 to 20 of them"),
        (SetWritingRoom(C01, 2), '"c01" is answered by marking, not by writing'),
        (SetCondition(C01, Condition(C02, frozenset({"1"}))), '"c02" is not an earlier item'),
        (SetCondition(C02, Condition(C01, frozenset({"9"}))), '"9" is not an option of "c01"'),
        (SetCondition(C02, Condition(C01, frozenset())), "the skip rule names no values"),
        (SetOverallItem(MANY), '"many" must be a single-choice item'),
        (AddItem("rated", 0, Item(C01, ItemKind.TEXT, Text("Lại"))), '"c01" is used twice'),
        (AddItem("none", 0, Item(ItemId("x"), ItemKind.TEXT, Text("X"))), 'there is no section "none"'),
        (DeleteItems(()), "there is nothing to do"),
    ],
)
def test_that_what_a_question_cannot_be_is_refused(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why
