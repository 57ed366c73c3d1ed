"""The first sheet: what was delivered, what was read, the index, and how people rated, on one page."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.survey_tally import ItemTally
from exports.tally.unit_tally import issued_to
from exports.wording import workbook_words as words
from exports.wording.naming import level_name, rule_text
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.charts import ChartData, ChartPlace, add_share_chart
from exports.workbook.formulas import ItemFormulas, ratio
from exports.workbook.printing import make_printable
from exports.workbook.sheets.factors import INDEX_NAMES, factor_chart_data
from exports.workbook.sheets.units.units import UNIT_NAMES
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
from omr.results import PageOutcome
from omr.survey.counting_rules import Weighting

_LEFT, _MIDDLE, _RIGHT = 2, 6, 11  # columns at which the thirds of the page begin
_WIDTHS = (2, 28, 13, 13, 3, 28, 16, 13, 1, 2, 18, 13, 13, 13, 13)
_FIGURES_ROW = 7
_BLOCKS_ROW = 12
_CHARTS_ROW = 21
_CHART_ROWS = 28
_MOST_LEVELS = 6  # what there is room for

_PAGE_WORDS = {
    PageOutcome.READ: words.PAGES_READ,
    PageOutcome.UNREADABLE: words.PAGES_UNREADABLE,
    PageOutcome.BLANK: words.PAGES_BLANK,
    PageOutcome.DUPLICATE: words.PAGES_DUPLICATE,
    PageOutcome.FOREIGN: words.PAGES_FOREIGN,
    PageOutcome.TAKEN_OUT: words.PAGES_TAKEN_OUT,
}


def fill_overview(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the overview, which prints on one page: the index, pages, answers, units and how people rated."""
    sheet.sheet_view.showGridLines = False
    set_widths(sheet, _WIDTHS)
    _write_heading(sheet, content)
    _write_key_figures(sheet, content)
    _write_pages(sheet, content)
    _write_answers(sheet, content)
    _write_unit_levels(sheet, content)
    _write_levels(sheet, content)
    _add_factor_chart(sheet, content)
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
        put(sheet, _FIGURES_ROW + 4, _LEFT, text, styles.SMALL)
        return
    cell = put(sheet, _FIGURES_ROW + 4, _LEFT, pooled, styles.STRONG)
    cell.number_format = f'"{content.say(words.INDEX_POOLED)} "{styles.PERCENT}'
    cell.alignment = styles.LEFT


def _write_pages(sheet: Worksheet, content: WorkbookContent) -> None:
    if content.ledger is None:
        return
    say, ledger = content.say, content.ledger
    rows: list[tuple[str, Value]] = [(say(text), ledger.get(what, 0)) for what, text in _PAGE_WORDS.items()]
    if covers := ledger.get(PageOutcome.COVER, 0):
        rows.append((say(words.PAGES_COVERS), covers))
    if others := ledger.get(PageOutcome.OTHER_FORM, 0):
        rows.append((say(words.PAGES_OTHER_FORM), others))
    total = sum(ledger.get(outcome, 0) for outcome in PageOutcome)
    rows.append((say(words.PAGES_TOTAL), _sum_above(_LEFT + 1, len(rows), total)))
    _write_block(sheet, _LEFT, say(words.BLOCK_PAGES), rows, total=len(rows) - 1)


def _write_answers(sheet: Worksheet, content: WorkbookContent) -> None:
    say, answers = content.say, content.tally.answers
    rows: list[tuple[str, Value]] = [
        (say(words.ANSWERS_ACCEPTED), ValuedFormula("SUM(d_accepted)", answers.accepted)),
        (say(words.ANSWERS_VERIFIED), ValuedFormula("SUM(d_verified)", answers.verified)),
        (say(words.ANSWERS_FLAGGED), ValuedFormula("SUM(d_awaiting)", answers.awaiting_review)),
        (say(words.ANSWERS_TYPING), ValuedFormula("SUM(d_typing)", answers.awaiting_typing)),
        (say(words.ANSWERS_PAGE_MISSING), ValuedFormula("SUM(d_page_missing)", answers.page_missing)),
    ]
    rows.append((say(words.ANSWERS_TOTAL), _sum_above(_MIDDLE + 1, len(rows), answers.total)))
    rows.append((say(words.EXPECTED_WRONG), ValuedFormula("SUM(d_expected_wrong)", answers.expected_wrong)))
    _write_block(sheet, _MIDDLE, say(words.BLOCK_ANSWERS), rows, total=5)
    sheet.cell(_BLOCKS_ROW + len(rows), _MIDDLE + 1).number_format = styles.MEAN


