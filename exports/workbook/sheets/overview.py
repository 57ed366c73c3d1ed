"""The first sheet, on one page: the index, what there is to say of it in sentences, best and worst, two pictures.

What became of pages and answers, which operators look for, is on the sheet of quality (``records/deliveries``).
"""

from collections.abc import Sequence
from textwrap import shorten, wrap

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.story.findings import StoryFigures, find_extremes, latest_changes, tell
from exports.tally.reading.read_answers import count_checks
from exports.tally.survey_tally import ItemTally
from exports.wording import story_words
from exports.wording import workbook_words as words
from exports.wording.method_notes import reading_line
from exports.wording.naming import rule_text
from exports.workbook import styles
from exports.workbook.cells import Value, interval_cells, put
from exports.workbook.charts import ChartData, ChartPlace, add_share_chart
from exports.workbook.formulas import ItemFormulas, ratio
from exports.workbook.parts.data_bars import add_bars
from exports.workbook.printing import make_printable
from exports.workbook.sheets.factors import INDEX_NAMES, factor_chart_data
from exports.workbook.tables import (
    TableColumn,
    set_widths,
    share_column,
    text_column,
    write_notice,
    write_table,
)
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Option
from omr.survey.counting_rules import Weighting

_LEFT, _MIDDLE, _RIGHT = 2, 6, 11  # columns at which the thirds of the page begin
_WIDTHS = (2, 28, 13, 13, 3, 28, 16, 13, 1, 2, 18, 13, 13, 13, 13)
_FIGURES_ROW = 7
_STORY_ROW = 13
_LETTERS = 205  # of a sentence that fit beside one another
_SHARE, _HIGH = 13, 15  # columns of the share and of the end of its interval
_CHART_ROWS = 15
_NAME_LETTERS = 125


