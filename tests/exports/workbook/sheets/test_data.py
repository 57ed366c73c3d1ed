"""The data sheet as people's tools see it: a table whose columns hold one kind of thing each."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exports.workbook.book import write_workbook
from exports.workbook.parts.table_objects import unique_titles
from tests.exports.build import flagged, gathered, missing, response, responses, verified


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """A workbook with every state of an answer, and a word where a number was asked for."""
    given = [
        *responses([{"c1": ("5",), "c2": ("na",)}, {"c1": (), "visits": ("nhiều",)}, {"c1": ("3",), "late": ("1",)}]),
        response(4, flagged("c1", ("5",)), missing("c3"), verified("all", None), sex=(), visits=()),
    ]
    path: Path = tmp_path_factory.mktemp("data") / "out.xlsx"
    write_workbook(path, gathered(given))
    return load_workbook(path, data_only=True)


def test_that_no_column_mixes_numbers_and_texts(book: Workbook) -> None:
    for title in ("Dữ liệu", "Câu trả lời"):
        for heading, *cells in book[title].iter_cols(values_only=True):
            kinds = {isinstance(value, str) for value in cells if value is not None}
            assert len(kinds) <= 1, heading


def test_that_the_mean_of_a_column_is_a_mean_of_answers(book: Workbook) -> None:
    columns = {heading: cells for heading, *cells in book["Dữ liệu"].iter_cols(values_only=True)}

    assert columns["c1"] == [5, None, 3, None]
    assert columns["c1 – lý do thiếu"] == [None, 99, None, 95]
    assert columns["c2 – lý do thiếu"] == [93, None, None, None]
    assert (columns["visits"], columns["visits – ghi bằng chữ"]) == ([1, None, 1, None], [None, "nhiều", None, None])


def test_that_sheets_for_people_s_tools_are_tables_with_the_headings_they_name(book: Workbook) -> None:
    for title, name in (("Dữ liệu", "survey_data"), ("Câu trả lời", "survey_answers")):
        table = book[title].tables[name]
        assert table.ref == book[title].dimensions
        assert [column.name for column in table.tableColumns] == [cell.value for cell in book[title][1]]
        assert book[title].auto_filter.ref is None


def test_that_what_only_formulas_look_at_is_folded_away(book: Workbook) -> None:
    sheet = book["Dữ liệu"]
    hidden = set()
    for each in sheet.column_dimensions.values():
        if each.hidden:
            assert each.outlineLevel == 1
            hidden |= set(range(each.min, each.max + 1))

    titles = {cell.column: cell.value for cell in sheet[1]}
    seen = [title for column, title in titles.items() if column not in hidden]
    assert seen[:3] == ["Số phiếu", "Lô quét", "Số sê-ri"]
    assert seen[-2:] == ["remark", "visits – ghi bằng chữ"]


def test_that_headings_of_a_table_differ_by_more_than_case_and_are_one_line() -> None:
    assert unique_titles(["A1", "a1", "hai\ndòng", "", "A1"]) == ["A1", "a1 (2)", "hai dòng", "–", "A1 (3)"]
