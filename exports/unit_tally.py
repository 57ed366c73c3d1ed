"""Figures per unit, the ranking, and the levels above: a district with its communes, the whole province."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from exports.answer_table import AnswerTable
from exports.satisfaction import IndexRule, Ratings, Rows, Share
from omr.units import Unit


@dataclass(frozen=True, slots=True)
class UnitTally:
    """One unit, or one unit with all units below it.

    Attributes:
        unit: The unit; with an empty name if its code is not in the list, an empty code if responses name none.
        responses: Its responses.
        valid: Those that count.
        index: Its satisfaction index.
        sections: Its pooled satisfied share per factor, in template order.
        codes: The units whose responses are counted here: its own, for a level above also those below it.
        rank: 1 is best, among the units of the same level; equal figures share a rank. None without a figure.
    """

    unit: Unit
    responses: int
    valid: int
    index: Share
    sections: tuple[Share, ...]
    codes: tuple[str, ...]
    rank: int | None = None


def tally_units(table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule) -> tuple[UnitTally, ...]:
    """Tally each unit for itself: those of the list in its order, also without responses, then other codes found."""
    found = _rows_by_code(table)
    listed = {unit.code for unit in units}
    others = [Unit(code=code, name="") for code in sorted(found) if code not in listed]
    return _ranked([_tally(table, ratings, unit, (unit.code,), found, rule) for unit in [*units, *others]])


def tally_roll_ups(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule
) -> tuple[UnitTally, ...]:
    """Tally each unit that has others below it, its own responses and theirs pooled, in the order of the list."""
    found = _rows_by_code(table)
    below = _codes_below(units)
    parents = [unit for unit in units if len(below[unit.code]) > 1]
    return _ranked([_tally(table, ratings, unit, tuple(below[unit.code]), found, rule) for unit in parents])


def _rows_by_code(table: AnswerTable) -> dict[str, Rows]:
    positions: dict[str, list[int]] = {}
    for position, response in enumerate(table.responses):
        positions.setdefault(response.unit, []).append(position)
    return {code: np.array(found, dtype=np.intp) for code, found in positions.items()}


def _codes_below(units: Sequence[Unit]) -> Mapping[str, list[str]]:
    """Return for every unit its own code and those of all units below it, at any depth."""
    parents = {unit.code: unit.parent_code for unit in units}
    below: dict[str, list[str]] = {unit.code: [] for unit in units}
    for code in parents:
        at = code
        seen: set[str] = set()  # a list that names a unit above itself must not hang the program
        while at in parents and at not in seen:
            below[at].append(code)
            seen.add(at)
            at = parents[at]
    return below


def _tally(
    table: AnswerTable,
    ratings: Ratings,
    unit: Unit,
    codes: tuple[str, ...],
    found: Mapping[str, Rows],
    rule: IndexRule,
) -> UnitTally:
    rows = np.concatenate([found.get(code, np.empty(0, dtype=np.intp)) for code in codes])
    valid = rows[table.is_valid.to_numpy()[rows]]
    return UnitTally(
        unit=unit,
        responses=len(rows),
        valid=len(valid),
        index=ratings.index(valid, rule),
        sections=tuple(ratings.satisfied_share(valid, ratings.columns_of(section)) for section in ratings.sections),
        codes=codes,
    )


def _ranked(tallies: Sequence[UnitTally]) -> tuple[UnitTally, ...]:
    figures: dict[str, list[float]] = {}
    for tally in tallies:
        if tally.index.value is not None and tally.unit.name:
            figures.setdefault(tally.unit.level, []).append(_rounded(tally.index.value))
    return tuple(_with_rank(tally, figures) for tally in tallies)


def _with_rank(tally: UnitTally, figures: Mapping[str, Sequence[float]]) -> UnitTally:
    if tally.index.value is None or not tally.unit.name:
        return tally
    own = _rounded(tally.index.value)
    return replace(tally, rank=1 + sum(other > own for other in figures[tally.unit.level]))


def _rounded(share: float) -> float:
    return round(share, 10)  # equal shares of unequal counts may differ in the last bit; that is no difference
