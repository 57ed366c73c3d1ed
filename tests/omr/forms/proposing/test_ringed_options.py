"""Options without boxes whose number or letter is ringed, and what counts up and is none."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from form_templates.model import MarkStyle
from omr.forms.proposing.doubts import SURE, AreaDoubt
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose

WORDS = ("Công văn", "Đồng nghiệp", "Báo chí", "Khác")


def _sheet(intro: str = "Khoanh tròn vào một số hoặc chữ cho mỗi câu.") -> Sheet:
    """Draw a form that asks to ring, with one question of a row of digits."""
    sheet = Sheet()
    sheet.write(20, 30, intro)
    sheet.write(20, 40, "6. Ông bà chấm mấy điểm?")
    for value in range(1, 6):
        sheet.middle(110 + 14 * value, 40, str(value))
    return sheet


def _beside(sheet: Sheet, y: float, texts: Sequence[str]) -> None:
    x = 24.0
    for text in texts:
        x = sheet.write(x, y, text) + 8


def _below(sheet: Sheet, y: float, texts: Sequence[str], x: float = 26) -> None:
    for line, text in enumerate(texts):
        sheet.write(x, y + 5.5 * line, text)


def _found(proposal: Proposal) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what is asked besides the row of digits."""
    return [
        (item.label.vi, [(option.value, option.label.vi) for option in item.options])
        for item in proposal.template.items()
        if "mấy điểm" not in item.label.vi and item.options
    ]


def _lines_told(proposal: Proposal) -> str:
    return "".join(str(note) for note in proposal.notes if note.kind is NoteKind.LONE_LINES)


@pytest.mark.parametrize(
    ("marks", "draw", "space"),
    [
        ("1. 2. 3. 4.", _beside, " "),
        ("1) 2) 3) 4)", _below, ""),
        ("a. b. c. d.", _beside, ""),
        ("a) b) c) d)", _below, " "),
        ("A. B. C. D.", _below, " "),
    ],
)
def test_that_numbers_and_letters_before_options_are_areas_to_be_looked_at(
    tmp_path: Path, marks: str, draw: object, space: str
) -> None:
    sheet = _sheet()
    sheet.write(20, 60, "7. Ông bà biết lớp học qua đâu?")
    texts = [f"{mark}{space}{word}" for mark, word in zip(marks.split(), WORDS, strict=True)]
    (_beside if draw is _beside else _below)(sheet, 66, texts)
    sheet.write(20, 92, "8. Xin cảm ơn ông bà.")

    proposal = propose(sheet, tmp_path)

    ((label, options),) = _found(proposal)
    assert (label, [words for _, words in options]) == ("Ông bà biết lớp học qua đâu?", list(WORDS))
    areas = [area for area in proposal.areas if AreaDoubt.RINGED_OPTION in area.doubts]
    assert len(areas) == 4
    assert all(area.confidence < SURE for area in areas)
    assert {item.style for item in proposal.template.items()} == {MarkStyle.RING}
    places = [area.rect for area in proposal.template.pages[0].areas if area.rect.y_mm > 55]
    firsts = [rect.center_mm for rect in places if draw is _below or rect is places[0]]
    assert all(24 < x_mm < 29 for x_mm, _ in firsts)
    assert not any(one.overlaps(other) for number, one in enumerate(places) for other in places[:number])


def test_that_a_question_may_stand_before_its_options_or_in_the_cell_at_their_left(tmp_path: Path) -> None:
    sheet = _sheet()
    sheet.write(20, 60, "7. Giới tính:   a) Nam      b) Nữ")
    sheet.grid([20, 80, 190], [70, 82])
    sheet.write(22, 77, "8. Nơi ở")
    _below(sheet, 75, ["1. Thành thị", "2. Nông thôn"], 84)

    assert _found(propose(sheet, tmp_path)) == [
        ("Giới tính", [("a", "Nam"), ("b", "Nữ")]),
        ("Nơi ở", [("1", "Thành thị"), ("2", "Nông thôn")]),
    ]


def test_that_options_in_columns_are_read_as_they_count(tmp_path: Path) -> None:
    sheet = _sheet()
    sheet.write(20, 60, "7. Ông bà biết lớp học qua đâu?")
    _below(sheet, 66, ["1. Công văn", "2. Đồng nghiệp"])
    _below(sheet, 66, ["3. Báo chí", "4. Khác"], 100)

    ((_, options),) = _found(propose(sheet, tmp_path))
    assert options == [(str(number), word) for number, word in enumerate(WORDS, start=1)]


