"""The sheets that compare the round with earlier ones: index, factors and criteria; levels, areas and single units."""

from collections.abc import Mapping, Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from exports.rounds.comparison import Trend, TrendRow
from exports.rounds.differences import Area, Difference, Row, Subject
from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.tally.statistics.share import Share
from exports.wording import comparison_words
from exports.wording import workbook_words as words
from exports.wording.naming import all_of_level, unit_name
from exports.wording.smallness_words import why_small
from exports.workbook import styles
from exports.workbook.cells import Value, put
from exports.workbook.charts import ChartPlace, RoundsData, add_rounds_chart
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    P_VALUE,
    TABLE_ROW,
    TableColumn,
    TablePlace,
    offer_filter,
    set_widths,
    share_column,
    text_column,
    write_notice,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item, Section, Text
from omr.units.unit_list import Unit

_FIRST_ROW = TABLE_ROW + 1  # a line of air below the note
_CHART_ROWS = 16
_CHART_COLUMN = "G"
_SUBJECT_WIDTH = 44
_NAMES_SHOWN = 6  # of pooled units; more would make a row taller than the screen

_REASON_WORDS: Mapping[IncomparableReason, Text] = {
    IncomparableReason.ITEM_NEW: comparison_words.WHY_ITEM_NEW,
    IncomparableReason.ITEM_GONE: comparison_words.WHY_ITEM_GONE,
    IncomparableReason.NOT_COUNTED: comparison_words.WHY_NOT_COUNTED,
    IncomparableReason.WORDING: comparison_words.WHY_WORDING,
    IncomparableReason.SCALE: comparison_words.WHY_SCALE,
    IncomparableReason.CRITERIA: comparison_words.WHY_CRITERIA,
    IncomparableReason.UNIT_NEW: comparison_words.WHY_UNIT_NEW,
    IncomparableReason.UNIT_GONE: comparison_words.WHY_UNIT_GONE,
    IncomparableReason.PART_ONLY: comparison_words.WHY_PART_ONLY,
    IncomparableReason.ORIGIN_MISSING: comparison_words.WHY_ORIGIN_MISSING,
    IncomparableReason.NOT_SURVEYED: comparison_words.WHY_NOT_SURVEYED,
    IncomparableReason.NO_RESPONSES: comparison_words.WHY_NO_RESPONSES,
    IncomparableReason.UNDATED: comparison_words.WHY_UNDATED,
    IncomparableReason.RENAMED: comparison_words.WHY_RENAMED,
    IncomparableReason.NO_COMMON_UNIT: comparison_words.WHY_NO_COMMON_UNIT,
    IncomparableReason.UNANSWERED: comparison_words.WHY_UNANSWERED,
}


def needs_comparison(content: WorkbookContent) -> bool:
    """Whether there is an earlier round, or one that could not be read, which has to be said."""
    return content.comparison is not None or bool(content.unread_rounds)


def needs_unit_comparison(content: WorkbookContent) -> bool:
    """Whether the rounds that are compared name units."""
    return content.comparison is not None and bool(content.comparison.units)