def fill_overview(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the overview, which prints on one page: index, findings, best and worst criteria, how people rated."""
    sheet.sheet_view.showGridLines = False
    set_widths(sheet, _WIDTHS)
    _write_heading(sheet, content)
    _write_key_figures(sheet, content)
    row = _write_story(sheet, content)
    row = _write_extremes(sheet, content, row)
    _write_levels(sheet, content, row)
    _add_factor_chart(sheet, content, row)
    make_printable(sheet, content)
    sheet.page_setup.fitToHeight = 1


def _write_heading(sheet: Worksheet, content: WorkbookContent) -> None:
    say, facts, template = content.say, content.facts, content.tally.table.template
    put(sheet, 1, _LEFT, facts.name, styles.TITLE)
    title = say(template.title)
    form = say(words.TEMPLATE_VALUE, title=title, id=template.template_id, version=template.version)
    if facts.with_versions:
        form = f"{form}, {say(words.WITH_VERSIONS, versions=', '.join(map(str, facts.with_versions)))}"
    parts = [f"{say(words.ROUND)}: {facts.round_name}" if facts.round_name else "", f"{say(words.TEMPLATE)}: {form}"]
    put(sheet, 2, _LEFT, " · ".join(filter(None, parts)), styles.BODY)
    when = put(sheet, 3, _LEFT, f"{say(words.EXPORTED_AT)}: {content.exported_at:%d/%m/%Y %H:%M}", styles.BODY)
    when.alignment = styles.LEFT
    _write_notices(sheet, content)


def _write_notices(sheet: Worksheet, content: WorkbookContent) -> None:
    answers = content.tally.answers
    if answers.awaiting_review:
        text = content.say(words.PROVISIONAL, count=answers.awaiting_review)
        write_notice(sheet, 4, text, _LEFT, len(_WIDTHS))
    if answers.awaiting_typing:
        put(sheet, 5, _LEFT, content.say(words.TYPING_AWAITED, count=answers.awaiting_typing), styles.SMALL)


def _write_key_figures(sheet: Worksheet, content: WorkbookContent) -> None:
    say, tally = content.say, content.tally
    index_label = f"{say(words.SATISFACTION_INDEX)} ({rule_text(content.say, content.tally.rule).partition(':')[0]})"
    share = ValuedFormula(f'IF({INDEX_NAMES["share"]}="","–",{INDEX_NAMES["share"]})', _or_dash(tally.index.value))
    if tally.weighted is None:
        _write_figure(sheet, _LEFT, index_label, share, styles.PERCENT)
    else:
        label = say(words.WEIGHTED_LABEL, index=index_label)
        _write_figure(sheet, _LEFT, label, _or_dash(tally.headline.value), styles.PERCENT)
    _write_interval(sheet, content)
    _write_beside(sheet, content, share)
    if content.reading_error is not None:
        put(sheet, _FIGURES_ROW + 4, _LEFT, reading_line(say, content.reading_error), styles.SMALL)
    responses = ValuedFormula("COUNT(d_number)", tally.responses)
    _write_figure(sheet, _MIDDLE, say(words.RESPONSES), responses, styles.COUNT)
    _write_figure(sheet, _MIDDLE + 1, say(words.VALID), ValuedFormula("SUM(d_valid)", tally.valid), styles.COUNT)
    awaiting = ValuedFormula("SUM(d_awaiting)", tally.answers.awaiting_review)
    _write_figure(sheet, _RIGHT, say(words.AWAITING_REVIEW), awaiting, styles.COUNT)
    if content.issued is not None:
        issued = sum(content.issued.values())
        rate = ValuedFormula(
            f'IF({issued}=0,"–",COUNT(d_number)/{issued})', tally.responses / issued if issued else "–"
        )
        _write_figure(sheet, _RIGHT + 2, say(words.COL_RETURN_RATE), rate, "0.0%")


def _or_dash(value: float | None) -> float | str:
    return "–" if value is None else value


def _write_figure(sheet: Worksheet, column: int, label: str, value: Value, number_format: str) -> None:
    put(sheet, _FIGURES_ROW, column, label, styles.SMALL)
    cell = put(sheet, _FIGURES_ROW + 1, column, value, styles.FIGURE)
    cell.number_format = number_format
    cell.alignment = styles.LEFT
    sheet.row_dimensions[_FIGURES_ROW + 1].height = 32


def _write_interval(sheet: Worksheet, content: WorkbookContent) -> None:
    """Write the interval as numbers with words in their format, so that Excel chooses the decimal sign."""
    interval = content.tally.headline.interval
    if interval is None:
        return
    ends: tuple[Value, Value] = interval.low, interval.high
    if content.tally.weighted is None:
        ends = ValuedFormula(INDEX_NAMES["low"], interval.low), ValuedFormula(INDEX_NAMES["high"], interval.high)
    low, high = (put(sheet, _FIGURES_ROW + 2 + at, _LEFT, end, styles.SMALL) for at, end in enumerate(ends))
    low.number_format = f'"{content.say(words.INTERVAL_FROM)} "{styles.PERCENT}'
    high.number_format = f'"{content.say(words.INTERVAL_TO)} "{styles.PERCENT}'
    low.alignment = high.alignment = styles.LEFT


def _write_beside(sheet: Worksheet, content: WorkbookContent, pooled: ValuedFormula) -> None:
    """Write the pooled index beside one by transactions, or that this was asked for and cannot be made yet."""
    if content.tally.weighting is not Weighting.TRANSACTIONS:
        return
    if content.tally.weighted is None:
        text = content.say(words.NO_WEIGHTED_INDEX, sheet=content.say(words.SHEET_ROLL_UPS))
        put(sheet, _FIGURES_ROW + 5, _LEFT, text, styles.SMALL)
        return
    cell = put(sheet, _FIGURES_ROW + 5, _LEFT, pooled, styles.STRONG)
    cell.number_format = f'"{content.say(words.INDEX_POOLED)} "{styles.PERCENT}'
    cell.alignment = styles.LEFT


def _write_story(sheet: Worksheet, content: WorkbookContent) -> int:
    """Write the findings line by line; return the next free row."""
    put(sheet, _STORY_ROW, _LEFT, content.say(story_words.BLOCK_STORY), styles.BLOCK_TITLE)
    row = _STORY_ROW + 1
    for sentence in tell(content.say, _story_figures(content)):
        for line in wrap(sentence, _LETTERS, initial_indent="•  ", subsequent_indent="    "):
            put(sheet, row, _LEFT, line, styles.BODY)
            row += 1
    return row + 1


def _story_figures(content: WorkbookContent) -> StoryFigures:
    tally, compared = content.tally, content.comparison
    return StoryFigures(
        index=tally.headline,
        valid=tally.valid,
        responses=tally.responses,
        items=tally.items,
        issued=sum(content.issued.values()) if content.issued else None,
        patterns=tally.patterns.everyone,
        changes=latest_changes(compared.factors, compared.factors, compared.units) if compared else None,
        checked=count_checks(content.checks),
    )


def _write_extremes(sheet: Worksheet, content: WorkbookContent, row: int) -> int:
    """Write the best and the worst criteria with their intervals; return the next free row."""
    say, found = content.say, find_extremes(content.tally.items)
    if found is None:
        return row
    put(sheet, row, _LEFT, say(found.title), styles.BLOCK_TITLE)
    put(sheet, row, _MIDDLE + 1, say(story_words.APART if found.are_apart else story_words.NOT_APART), styles.SMALL)
    headings = {_LEFT: words.COL_CRITERION, _SHARE: words.COL_SATISFIED_SHARE}
    headings |= {_SHARE + 1: words.COL_LOW, _HIGH: words.COL_HIGH}
    for column in range(_LEFT, _HIGH + 1):
        cell = put(sheet, row + 1, column, say(headings[column]) if column in headings else None, styles.HEADER)
        cell.fill, cell.alignment = styles.HEADER_FILL, styles.RIGHT if column >= _SHARE else styles.LEFT
    first = row + 2
    rows = [*(("▲", item) for item in found.best), *(("▼", item) for item in found.worst)]
    for row, (sign, item) in enumerate(rows, start=first):
        _write_criterion(sheet, row, f"{sign} {item.item.item_id} · {say(item.item.label)}", item)
    letter = get_column_letter(_SHARE)
    add_bars(sheet, f"{letter}{first}:{letter}{row}")
    return row + 2


def _write_criterion(sheet: Worksheet, row: int, name: str, item: ItemTally) -> None:
    share = item.satisfied
    put(sheet, row, _LEFT, shorten(name, _NAME_LETTERS, placeholder=" …"), styles.BODY)
    for column, value in enumerate((share.value if share else None, *interval_cells(share)), start=_SHARE):
        put(sheet, row, column, value, styles.BODY).number_format = styles.PERCENT
    for column in range(_LEFT, _HIGH + 1):
        sheet.cell(row, column).border = styles.UNDERLINE


def _write_levels(sheet: Worksheet, content: WorkbookContent, top: int) -> None:
    """Write how the criteria were rated, over all that share the most used satisfaction scale, with a chart."""
    pooled = _pooled_items(content)
    if not pooled:
        return
    say = content.say
    put(sheet, top, _LEFT, say(words.BLOCK_LEVELS), styles.BLOCK_TITLE)
    columns = (
        text_column(say(words.LEVEL), 28),
        TableColumn(say(words.COL_ANSWERED), 13, key="count"),
        share_column(say(words.COL_SHARE), width=13),
    )
    scale = pooled[0].scale
    assert scale is not None, "the items were chosen by their scale"
    options = scale.levels
    rows = [_level_line(content, option, pooled) for option in options]
    place = write_table(sheet, columns, rows, top=top + 1, left=_LEFT)
    data = ChartData(place.first_column, place.last_column, place.first_row, place.last_row)
    _add_chart(sheet, say(words.CHART_LEVELS), data, f"F{top}", horizontal=False)


def _pooled_items(content: WorkbookContent) -> list[ItemTally]:
    ratings = content.tally.ratings
    criteria = {ratings.items[column].item_id for section in ratings.sections for column in ratings.columns_of(section)}
    rated = [item for item in content.tally.items if item.item.item_id in criteria]
    scales = [item.scale for item in rated if item.scale]
    return [item for item in rated if item.scale == max(scales, key=scales.count)] if scales else []


def _level_line(content: WorkbookContent, option: Option, items: Sequence[ItemTally]) -> list[Value]:
    count = sum(tally.count for item in items for tally in item.options if tally.option.value == option.value)
    of = sum(item.answered for item in items)
    formulas = [ItemFormulas(content.data, item).option(option, 0) for item in items]
    counting = [each.formula for each in formulas if isinstance(each, ValuedFormula)]
    is_counted = len(counting) == len(items)
    counted: Value = ValuedFormula("+".join(counting), count) if is_counted else count
    return [
        f"{option.value} · {content.say(option.label)}",
        counted,
        ratio("[count]", "SUM([count#])", count / of if of else None),
    ]


def _add_factor_chart(sheet: Worksheet, content: WorkbookContent, top: int) -> None:
    sections = len(content.tally.sections)
    if sections:
        assert sheet.parent is not None, "the sheet stands in a workbook"
        source, data = sheet.parent[content.say(words.SHEET_FACTORS)], factor_chart_data(content)
        _add_chart(sheet, content.say(words.CHART_FACTORS), data, f"K{top}", source=source)


def _add_chart(
    sheet: Worksheet,
    title: str,
    data: ChartData,
    cell: str,
    *,
    horizontal: bool = True,
    source: Worksheet | None = None,
) -> None:
    size_cm = (11.0 if cell.startswith("F") else 13.4, 0.53 * (_CHART_ROWS - 1))
    place = ChartPlace(cell, size_cm)
    add_share_chart(sheet, title, data, place, horizontal=horizontal, source=source)
