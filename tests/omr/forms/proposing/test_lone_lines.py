"""Numbered lines beside which nothing was found are told of."""

from pathlib import Path

from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.report import report_lines
from tests.omr.forms.proposing.sheet import Sheet, propose


def _sheet(first: int = 1, step_mm: int = 10) -> Sheet:
    sheet = Sheet()
    sheet.write(20, 30, "Giới tính")
    for row, label in enumerate(("Nam", "Nữ")):
        sheet.box(22, 36 + 8 * row, 3.6)
        sheet.write(28, 39.2 + 8 * row, label)
    for row in range(4):
        sheet.write(20, 80 + step_mm * row, f"{first + row}) Nơi ngồi chờ giải quyết công việc")
    return sheet


def test_that_numbered_lines_without_areas_are_told_of(tmp_path: Path) -> None:
    proposal = propose(_sheet(), tmp_path)

    (note,) = (one for one in proposal.notes if one.kind is NoteKind.LONE_LINES)
    named = "; ".join(f"{number}) Nơi ngồi chờ giải quyết công việc" for number in range(1, 5))
    assert dict(note.facts) == {"count": "4", "page": "1", "lines": named}
    lines = list(report_lines(proposal, tmp_path))
    told = next(place for place, line in enumerate(lines) if line.startswith("Beside 4 numbered lines on page 1"))
    assert "response areas are as forms usually have them" in lines[told - 1]


def test_that_numbered_lines_with_boxes_or_lines_to_write_on_are_not_told_of(tmp_path: Path) -> None:
    sheet = _sheet()
    for row in range(4):
        for column in range(3):
            sheet.box(120 + 12 * column, 77 + 10 * row, 3.6)

    assert NoteKind.LONE_LINES not in {note.kind for note in propose(sheet, tmp_path).notes}


def test_that_numbered_headings_over_questions_are_not_told_of(tmp_path: Path) -> None:
    sheet = _sheet(step_mm=30)
    for row in range(4):
        for column in range(3):
            sheet.box(120 + 12 * column, 92 + 30 * row, 3.6)

    assert NoteKind.LONE_LINES not in {note.kind for note in propose(sheet, tmp_path).notes}
