"""The rounds of a survey, prepared for comparison."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from exports.rounds.same_units import UnitList, day_of
from exports.tally.answer_table import AnswerTable
from exports.tally.satisfaction_index import Ratings, Rows, build_ratings
from exports.tally.unit_tally import awaiting_answers, rows_by_code
from omr.units.crosswalk import UnitChange
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """A round prepared for comparison: its answers, its ratings, and which responses belong to which unit.

    Attributes:
        name: What tells it from the others: "2019".
        ratings: The rated answers of its valid responses.
        table: All its answers.
        unit_list: Its units, dated.
        by_unit: Positions of its valid responses, by unit code.
    """

    name: str
    ratings: Ratings
    table: AnswerTable
    unit_list: UnitList
    by_unit: Mapping[str, Rows]

    @property
    def awaiting(self) -> int:
        """Answers that await review; while there are any, its figures are provisional."""
        return int(awaiting_answers(self.table).sum())

    def rows_of(self, codes: Iterable[str]) -> Rows:
        """Return the valid responses of these units."""
        found = [self.by_unit[code] for code in codes if code in self.by_unit]
        return np.concatenate([np.empty(0, dtype=np.intp), *found])


@dataclass(frozen=True, slots=True, eq=False)
class EarlierRounds:
    """The earlier rounds that a round is compared with.

    Attributes:
        rounds: Oldest first.
        changes: What became of units over the years.
        unread: Folders of rounds that were asked for and could not be read now.
    """

    rounds: tuple[Round, ...]
    changes: tuple[UnitChange, ...]
    unread: tuple[Path, ...] = ()


def make_round(name: str, round_name: str, table: AnswerTable, units: Sequence[Unit]) -> Round:
    """Prepare a round for comparison.

    Args:
        name: The survey's name, which stands in where the round has none.
        round_name: Which round; may be empty. A year in it may date the unit list.
        table: Its answers.
        units: Its unit list.
    """
    ratings = build_ratings(table, units)
    by_unit = rows_by_code(table, ratings.all_rows())
    called = round_name or name
    unit_list = UnitList(tuple(units), day_of(units, called), frozenset(by_unit))
    return Round(called, ratings, table, unit_list, by_unit)
