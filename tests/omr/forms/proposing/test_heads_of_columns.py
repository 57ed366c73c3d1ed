"""What the options of grids are called: heads of narrow columns, of tables that go on, and what is no head."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.template_proposal import Proposal
from omr.forms.proposing.wording_hints import legend_of
from tests.omr.forms.proposing.sheet import Sheet, propose

LEVELS = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng")
ASPECTS = ("Nơi ngồi chờ có đủ chỗ", "Phí đúng quy định", "Công chức lịch sự")


def _table(
    sheet: Sheet, heads: Sequence[Sequence[str]], *, top: float = 30, rows: Sequence[str] = ASPECTS, step: float = 12
) -> None:
    """Draw a table: heads by their lines, then a row each with boxes; no row of heads if there are none."""
    columns = max(len(heads), 5)
    xs = [20, 30, 110, *(110 + step * (column + 1) for column in range(columns))]
    head_mm = 4.0 * max(map(len, heads)) + 2 if heads else 0.0
    ys = [top, *([top + head_mm] if heads else []), *(top + head_mm + 9 * (row + 1) for row in range(len(rows)))]
    sheet.grid(xs, ys)
    if heads:
        sheet.middle(25, top + 6, "TT", 8, bold=True)
        sheet.middle(70, top + 6, "Nội dung", 8, bold=True)
    for column, lines in enumerate(heads):
        for number, line in enumerate(lines):
            sheet.middle(110 + step * (column + 0.5), top + 4 + 4 * number, line, 8, bold=True)
    for number, row in enumerate(rows):
        y = top + head_mm + 9 * number
        sheet.write(23, y + 6, str(number + 1), 9)
        sheet.write(32, y + 6, row, 9)
        for column in range(columns):
            sheet.box(110 + step * (column + 0.5) - 1.8, y + 2.7, 3.6)


def _options(proposal: Proposal) -> list[list[tuple[str, str]]]:
    return [[(option.value, option.label.vi) for option in item.options] for item in proposal.template.items()]


def _doubtful(proposal: Proposal, doubt: AreaDoubt) -> set[str]:
    return {area.option for area in proposal.areas if doubt in area.doubts}


RIGHT = list(zip("54321", LEVELS, strict=True))


@pytest.mark.parametrize(
    "heads",
    [
        ("Rất|hài|lòng", "Hài|lòng", "Bình|thườn|g", "Khôn|g hài|lòng", "Rất|khôn|g hài|lòng"),
        ("Rất|hài|lòn|g", "Hài|lòn|g", "Bìn|h|thư|ờng", "Khô|ng|hài|lòn|g", "Rất|khô|ng|hài|lòn|g"),
    ],
)
def test_that_words_broken_in_narrow_columns_are_put_together(tmp_path: Path, heads: tuple[str, ...]) -> None:
    sheet = Sheet()
    _table(sheet, [head.split("|") for head in heads])

    proposal = propose(sheet, tmp_path)

    assert _options(proposal) == [RIGHT] * 3
    assert not _doubtful(proposal, AreaDoubt.BROKEN_WORDS)


def test_that_broken_words_are_known_by_the_rest_of_the_form_and_doubted_otherwise(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 20, "Khuyến nghị của người dân")
    _table(sheet, [["Khuyế", "n nghị"], ["Nghiê", "m túc"], ["Đúng", "hẹn"], ["Có"], ["Không"]])

    proposal = propose(sheet, tmp_path)

    assert [label for _, label in _options(proposal)[0]] == ["Khuyến nghị", "Nghiêm túc", "Đúng hẹn", "Có", "Không"]
    values = {label: value for value, label in _options(proposal)[0]}
    assert _doubtful(proposal, AreaDoubt.BROKEN_WORDS) == {values["Nghiêm túc"]}


def test_that_letters_over_the_columns_stay_codes(tmp_path: Path) -> None:
    sheet = Sheet()
    _table(sheet, [[letter] for letter in "ABCDE"])

    assert _options(propose(sheet, tmp_path))[0] == [(letter, letter) for letter in "ABCDE"]


def test_that_the_title_right_over_a_table_is_no_part_of_its_heads(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.middle(128, 28, "PHIẾU HẸP", 13, bold=True)
    _table(sheet, [level.split() for level in LEVELS])

    proposal = propose(sheet, tmp_path)

    assert _options(proposal) == [RIGHT] * 3
    assert proposal.template.title.vi == "PHIẾU HẸP"


def test_that_the_name_of_the_column_of_questions_is_no_title(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 20, "Đánh dấu X vào ô chọn", 8)
    _table(sheet, [level.split() for level in LEVELS])
    sheet.middle(70, 38, "Nội dung", 13, bold=True)

    assert propose(sheet, tmp_path).template.title.vi == "form"


def test_that_the_rest_of_a_question_over_the_first_row_is_no_option(tmp_path: Path) -> None:
    sheet = Sheet()
    _table(sheet, [])
    xs, ys = [20, 30, 110, *(110 + 12 * column for column in range(1, 6))], [23, 30]
    sheet.grid(xs, ys)
    sheet.write(96, 28, "các câu hỏi", 8)

    proposal = propose(sheet, tmp_path)

    assert _options(proposal)[0] == [(digit, digit) for digit in "12345"]
    assert _doubtful(proposal, AreaDoubt.NO_OPTION_TEXT) == set("12345")


def test_that_words_over_some_columns_only_make_all_of_them_doubtful(tmp_path: Path) -> None:
    sheet = Sheet()
    _table(sheet, [["Tốt"], ["Khá"], [""], [""], [""]])

    assert len(_doubtful(propose(sheet, tmp_path), AreaDoubt.NO_OPTION_TEXT)) == 5


def test_that_a_legend_ends_where_another_text_begins() -> None:
    legend = legend_of("Khoanh tròn: 1 = Kém; 2 = Hài lòng một phần; 5 = Rất hài lòng TT Nội dung")

    assert legend == {"1": "Kém", "2": "Hài lòng một phần", "5": "Rất hài lòng"}


def _going_on(step: float = 12) -> Sheet:
    sheet = Sheet()
    _table(sheet, [level.split() for level in LEVELS], top=230)
    sheet.next_page()
    _table(sheet, [], top=20, rows=("Kết quả đúng quy định", "Thời hạn đúng quy định"), step=step)
    return sheet


def test_that_a_table_that_goes_on_without_heads_keeps_those_of_the_page_before(tmp_path: Path) -> None:
    proposal = propose(_going_on(), tmp_path)

    assert _options(proposal) == [RIGHT] * 5
    assert len(proposal.template.scales) == 1
    assert [AreaDoubt.HEADS_TAKEN_OVER in area.doubts for area in proposal.areas] == [False] * 15 + [True] * 10


def test_that_a_table_with_other_columns_takes_no_heads_over(tmp_path: Path) -> None:
    proposal = propose(_going_on(step=16), tmp_path)

    assert _options(proposal)[-1] == [(digit, digit) for digit in "12345"]
    assert not _doubtful(proposal, AreaDoubt.HEADS_TAKEN_OVER)


@pytest.mark.parametrize(("blanks", "step"), [(2, 7.0), (3, 7.0), (6, 7.0), (4, 6.4)])
def test_that_a_row_of_bare_digits_keeps_its_ten(tmp_path: Path, blanks: int, step: float) -> None:
    sheet = Sheet()
    sheet.write(20, 40, "Khoanh tròn một số")
    sheet.write(20, 50, "19. Mức độ hài lòng chung:   1    2    3    4    5")
    sheet.write(20, 50 + step, "20. Ông/Bà có giới thiệu không?  " + (" " * blanks).join(map(str, range(11))))

    proposal = propose(sheet, tmp_path)

    assert [item.label.vi for item in proposal.template.items()] == [
        "Mức độ hài lòng chung",
        "Ông/Bà có giới thiệu không?",
    ]
    assert _options(proposal)[1] == [(str(number), str(number)) for number in range(11)]


def test_that_the_name_of_a_section_under_the_heads_does_not_hide_them(tmp_path: Path) -> None:
    sheet = Sheet()
    xs, ys = [20, 30, 45, 57, 69, 81, 93, 105], [30, 44, 50, 82, 114]
    sheet.grid(xs, [30, 44])
    sheet.grid([20, 105], [44, 50])
    sheet.grid(xs, [50, 82, 114])
    sheet.write(22, 48.5, "I. Tiếp cận dịch vụ hành", 9, bold=True)  # beyond where the first column begins
    for column, level in enumerate(LEVELS):
        for number, word in enumerate(level.split()):
            sheet.write(46 + 12 * column, 34 + 3.2 * number, word, 6, bold=True)
        for row in range(2):
            sheet.box(46.5 + 12 * column, ys[row + 2] + 2, 3.0)
    for row in range(2):
        sheet.write(31, ys[row + 2] + 5, f"Nơi ngồi {'AB'[row]}", 6)

    assert _options(propose(sheet, tmp_path)) == [RIGHT] * 2
