"""The answers to a figure that the engine stands behind, each with what it can move the figure by if it was misread.

A share of weighted answers is S / W: an answer that turns out to lie on the other side of it moves it by its weight
w / W, one that was left blank, or should have been, by less. Of E misread answers, whichever they are and whatever they
really say, the share moves by no more than the sum of their w / W: with those that change sides, W stays; with
``r`` taken away and ``b`` added, (S + f + b) / (W - r + b) <= (S + f + r + b) / W wherever the right side is a share.
A mean of K shares moves by the K-th part of that in each, as long as none of them loses its last answer.

Taken for right: what people decided, which responses are valid, and which questions were not asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from exports.tally.answer_table import AnswerTable
from exports.tally.satisfaction_index import Ratings, Rows, Weights
from omr.recheck.checks import AnswerKey, CheckStanding
from omr.responses import ItemAnswer
from omr.results import AnswerStatus
from omr.survey.counting_rules import IndexRule

Checks = Mapping[AnswerKey, CheckStanding]
"""Where every answer stands that somebody re-checked blind."""

_AGREEING = (CheckStanding.AGREED, CheckStanding.SLIP)
_SETTLED = (*_AGREEING, CheckStanding.ERROR)  # what was misread is put right
_BY_PEOPLE = -1.0


@dataclass(frozen=True, slots=True, eq=False)
class ReadAnswers:
    """Answers that the engine accepted, to what a figure is made of.

    Attributes:
        moves: (answers,) by how much the figure moves at most if this one was misread, 0.0-1.0.
        p_wrong: (answers,) the engine's probability that it was; 0.0 where a re-check has settled it.
        checked: How many of them were re-checked.
        differing: Of these, where the reading was wrong or the difference is still open.
        open: Of these, where it is still open.
    """

    moves: npt.NDArray[np.float64]
    p_wrong: npt.NDArray[np.float64]
    checked: int
    differing: int
    open: int

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.moves)

    @property
    def expected_move(self) -> float:
        """By how much misread answers move the figure at most, as expected from what the engine says of each."""
        return float(self.moves @ self.p_wrong)

    def most_moved_by(self, misread: float) -> float:
        """Return by how much so many misread answers move the figure at most, be they those that count most."""
        weighty = np.sort(self.moves)[::-1]
        whole = min(int(misread), len(weighty))
        rest = (misread - whole) * weighty[whole] if whole < len(weighty) else 0.0
        return min(1.0, float(weighty[:whole].sum() + rest))


def count_checks(checks: Checks) -> tuple[int, int] | None:
    """Return how many answers were re-checked, to whatever question, and how many were misread; None if none was.

    A difference counts as misread until somebody has shown that it is not.
    """
    wrong = sum(each not in _AGREEING for each in checks.values())
    return (len(checks), wrong) if checks else None


def find_read_answers(
    table: AnswerTable,
    ratings: Ratings,
    rule: IndexRule,
    rows: Rows,
    checks: Checks,
    weights: Weights | None = None,
) -> ReadAnswers:
    """Return what the engine accepted of the answers that the index of ``rows`` is made of.

    Args:
        table: All answers.
        ratings: The same as matrices.
        rule: How the index is made.
        rows: Positions of the responses, all of them valid.
        checks: What was re-checked of the survey.
        weights: (rows,) what each response stands for; None: all count alike.
    """
    places = {item.item_id: place for place, item in enumerate(table.template.items())}
    stands_for = np.ones(len(rows)) if weights is None else weights
    responses = [table.responses[row] for row in rows.tolist()]
    moves, p_wrong = [np.empty(0)], [np.empty(0)]
    standings: list[CheckStanding] = []
    for column, per_weight in _moves_per_weight(ratings, rule, rows, stands_for).items():
        place = places[ratings.items[column].item_id]
        answers = [response.answers[place] for response in responses]
        known = [_standing(answer, checks) for answer in answers] if checks else [None] * len(answers)
        doubts = np.array([_doubt(answer, each) for answer, each in zip(answers, known, strict=True)], dtype=np.float64)
        is_read = doubts != _BY_PEOPLE
        moves.append(stands_for[is_read] * per_weight)
        p_wrong.append(doubts[is_read])
        standings += [each for each in known if each is not None]
    return ReadAnswers(
        moves=np.concatenate(moves),
        p_wrong=np.concatenate(p_wrong),
        checked=len(standings),
        differing=sum(each not in _AGREEING for each in standings),
        open=sum(each not in _SETTLED for each in standings),
    )


def _doubt(answer: ItemAnswer, standing: CheckStanding | None) -> float:
    """Return the chance that what counts was misread; ``_BY_PEOPLE`` where no reading counts."""
    if standing is None:
        return answer.p_wrong if answer.status is AnswerStatus.ACCEPTED else _BY_PEOPLE
    return 0.0 if standing in _SETTLED else answer.p_wrong


def _standing(answer: ItemAnswer, checks: Checks) -> CheckStanding | None:
    if answer.page is None or answer.page.page_id is None:
        return None
    return checks.get(AnswerKey(answer.page.page_id, answer.item_id))


def _moves_per_weight(
    ratings: Ratings, rule: IndexRule, rows: Rows, stands_for: npt.NDArray[np.float64]
) -> dict[int, float]:
    """Return by column how far the index moves per weight of a misread answer; none that nobody answered."""
    totals = [_total(ratings, part, rows, stands_for) for part in ratings.index_parts(rule)]
    known = sum(total > 0 for total in totals)
    return {
        column: 1 / (known * total)
        for part, total in zip(ratings.index_parts(rule), totals, strict=True)
        if total > 0
        for column in part
    }


def _total(ratings: Ratings, part: Sequence[int], rows: Rows, stands_for: npt.NDArray[np.float64]) -> float:
    cells = np.ix_(rows, np.asarray(part, dtype=np.intp))
    return float(stands_for @ ratings.is_answered[cells].sum(axis=1))
