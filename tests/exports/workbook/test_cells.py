"""No text from a form becomes a formula, and numbers stay numbers."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from exports.tally.statistics.share import Share
from exports.workbook.cells import LONGEST_TEXT, clean_text, interval_cells, put
from exports.workbook.tables import lines_needed
from exports.workbook.valued_formulas import LONGEST_FORMULA, ValuedFormula

_SHEET = Workbook().worksheets[0]
_ROWS = count(1)


def _put(value: object) -> Cell:
    """Put a value into a cell that held nothing before."""
    return put(_SHEET, next(_ROWS), 1, value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-hỏi lại", "@tên"])
def test_that_a_text_which_looks_like_a_formula_stays_a_text(text: str) -> None:
    cell = _put(text)

    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_that_a_number_stays_one() -> None:
    assert (_put(-5).data_type, _put(0.5).data_type) == ("n", "n")


def test_that_a_formula_too_long_for_excel_leaves_its_value() -> None:
    assert _put(ValuedFormula("1+" * LONGEST_FORMULA + "1", 7)).value == 7
    assert _put(ValuedFormula("1+1", 2)).data_type == "f"


@given(st.text())
def test_that_a_cleaned_text_can_be_put_into_a_cell(text: str) -> None:
    assert len(clean_text(text)) <= LONGEST_TEXT
    assert clean_text(clean_text(text)) == clean_text(text)
    _put(text)


def test_that_control_characters_and_halves_of_letters_are_dropped() -> None:
    assert clean_text("a\x00\x0bb\ud800\ufffec") == "abc"
    assert len(clean_text("x" * 40_000)) == 32_767


def test_that_a_share_of_nobody_has_no_interval() -> None:
    assert interval_cells(None) == (None, None)
    assert interval_cells(Share.pooled(0, 0, 0)) == (None, None)
    low, high = interval_cells(Share.pooled(8, 10, 10))
    assert low == pytest.approx(0.4902, abs=1e-4)  # Wilson: 8 of 10
    assert high == pytest.approx(0.9433, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("a b", 1),
        ("a\nb\r\nc", 3),
        ("x" * 25, 3),
        ("x" * 10, 1),
        ("aaaa bbbb cccc", 2),
        (f"a {'x' * 11} b", 3),
    ],
)
def test_that_a_row_is_as_high_as_its_text(text: str, lines: int) -> None:
    assert lines_needed(text, 10) == lines
