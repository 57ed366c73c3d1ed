"""Criteria beside overall satisfaction, the closest first: for the round, which has people enough to tell."""

from collections.abc import Sequence

from exports.report.figures import ReportFigures
from exports.report.page_canvas import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    PageCanvas,
    break_lines,
    text_height_mm,
)
from exports.report.page_flow import WIDTH_MM, Strip, heading, note, paragraph, table
from exports.tally.priorities.drivers import Driver, Drivers, Quadrant, find_drivers
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.wording import priority_words as words
from exports.wording import report_words
from exports.wording import workbook_words as common
from exports.wording.naming import item_name, overall_name
from exports.wording.numerals import count, decimal, percent
from exports.wording.speaker import Speaker

_SIZE_PT = TEXT_PT - 0.5
_TITLE_LEFT_MM, _TITLE_MM = 7.0, 66.0
_AXIS_LEFT_MM, _AXIS_MM = 75.0, 20.0
_VALUE_MM, _INTERVAL_MM, _SATISFIED_MM = 107.0, 130.0, 146.0  # right ends
_PLACE_LEFT_MM = 150.0
_HEAD_MM = 8.0
_NAMED = 3


def driver_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips with the criteria ranked by how closely they go together with overall satisfaction.

    None for a unit, and where so few people answered that none is ranked.
    """
    if figures.unit is not None:
        return []
    say, found = figures.say, find_drivers(figures.tally)
    if not found.ranked:
        return []
    low, high = _ends(found.ranked)
    rows = [_row(say, driver, low, high) for driver in found.drivers]
    against = say(words.HELD_AGAINST, overall=overall_name(say, found))
    explained = (say(text, name=say(words.QUADRANTS[each])) for each, text in words.QUADRANTS_EXPLAINED.items())
    texts = [against, say(words.NOTE_DRIVERS, limit=FEWEST_FOR_A_RANK), *explained]
    return [
        *heading(say(words.TITLE_DRIVERS)),
        *_sentences(say, found),
        note(" ".join(texts)),
        *table(rows, _head(say)),
    ]


def _sentences(say: Speaker, found: Drivers) -> list[Strip]:
    """Name only criteria whose interval lies above 0: the closest of a handful may yet go together with nothing."""
    shown = [each for each in found.ranked if each.correlation and each.correlation.low > 0]
    if not shown:
        return [paragraph(say(words.NONE_CLOSE), keeps_with_next=True)]
    first = [each for each in shown if each.quadrant is Quadrant.FIRST]
    closest = say(words.CLOSEST, names=_named(say, shown[:_NAMED]))
    where = say(words.FIRST_ONES, names=_named(say, first)) if first else say(words.NO_FIRST_ONES)
    return [paragraph(closest, keeps_with_next=True), paragraph(where, keeps_with_next=True)]


def _named(say: Speaker, drivers: Sequence[Driver]) -> str:
    return "; ".join(
        say(words.CLOSEST_ONE, name=item_name(say, each.item), value=decimal(say, each.correlation.value))
        for each in drivers
        if each.correlation
    )


def _ends(ranked: Sequence[Driver]) -> tuple[float, float]:
    """Return what correlations the axis begins and ends with: 0 is always on it."""
    found = [each.correlation for each in ranked if each.correlation]
    return min(0.0, *(each.low for each in found)), max(0.1, *(each.high for each in found))


def _head(say: Speaker) -> Strip:
    def draw(canvas: PageCanvas) -> None:
        middle_mm = _HEAD_MM - 3.5
        canvas.text(_TITLE_LEFT_MM, middle_mm, say(common.COL_CRITERION), SMALL_PT, color=MUTED)
        for right_mm, text in (
            (_VALUE_MM, words.COL_CORRELATION),
            (_INTERVAL_MM, words.COL_INTERVAL),
            (_SATISFIED_MM, report_words.COL_SATISFIED),
        ):
            canvas.text_before(right_mm, middle_mm, say(text), SMALL_PT, color=MUTED)
        canvas.text(_PLACE_LEFT_MM, middle_mm, say(words.COL_PLACE), SMALL_PT, color=MUTED)
        canvas.line(0, _HEAD_MM, WIDTH_MM, _HEAD_MM, INK, 0.25)

    return Strip(_HEAD_MM, draw)


def _row(say: Speaker, driver: Driver, low: float, high: float) -> Strip:
    color = INK if driver.rank else MUTED
    is_first = driver.quadrant is Quadrant.FIRST
    item = driver.item
    label = " ".join(filter(None, (item.number and f"{item.number}.", say(item.label))))
    lines = break_lines(label, _SIZE_PT, _TITLE_MM)
    height_mm = text_height_mm(lines, _SIZE_PT) + 2.6
    found = driver.correlation
    interval = f"{decimal(say, found.low)} – {decimal(say, found.high)}" if found else ""
    cells = (
        (_VALUE_MM, decimal(say, found.value if found else None), True),
        (_INTERVAL_MM, interval, False),
        (_SATISFIED_MM, percent(say, driver.satisfied.value, 1), False),
    )

    def draw(canvas: PageCanvas) -> None:
        middle_mm = height_mm / 2
        if driver.rank:
            canvas.text_before(_TITLE_LEFT_MM - 2.5, middle_mm, count(say, driver.rank), _SIZE_PT)
        canvas.lines(_TITLE_LEFT_MM, 1.3, lines, _SIZE_PT, color)
        _draw_correlation(canvas, driver, (low, high), height_mm)
        for right_mm, text, is_bold in cells:
            canvas.text_before(right_mm, middle_mm, text, _SIZE_PT, is_bold=is_bold and bool(driver.rank), color=color)
        place = say(words.QUADRANTS[driver.quadrant]) if driver.quadrant else f"n = {count(say, driver.pairs)}"
        canvas.text(_PLACE_LEFT_MM, middle_mm, place, SMALL_PT, is_bold=is_first, color=color)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)

    return Strip(height_mm, draw)


def _draw_correlation(canvas: PageCanvas, driver: Driver, ends: tuple[float, float], height_mm: float) -> None:
    """Draw the interval as a line with a dot, beside a line at no correlation."""
    low, high = ends

    def x_mm(value: float) -> float:
        return _AXIS_LEFT_MM + _AXIS_MM * (value - low) / (high - low)

    canvas.lines_down([x_mm(0.0)], height_mm, LINE, 0.2)
    if driver.correlation is None or driver.rank is None:
        return
    middle_mm = height_mm / 2
    canvas.line(x_mm(driver.correlation.low), middle_mm, x_mm(driver.correlation.high), middle_mm, ACCENT, 0.4)
    canvas.dot(x_mm(driver.correlation.value), middle_mm, 1.0, ACCENT)
