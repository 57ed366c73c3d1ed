"""Numbers to be filled in: ten rows of which each column is a digit, told by what stands before and above them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.omr.forms.proposing.sheet import Sheet, propose


def _grid(sheet: Sheet, before: Sequence[str], *, columns: int = 5, boxes_above: bool = True) -> None:
    """Draw ten rows of boxes, words before them, under boxes to write in."""
    if boxes_above:
        sheet.write(100, 40, "Mã số")
        sheet.grid([100 + 8 * column for column in range(columns + 1)], [44, 52])
    for row in range(10):
        for column in range(columns):
            sheet.box(102 + 8 * column, 56 + 7 * row, 4)
        sheet.write(94, 59.5 + 7 * row, before[row])


def _shapes(sheet: Sheet, folder: Path) -> list[int]:
    """Return how many options each question has."""
    return [len(item.options) for item in propose(sheet, folder).template.items()]


@pytest.mark.parametrize("digits", ["0123456789", "1234567890", "0413756389"])
def test_that_columns_are_asked_where_digits_count_even_if_some_were_misread(digits: str, tmp_path: Path) -> None:
    sheet = Sheet()
    _grid(sheet, digits, boxes_above=False)

    assert _shapes(sheet, tmp_path) == [10] * 5


def test_that_ten_numbered_questions_are_no_digits(tmp_path: Path) -> None:
    sheet = Sheet()
    _grid(sheet, [str(number) for number in range(1, 11)], boxes_above=False)

    assert _shapes(sheet, tmp_path) == [5] * 10


def test_that_instructions_beside_rows_do_not_make_questions_of_them(tmp_path: Path) -> None:
    sheet = Sheet()
    _grid(sheet, [""] * 10)
    for line in range(10):
        sheet.write(30, 59.5 + 7 * line, "Xin tô kín một ô trong mỗi cột")

    assert _shapes(sheet, tmp_path) == [10] * 5


def test_that_a_table_whose_heads_are_pictures_asks_by_row(tmp_path: Path) -> None:
    sheet = Sheet()
    xs, ys = [30, 100, *(100 + 8 * column for column in range(1, 6))], [44, 52, *(52 + 7 * row for row in range(1, 11))]
    sheet.grid(xs, ys)
    for column in range(5):
        sheet.dark(102 + 8 * column, 46, 4, 4, grey=0.5)
    for row in range(10):
        sheet.write(32, 57 + 7 * row, "Thái độ của cán bộ tiếp nhận")
        for column in range(5):
            sheet.box(102 + 8 * column, 53.5 + 7 * row, 4)

    assert _shapes(sheet, tmp_path) == [5] * 10


def test_that_one_misread_column_does_not_tear_a_grid_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    _grid(sheet, [""] * 10, columns=7)
    for row in range(10):
        for column, letter in enumerate("88B8888"):
            sheet.write(103 + 8 * column, 59 + 7 * row, letter, 8)

    assert _shapes(sheet, tmp_path) == [10] * 7


@pytest.mark.parametrize("columns", [2, 7])
def test_that_digits_in_rings_are_asked_by_column_and_letters_beside_them_too(tmp_path: Path, columns: int) -> None:
    sheet = Sheet()
    letters = ("ABEHJLM", "NRUWXY")
    for row in range(10):
        inside = [str(row)] * columns + [column[row] for column in letters if row < len(column)]
        for column, text in enumerate(inside):
            sheet.circle(102 + 6 * column, 56 + 6 * row, 4)
            sheet.middle(104 + 6 * column, 59.2 + 6 * row, text, 7)

    template = propose(sheet, tmp_path).template

    held = ["".join(option.label.vi for option in item.options) for item in template.items()]
    assert held == ["0123456789"] * columns + list(letters)


def test_that_rows_of_ringed_digits_that_count_are_asked_by_row(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(10):
        sheet.write(20, 59.2 + 8 * row, f"{row + 1}. Thái độ của bộ phận {'ABCDEFGHIJ'[row]}")
        for column in range(5):
            sheet.circle(102 + 9 * column, 56 + 8 * row, 4)
            sheet.middle(104 + 9 * column, 59.2 + 8 * row, str(column + 1), 7)

    assert _shapes(sheet, tmp_path) == [5] * 10
