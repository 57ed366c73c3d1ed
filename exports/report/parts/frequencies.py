"""The questions that are no criteria: how often every option was chosen."""

from dataclasses import replace

from exports.report.figures import ReportFigures
from exports.report.page_canvas import ACCENT, LINE, MUTED, SMALL_PT, TEXT_PT, PageCanvas, break_lines, text_height_mm
from exports.report.page_flow import WIDTH_MM, Strip, heading, note, space
from exports.tally.net_promoters import NetPromoters
from exports.tally.survey_tally import ItemTally, OptionTally
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.naming import option_name
from exports.wording.numerals import count, decimal, percent, points
from exports.wording.speaker import Speaker
from form_templates.model import ItemKind, ScaleKind

_SIZE_PT = TEXT_PT - 0.5
_INDENT_MM = 4.0
_LABEL_MM = 84.0
_BAR_LEFT_MM, _BAR_MM, _BAR_HEIGHT_MM = 90.0, 50.0, 3.0
_COUNT_MM, _SHARE_MM = 153.0, WIDTH_MM  # right ends


def frequency_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips that tell how often every option was chosen; none where every question is a criterion."""
    say = figures.say
    items = [item for item in figures.items if not item.is_criterion]
    if not items:
        return []
    strips = [*heading(say(words.OTHER_QUESTIONS)), note(say(common.NOTE_FREQUENCIES))]
    for item in items:
        strips += [*_together([_title_row(say, item), *_answer_rows(say, item)]), space(3.0)]
    return strips


def _together(rows: list[Strip]) -> list[Strip]:
    return [*(replace(row, keeps_with_next=True) for row in rows[:-1]), rows[-1]]


def _title_row(say: Speaker, item: ItemTally) -> Strip:
    label = " ".join(filter(None, (item.item.number and f"{item.item.number}.", say(item.item.label))))
    lines = break_lines(label, TEXT_PT, _COUNT_MM - 20.0, is_bold=True)
    height_mm = text_height_mm(lines, TEXT_PT) + 1.6

    def draw(canvas: PageCanvas) -> None:
        canvas.lines(0, 0.4, lines)
        canvas.text_before(_SHARE_MM, height_mm - 3.0, f"n = {count(say, item.answered)}", SMALL_PT, color=MUTED)
        canvas.line(0, height_mm, WIDTH_MM, height_mm)

    return Strip(height_mm, draw)


def _answer_rows(say: Speaker, item: ItemTally) -> list[Strip]:
    if item.item.kind is ItemKind.TEXT:
        return [_sentence(say(words.WRITTEN, count=count(say, item.answered)))]
    if item.item.kind is ItemKind.NUMBER:
        return [_sentence(say(words.NUMBERS, mean=decimal(say, item.mean), median=decimal(say, item.median)))]
    # The levels between the ends of a long scale have no label, so that the value is needed on all.
    is_long_scale = item.scale is not None and item.scale.kind is ScaleKind.NPS
    names = [option_name(say, o.option) if is_long_scale else say(o.option.label) for o in item.options]
    rows = [_option_row(say, option, name) for option, name in zip(item.options, names, strict=True)]
    if item.net_promoters is not None:
        rows.append(_sentence(_promoters(say, item.net_promoters)))
    return rows


def _promoters(say: Speaker, found: NetPromoters) -> str:
    return say(
        words.PROMOTERS,
        points=points(say, found.value),
        low=points(say, found.interval.low),
        high=points(say, found.interval.high),
        promoters=count(say, found.promoters),
        passives=count(say, found.passives),
        detractors=count(say, found.detractors),
    )


def _sentence(text: str) -> Strip:
    lines = break_lines(text, _SIZE_PT, WIDTH_MM - _INDENT_MM)
    return Strip(text_height_mm(lines, _SIZE_PT) + 1.6, lambda canvas: canvas.lines(_INDENT_MM, 0.8, lines, _SIZE_PT))


def _option_row(say: Speaker, option: OptionTally, name: str) -> Strip:
    lines = break_lines(name or option.option.value, _SIZE_PT, _LABEL_MM - _INDENT_MM)
    height_mm = text_height_mm(lines, _SIZE_PT) + 1.4

    def draw(canvas: PageCanvas) -> None:
        middle_mm = height_mm / 2
        canvas.lines(_INDENT_MM, 0.7, lines, _SIZE_PT)
        if option.share is not None:
            canvas.box(_BAR_LEFT_MM, middle_mm - _BAR_HEIGHT_MM / 2, _BAR_MM * option.share, _BAR_HEIGHT_MM, ACCENT)
            canvas.frame(_BAR_LEFT_MM, middle_mm - _BAR_HEIGHT_MM / 2, _BAR_MM, _BAR_HEIGHT_MM, LINE, 0.15)
        canvas.text_before(_COUNT_MM, middle_mm, count(say, option.count), _SIZE_PT)
        canvas.text_before(_SHARE_MM, middle_mm, percent(say, option.share), _SIZE_PT)

    return Strip(height_mm, draw)
