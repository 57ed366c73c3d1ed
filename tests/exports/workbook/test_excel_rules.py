"""What Excel is known to call damage, looked for in the XML of the files: it cannot be asked here."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_from_string

from exports.gathered.survey_facts import SurveyFacts
from exports.gathered.survey_records import SurveyRecords
from exports.tally.satisfaction_index import IndexRule
from exports.workbook.book import write_workbook
from exports.workbook.cells import LONGEST_TEXT
from exports.workbook.valued_formulas import LONGEST_FORMULA, LONGEST_LITERAL
from omr.units.unit_list import Unit
from tests.exports.build import gathered, response, verified

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL_NAME = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc][0-9]*([Cc][0-9]*)?")
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "conditionalFormatting",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "drawing", "legacyDrawing",
    "tableParts", "extLst",
)  # fmt: skip
"""In what order the parts of a sheet must come (ECMA-376, 18.3.1.99), as far as these files have them."""


@pytest.fixture(scope="module", params=[IndexRule.POOLED, IndexRule.EQUAL_CRITERIA])
def parts(request, tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree._Element]:
    """The XML of a workbook with hostile texts, by the name of its part."""
    path: Path = tmp_path_factory.mktemp("rules") / "out.xlsx"
    hostile = ("\x00\x0b\ud800\ufffe<&>" + "dài " * 12_000, "=cmd|' /C calc'!A0", ' "]]> ', "_x0000_")
    given = [response(n, verified("remark", (text,)), sheet=text[:40]) for n, text in enumerate(hostile, start=1)]
    facts = SurveyFacts("Tên & rất dài " * 40, "đợt '1'", request.param)
    units = [Unit("09163", "Đơn vị '[x]'*?/"), Unit("1", "Một", "", "", "09163")]
    scans = SurveyRecords(scans={1: '../scans/a".pdf', 2: "x" * 300})
    write_workbook(path, gathered(given, units=units, facts=facts, records=scans, issued={"1": 0}))
    with ZipFile(path) as file:
        assert len(set(file.namelist())) == len(file.namelist())
        return {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def sheets(parts: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield the sheets."""
    yield from (root for name, root in parts.items() if name.startswith("xl/worksheets/sheet"))


def test_that_the_parts_of_a_sheet_come_in_their_order(parts: dict[str, etree._Element]) -> None:
    for sheet in sheets(parts):
        found = [_ORDER.index(etree.QName(child).localname) for child in sheet]
        assert found == sorted(found)


def test_that_rows_and_cells_come_in_their_order_and_once(parts: dict[str, etree._Element]) -> None:
    for sheet in sheets(parts):
        rows = [int(row.get("r")) for row in sheet.iter(f"{_MAIN}row")]
        assert rows == sorted(set(rows))
        for row in sheet.iter(f"{_MAIN}row"):
            if not any(cell.get("r") for cell in row):
                continue  # cells that come in order without a gap need not say where they are
            places = [coordinate_from_string(cell.get("r")) for cell in row]
            columns = [column_index_from_string(letters) for letters, _ in places]
            assert {number for _, number in places} <= {int(row.get("r"))}
            assert columns == sorted(set(columns))


def test_that_no_text_and_no_formula_is_too_long(parts: dict[str, etree._Element]) -> None:
    for sheet in sheets(parts):
        assert all(len(text.text or "") <= LONGEST_TEXT for text in sheet.iter(f"{_MAIN}t"))
        for formula in sheet.iter(f"{_MAIN}f"):
            assert len(formula.text or "") <= LONGEST_FORMULA
            assert all(len(literal) <= LONGEST_LITERAL for literal in _LITERAL.findall(formula.text or ""))
        header = [part.text or "" for part in sheet.iter(f"{_MAIN}oddHeader", f"{_MAIN}oddFooter")]
        assert header
        assert all(len(text) <= 255 for text in header)


def test_that_every_formula_has_its_value_beside_it_and_none_is_left_packed(parts: dict[str, etree._Element]) -> None:
    count = 0
    for sheet in sheets(parts):
        for formula in sheet.iter(f"{_MAIN}f"):
            count += 1
            assert "\u241f" not in (formula.text or "")
            value = formula.getparent().find(f"{_MAIN}v")
            assert value is not None
            assert (formula.getparent().get("t") == "str") or float(value.text) is not None
    assert count > 300


def test_that_shared_formulas_are_written_out_before_they_are_named(parts: dict[str, etree._Element]) -> None:
    for sheet in sheets(parts):
        known = set()
        for formula in sheet.iter(f"{_MAIN}f"):
            if formula.get("t") == "shared":
                known |= {formula.get("si")} if formula.text else set()
                assert formula.get("si") in known


def test_that_names_are_legal_and_unique(parts: dict[str, etree._Element]) -> None:
    names = [
        each.get("name")
        for each in parts["xl/workbook.xml"].iter(f"{_MAIN}definedName")
        if not each.get("localSheetId")
    ]

    assert len(names) > 20
    assert len({name.casefold() for name in names}) == len(names)
    assert all(
        re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,254}", name) and not _CELL_NAME.fullmatch(name) for name in names
    )
