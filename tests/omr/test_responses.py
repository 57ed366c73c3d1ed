"""Which pages belong to one respondent, and whose word counts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from form_templates.model import ItemId
from omr.responses import build_responses, group_pages
from omr.results import AnswerStatus, Flag, PageOutcome, Verification
from tests.omr.build import read_page, two_page_template, unread_page


def _shape(groups):
    return [tuple((page.identity.serial, page.identity.page) for page in group) for group in groups]


def test_that_neighbouring_pages_of_one_print_out_are_one_respondent():
    pages = [read_page(1, "000001"), read_page(2, "000001"), read_page(1, "000002"), read_page(2, "000002")]

    groups = group_pages(pages, 2)

    assert _shape(groups) == [(("000001", 1), ("000001", 2)), (("000002", 1), ("000002", 2))]


def test_that_photocopies_sharing_a_serial_stay_apart():
    pages = [read_page(1, "000001"), read_page(2, "000001")] * 3

    assert len(group_pages(pages, 2)) == 3


def test_that_a_back_scanned_before_its_front_is_put_in_order():
    pages = [read_page(2, "000001"), read_page(1, "000001")]

    assert _shape(group_pages(pages, 2)) == [(("000001", 1), ("000001", 2))]


def test_that_fronts_scanned_before_all_backs_are_joined_by_serial():
    serials = ["000001", "000002", "000003"]
    pages = [read_page(1, serial) for serial in serials] + [read_page(2, serial) for serial in serials]

    assert _shape(group_pages(pages, 2)) == [((serial, 1), (serial, 2)) for serial in serials]


def test_that_copies_of_one_serial_are_not_joined_when_more_than_one_way_exists():
    pages = [read_page(1, "000001"), read_page(1, "000001"), read_page(1, "000002"), read_page(2, "000001")]

    groups = group_pages(pages, 2)

    assert len(groups) == 4


def test_that_the_same_serial_of_two_units_is_two_respondents():
    pages = [read_page(1, "000001", unit="09163"), read_page(2, "000001", unit="09166")]

    assert len(group_pages(pages, 2)) == 2


def test_that_a_page_without_serial_joins_its_direct_neighbour():
    pages = [read_page(1, "000001"), read_page(2, ""), read_page(1, ""), read_page(2, "000003")]

    assert _shape(group_pages(pages, 2)) == [(("000001", 1), ("", 2)), (("", 1), ("000003", 2))]


def test_that_a_page_without_serial_does_not_reach_across_an_unread_page():
    pages = [read_page(1, "000001"), unread_page(), read_page(2, "")]

    assert len(group_pages(pages, 2)) == 2


def test_that_a_blank_back_between_pages_separates_nothing():
    pages = [read_page(1, ""), unread_page(PageOutcome.BLANK), read_page(2, "")]

    assert len(group_pages(pages, 2)) == 1


def test_that_pages_of_different_batches_are_no_neighbours():
    pages = [read_page(1, "", batch=1), read_page(2, "", batch=2)]

    assert len(group_pages(pages, 2)) == 2


def test_that_a_missing_page_is_named_and_its_items_are_flagged():
    (response,) = build_responses(two_page_template(), [read_page(1, "000001")])

    assert response.missing_pages == (2,)
    assert response.answers[1].flags == {Flag.MISSING_PAGE}
    assert response.answers[1].status is AnswerStatus.FLAGGED
    assert response.answers[1].answer is None


def test_that_a_verification_outranks_the_reading_and_keeps_it():
    decision = Verification(("no",), "Lan", "2020-11-18T09:00:00+07:00")
    page = replace(read_page(1, "000001"), verifications={ItemId("q1"): decision})

    (response,) = build_responses(two_page_template(), [page])

    answer = response.answers[0]
    assert (answer.answer, answer.status, answer.reading) == (("no",), AnswerStatus.VERIFIED, ("yes",))


def test_that_a_unit_named_by_a_person_outranks_the_printed_one():
    page = replace(read_page(1, "000001", unit="09163"), assigned_unit="09166")

    (response,) = build_responses(two_page_template(), [page])

    assert response.unit == "09166"


@given(st.lists(st.tuples(st.integers(1, 2), st.sampled_from(["", "000001", "000002"]), st.booleans()), max_size=12))
def test_that_every_read_page_belongs_to_exactly_one_respondent(drawn):
    pages = [
        replace(read_page(number, serial, page_id=index), outcome=PageOutcome.READ if ok else PageOutcome.UNREADABLE)
        for index, (number, serial, ok) in enumerate(drawn)
    ]

    groups = group_pages(pages, 2)

    grouped = sorted(page.page_id for group in groups for page in group)
    assert grouped == [page.page_id for page in pages if page.outcome is PageOutcome.READ]
    assert all(len({page.identity.page for page in group}) == len(group) for group in groups)


def _numbered(*pages):
    return [replace(page, page_id=number) for number, page in enumerate(pages, start=1)]


def _ids_of(groups):
    return [[page.page_id for page in group] for group in groups]


def test_that_pages_joined_by_a_person_are_one_respondent_whatever_is_printed():
    front, other_front, other_back = _numbered(read_page(1, "000001"), read_page(1, "000002"), read_page(2, "000002"))
    pages = [replace(front, joined_to=1), other_front, replace(other_back, joined_to=1)]

    assert _ids_of(group_pages(pages, 2)) == [[1, 3], [2]]


def test_that_a_page_set_apart_stands_alone_and_its_neighbours_stay_together():
    pages = _numbered(read_page(1, "000001"), read_page(1, "000002"), read_page(2, "000002"))
    pages[2] = replace(pages[2], joined_to=3)

    assert _ids_of(group_pages(pages, 2)) == [[1], [2], [3]]


def test_that_no_respondent_gets_one_page_number_twice_also_when_a_person_said_so():
    pages = _numbered(read_page(1, "000001"), read_page(2, "000001"), read_page(2, "000002"))
    pages[2] = replace(pages[2], joined_to=1)

    assert _ids_of(group_pages(pages, 2)) == [[1, 2], [3]]


def test_that_a_page_joined_to_one_that_is_gone_is_not_lost():
    pages = _numbered(read_page(1, "000001"), read_page(2, "000001"))
    pages[1] = replace(pages[1], joined_to=77)

    assert _ids_of(group_pages(pages, 2)) == [[1], [2]]


def test_that_a_unit_named_for_the_back_overrules_what_is_printed_on_the_front():
    back = replace(read_page(2, "000001"), assigned_unit="09166")

    assert build_responses(two_page_template(), [read_page(1, "000001"), back])[0].unit == "09166"
