"""The sheets that compare rounds: their rows, their reasons, and what is said where a round is not there."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.rounds.round import EarlierRounds, make_round
from exports.tally.answer_table import build_answer_table
from exports.workbook.book import write_workbook
from form_templates.model import Language
from omr.responses import Response
from tests.exports.build import SMALL, UNITS, flagged, gathered, response
from tests.exports.opening import opened
from tests.exports.rounds.test_comparison import forms

NOW = [*forms("256", 90, 10), *forms("258", 20, 5), *forms("09163", 3, 2)]
BEFORE = [*forms("256", 60, 40), *forms("258", 19, 6)]


def write(
    folder: Path, before: list[Response], language: Language = Language.VIETNAMESE, unread: tuple[Path, ...] = ()
) -> Any:
    """Write the workbook of 2020, compared with 2019 if there are responses of it, and open it again."""
    rounds = (make_round("Khảo sát", "2019", build_answer_table(SMALL, before), UNITS),) if before else ()
    path = folder / "out.xlsx"
    write_workbook(path, gathered(NOW, earlier=EarlierRounds(rounds, (), unread)), language)
    return opened(path)


@pytest.fixture(scope="module")
def risen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of a year that was better than the one before."""
    folder = tmp_path_factory.mktemp("risen")
    write(folder, BEFORE)
    return load_workbook(folder / "out.xlsx")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of a year without an earlier one."""
    return write(tmp_path_factory.mktemp("alone"), [])


def rows(sheet: Worksheet, heading: str, block: str) -> dict[Any, tuple[Any, ...]]:
    """Return the rows of one block by their first cell."""
    lines = list(sheet.iter_rows(values_only=True))
    start = next(n for n, line in enumerate(lines) if line[0] == block)
    first = next(n for n in range(start, len(lines)) if lines[n][0] == heading) + 1
    end = next((n for n in range(first, len(lines)) if lines[n][0] is None), len(lines))
    return {line[0]: line for line in lines[first:end]}


def test_that_a_rise_is_told_in_numbers_and_in_words(risen: Any) -> None:
    factors = rows(risen["So sánh năm trước"], "Nội dung", "Chỉ số chung và yếu tố")
    index = factors["Chỉ số chung"]
    assert index[2:8] == ("2019", 2, 125, pytest.approx(79 / 125), 125, pytest.approx(110 / 125))
    assert index[8] == pytest.approx(100 * 31 / 125)
    assert index[9] < index[8] < index[10]
    assert index[12] < index[13] < 0.001  # alone, and among the rows of its table
    assert index[14] == "tăng"
    headings = next(line for line in risen["So sánh năm trước"].iter_rows(values_only=True) if "p hiệu chỉnh" in line)
    assert headings[12:14] == ("p", "p hiệu chỉnh")


def test_that_a_difference_within_chance_and_a_new_office_are_told_as_such(risen: Any) -> None:
    units = rows(risen["So sánh đơn vị"], "Nội dung", "Từng đơn vị")

    assert units["Huyện Yên Phong"][14] == (
        "khác biệt không có ý nghĩa thống kê. Chỉ có 25 phiếu hợp lệ (dưới 30): chỉ để tham khảo."
    )
    new = units["Phường Vũ Ninh"]
    assert new[14] == "không so sánh được: đợt trước không có phiếu"
    assert (new[1], new[4:6], new[6:8], new[8:14]) == ("09163", (None, None), (5, 0.6), (None,) * 6)
    assert units["Phường Đáp Cầu"][6:8] == (None, None)


def test_that_a_tiny_p_value_has_the_decimal_sign_of_those_beside_it(risen: Any) -> None:
    formats = {
        cell.number_format
        for line in risen["So sánh năm trước"].iter_rows(min_col=13, max_col=14)
        for cell in line
        if isinstance(cell.value, float)
    }

    assert formats == {'[<0.001]"< "0.00\\1;0.000'}  # no sign within the text: 0.00 is the program's own


def test_that_the_trend_has_a_native_chart_of_all_rounds(risen: Any) -> None:
    sheet = risen["So sánh năm trước"]

    (chart,) = sheet._charts
    assert len(chart.series) == 2
    trend = next(line for line in sheet.iter_rows(values_only=True) if line[0] == "Chỉ số chung")
    assert trend[1:3] == (pytest.approx(79 / 125), pytest.approx(110 / 125))


def test_that_the_method_is_told_only_where_rounds_are_compared(risen: Any, alone: Any) -> None:
    def method(book: Any) -> list[Any]:
        return [line[0] for line in book["Phương pháp"].iter_rows(values_only=True)]

    assert "So sánh các đợt" in method(risen)
    assert "So sánh các đợt" not in method(alone)


def test_that_there_is_no_sheet_without_an_earlier_round(alone: Any) -> None:
    assert not [name for name in alone.sheetnames if "So sánh" in name]


def test_that_a_round_which_is_not_there_is_named_and_not_passed_over(tmp_path: Path) -> None:
    book = write(tmp_path, [], unread=(Path("/mnt/usb/2019"),))

    texts = [str(cell) for line in book["So sánh năm trước"].iter_rows(values_only=True) for cell in line if cell]
    assert any("/mnt/usb/2019" in text for text in texts)
    assert "So sánh đơn vị" not in book.sheetnames


def test_that_an_earlier_round_which_is_provisional_is_called_so(tmp_path: Path) -> None:
    book = write(tmp_path, [*BEFORE, response(200, flagged("c1", ("4",)), unit="256")])

    texts = [str(cell) for line in book["So sánh năm trước"].iter_rows(values_only=True) for cell in line if cell]
    assert "Đợt 2019 còn 1 câu trả lời chờ kiểm tra, chưa được tính; số liệu của đợt đó là tạm thời." in texts


def test_that_the_sheets_speak_english_throughout(tmp_path: Path) -> None:
    book = write(tmp_path, BEFORE, Language.ENGLISH)

    words = [
        str(cell)
        for name in ("Comparison", "Comparison of units")
        for line in book[name].iter_rows(values_only=True)
        for cell in line
        if isinstance(cell, str)
    ]
    told = " ".join(word for word in words if word not in {unit.name for unit in UNITS} and "Khảo sát" not in word)
    assert "no significant difference" in told
    assert not set("ợướảấệ") & set(told.replace("Tỉnh Bắc Ninh", "").replace("Thành phố Bắc Ninh", ""))
