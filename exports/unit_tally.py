"""Figures per unit, the ranking, and the levels above: a district with its communes, the whole province."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from exports.answer_states import AnswerState
from exports.answer_table import AnswerTable
from exports.intervals import GREY_BELOW
from exports.satisfaction import IndexRule, Ratings, Rows, Share
from exports.selection import codes_below
from form_templates.model import ItemKind
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
        awaiting: Answers of these responses, valid or not, that await review and may still change a figure.
        rank: 1 is best, among the units of the same level; equal figures share a rank. None without a figure, and
            where fewer than ``GREY_BELOW`` responses count.
    """

    unit: Unit
    responses: int
    valid: int
    index: Share
    sections: tuple[Share, ...]
    codes: tuple[str, ...]
    awaiting: int = 0
    rank: int | None = None

    @property
    def is_small(self) -> bool:
        """Whether too few responses count for the figure to be more than a hint."""
        return self.valid < GREY_BELOW


def tally_units(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule, rows: Rows | None = None
) -> tuple[UnitTally, ...]:
    """Tally each unit for itself: those of the list in its order, also without responses, then other codes found.

    Args:
        table: All answers.
        ratings: The same as matrices.
        units: The list.
        rule: How the index is made.
        rows: Positions of the responses to look at, valid or not; None means all.
    """
    found = rows_by_code(table, rows)
    listed = {unit.code for unit in units}
    others = [Unit(code=code, name="") for code in sorted(found) if code not in listed]
    tally = _Tallying(table, ratings, rule, found, awaiting_answers(table))
    return _ranked([tally.of(unit, (unit.code,)) for unit in [*units, *others]])


def tally_roll_ups(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule
) -> tuple[UnitTally, ...]:
    """Tally each unit that has others below it, its own responses and theirs pooled, in the order of the list."""
    found = rows_by_code(table)
    below = codes_below(units)
    parents = [unit for unit in units if len(below[unit.code]) > 1]
    tally = _Tallying(table, ratings, rule, found, awaiting_answers(table))
    return _ranked([tally.of(unit, tuple(below[unit.code])) for unit in parents])


def awaiting_answers(table: AnswerTable) -> npt.NDArray[np.intp]:
    """Return how many answers of every response, valid or not, await review and may still change a figure."""
    written = [item.item_id for item in table.template.items() if item.kind is ItemKind.TEXT]
    return (table.states.drop(columns=written).to_numpy() == AnswerState.AWAITING_REVIEW).sum(axis=1)


def rows_by_code(table: AnswerTable, rows: Rows | None = None) -> dict[str, Rows]:
    """Return the positions of responses, valid or not, by unit code; of those at ``rows``, None means all."""
    positions: dict[str, list[int]] = {}
    for position in range(len(table.responses)) if rows is None else rows.tolist():
        positions.setdefault(table.responses[position].unit, []).append(position)
    return {code: np.array(found, dtype=np.intp) for code, found in positions.items()}


@dataclass(frozen=True, slots=True, eq=False)
class _Tallying:
    """What tallying one unit after another needs."""

    table: AnswerTable
    ratings: Ratings
    rule: IndexRule
    found: Mapping[str, Rows]
    awaiting: npt.NDArray[np.intp]

    def of(self, unit: Unit, codes: tuple[str, ...]) -> UnitTally:
        """Tally ``unit`` from the responses that name one of ``codes``."""
        ratings = self.ratings
        rows = np.concatenate([self.found.get(code, np.empty(0, dtype=np.intp)) for code in codes])
        valid = rows[self.table.is_valid.to_numpy()[rows]]
        return UnitTally(
            unit=unit,
            responses=len(rows),
            valid=len(valid),
            index=ratings.index(valid, self.rule),
            sections=tuple(ratings.satisfied_share(valid, ratings.columns_of(each)) for each in ratings.sections),
            codes=codes,
            awaiting=int(self.awaiting[rows].sum()),
        )


def _ranked(tallies: Sequence[UnitTally]) -> tuple[UnitTally, ...]:
    figures: dict[str, list[float]] = {}
    for tally in tallies:
        if tally.index.value is not None and _can_rank(tally):
            figures.setdefault(tally.unit.level, []).append(_rounded(tally.index.value))
    return tuple(_with_rank(tally, figures) for tally in tallies)


def _with_rank(tally: UnitTally, figures: Mapping[str, Sequence[float]]) -> UnitTally:
    if tally.index.value is None or not _can_rank(tally):
        return tally
    own = _rounded(tally.index.value)
    return replace(tally, rank=1 + sum(other > own for other in figures[tally.unit.level]))


def _can_rank(tally: UnitTally) -> bool:
    return bool(tally.unit.name) and not tally.is_small


def _rounded(share: float) -> float:
    return round(share, 10)  # equal shares of unequal counts may differ in the last bit; that is no difference
