"""The comparison of proposals with the truth: that it can fail, and at what."""

from dataclasses import replace
from pathlib import Path

from omr.forms.proposing.asking.page_understanding import PageQuestions, understand_form
from omr.forms.proposing.asking.questions import FoundQuestion
from omr.forms.proposing.content.pdf_pages import read_pdf_pages
from omr.simulation.foreign.forms import ForeignForm, draw_form
from tests.bench.bench_proposal import compare, shares_line


def _proposed(folder: Path) -> tuple[ForeignForm, PageQuestions]:
    form = draw_form(18)
    path = folder / "form.pdf"
    path.write_bytes(form.pdf)
    (page,) = understand_form(read_pdf_pages(path))
    return form, page


def test_that_a_form_that_is_understood_counts_in_full(tmp_path: Path) -> None:
    form, page = _proposed(tmp_path)

    counts = compare(form.template, [page])

    assert counts == {"areas": 122, "found": 122, "invented": 0, "items": 21, "grouped": 21, "in order": 21}


def test_that_missing_invented_and_wrongly_joined_areas_are_counted(tmp_path: Path) -> None:
    form, page = _proposed(tmp_path)
    first, second, *others = page.questions
    moved = [
        replace(choice, spot=replace(choice.spot, rect=replace(choice.spot.rect, x_mm=1.0))) for choice in first.choices
    ]
    joined = FoundQuestion("", choices=[*second.choices, *others[0].choices])
    parts = (replace(first, choices=moved), joined, *others[1:])

    counts = compare(form.template, [replace(page, parts=parts)])

    assert (counts["found"], counts["invented"], counts["grouped"]) == (119, 3, 18)


def test_that_questions_and_options_out_of_order_are_counted(tmp_path: Path) -> None:
    form, page = _proposed(tmp_path)
    first, second, third, *others = page.questions
    turned = replace(second, choices=second.choices[::-1])

    counts = compare(form.template, [replace(page, parts=(third, turned, first, *others))])

    assert (counts["grouped"], counts["in order"]) == (21, 19)
    assert "in order  90.48%" in shares_line(counts)
