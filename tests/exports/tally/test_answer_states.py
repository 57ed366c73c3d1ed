"""Every answer is in exactly one state, and the state is the one the method sheet promises."""

import pytest

from exports.tally.answer_states import AnswerState, classify_responses
from omr.responses import ItemAnswer, Response
from omr.results import Answer, Flag
from tests.exports.build import SMALL, accepted, flagged, missing, response, verified


def state_of(item_id: str, one: Response) -> AnswerState:
    """Return the state of one item of one response."""
    items: list[str] = [item.item_id for item in SMALL.items()]
    return classify_responses(SMALL, [one])[0][items.index(item_id)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (accepted("c1", ("4",)), AnswerState.ANSWERED),
        (verified("c1", ("4",), reading=("5",)), AnswerState.ANSWERED),
        (accepted("c1", ()), AnswerState.BLANK),
        (verified("c1", ()), AnswerState.BLANK),
        (verified("c1", ("4", "5")), AnswerState.DOUBLE),
        (verified("c1", None), AnswerState.ILLEGIBLE),
        (accepted("c1", ("na",)), AnswerState.NOT_APPLICABLE),
        (flagged("c1", ("4",)), AnswerState.AWAITING_REVIEW),
        (flagged("c1", ("4", "5"), Flag.DOUBLE_MARK), AnswerState.AWAITING_REVIEW),
        (flagged("c1", ()), AnswerState.AWAITING_REVIEW),
        (missing("c1"), AnswerState.PAGE_MISSING),
        (accepted("wish", ("a", "b")), AnswerState.ANSWERED),
        (accepted("wish", ("a", "b", "c")), AnswerState.DOUBLE),
        (flagged("remark", (), Flag.HANDWRITING), AnswerState.AWAITING_REVIEW),
        (verified("remark", (" ",)), AnswerState.BLANK),
        (verified("remark", ("nhanh hơn",)), AnswerState.ANSWERED),
    ],
)
def test_that_an_answer_counts_as_what_it_is(given: ItemAnswer, expected: AnswerState) -> None:
    assert state_of(given.item_id, response(1, given)) is expected


@pytest.mark.parametrize(
    ("gate", "own", "expected"),
    [
        (("2",), (), AnswerState.NOT_ASKED),
        (("1",), (), AnswerState.BLANK),
        (("1",), ("1",), AnswerState.ANSWERED),
        (("2",), ("1",), AnswerState.ANSWERED),  # answered against the instruction: a fact is a fact
        ((), (), AnswerState.BLANK),
    ],
)
def test_that_a_blank_is_not_asked_only_where_the_gate_says_so(
    gate: Answer, own: Answer, expected: AnswerState
) -> None:
    assert state_of("sorry", response(1, late=gate, sorry=own)) is expected


def test_that_a_gate_awaiting_review_excuses_no_blank() -> None:
    assert state_of("sorry", response(1, flagged("late", ("2",)), sorry=())) is AnswerState.BLANK


def test_that_an_answer_the_template_does_not_know_is_no_quiet_miscount() -> None:
    with pytest.raises(AssertionError, match="c1 has no option"):
        classify_responses(SMALL, [response(1, c1=("9",))])
