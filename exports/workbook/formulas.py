"""The formulas of the workbook, in functions that Excel 2010 and LibreOffice both know, over the named data columns.

Each returns the figure as it was counted together with the formula that counts it again from the data sheet. Where a
formula could not tell the answers apart (see ``data_layout.is_countable``) the figure stays a plain value.
"""

from collections.abc import Callable, Sequence
from functools import partial
from math import isinf

from exports.tally.answer_codes import Variable, as_number
from exports.tally.answer_states import AnswerState
from exports.tally.statistics.intervals import ShareInterval
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import ItemTally
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from exports.workbook.data_layout import FIRST_ROW, DataLayout, RatedGroup, count_levels, is_countable
from exports.workbook.valued_formulas import FormulaValue, ValuedFormula
from form_templates.model import FormTemplate, Item, ItemKind, Option

Z_NAME = "z_95"
"""The name of the normal quantile in the workbook: z95 alone would be a cell."""

MATRIX_INDEX, MATRIX_UNITS = "matrix_index", "matrix_units"
"""The columns of the sheet of units by criterion with the mean of a unit's shares, and with what names the unit."""


def ratio(part: str, whole: str, value: FormulaValue) -> ValuedFormula:
    """Return ``part`` / ``whole``, empty where there is no whole."""
    return ValuedFormula(f'IF({whole}=0,"",({part})/{whole})', value)


def mean_of(cells: str, value: FormulaValue) -> ValuedFormula:
    """Return the plain mean of those cells that hold a number, empty where none does."""
    return ValuedFormula(f'IF(COUNT({cells})=0,"",AVERAGE({cells}))', value)


def sample_size(say: Speaker, share: Share | None) -> FormulaValue:
    """Return the equivalent sample of a share as it was counted; a word where nobody was left out."""
    if share is None or share.value is None:
        return None
    return say(words.EVERYBODY) if isinf(share.sample_size) else share.sample_size


def interval(cell: str, size: str, share: Share) -> tuple[ValuedFormula, ValuedFormula]:
    """Return both ends of the interval of the share in ``cell`` for a sample as large as the cell ``size`` says."""
    low, high = _wilson(cell, size, share.interval)
    if not isinf(share.sample_size):
        return low, high
    return _known_if_everyone(low, cell, size), _known_if_everyone(high, cell, size)


def _known_if_everyone(end: ValuedFormula, cell: str, size: str) -> ValuedFormula:
    return ValuedFormula(f"IF(ISTEXT({size}),{cell},{end.formula})", end.value)


def _wilson(share: str, people: str, value: ShareInterval | None) -> tuple[ValuedFormula, ValuedFormula]:
    """Return both ends of Wilson's interval (``intervals.wilson_interval``), empty where there is no share."""
    z = Z_NAME
    missing = f'OR({share}="",{people}="")'
    shrink = f"(1+{z}^2/{people})"
    center = f"{share}+{z}^2/(2*{people})"
    half = f"{z}*SQRT({share}*(1-{share})/{people}+{z}^2/(4*{people}^2))"
    return (
        ValuedFormula(f'IF({missing},"",MAX(0,({center}-{half})/{shrink}))', value.low if value else None),
        ValuedFormula(f'IF({missing},"",MIN(1,({center}+{half})/{shrink}))', value.high if value else None),
    )


