"""The formulas of units and of the levels above them: the data columns counted within one unit, or all below one."""

from dataclasses import dataclass

from exports.data_layout import INDEX, DataLayout, above_key
from exports.formulas import MATRIX_INDEX, MATRIX_UNITS, mean_of, ratio
from exports.live import Live, Yield, quoted
from exports.satisfaction import IndexRule, Share
from exports.unit_tally import UnitTally


@dataclass(frozen=True, slots=True)
class UnitFormulas:
    """The formulas of a row whose column ``number`` holds the unit's number.

    Attributes:
        layout: Of the data sheet.
        rule: How the index is made.
        scopes: Conditions, each with the cell it compares; a response falls under one of them at most.
    """

    layout: DataLayout
    rule: IndexRule
    scopes: tuple[str, ...]

    def responses(self, count: int) -> Live:
        """Return the responses."""
        return Live("+".join(f"COUNTIFS({scope})" for scope in self.scopes), count)

    def valid(self, count: int) -> Live:
        """Return those that count."""
        return Live("+".join(f"COUNTIFS({scope},d_valid,1)" for scope in self.scopes), count)

    def people(self, share: Share) -> Live:
        """Return those who answered something that the index is made of."""
        answered = self.layout.names[f"answered.{INDEX}"]
        return Live("+".join(f'COUNTIFS({scope},{answered},">0")' for scope in self.scopes), share.respondents)

    def share(self, part: str, value: float | None) -> Live:
        """Return the pooled satisfied share of a part."""
        satisfied, answered = (self._sum(f"{what}.{part}") for what in ("satisfied", "answered"))
        return ratio(satisfied, f"({answered})", value)

    def index(self, share: Share, factors: str, matrix_row: str) -> Live:
        """Return the index.

        Args:
            share: Its value.
            factors: The cells with the shares of the factors; empty if there are none.
            matrix_row: What names the row on the sheet of units by criterion.
        """
        if self.rule is IndexRule.EQUAL_CRITERIA:
            return Live(f"INDEX({MATRIX_INDEX},MATCH({quoted(matrix_row)},{MATRIX_UNITS},0))", share.value)
        if self.rule is IndexRule.EQUAL_FACTORS and factors:
            return mean_of(factors, share.value)
        return self.share(INDEX, share.value)

    def _sum(self, key: str) -> str:
        return "+".join(f"SUMIFS({self.layout.names[key]},{scope})" for scope in self.scopes)


def own_scope(layout: DataLayout) -> tuple[str, ...]:
    """Return the condition for responses that name the unit itself."""
    return (f"{layout.names['unit_number']},[number]",)


def scopes_below(layout: DataLayout, unit: UnitTally) -> tuple[str, ...]:
    """Return the conditions for responses of the unit and of all units below it."""
    number = layout.unit_numbers[unit.unit.code]
    levels = {way.index(number) for way in layout.above.values() if number in way}
    return tuple(f"{layout.names[above_key(level)]},[number]" for level in sorted(levels))


def rank(value: Yield, *, listed: int, smallest: int) -> Live:
    """Return the place among the units of the same level: ``unit_tally`` says who is ranked.

    Args:
        value: The rank.
        listed: How many units the list has; they have the first numbers.
        smallest: Fewest valid responses of a unit that is ranked.
    """
    better = (
        f"([number#]<={listed})*([level#]=[level])*([valid#]>={smallest})*ISNUMBER([index#])"
        "*([index#]>[index]+0.0000000001)"  # as the tally rounds: less is no difference
    )
    return Live(f'IF(AND([valid]>={smallest},ISNUMBER([index])),1+SUMPRODUCT({better}),"")', value)
