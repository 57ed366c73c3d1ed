"""Finding one answer among the delivered pages, to decide it again."""

from omr.responses import DeliveredPage
from omr.results import ItemReading, PageOutcome
from omr.review import find_entry

_READING = ItemReading("q1", ("a",), 0.0, frozenset())


def _page(page_id, outcome=PageOutcome.READ):
    return DeliveredPage(page_id, 1, "s.pdf", 1, outcome, readings={"q1": _READING})


def test_that_an_answer_is_found_whether_it_is_flagged_or_not():
    entry = find_entry([_page(1), _page(2)], 2, "q1")

    assert entry is not None
    assert (entry.page.page_id, entry.item_id, entry.reading) == (2, "q1", _READING)


def test_that_of_a_page_delivered_twice_the_one_that_counts_is_found():
    duplicate, counted = _page(1, PageOutcome.DUPLICATE), _page(1)

    assert find_entry([duplicate, counted], 1, "q1").page is counted


def test_that_what_is_not_there_is_not_found():
    assert find_entry([_page(1)], 2, "q1") is None
    assert find_entry([_page(1)], 1, "q2") is None
