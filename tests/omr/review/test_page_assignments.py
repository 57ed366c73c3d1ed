"""Putting pages together and setting them apart, as a person says."""

import pytest

from omr.rescans.sheet_questions import SheetPair, SheetQuestion
from omr.respondents.grouping import group_pages
from omr.responses import Aspect
from omr.results import PageOutcome
from omr.review.corner_pinning import corners_of_upright, turn_of_corners
from omr.review.hand_entry import HandEntry
from omr.review.page_assignments import (
    JoinProblem,
    ask_again,
    count_both,
    count_once,
    join_pages,
    join_problem,
    name_unit,
    set_apart,
    take_back,
)
from omr.settings import ReadingConditions
from omr.store.change_log import ChangeKind, read_changes
from omr.store.deliveries import Content
from tests.omr.build import UNPLACED, deliver, kept_reading, read_page, unread_page


@pytest.fixture
def delivered(survey):
    """Two forms, each with page 1 only by its code; then one that could not be read."""
    for number, reading in enumerate((kept_reading("000001"), kept_reading("000002"), UNPLACED), start=1):
        deliver(survey, f"{number}.jpg", str(number) * 64, reading)
    return survey


def _groups(survey):
    return [[page.page_id for page in group] for group in group_pages(survey.pages(), 2)]


@pytest.mark.parametrize(
    ("pages", "problem"),
    [
        ([read_page(1)], JoinProblem.TOO_FEW),
        ([read_page(1), unread_page()], JoinProblem.NOT_READ),
        ([read_page(1), read_page(1)], JoinProblem.SAME_PAGE),
        ([read_page(2), read_page(1)], None),
    ],
)
def test_that_only_different_read_pages_can_be_one_form(pages, problem):
    assert join_problem(pages) is problem


def test_that_joined_pages_leave_those_they_were_with(delivered):
    entry = HandEntry(delivered.template, 2)
    for item in entry.items:
        entry.answer(item.item_id, ())
    entry.keep(delivered.store, 3, 0, "Lan")
    first, _, back = delivered.pages()
    assert _groups(delivered) == [[1], [2, 3]]

    join_pages(delivered.store, [first, back], "Lan")

    assert _groups(delivered) == [[1, 3], [2]]


def test_that_pages_set_apart_stand_alone_until_it_is_taken_back(delivered):
    entry = HandEntry(delivered.template, 2)
    for item in entry.items:
        entry.answer(item.item_id, None)
    entry.keep(delivered.store, 3, 0, "Lan")

    set_apart(delivered.store, delivered.pages()[2:], "Minh")
    apart = _groups(delivered)
    take_back(delivered.store, delivered.pages(), (Aspect.RESPONDENT,))

    assert apart == [[1], [2], [3]]
    assert _groups(delivered) == [[1], [2, 3]]


def test_that_taking_back_everything_leaves_the_survey_as_it_was_delivered(delivered):
    before = delivered.pages()
    name_unit(delivered.store, before, "09166", "Lan")
    set_apart(delivered.store, before[:2], "Lan")

    take_back(delivered.store, delivered.pages())

    assert delivered.pages() == before


def test_that_a_hand_entry_asks_for_every_item_and_goes_on_from_the_last_to_the_first_open(survey):
    entry = HandEntry(survey.template, 1)
    last = len(entry.items) - 1
    entry.answer(entry.items[last].item_id, ())

    assert entry.missing == last
    assert entry.next_open(last) == 0
    with pytest.raises(AssertionError):
        entry.keep(survey.store, 1, 0, "Lan")


def test_that_a_typed_page_counts_as_verified_and_is_not_asked_for_in_review(delivered):
    entry = HandEntry(delivered.template, 1)
    for item in entry.items:
        entry.answer(item.item_id, () if item.options else ("x",))
    entry.keep(delivered.store, 3, 90, "Lan")

    page = delivered.pages()[2]

    assert page.outcome is PageOutcome.READ
    assert set(page.verifications) == set(page.readings)
    assert {verification.operator for verification in page.verifications.values()} == {"Lan"}


@pytest.mark.parametrize("turned_deg", [0, 90, 180, 270])
def test_that_corners_of_an_upright_view_name_the_turn_they_came_from(turned_deg):
    scan = ((0.0, 0.0), (100.0, 0.0), (100.0, 140.0), (0.0, 140.0))

    assert turn_of_corners(corners_of_upright(scan, turned_deg)) == turned_deg


def test_that_a_unit_named_by_a_person_survives_a_second_delivery_of_the_file(delivered):
    first = delivered.pages()[0]
    name_unit(delivered.store, [first], "09166", "Lan")
    batch = delivered.store.batches.start(ReadingConditions())
    delivered.store.deliveries.add(batch, "again.jpg", "09163", Content("1" * 64, ".jpg", None), 10)

    counted, *_, again = delivered.pages()

    assert counted.unit == "09166"
    assert again.outcome is PageOutcome.DUPLICATE


@pytest.fixture
def scanned_twice(survey):
    """Two pages that are perhaps scans of one sheet, and the question about them."""
    for number in (1, 2):
        deliver(survey, f"{number}.jpg", str(number) * 64, kept_reading(""))
    pages = tuple(survey.pages())
    return survey, SheetQuestion((SheetPair(*pages),))


def _counted(survey):
    return [page.source for page in survey.pages() if page.outcome is PageOutcome.READ]


def test_that_a_sheet_scanned_twice_counts_as_the_person_says_until_that_is_taken_back(scanned_twice):
    survey, question = scanned_twice

    count_once(survey.store, question, "Lan")
    assert _counted(survey) == ["1.jpg"]
    assert survey.pages()[1].said_by == {Aspect.SHEET: "Lan"}
    ask_again(survey.store, question)
    assert _counted(survey) == ["1.jpg", "2.jpg"]

    count_once(survey.store, question, "Lan", keeps_later=True)
    assert _counted(survey) == ["2.jpg"]
    ask_again(survey.store, question)

    count_both(survey.store, question, "Minh")
    assert [page.same_sheet_as for page in survey.pages()] == [None, 2]
    take_back(survey.store, survey.pages())
    assert [page.same_sheet_as for page in survey.pages()] == [None, None]


def test_that_what_was_said_of_two_scans_stands_in_the_log_of_decisions(scanned_twice):
    survey, question = scanned_twice
    count_both(survey.store, question, "Lan")
    count_once(survey.store, question, "Minh")

    first, second = read_changes(survey.store.database, survey.pages())

    assert (first.kind, first.operator, first.value, bool(first.replaced_at)) == (ChangeKind.SHEET, "Lan", "2", True)
    assert (second.kind, second.operator, second.page_id, second.value) == (ChangeKind.SHEET, "Minh", 2, "1")
