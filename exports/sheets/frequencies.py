"""The sheet of frequencies: every question that is no criterion, its options one below the other."""

from openpyxl.worksheet.worksheet import Worksheet

from exports import words
from exports import workbook_styles as styles
from exports.facts import Report
from exports.sheets.criteria import is_criterion, state_columns, state_counts
from exports.sheets.wordings import KIND_WORDS
from exports.tally import ItemTally, OptionTally
from exports.workbook_cells import Value
from exports.workbook_tables import (
    Column,
    make_browsable,
    make_printable,
    set_widths,
    shade_rows,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)


def fill_frequencies(sheet: Worksheet, report: Report) -> None:
    """Fill the sheet."""
    columns = _columns(report)
    write_sheet_title(
        sheet, report, report.say(words.TITLE_FREQUENCIES), len(columns), report.say(words.NOTE_FREQUENCIES)
    )
    rows: list[list[Value]] = []
    questions: list[int] = []
    for item in report.tally.items:
        if not is_criterion(item):
            questions.append(len(rows))
            rows.append(_question_row(report, item))
            rows += [_option_row(report, option, len(columns)) for option in item.options]
    place = write_table(sheet, columns, rows, fonts=dict.fromkeys(questions, styles.STRONG))
    shade_rows(sheet, place, questions)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2, has_filter=False)
    make_printable(sheet, report, place)


def _columns(report: Report) -> list[Column]:
    say = report.say
    return [
        text_column(say(words.COL_ITEM), 9),
        text_column(say(words.COL_QUESTION), 58),
        text_column(say(words.COL_KIND), 14),
        Column(say(words.COL_COUNT), 10),
        share_column(say(words.COL_SHARE), has_bar=True, width=13),
        Column(say(words.COL_MEAN), 11, styles.MEAN),
        Column(say(words.COL_MEDIAN), 10, styles.MEAN),
        Column(say(words.COL_SD), 10, styles.MEAN),
        Column(say(words.COL_RESCALED), 10, styles.MEAN),
        share_column(say(words.COL_NPS), width=10),
        *state_columns(report),
    ]


def _question_row(report: Report, item: ItemTally) -> list[Value]:
    label = " ".join(filter(None, (item.item.number, report.say(item.item.label))))
    kind = report.say(KIND_WORDS[item.item.kind])
    figures = (item.answered, None, item.mean, item.median, item.sd, item.rescaled, item.net_promoters)
    return [item.item.item_id, label, kind, *figures, *state_counts(item)]


def _option_row(report: Report, option: OptionTally, columns: int) -> list[Value]:
    label = report.say(option.option.label) or option.option.value
    row: list[Value] = [option.option.value, label, None, option.count, option.share]
    return row + [None] * (columns - len(row))
