from form_templates.model import ItemId
from omr.responses import DeliveredPage
from omr.results import ItemReading, PageOutcome
from tests.bench.bench_same import differences, page_facts


def _pages(p_wrong: float) -> list[DeliveredPage]:
    reading = ItemReading(ItemId("q1"), ("1",), p_wrong, frozenset())
    return [DeliveredPage(7, 1, "a.jpg", 1, PageOutcome.READ, readings={reading.item_id: reading})]


def test_that_the_smallest_difference_is_seen() -> None:
    assert differences(page_facts(_pages(1e-6)), page_facts(_pages(1.0000000000000002e-6))) == ["a.jpg page 1"]
    assert differences(page_facts(_pages(1e-6)), page_facts(_pages(1e-6))) == []


def test_that_a_page_read_once_only_is_a_difference() -> None:
    assert differences(page_facts(_pages(1e-6)), {}) == ["a.jpg page 1"]