def test_that_a_page_after_the_one_that_asks_for_rings_has_options_too(tmp_path: Path) -> None:
    sheet = _sheet()
    sheet.next_page()
    sheet.write(20, 40, "7. Ông bà biết lớp học qua đâu?")
    _beside(sheet, 46, ["a) Công văn", "b) Báo chí"])

    assert _found(propose(sheet, tmp_path)) == [("Ông bà biết lớp học qua đâu?", [("a", "Công văn"), ("b", "Báo chí")])]


NO_OPTIONS = [
    ("Hướng dẫn trả lời:", ["1. Đọc kỹ câu hỏi", "2. Khoanh tròn một số", "3. Không bỏ sót câu nào"]),
    ("II. HƯỚNG DẪN", ["a) Đọc kỹ từng câu", "b) Khoanh tròn một số"]),
    ("7. Cách ghi phiếu", ["a) Đọc kỹ từng câu", "b) Chọn một số"]),
    ("Căn cứ:", ["1. Luật Tổ chức chính quyền", "2. Nghị định số 61 của Chính phủ", "3. Thông tư số 01"]),
    ("2. Mục đích khảo sát:", ["a) Thu thập ý kiến của người dân;", "b) Nâng cao chất lượng phục vụ."]),
    ("7. Nguyên tắc của khảo sát", ["a) Phiếu được giữ kín và chỉ dùng để tính toán.", "b) Không ghi tên."]),
    ("A. THÔNG TIN CHUNG", ["1. Họ và tên", "2. Nơi công tác"]),
    ("Xin cho biết về:", ["1. Ông bà bao nhiêu tuổi?", "2. Ông bà ở đâu?"]),
    ("7. Xin cho biết về người trả lời:", ["a) Họ và tên: ...............", "b) Nơi ở: ..............."]),
]


@pytest.mark.parametrize("draw", [_beside, _below])
def test_that_what_counts_up_but_is_not_chosen_makes_no_areas(tmp_path: Path, draw: object) -> None:
    sheet = _sheet()
    for number, (prompt, texts) in enumerate(NO_OPTIONS):
        sheet.write(20, 56 + 25 * number, prompt)
        (_beside if draw is _beside else _below)(sheet, 62 + 25 * number, texts)

    assert _found(propose(sheet, tmp_path)) == []


def test_that_a_legend_over_rows_and_numbers_of_rows_make_no_areas(tmp_path: Path) -> None:
    sheet = _sheet()
    sheet.write(20, 60, "Mức độ hài lòng của ông bà như thế nào?")
    _beside(sheet, 66, ["1. Rất kém", "2. Kém", "3. Vừa", "4. Tốt", "5. Rất tốt"])
    sheet.grid([20, 30, 120, 190], [72, 80, 88, 96])
    for row in range(3):
        sheet.write(22, 77.5 + 8 * row, f"{row + 7}.")
        sheet.write(32, 77.5 + 8 * row, f"Thái độ phục vụ của bộ phận {'ABC'[row]}")
        for value in range(1, 6):
            sheet.middle(120 + 12 * value, 77.5 + 8 * row, str(value))

    proposal = propose(sheet, tmp_path)

    assert [(item.number, len(item.options)) for item in proposal.template.items()] == [
        ("6", 5), ("7", 5), ("8", 5), ("9", 5)
    ]  # fmt: skip


def test_that_options_of_a_form_that_does_not_speak_of_rings_are_named(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 30, "1. Giới tính")
    for row, label in enumerate(("Nam", "Nữ")):
        sheet.box(26, 34 + 7 * row, 3.6)
        sheet.write(32, 37.2 + 7 * row, label)
    sheet.write(20, 60, "2. Ông bà công tác ở:")
    _below(sheet, 66, ["a) Cấp tỉnh", "b) Cấp xã"])

    proposal = propose(sheet, tmp_path)

    assert [len(item.options) for item in proposal.template.items()] == [2]
    assert "a) Cấp tỉnh; b) Cấp xã" in _lines_told(proposal)


def test_that_several_questions_with_lettered_answers_need_no_word_of_rings(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in (1, 2):
        sheet.write(20, 20 + 20 * number, f"Câu {number}. Ông bà biết lớp học qua đâu?")
        _beside(sheet, 26 + 20 * number, ["A. Công văn", "B. Báo chí", "C. Khác"])

    proposal = propose(sheet, tmp_path)

    assert [[option.label.vi for option in item.options] for item in proposal.template.items()] == [
        ["Công văn", "Báo chí", "Khác"]
    ] * 2
    assert not _lines_told(proposal)
