"""The rules that forms are set by: those of a form made earlier hold for ever, new forms get the latest."""

from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from form_templates.errors import PrintError
from form_templates.loading import load_template
from form_templates.model import LATEST_EDITION, FormTemplate, Text, Typeface, Typesetting
from form_templates.typesetting.drawing import Line, TextRun
from form_templates.typesetting.fonts import Span, run_width_mm, wrap, wrap_evenly
from form_templates.typesetting.pages import TypesetForm, typeset
from form_templates.typesetting.printing import blank_pdf
from tests.form_templates.build import SHIPPED, shipped

FIRST_EDITION = Path(__file__).parents[1] / "data" / "sipas-2020-v1"
FONTS = Path("form_templates/fonts")


def set_by(edition: int, template_id: str) -> TypesetForm:
    template = shipped(template_id)
    return typeset(replace(template, pages=(), typesetting=replace(template.typesetting, edition=edition)))


def starts_mm(form: TypesetForm, template: FormTemplate, section: int) -> set[float]:
    wanted = {item.item_id for item in template.sections[section].items}
    return {round(area.rect.x_mm, 1) for page in form.pages for area in page.layout.areas if area.item_id in wanted}


def ends_mm(form: TypesetForm) -> list[float]:
    return [max(area.rect.y_mm for area in page.layout.areas) for page in form.pages]


def test_that_a_form_made_under_the_first_edition_is_still_printed_where_its_layout_says() -> None:
    template = load_template(FIRST_EDITION)

    assert template.typesetting == Typesetting(1, Typeface.SANS, 9.0)
    assert typeset(replace(template, pages=())).layouts == template.pages
    assert blank_pdf(template).startswith(b"%PDF")


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_shipped_forms_are_set_by_the_latest_edition_large_enough_for_old_eyes(template_id: str) -> None:
    template = shipped(template_id)
    words = [run for page in typeset(template).pages for run in page.primitives if isinstance(run, TextRun)]
    labels = {word for item in template.items() for word in item.label.vi.split()}
    statements = [run for run in words if len(run.text.split()) > 3 and set(run.text.split()) <= labels]

    assert template.typesetting.edition == LATEST_EDITION
    assert statements
    assert min(run.size_pt for run in statements) >= 10.5
    assert sum(run.size_pt < 9.0 for run in words) <= 3 * len(template.pages)  # the footer


def test_that_the_options_of_a_section_stand_below_each_other() -> None:
    template = shipped("sipas-2020")

    assert len(starts_mm(set_by(2, "sipas-2020"), template, 0)) <= 7
    assert len(starts_mm(set_by(1, "sipas-2020"), template, 0)) > 10


def test_that_pages_are_filled_evenly() -> None:
    one_after_the_other, even = ends_mm(set_by(1, "sipas-2023")), ends_mm(set_by(2, "sipas-2023"))

    assert len(even) == len(one_after_the_other)
    assert max(even) - min(even) < 50 < max(one_after_the_other) - min(one_after_the_other)


def test_that_the_code_stands_between_the_institute_and_the_national_heading() -> None:
    template = shipped("sipas-2020")
    page = typeset(template).pages[0]
    code = page.layout.code
    assert code is not None
    motto = template.motto.vi.split("\n")
    lines = {run.text: run for run in page.primitives if isinstance(run, TextRun)}
    left, right = lines[template.organisation.vi.split("\n")[-1]], lines[motto[-1]]

    assert code.center_mm[0] == pytest.approx(105.0, abs=0.01)
    assert left.x_mm + run_width_mm(left) < code.x_mm - 4
    assert min(lines[words].x_mm for words in motto) > code.x_mm + code.w_mm + 4
    rules = [each for each in page.primitives if isinstance(each, Line) and abs(each.x1_mm - right.x_mm) < 0.1]
    assert [each for each in rules if abs(each.x2_mm - each.x1_mm - run_width_mm(right)) < 0.2]


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize("size_pt", [8.0, 14.0])
def test_that_every_form_is_set_in_every_face_from_the_smallest_to_the_largest_size(
    typeface: Typeface, size_pt: float
) -> None:
    form = typeset(replace(shipped("one-stop-short"), pages=(), typesetting=Typesetting(2, typeface, size_pt)))

    areas = [area for page in form.pages for area in page.layout.areas]
    assert len(areas) == sum(len(page.areas) for page in shipped("one-stop-short").pages)
    assert {run.typeface for page in form.pages for run in page.primitives if isinstance(run, TextRun)} == {typeface}


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_that_every_font_has_the_letters_of_every_shipped_form(file: Path) -> None:
    letters = set("".join((Path("form_templates/library") / each / "template.toml").read_text() for each in SHIPPED))
    known = TTFont(file).getBestCmap()

    assert not {each for each in letters if each.isprintable() and ord(each) not in known}


@pytest.mark.parametrize("part", ["organisation", "motto"])
def test_that_a_letterhead_that_reaches_into_the_title_is_refused_where_no_form_was_printed_so(part):
    form = replace(load_template("one-stop-short"), pages=(), **{part: Text("một dòng\n" * 6)})
    with pytest.raises(PrintError, match="above the title"):
        typeset(form)
    assert typeset(replace(form, typesetting=Typesetting())).pages


def test_that_a_no_break_space_holds_words_together() -> None:
    lines = wrap_evenly((Span("Câu 9. Mức độ hài lòng – Phần\u00a0I. Xây dựng chính sách"),), 10.0, 60.0)

    assert len(lines) > 1
    assert any("Phần\u00a0I." in span.text for line in lines for span in line)
    assert wrap((Span("  một \t hai  "),), 10.0, 60.0) == ((Span("một hai"),),)
