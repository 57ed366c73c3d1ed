"""Rows that are not as rows mostly are: split over two pages, very high, or about help and examples."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose

XS = [20, 30, 110, *(110 + 15 * column for column in range(1, 6))]
LEVELS = ("Rất tốt", "Tốt", "Bình thường", "Kém", "Rất kém")


def _table(sheet: Sheet, ys: Sequence[float], rows: Sequence[tuple[str, str]], *, boxes: Sequence[int] = ()) -> None:
    """Draw rows between the rules at ``ys``: number and words; boxes in the rows named, else cells stay empty."""
    sheet.grid(XS, ys)
    for row, (number, words) in enumerate(rows):
        sheet.write(22, ys[row] + 5, number)
        for line, text in enumerate(words.split("\n")):
            sheet.write(32, ys[row] + 5 + 5 * line, text)
        for column in range(5) if row in boxes else ():
            sheet.box(XS[column + 2] + 5, ys[row] + 2, 4)


def _heads(sheet: Sheet, top: float) -> None:
    sheet.grid(XS, [top, top + 8])
    for column, level in enumerate(LEVELS):
        sheet.middle(XS[column + 2] + 7.5, top + 5, level, 7, bold=True)


def _ringed(sheet: Sheet, y: float, number: int, words: str) -> None:
    """Write a row of digits to be ringed."""
    sheet.write(22, y + 5, str(number))
    sheet.write(32, y + 5, words)
    for column in range(5):
        sheet.middle(XS[column + 2] + 7.5, y + 6, str(column + 1), 11)


def _questions(proposal: Proposal) -> list[tuple[str, str, int]]:
    return [(item.number, item.label.vi, len(item.options)) for item in proposal.template.items()]


def _split(first: str, rest: str, *, boxes: bool = False, first_mm: float = 20, rest_mm: float = 10) -> Sheet:
    """Draw a table that a page ends in its second row; heads stand on the first page alone."""
    sheet = Sheet()
    _heads(sheet, 212)
    rows = [("1", "Phí đúng quy định"), ("2", first)]
    _table(sheet, [220, 235, 235 + first_mm], rows, boxes=(0, 1) if boxes else ())
    sheet.next_page()
    rows = [("", rest), ("3", "Kết quả đúng hẹn"), ("4", "Trả lời đầy đủ")]
    ys = [20, 20 + rest_mm, 35 + rest_mm, 50 + rest_mm]
    _table(sheet, ys, rows, boxes=(1, 2) if boxes else ())
    return sheet


@pytest.mark.parametrize("boxes", [False, True])
def test_that_a_row_split_over_two_pages_is_one_question(tmp_path: Path, boxes: bool) -> None:
    sheet = _split("Công chức chú ý lắng nghe ý kiến", "của người dân", boxes=boxes)

    proposal = propose(sheet, tmp_path)

    wanted = [
        "Phí đúng quy định",
        "Công chức chú ý lắng nghe ý kiến của người dân",
        "Kết quả đúng hẹn",
        "Trả lời đầy đủ",
    ]
    assert _questions(proposal) == [(str(number), text, 5) for number, text in enumerate(wanted, start=1)]
    split = {area.item_id for area in proposal.areas if AreaDoubt.SPLIT_ROW in area.doubts}
    assert split == {"q02"}
    assert {option.label.vi for item in proposal.template.items() for option in item.options} == set(LEVELS)


@pytest.mark.parametrize(("first_mm", "rest_mm", "page"), [(20, 10, 1), (8, 30, 2)])
def test_that_the_larger_half_of_a_split_row_is_where_marks_are_looked_for(
    tmp_path: Path, first_mm: float, rest_mm: float, page: int
) -> None:
    sheet = _split("Công chức", "lịch sự", first_mm=first_mm, rest_mm=rest_mm)

    proposal = propose(sheet, tmp_path)

    assert {area.page for area in proposal.areas if AreaDoubt.SPLIT_ROW in area.doubts} == {page}
    assert {option.label.vi for item in proposal.template.items() for option in item.options} == set(LEVELS)


def test_that_the_half_of_a_split_row_in_which_digits_are_printed_is_where_marks_are_looked_for(
    tmp_path: Path,
) -> None:
    sheet = Sheet()
    _heads(sheet, 222)
    sheet.grid(XS, [230, 245, 260, 275])
    for row, words in enumerate(("Phí đúng quy định", "Kết quả đúng hẹn", "Công chức tiếp thu")):
        _ringed(sheet, 230 + 15 * row, row + 1, words)
    sheet.next_page()
    _heads(sheet, 20)
    sheet.grid(XS, [28, 40, 55, 70])
    sheet.write(32, 33, "các góp ý của người dân")
    for row, words in enumerate(("Trả lời đầy đủ", "Giải thích rõ ràng")):
        _ringed(sheet, 40 + 15 * row, row + 4, words)

    proposal = propose(sheet, tmp_path)

    wanted = ["Công chức tiếp thu các góp ý của người dân", "Trả lời đầy đủ"]
    assert _questions(proposal)[2:4] == [("3", wanted[0], 5), ("4", wanted[1], 5)]
    assert len(_questions(proposal)) == 5
    assert {area.page for area in proposal.areas if AreaDoubt.SPLIT_ROW in area.doubts} == {1}


def test_that_a_row_that_begins_a_sentence_on_a_new_page_is_a_question_of_its_own(tmp_path: Path) -> None:
    proposal = propose(_split("Công chức lịch sự", "Công chức nhanh nhẹn"), tmp_path)

    assert len(_questions(proposal)) == 5
    assert not any(AreaDoubt.SPLIT_ROW in area.doubts for area in proposal.areas)


@pytest.mark.parametrize("boxes", [False, True])
def test_that_no_row_is_lost_because_it_is_high(tmp_path: Path, boxes: bool) -> None:
    sheet = Sheet()
    _heads(sheet, 30)
    high = "\n".join(f"lời thứ {number} của câu" for number in range(1, 12))
    rows = [("1", "Phí đúng quy định"), ("2", high), ("3", "Kết quả đúng hẹn")]
    _table(sheet, [38, 48, 110, 120], rows, boxes=range(3) if boxes else ())

    assert _questions(propose(sheet, tmp_path)) == [
        ("1", "Phí đúng quy định", 5),
        ("2", high.replace("\n", " "), 5),
        ("3", "Kết quả đúng hẹn", 5),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Công chức\nhướng dẫn\ntận tình",
        "Hướng dẫn tận tình",
        "Ví dụ của giảng viên dễ hiểu",
        "Sample collection was prompt",
        "Đúng hẹn trả kết quả",
        "Wrong answers were explained",
    ],
)
def test_that_a_row_about_help_or_examples_is_a_question(tmp_path: Path, words: str) -> None:
    sheet = Sheet()
    _heads(sheet, 30)
    _table(sheet, [38, 60, 72], [("1", words), ("2", "Phí đúng quy định")])

    assert len(_questions(propose(sheet, tmp_path))) == 2


@pytest.mark.parametrize("words", ["Ví dụ:", "Ví dụ", "Mẫu:", "Example", "Cách đánh dấu", "Hướng dẫn:", "Sai (x):"])
def test_that_boxes_behind_the_word_example_are_no_question(tmp_path: Path, words: str) -> None:
    sheet = Sheet()
    sheet.write(20, 30, words)
    for x in (55, 65):
        sheet.box(x, 26.5, 4)
    _heads(sheet, 40)
    _table(sheet, [48, 58, 68], [("1", "Kết quả đúng hẹn"), ("2", "Phí đúng quy định")])

    assert [number for number, _, _ in _questions(propose(sheet, tmp_path))] == ["1", "2"]


def test_that_digits_beside_boxes_are_their_codes_and_a_scale(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 40, "Mức độ hài lòng chung:")
    for number in range(5):
        sheet.write(80 + 14 * number, 40, str(number + 1))
        sheet.box(83.5 + 14 * number, 36.5, 4)

    proposal = propose(sheet, tmp_path)

    (item,) = proposal.template.items()
    assert [option.value for option in item.options] == list("12345")
    assert item.scale_id is not None
    assert all(4.0 <= area.rect.w_mm < 4.5 for page in proposal.template.pages for area in page.areas)  # boxes


def test_that_what_digits_mean_is_told_of_no_other_row_of_digits(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 30, "Khoanh tròn: 1 = Rất kém; 2 = Kém; 3 = Bình thường; 4 = Tốt; 5 = Rất tốt")
    for y, text, first, last in ((50, "1. Phí đúng quy định", 1, 5), (62, "2. Có giới thiệu không?", 0, 9)):
        sheet.write(20, y, text)
        for number in range(first, last + 1):
            sheet.digit(80 + 9 * number, y - 2, str(number))

    one, other = propose(sheet, tmp_path).template.items()

    assert [option.label.vi for option in one.options] == ["Rất kém", "Kém", "Bình thường", "Tốt", "Rất tốt"]
    assert [option.label.vi for option in other.options] == list("0123456789")


@pytest.mark.parametrize(("last_mm", "options"), [(16, 5), (34, 4)])
def test_that_a_head_that_could_be_written_under_is_an_option_where_its_column_is_as_wide_as_the_others(
    tmp_path: Path, last_mm: float, options: int
) -> None:
    sheet = Sheet()
    xs, ys = [20, 100, 116, 132, 148, 164, 164 + last_mm], [40, 48, 56, 64]
    sheet.grid(xs, ys)
    for column, head in enumerate(("Service", "Place", "Time", "Staff", "Price")):
        sheet.middle((xs[column + 1] + xs[column + 2]) / 2, 45, head, 8, bold=True)
    for row, words in enumerate(("What matters most?", "What was worst?")):
        sheet.write(22, ys[row + 1] + 5, words)

    assert [len(item.options) for item in propose(sheet, tmp_path).template.items()] == [options] * 2