def _sum_above(column: int, rows: int, value: int) -> ValuedFormula:
    letter = get_column_letter(column)
    return ValuedFormula(f"SUM({letter}{_BLOCKS_ROW + 1}:{letter}{_BLOCKS_ROW + rows})", value)


def _write_block(sheet: Worksheet, left: int, title: str, rows: Sequence[tuple[str, Value]], *, total: int) -> None:
    put(sheet, _BLOCKS_ROW, left, title, styles.BLOCK_TITLE)
    for position, (label, value) in enumerate(rows):
        row = _BLOCKS_ROW + 1 + position
        font = styles.STRONG if position == total else styles.BODY
        put(sheet, row, left, label, font)
        put(sheet, row, left + 1, value, font).number_format = styles.COUNT
        for column in (left, left + 1):
            sheet.cell(row, column).border = styles.UNDERLINE


def _write_unit_levels(sheet: Worksheet, content: WorkbookContent) -> None:
    """Write how many forms came back from the units of each level."""
    say = content.say
    put(sheet, _BLOCKS_ROW, _RIGHT, say(words.BLOCK_UNITS), styles.BLOCK_TITLE)
    columns = [
        text_column(say(words.COL_LEVEL), 18, key="level"),
        TableColumn(say(words.RESPONSES), 13, key="responses"),
        TableColumn(say(words.VALID), 13),
    ]
    if content.issued is not None:
        columns[1:1] = [TableColumn(say(words.COL_ISSUED), 13, key="issued")]
        columns += [share_column(say(words.COL_RETURN_RATE), width=13)]
    levels = dict.fromkeys(unit.unit.level for unit in content.tally.units)
    rows = [_level_row(content, level) for level in levels]
    write_table(sheet, columns, rows[:_MOST_LEVELS], top=_BLOCKS_ROW + 1, left=_RIGHT)


def _level_row(content: WorkbookContent, level: str) -> list[Value]:
    units = [unit for unit in content.tally.units if unit.unit.level == level]
    responses, valid = sum(unit.responses for unit in units), sum(unit.valid for unit in units)
    row: list[Value] = [level_name(content.say, level), _of_level("responses", responses), _of_level("valid", valid)]
    if content.issued is not None:
        issued = sum(issued_to(content.issued, unit) or 0 for unit in units)
        row[1:1] = [_of_level("issued", issued)]
        row.append(ratio("[responses]", "[issued]", responses / issued if issued else None))
    return row


def _of_level(key: str, value: int) -> ValuedFormula:
    return ValuedFormula(f"SUMIF({UNIT_NAMES['level']},[level],{UNIT_NAMES[key]})", value)


def _write_levels(sheet: Worksheet, content: WorkbookContent) -> None:
    """Write how the criteria were rated, over all that share the most used satisfaction scale, with a chart."""
    pooled = _pooled_items(content)
    if not pooled:
        return
    say = content.say
    top = _charts_row(content)
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


def _charts_row(content: WorkbookContent) -> int:
    """Return where the charts begin: lower where the pages have a line for covers and one for other forms."""
    has_both = all((content.ledger or {}).get(outcome) for outcome in (PageOutcome.COVER, PageOutcome.OTHER_FORM))
    return _CHARTS_ROW + has_both


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


def _add_factor_chart(sheet: Worksheet, content: WorkbookContent) -> None:
    sections = len(content.tally.sections)
    if sections:
        assert sheet.parent is not None, "the sheet stands in a workbook"
        source, data = sheet.parent[content.say(words.SHEET_FACTORS)], factor_chart_data(content)
        _add_chart(sheet, content.say(words.CHART_FACTORS), data, f"K{_charts_row(content)}", source=source)


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
