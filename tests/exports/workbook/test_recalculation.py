"""Every formula of the workbook, worked out anew by LibreOffice: it must yield the figure that was counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.gathered.survey_facts import SurveyFacts
from exports.gathered.survey_records import SurveyRecords
from exports.workbook.book import write_workbook
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Language, Option, Scale, ScaleKind, Section, Text
from omr.responses import Response
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit
from tests.exports.build import (
    LEVELS,
    SMALL,
    UNITS,
    accepted,
    flagged,
    gathered,
    large_survey,
    large_template,
    missing,
    response,
    responses,
    verified,
)
from tests.exports.workbook.office import SOFFICE, differences, recalculated

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-calc-nogui"),
]

LETTERS = Scale(
    "chu",
    ScaleKind.SATISFACTION,
    tuple(Option(value, Text(f"Mức {value}")) for value in ("a", "b", "c")),
    satisfied=frozenset("a"),
    dissatisfied=frozenset("c"),
)
MIXED = Scale("lon", ScaleKind.SATISFACTION, tuple(Option(v, Text(v)) for v in ("0.5", "1", "100")), frozenset({"100"}))
ALIKE = Scale("giong", ScaleKind.SATISFACTION, tuple(Option(v, Text(v)) for v in ("1", "01", "x")), frozenset({"x"}))


def _on(scale: Scale, item_id: str, kind: ItemKind = ItemKind.SINGLE) -> Item:
    return Item(ItemId(item_id), kind, Text(item_id), scale.options, scale_id=scale.scale_id)


EXCUSE = Option("z", Text("Không áp dụng"), is_not_applicable=True)
ODD = FormTemplate(
    "odd",
    1,
    Text("Phiếu lạ"),
    (
        Section("f1", Text("Chữ"), (_on(LETTERS, "c1"), _on(LETTERS, "c2")), is_factor=True),
        Section("f2", Text("Số"), (_on(MIXED, "c3"), _on(LEVELS, "c4"), _on(LEVELS, "c5")), is_factor=True),
        Section("f3", Text("Giống"), (_on(ALIKE, "c6"),), is_factor=True),
        Section(
            "rest",
            Text("Khác"),
            (
                _on(LEVELS, "many", ItemKind.MULTIPLE),
                Item(ItemId("wish"), ItemKind.MULTIPLE, Text("Chọn"), (Option("a", Text("A")), EXCUSE)),
                Item(ItemId("code"), ItemKind.SINGLE, Text("Mã"), (Option("01", Text("A")), Option("1", Text("B")))),
                Item(ItemId("visits"), ItemKind.NUMBER, Text("Số lần"), digits=2),
                Item(ItemId("valid"), ItemKind.TEXT, Text("Ghi chú")),
            ),
        ),
    ),
    (LETTERS, MIXED, ALIKE, LEVELS),
)
"""Scales of letters, of fractions, of values a spreadsheet takes for one another; an item named as a column of ours."""

_ODD_ANSWERS = {
    "c1": (("a",), ("b",), ("c",), ()),
    "c2": (("a",), (), ("a", "b"), ("c",)),
    "c3": (("0.5",), ("100",), ("1",), ("100",)),
    "c4": (("5",), ("na",), ("4",), ("1",)),
    "c5": (("na",), ("na",), ("na",), ("2",)),
    "c6": (("1",), ("01",), ("x",), ("x",)),
    "many": (("5", "4"), ("na",), (), ("1",)),
    "wish": (("a",), ("z",), ("a", "z"), ()),
    "code": (("01",), ("1",), ("1",), ("01",)),
    "visits": (("05",), ("3",), ("nhiều",), ("1",)),
    "valid": (("99",), ("95",), (), ("=1+1",)),
}
CODES = (
    Unit("01", "Tỉnh", "cấp"),
    Unit("001", "Quận", "Cấp", "", "01"),
    Unit("1", "Xã", "*", "", "001"),
    Unit("2", "Phường", "commune", "", "001"),
    Unit("3", "Thị trấn", "Xã", "", "001"),
)
"""Codes that are one number, as the official ones of Hà Nội are; levels that a spreadsheet takes for one another."""


def _odd_responses() -> list[Response]:
    template = response(1)
    return [
        replace(
            template,
            number=number + 1,
            unit=("01", "001", "1", "lạ", "", "2", "3")[number % 7],
            answers=tuple(accepted(item, given[number % 4], template.pages[0]) for item, given in _ODD_ANSWERS.items()),
        )
        for number in range(20)
    ]


def _small_responses() -> list[Response]:
    spread = [
        {"c1": (str(1 + n % 5),), "c2": ("na",) if n % 3 else ("5",), "all": (str(1 + n % 5),)} for n in range(40)
    ]
    others = [{"c3": (str(1 + n % 2),), "nps": (str(n % 11),), "wish": ("a", "b")} for n in range(35)]
    doubtful = flagged("c1", ("5",)), missing("c3"), verified("all", None)
    return [
        *responses(spread),
        *responses(others, unit="256"),
        response(1, *doubtful, c2=("4", "5"), late=("1",), unit="09166"),
        response(2, sex=(), c1=(), c2=(), c3=(), all=(), late=(), unit=""),
        response(3, verified("remark", ("99",)), visits=("07",), unit="99999"),
    ]


def _telling(transactions: Mapping[str, int]) -> list[Unit]:
    return [replace(unit, transactions=transactions.get(unit.code)) for unit in UNITS]


def _listed_responses() -> list[Response]:
    codes = {unit.code for unit in UNITS}
    return [each for each in _small_responses() if each.unit in codes]


LARGE = large_template()
CASES: dict[str, tuple[FormTemplate, Sequence[Response], Sequence[Unit]]] = {
    "small": (SMALL, _small_responses(), UNITS),
    "large": (LARGE, large_survey(LARGE, UNITS, 100), UNITS),
    "odd": (ODD, _odd_responses(), CODES),
    "empty": (SMALL, [], UNITS),
    "round": (SMALL, _small_responses(), [replace(UNITS[0], parent_code="256"), *UNITS[1:]]),
    "weighted": (SMALL, _listed_responses(), _telling({"09163": 120, "256": 35, "09166": 2, "258": 9, "27": 0})),
    "untold": (SMALL, _small_responses(), _telling({"09163": 20, "256": 36, "258": 9})),
}
BY_TRANSACTIONS = ("weighted", "untold")
"""Of more transactions than responses, of as many, of fewer; and where some units tell none."""

PAIRS = [
    *((case, rule) for case in ("small", "odd", "weighted") for rule in IndexRule),
    *zip(("large", "empty", "round", "untold"), IndexRule, strict=True),
]
"""Every rule with what bends its formulas; the other cases, whose oddity no rule knows of, with one rule each."""


@dataclass(frozen=True)
class Recalculated:
    """Workbooks of all pairs as we wrote them, and one whose data were changed; each as it was worked out anew."""

    pairs: dict[tuple[str, IndexRule], tuple[Path, Path]]
    changed: tuple[Path, Path]


@pytest.fixture(scope="session")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """All of them, in one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("recalculated")
    made = {(case, rule): _write(folder, case, rule) for case, rule in PAIRS}
    unchanged = made["small", IndexRule.POOLED]
    written = [*made.values(), _with_another_answer(unchanged)]
    *anew, changed = recalculated(written, folder)
    return Recalculated(
        {key: (path, other) for (key, path), other in zip(made.items(), anew, strict=True)}, (unchanged, changed)
    )


