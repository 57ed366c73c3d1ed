"""The columns of a question of recommendation: promoters, passives, detractors, and their balance in points."""

from collections.abc import Callable

from exports.tally.net_promoters import NetPromoters
from exports.wording import workbook_words as words
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.data_layout import count_levels, is_countable
from exports.workbook.tables import TableColumn
from exports.workbook.valued_formulas import ValuedFormula
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item


def promoter_columns(content: WorkbookContent, group: str, key: str = "nps") -> list[TableColumn]:
    """Return the columns of one question; ``key`` tells them from those of others in the table."""
    say = content.say
    return [
        TableColumn(say(words.COL_PROMOTERS), 9, group=group, key=f"{key}_promoters"),
        TableColumn(say(words.COL_PASSIVES), 9, group=group, key=f"{key}_passives"),
        TableColumn(say(words.COL_DETRACTORS), 9, group=group, key=f"{key}_detractors"),
        TableColumn(say(words.COL_NPS), 9, styles.POINTS, group=group),
        TableColumn(say(words.COL_LOW), 9, styles.POINTS, group=group),
        TableColumn(say(words.COL_HIGH), 9, styles.POINTS, group=group),
    ]


def promoter_cells(
    content: WorkbookContent,
    item: Item,
    found: NetPromoters | None,
    count: Callable[[str], str],
    key: str = "nps",
) -> list[Value]:
    """Return the values for ``promoter_columns``.

    Args:
        content: The counted survey and its words.
        item: The question.
        found: What the people of the row come to; None where nobody answered.
        count: Makes the formula that counts one criterion in the column of the question, over the people of the row.
        key: As given to ``promoter_columns``.
    """
    if found is None:
        return [None] * 6
    cells = [f"[{key}_{side}]" for side in ("promoters", "passives", "detractors")]
    answered = f"SUM({cells[0]}:{cells[2]})"
    balance = f'IF({answered}=0,"",100*({cells[0]}-{cells[2]})/{answered})'
    points = ValuedFormula(balance, 100 * found.value)
    return [*_counts(content, item, found, count), points, 100 * found.interval.low, 100 * found.interval.high]


def _counts(content: WorkbookContent, item: Item, found: NetPromoters, count: Callable[[str], str]) -> list[Value]:
    """Return how many are promoters, passives and detractors: formulas where they can tell the levels apart."""
    counts = found.promoters, found.passives, found.detractors
    variable, scale = (
        content.data.variables_of(item.item_id)[0],
        content.tally.table.template.scale(item.scale_id or ""),
    )
    if not is_countable(variable):
        return [*counts]
    values = [option.value for option in item.options if not option.is_not_applicable]
    sides = (
        [value for value in values if value in scale.satisfied],
        [value for value in values if value not in scale.satisfied | scale.dissatisfied],
        [value for value in values if value in scale.dissatisfied],
    )
    return [
        ValuedFormula(count_levels(count, variable, side), number) for side, number in zip(sides, counts, strict=True)
    ]
