"""Edits and forms as plain values: what they say, and what they may not say."""

import json
from random import Random

import pytest

from form_templates.editing.codec import as_dict, form_as_dict, form_from_dict, from_dict
from form_templates.editing.edit import Several
from form_templates.editing.errors import EditRefused, UnknownEdit
from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.operations.texts import SetNote
from tests.form_templates.build import SHIPPED, shipped
from tests.form_templates.editing.build import form, loose_ends, ref
from tests.form_templates.editing.random_edits import random_edit

JUNK = (None, True, -1, 1e308, 10**30, "", "a\x00", "\ud800", "x" * 3000, [], {}, [[]], {"a": 1}, "c01", "1", ["c01"])
"""Values that a damaged journal might hold in the place of others."""


def test_that_an_edit_is_written_by_its_kind_and_what_is_not_usual():
    edit = MoveAreas((ref("c01", "1"), ref("why", page=2, is_field=True)), 0.1, 0.0)

    assert as_dict(edit) == {
        "edit": "areas.move",
        "v": 1,
        "refs": [
            {"page": 1, "item_id": "c01", "option": "1"},
            {"page": 2, "item_id": "why", "is_field": True},
        ],
        "dx_mm": 0.1,
        "dy_mm": 0.0,
    }


@pytest.mark.parametrize("template", [form(), *map(shipped, SHIPPED)], ids=lambda each: each.template_id)
def test_that_a_form_written_down_and_read_is_the_same(template):
    assert form_from_dict(json.loads(json.dumps(form_as_dict(template)))) == template


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"edit": "form.colour", "v": 1}, 'there is no operation "form.colour"'),
        ({"edit": ["form.note"], "v": 1}, "there is no operation \"['form.note']\""),
        ({"edit": "form.note", "note": "x"}, "it was written by a newer version of the program (None)"),
        ({"edit": "form.note", "v": 1, "note": None}, "must be a text in quotes"),
        ({"edit": "form.language", "v": 1, "language": "fr"}, '"fr" is not known'),
        ({"edit": "items.delete", "v": 1, "item_ids": "c01"}, "must be a list"),
        ({"edit": "areas.delete", "v": 1, "refs": ["c01"]}, "must be a table"),
        ({"edit": "section.factor", "v": 1, "section_id": "rest", "is_factor": 1}, "must be true or false"),
        ({"edit": "form.key", "v": 1, "template_id": "x", "version": True}, "must be a whole number"),
        (
            {"edit": "areas.move", "v": 1, "refs": [], "dx_mm": float("inf"), "dy_mm": 0},
            "must be a number",
        ),
    ],
)
def test_that_values_that_are_no_edit_are_told(values, why):
    with pytest.raises(UnknownEdit) as unknown:
        from_dict(values)

    assert str(unknown.value) == why


def test_that_edits_are_not_nested_without_end():
    values = as_dict(Several((SetNote("x"),)))
    for _ in range(100):
        values = {"edit": "several", "v": 1, "edits": [values]}

    with pytest.raises(UnknownEdit):
        from_dict(values)


def test_that_whatever_stands_in_an_edit_it_is_done_refused_or_told():
    rng = Random(7)
    done = 0
    for _ in range(300):
        values = as_dict(random_edit(rng, form()))
        spoil(rng, values)
        try:
            template = from_dict(values).applied_to(form())
        except (UnknownEdit, EditRefused):
            continue
        done += 1
        assert loose_ends(template) == []
        assert form_from_dict(json.loads(json.dumps(form_as_dict(template)).encode())) == template

    assert done > 2


def spoil(rng, values):
    """Put something else into one of the places of an edit, however deep."""
    places = list(places_in(values))
    holder, key = rng.choice(places)
    holder[key] = rng.choice(JUNK)


def places_in(value):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield value, key
        yield from places_in(each)
