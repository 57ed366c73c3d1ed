"""Figures of several units together: everyone, a level, a district with its communes; pooled, or by transactions.

Pooled, every response counts alike, so a unit counts by how many forms came back from it. By transactions, each valid
response of a unit u stands for N(u) / n(u) transactions: N(u) were completed in the period, n(u) valid responses came
back. The weighted share is sum w x / sum w over the counted answers (Hajek 1971); where everyone answered every item
it is sum N(u) S(u) / sum N(u), and where all weights are equal it is the pooled share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from exports.tally.answer_table import AnswerTable
from exports.tally.satisfaction_index import Ratings, Weights
from exports.tally.selection import codes_below
from exports.tally.statistics.share import Share
from exports.tally.unit_tally import UnitCounter, UnitTally, count_units, rank_units, rows_of
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class Coverage:
    """For how many units and transactions a figure speaks, and how many of these it rests on.

    Attributes:
        units: Units that belong here.
        answering: Those with a valid response.
        transactions: Of all units that tell theirs; None if none does.
        covered: Of these, the transactions of units with a valid response.
        untold: Units with a valid response that tell no transactions, or fewer than they have responses.
    """

    units: int
    answering: int
    transactions: int | None
    covered: int
    untold: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class WeightedFigures:
    """The figures by transactions: the index, and the satisfied share per factor in template order."""

    index: Share
    sections: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class RollUp:
    """Several units together.

    Attributes:
        pooled: Every response counts alike; ``unit`` has an empty code where it is a level or, without a level,
            everyone.
        coverage: What the figures rest on.
        weighted: By transactions; None unless the survey asks for it, and where ``coverage.untold`` or nobody valid
            stands in the way: no unit is left out to make a figure possible.
    """

    pooled: UnitTally
    coverage: Coverage
    weighted: WeightedFigures | None


def tally_parents(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule, weighting: Weighting
) -> tuple[RollUp, ...]:
    """Tally each unit that has others below it, with its own responses and theirs, in the order of the list."""
    adder = _Adder(count_units(table, ratings, units, rule), units, weighting)
    below = codes_below(units)
    parents = [adder.of(unit, below[unit.code]) for unit in units if len(below[unit.code]) > 1]
    ranked = rank_units([parent.pooled for parent in parents])
    return tuple(RollUp(pooled, old.coverage, old.weighted) for pooled, old in zip(ranked, parents, strict=True))


def tally_levels(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule, weighting: Weighting
) -> tuple[RollUp, ...]:
    """Tally everyone, whatever unit they name, then the units of each level where there are several levels."""
    counter = count_units(table, ratings, units, rule)
    adder = _Adder(counter, units, weighting)
    levels = list(dict.fromkeys(unit.level for unit in units))
    unlisted = sorted(counter.found.keys() - {unit.code for unit in units})
    everyone = adder.of(Unit("", ""), [*(unit.code for unit in units), *unlisted])
    by_level = [
        adder.of(Unit("", "", level), [unit.code for unit in units if unit.level == level])
        for level in levels
        if level and len(levels) > 1
    ]
    return everyone, *by_level


def weigh_responses(table: AnswerTable, ratings: Ratings, units: Sequence[Unit], weighting: Weighting) -> Weights:
    """Return what every response stands for among everyone, in the order of ``table``; 0.0 for one that is not valid.

    By transactions N(u) / n(u), where everyone's figures are made so; else, and where a unit with valid responses tells
    no believable number, 1.0.
    """
    counter = count_units(table, ratings, units, IndexRule.POOLED)
    weights = table.is_valid.to_numpy().astype(np.float64)
    if weighting is Weighting.TRANSACTIONS and counter.valid.keys() <= counter.transactions.keys():
        for code, rows in counter.valid.items():
            weights[rows] = _stands_for(counter.transactions[code], len(rows))
    return weights


@dataclass(frozen=True, slots=True, eq=False)
class _Adder:
    """Adds up units, pooled and by transactions."""

    counter: UnitCounter
    units: Sequence[Unit]
    weighting: Weighting

    def of(self, unit: Unit, codes: Sequence[str]) -> RollUp:
        """Add up the units with ``codes``."""
        coverage = self._coverage(codes)
        is_weighted = self.weighting is Weighting.TRANSACTIONS and coverage.answering and not coverage.untold
        weighted = self._weigh(codes) if is_weighted else None
        return RollUp(self.counter.of(unit, tuple(codes)), coverage, weighted)

    def _coverage(self, codes: Sequence[str]) -> Coverage:
        listed = {unit.code: unit for unit in self.units}
        told = {code: listed[code].transactions or 0 for code in codes if _tells(listed.get(code))}
        answering = [code for code in codes if code in self.counter.valid]
        untold = [listed.get(code) or Unit(code, "") for code in answering if code not in self.counter.transactions]
        return Coverage(
            units=len(codes),
            answering=len(answering),
            transactions=sum(told.values()) if told else None,
            covered=sum(told.get(code, 0) for code in answering),
            untold=tuple(untold),
        )

    def _weigh(self, codes: Sequence[str]) -> WeightedFigures:
        ratings, rows, weights = self.counter.ratings, rows_of(self.counter.valid, codes), self._weights(codes)
        return WeightedFigures(
            index=ratings.index(rows, self.counter.rule, weights),
            sections=tuple(
                ratings.satisfied_share(rows, ratings.columns_of(section), weights) for section in ratings.sections
            ),
        )

    def _weights(self, codes: Sequence[str]) -> Weights:
        """Return N(u) / n(u) for every valid response, in the order of ``rows_of``."""
        valid, transactions = self.counter.valid, self.counter.transactions
        counts = [(transactions[code], len(valid[code])) for code in codes if code in valid]
        return np.repeat([_stands_for(each, of) for each, of in counts], [of for _, of in counts])


def weight_of(unit: UnitTally) -> float:
    """Return how many transactions a valid response of a unit stands for, where there are weighted figures."""
    return _stands_for(unit.unit.transactions or 0, unit.valid) if unit.valid else 0.0


def _stands_for(transactions: int, valid: int) -> float:
    return transactions / valid


def _tells(unit: Unit | None) -> bool:
    return unit is not None and unit.transactions is not None
