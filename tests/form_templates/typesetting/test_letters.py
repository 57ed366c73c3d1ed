"""A form is never printed with signs missing: what the typeface lacks is told, at its place."""

from dataclasses import replace

import pytest

from form_templates.editing.checks import FormChecker
from form_templates.errors import TemplateError
from form_templates.importing import definition_text
from form_templates.loading import DEFINITION_NAME, freeze_template, load_template
from form_templates.model import FormTemplate, Option, Text, Typeface
from tests.form_templates.build import shipped


@pytest.fixture
def sound() -> FormTemplate:
    return shipped("one-stop-short")


def with_option(form: FormTemplate, label: str) -> FormTemplate:
    """Return a form of which the first option that no scale gives is called so."""
    section = next(
        section for section in form.sections if any(item.options and not item.scale_id for item in section.items)
    )
    item = next(item for item in section.items if item.options and not item.scale_id)
    changed = replace(item, options=(Option(item.options[0].value, Text(label)), *item.options[1:]))
    items = tuple(changed if each is item else each for each in section.items)
    sections = tuple(replace(section, items=items) if each is section else each for each in form.sections)
    return replace(form, sections=sections)


def told(form: FormTemplate) -> list[tuple[str, str]]:
    return [(str(found.message), found.part) for found in FormChecker(is_typeset=True).check(form)]


@pytest.mark.parametrize(
    ("words", "signs"),
    [("Phiếu 😀 你", "😀 你"), ("Phiếu \u0007", "U+0007"), ("مرحبا", "م ر ح ب ا"), ("Một\u2011hai", "\u2011")],
)
def test_that_signs_without_glyph_are_told_at_their_text(sound, words, signs):
    assert told(replace(sound, title=Text(words))) == [(f"cannot be printed in this typeface: {signs}", "title")]


def test_that_an_option_is_told_with_its_question(sound):
    (found,) = FormChecker(is_typeset=True).check(with_option(sound, "Có 👍"))

    assert found.message == "cannot be printed in this typeface: 👍"
    assert (bool(found.item_id), bool(found.option), found.part) == (True, True, "label")


def test_that_a_sign_is_told_only_in_the_typeface_that_lacks_it_and_in_the_language_that_is_printed(sound):
    arrow = replace(sound, title=Text("A → B"))
    sans = replace(arrow, typesetting=replace(arrow.typesetting, typeface=Typeface.SANS))

    assert told(replace(arrow, typesetting=replace(arrow.typesetting, typeface=Typeface.SERIF))) == []
    assert told(sans) == [("cannot be printed in this typeface: →", "title")]
    assert told(replace(sound, title=Text("Phiếu", "Form 😀"))) == []


def test_that_a_form_made_elsewhere_may_hold_any_sign(sound):
    assert FormChecker(is_typeset=False).check(replace(sound, title=Text("Phiếu 😀"))) == ()


def test_that_such_a_form_is_not_loaded_to_be_printed_but_one_that_was_kept_still_is(sound, tmp_path):
    (tmp_path / DEFINITION_NAME).write_text(definition_text(replace(sound, pages=())), encoding="utf-8")
    freeze_template(tmp_path, tmp_path / "kept")
    for folder in (tmp_path, tmp_path / "kept"):
        path = folder / DEFINITION_NAME
        path.write_text(path.read_text("utf-8").replace(sound.title.vi, f"{sound.title.vi} 😀"), encoding="utf-8")

    with pytest.raises(TemplateError) as caught:
        load_template(tmp_path)
    assert "title: cannot be printed in this typeface: 😀" in str(caught.value)
    assert load_template(tmp_path / "kept").title.vi.endswith("😀")
