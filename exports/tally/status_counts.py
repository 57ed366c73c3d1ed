"""How many answers of each response the engine decided, a person decided, or nobody has decided yet."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.tally.unit_tally import awaiting_answers
from form_templates.model import ItemKind
from omr.results import AnswerStatus

Counts = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class StatusCounts:
    """Answers of every response, valid or not, by what stands behind them; one number per response.

    Attributes:
        accepted: The engine.
        verified: A person.
        awaiting: Nobody yet, and it may still change a figure.
        typing: Handwriting that nobody has typed yet.
        page_missing: Their page was not delivered.
        expected_wrong: Sum of the stated probabilities of being wrong over the accepted ones.
    """

    accepted: Counts
    verified: Counts
    awaiting: Counts
    typing: Counts
    page_missing: Counts
    expected_wrong: npt.NDArray[np.float64]


def count_statuses(table: AnswerTable) -> StatusCounts:
    """Count the answers of every response."""
    accepted, verified, expected = [], [], []
    for response in table.responses:
        p_wrong = [answer.p_wrong for answer in response.answers if answer.status is AnswerStatus.ACCEPTED]
        accepted.append(len(p_wrong))
        expected.append(sum(p_wrong))
        verified.append(sum(answer.status is AnswerStatus.VERIFIED for answer in response.answers))
    written = [item.item_id for item in table.template.items() if item.kind is ItemKind.TEXT]
    return StatusCounts(
        accepted=np.array(accepted, dtype=np.intp),
        verified=np.array(verified, dtype=np.intp),
        awaiting=awaiting_answers(table),
        typing=(table.states[written].to_numpy() == AnswerState.AWAITING_REVIEW).sum(axis=1),
        page_missing=(table.states.to_numpy() == AnswerState.PAGE_MISSING).sum(axis=1),
        expected_wrong=np.array(expected, dtype=np.float64),
    )
