"""Where to look first: criteria beside overall satisfaction, wishes, and units by criterion as a heat map."""

from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook import styles
from exports.workbook.book import build_workbook
from exports.workbook.valued_formulas import carries_value, unload
from exports.workbook.workbook_content import WorkbookContent, make_content
from form_templates.model import Language
from tests.exports.build import SMALL, gathered, response
from tests.exports.tally.priorities.test_drivers import people

DRIVERS, WISHES, MATRIX = "Where to look first", "Wishes", "Units by criterion"


@pytest.fixture(scope="module")
def content() -> WorkbookContent:
    """Forty people of one unit, of whom twelve left c2 blank, and three of another."""
    changes = people(43)
    changes = [change | ({"c2": ()} if at < 12 else {}) for at, change in enumerate(changes)]
    units = ["09163"] * 40 + ["09166"] * 3
    given = [response(at + 1, unit=units[at], **change) for at, change in enumerate(changes)]
    return make_content(gathered(given), Language.ENGLISH)


@pytest.fixture(scope="module")
def book(content: WorkbookContent) -> Workbook:
    """Its workbook, as it is before it is saved."""
    return build_workbook(content).book


def values(sheet: Worksheet) -> list[list[Any]]:
    """Return the cells row by row, formulas as what they yield."""

    def value(cell: Any) -> Any:
        return unload(cell)[1] if isinstance(cell, str) and carries_value(cell) else cell

    return [[value(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def row_of(sheet: Worksheet, text: str, last: bool = False) -> int:
    """Return the 1-based row of the first or last cell with a text."""
    found = [number for number, row in enumerate(values(sheet), start=1) if text in row]
    return found[-1 if last else 0]


def test_that_criteria_stand_in_the_order_of_their_correlation_with_interval_share_and_place(
    book: Workbook, content: WorkbookContent
) -> None:
    sheet, first = book[DRIVERS], content.drivers.drivers[0]
    assert first.correlation is not None

    top = values(sheet)[row_of(sheet, "c1") - 1]

    figures = first.correlation.value, first.correlation.low, first.correlation.high, first.satisfied.value
    assert top == [1, "c1", "Criterion", "Access", 43, *figures, "Look here first"]


def test_that_the_chart_has_a_point_per_ranked_criterion_and_its_axes_cross_at_the_means(
    book: Workbook, content: WorkbookContent
) -> None:
    chart = book[DRIVERS]._charts[0]  # type: ignore[union-attr]

    assert len(chart.series) == len(content.drivers.ranked)
    assert chart.y_axis.crossesAt == content.drivers.mean_correlation
    assert chart.x_axis.crossesAt == content.drivers.mean_satisfied


def test_that_a_survey_of_few_people_has_no_chart_and_says_why_nothing_is_ranked() -> None:
    given = [response(at + 1, **change) for at, change in enumerate(people(12))]
    sheet = build_workbook(make_content(gathered(given), Language.ENGLISH)).book[DRIVERS]

    assert sheet._charts == []  # type: ignore[union-attr]
    assert values(sheet)[row_of(sheet, "c1") - 1][-1] == "Fewer than 30 pairs: a hint only."
    assert sheet.cell(row_of(sheet, "c1"), 2).font == styles.MUTED


def test_that_wishes_stand_below_all_who_answered(book: Workbook) -> None:
    lines = values(book[WISHES])
    everyone = row_of(book[WISHES], "All who answered the question")

    assert lines[everyone - 1][1] == 43
    assert lines[everyone][:3] == ["Thing a", 43, 1.0]
    assert lines[everyone + 1][:3] == ["Thing b", 0, 0.0]


def test_that_the_lowest_criteria_of_a_unit_are_bold_and_marked_and_few_answers_are_grey(book: Workbook) -> None:
    sheet = book[MATRIX]
    own = row_of(sheet, "Phường Vũ Ninh", last=True)
    c1, c2, c3 = (sheet.cell(own, column) for column in (5, 6, 7))

    assert c1.value < c3.value
    assert (c1.font, c1.number_format) == (styles.STRONG, '"▼ "0.0%')
    assert (c2.font, c2.number_format) == (styles.MUTED, "0.0%")  # 28 answers of 40 people
    assert (c3.font, c3.number_format) == (styles.BODY, "0.0%")


def test_that_a_unit_with_few_forms_is_grey_with_the_reason_and_without_colour(book: Workbook) -> None:
    sheet = book[MATRIX]
    few, sure = (row_of(sheet, name, last=True) for name in ("Phường Đáp Cầu", "Phường Vũ Ninh"))
    coloured = {
        cell
        for area in sheet.conditional_formatting
        if area.rules[0].type == "colorScale"
        for cells in area.sqref.ranges
        for cell in cells.cells
    }

    assert [sheet.cell(few, column).font for column in (2, 5, 7)] == [styles.MUTED] * 3
    assert values(sheet)[few - 1][-1] == "Only 3 valid responses (fewer than 30): a hint only."
    assert {(sure, 5), (sure, 7)} <= coloured
    assert (sure, 6) not in coloured
    assert not any(row == few for row, _ in coloured)


def test_that_the_matrix_has_the_shares_that_the_sheet_of_criteria_has(
    book: Workbook, content: WorkbookContent
) -> None:
    sheet = book[MATRIX]
    by_id = {each.item.item_id: each.satisfied for each in content.tally.items}
    expected = [share.value for name in ("c1", "c2", "c3") if (share := by_id[name])]

    assert values(sheet)[row_of(sheet, "All responses") - 1][4:7] == pytest.approx(expected)
    assert SMALL.overall_item not in values(sheet)[5]
