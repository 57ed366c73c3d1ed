"""Which pages belong to one respondent, and whose word counts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from form_templates.model import ItemId
from omr.respondents.grouping import group_pages
from omr.responses import DeliveredPage, ItemAnswer, build_responses, effective_answer
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


def test_that_pages_may_come_from_an_iterator():
    pages = _numbered(read_page(1, "000001"), read_page(2, "000002"))
    pages[1] = replace(pages[1], joined_to=1)

    assert _ids_of(group_pages(iter(pages), 2)) == [[1, 2]]


def test_that_a_page_joined_by_a_person_does_not_change_the_order_of_respondents():
    pages = _numbered(*[read_page(1, f"00000{number}") for number in (1, 2, 3)], read_page(2, "000009"))
    pages[0] = replace(pages[0], joined_to=1)
    pages[3] = replace(pages[3], joined_to=2)

    assert _ids_of(group_pages(pages, 2)) == [[1], [2, 4], [3]]


def test_that_a_page_that_was_not_read_joins_nobody():
    pages = _numbered(read_page(1, "000001"), unread_page(), read_page(2, "000001"))
    pages[1] = replace(pages[1], joined_to=1)

    assert _ids_of(group_pages(pages, 2)) == [[1, 3]]


def test_that_later_pages_of_a_print_out_find_it_by_the_page_that_tells_its_serial():
    pages = [read_page(1, ""), read_page(2, "000001"), read_page(1, "000002"), read_page(3, "000001")]

    assert _shape(group_pages(pages, 3)) == [(("", 1), ("000001", 2), ("000001", 3)), (("000002", 1),)]


def test_that_a_page_without_serial_between_two_print_outs_belongs_to_the_first():
    pages = [read_page(1, "000001"), read_page(2, ""), read_page(3, "000002")]

    assert _shape(group_pages(pages, 3)) == [(("000001", 1), ("", 2)), (("000002", 3),)]


def test_that_a_foreign_page_separates_pages_without_serial():
    pages = [read_page(1, ""), unread_page(PageOutcome.FOREIGN), read_page(2, "")]

    assert len(group_pages(pages, 2)) == 2


def test_that_a_blank_back_does_not_mend_the_gap_that_an_unread_page_leaves():
    pages = [read_page(1, ""), unread_page(), unread_page(PageOutcome.BLANK), read_page(2, "")]

    assert len(group_pages(pages, 2)) == 2


def test_that_respondents_are_numbered_from_one_in_order_of_delivery():
    pages = [read_page(1, "000001"), read_page(1, "000002"), read_page(2, "000002")]

    responses = build_responses(two_page_template(), pages)

    assert [(response.number, response.sheet) for response in responses] == [(1, "000001"), (2, "000002")]


def test_that_a_respondent_is_known_by_whichever_page_tells_unit_and_serial():
    (response,) = build_responses(two_page_template(), [read_page(1, ""), read_page(2, "000007", unit="09166")])

    assert (response.sheet, response.unit) == ("000007", "09166")
    assert response.missing_pages == ()


def test_that_a_respondent_whose_pages_tell_nothing_has_neither_sheet_nor_unit():
    (response,) = build_responses(two_page_template(), [read_page(1, ""), read_page(2, "")])

    assert (response.sheet, response.unit) == ("", "")


def test_that_a_respondent_counts_in_the_batch_of_the_first_page():
    pages = [read_page(1, "000001", batch=1), read_page(2, "000001", batch=2)]

    (response,) = build_responses(two_page_template(), pages)

    assert response.batch == 1


def test_that_every_answer_comes_from_its_own_page():
    front, back = read_page(1, "000001"), read_page(2, "000001", answer=("no",))

    (response,) = build_responses(two_page_template(), [back, front])

    assert [(answer.item_id, answer.answer, answer.page) for answer in response.answers] == [
        ("q1", ("yes",), front),
        ("q2", ("no",), back),
    ]


def test_that_an_item_on_a_missing_page_is_as_good_as_wrong():
    missing = frozenset({Flag.MISSING_PAGE})

    assert effective_answer(ItemId("q1"), None) == ItemAnswer("q1", None, AnswerStatus.FLAGGED, 1.0, None, missing)


def test_that_an_answer_nobody_doubts_is_accepted():
    page = read_page(1, "000001")

    answer = effective_answer(ItemId("q1"), page)

    assert answer == ItemAnswer("q1", ("yes",), AnswerStatus.ACCEPTED, 1e-6, ("yes",), frozenset(), page)


def test_that_what_people_say_of_an_item_flags_it_beside_what_the_engine_says():
    page = read_page(1, "000001", flags=frozenset({Flag.FAINT_MARK}))
    q1, q2 = ItemId("q1"), ItemId("q2")

    disputed = effective_answer(q1, replace(page, disputed=frozenset({q1}), doubted=frozenset({q2})))
    doubted = effective_answer(q1, replace(read_page(1, "000001"), disputed=frozenset({q2}), doubted=frozenset({q1})))

    assert (disputed.flags, disputed.status) == ({Flag.FAINT_MARK, Flag.DISPUTED}, AnswerStatus.FLAGGED)
    assert (doubted.flags, doubted.status) == ({Flag.DOUBTED}, AnswerStatus.FLAGGED)


def test_that_an_undoubted_page_shares_the_flags_of_its_readings():
    page = read_page(1, "000001", flags=frozenset({Flag.FAINT_MARK}))

    assert page.doubts(ItemId("q1")) is page.readings[ItemId("q1")].flags  # millions of them are kept in memory


def test_that_a_person_may_find_an_item_unreadable():
    decision = Verification(None, "Lan", "2020-11-18T09:00:00+07:00")
    page = replace(read_page(1, "000001"), verifications={ItemId("q1"): decision})

    answer = effective_answer(ItemId("q1"), page)

    assert (answer.answer, answer.status, answer.verification) == (None, AnswerStatus.VERIFIED, decision)


def test_that_a_page_counts_for_the_unit_a_person_named_else_for_the_printed_one():
    printed = read_page(1, "000001", unit="09163")
    unknown = DeliveredPage(None, 1, "scan.pdf", 1, PageOutcome.UNREADABLE)

    assert printed.unit == "09163"
    assert replace(printed, assigned_unit="09166").unit == "09166"
    assert replace(unknown, assigned_unit="09166").unit == "09166"
    assert unknown.unit == ""


def test_that_a_page_that_was_read_has_no_reason_why_not():
    page = read_page(1, "000001")

    assert (page.reason, page.detail) == (None, "")
