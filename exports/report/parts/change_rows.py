"""Tables of changes: a row each with both shares, their difference, and the way from one to the other on an axis."""

from collections.abc import Mapping, Sequence

from exports.report.page_canvas import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    TINT,
    PageCanvas,
    break_lines,
    text_height_mm,
)
from exports.report.page_flow import WIDTH_MM, Strip, table
from exports.report.share_axis import ShareAxis, axis_for
from exports.rounds.differences import Area, Difference, Row, Subject
from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.tally.statistics.smallness import smallness_of
from exports.wording import change_words as words
from exports.wording import comparison_words
from exports.wording import workbook_words as common
from exports.wording.naming import all_of_level, unit_name
from exports.wording.numerals import percent, points
from exports.wording.speaker import Speaker
from form_templates.model import Item, Section, Text
from omr.units.unit_list import Unit

_SIZE_PT = TEXT_PT - 0.5
_TITLE_MM = 62.0
_EARLIER_MM, _LATER_MM, _POINTS_MM = 82.0, 100.0, 117.0  # right ends
_AXIS_LEFT_MM, _AXIS_MM = 122.0, 36.0
_HEAD_MM = 8.0

_REASONS: Mapping[IncomparableReason, Text] = {
    reason: getattr(comparison_words, f"WHY_{reason.name}") for reason in IncomparableReason
}


def change_table(say: Speaker, rows: Sequence[Row], later: str) -> list[Strip]:
    """Return the rows against one earlier round as a table; the index, where it is there, stands out."""
    shares = [share for row in rows for share in (row.earlier, row.later) if share]
    axis = axis_for((share.interval for share in shares), _AXIS_LEFT_MM, _AXIS_MM)
    return table([_row(say, row, axis) for row in rows], _head(say, axis, rows[0].against, later))


def why_incomparable(say: Speaker, obstacle: Incomparable) -> str:
    """Return in words why a figure cannot be compared."""
    return say(_REASONS[obstacle.reason], names=", ".join(obstacle.names))


def is_hint(row: Row) -> bool:
    """Whether one of the two shares is no more than a hint."""
    return any(share is not None and smallness_of(share.respondents, share) for share in (row.earlier, row.later))


def subject_name(say: Speaker, subject: Subject) -> str:
    """Return what a figure is about."""
    match subject:
        case None:
            return say(common.ROW_INDEX)
        case Section():
            return say(subject.title)
        case Item():
            return " ".join(filter(None, (subject.number and f"{subject.number}.", say(subject.label))))
        case Unit():
            return unit_name(say, subject)
        case Area():
            return say(common.ROW_AREA, unit=unit_name(say, subject.unit))
        case _:
            return all_of_level(say, subject)


def _head(say: Speaker, axis: ShareAxis, earlier: str, later: str) -> Strip:
    def draw(canvas: PageCanvas) -> None:
        middle_mm = _HEAD_MM - 3.5
        for right_mm, text in (
            (_EARLIER_MM, earlier),
            (_LATER_MM, later),
            (_POINTS_MM, say(words.COL_DIFFERENCE)),
        ):
            canvas.text_before(right_mm, middle_mm, _short(text), SMALL_PT, color=MUTED)
        axis.draw_ticks(canvas, middle_mm, say)
        canvas.line(0, _HEAD_MM, WIDTH_MM, _HEAD_MM, INK, 0.25)

    return Strip(_HEAD_MM, draw)


def _short(name: str) -> str:
    """Return the name of a round, its last letters alone where it is long: there the year stands."""
    return name if len(name) <= 11 else f"…{name[-10:]}"


def _row(say: Speaker, row: Row, axis: ShareAxis) -> Strip:
    found = row.verdict if isinstance(row.verdict, Difference) else None
    is_strong = found is not None and found.is_significant
    color = MUTED if found is None or is_hint(row) else INK
    title = subject_name(say, row.subject)
    if isinstance(row.verdict, Incomparable):
        title = f"{title} ({why_incomparable(say, row.verdict)})"
    lines = break_lines(title, _SIZE_PT, _TITLE_MM, is_bold=is_strong)
    height_mm = text_height_mm(lines, _SIZE_PT) + 2.6

    def draw(canvas: PageCanvas) -> None:
        if row.subject is None:
            canvas.box(0, 0, WIDTH_MM, height_mm, TINT)
        axis.draw_grid(canvas, height_mm)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)
        canvas.lines(0, 1.3, lines, _SIZE_PT, color)
        middle_mm = height_mm / 2
        for right_mm, text in (
            (_EARLIER_MM, percent(say, row.earlier.value if row.earlier else None)),
            (_LATER_MM, percent(say, row.later.value if row.later else None)),
            (_POINTS_MM, points(say, found.value if found else None)),
        ):
            canvas.text_before(right_mm, middle_mm, text, _SIZE_PT, is_bold=is_strong, color=color)
        if is_strong and found:
            direction = say(words.UP if found.value > 0 else words.DOWN)
            canvas.text_before(WIDTH_MM, middle_mm, direction, _SIZE_PT, is_bold=True, color=color)
        _draw_way(canvas, row, axis, middle_mm, is_strong=is_strong)

    return Strip(height_mm, draw)


def _draw_way(canvas: PageCanvas, row: Row, axis: ShareAxis, middle_mm: float, *, is_strong: bool) -> None:
    if row.earlier is None or row.later is None or row.earlier.value is None or row.later.value is None:
        return
    color = ACCENT if is_strong else MUTED
    then_mm, now_mm = axis.x_mm(row.earlier.value), axis.x_mm(row.later.value)
    canvas.line(then_mm, middle_mm, now_mm, middle_mm, color, 0.7 if is_strong else 0.3)
    canvas.ring(then_mm, middle_mm, 1.0, color)
    canvas.dot(now_mm, middle_mm, 1.1, color)
