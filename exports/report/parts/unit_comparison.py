"""Comparisons: one line each with its figure and interval, on one axis; also the ranking of units."""

from collections.abc import Sequence

from exports.report.figures import ComparedFigures, ReportFigures, ReportScope
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
from exports.report.page_flow import WIDTH_MM, Strip, block_title, heading, note, paragraph, space, table
from exports.report.parts.few_forms import few_forms_strips
from exports.report.share_axis import ShareAxis, axis_for
from exports.tally.statistics.intervals import ShareInterval
from exports.wording import change_words as changed
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.naming import all_of_level
from exports.wording.numerals import count, percent, percent_range
from exports.wording.smallness_words import grey_text
from exports.wording.speaker import Speaker

_SIZE_PT = TEXT_PT - 0.5
_TITLE_MM = 70.0
_RANK_MM = 10.0
_VALID_MM, _INDEX_MM, _RANGE_MM = 80.0, 96.0, 126.0  # right ends
_AXIS_LEFT_MM, _AXIS_MM = 132.0, 35.0
_HEAD_MM = 8.0
_FEWEST_TOGETHER = 5  # units with few forms; less stand grey among the others


def standing_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips that compare the unit with those above it, its level and the round; the round with its levels."""
    say = figures.say
    target = figures.facts.target
    if len(figures.standings) < 2 and target is None:
        return []
    title = say(words.LEVELS if figures.scope is ReportScope.ROUND else words.STANDING)
    rows = _table(say, figures.standings, target, is_ranked=False)
    return [*heading(title), *_target_strips(figures), _note(figures), *rows]


def ranking_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips that rank the units, a table per level."""
    say = figures.say
    if not figures.ranking:
        return []
    strips = heading(say(words.RANKING if figures.scope is ReportScope.ROUND else words.BELOW))
    few: list[ComparedFigures] = []
    ranked = {level: _without_few(standings, few) for level, standings in figures.ranking.items()}
    if any(ranked.values()):
        strips += [_note(figures), space(2.0)]
    for level, standings in ranked.items():
        if level and standings and len(figures.ranking) > 1:
            strips.append(block_title(all_of_level(figures.say, level)))
        if standings:
            strips += [*_table(say, standings, figures.facts.target, is_ranked=True), space(6.0)]
    return [*strips, *few_forms_strips(say, few)]


def _without_few(standings: Sequence[ComparedFigures], few: list[ComparedFigures]) -> list[ComparedFigures]:
    """Return the units of a level to be ranked one by one; more than a handful of small ones go to ``few``."""
    small = [standing for standing in standings if standing.is_small]
    if len(small) < _FEWEST_TOGETHER:
        return list(standings)
    few += small
    return [standing for standing in standings if not standing.is_small]


def _target_strips(figures: ReportFigures) -> list[Strip]:
    """Say whether the target is reached; an interval that goes on below it leaves that open."""
    say, target, interval = figures.say, figures.facts.target, figures.subject.index.interval
    if target is None or interval is None:
        return []
    text = changed.TARGET_OPEN
    if interval.low >= target or interval.high < target:
        text = changed.TARGET_REACHED if interval.low >= target else changed.TARGET_MISSED
    return [paragraph(say(text, target=percent(say, target)), keeps_with_next=True)]


def _note(figures: ReportFigures) -> Strip:
    say, target = figures.say, figures.facts.target
    line = say(changed.NOTE_TARGET, target=percent(say, target)) if target is not None else ""
    return note(" ".join(filter(None, (say(words.NOTE_DIFFERENCE), grey_text(say), line))))


def _table(say: Speaker, standings: Sequence[ComparedFigures], target: float | None, *, is_ranked: bool) -> list[Strip]:
    shown = [standing.index.interval for standing in standings]
    if target is not None:
        shown.append(ShareInterval(target, target))
    axis = axis_for(shown, _AXIS_LEFT_MM, _AXIS_MM, target)
    return table(
        [_row(say, standing, axis, is_ranked=is_ranked) for standing in standings],
        _head(say, axis, is_ranked=is_ranked),
    )


def _head(say: Speaker, axis: ShareAxis, *, is_ranked: bool) -> Strip:
    def draw(canvas: PageCanvas) -> None:
        middle_mm = _HEAD_MM - 3.5
        if is_ranked:
            canvas.text(0, middle_mm, say(common.COL_RANK), SMALL_PT, color=MUTED)
        for right_mm, text in (
            (_VALID_MM, say(words.COL_VALID)),
            (_INDEX_MM, say(words.COL_INDEX)),
            (_RANGE_MM, say(common.GROUP_INTERVAL)),
        ):
            canvas.text_before(right_mm, middle_mm, text, SMALL_PT, color=MUTED)
        axis.draw_ticks(canvas, middle_mm, say)
        canvas.line(0, _HEAD_MM, WIDTH_MM, _HEAD_MM, INK, 0.25)

    return Strip(_HEAD_MM, draw)


def _row(say: Speaker, standing: ComparedFigures, axis: ShareAxis, *, is_ranked: bool) -> Strip:
    left_mm = _RANK_MM if is_ranked else 2.0
    lines = break_lines(standing.title, _SIZE_PT, _TITLE_MM - left_mm, is_bold=standing.is_subject)
    height_mm = text_height_mm(lines, _SIZE_PT) + 2.4
    color = MUTED if standing.is_small else INK

    def draw(canvas: PageCanvas) -> None:
        if standing.is_subject:
            canvas.box(0, 0, WIDTH_MM, height_mm, TINT)
        axis.draw_grid(canvas, height_mm)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)
        canvas.lines(left_mm, 1.2, lines, _SIZE_PT, color)
        middle_mm = height_mm / 2
        if is_ranked:
            canvas.text_before(_RANK_MM - 3.0, middle_mm, count(say, standing.rank), _SIZE_PT, color=color)
        for right_mm, text in (
            (_VALID_MM, count(say, standing.valid)),
            (_INDEX_MM, percent(say, standing.index.value)),
            (_RANGE_MM, percent_range(say, standing.index.interval)),
        ):
            canvas.text_before(right_mm, middle_mm, text, _SIZE_PT, is_bold=standing.is_subject, color=color)
        _draw_figure(canvas, standing, axis, middle_mm)

    return Strip(height_mm, draw)


def _draw_figure(canvas: PageCanvas, standing: ComparedFigures, axis: ShareAxis, middle_mm: float) -> None:
    interval = standing.index.interval
    if interval is None or standing.index.value is None:
        return
    color = MUTED if standing.is_small else ACCENT
    axis.draw_interval(canvas, middle_mm, interval, color)
    canvas.dot(axis.x_mm(standing.index.value), middle_mm, 1.4 if standing.is_subject else 1.0, color)
