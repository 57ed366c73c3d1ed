"""The sheet of the factors: pooled satisfied shares, the overall index, and a chart."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.statistics.share import Share
from exports.wording import workbook_words as words
from exports.wording.naming import rule_text
from exports.workbook.cells import Value
from exports.workbook.charts import ChartData, ChartPlace, add_share_chart
from exports.workbook.data_layout import RatedGroup
from exports.workbook.formulas import (
    MATRIX_INDEX,
    dissatisfied_answers,
    interval,
    mean_level,
    mean_of,
    ratio,
    sample_size,
)
from exports.workbook.printing import keep_whole, make_printable
from exports.workbook.styles import MEAN, ONE_DECIMAL, STRONG
from exports.workbook.tables import (
    TABLE_ROW,
    TableColumn,
    TablePlace,
    define_cells,
    make_browsable,
    number_of,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent
from omr.survey.counting_rules import IndexRule

INDEX_NAMES = {"share": "index_share", "people": "index_people", "low": "index_low", "high": "index_high"}
"""By which name a figure of the index is found, by the key of its column."""


def fill_factors(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the factors: a row each, the index, and a chart of their shares."""
    note = f"{content.say(words.INDEX_RULE)}: {rule_text(content.say, content.tally.rule)}"
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_FACTORS), len(columns), note)
    sections = content.tally.sections
    rows = [*(_section_row(content, place) for place in range(len(sections))), _index_row(content)]
    place = write_table(sheet, columns, rows, fonts={len(sections): STRONG})
    _name_index(sheet, columns, place)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, has_filter=False)
    make_printable(sheet, content, place)
    if sections:
        data = factor_chart_data(content)
        chart = ChartPlace(f"A{place.last_row + 3}", (24.0, 3.0 + 1.1 * len(rows)))
        keep_whole(sheet, place.last_row + 3, chart.size_cm[1])
        add_share_chart(sheet, content.say(words.CHART_FACTORS), data, chart)


def factor_chart_data(content: WorkbookContent) -> ChartData:
    """Return the cells with the shares of the factors and of the index: the weighted ones where there are any."""
    first = TABLE_ROW + 2
    shares = number_of(_columns(content), "weighted" if content.tally.weighted else "share")
    return ChartData(1, shares, first, first + len(content.tally.sections))


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    result, sure = say(words.GROUP_RESULT), say(words.GROUP_INTERVAL)
    return [
        text_column(say(words.COL_FACTOR), 44),
        TableColumn(say(words.COL_CRITERIA), 10),
        TableColumn(say(words.COL_RESPONDENTS), 11, key="people"),
        *(_weighted_columns(content) if content.tally.weighted else []),
        TableColumn(say(words.COL_ANSWERED), 11, group=result, key="answered"),
        TableColumn(say(words.COL_SATISFIED), 11, group=result, key="satisfied"),
        share_column(say(words.COL_SATISFIED_SHARE), result, has_bar=True, width=12, key="share"),
        share_column(say(words.COL_DISSATISFIED_SHARE), result, width=13),
        TableColumn(say(words.COL_MEAN), 11, MEAN, group=result),
        TableColumn(say(words.COL_SAMPLE_SIZE), 12, ONE_DECIMAL, group=sure, key="size"),
        share_column(say(words.COL_LOW), sure, key="low"),
        share_column(say(words.COL_HIGH), sure, key="high"),
    ]


def _weighted_columns(content: WorkbookContent) -> list[TableColumn]:
    say, group = content.say, content.say(words.GROUP_WEIGHTED_SHARE)
    return [
        share_column(say(words.COL_SATISFIED_SHARE), group, has_bar=True, width=12, key="weighted"),
        TableColumn(say(words.COL_SAMPLE_SIZE), 12, ONE_DECIMAL, group=group, key="weighted_size"),
        share_column(say(words.COL_LOW), group),
        share_column(say(words.COL_HIGH), group),
    ]


def _weighted_cells(content: WorkbookContent, share: Share) -> list[Value]:
    size = sample_size(content.say, share)
    return [share.value, size, *interval("[weighted]", "[weighted_size]", share)]


def _name_index(sheet: Worksheet, columns: Sequence[TableColumn], place: TablePlace) -> None:
    """Give the figures of the index names, by which other sheets show them."""
    for key, name in INDEX_NAMES.items():
        define_cells(sheet, name, f"${get_column_letter(number_of(columns, key))}${place.last_row}")


def _section_row(content: WorkbookContent, place: int) -> list[Value]:
    section, weighted = content.tally.sections[place], content.tally.weighted
    group, template = content.data.group_of(section.section), content.tally.table.template
    dissatisfied = ratio(dissatisfied_answers(content.data, template, group), "[answered]", section.dissatisfied.value)
    share = ratio("[satisfied]", "[answered]", section.satisfied.value)
    mean = mean_level(content.data, group, section.mean)
    by_weight = _weighted_cells(content, weighted.sections[place]) if weighted else []
    title = content.say(section.section.title)
    return _row(content, group, section.satisfied, title, [*by_weight], (share, dissatisfied, mean))


def _index_row(content: WorkbookContent) -> list[Value]:
    """Return the row of the index; the mean of shares under rules B and C goes through the rows above it."""
    tally, group = content.tally, content.data.index
    title = f"{content.say(words.ROW_INDEX)} ({rule_text(content.say, content.tally.rule).partition(' ')[0]})"
    weighted = _weighted_cells(content, tally.weighted.index) if tally.weighted else []
    return _row(content, group, tally.index, title, weighted, (_index(content), None, None))


def _index(content: WorkbookContent) -> Value:
    value, last = content.tally.index.value, len(content.tally.sections) - 1
    if content.tally.rule is IndexRule.EQUAL_FACTORS and last >= 0:
        return mean_of(f"[share@0]:[share@{last}]", value)
    if content.tally.rule is IndexRule.EQUAL_CRITERIA:
        return ValuedFormula(f"INDEX({MATRIX_INDEX},1)", value)
    return ratio("[satisfied]", "[answered]", value)


def _row(
    content: WorkbookContent,
    group: RatedGroup,
    share: Share,
    title: str,
    weighted: Sequence[Value],
    figures: tuple[Value, Value, Value],
) -> list[Value]:
    """Return a row; ``figures`` are the share, the dissatisfied share and the mean level, each counting alike."""
    answered, satisfied = (content.data.names[f"{what}.{group.key}"] for what in ("answered", "satisfied"))
    sure = sample_size(content.say, share), *interval("[share]", "[size]", share)
    people = ValuedFormula(f'COUNTIF({answered},">0")', share.respondents)
    counts = (people, ValuedFormula(f"SUM({answered})", share.of), ValuedFormula(f"SUM({satisfied})", share.count))
    people, *answers = counts
    return [title, len(group.items), people, *weighted, *answers, *figures, *sure]
