"""Tables whose columns are only aligned, or parted by rules that are drawn as two lines."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedRule
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.double_rules import as_single_rules
from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose

XS = (118, 136, 154, 172, 190)
LEVELS = ("Rất tốt", "Tốt", "Bình\nthường", "Kém", "Rất\nkém")
ROWS = (
    ("1", "Phí đúng quy định"),
    ("2", "Công chức chú ý lắng nghe\ný kiến của người dân"),
    ("3", "Kết quả đúng hẹn"),
)


def _heads(sheet: Sheet, y: float, levels: Sequence[str] = LEVELS) -> None:
    for x, level in zip(XS, levels, strict=False):
        for line, text in enumerate(level.split("\n")):
            sheet.middle(x, y + 4 * line, text, 9, bold=True)


def _rows(sheet: Sheet, top: float, rows: Sequence[tuple[str, str]] = ROWS, *, step: float = 14) -> None:
    for place, (number, words) in enumerate(rows):
        sheet.write(22, top + step * place, number)
        for line, text in enumerate(words.split("\n")):
            sheet.write(32, top + step * place + 4.5 * line, text)


def _questions(proposal: Proposal) -> list[tuple[str, str, int]]:
    return [(item.number, item.label.vi, len(item.options)) for item in proposal.template.items()]


WANTED = [(number, words.replace("\n", " "), 5) for number, words in ROWS]


@pytest.mark.parametrize("ruled", [False, True])
def test_that_rows_under_levels_are_questions_though_nothing_parts_the_columns(tmp_path: Path, ruled: bool) -> None:
    sheet = Sheet()
    _heads(sheet, 40)
    _rows(sheet, 55)
    for place in range(4) if ruled else ():
        sheet.line(20, 49 + 14 * place, 200, 49 + 14 * place)

    proposal = propose(sheet, tmp_path)

    assert _questions(proposal) == WANTED
    assert all(AreaDoubt.NO_BORDERS in area.doubts for area in proposal.areas)
    middles = [(area.rect.center_mm[0], area.rect) for page in proposal.template.pages for area in page.areas]
    assert [round(x) for x, _ in middles] == [*XS] * 3
    assert all(_holds(rect, 54 + 14 * (place // 5)) for place, (_, rect) in enumerate(middles))
    assert not any(one.overlaps(other) for place, (_, one) in enumerate(middles) for _, other in middles[:place])


def _holds(rect: Rect, y_mm: float) -> bool:
    return rect.y_mm < y_mm < rect.y_mm + rect.h_mm


def test_that_columns_without_borders_go_on_on_the_next_page(tmp_path: Path) -> None:
    sheet = Sheet()
    _heads(sheet, 230)
    _rows(sheet, 245, ROWS[:2])
    sheet.next_page()
    _rows(sheet, 25, ROWS[2:])

    proposal = propose(sheet, tmp_path)

    assert _questions(proposal) == WANTED
    assert len(proposal.template.scales) == 1


def test_that_names_of_sections_between_rows_are_no_rows(tmp_path: Path) -> None:
    sheet = Sheet()
    _heads(sheet, 40)
    sheet.write(22, 54, "I. Tiếp cận dịch vụ", bold=True)
    _rows(sheet, 62, ROWS[:2])
    sheet.write(22, 91, "II. Kết quả", bold=True)
    _rows(sheet, 99, ROWS[2:])

    proposal = propose(sheet, tmp_path)

    assert _questions(proposal) == WANTED
    assert [section.title.vi for section in proposal.template.sections] == ["I. Tiếp cận dịch vụ", "II. Kết quả"]


def test_that_levels_without_rows_below_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    _heads(sheet, 40)
    sheet.write(20, 60, "Câu 1. Giới tính:")
    sheet.box(60, 56.5, 4)
    sheet.write(66, 60, "Nam")
    sheet.box(80, 56.5, 4)
    sheet.write(86, 60, "Nữ")

    assert [options for *_, options in _questions(propose(sheet, tmp_path))] == [2]


def test_that_a_table_of_results_is_not_to_be_marked(tmp_path: Path) -> None:
    sheet = Sheet()
    _heads(sheet, 40)
    _rows(sheet, 55)
    for place in range(3):
        for column, x in enumerate(XS):
            sheet.middle(x, 55 + 14 * place, f"{12 + 7 * column},{place} %", 9)
    sheet.write(20, 120, "Câu 1. Giới tính:")
    for x in (60, 80):
        sheet.box(x, 116.5, 4)

    assert [options for *_, options in _questions(propose(sheet, tmp_path))] == [2]


def test_that_digits_without_borders_keep_the_whole_text_of_their_row(tmp_path: Path) -> None:
    sheet = Sheet()
    _heads(sheet, 40)
    words = "Công chức chú ý\nlắng nghe ý kiến\ncủa người dân\nvà trả lời"
    rows = [("1", "Phí đúng\nquy định"), ("2", words), ("3", "Kết quả\nđúng hẹn")]
    _rows(sheet, 55, rows, step=22)
    for place in range(3):
        for number, x in enumerate(XS, start=1):
            sheet.digit(x, 53 + 22 * place, str(number))

    found = _questions(propose(sheet, tmp_path))

    assert found == [(number, text.replace("\n", " "), 5) for number, text in rows]


def test_that_a_table_ruled_with_two_lines_has_cells(tmp_path: Path) -> None:
    sheet = Sheet()
    xs, ys = [20, 30, 110, *(110 + 15 * column for column in range(1, 6))], [30, 40, 52, 64, 76]
    for off in (0.0, 0.55):
        sheet.grid([x + off for x in xs], [y + off for y in ys])
    for x, level in zip(xs[2:], LEVELS, strict=False):
        sheet.middle(x + 8, 36, level.replace("\n", " "), 7, bold=True)
    for place, (number, words) in enumerate(ROWS):
        sheet.write(22, 47 + 12 * place, number)
        sheet.write(32, 47 + 12 * place, words.replace("\n", " "), 8)

    assert _questions(propose(sheet, tmp_path)) == WANTED


def test_that_frames_below_each_other_keep_their_edges() -> None:
    rules = [PrintedRule(True, at_mm, 20.0, 90.0) for at_mm in (40.0, 41.3)]

    assert as_single_rules(rules) == rules
    assert [rule.at_mm for rule in as_single_rules([rules[0], PrintedRule(True, 40.5, 20.0, 90.0)])] == [40.25, 40.25]


def test_that_tables_below_each_other_have_heads_and_sections_of_their_own_and_no_footer(tmp_path: Path) -> None:
    sheet = Sheet()
    for top, levels in ((40, ("Rất tốt", "Tốt", "Bình thường", "Kém", "Rất kém")), (110, ("Có", "Không"))):
        _heads(sheet, top, levels)
        _rows(sheet, top + 15, [(number, words.split("\n")[0]) for number, words in ROWS], step=12)
    sheet.write(20, 99, "B. KẾT QUẢ", bold=True)
    sheet.write(20, 170, "Xin cảm ơn Ông/Bà!")

    template = propose(sheet, tmp_path).template

    texts = [words.split("\n")[0] for _, words in ROWS]
    assert [item.label.vi for item in template.items()] == texts * 2
    assert [len(item.options) for item in template.items()] == [5] * 3 + [2] * 3
    first, *_, last = template.items()
    assert [option.label.vi for option in first.options] == ["Rất tốt", "Tốt", "Bình thường", "Kém", "Rất kém"]
    assert [option.label.vi for option in last.options] == ["Có", "Không"]
    assert template.sections[-1].title.vi == "B. KẾT QUẢ"
