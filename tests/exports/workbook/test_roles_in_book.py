"""The workbook where a person said what questions do in the results: figures, marks and notes agree."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from exports.workbook.book import write_workbook
from form_templates.editing.operations.parts import with_items
from form_templates.model import ItemId, ItemRole, Language
from tests.exports.build import LATE, SMALL, gathered, responses
from tests.exports.opening import opened

C2 = SMALL.item(ItemId("c2"))
GIVEN = responses(
    [
        {"c1": ("5",), "c2": ("1",), "c3": ("4",), "late": ("1",)},
        {"c1": ("2",), "c2": ("1",), "c3": ("5",)},
    ]
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """A workbook of a form of which one criterion was left out, and a question is no demographic group any more."""
    path = tmp_path_factory.mktemp("roles") / "out.xlsx"
    template = with_items(SMALL, [replace(C2, role=ItemRole.NEITHER), replace(LATE, role=ItemRole.NEITHER)])
    write_workbook(path, gathered(GIVEN, template), Language.ENGLISH)
    return opened(path, data_only=True)


def lines(book: Workbook, title: str) -> list[list[object]]:
    """Return the lines of a sheet that are not empty."""
    return [
        [cell for cell in line if cell is not None] for line in book[title].iter_rows(values_only=True) if any(line)
    ]


def test_that_factor_and_index_leave_out_what_was_left_out(book: Workbook) -> None:
    factors = {line[0]: line[1:] for line in lines(book, "Factors")}

    # One criterion, c1: 1 of 2; c3: 2 of 2.
    assert factors["Access"][:2] == [1, 2]
    assert 1 / 2 in factors["Access"]
    assert [3 / 4, 2, 2, 0] in lines(book, "Overview")


def test_that_a_rated_question_that_was_left_out_says_so_and_keeps_its_own_figures(book: Workbook) -> None:
    criteria = {line[0]: line for line in lines(book, "Criteria")}

    assert criteria["c2"][2:5] == ["Access (not in the index)", 2, 0]
    assert criteria["c1"][2] == "Access"
    assert ["Left out of the index", "Criterion"] in lines(book, "Method")


def test_that_only_what_tells_respondents_apart_is_compared(book: Workbook) -> None:
    compared = [line[0] for line in lines(book, "Demographics")]

    assert "sex" in compared
    assert "late" not in compared
