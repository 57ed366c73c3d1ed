"""What comes out of a printer: nothing too small to read, nothing cut, nothing that is there for tools alone."""

import re
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook.book import write_workbook
from exports.workbook.printing import LEAST_SCALE, width_px
from tests.exports.build import UNITS, gathered, large_survey, large_template

_PAGE_PX = (297 - 2 * 0.4 * 25.4) / 25.4 * 96
_SMALLEST_PT = 11


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a workbook with wide tables: 22 criteria, questions of recommendation, forms handed out."""
    template = large_template()
    path: Path = tmp_path_factory.mktemp("print") / "out.xlsx"
    issued = {unit.code: 50 for unit in UNITS}
    write_workbook(path, gathered(large_survey(template, UNITS, 60), template, UNITS, issued=issued))
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    """The same, opened."""
    return load_workbook(path)


def areas(sheet: Worksheet) -> list[tuple[int, int]]:
    """Return the first and last column of every part that is printed apart."""
    found = [
        range_boundaries(area) for area in re.findall(r"!([A-Z]+\d+:[A-Z]+\d+)", sheet.print_area.replace("$", ""))
    ]
    return [(first, last) for first, _, last, _ in found] or [(1, sheet.max_column)]


def px(sheet: Worksheet, first: int, last: int) -> int:
    """Return how wide columns are."""
    letters = map(get_column_letter, range(first, last + 1))
    return sum(width_px(sheet.column_dimensions[letter].width) for letter in letters)


def test_that_every_page_is_as_wide_as_paper_with_letters_of_8_points_or_more(book: Workbook) -> None:
    for sheet in book.worksheets:
        if not sheet.print_area or len(areas(sheet)) > 1:
            repeated = sheet.print_title_cols or "$A:$A"
            head = px(sheet, 1, range_boundaries(f"{repeated.replace('$', '')}")[2]) if sheet.print_title_cols else 0
            for number, (first, last) in enumerate(areas(sheet)):
                width = px(sheet, first, last) + (head if number else 0)
                scale = sheet.page_setup.scale / 100 if sheet.page_setup.scale else min(1, _PAGE_PX / width)
                assert scale >= LEAST_SCALE, sheet.title
                assert width * scale <= _PAGE_PX, sheet.title
                assert scale * _SMALLEST_PT >= 8


def test_that_parts_of_a_table_follow_each_other_without_a_gap(book: Workbook) -> None:
    for title in ("Tiêu chí", "Đơn vị"):
        parts = areas(book[title])
        assert len(parts) > 1
        assert (parts[0][0], parts[-1][1]) == (1, book[title].max_column)
        assert all(before[1] + 1 == after[0] for before, after in pairwise(parts))


def test_that_sheets_for_tools_print_nothing(book: Workbook) -> None:
    for title in ("Dữ liệu", "Câu trả lời", "Bảng mã", "Phương pháp"):
        cell = book[title].print_area.split("!")[-1].replace("$", "")
        assert book[title][cell].value is None


def test_that_bars_are_solid_and_end_at_100_percent(path: Path) -> None:
    with ZipFile(path) as file:
        sheets = [etree.fromstring(file.read(name)) for name in file.namelist() if "worksheets/sheet" in name]
    rules = [rule for sheet in sheets for rule in sheet.iter("{*}cfRule") if rule.get("type") == "dataBar"]
    plain = [rule for rule in rules if rule.get("priority")]
    solid = [rule for rule in rules if not rule.get("priority")]

    assert len(plain) == len(solid) > 4
    for rule in solid:
        bar = rule.find("{*}dataBar")
        assert (bar.get("gradient"), bar.get("minLength"), bar.get("maxLength")) == ("0", "0", "100")
        assert [end.text for end in bar.iter("{*}f")] == ["0", "1"]
    assert {rule.findtext(".//{*}id") for rule in plain} == {rule.get("id") for rule in solid}


def test_that_no_word_of_a_heading_is_broken(book: Workbook) -> None:
    sheet = book["Tiêu chí"]

    for cell in sheet[6]:
        longest = max(map(len, str(cell.value).split()))
        assert sheet.column_dimensions[cell.column_letter].width > longest
