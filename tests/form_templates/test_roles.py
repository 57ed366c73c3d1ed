"""What questions do in the results: as the form implies, or as a person said."""

from dataclasses import replace

import pytest

from form_templates.editing.operations.parts import with_items
from form_templates.importing import definition_text
from form_templates.loading import load_template
from form_templates.model import Condition, FormTemplate, Item, ItemId, ItemKind, ItemRole, Option, Text
from form_templates.roles import implied_role, obstacle_to, role_of
from tests.form_templates.build import SMALL_DEFINITION, write_definition
from tests.form_templates.editing.build import form

YES_NO = (Option("1", Text("Có")), Option("2", Text("Không")))
ASKED_OF_ALL = Item(ItemId("sex"), ItemKind.SINGLE, Text("Giới tính"), YES_NO)


def implied(template: FormTemplate, item: Item, section: int) -> ItemRole:
    return implied_role(template, template.sections[section], item)


def with_role(template: FormTemplate, item_id: str, role: ItemRole) -> FormTemplate:
    return with_items(template, [replace(template.item(ItemId(item_id)), role=role)])


def test_that_a_form_implies_what_its_questions_do():
    template = form()
    some_are_asked = replace(ASKED_OF_ALL, asked_if=Condition(ItemId("c01"), frozenset("1")))

    assert implied(template, template.item(ItemId("c01")), 0) is ItemRole.CRITERION
    assert implied(template, template.item(ItemId("c01")), 1) is ItemRole.NEITHER  # levels in order
    assert implied(template, ASKED_OF_ALL, 1) is ItemRole.DEMOGRAPHIC
    assert implied(template, ASKED_OF_ALL, 0) is ItemRole.NEITHER
    assert implied(template, some_are_asked, 1) is ItemRole.NEITHER
    assert implied(template, template.item(ItemId("many")), 1) is ItemRole.NEITHER


def test_that_what_a_person_says_holds_whatever_the_form_implies():
    template = form()
    for role in (ItemRole.CRITERION, ItemRole.DEMOGRAPHIC, ItemRole.NEITHER):
        item = replace(template.item(ItemId("c01")), role=role)
        assert [role_of(template, section, item) for section in template.sections] == [role, role]


def test_that_a_question_cannot_do_what_its_answers_do_not_allow():
    template = form()
    words, several = template.item(ItemId("why")), template.item(ItemId("many"))

    assert obstacle_to(template, ASKED_OF_ALL, ItemRole.CRITERION) is not None
    assert obstacle_to(template, words, ItemRole.CRITERION) is not None
    assert obstacle_to(template, several, ItemRole.DEMOGRAPHIC) is not None
    assert obstacle_to(template, several, ItemRole.NEITHER) is None
    assert obstacle_to(template, template.item(ItemId("c01")), ItemRole.DEMOGRAPHIC) is None


@pytest.mark.parametrize("role", [ItemRole.CRITERION, ItemRole.DEMOGRAPHIC, ItemRole.NEITHER])
def test_that_a_role_is_written_in_a_format_that_older_programs_refuse_and_kept(tmp_path, role):
    template = load_template(write_definition(tmp_path, SMALL_DEFINITION))
    rated = next(item for item in template.items() if item.scale_id is not None and item.kind is ItemKind.SINGLE)
    text = definition_text(with_role(template, rated.item_id, role))

    kept = load_template(write_definition(tmp_path / "kept", text))

    assert "format = 3\n" in text
    assert kept.item(rated.item_id).role is role
    assert [item.role for item in kept.items()].count(ItemRole.IMPLIED) == len(list(kept.items())) - 1


def test_that_a_form_without_roles_keeps_its_format_and_says_nothing_of_them(tmp_path):
    text = definition_text(load_template(write_definition(tmp_path, SMALL_DEFINITION)))

    assert "format = 1\n" in text
    assert "role" not in text
