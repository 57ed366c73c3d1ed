"""The formulas of single units and of several together, which count the data columns over their responses."""

from collections.abc import Callable
from dataclasses import dataclass

from exports.tally.statistics.share import Share
from exports.tally.unit_tally import UnitTally
from exports.workbook.data_layout import INDEX, DataLayout, above_key
from exports.workbook.formulas import MATRIX_INDEX, MATRIX_UNITS, mean_of, ratio
from exports.workbook.valued_formulas import FormulaValue, ValuedFormula, quoted
from omr.survey.counting_rules import IndexRule


@dataclass(frozen=True, slots=True)
class RowScope:
    """The responses that a row of a table counts, as conditions on the data columns.

    Attributes:
        key: Names the row on the sheet of units by criterion.
        number: The unit's number; None where the row is about no single unit.
        conditions: Each of a column and what it must hold; a response falls under one of them at most. ``[number]`` is
            the cell with the number.
    """

    key: str
    number: int | None
    conditions: tuple[str, ...]


def own_scope(layout: DataLayout, unit: UnitTally) -> RowScope:
    """Return the responses that name the unit itself."""
    number = layout.unit_numbers[unit.unit.code]
    return RowScope(f"u{number}", number, (f"{layout.names['unit_number']},[number]",))


def pooled_scope(layout: DataLayout, pooled: UnitTally) -> RowScope:
    """Return the responses of several units: of one with all below it, of a level, or of everyone."""
    unit = pooled.unit
    if unit.code:
        number = layout.unit_numbers[unit.code]
        levels = {way.index(number) for way in layout.above.values() if number in way}
        below = tuple(f"{layout.names[above_key(level)]},[number]" for level in sorted(levels))
        return RowScope(f"p{number}", number, below)
    if unit.level:
        level = layout.level_numbers[unit.level]
        return RowScope(f"l{level}", None, (f"{layout.names['unit_level']},{level}",))
    return RowScope("all", None, (f'{layout.names["valid"]},">=0"',))


@dataclass(frozen=True, slots=True)
class UnitFormulas:
    """The formulas of a row about one unit or several.

    Attributes:
        layout: Of the data sheet.
        rule: How the index is made.
        scope: Whose responses the row counts.
    """

    layout: DataLayout
    rule: IndexRule
    scope: RowScope

    def responses(self, count: int) -> ValuedFormula:
        """Return the number of responses."""
        return ValuedFormula("+".join(f"COUNTIFS({condition})" for condition in self.scope.conditions), count)

    def valid(self, count: int) -> ValuedFormula:
        """Return the number of valid responses."""
        return ValuedFormula("+".join(f"COUNTIFS({condition},d_valid,1)" for condition in self.scope.conditions), count)

    def people(self, share: Share) -> ValuedFormula:
        """Return how many people answered something that the index is made of."""
        answered = self.layout.names[f"answered.{INDEX}"]
        counts = (f'COUNTIFS({condition},{answered},">0")' for condition in self.scope.conditions)
        return ValuedFormula("+".join(counts), share.respondents)

    def share(self, group: str, value: float | None) -> ValuedFormula:
        """Return the pooled satisfied share of a group."""
        satisfied, answered = (self._sum(f"{what}.{group}") for what in ("satisfied", "answered"))
        return ratio(satisfied, f"({answered})", value)

    def index(self, share: Share, factors: str) -> FormulaValue | ValuedFormula:
        """Return the satisfaction index.

        Args:
            share: Its value.
            factors: The cells with the pooled shares of the factors. Empty where the row has none; an index that is
                made of them then is a plain value.
        """
        if self.rule is IndexRule.EQUAL_CRITERIA:
            return ValuedFormula(f"INDEX({MATRIX_INDEX},MATCH({quoted(self.scope.key)},{MATRIX_UNITS},0))", share.value)
        if self.rule is IndexRule.EQUAL_FACTORS:
            return mean_of(factors, share.value) if factors else share.value
        return self.share(INDEX, share.value)

    def count_in(self, column: str) -> Callable[[str], str]:
        """Return what makes the formula that counts one criterion in a data column over the row's valid responses."""

        def count(wanted: str) -> str:
            return "+".join(f"COUNTIFS({each},d_valid,1,{column},{wanted})" for each in self.scope.conditions) or "0"

        return count

    def _sum(self, key: str) -> str:
        return "+".join(f"SUMIFS({self.layout.names[key]},{condition})" for condition in self.scope.conditions)


def rank(value: FormulaValue, *, listed: int, smallest: int) -> ValuedFormula:
    """Return the place among the units of the same level: ``unit_tally`` says who is ranked.

    Args:
        value: The rank.
        listed: How many units the list has; they have the first numbers.
        smallest: Fewest valid responses of a unit that is ranked, and its smallest equivalent sample; a word there,
            which says that everybody was asked, is more than any number.
    """
    is_sure = f">={smallest}-0.000000001"  # as smallness_of and the tally round: less is no difference
    better = (
        f"([number#]>0)*([number#]<={listed})*([level#]=[level])*([valid#]>={smallest})*([size#]{is_sure})"
        "*ISNUMBER([index#])*([index#]>[index]+0.0000000001)"
    )
    can_rank = f"AND([valid]>={smallest},[size]{is_sure},ISNUMBER([index]))"
    return ValuedFormula(f'IF({can_rank},1+SUMPRODUCT({better}),"")', value)
