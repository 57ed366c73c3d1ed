"""Results by criterion: how the answers are spread over the levels, a whole bar each."""

from collections.abc import Mapping
from dataclasses import replace

from exports.report.figures import ReportFigures
from exports.report.level_fills import Fill, scale_fills
from exports.report.page_canvas import INK, LINE, MUTED, SMALL_PT, TEXT_PT, PageCanvas, break_lines, text_height_mm
from exports.report.page_flow import WIDTH_MM, Strip, block_title, heading, note, table
from exports.tally.survey_tally import ItemTally, OptionTally
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.naming import option_name
from exports.wording.numerals import count, percent
from exports.wording.speaker import Speaker
from form_templates.model import Option, Scale
from form_templates.typesetting.fonts import text_width_mm

_SIZE_PT = TEXT_PT - 0.5
_LABEL_MM = 74.0
_BAR_LEFT_MM, _BAR_MM = 77.0, 64.0
_COUNT_MM, _SHARE_MM = 153.0, WIDTH_MM  # right ends
_BAR_HEIGHT_MM = 5.0
_LEGEND_ROW_MM = 4.6
_SWATCH_MM = (5.0, 3.0)
_NUMBER_INSET_MM = 0.8  # of white on each side of a number in a bar


def criteria_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips with the spread of answers for every criterion; none where the form has no criteria."""
    say = figures.say
    items = [item for item in figures.items if item.is_criterion]
    strips: list[Strip] = []
    for scale_id in dict.fromkeys(item.item.scale_id for item in items):
        strips += _scale_strips(say, [item for item in items if item.item.scale_id == scale_id])
    return [*heading(say(common.TITLE_CRITERIA)), note(say(words.NOTE_CRITERIA)), *strips] if items else []


def _scale_strips(say: Speaker, items: list[ItemTally]) -> list[Strip]:
    """Return the items of one scale under their section's titles, with the scale's legend on every page."""
    scale = items[0].scale
    assert scale is not None, "a criterion has a scale"
    fills = scale_fills(scale)
    rows: list[Strip] = []
    for section_id in dict.fromkeys(item.section.section_id for item in items):
        of_section = [item for item in items if item.section.section_id == section_id]
        rows.append(_section_row(say(of_section[0].section.title)))
        rows += table([_item_row(say, item, scale, fills) for item in of_section])
    return table(rows, _head(say, scale, fills))


def _section_row(title: str) -> Strip:
    inner = block_title(title)
    return replace(inner, height_mm=inner.height_mm + 3.0, draw=lambda canvas: inner.draw(canvas.at(0, 3.0)))


def _head(say: Speaker, scale: Scale, fills: Mapping[str, Fill]) -> Strip:
    places = _legend_places(say, scale)
    legend_mm = (places[-1][1] + 1) * _LEGEND_ROW_MM
    height_mm = legend_mm + 6.0

    def draw(canvas: PageCanvas) -> None:
        for left_mm, row, option in places:
            top_mm = row * _LEGEND_ROW_MM + 0.8
            _draw_segment(canvas, (left_mm, top_mm, *_SWATCH_MM), fills[option.value])
            canvas.text(left_mm + _SWATCH_MM[0] + 1.5, top_mm + _SWATCH_MM[1] / 2, option_name(say, option), SMALL_PT)
        canvas.text_before(_COUNT_MM, height_mm - 3.0, "n", SMALL_PT, color=MUTED)
        canvas.text_before(_SHARE_MM, height_mm - 3.0, say(words.COL_SATISFIED), SMALL_PT, color=MUTED)
        canvas.line(0, height_mm - 0.4, WIDTH_MM, height_mm - 0.4, INK, 0.25)

    return Strip(height_mm, draw)


def _legend_places(say: Speaker, scale: Scale) -> list[tuple[float, int, Option]]:
    """Return where every level stands in the legend: from the left (mm), in which row."""
    places = []
    left_mm, row = 0.0, 0
    for option in scale.levels:
        width_mm = _SWATCH_MM[0] + 1.5 + text_width_mm(option_name(say, option), SMALL_PT) + 4.0
        if left_mm and left_mm + width_mm > WIDTH_MM:
            left_mm, row = 0.0, row + 1
        places.append((left_mm, row, option))
        left_mm += width_mm
    return places


def _item_row(say: Speaker, item: ItemTally, scale: Scale, fills: Mapping[str, Fill]) -> Strip:
    label = " ".join(filter(None, (item.item.number and f"{item.item.number}.", say(item.item.label))))
    label = say(common.LEFT_OUT, label=label) if item.is_left_out else label
    lines = break_lines(label, _SIZE_PT, _LABEL_MM)
    height_mm = max(text_height_mm(lines, _SIZE_PT), _BAR_HEIGHT_MM) + 3.2
    by_value = {option.option.value: option for option in item.options}
    levels = [by_value[option.value] for option in scale.levels if option.value in by_value]

    def draw(canvas: PageCanvas) -> None:
        middle_mm = height_mm / 2
        canvas.lines(0, middle_mm - text_height_mm(lines, _SIZE_PT) / 2, lines, _SIZE_PT)
        if item.answered:
            _draw_bar(canvas, levels, fills, middle_mm - _BAR_HEIGHT_MM / 2)
        else:
            canvas.text(_BAR_LEFT_MM, middle_mm, say(words.NO_ANSWER), _SIZE_PT, color=MUTED)
        canvas.text_before(_COUNT_MM, middle_mm, count(say, item.answered), _SIZE_PT)
        satisfied = percent(say, item.satisfied.value if item.satisfied else None)
        canvas.text_before(_SHARE_MM, middle_mm, satisfied, _SIZE_PT, is_bold=True)
        canvas.line(0, height_mm, WIDTH_MM, height_mm, LINE, 0.1)

    return Strip(height_mm, draw)


def _draw_bar(canvas: PageCanvas, levels: list[OptionTally], fills: Mapping[str, Fill], top_mm: float) -> None:
    left_mm = _BAR_LEFT_MM
    for level in levels:
        width_mm = _BAR_MM * (level.share or 0.0)
        if width_mm > 0:
            fill = fills[level.option.value]
            _draw_segment(canvas, (left_mm, top_mm, width_mm, _BAR_HEIGHT_MM), fill)
            _draw_number(canvas, f"{(level.share or 0.0) * 100:.0f}", fill, (left_mm, top_mm, width_mm))
        left_mm += width_mm


def _draw_segment(canvas: PageCanvas, place: tuple[float, float, float, float], fill: Fill) -> None:
    canvas.box(*place, fill.color)
    if fill.hatch_mm is not None:
        canvas.hatch(*place, fill.hatch_mm, INK)
    canvas.frame(*place, INK, 0.12)


def _draw_number(canvas: PageCanvas, text: str, fill: Fill, place: tuple[float, float, float]) -> None:
    """Write a number into a segment that has room for it; strokes stop short of it."""
    left_mm, top_mm, width_mm = place
    number_mm = text_width_mm(text, SMALL_PT) + 2 * _NUMBER_INSET_MM
    if number_mm > width_mm:
        return
    center_mm = left_mm + width_mm / 2
    if fill.hatch_mm is not None:
        canvas.box(center_mm - number_mm / 2, top_mm + 0.8, number_mm, _BAR_HEIGHT_MM - 1.6, fill.color)
    canvas.text_around(center_mm, top_mm + _BAR_HEIGHT_MM / 2, text, SMALL_PT, color=fill.text_color)
