"""How many answers must be re-checked until the order of the two best units cannot be a matter of reading.

As audits of elections do: that the order is wrong takes at least so many misread answers, so many that a sample of this
size would hardly have missed them all (J. A. Aslam, R. A. Popa and R. L. Rivest, On estimating the size and confidence
of a statistical audit, Electronic Voting Technology Workshop 2007). That other people would have answered otherwise is
another matter, of which the ranks' ranges speak.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from exports.tally.reading.read_answers import Checks, ReadAnswers, find_read_answers
from exports.tally.survey_tally import SurveyTally
from exports.tally.unit_tally import UnitTally, rows_by_code
from omr.recheck.error_rate import clean_trials_needed
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class OrderChecks:
    """What it takes to prove that the better of two units is not better through misread answers alone.

    Attributes:
        first: The better one.
        second: The next one.
        gap: Between their indices, above 0.0.
        accepted: Answers that the two indices are made of and the engine stands behind.
        misread: How many of them would have to be misread, at least, to close the gap; None if all would not do.
        checked: How many of them were re-checked.
        more: How many more of them must be re-checked without a mistake.
    """

    first: Unit
    second: Unit
    gap: float
    accepted: int
    misread: int | None
    checked: int
    more: int


def find_order_checks(tally: SurveyTally, checks: Checks) -> OrderChecks | None:
    """Return it for the first two of the level where most units have a rank; None where no two differ."""
    pair = _first_two(tally)
    if pair is None:
        return None
    first, second = pair
    gap = (first.index.value or 0.0) - (second.index.value or 0.0)
    read = [_read(tally, unit, checks) for unit in pair]
    accepted, checked = sum(each.count for each in read), sum(each.checked for each in read)
    misread = _needed(read, gap)
    more = 0
    if misread is not None:
        differing = sum(each.differing for each in read)
        more = clean_trials_needed(differing, checked, misread / accepted, most=accepted - checked)
    return OrderChecks(first.unit, second.unit, gap, accepted, misread, checked, more)


def _first_two(tally: SurveyTally) -> tuple[UnitTally, UnitTally] | None:
    ranked = [unit for unit in tally.units if unit.rank is not None]
    levels = Counter(unit.unit.level for unit in ranked)
    if not levels:
        return None
    level = max(levels, key=lambda each: levels[each])
    first, *others = sorted((unit for unit in ranked if unit.unit.level == level), key=lambda unit: unit.rank or 0)
    if not others or others[0].rank == first.rank:
        return None
    return first, others[0]


def _read(tally: SurveyTally, unit: UnitTally, checks: Checks) -> ReadAnswers:
    rows = rows_by_code(tally.table, tally.ratings.all_rows())[unit.unit.code]
    return find_read_answers(tally.table, tally.ratings, tally.rule, rows, checks)


def _needed(read: list[ReadAnswers], gap: float) -> int | None:
    """Return the fewest answers that move the two indices together by ``gap``: those that count most."""
    moved = np.cumsum(np.sort(np.concatenate([each.moves for each in read]))[::-1])
    reach = np.flatnonzero(moved >= gap - 1e-12)  # sums of the same weights may differ in the last bit
    return int(reach[0]) + 1 if len(reach) else None
