"""Patterns in forms that a collector's supervisor should look at: straight lines, twins, blanks. Never a verdict.

On satisfaction grids equal answers are often meant, and uniform cut-offs misclassify people (Reuning & Plutzer 2020,
Survey Research Methods 14(5), 439-459). So patterns are counted per unit, beside the figure of everyone, and no
response is left out of any other figure because of them.

- Longest run: most equal ratings one after the other in printed order; a missing one ends a run (the "long string" of
  Johnson 2005, J. Research in Personality 39, 103-129).
- Straight line: all ratings of a form are the same.
- Spread: standard deviation (n - 1) of a form's ratings (Dunn, Heggestad, Shanock & Theilgard 2018, J. Business and
  Psychology 33, 105-121).
- Twins: another form of the same unit has the same answers, at all choice items or at the ratings only; straight
  lines are no twins by ratings, for many people honestly rate everything alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.tally.satisfaction_index import Ratings, Rows
from exports.tally.unit_tally import rows_by_code
from form_templates.model import Item
from omr.results import Answer
from omr.units.unit_list import Unit

LEAST_RATINGS = 3
"""Forms with fewer ratings show no pattern."""

_GIVEN = (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE)
_REACHED = (*_GIVEN, AnswerState.BLANK, AnswerState.DOUBLE, AnswerState.ILLEGIBLE)

_Codes = npt.NDArray[np.int32]
"""(responses, items): which answer, the same number for the same one; -1 where none was given."""


@dataclass(frozen=True, slots=True)
class UnitPatterns:
    """How often the patterns occur among the forms of a unit, or of everyone.

    Attributes:
        unit: The unit; with an empty name if its code is not in the list.
        responses: Its responses, valid or not.
        rated: Valid ones with at least ``LEAST_RATINGS`` ratings: the denominator of the next five.
        straight: Straight lines.
        longest_run: Mean of the longest run; None where nothing was rated.
        spread: Mean of the spread; None where no two ratings of a form are numbers.
        twins_by_ratings: Forms whose ratings another form of the unit has too, straight lines apart.
        twins: Forms all of whose choice answers another form of the unit has too.
        reached: Choice items that respondents came to, of all responses: not skipped, not on a missing page, not
            awaiting review.
        blank: Of these, left blank.
    """

    unit: Unit
    responses: int
    rated: int
    straight: int
    longest_run: float | None
    spread: float | None
    twins_by_ratings: int
    twins: int
    reached: int
    blank: int


@dataclass(frozen=True, slots=True)
class Twins:
    """Forms of one unit that are alike at every choice item.

    Attributes:
        unit: Code of the unit.
        positions: Where they are in the answer table.
        is_straight: Whether they are straight lines, which makes it less remarkable.
    """

    unit: str
    positions: tuple[int, ...]
    is_straight: bool


@dataclass(frozen=True, slots=True)
class SurveyPatterns:
    """The patterns found in all forms, unit by unit, and the sets of like forms.

    Attributes:
        everyone: All responses.
        units: Units with responses, in the order of the list; then codes that are not in the list.
        twins: Sets of like forms: the remarkable and the large ones first.
    """

    everyone: UnitPatterns
    units: tuple[UnitPatterns, ...]
    twins: tuple[Twins, ...]


def find_patterns(table: AnswerTable, ratings: Ratings, units: Sequence[Unit]) -> SurveyPatterns:
    """Count the patterns in every form, and compare the forms of each unit with one another."""
    forms = _look_at_forms(table, ratings)
    rows = rows_by_code(table)
    listed = {unit.code for unit in units}
    known = [unit for unit in units if unit.code in rows]
    known += [Unit(code, "") for code in sorted(rows) if code not in listed]
    return SurveyPatterns(
        everyone=forms.of(Unit("", ""), np.arange(len(table.responses))),
        units=tuple(forms.of(unit, rows[unit.code]) for unit in known),
        twins=_sorted_twins(table, forms),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Forms:
    """The measures of every form that patterns are counted from, one value per response.

    Attributes:
        is_rated: Valid, with at least ``LEAST_RATINGS`` ratings; the patterns of others mean nothing.
        is_straight: All ratings are the same.
        longest_run: Ratings.
        spread: NaN where fewer than two ratings are numbers.
        has_twin_by_ratings: See ``UnitPatterns``.
        has_twin: Likewise.
        twins: Positions of the forms that are alike, per set of them.
        reached: Choice items.
        blank: Likewise.
    """

    is_rated: npt.NDArray[np.bool_]
    is_straight: npt.NDArray[np.bool_]
    longest_run: npt.NDArray[np.intp]
    spread: npt.NDArray[np.float64]
    has_twin_by_ratings: npt.NDArray[np.bool_]
    has_twin: npt.NDArray[np.bool_]
    twins: Sequence[tuple[int, ...]]
    reached: npt.NDArray[np.intp]
    blank: npt.NDArray[np.intp]

    def of(self, unit: Unit, rows: Rows) -> UnitPatterns:
        """Sum up the forms at ``rows``."""
        rated = rows[self.is_rated[rows]]
        spread = self.spread[rated][np.isfinite(self.spread[rated])]
        return UnitPatterns(
            unit=unit,
            responses=len(rows),
            rated=len(rated),
            straight=int(self.is_straight[rated].sum()),
            longest_run=float(self.longest_run[rated].mean()) if len(rated) else None,
            spread=float(spread.mean()) if len(spread) else None,
            twins_by_ratings=int(self.has_twin_by_ratings[rated].sum()),
            twins=int(self.has_twin[rated].sum()),
            reached=int(self.reached[rows].sum()),
            blank=int(self.blank[rows].sum()),
        )


def _look_at_forms(table: AnswerTable, ratings: Ratings) -> _Forms:
    choices = [item for item in table.template.items() if item.kind.is_choice]
    states = table.states[[item.item_id for item in choices]]
    ratings_given = _codes(table, ratings.items)
    given = (ratings_given >= 0).sum(axis=1)
    is_rated = table.is_valid.to_numpy() & (given >= LEAST_RATINGS)
    most = ratings_given.max(axis=1, initial=-1)
    is_straight = is_rated & ((ratings_given == most[:, None]).sum(axis=1) == given)
    twins = _alike(table, _codes(table, choices), np.flatnonzero(is_rated))
    return _Forms(
        is_rated=is_rated,
        is_straight=is_straight,
        longest_run=_longest_runs(ratings_given),
        spread=_spreads(ratings.levels),
        has_twin_by_ratings=_has_twin(table, _alike(table, ratings_given, np.flatnonzero(is_rated & ~is_straight))),
        has_twin=_has_twin(table, twins),
        twins=twins,
        reached=states.isin(_REACHED).to_numpy().sum(axis=1),
        blank=(states == AnswerState.BLANK).to_numpy().sum(axis=1),
    )


def _codes(table: AnswerTable, items: Sequence[Item]) -> _Codes:
    codes = np.full((len(table.responses), len(items)), -1, dtype=np.int32)
    known: dict[Answer, int] = {(): -1}  # of all items, so that a run of one level is a run of one number
    for column, item in enumerate(items):
        for row, answer in enumerate(table.answers[item.item_id]):
            codes[row, column] = known.setdefault(answer, len(known) - 1)
    return codes


def _longest_runs(codes: _Codes) -> npt.NDArray[np.intp]:
    longest = run = np.zeros(len(codes), dtype=np.intp)
    before = np.full(len(codes), -1, dtype=np.int32)
    for column in codes.T:
        run = np.where(column < 0, 0, np.where(column == before, run + 1, 1))
        longest, before = np.maximum(longest, run), column
    return longest


def _spreads(levels: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    known = np.isfinite(levels)
    counts = known.sum(axis=1)
    filled = np.where(known, levels, 0.0)
    means = filled.sum(axis=1) / np.maximum(counts, 1)
    squares = np.where(known, (filled - means[:, None]) ** 2, 0.0).sum(axis=1)
    return np.where(counts > 1, np.sqrt(squares / np.maximum(counts - 1, 1)), np.nan)


def _alike(table: AnswerTable, codes: _Codes, rows: Rows) -> list[tuple[int, ...]]:
    """Return the sets of two or more of ``rows`` that have the same codes in the same unit."""
    sets: dict[tuple[str, bytes], list[int]] = defaultdict(list)
    for row in rows.tolist():
        sets[table.responses[row].unit, codes[row].tobytes()].append(row)
    return [tuple(like) for like in sets.values() if len(like) > 1]


def _has_twin(table: AnswerTable, sets: Sequence[tuple[int, ...]]) -> npt.NDArray[np.bool_]:
    has_twin = np.zeros(len(table.responses), dtype=np.bool_)
    has_twin[list(chain.from_iterable(sets))] = True
    return has_twin


def _sorted_twins(table: AnswerTable, forms: _Forms) -> tuple[Twins, ...]:
    found = [Twins(table.responses[like[0]].unit, like, bool(forms.is_straight[like[0]])) for like in forms.twins]
    return tuple(sorted(found, key=lambda twins: (twins.is_straight, -len(twins.positions), twins.positions)))
