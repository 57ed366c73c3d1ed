"""At a glance: the index with its interval, how it is counted, and how many responses stand behind it."""

from exports.report.figures import ReportFigures
from exports.report.page_canvas import ACCENT, FIGURE_PT, HEADING_PT, LINE, MUTED, SMALL_PT, TEXT_PT, TINT, PageCanvas
from exports.report.page_flow import (
    WIDTH_MM,
    Strip,
    block_title,
    heading,
    labelled_text,
    note,
    notice,
    paragraph,
    space,
    table,
)
from exports.story.findings import StoryFigures, find_extremes, latest_changes, tell
from exports.tally.survey_tally import ItemTally
from exports.wording import report_words as words
from exports.wording import story_words
from exports.wording import workbook_words as common
from exports.wording.method_notes import reading_line
from exports.wording.naming import item_name, rule_text
from exports.wording.numerals import count, percent, percent_range
from exports.wording.smallness_words import why_small
from exports.wording.speaker import Speaker
from omr.survey.counting_rules import Weighting

_BOX_MM = 36.0
_FIGURES_LEFT_MM = 84.0
_SHARE_MM = 24.0


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
    return [*strips, *_story(figures), *_extremes(figures), space(2.0)]


def _story(figures: ReportFigures) -> list[Strip]:
    """Tell what else there is to say; the index stands above already."""
    _, *sentences = tell(figures.say, _told(figures))
    return [space(2.0), block_title(figures.say(story_words.BLOCK_STORY)), *map(paragraph, sentences)]


def _told(figures: ReportFigures) -> StoryFigures:
    changes = figures.changes
    return StoryFigures(
        index=figures.subject.index,
        valid=figures.subject.valid,
        responses=figures.responses,
        items=figures.items,
        issued=figures.issued,
        patterns=None if figures.unit else figures.tally.patterns.everyone,
        changes=latest_changes(changes.index, changes.factors, changes.units) if changes else None,
        checked=figures.checked,
    )


def _extremes(figures: ReportFigures) -> list[Strip]:
    """List the best and the worst criteria; of few people none, for their order would say nothing."""
    say, found = figures.say, find_extremes(figures.items)
    if found is None or figures.subject.is_small:
        return []
    rows = [_criterion(say, item) for item in (*found.best, *found.worst)]
    verdict = say(story_words.APART if found.are_apart else story_words.NOT_APART)
    return [space(2.0), block_title(say(found.title)), note(verdict), *table(rows)]


def _criterion(say: Speaker, item: ItemTally) -> Strip:
    share = item.satisfied
    value, interval = (share.value, share.interval) if share else (None, None)
    return labelled_text(
        f"{percent(say, value)}", f"{item_name(say, item.item)} ({percent_range(say, interval)})", 24.0
    )


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
    untold = figures.tally.levels[0].coverage.untold
    if figures.unit is None and figures.tally.weighting is Weighting.TRANSACTIONS and untold:
        found.append(notice(say(words.NO_WEIGHTED_INDEX, count=count(say, len(untold)))))
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
        canvas.text(5.0, 28.0, text, TEXT_PT)
    if figures.reading_error is not None:
        canvas.text(5.0, 33.0, reading_line(say, figures.reading_error), SMALL_PT, color=MUTED)
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
