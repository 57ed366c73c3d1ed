"""Options and scales are changed once for all questions that share them."""

import pytest

from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.options import (
    AddOption,
    DeleteOptions,
    MoveOption,
    OptionList,
    RecodeOption,
    RelabelOption,
    SetNotApplicable,
    SetWriteIn,
)
from form_templates.editing.operations.scales import (
    AddScale,
    ChangeScaleId,
    DeleteScale,
    MakeScale,
    PutOnScale,
    ScaleMeaning,
    SetScaleMeaning,
    TakeOffScale,
)
from form_templates.model import Condition, ItemId, Language, Option, Scale, ScaleKind, Text
from tests.form_templates.editing.build import LEVELS, SCALE, form, loose_ends

C01, C02, C03, MANY, WHY = map(ItemId, ("c01", "c02", "c03", "many", "why"))
OF_C01, OF_MANY = OptionList(C01), OptionList(MANY)


def test_that_a_level_worded_at_one_question_is_worded_for_the_whole_scale():
    worded = RelabelOption(OF_C01, "5", Language.ENGLISH, "Great").applied_to(form())

    assert {item.options[-1].label.en for item in worded.sections[0].items} == {"Great"}
    assert worded.scales[0].options == worded.item(C03).options


def test_that_areas_skip_rules_and_satisfied_values_follow_a_new_code():
    recoded = RecodeOption(OF_C01, "1", "low").applied_to(form())

    assert recoded.scales[0].dissatisfied == {"low", "2"}
    assert recoded.item(WHY).asked_if == Condition(C01, frozenset({"low", "2"}))
    assert [area.option for area in recoded.pages[0].areas[:6]] == ["low", "2", "3", "4", "5", "low"]
    assert loose_ends(recoded) == []


def test_that_nothing_is_left_of_a_deleted_level():
    left = DeleteOptions(OptionList(scale_id="level"), ("1", "2")).applied_to(form())

    assert len(left.pages[0].areas) == 9
    assert (left.scales[0].satisfied, left.scales[0].dissatisfied) == ({"4", "5"}, frozenset())
    assert left.item(WHY).asked_if is None
    assert loose_ends(left) == []


def test_that_a_cap_is_never_more_than_the_options():
    left = DeleteOptions(OF_MANY, ("a", "b")).applied_to(form())

    assert left.item(MANY).max_choices == 1


def test_that_an_option_that_does_not_count_is_no_longer_satisfied():
    without = SetNotApplicable(OF_C01, "5", is_not_applicable=True).applied_to(form())

    assert without.scales[0].satisfied == {"4"}


def test_that_a_line_to_write_on_takes_its_field_along():
    without = SetWriteIn(OF_MANY, "other", has_write_in=False).applied_to(form())

    assert [field.item_id for field in without.pages[1].fields] == ["why", "age"]


def test_that_options_are_added_and_ordered():
    added = AddOption(OF_MANY, 1, Option("c", Text("C"))).applied_to(form())
    moved = MoveOption(OF_MANY, "other", 0).applied_to(added)

    assert [option.value for option in added.item(MANY).options] == ["a", "c", "b", "other"]
    assert [option.value for option in moved.item(MANY).options] == ["other", "a", "c", "b"]


def test_that_a_question_taken_off_its_scale_changes_alone():
    own = TakeOffScale((C01,)).applied_to(form())

    changed = RelabelOption(OF_C01, "5", Language.ENGLISH, "Great").applied_to(own)

    assert changed.item(C01).options[-1].label.en == "Great"
    assert changed.item(C02).options == LEVELS


def test_that_the_options_of_a_question_become_a_scale_that_others_are_put_on():
    own = TakeOffScale((C01, C02)).applied_to(form())
    meaning = ScaleMeaning(ScaleKind.SATISFACTION, frozenset({"5"}), frozenset({"1"}))
    made = MakeScale(C01, "mine", meaning).applied_to(own)

    on_it = PutOnScale((C02,), "mine").applied_to(made)

    assert on_it.scales[1] == Scale("mine", ScaleKind.SATISFACTION, LEVELS, frozenset({"5"}), frozenset({"1"}))
    assert [on_it.item(each).scale_id for each in (C01, C02, C03)] == ["mine", "mine", "level"]


def test_that_areas_get_the_codes_of_the_scale_by_their_order():
    wanted = Scale("abc", ScaleKind.NOMINAL, tuple(Option(value, Text(value)) for value in "xyz"))
    with_scale = AddScale(wanted).applied_to(form())

    on_it = PutOnScale((MANY,), "abc").applied_to(with_scale)

    assert [area.option for area in on_it.pages[1].areas] == ["x", "y", "z"]
    assert on_it.item(MANY).options == wanted.options
    assert loose_ends(on_it) == []


def test_that_a_deleted_scale_leaves_its_options_to_its_questions():
    left = DeleteScale("level").applied_to(form())

    assert left.scales == ()
    assert left.item(C01).options == LEVELS
    assert left.pages == form().pages


def test_that_a_scale_renamed_takes_its_questions_along():
    renamed = ChangeScaleId("level", "satisfaction").applied_to(form())

    assert {item.scale_id for item in renamed.sections[0].items} == {"satisfaction"}
    assert loose_ends(renamed) == []


def test_that_a_scale_without_a_satisfied_end_names_no_values():
    meaning = ScaleMeaning(ScaleKind.ORDINAL, frozenset({"5"}))

    ordinal = SetScaleMeaning("level", meaning).applied_to(form())

    assert ordinal.scales[0] == Scale("level", ScaleKind.ORDINAL, LEVELS)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (RecodeOption(OF_C01, "1", "2"), '"2" is used twice'),
        (RecodeOption(OF_C01, "1", "a;b"), 'option value "a;b" may hold letters, digits, "_", "." and "-" only'),
        (RelabelOption(OF_C01, "9", Language.ENGLISH, ""), 'there is no option "9"'),
        (AddOption(OptionList(WHY), 0, Option("1", Text("1"))), '"why" is answered by writing, not by marking'),
        (DeleteOptions(OF_MANY, ("a", "b", "other")), '"many" must keep an option'),
        (PutOnScale((MANY,), "level"), '"many" has 3 options, the scale "level" has 5'),
        (
            MakeScale(C01, "Của tôi", ScaleMeaning(ScaleKind.ORDINAL)),
            '"Của tôi" cannot be the name of a scale or a section',
        ),
        (AddScale(SCALE), '"level" is used twice'),
        (
            SetScaleMeaning("level", ScaleMeaning(ScaleKind.NPS, frozenset("5"), frozenset("5"))),
            '"5" is both satisfied and dissatisfied',
        ),
    ],
)
def test_that_what_an_option_or_scale_cannot_be_is_refused(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why
