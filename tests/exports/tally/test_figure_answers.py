"""Every figure leads to exactly the answers it is made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tally.answer_states import AnswerState
from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.figure_answers import Evidence, Part, Question, find_answers, find_evidence
from exports.tally.selection import Selection
from form_templates.model import ItemId
from omr.responses import Response
from tests.exports.build import SMALL, UNITS, flagged, large_survey, large_template, missing, response, verified

C1, C2 = ItemId("c1"), ItemId("c2")


def evidence(given: list[Response], question: Question) -> Evidence:
    """Return the answers of a survey of ``SMALL``."""
    counted = count_survey(SMALL, given, UNITS)
    return find_answers(counted.table, build_dashboard(counted).rows, question)


def numbers(found: Evidence) -> list[int]:
    """Return whose answers were found."""
    return [found[place].response.number for place in range(len(found))]


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_that_as_many_answers_are_found_as_were_counted(seed: int) -> None:
    template = large_template()
    counted = count_survey(template, large_survey(template, UNITS, 30, seed), UNITS)
    shown = build_dashboard(counted, Selection(unit="256"))
    valid = shown.rows[counted.table.is_valid.to_numpy()[shown.rows]]

    def count(question: Question) -> int:
        return len(find_answers(counted.table, valid, question))

    rated = tuple(item.item_id for item in counted.ratings.items if item.item_id != template.overall_item)
    assert count(Question(rated)) == shown.index.of
    assert count(Question(rated, Part.SATISFIED)) == shown.index.count
    for tally in shown.items:
        items = (tally.item.item_id,)
        assert count(Question(items)) == tally.answered
        assert count(Question(items, Part.BLANK)) == tally.blank
        assert count(Question(items, Part.DOUBLE)) == tally.double
        assert count(Question(items, Part.ILLEGIBLE)) == tally.illegible
        assert count(Question(items, Part.AWAITING)) == tally.awaiting_review
        assert count(Question(items, Part.NOT_APPLICABLE)) == tally.not_applicable
        for option in tally.options:
            assert count(Question(items, Part.OPTION, option.option.value)) == option.count


def test_that_answers_come_by_respondent_then_by_item() -> None:
    found = evidence([response(1), response(2, c1=())], Question((C1, C2)))

    assert [(a.response.number, a.item.item_id) for a in (found[i] for i in range(len(found)))] == [
        (1, "c1"),
        (1, "c2"),
        (2, "c2"),
    ]
    assert found.respondents == 2


def test_that_a_flagged_answer_is_behind_no_share_but_can_be_found() -> None:
    given = [response(1, c1=("5",)), response(2, flagged("c1", ("5",)))]

    assert numbers(evidence(given, Question((C1,), Part.SATISFIED))) == [1]
    assert numbers(evidence(given, Question((C1,), Part.OPTION, "5"))) == [1]
    assert numbers(evidence(given, Question((C1,), Part.AWAITING))) == [2]
    assert numbers(evidence(given, Question((C1,), Part.ALL))) == [1, 2]


def test_that_an_answer_tells_its_reading_and_who_decided() -> None:
    found = evidence([response(1, verified("c1", ("4",), reading=("5",)))], Question((C1,)))[0]

    assert (found.answer.reading, found.answer.answer, found.state) == (("5",), ("4",), AnswerState.ANSWERED)
    assert found.answer.verification is not None
    assert found.answer.verification.operator == "lan"


def test_that_a_page_that_was_not_delivered_has_no_answers_to_show() -> None:
    assert numbers(evidence([response(1, missing("c1"))], Question((C1,), Part.ALL))) == []


def test_that_an_answer_is_found_again_by_its_page() -> None:
    found = evidence([response(1), response(2)], Question((C1, C2)))

    assert found.place_of(2, C2) == 3
    assert found.place_of(7, C2) is None
    assert found.place_of(2, ItemId("c3")) is None


@pytest.mark.parametrize("part", list(Part))
def test_that_nobody_selected_means_nothing_found(part: Part) -> None:
    assert len(evidence([], Question((C1,), part, "5"))) == 0


def test_that_an_invalid_response_is_behind_no_figure_but_waits_for_review_all_the_same() -> None:
    nothing = dict.fromkeys(("sex", "c2", "c3", "all", "late", "wish", "nps"), ())
    given = [response(1), response(2, flagged("c1", ("5",)), **nothing)]
    counted = count_survey(SMALL, given, UNITS)
    shown = build_dashboard(counted)

    assert numbers(find_evidence(counted, shown, Question((C1, C2), Part.BLANK))) == []
    assert numbers(find_evidence(counted, shown, Question((C1,), Part.AWAITING))) == [2]
    assert shown.progress.awaiting == 1


def test_that_a_question_can_ask_one_unit_alone() -> None:
    given = [response(1, unit="09163"), response(2, unit="09166"), response(3, unit="")]

    assert numbers(evidence(given, Question((C1,), unit="09166"))) == [2]
    assert numbers(evidence(given, Question((C1,), unit=""))) == [3]
    assert numbers(evidence([], Question((C1,), unit="09166"))) == []
