"""What a person is asked about sides that were scanned apart, and what becomes of the answer."""

from dataclasses import replace

import pytest

from omr.respondents.grouping import group_pages
from omr.respondents.pile_questions import find_pile_questions
from omr.respondents.sides_apart import RunOrder
from omr.respondents.wording import pile_as_dict, pile_lines
from omr.responses import build_responses
from omr.review.page_assignments import join_pile, leave_pile, take_back
from tests.omr.build import deliver, kept_reading, read_page, two_page_template
from tests.omr.respondents.sequences import delivered, places


def _asked(written, pages_per_form=2):
    pages = delivered(written)
    return [
        (question.counts, question.numbers, question.orders) for question in find_pile_questions(pages, pages_per_form)
    ]


@pytest.mark.parametrize(
    ("written", "pages_per_form", "counts", "numbers"),
    [
        ("1111 2222", 2, (4, 4), ((1,), (2,))),
        ("222 111", 2, (3, 3), ((2,), (1,))),
        ("11?1 2222", 2, (4, 4), ((1,), (2,))),
        ("13 13 42 42", 4, (2, 2), ((1, 3), (4, 2))),
        ("11 22 33", 3, (2, 2, 2), ((1,), (2,), (3,))),
    ],
)
def test_that_runs_of_equal_length_can_be_joined_in_either_order(written, pages_per_form, counts, numbers):
    assert _asked(written, pages_per_form) == [(counts, numbers, tuple(RunOrder))]


@pytest.mark.parametrize("written", ["1111 222", "111 2222", "111?222", "11 2", "222 111 12"])
def test_that_no_order_is_offered_where_the_numbers_do_not_match(written):
    ((_, _, orders),) = _asked(written)

    assert orders == ()


@pytest.mark.parametrize("written", ["1212", "12112 12", "1111", "12?21212", "2121"])
def test_that_nothing_is_asked_of_sheets_scanned_from_both_sides_or_one(written):
    assert _asked(written) == []


def test_that_nothing_is_asked_where_print_outs_of_their_own_join_all():
    serials = ["000001", "000002", "000003"]
    pages = [read_page(1, serial) for serial in serials] + [read_page(2, serial) for serial in serials]

    assert find_pile_questions(pages, 2) == ()


def test_that_only_the_order_that_agrees_with_print_outs_is_offered():
    fronts = [read_page(1, serial, page_id=at) for at, serial in enumerate(["000001", "", ""], start=1)]
    backs = [read_page(2, serial, page_id=9 + at) for at, serial in enumerate(["", "", "000001"], start=1)]

    (question,) = find_pile_questions(fronts + backs, 2)

    assert question.orders == (RunOrder.TURNED,)
    assert [[page.page_id for page in form] for form in question.forms(RunOrder.TURNED)] == [[2, 11], [3, 10]]


def test_that_no_order_is_offered_that_joins_the_forms_of_two_units():
    units = ["09163", "09163", "09166", "09166"]
    pages = [read_page(side, "000001", unit=unit) for side in (1, 2) for unit in units]

    (question,) = find_pile_questions(pages, 2)

    assert question.orders == (RunOrder.SAME,)


def test_that_one_pile_does_not_count_as_twice_as_many_respondents():
    responses = build_responses(two_page_template(), delivered("111 222"))

    assert [response.is_rest for response in responses] == [False, False, False, True, True, True]


def test_that_the_question_says_what_came_where_and_how_to_answer():
    (question,) = find_pile_questions(delivered("11 22"), 2)
    (uneven,) = find_pile_questions(delivered("111 22"), 2)

    (line,) = pile_lines([question])
    assert line.startswith("question 2 x page 1, then 2 x page 2 (")
    assert line.endswith("with --backs same-order or --backs turned-pile")
    assert "no order fits" in next(pile_lines([uneven]))
    assert pile_as_dict(question)["orders"] == ["same-order", "turned-pile"]
    assert [run["count"] for run in pile_as_dict(uneven)["runs"]] == [3, 2]


@pytest.fixture
def pile(survey):
    """Three fronts, then three backs, in a survey."""
    for number, page in enumerate((1, 1, 1, 2, 2, 2), start=1):
        reading = kept_reading("000001")
        reading = replace(reading, identity=replace(reading.identity, page=page), items=(), marks=())
        deliver(survey, f"{number}.jpg", str(number) * 64, reading)
    return survey


def _joined(survey):
    pages = survey.pages()
    return places(pages, group_pages(pages, 2))


@pytest.mark.parametrize(
    ("order", "joined"), [(RunOrder.SAME, ["1+4", "2+5", "3+6"]), (RunOrder.TURNED, ["1+6", "2+5", "3+4"])]
)
def test_that_the_answer_joins_the_whole_pile_and_can_be_taken_back(pile, order, joined):
    (question,) = pile.pile_questions(pile.pages())

    assert join_pile(pile.store, question, order, "Lan") == 3

    assert _joined(pile) == joined
    assert pile.pile_questions(pile.pages()) == ()
    take_back(pile.store, pile.pages())
    assert _joined(pile) == ["1", "2", "3", "4", "5", "6"]


def test_that_a_pile_left_apart_is_not_asked_about_again(pile):
    (question,) = pile.pile_questions(pile.pages())

    leave_pile(pile.store, question, "Lan")

    assert pile.pile_questions(pile.pages()) == ()
    assert _joined(pile) == ["1", "2", "3", "4", "5", "6"]


def test_that_one_form_taken_back_does_not_let_its_pages_join_others(pile):
    (question,) = pile.pile_questions(pile.pages())
    join_pile(pile.store, question, RunOrder.SAME, "Lan")
    pages = pile.pages()

    take_back(pile.store, [pages[0], pages[3], pages[4]])

    assert _joined(pile) == ["1", "2", "3+6", "4", "5"]
