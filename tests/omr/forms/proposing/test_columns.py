"""What stands in columns: options of one list, questions of their own, and the digits of a number."""

from pathlib import Path

from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose


def _choices(proposal: Proposal) -> list[int]:
    return [len(item.options) for item in proposal.template.items() if item.options]


def _list(sheet: Sheet, x: float, y: float, options: tuple[str, ...]) -> None:
    for row, option in enumerate(options):
        sheet.box(x, y + 7 * row - 3.2, 4)
        sheet.write(x + 6, y + 7 * row, option)


def test_that_a_list_in_columns_below_fields_in_columns_is_one_question(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU KHẢO SÁT", 15, bold=True)
    for x in (20, 105):
        for y, name in ((40, "Họ tên:"), (48, "Đơn vị:")):
            sheet.line(sheet.write(x, y, name) + 2, y, x + 75, y)
    sheet.write(20, 58, "1. Ông/Bà đến để làm thủ tục gì?")
    _list(sheet, 22, 66, ("Hộ tịch", "Đất đai", "Xây dựng", "Chứng thực"))
    _list(sheet, 107, 66, ("Kinh doanh", "Bảo hiểm", "Cư trú"))

    assert _choices(propose(sheet, tmp_path)) == [7]


def test_that_questions_in_two_columns_stay_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU KHẢO SÁT", 15, bold=True)
    for column, x in enumerate((20, 105)):
        sheet.write(x, 40, f"{column + 1}. Ông/Bà có hài lòng không?")
        _list(sheet, x + 2, 48, ("Có", "Không", "Không rõ", "Khác"))

    assert _choices(propose(sheet, tmp_path)) == [4, 4]


def test_that_ten_rows_under_boxes_to_write_in_are_the_digits_of_a_number(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU TRẢ LỜI", 15, bold=True)
    sheet.write(20, 38, "Số báo danh", bold=True)
    xs = [20.0 + 6 * column for column in range(5)]
    sheet.grid(xs, [40, 47])
    for column in range(4):
        for row in range(10):
            sheet.circle(xs[column] + 1.2, 49 + 5 * row, 3.6)

    assert _choices(propose(sheet, tmp_path)) == [10] * 4


def test_that_ten_rows_under_headings_are_questions(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU KHẢO SÁT", 15, bold=True)
    xs = [110.0 + 12 * column for column in range(5)]
    sheet.grid([20, *xs], [40, 48])
    for column, level in enumerate(("Tốt", "Khá", "Vừa", "Kém")):
        sheet.middle(xs[column] + 6, 45, level, 8)
    for row in range(10):
        sheet.write(20, 54 + 7 * row, f"{row + 1}. Nội dung đánh giá")
        for column in range(4):
            sheet.circle(xs[column] + 4, 51 + 7 * row, 4)

    assert _choices(propose(sheet, tmp_path)) == [4] * 10
