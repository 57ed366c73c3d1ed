"""Typeface, text size, edition and national heading: what they change, refuse and are called."""

import pytest

from form_templates.editing.errors import EditRefused
from form_templates.editing.history import FormDocument
from form_templates.editing.operations.setting import SetEdition, SetTextSize, SetTypeface, ShowMotto
from form_templates.editing.operations.texts import FormText, RewordForm
from form_templates.model import LATEST_EDITION, Language, Text, Typeface, Typesetting
from tests.form_templates.editing.build import form


def test_that_typeface_size_and_edition_change_nothing_else_of_the_setting():
    document = FormDocument(form())
    document.do(SetTypeface(Typeface.SERIF))
    document.do(SetTextSize(10.5))
    document.do(SetEdition(LATEST_EDITION))
    assert document.form.typesetting == Typesetting(LATEST_EDITION, Typeface.SERIF, 10.5)
    names = [str(entry.name) for entry in document.done]
    assert names == ["form set with serifs", "text set in 10.5 points", f"form set by edition {LATEST_EDITION}"]
    for _name in names:
        document.undo()
    assert document.form == form()


@pytest.mark.parametrize("size_pt", [7.5, 14.5, float("nan"), float("inf")])
def test_that_a_size_that_cannot_be_read_is_refused(size_pt):
    with pytest.raises(EditRefused, match="from 8"):
        SetTextSize(size_pt).applied_to(form())


@pytest.mark.parametrize("edition", [0, LATEST_EDITION + 1])
def test_that_an_edition_that_is_not_known_is_refused(edition):
    with pytest.raises(EditRefused):
        SetEdition(edition).applied_to(form())


def test_that_the_national_heading_is_put_and_left_out_in_both_languages():
    with_it = ShowMotto(is_shown=True).applied_to(form())
    assert with_it.motto.vi.startswith("CỘNG HÒA")
    assert with_it.motto.en.endswith("Happiness")
    assert ShowMotto(is_shown=False).applied_to(with_it).motto == Text("")


def test_that_a_heading_of_other_words_is_not_replaced_by_the_usual_ones():
    own = RewordForm(FormText.MOTTO, Language.VIETNAMESE, "ĐẢNG CỘNG SẢN VIỆT NAM").applied_to(form())
    assert ShowMotto(is_shown=True).applied_to(own) is own


def test_that_a_size_typed_in_steps_is_one_entry():
    document = FormDocument(form())
    for size_pt in (9.5, 10.0, 10.5):
        document.do(SetTextSize(size_pt), continues=True)
    assert [str(entry.name) for entry in document.done] == ["text set in 10.5 points"]
