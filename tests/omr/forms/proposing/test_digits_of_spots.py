"""Digits above, below and beside spots name them, and are no second question."""

from collections.abc import Callable
from pathlib import Path

import pytest

from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose

STEP = 14


def _boxes(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 2.5, y - 2.5, 5)


def _ovals(sheet: Sheet, x: float, y: float) -> None:
    sheet.circle(x - 2.5, y - 2.5, 5)


def _cells(sheet: Sheet, x: float, y: float) -> None:
    sheet.grid([x - STEP / 2, x + STEP / 2], [y - 4, y + 4])


LOOKS = (_boxes, _ovals, _cells)


def _row(draw: Callable[[Sheet, float, float], None], sheet: Sheet, y: float, *, digits_mm: float) -> None:
    """Draw eleven places and their digits, the base line of which is ``digits_mm`` below the middle of the places."""
    for value in range(11):
        draw(sheet, 35 + STEP * value, y)
        sheet.middle(35 + STEP * value, y + digits_mm, str(value), 8)


def _found(proposal: Proposal) -> list[tuple[str, list[str]]]:
    return [(item.label.vi, [option.value for option in item.options]) for item in proposal.template.items()]


@pytest.mark.parametrize("draw", LOOKS)
@pytest.mark.parametrize("digits_mm", [8.0, -6.0])
def test_that_digits_below_or_above_places_are_their_labels(
    tmp_path: Path, draw: Callable[[Sheet, float, float], None], digits_mm: float
) -> None:
    sheet = Sheet()
    sheet.write(20, 44, "6. Khả năng giới thiệu dịch vụ cho người khác?")
    _row(draw, sheet, 56, digits_mm=digits_mm)

    proposal = propose(sheet, tmp_path)

    assert _found(proposal) == [("Khả năng giới thiệu dịch vụ cho người khác?", [str(value) for value in range(11)])]
    assert {round(area.rect.center_mm[1]) for area in proposal.template.pages[0].areas} == {56}


@pytest.mark.parametrize("digits", ["", "0123456789"])
def test_that_cells_to_write_a_number_in_are_not_ticked(tmp_path: Path, digits: str) -> None:
    sheet = Sheet()
    sheet.write(20, 34, "1. Giới tính:")
    for x, option in ((50, "Nam"), (80, "Nữ")):
        sheet.box(x, 30.8, 4)
        sheet.write(x + 6, 34, option)
    sheet.write(20, 56, "2. Số điện thoại:")
    sheet.grid([60 + 8 * edge for edge in range(11)], [50, 58])
    sheet.write(20, 66, "Ghi các số " + digits)

    assert [len(item.options) for item in propose(sheet, tmp_path).template.items()] == [2, 0]


def test_that_digits_between_two_rows_of_boxes_belong_to_the_nearer(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in (1, 2):
        sheet.write(20, 26 + 24 * number, f"{number}. Khả năng giới thiệu dịch vụ {'AB'[number - 1]}?")
        _row(_boxes, sheet, 36 + 24 * number, digits_mm=6.0)

    assert _found(propose(sheet, tmp_path)) == [
        (f"Khả năng giới thiệu dịch vụ {letter}?", [str(value) for value in range(11)]) for letter in "AB"
    ]


def test_that_digits_to_be_ringed_below_a_question_with_boxes_stay_a_question(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 30, "Xin khoanh tròn một số ở câu 2.")
    sheet.write(20, 40, "1. Ông bà đã đến đây lần nào chưa?")
    for x, option in ((35, "Có"), (49, "Không"), (77, "Không nhớ")):
        sheet.box(x, 44, 4)
        sheet.write(x + 5, 47.5, option, 7)
    sheet.write(20, 55, "2. Ông bà chấm mấy điểm?")
    for value in range(1, 6):
        sheet.middle(37 + STEP * (value - 1), 63, str(value))

    assert _found(propose(sheet, tmp_path)) == [
        ("Ông bà đã đến đây lần nào chưa?", ["3", "2", "1"]),
        ("Ông bà chấm mấy điểm?", ["1", "2", "3", "4", "5"]),
    ]


def test_that_a_digit_in_the_cell_beside_an_empty_one_is_its_code(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 40, "6. Ông bà chấm mấy điểm?")
    sheet.grid([30 + 9 * edge for edge in range(11)], [46, 54])
    for value in range(1, 6):
        sheet.middle(34.5 + 18 * (value - 1), 51.5, str(value))

    assert _found(propose(sheet, tmp_path)) == [("Ông bà chấm mấy điểm?", ["1", "2", "3", "4", "5"])]
