"""Every answer of a response is counted by who decided it, once."""

import pytest

from exports.tally.answer_table import build_answer_table
from exports.tally.status_counts import count_statuses
from tests.exports.build import SMALL, flagged, missing, response, verified


def test_that_each_answer_is_counted_by_who_decided_it() -> None:
    mixed = response(1, verified("c1", ("5",)), flagged("c2", ("4",)), flagged("remark", ()), missing("c3"))

    found = count_statuses(build_answer_table(SMALL, [mixed, response(2)]))

    assert found.accepted.tolist() == [7, 11]
    assert found.verified.tolist() == [1, 0]
    assert found.awaiting.tolist() == [1, 0]  # handwriting is typed, not reviewed
    assert found.typing.tolist() == [1, 0]
    assert found.page_missing.tolist() == [1, 0]


def test_that_only_accepted_answers_are_expected_to_be_wrong_unseen() -> None:
    found = count_statuses(build_answer_table(SMALL, [response(1, flagged("c1", ("5",)))]))

    assert found.expected_wrong.tolist() == [pytest.approx(10 * 0.0001)]
