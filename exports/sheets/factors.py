"""The sheet of the factors: pooled satisfied shares, the overall index, and a chart."""

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports.facts import Report
from exports.satisfaction import Share
from exports.sheets.wordings import rule_text
from exports.tally import SectionTally
from exports.workbook_cells import Value
from exports.workbook_charts import ChartData, add_share_chart
from exports.workbook_styles import MEAN, STRONG
from exports.workbook_tables import (
    Column,
    make_browsable,
    make_printable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)


def fill_factors(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet."""
    note = f"{report.say(words.INDEX_RULE)}: {rule_text(report)}"
    columns = _columns(report)
    write_sheet_title(sheet, report, report.say(words.TITLE_FACTORS), len(columns), note)
    sections = report.tally.sections
    rows = [*(_section_row(report, section) for section in sections), _index_row(report)]
    place = write_table(sheet, columns, rows, fonts={len(sections): STRONG})
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, has_filter=False)
    make_printable(sheet, report, place)
    if sections:
        data = ChartData(1, 6, place.first_row, place.last_row)
        size_cm = (24.0, 3.0 + 1.3 * len(rows))
        add_share_chart(sheet, report.say(words.CHART_FACTORS), data, anchor=f"A{place.last_row + 3}", size_cm=size_cm)


def _columns(report: Report) -> list[Column]:
    say = report.say
    result, interval = say(words.GROUP_RESULT), say(words.GROUP_INTERVAL)
    return [
        text_column(say(words.COL_FACTOR), 44),
        Column(say(words.COL_CRITERIA), 10),
        Column(say(words.COL_RESPONDENTS), 11),
        Column(say(words.COL_ANSWERED), 11, group=result),
        Column(say(words.COL_SATISFIED), 11, group=result),
        share_column(say(words.COL_SATISFIED_SHARE), result, has_bar=True, width=12),
        share_column(say(words.COL_DISSATISFIED_SHARE), result, width=13),
        Column(say(words.COL_MEAN), 11, MEAN, group=result),
        share_column(say(words.COL_LOW), interval),
        share_column(say(words.COL_HIGH), interval),
    ]


def _section_row(report: Report, section: SectionTally) -> list[Value]:
    title = report.say(section.section.title)
    return _row(title, section.items, section.satisfied, section.dissatisfied.value, section.mean)


def _index_row(report: Report) -> list[Value]:
    tally = report.tally
    title = f"{report.say(words.ROW_INDEX)} ({rule_text(report).partition(' ')[0]})"
    return _row(title, sum(section.items for section in tally.sections), tally.index, None, None)


def _row(title: str, items: int, share: Share, dissatisfied: float | None, mean: float | None) -> list[Value]:
    interval = share.interval
    low, high = (interval.low, interval.high) if interval else (None, None)
    return [title, items, share.respondents, share.of, share.count, share.value, dissatisfied, mean, low, high]
