"""Which page leaves the count: the later one, with the other side of its sheet, and never one of another print-out."""

from omr.rescans.same_sheets import mark_same_sheets, suspected_places
from omr.rescans.sheet_index import Likeness
from omr.results import PageOutcome, Reason
from tests.omr.build import read_page, unread_page

_SURE, _PERHAPS = Likeness.SURE, Likeness.SUSPECTED


def _like(*pairs):
    found = {}
    for one, other, likeness in pairs:
        found.setdefault(one, {})[other] = likeness
        found.setdefault(other, {})[one] = likeness
    return lambda page_id: found.get(page_id, {})


def _never(_one, _other):
    return False


def _always(_one, _other):
    return True


def _duplicates(pages, likenesses, is_consistent=_never):
    marked = mark_same_sheets(pages, likenesses, is_consistent)
    assert len(marked) == len(pages)
    return [page.page_id for page in marked if page.outcome is PageOutcome.DUPLICATE]


def test_that_the_later_page_in_delivered_order_leaves_the_count_whatever_the_keys():
    pages = [read_page(1, page_id=7, source="a.pdf"), read_page(1, page_id=3, source="b.pdf")]

    (first, second) = mark_same_sheets(pages, _like((3, 7, _SURE)), _never)

    assert first == pages[0]
    assert (second.outcome, second.reason, second.detail) == (PageOutcome.DUPLICATE, Reason.SAME_SHEET, "a.pdf, page 1")
    assert second.readings == pages[1].readings


def test_that_a_third_scan_is_a_duplicate_of_the_first():
    pages = [read_page(1, page_id=key, source=f"{key}.jpg") for key in (1, 2, 3)]

    marked = mark_same_sheets(pages, _like((1, 2, _SURE), (2, 3, _SURE), (1, 3, _SURE)), _never)

    assert [page.detail for page in marked] == ["", "1.jpg, page 1", "1.jpg, page 1"]


def test_that_a_suspicion_changes_nothing_but_is_named():
    pages = [read_page(1, page_id=1), read_page(1, page_id=2)]

    assert _duplicates(pages, _like((1, 2, _PERHAPS))) == []
    assert suspected_places(pages, _like((1, 2, _PERHAPS))) == [1]


def test_that_pages_with_different_readable_serials_are_two_sheets():
    pages = [read_page(1, "000001", page_id=1), read_page(1, "000002", page_id=2)]

    assert _duplicates(pages, _like((1, 2, _SURE))) == []
    assert suspected_places(pages, _like((1, 2, _SURE))) == []


def test_that_the_other_side_goes_with_its_sheet_if_nothing_speaks_against_it():
    pages = [read_page(number, "000001", page_id=key) for key, number in ((1, 1), (2, 2), (3, 1), (4, 2))]

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3, 4]
    assert _duplicates(pages, _like((1, 3, _SURE)), _never) == [3]
    assert _duplicates(pages, _like((2, 4, _SURE)), _always) == [3, 4]


def test_that_a_neighbour_from_another_print_out_stays():
    pages = [
        read_page(1, "000001", page_id=1), read_page(2, "000001", page_id=2),
        read_page(1, "000001", page_id=3), read_page(2, "000002", page_id=4),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_unread_pages_are_left_as_they_are():
    pages = [read_page(1, page_id=1), unread_page(), read_page(1, page_id=2)]

    assert _duplicates(pages, _like((1, 2, _SURE), (1, 99, _SURE)), _always) == [2]
