"""New questions, sections and forms are like those that are there, and numbers go on counting."""

from dataclasses import replace

import pytest

from form_templates.editing.adding import proposed_id, question_added, section_added, started_from
from form_templates.editing.checks import FormChecker
from form_templates.loading import load_template
from form_templates.model import LATEST_EDITION, FormTemplate, ItemId, Language, Text, Typesetting

_NEW = Text("Câu hỏi mới")


@pytest.fixture(scope="module")
def sipas() -> FormTemplate:
    return replace(load_template("sipas-2020"), pages=())


def test_that_a_question_goes_on_with_scale_id_and_number_of_the_one_before(sipas):
    adding = question_added(sipas, ItemId("c22"), "", _NEW)
    after = adding.edit.applied_to(sipas)
    item = after.item(adding.item_id)
    assert (item.item_id, item.number, item.scale_id) == ("c23", "23", "satisfaction")
    assert [each.item_id for each in after.section_of(item.item_id).items][-2:] == ["c22", "c23"]
    assert after.item(ItemId("overall")).number == "24", "which was 23, and follows"
    assert after.item(ItemId("a01")).number == "1", "which begins to count anew"
    assert FormChecker(is_typeset=True).check(after) == ()
    assert str(adding.edit.describe(sipas)) == '"c23" added'


def test_that_a_question_in_the_middle_moves_all_later_numbers(sipas):
    after = question_added(sipas, ItemId("c01"), "", _NEW).edit.applied_to(sipas)
    assert [item.number for item in after.sections[1].items] == ["1", "2", "3", "4", "5"]
    assert after.item(ItemId("overall")).number == "24"


def test_that_a_question_without_a_number_numbers_nothing(sipas):
    adding = question_added(sipas, ItemId("d_gender"), "", _NEW)
    after = adding.edit.applied_to(sipas)
    assert (adding.item_id, after.item(adding.item_id).number) == ("d_gender_2", "")
    assert after.item(ItemId("c01")).number == "1"


def test_that_a_question_goes_to_the_end_of_the_section_that_is_chosen_or_of_the_form(sipas):
    assert question_added(sipas, None, "access", _NEW).section_id == "access"
    adding = question_added(sipas, None, "", _NEW)
    assert list(adding.edit.applied_to(sipas).items())[-1].item_id == adding.item_id


def test_that_a_new_section_holds_a_question_so_that_the_form_is_sound(sipas):
    adding = section_added(sipas, "access", Text("Phần mới"), _NEW)
    after = adding.edit.applied_to(sipas)
    ids = [section.section_id for section in after.sections]
    assert ids[ids.index("access") + 1] == adding.section_id
    assert FormChecker(is_typeset=True).check(after) == ()


def test_that_a_section_can_be_added_again_and_again(sipas):
    form = sipas
    for _time in range(3):
        form = section_added(form, "", Text("Phần mới"), _NEW).edit.applied_to(form)
    assert len(form.sections) == len(sipas.sections) + 3
    assert FormChecker(is_typeset=True).check(form) == ()


def test_that_a_form_started_from_another_is_a_first_version_set_by_the_latest_rules(sipas):
    old = replace(sipas, typesetting=Typesetting())
    new = started_from(old, "sipas-2026", old.title.vi, "SIPAS 2026")
    assert (new.template_id, new.version, new.typesetting.edition) == ("sipas-2026", 1, LATEST_EDITION)
    assert new.title == old.title, "in both languages, for it was not changed"
    assert new.subtitle == Text("SIPAS 2026"), "English must not go on to say 2017–2020"
    assert list(new.items()) == list(old.items())


def test_that_words_of_a_form_in_english_are_read_in_english(sipas):
    new = started_from(replace(sipas, language=Language.ENGLISH), "x", "Survey", "")
    assert new.title.in_language(Language.ENGLISH) == "Survey"


@pytest.mark.parametrize(
    ("template_id", "proposal"),
    [
        ("sipas-2020", "sipas-2026"),
        ("sipas-2026", "sipas-2026-2"),
        ("one-stop-short", "one-stop-short-2026"),
        ("a" * 64, "a" * 57 + "-2026"),
    ],
)
def test_that_an_id_of_this_year_is_proposed(template_id, proposal):
    assert proposed_id(template_id, 2026) == proposal
    assert len(proposal) <= 64
