"""Pages that share a serial, or have none, are joined by their order only where that order is beyond doubt."""

import pytest

from omr.respondents.grouping import group_pages
from omr.results import PageOutcome
from tests.omr.build import read_page, unread_page
from tests.omr.respondents.sequences import delivered, places


def _grouped(written, pages_per_form=2, serial="000001"):
    pages = delivered(written, serial)
    return places(pages, group_pages(pages, pages_per_form))


@pytest.mark.parametrize("serial", ["000001", ""])
@pytest.mark.parametrize(
    ("written", "pages_per_form", "joined"),
    [
        ("1212", 2, ["1+2", "3+4"]),
        ("2121", 2, ["1+2", "3+4"]),
        ("12121", 2, ["1+2", "3+4", "5"]),
        ("1212 2121", 2, ["1+2", "3+4", "5+6", "7+8"]),
        ("1-1-12", 2, ["1", "3", "5+6"]),
        ("4123 4123", 4, ["1+2+3+4", "5+6+7+8"]),
        ("1111", 1, ["1", "2", "3", "4"]),
    ],
)
def test_that_whole_forms_in_one_order_are_joined(written, pages_per_form, joined, serial):
    assert _grouped(written, pages_per_form, serial) == joined


@pytest.mark.parametrize("serial", ["000001", ""])
@pytest.mark.parametrize(
    ("written", "pages_per_form", "joined"),
    [
        ("1111 2222", 2, ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("2222 1111", 2, ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("111 22", 2, ["1", "2", "3", "4", "5"]),
        ("11 2", 2, ["1", "2", "3"]),
        ("12 12 11 22", 2, ["1+2", "3+4", "5", "6", "7", "8"]),
        ("11 22 12", 2, ["1", "2", "3", "4", "5+6"]),
        ("11 22 33", 3, ["1", "2", "3", "4", "5", "6"]),
        ("13 13 24 24", 4, ["1+2", "3+4", "5+6", "7+8"]),
        ("13 13 42 42", 4, ["1+2", "3+4", "5+6", "7+8"]),
        ("12 12 34 34", 4, ["1+2", "3+4", "5+6", "7+8"]),
        ("13 13 2-2-", 3, ["1+2", "3+4", "5", "7"]),
    ],
)
def test_that_nothing_is_joined_where_sides_were_scanned_apart(written, pages_per_form, joined, serial):
    assert _grouped(written, pages_per_form, serial) == joined


@pytest.mark.parametrize("serial", ["000001", ""])
@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("12?21212", ["1+2", "4", "5+6", "7+8"]),
        ("1221212", ["1+2", "3", "4+5", "6+7"]),
        ("1211212", ["1+2", "3", "4+5", "6+7"]),
        ("?21212", ["2", "3+4", "5+6"]),
        ("21212", ["1", "2", "3", "4", "5"]),  # the first front is missing, or the last
    ],
)
def test_that_a_lost_side_does_not_shift_the_pages_of_all_who_follow(written, joined, serial):
    assert _grouped(written, serial=serial) == joined


def test_that_print_outs_of_their_own_join_sides_scanned_apart_and_what_lies_between():
    fronts = [read_page(1, serial, page_id=at) for at, serial in enumerate(["000001", "", "000003", ""], start=1)]
    backs = [read_page(2, f"00000{at}", page_id=10 + at) for at in (1, 2, 3, 4)]

    joined = places(fronts + backs, group_pages(fronts + backs, 2))
    turned = places(fronts + backs[::-1], group_pages(fronts + backs[::-1], 2))

    assert joined == ["1+5", "2+6", "3+7", "4", "8"]
    assert turned == ["1+8", "2+7", "3+6", "4", "5"]


def test_that_a_front_with_an_unread_code_does_not_take_the_back_that_follows_all_fronts():
    pages = [read_page(1, "000001"), read_page(1, "000002"), read_page(1, "")]
    pages += [read_page(2, "000001"), read_page(2, "000002"), read_page(2, "000003")]

    assert places(pages, group_pages(pages, 2)) == ["1+4", "2+5", "3", "6"]


def test_that_fronts_and_backs_read_one_after_the_other_are_never_joined_by_place():
    pages = delivered("111", batch=1) + delivered("222", batch=2)

    assert len(group_pages(pages, 2)) == 6


def test_that_a_cover_between_runs_does_not_hide_that_sides_were_scanned_apart():
    pages = [*delivered("111"), unread_page(PageOutcome.COVER), *delivered("222")]

    assert len(group_pages(pages, 2)) == 6


@pytest.mark.parametrize("serial", ["000001", ""])
@pytest.mark.parametrize(("order", "pages_per_form"), [((1, 2), 2), ((1, 2, 3, 4), 4)])
@pytest.mark.parametrize("sign", ["", "?"])
def test_that_no_single_page_lost_or_unread_joins_the_pages_of_two_people(serial, order, pages_per_form, sign):
    whole = [(person, str(number)) for person in range(5) for number in order]
    for fault in range(len(whole)):
        signs = [(person, sign if at == fault else number) for at, (person, number) in enumerate(whole)]
        owners = [person for person, written in signs if written]
        pages = delivered("".join(written for _, written in signs), serial)
        person_of = {id(page): person for page, person in zip(pages, owners, strict=True)}

        groups = group_pages(pages, pages_per_form)

        assert all(len({person_of[id(page)] for page in group}) == 1 for group in groups), fault


def test_that_a_front_and_a_back_that_are_left_of_photocopies_are_not_joined_by_their_shared_serial():
    assert _grouped("12 1? 12 ?2 12") == ["1+2", "3", "5+6", "8", "9+10"]


def test_that_of_photocopies_with_an_unread_page_in_the_middle_the_others_stay_together():
    assert _grouped("1234 12?4 1234", 4) == ["1+2+3+4", "5+6+8", "9+10+11+12"]


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("aaa1 2bbb", ["4", "5"]),  # all fronts, then all backs, of which all but one were scanned before
        ("1a1a b2b2", ["1", "3", "6", "8"]),
        ("ab ab 12 ab", ["5+6"]),
        ("12 12 a 2", ["1+2", "3+4", "6"]),
        ("1a2", ["1", "3"]),
    ],
)
def test_that_other_scans_between_pages_tell_in_which_order_they_came(written, joined):
    assert _grouped(written, 2, "") == joined


@pytest.mark.parametrize("serial", ["000001", ""])
def test_that_no_front_is_joined_with_a_back_because_the_pages_around_them_were_scanned_before(serial):
    pages = [*delivered("121212", serial), *delivered("aaa1 2bbb", serial, batch=2)]

    assert places(pages, group_pages(pages, 2)) == ["1+2", "3+4", "5+6", "10", "11"]
