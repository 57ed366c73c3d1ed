"""All rounds: a row each for index and factors, with the shares and a line through them."""

from collections.abc import Sequence
from math import ceil, floor

from exports.report.changes import ReportChanges, TrendLine
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
from exports.report.page_flow import WIDTH_MM, Strip, block_title, note, space, table
from exports.tally.statistics.share import Share
from exports.wording import change_words as words
from exports.wording import workbook_words as common
from exports.wording.numerals import percent
from exports.wording.speaker import Speaker

_MOST_ROUNDS = 6  # more would leave the lines no room
_SIZE_PT = TEXT_PT - 0.5
_TITLE_MM = 52.0
_COLUMN_MM = 16.0
_GAP_MM = 6.0
_ROW_MM = 11.0
_PLOT_MM = 8.4  # of a row
_HEAD_MM = 8.0
_STEP = 20  # of the whole: the plot ends at every 5 %


def trend_strips(say: Speaker, changes: ReportChanges) -> list[Strip]:
    """Return the block about all rounds; none where there are fewer than three."""
    if not changes.trend:
        return []
    rounds = changes.rounds[-_MOST_ROUNDS:]
    lines = [TrendLine(line.section, line.shares[-_MOST_ROUNDS:]) for line in changes.trend]
    low, high = _bounds([share for line in lines for share in line.shares if share])
    ends = {"low": percent(say, low, 0), "high": percent(say, high, 0)}
    text = (
        say(words.NOTE_TREND_JOINT, units=changes.joint_units, **ends)
        if changes.joint_units
        else say(words.NOTE_TREND, **ends)
    )
    rows = [_row(say, line, low, high) for line in lines]
    return [space(4.0), block_title(say(words.TREND)), note(text), *table(rows, _head(rounds))]


def _bounds(shares: Sequence[Share]) -> tuple[float, float]:
    """Return the 5 % below and above every interval."""
    intervals = [interval for share in shares if (interval := share.interval)]
    low = min((interval.low for interval in intervals), default=0.0)
    high = max((interval.high for interval in intervals), default=1.0)
    return floor(low * _STEP) / _STEP, ceil(high * _STEP) / _STEP


def _right_mm(place: int) -> float:
    return _TITLE_MM + (place + 1) * _COLUMN_MM


def _head(rounds: Sequence[str]) -> Strip:
    def draw(canvas: PageCanvas) -> None:
        for place, name in enumerate(rounds):
            canvas.text_before(_right_mm(place), _HEAD_MM - 3.5, name[-9:], SMALL_PT, color=MUTED)
        canvas.line(0, _HEAD_MM, WIDTH_MM, _HEAD_MM, INK, 0.25)

    return Strip(_HEAD_MM, draw)


def _row(say: Speaker, line: TrendLine, low: float, high: float) -> Strip:
    title = say(line.section.title) if line.section else say(common.ROW_INDEX)
    is_index = line.section is None
    lines = break_lines(title, _SIZE_PT, _TITLE_MM, is_bold=is_index)
    height_mm = max(_ROW_MM, text_height_mm(lines, _SIZE_PT) + 2.0)

    def draw(canvas: PageCanvas) -> None:
        if is_index:
            canvas.box(0, 0, WIDTH_MM, height_mm, TINT)
        canvas.lines(0, (height_mm - text_height_mm(lines, _SIZE_PT)) / 2, lines, _SIZE_PT)
        for place, share in enumerate(line.shares):
            text = percent(say, share.value if share else None)
            canvas.text_before(_right_mm(place), height_mm / 2, text, _SIZE_PT, is_bold=is_index)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)
        _draw_line(canvas.at(0, (height_mm - _PLOT_MM) / 2), line.shares, low, high)

    return Strip(height_mm, draw)


def _draw_line(canvas: PageCanvas, shares: Sequence[Share | None], low: float, high: float) -> None:
    """Draw the line; a round that cannot be compared leaves a gap."""
    left_mm = _right_mm(len(shares) - 1) + _GAP_MM
    step_mm = (WIDTH_MM - 3.0 - left_mm) / (len(shares) - 1)

    def y_mm(share: float) -> float:
        return _PLOT_MM * (high - share) / (high - low)

    before: tuple[float, float] | None = None
    for place, share in enumerate(shares):
        if share is None or share.value is None or share.interval is None:
            before = None
            continue
        here = left_mm + place * step_mm, y_mm(share.value)
        canvas.line(here[0], y_mm(share.interval.low), here[0], y_mm(share.interval.high), MUTED, 0.25)
        if before:
            canvas.line(*before, *here, ACCENT, 0.5)
        before = here
        canvas.dot(*here, 1.1 if place == len(shares) - 1 else 0.8, ACCENT)