def fill_comparison(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the index, the factors and the criteria, with all rounds on top."""
    columns = _columns(content)
    _write_title(sheet, content, comparison_words.TITLE_COMPARISON, columns)
    row = _write_notices(sheet, content, len(columns))
    set_widths(sheet, [column.width for column in columns])
    make_printable(sheet, content)
    comparison = content.comparison
    if comparison is None:
        return
    row = _write_trend(sheet, content, comparison.trend, row)
    place = _write_block(sheet, content, comparison_words.BLOCK_FACTOR_CHANGES, comparison.factors, row)
    sheet.print_title_rows = f"{place.heading_row - 1}:{place.heading_row}"
    _write_block(sheet, content, comparison_words.BLOCK_ITEM_CHANGES, comparison.items, place.last_row + 2)


def fill_unit_comparison(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the levels, the areas and the single units."""
    comparison = content.comparison
    assert comparison is not None, "the sheet is made only where there is something to compare"
    columns = _columns(content)
    _write_title(sheet, content, comparison_words.TITLE_UNIT_COMPARISON, columns)
    set_widths(sheet, [column.width for column in columns])
    make_printable(sheet, content)
    row = _FIRST_ROW
    if comparison.levels:
        row = _write_block(sheet, content, comparison_words.BLOCK_LEVEL_CHANGES, comparison.levels, row).last_row + 2
        sheet.row_breaks.append(Break(id=row - 1))
    place = _write_block(sheet, content, comparison_words.BLOCK_UNIT_CHANGES, comparison.units, row)
    offer_filter(sheet, place)
    sheet.print_title_rows = f"{place.heading_row - 1}:{place.heading_row}"


def _write_title(sheet: Worksheet, content: WorkbookContent, title: Text, columns: Sequence[TableColumn]) -> None:
    rounds = content.comparison.trend.rounds[-2::-1] if content.comparison else ()
    text = content.say(title, rounds=", ".join(rounds) or content.say(words.NO_FIGURE))
    write_sheet_title(sheet, content, text, len(columns), content.say(comparison_words.NOTE_COMPARISON))
    sheet.freeze_panes = "B1"


def _write_notices(sheet: Worksheet, content: WorkbookContent, columns: int) -> int:
    """Say which earlier rounds are missing and which are provisional; return the next free row."""
    say, awaiting = content.say, content.comparison.awaiting if content.comparison else {}
    notices = [
        *(say(comparison_words.ROUND_UNREAD, folder=folder) for folder in content.unread_rounds),
        *(say(comparison_words.ROUND_PROVISIONAL, name=name, count=count) for name, count in awaiting.items()),
    ]
    for row, notice in enumerate(notices, start=_FIRST_ROW):
        write_notice(sheet, row, notice, 1, columns)
    return _FIRST_ROW + len(notices)


def _write_trend(sheet: Worksheet, content: WorkbookContent, trend: Trend, top: int) -> int:
    """Write the figures of all rounds with a chart beside them; return the next free row."""
    title = comparison_words.BLOCK_TREND if trend.units else comparison_words.BLOCK_TREND_EVERYONE
    put(sheet, top, 1, content.say(title, units=trend.units), styles.BLOCK_TITLE)
    columns = [
        text_column(content.say(comparison_words.COL_SUBJECT), _SUBJECT_WIDTH),
        *(share_column(name) for name in trend.rounds),
    ]
    rows = [_trend_cells(_subject(content, row.subject), row) for row in trend.rows]
    everyone = _trend_cells(content.say(comparison_words.ROW_INDEX_EVERYONE), trend.everyone)
    fonts = {0: styles.STRONG, len(rows): styles.MUTED}
    place = write_table(sheet, columns, [*rows, everyone], top=top + 1, fonts=fonts)
    data = RoundsData(place.heading_row, place.first_row, place.last_row - 1, 2, place.last_column)
    chart = ChartPlace(f"{_CHART_COLUMN}{top}", (19.0, 0.53 * (_CHART_ROWS - 1)))
    add_rounds_chart(sheet, content.say(comparison_words.CHART_TREND), data, chart)
    return max(top + _CHART_ROWS, place.last_row + 2)


def _trend_cells(name: str, row: TrendRow) -> list[Value]:
    return [name, *(share.value if share else None for share in row.shares)]


def _write_block(sheet: Worksheet, content: WorkbookContent, title: Text, rows: Sequence[Row], top: int) -> TablePlace:
    put(sheet, top, 1, content.say(title), styles.BLOCK_TITLE)
    fonts = {position: font for position, row in enumerate(rows) if (font := _font(content, row))}
    return write_table(sheet, _columns(content), [_cells(content, row) for row in rows], top=top + 1, fonts=fonts)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    earlier, later, difference = (
        say(comparison_words.GROUP_EARLIER),
        say(comparison_words.GROUP_LATER),
        say(comparison_words.GROUP_DIFFERENCE),
    )
    return [
        text_column(say(comparison_words.COL_SUBJECT), _SUBJECT_WIDTH),
        text_column(say(comparison_words.COL_CODE), 8),
        text_column(say(comparison_words.COL_AGAINST), 8),
        TableColumn(say(comparison_words.COL_JOINT_UNITS), 7),
        TableColumn(say(comparison_words.COL_PEOPLE), 8, group=earlier),
        share_column(say(words.COL_SHARE), earlier, width=9),
        TableColumn(say(comparison_words.COL_PEOPLE), 8, group=later),
        share_column(say(words.COL_SHARE), later, width=9),
        TableColumn(say(comparison_words.COL_POINTS), 9, styles.POINTS, group=difference),
        TableColumn(say(words.COL_LOW), 8, styles.POINTS, group=difference),
        TableColumn(say(words.COL_HIGH), 8, styles.POINTS, group=difference),
        TableColumn(say(comparison_words.COL_SMALLEST), 8, styles.MEAN, group=difference),
        TableColumn(say(words.COL_P), 8, P_VALUE, group=say(words.GROUP_TEST)),
        TableColumn(say(words.COL_ADJUSTED_P), 8, P_VALUE, group=say(words.GROUP_TEST)),
        text_column(say(words.COL_CONCLUSION), 43),
    ]


def _cells(content: WorkbookContent, row: Row) -> list[Value]:
    return [
        _subject(content, row.subject),
        _code(row.subject),
        row.against,
        (row.units or None) if isinstance(row.verdict, Difference) else None,
        *_share_cells(row.earlier),
        *_share_cells(row.later),
        *_difference_cells(row),
        _conclusion(content, row),
    ]


def _share_cells(share: Share | None) -> tuple[Value, Value]:
    return (share.respondents, share.value) if share else (None, None)


def _difference_cells(row: Row) -> tuple[Value, ...]:
    found = row.verdict
    if not isinstance(found, Difference):
        return (None,) * 6
    interval = found.interval
    return (
        found.value * 100,
        interval.low * 100,
        interval.high * 100,
        found.smallest_visible * 100,
        found.p_value,
        found.adjusted_p,
    )


def _conclusion(content: WorkbookContent, row: Row) -> str:
    say = content.say
    if not isinstance(row.verdict, Difference):
        return say(comparison_words.IS_INCOMPARABLE, reason=_why(content, row.verdict))
    change = comparison_words.IS_UP if row.verdict.value > 0 else comparison_words.IS_DOWN
    conclusion = say(change if row.verdict.is_significant else words.NOT_DIFFERENT)
    if hint := _hint(content, row.verdict):
        conclusion = f"{conclusion}. {hint}"
    if not row.origins:
        return conclusion
    names = ", ".join(row.origins[:_NAMES_SHOWN]) + (", …" if len(row.origins) > _NAMES_SHOWN else "")
    return say(comparison_words.POOLED_FROM, conclusion=conclusion, count=len(row.origins), names=names)


def _why(content: WorkbookContent, obstacle: Incomparable) -> str:
    """Return in words why a figure cannot be compared."""
    return content.say(_REASON_WORDS[obstacle.reason], names=", ".join(obstacle.names))


def _hint(content: WorkbookContent, difference: Difference) -> str:
    """Return why a difference is no more than a hint; nothing if it is more."""
    sides = {why_small(content.say, share.respondents, share) for share in (difference.earlier, difference.later)}
    return " ".join(sorted(filter(None, sides)))


def _font(content: WorkbookContent, row: Row) -> Font | None:
    """Return the font of a row unlike the others: strong for a change, grey for what is no more than a hint."""
    if not isinstance(row.verdict, Difference):
        return styles.MUTED
    if _hint(content, row.verdict):
        return styles.MUTED
    return styles.STRONG if row.verdict.is_significant else None


def _subject(content: WorkbookContent, subject: Subject) -> str:
    match subject:
        case None:
            return content.say(words.ROW_INDEX)
        case Section():
            return content.say(subject.title)
        case Item():
            return content.say(subject.label)
        case Unit():
            return unit_name(content.say, subject)
        case Area():
            return content.say(words.ROW_AREA, unit=unit_name(content.say, subject.unit))
        case _:
            return all_of_level(content.say, subject)


def _code(subject: Subject) -> str:
    match subject:
        case Item():
            return subject.item_id
        case Unit():
            return subject.code
        case Area():
            return subject.unit.code
        case _:
            return ""