def _write(folder: Path, case: str, rule: IndexRule) -> Path:
    template, given, units = CASES[case]
    path = folder / f"{case}-{rule}.xlsx"
    language = Language.ENGLISH if case == "large" else Language.VIETNAMESE
    weighting = Weighting.TRANSACTIONS if case in BY_TRANSACTIONS else Weighting.NONE
    facts = SurveyFacts("Khảo sát", "2020", rule, weighting=weighting)
    issued = {unit.code: 50 for unit in units[1:]}
    records = SurveyRecords({1: "../scans/a.pdf"})
    write_workbook(path, gathered(given, template, units, facts, issued=issued, records=records), language)
    return path


def _with_another_answer(path: Path) -> Path:
    """Return a copy of the small workbook in which somebody changed an answer by hand."""
    book = load_workbook(path)
    data = book["Dữ liệu"]
    column = next(cell.column for cell in data[1] if cell.value == "c1")
    data.cell(2, column).value = 5  # it was 1: dissatisfied
    changed = path.with_name("changed.xlsx")
    book.save(changed)
    return changed


@pytest.mark.parametrize(("case", "rule"), PAIRS)
def test_that_every_formula_yields_the_figure_that_was_counted(
    workbooks: Recalculated, case: str, rule: IndexRule
) -> None:
    count, found = differences(*workbooks.pairs[case, rule])

    assert not found
    assert count > 200


def test_that_a_changed_answer_changes_the_figures(workbooks: Recalculated) -> None:
    _, found = differences(*workbooks.changed)

    for sheet in ("Tổng quan!B8", "Yếu tố!F7", "Tiêu chí!E7", "Đơn vị!"):
        assert any(line.startswith(sheet) for line in found)
