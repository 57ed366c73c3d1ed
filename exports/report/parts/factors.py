"""Results by factor: a bar each with its interval, and for a unit where all units of its level stand."""

from exports.report.figures import ReportFigures
from exports.report.page_canvas import (
    ACCENT,
    BAR,
    INK,
    LINE,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    PageCanvas,
    break_lines,
    text_height_mm,
)
from exports.report.page_flow import WIDTH_MM, Strip, heading, note, table
from exports.report.share_axis import ShareAxis
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import SectionTally
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.numerals import count, percent, percent_range, points
from exports.wording.speaker import Speaker

_TITLE_MM = 56.0
_AXIS = ShareAxis(60.0, 42.0)
_ANSWERS_MM, _SHARE_MM, _THIRD_MM, _FOURTH_MM = 121.0, 137.0, 153.0, WIDTH_MM  # right ends
_HEAD_MM = 8.0
_BAR_MM = 4.4


def factor_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips with the satisfied share of every factor; none where the form has no factors."""
    say, peers = figures.say, figures.peers
    if not figures.sections:
        return []
    text = say(words.NOTE_FACTORS_UNIT, peers=_lower(peers.title)) if peers else say(words.NOTE_FACTORS)
    rows = [
        _row(say, section, peers.sections[place] if peers else None) for place, section in enumerate(figures.sections)
    ]
    return [*heading(say(common.TITLE_FACTORS)), note(text), *table(rows, _head(say, figures))]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _head(say: Speaker, figures: ReportFigures) -> Strip:
    third, fourth = None, common.GROUP_INTERVAL
    if figures.peers is not None:
        is_everybody = figures.is_compared_with_round
        third, fourth = words.COL_ROUND if is_everybody else words.COL_PEERS, words.COL_DIFFERENCE

    def draw(canvas: PageCanvas) -> None:
        middle_mm = _HEAD_MM - 3.5
        _AXIS.draw_ticks(canvas, middle_mm, say)
        for right_mm, text in (
            (_ANSWERS_MM, common.COL_ANSWERED),
            (_SHARE_MM, words.COL_SATISFIED),
            (_THIRD_MM, third),
            (_FOURTH_MM, fourth),
        ):
            canvas.text_before(right_mm, middle_mm, say(text) if text else "", SMALL_PT, color=MUTED)
        canvas.line(0, _HEAD_MM, WIDTH_MM, _HEAD_MM, INK, 0.25)

    return Strip(_HEAD_MM, draw)


def _row(say: Speaker, section: SectionTally, peers: Share | None) -> Strip:
    lines = break_lines(say(section.section.title), TEXT_PT, _TITLE_MM)
    height_mm = max(text_height_mm(lines, TEXT_PT), _BAR_MM) + 4.0
    share = section.satisfied
    third, fourth = (
        ("", percent_range(say, share.interval))
        if peers is None
        else (percent(say, peers.value), _gap(say, share, peers))
    )

    def draw(canvas: PageCanvas) -> None:
        middle_mm = height_mm / 2
        canvas.lines(0, middle_mm - text_height_mm(lines, TEXT_PT) / 2, lines)
        _AXIS.draw_grid(canvas, height_mm)
        _draw_bar(canvas, share, peers, middle_mm)
        for right_mm, text in (
            (_ANSWERS_MM, count(say, share.of)),
            (_SHARE_MM, percent(say, share.value)),
            (_THIRD_MM, third),
            (_FOURTH_MM, fourth),
        ):
            canvas.text_before(right_mm, middle_mm, text, is_bold=right_mm == _SHARE_MM)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)

    return Strip(height_mm, draw)


def _gap(say: Speaker, share: Share, peers: Share) -> str:
    known = share.value is not None and peers.value is not None
    return points(
        say, share.value - peers.value if known and share.value is not None and peers.value is not None else None
    )


def _draw_bar(canvas: PageCanvas, share: Share, peers: Share | None, middle_mm: float) -> None:
    if share.value is not None:
        width_mm = _AXIS.x_mm(share.value) - _AXIS.left_mm
        canvas.box(_AXIS.left_mm, middle_mm - _BAR_MM / 2, width_mm, _BAR_MM, BAR)
        canvas.frame(_AXIS.left_mm, middle_mm - _BAR_MM / 2, width_mm, _BAR_MM, ACCENT)
    if share.interval is not None:
        _AXIS.draw_interval(canvas, middle_mm, share.interval)
    if peers is not None and peers.value is not None:
        canvas.diamond(_AXIS.x_mm(peers.value), middle_mm, 1.5)
