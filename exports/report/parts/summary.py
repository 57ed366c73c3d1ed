"""At a glance: the index with its interval, how it is counted, and how many responses stand behind it."""

from exports.report.figures import ReportFigures
from exports.report.page_canvas import ACCENT, FIGURE_PT, HEADING_PT, LINE, MUTED, SMALL_PT, TEXT_PT, TINT, PageCanvas
from exports.report.page_flow import WIDTH_MM, Strip, heading, notice, paragraph, space
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.naming import rule_text
from exports.wording.numerals import count, percent, percent_range
from exports.wording.smallness_words import why_small

_BOX_MM = 36.0
_FIGURES_LEFT_MM = 84.0


def summary_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips with the index, the key figures, the rank, and notices where figures are provisional or few."""
    say = figures.say
    strips = [*heading(say(words.AT_A_GLANCE), starts_page=True), *_notices(figures)]
    strips += [Strip(_BOX_MM + 4.0, lambda canvas: _draw_figures(canvas, figures)), paragraph(_basis(figures))]
    strips.append(paragraph(say(words.HOW_COUNTED, rule=rule_text(say, figures.tally.rule))))
    if figures.beside is not None:
        pooled = percent(say, figures.beside.value)
        range_ = percent_range(say, figures.beside.interval)
        strips.append(paragraph(say(words.NOT_WEIGHTED, index=pooled, interval=range_)))
    strips += _rank(figures)
    return [*strips, space(2.0)]


def _rank(figures: ReportFigures) -> list[Strip]:
    say, standing = figures.say, figures.subject.standing
    if standing is None:
        return []
    bounds = {"best": count(say, standing.best), "worst": count(say, standing.worst)}
    return [paragraph(say(words.RANKED, rank=count(say, standing.rank), of=count(say, figures.ranked), **bounds))]


def _notices(figures: ReportFigures) -> list[Strip]:
    say, subject = figures.say, figures.subject
    found = []
    if figures.answers.awaiting_review:
        found.append(notice(say(common.PROVISIONAL, count=count(say, figures.answers.awaiting_review))))
    if reason := why_small(say, subject.valid, subject.index):
        found.append(notice(reason))
    return found


def _basis(figures: ReportFigures) -> str:
    say, index = figures.say, figures.subject.index
    if index.value is None:
        return say(words.NO_ANSWERS)
    people = count(say, index.respondents)
    return say(words.SATISFIED_OF, count=count(say, index.count), of=count(say, index.of), people=people)


def _draw_figures(canvas: PageCanvas, figures: ReportFigures) -> None:
    say, subject = figures.say, figures.subject
    canvas.box(0, 0, _FIGURES_LEFT_MM - 6.0, _BOX_MM, TINT)
    label = say(common.SATISFACTION_INDEX)
    if figures.beside is not None:
        label = say(common.WEIGHTED_LABEL, index=label)
    canvas.text(5.0, 6.5, label, TEXT_PT, color=MUTED)
    canvas.text(5.0, 18.0, percent(say, subject.index.value), FIGURE_PT, is_bold=True, color=ACCENT)
    interval = subject.index.interval
    if interval is not None:
        text = f"{say(common.GROUP_INTERVAL)}: {percent_range(say, interval)}"
        canvas.text(5.0, 29.5, text, TEXT_PT)
    for place, (label, value) in enumerate(_key_figures(figures)):
        left_mm = _FIGURES_LEFT_MM + (place % 2) * (WIDTH_MM - _FIGURES_LEFT_MM) / 2
        top_mm = (place // 2) * _BOX_MM / 2
        canvas.text(left_mm, top_mm + 4.0, label, SMALL_PT + 0.5, color=MUTED)
        canvas.text(left_mm, top_mm + 11.0, value, HEADING_PT, is_bold=True)
    canvas.line(_FIGURES_LEFT_MM, _BOX_MM / 2, WIDTH_MM, _BOX_MM / 2, LINE)


def _key_figures(figures: ReportFigures) -> list[tuple[str, str]]:
    say, issued = figures.say, figures.issued
    return [
        (say(common.COL_ISSUED), count(say, issued)),
        (say(common.RESPONSES), count(say, figures.responses)),
        (say(common.COL_RETURN_RATE), percent(say, figures.responses / issued if issued else None)),
        (say(common.VALID), count(say, figures.subject.valid)),
    ]
