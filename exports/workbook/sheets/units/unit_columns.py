"""Columns that the sheets of single units and of several units together share."""

from exports.tally.unit_tally import UnitTally, issued_to, return_rate
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.formulas import interval, ratio, sample_size
from exports.workbook.promoter_columns import promoter_cells, promoter_columns
from exports.workbook.tables import TableColumn, share_column
from exports.workbook.unit_formulas import UnitFormulas
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Text


def has_transactions(content: WorkbookContent) -> bool:
    """Whether any unit tells how many transactions it completed."""
    return any(unit.unit.transactions is not None for unit in content.tally.units)


def response_columns(content: WorkbookContent) -> list[TableColumn]:
    """Return the columns that say how many responses came back, and of how many forms if somebody kept count."""
    say, forms = content.say, content.say(words.GROUP_RESPONSES)
    returned = [
        TableColumn(say(words.RESPONSES), 10, group=forms, key="responses"),
        TableColumn(say(words.VALID), 10, group=forms, key="valid"),
    ]
    if content.issued is None:
        return returned
    issued = TableColumn(say(words.COL_ISSUED), 9, group=forms, key="issued")
    return [issued, *returned, share_column(say(words.COL_RETURN_RATE), forms)]


def response_cells(content: WorkbookContent, formulas: UnitFormulas, unit: UnitTally) -> list[Value]:
    """Return the values for ``response_columns``."""
    returned: list[Value] = [formulas.responses(unit.responses), formulas.valid(unit.valid)]
    if content.issued is None:
        return returned
    rate = return_rate(content.issued, unit)
    return [
        issued_to(content.issued, unit),
        *returned,
        None if rate is None else ratio("[responses]", "[issued]", rate),
    ]


def index_columns(content: WorkbookContent) -> list[TableColumn]:
    """Return the columns of the index with what its interval rests on: the people, and how many they are as sure as."""
    say, index = content.say, content.say(words.GROUP_INDEX)
    return [
        TableColumn(say(words.COL_RESPONDENTS), 9, group=index, key="people"),
        TableColumn(say(words.COL_SAMPLE_SIZE), 11, styles.ONE_DECIMAL, group=index, key="size"),
        share_column(say(words.COL_INDEX), index, has_bar=True, width=12, key="index"),
        share_column(say(words.COL_LOW), index),
        share_column(say(words.COL_HIGH), index),
    ]


def index_cells(content: WorkbookContent, formulas: UnitFormulas, unit: UnitTally, factors: str) -> list[Value]:
    """Return the values for ``index_columns``.

    Args:
        content: The counted survey and its words.
        formulas: Of the row.
        unit: Its figures.
        factors: The cells with its pooled factors, see ``UnitFormulas.index``.
    """
    share = unit.index
    return [
        formulas.people(share),
        sample_size(content.say, share),
        formulas.index(share, factors),
        *interval("[index]", "[size]", share),
    ]


def factor_columns(content: WorkbookContent, group: Text) -> list[TableColumn]:
    """Return a column for the share of each factor."""
    title = content.say(group)
    return [
        share_column(content.say(section.section.title), title, width=17, key=f"factor_{number}")
        for number, section in enumerate(content.tally.sections)
    ]


def factors_of_row(content: WorkbookContent) -> str:
    """Return the cells of ``factor_columns``; empty if there are none."""
    last = len(content.tally.sections) - 1
    return f"[factor_0]:[factor_{last}]" if last >= 0 else ""


def recommendation_columns(content: WorkbookContent) -> list[TableColumn]:
    """Return the columns of every question of recommendation."""
    items = content.tally.ratings.recommendations.items
    names = [" ".join(filter(None, (item.number, content.say(item.label)))) for item in items]
    return [
        column
        for number, name in enumerate(names)
        for column in promoter_columns(content, content.say(words.GROUP_NPS, item=name), f"nps_{number}")
    ]


def recommendation_cells(content: WorkbookContent, formulas: UnitFormulas, unit: UnitTally) -> list[Value]:
    """Return the values for ``recommendation_columns``."""
    items = content.tally.ratings.recommendations.items
    cells: list[Value] = []
    for number, (item, found) in enumerate(zip(items, unit.net_promoters, strict=True)):
        count = formulas.count_in(content.data.column_of(item.item_id))
        cells += promoter_cells(content, item, found, count, f"nps_{number}")
    return cells
