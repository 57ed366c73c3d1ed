"""Options in as many columns as a person said: they stand below each other, and no label is cut."""

from dataclasses import replace

import pytest

from form_templates.editing.operations.parts import with_each_item
from form_templates.editing.operations.setting import SetColumns
from form_templates.errors import FindingList, TemplateError
from form_templates.importing import definition_text
from form_templates.loading import load_template
from form_templates.model import FormTemplate, ItemId
from form_templates.typesetting.drawing import TextRun
from form_templates.typesetting.fonts import run_width_mm
from form_templates.typesetting.pages import typeset
from form_templates.typesetting.parts.sections import in_rows_of_options
from form_templates.validation import MOST_COLUMNS, check_layout
from tests.form_templates.build import SMALL_DEFINITION, shipped, write_definition

SIPAS = replace(shipped("sipas-2020"), pages=())
WISHES = ItemId("a09")  # nine options, some of them long


def placed(template: FormTemplate) -> FormTemplate:
    return replace(template, pages=typeset(template).layouts)


def places_mm(template: FormTemplate, item_id: ItemId) -> tuple[list[float], list[float]]:
    """Return where the areas of an item begin: across, and down, each place once."""
    rects = [area.rect for page in template.pages for area in page.areas if area.item_id == item_id]
    return sorted({round(rect.x_mm, 2) for rect in rects}), sorted({round(rect.y_mm, 2) for rect in rects})


def test_that_options_stand_in_equal_columns_as_many_as_were_said():
    across, down = places_mm(placed(SetColumns((WISHES,), 3).applied_to(SIPAS)), WISHES)

    assert (len(across), len(down)) == (3, 3)
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.02)
    assert [len(each) for each in places_mm(placed(SetColumns((WISHES,), 1).applied_to(SIPAS)), WISHES)] == [1, 9]


def test_that_other_questions_stay_where_they_are_across():
    before, after = shipped("sipas-2020"), placed(SetColumns((ItemId("a03"),), 1).applied_to(SIPAS))

    assert places_mm(after, ItemId("d_age"))[0] == places_mm(before, ItemId("d_age"))[0]
    assert places_mm(after, ItemId("c07"))[0] == places_mm(before, ItemId("c07"))[0]


@pytest.mark.parametrize("columns", [2, MOST_COLUMNS])
def test_that_any_number_of_columns_can_be_set_and_nothing_leaves_the_page_or_overlaps(columns):
    standing_alone = in_rows_of_options(SIPAS)
    template = with_each_item(
        SIPAS, lambda item: replace(item, columns=columns) if item.item_id in standing_alone else item
    )
    form = typeset(template)
    findings = FindingList("template")

    check_layout(replace(template, pages=form.layouts), findings)

    assert findings.findings == []
    for item_id in standing_alone:
        assert len(places_mm(replace(template, pages=form.layouts), item_id)[0]) <= columns
    runs = [run for page in form.pages for run in page.primitives if isinstance(run, TextRun)]
    assert all(run.x_mm + run_width_mm(run) <= 200.0 for run in runs)


def test_that_a_question_with_columns_leaves_the_table_it_stood_in():
    c02 = ItemId("c02")

    out = SetColumns((c02,), 5).applied_to(SIPAS)

    assert c02 not in in_rows_of_options(SIPAS)
    assert c02 in in_rows_of_options(out)
    assert SetColumns((c02,), 0).applied_to(out) == SIPAS


def test_that_columns_are_written_in_a_format_that_older_programs_refuse_and_kept(tmp_path):
    template = load_template(write_definition(tmp_path, SMALL_DEFINITION))
    choice = next(item.item_id for item in template.items() if item.kind.is_choice)
    text = definition_text(SetColumns((choice,), 2).applied_to(template))

    assert "format = 3\n" in text
    assert load_template(write_definition(tmp_path / "kept", text)).item(choice).columns == 2
    with pytest.raises(TemplateError, match="options stand in 1 to 6 columns"):
        load_template(write_definition(tmp_path / "many", text.replace("columns = 2", "columns = 7")))
