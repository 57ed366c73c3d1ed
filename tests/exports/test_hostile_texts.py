"""Texts as a person should not, but can, give them: every export ends soon and shows them as they were typed."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from exports.export_request import ExportRequest
from exports.gathered.survey_facts import SurveyFacts
from exports.report.document import report_pdf
from exports.survey_export import write_file
from form_templates.model import Text
from form_templates.tables import LONGEST_NAME, LONGEST_TEXT
from form_templates.typesetting.fonts import Span, text_width_mm, wrap
from omr.units.unit_list import Unit
from tests.exports.build import SMALL, gathered, response
from tests.exports.report.pages import basis, page_texts

MARKUP = '<img src="file:///etc/passwd"><b>&x {0} %s'


def _with_labels(text: str):
    """Return the small form with one text in all its places."""
    label = Text(text, text)
    sections = tuple(
        replace(
            section,
            title=label,
            items=tuple(
                replace(item, label=label, options=tuple(replace(option, label=label) for option in item.options))
                for item in section.items
            ),
        )
        for section in SMALL.sections
    )
    labels = [tuple(replace(option, label=label) for option in scale.options) for scale in SMALL.scales]
    scales = tuple(replace(scale, options=options) for scale, options in zip(SMALL.scales, labels, strict=True))
    return replace(SMALL, title=label, organisation=label, sections=sections, scales=scales)


def test_that_a_word_as_long_as_a_book_is_cut_into_lines_soon():
    lines = wrap([Span("x" * 40_000)], 9.0, 60.0)

    assert sum(len(span.text) for line in lines for span in line) == 40_000
    assert all(text_width_mm(line[0].text, 9.0) <= 60.0 for line in lines)
    assert text_width_mm(lines[0][0].text + "x", 9.0) > 60.0


def test_that_a_letter_wider_than_the_room_stands_alone():
    assert [line[0].text for line in wrap([Span("mm")], 100.0, 1.0)] == ["m", "m"]


@pytest.mark.parametrize(
    "text", ["x" * LONGEST_TEXT, "a " * (LONGEST_TEXT // 2), "d\n" * 500], ids=["word", "words", "lines"]
)
def test_that_a_report_with_long_texts_ends(text: str):
    name = text[:LONGEST_NAME]
    units = (Unit("09163", name, name, name),)

    tallied = basis([response()], template=_with_labels(text), units=units, facts=SurveyFacts(name, name))

    assert len(pypdfium2.PdfDocument(report_pdf([tallied.of_unit("09163")]))) > 2


def test_that_a_report_shows_markup_as_it_was_typed():
    units = (Unit("09163", MARKUP),)

    tallied = basis([response()], template=_with_labels(MARKUP), units=units, facts=SurveyFacts(MARKUP, "&amp;"))

    text = " ".join(page_texts(report_pdf([tallied.of_unit("09163")])))
    assert MARKUP in text
    assert "&amp;" in text


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("=cmd|' /C calc'!A0", ".xlsx"),
        ("@SUM(1)", ".xlsx"),
        ("x" * LONGEST_TEXT, ".xlsx"),
        *((MARKUP + "\u202eab\u200f", ending) for ending in (".csv", ".sav", ".parquet")),
    ],
)
def test_that_every_kind_of_file_takes_odd_texts(text: str, ending: str, tmp_path: Path):
    name = text[:LONGEST_NAME]
    given = gathered(
        [response(remark=(text,))], _with_labels(text), (Unit("09163", name, name),), SurveyFacts(name, name)
    )
    path = tmp_path / f"out{ending}"

    write_file(given, ExportRequest(path))

    assert path.stat().st_size > 0
    if ending == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        found = [cell for cell in cells if isinstance(cell.value, str) and cell.value == text]
        assert found
        assert all(cell.data_type == "s" for cell in found)
        assert not any(cell.data_type == "f" and "cmd" in str(cell.value) for cell in cells)