class ItemFormulas:
    """The formulas of one item's figures over the valid responses."""

    def __init__(self, layout: DataLayout, tally: ItemTally) -> None:
        self._layout = layout
        self._tally = tally
        self._item = tally.item
        self._variable = layout.variables_of(tally.item.item_id)[0]
        self._column = layout.column_of(tally.item.item_id)
        self._is_countable = all(map(is_countable, layout.variables_of(tally.item.item_id)))

    def option(self, option: Option, count: int) -> FormulaValue | ValuedFormula:
        """Return how many chose an option."""
        if not self._is_countable:
            return count
        if self._item.kind is ItemKind.MULTIPLE:
            place = self._item.options.index(option)
            own = self._layout.variables_of(self._item.item_id)[place]
            return ValuedFormula(f"COUNTIFS(d_valid,1,{self._layout.names[f'item.{own.name}']},1)", count)
        if option.is_not_applicable:
            return self.state(AnswerState.NOT_APPLICABLE, count)
        return ValuedFormula(count_levels(self._count, self._variable, [option.value]), count)

    def answered(self) -> FormulaValue | ValuedFormula:
        """Return how many answered, so that it counts."""
        count = self._tally.answered
        if not self._is_countable:
            return count
        if self._item.kind is ItemKind.MULTIPLE:
            return ValuedFormula(self._any_chosen(), count)
        if self._item.kind is ItemKind.SINGLE:
            return ValuedFormula(count_answered(self._count, self._variable), count)
        missing = "".join(f"-({self._state(state)})" for state in AnswerState if state is not AnswerState.ANSWERED)
        return ValuedFormula(f"COUNTIFS(d_valid,1){missing}", count)

    def state(self, state: AnswerState, count: int) -> FormulaValue | ValuedFormula:
        """Return how many answers are missing for one reason."""
        return ValuedFormula(self._state(state), count)

    def mean(self) -> FormulaValue | ValuedFormula:
        """Return the mean of the numeric levels; None where a mean has no meaning."""
        if not self._has_levels or self._tally.mean is None:
            return self._tally.mean
        return ValuedFormula(f'IFERROR(AVERAGEIFS({self._column},d_valid,1),"")', self._tally.mean)

    def median(self) -> FormulaValue | ValuedFormula:
        """Return the median of the numeric levels; None where a mean has no meaning."""
        return self._over_levels("MEDIAN", self._tally.median)

    def sd(self) -> FormulaValue | ValuedFormula:
        """Return the standard deviation of the numeric levels as of a sample; None where a mean has no meaning."""
        return self._over_levels("STDEV", self._tally.sd)

    @property
    def _has_levels(self) -> bool:
        """Whether the column holds its levels as numbers."""
        return self._is_countable and self._variable.is_numeric and self._item.kind is not ItemKind.MULTIPLE

    def _over_levels(self, function: str, value: float | None) -> FormulaValue | ValuedFormula:
        """Return what a function of Excel makes of the numeric levels."""
        if not self._has_levels or value is None:
            return value
        formula = f'IFERROR({function}(IF((d_valid=1)*ISNUMBER({self._column}),{self._column})),"")'
        return ValuedFormula(formula, value, is_array=True)

    def _count(self, wanted: str) -> str:
        return f"COUNTIFS(d_valid,1,{self._column},{wanted})"

    def _state(self, state: AnswerState) -> str:
        reasons = self._layout.reasons_of(self._item.item_id)
        return f"COUNTIFS(d_valid,1,{reasons},{self._variable.missing_code(state)})"

    def _any_chosen(self) -> str:
        own = self._layout.variables_of(self._item.item_id)
        chosen = [f"({self._layout.names[f'item.{each.name}']}=1)" for each in own if not _is_excuse(each)]
        return f"SUMPRODUCT((d_valid=1)*(({'+'.join(chosen) or '0'})>0))"


def rescaled(item: Item, value: float | None) -> FormulaValue | ValuedFormula:
    """Return the column ``mean`` on a scale whose lowest level is 0 and whose highest is 100."""
    if value is None:
        return None
    low, high = lowest_level(item), highest_level(item)
    return ValuedFormula(f'IF([mean]="","",100*([mean]-{low})/{high - low})', value)


def _is_excuse(variable: Variable) -> bool:
    return variable.option is not None and variable.option.is_not_applicable


def highest_level(item: Item) -> float:
    """Return the highest numeric level of an item."""
    return max(_numeric_levels(item))


def lowest_level(item: Item) -> float:
    """Return the lowest numeric level of an item."""
    return min(_numeric_levels(item))


def _numeric_levels(item: Item) -> list[float]:
    numbers = [as_number(option.value) for option in item.options if not option.is_not_applicable]
    return [number for number in numbers if number is not None]


def criterion(sign: str, number: float) -> str:
    """Return a criterion of COUNTIF; the number is joined on, for inside the text its decimal sign would be local."""
    return f'"{sign}"&{number}'


