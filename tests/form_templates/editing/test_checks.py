"""What is wrong with a form is told where it is."""

import pytest

from form_templates.editing.checks import FormChecker
from form_templates.editing.operations.areas import DeleteAreas, MoveAreas
from form_templates.editing.operations.question_order import MoveItems
from form_templates.editing.operations.questions import RelabelItem, StyleItems
from form_templates.editing.operations.scales import ScaleMeaning, SetScaleMeaning
from form_templates.editing.operations.sections import AddSection, SetFactor
from form_templates.editing.operations.texts import FormText, RewordForm
from form_templates.errors import FindingList
from form_templates.model import ItemId, Language, MarkStyle, ScaleKind, Text
from form_templates.validation import check_definition, check_layout
from tests.form_templates.build import SHIPPED, shipped
from tests.form_templates.editing.build import form, large_form, ref


@pytest.fixture
def checker():
    return FormChecker(is_typeset=False)


def one(findings):
    assert len(findings) == 1, findings
    return findings[0]


def test_that_a_sound_form_has_no_findings(checker):
    assert checker.check(form()) == ()


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_the_shipped_forms_have_no_findings(template_id):
    assert FormChecker(is_typeset=True).check(shipped(template_id)) == ()


def test_that_overlapping_areas_are_both_told(checker):
    found = one(checker.check(MoveAreas((ref("c01", "1"),), 12.0, 0.0).applied_to(form())))

    assert found.message == 'the response area overlaps "c01=2"'
    assert (found.page, found.item_id, found.refs) == (1, "c01", (ref("c01", "1"), ref("c01", "2")))
    assert found.section_id == "rated"


def test_that_an_area_off_the_paper_is_told(checker):
    found = one(checker.check(MoveAreas((ref("c01", "1"),), -121.0, 0.0).applied_to(form())))

    assert (found.message, found.option) == ("the response area is not on the paper", "1")
    assert found.refs == (ref("c01", "1"),)


def test_that_an_option_without_an_area_is_told_at_its_question(checker):
    found = one(checker.check(DeleteAreas((ref("c01", "4"),)).applied_to(form())))

    assert (found.message, found.item_id, found.option) == ("the option has no response area", "c01", "4")
    assert found.refs == ()


def test_that_a_skip_rule_before_what_it_asks_for_is_told_with_the_field_to_show(checker):
    found = one(checker.check(MoveItems((ItemId("why"),), "rated", 0).applied_to(form())))

    assert (found.message, found.part) == ('"c01" is not an earlier item', "asked_if")
    assert (found.item_id, found.page, found.refs) == ("why", 2, (ref("why", page=2, is_field=True),))


@pytest.mark.parametrize(
    ("edit", "message", "place"),
    [
        (
            SetFactor("rest", is_factor=True),
            "a factor needs an item with a satisfaction scale",
            {"section_id": "rest", "part": "is_factor"},
        ),
        (AddSection(0, "new", Text("Mới")), "the section has no items", {"section_id": "new", "part": ""}),
        (
            SetScaleMeaning("level", ScaleMeaning(ScaleKind.NPS)),
            'a scale of kind "nps" must say which values are satisfied',
            {"scale_id": "level"},
        ),
        (RewordForm(FormText.TITLE, Language.VIETNAMESE, ""), "must not be empty", {"item_id": None, "part": "title"}),
        (RewordForm(FormText.TITLE, Language.VIETNAMESE, " \n"), "must not be empty", {"part": "title"}),
        (
            RelabelItem(ItemId("many"), Language.VIETNAMESE, ""),
            "must not be empty",
            {"item_id": "many", "section_id": "rest", "part": "label", "page": 2},
        ),
    ],
)
def test_that_what_is_wrong_is_told_where_it_is(checker, edit, message, place):
    told = [found for found in checker.check(edit.applied_to(form())) if found.message == message]

    assert {name: getattr(one(told), name) for name in place} == place


def test_that_the_names_of_a_form_we_print_are_held_to_ours():
    edited = StyleItems((ItemId("many"),), MarkStyle.RING).applied_to(form())

    assert FormChecker(is_typeset=False).check(edited) == ()
    found = one(FormChecker(is_typeset=True).check(edited))
    assert (found.item_id, found.part) == ("many", "style")


def test_that_checking_edit_after_edit_finds_what_checking_at_once_does(checker):
    template = large_form()
    for position, edit in enumerate(
        (
            MoveAreas((ref("c101", "1"),), 12.0, 0.0),
            DeleteAreas((ref("c201", "4", page=2),)),
            MoveAreas((ref("c301", "1", page=3),), -121.0, 0.0),
            MoveAreas((ref("c101", "1"),), -12.0, 0.0),
        ),
        start=1,
    ):
        template = edit.applied_to(template)
        found = checker.check(template)

        assert found == FormChecker(is_typeset=False).check(template)
        assert len(found) == (position if position < 4 else 2)


def test_that_the_sentences_are_those_of_a_template_that_is_loaded(checker, tmp_path):
    edited = DeleteAreas((ref("c01", "4"),)).applied_to(
        MoveAreas((ref("c02", "1"),), 12.0, 0.0).applied_to(SetFactor("rest", is_factor=True).applied_to(form()))
    )
    loaded = FindingList(tmp_path)
    check_definition(edited, loaded, has_foreign_ids=True)
    check_layout(edited, loaded)

    assert sorted(found.message for found in checker.check(edited)) == sorted(each.message for each in loaded.findings)
    assert len(loaded.findings) == 3
