"""Sections and the texts of the form."""

from dataclasses import fields

import pytest

from form_templates.editing.edit import Several
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.sections import (
    AddSection,
    ChangeSectionId,
    DeleteSection,
    MergeSections,
    MoveSection,
    RewordSection,
    SectionText,
    SetFactor,
    SplitSection,
)
from form_templates.editing.operations.texts import ChangeFormKey, FormText, RewordForm, SetLanguage, SetNote
from form_templates.model import ItemId, Language, Text
from tests.form_templates.editing.build import form, loose_ends

LINES = "BỘ NỘI VỤ\nViện"


@pytest.mark.parametrize("part", FormText)
def test_that_each_text_of_the_form_is_worded_alone(part):
    worded = RewordForm(part, Language.VIETNAMESE, LINES).applied_to(form())

    changed = [each.name for each in fields(worded) if getattr(worded, each.name) != getattr(form(), each.name)]
    assert changed == [part.value]
    assert getattr(worded, part.value).vi == LINES


@pytest.mark.parametrize("part", SectionText)
def test_that_each_text_of_a_section_is_worded_alone(part):
    worded = RewordSection("rest", part, Language.ENGLISH, "Rest").applied_to(form()).sections[1]

    before = form().sections[1]
    changed = [each.name for each in fields(worded) if getattr(worded, each.name) != getattr(before, each.name)]
    assert changed == [part.value]
    assert getattr(worded, part.value).en == "Rest"


def test_that_sections_are_added_ordered_and_renamed():
    added = AddSection(1, "new", Text("Mới")).applied_to(form())
    moved = MoveSection("rest", 0).applied_to(added)
    renamed = ChangeSectionId("new", "newer").applied_to(moved)

    assert [section.section_id for section in renamed.sections] == ["rest", "rated", "newer"]


def test_that_a_split_section_made_one_again_is_the_same():
    split = SplitSection(ItemId("c02"), "second", Text("Hai")).applied_to(form())
    merged = MergeSections(("rated", "second")).applied_to(split)

    assert [len(section.items) for section in split.sections] == [1, 2, 3]
    assert split.sections[1].is_factor
    assert merged == form()


def test_that_a_deleted_section_takes_everything_of_its_questions_along():
    left = DeleteSection("rated").applied_to(form())

    assert [area.item_id for page in left.pages for area in page.areas] == ["many"] * 3
    assert (left.overall_item, left.item(ItemId("why")).asked_if) == (None, None)
    assert loose_ends(left) == []


def test_that_what_is_said_of_the_form_is_kept():
    said = Several((SetNote("x"), SetLanguage(Language.ENGLISH), ChangeFormKey("theirs", 2), SetFactor("rest", True)))

    template = said.applied_to(form())

    assert (template.note, template.language, template.version) == ("x", Language.ENGLISH, 2)
    assert template.sections[1].is_factor


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (DeleteSection("none"), 'there is no section "none"'),
        (Several((DeleteSection("rest"), DeleteSection("rated"))), "a form must keep a section"),
        (MergeSections(("rest", "rest")), "there must be two sections or more to make one of them"),
        (SplitSection(ItemId("c01"), "new", Text("Mới")), 'section "rated" begins there already'),
        (AddSection(0, "rest", Text("Lại")), '"rest" is used twice'),
        (ChangeFormKey("../theirs", 2), '"../theirs" is not the name of a template'),
        (ChangeFormKey("theirs", 0), "a version is a number from 1 to 10000"),
        (Several(()), "there is nothing to do"),
    ],
)
def test_that_what_a_section_or_form_cannot_be_is_refused(edit, why):
    with pytest.raises(EditRefused) as refused:
        edit.applied_to(form())

    assert str(refused.value) == why