def count_answered(count: Callable[[str], str], variable: Variable) -> str:
    """Return a formula that counts the cells of an item that hold a level; ``count`` counts one criterion."""
    if variable.is_numeric:
        return count(criterion("<=", highest_level(variable.item)))
    return count_levels(count, variable, [each.value for each in variable.item.options if not each.is_not_applicable])


def answered_in_row(layout: DataLayout, group: RatedGroup) -> str:
    """Return how many answers of a response count for a group, 0 for an invalid one; over the first row's cells."""
    return _in_row(layout, group, count_answered)


def satisfied_in_row(layout: DataLayout, template: FormTemplate, group: RatedGroup) -> str:
    """Return how many answers of a response are satisfied within a group, as ``answered_in_row`` does."""

    def count_satisfied(count: Callable[[str], str], variable: Variable) -> str:
        satisfied = template.scale(variable.item.scale_id or "").satisfied
        return count_levels(count, variable, [each.value for each in variable.item.options if each.value in satisfied])

    return _in_row(layout, group, count_satisfied)


def _in_row(layout: DataLayout, group: RatedGroup, counted: Callable[[Callable[[str], str], Variable], str]) -> str:
    """Return a formula over the first row; empty where some answers cannot be told apart by it."""
    if not countable(layout, group.items):
        return ""
    counts = []
    for cells, item in layout.blocks(group.items):
        count = partial("COUNTIF({},{})".format, cells)
        counts.append(counted(count, layout.variables_of(item.item_id)[0]))
    return f"${layout.letters['valid']}{FIRST_ROW}*({'+'.join(counts) or '0'})"


def dissatisfied_answers(layout: DataLayout, template: FormTemplate, group: RatedGroup) -> str:
    """Return a formula that counts the dissatisfied answers of a group."""
    return "+".join(
        _level_counts(layout, item, template.scale(item.scale_id or "").dissatisfied) for item in group.items
    )


def satisfied_of_item(layout: DataLayout, template: FormTemplate, item: Item, scope: str) -> str:
    """Return a formula that counts the satisfied answers to an item within ``scope``."""
    return _level_counts(layout, item, template.scale(item.scale_id or "").satisfied, scope)


def answered_of_item(layout: DataLayout, item: Item, scope: str) -> str:
    """Return a formula that counts the answers to an item within ``scope``."""
    return count_answered(_count_in(layout, item, scope), layout.variables_of(item.item_id)[0])


def satisfied_share(
    layout: DataLayout, template: FormTemplate, item: Item, value: float | None, scopes: Sequence[str] = ("",)
) -> FormulaValue | ValuedFormula:
    """Return a formula for the satisfied share of an item within one of ``scopes``; its plain value if it has none."""
    if not countable(layout, [item]):
        return value
    satisfied = "+".join(satisfied_of_item(layout, template, item, each) for each in scopes)
    answered = "+".join(answered_of_item(layout, item, each) for each in scopes)
    return ratio(satisfied, f"({answered})", value)


def mean_level(layout: DataLayout, group: RatedGroup, value: float | None) -> FormulaValue | ValuedFormula:
    """Return a formula for the mean level of a group; its plain value where some levels are no numbers."""
    variables = [layout.variables_of(item.item_id)[0] for item in group.items]
    if value is None or not all(variable.is_numeric and is_countable(variable) for variable in variables):
        return value
    sums = []
    for item in group.items:
        column = layout.column_of(item.item_id)
        sums.append(f"SUMIFS({column},d_valid,1,{column},{criterion('<=', highest_level(item))})")
    return ratio("+".join(sums), "[answered]", value)


def countable(layout: DataLayout, items: Sequence[Item]) -> bool:
    """Whether formulas can tell the answers to all of these items apart."""
    return all(is_countable(layout.variables_of(item.item_id)[0]) for item in items)


def _level_counts(layout: DataLayout, item: Item, values: frozenset[str], scope: str = "") -> str:
    variable = layout.variables_of(item.item_id)[0]
    chosen = [option.value for option in item.options if option.value in values]
    return count_levels(_count_in(layout, item, scope), variable, chosen)


def _count_in(layout: DataLayout, item: Item, scope: str) -> Callable[[str], str]:
    return partial("COUNTIFS({}d_valid,1,{},{})".format, f"{scope}," if scope else "", layout.column_of(item.item_id))
