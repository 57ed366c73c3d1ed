"""Issued, returned, valid: per unit and per batch, and each figure with its pages."""

from collections import Counter
from dataclasses import replace

from omr.responses import build_responses
from omr.results import PageOutcome
from omr.store.batch_records import BatchRecord
from omr.survey.ledger import Returned, tally_batches, tally_returns, total_of
from omr.units.unit_list import Unit
from tests.omr.build import read_page, two_page_template, unread_page

_UNITS = (Unit("09163", "Phường Vũ Ninh"), Unit("09166", "Phường Đáp Cầu"), Unit("09169", "Phường Thị Cầu"))


def _responses(*pages):
    numbered = [replace(page, page_id=number) for number, page in enumerate(pages, start=1)]
    return build_responses(two_page_template(), numbered)


def test_that_forms_are_counted_from_print_to_valid_with_the_pages_behind_each_figure():
    responses = _responses(read_page(1, "000001"), read_page(2, "000001"), read_page(1, "000002"))

    (row,) = tally_returns(_UNITS, responses, {"09163": 5}, valid={1})

    assert row.issued == 5
    assert row.forms == {
        Returned.ALL: 2, Returned.VALID: 1, Returned.NOT_VALID: 1, Returned.INCOMPLETE: 1
    }  # fmt: skip
    assert row.pages[Returned.ALL] == {1, 2, 3}
    assert row.pages[Returned.VALID] == {1, 2}
    assert row.pages[Returned.INCOMPLETE] == {3}
    assert row.return_rate == 0.4


def test_that_units_keep_their_order_and_strangers_and_the_unnamed_come_last():
    responses = _responses(read_page(1), read_page(1, "000001", unit="99999"), read_page(1, "000003", unit="09166"))

    rows = tally_returns(_UNITS, responses, {"09169": 3}, valid=())

    assert [row.unit.code for row in rows] == ["09166", "09169", "99999", ""]
    assert [row.return_rate for row in rows] == [None, 0.0, None, None]


def test_that_no_form_is_lost_between_the_units_and_their_sum():
    responses = _responses(*(read_page(1, f"{n:06}", unit=f"0916{n % 4}") for n in range(9)))

    total = total_of(tally_returns(_UNITS, responses, {"09163": 4, "09166": 2}, valid={1, 2, 3}))

    assert (total.issued, total.forms[Returned.ALL], total.forms[Returned.VALID]) == (6, 9, 3)
    assert len(total.pages[Returned.ALL]) == 9


def test_that_the_pages_of_a_batch_sum_to_what_was_delivered():
    batches = (BatchRecord(1, True, "2020-11-18T08:00:00+07:00", ""), BatchRecord(2, False, "", ""))
    pages = [read_page(1), read_page(2), unread_page(), unread_page(PageOutcome.BLANK)]

    last, first = tally_batches(batches, pages)

    assert (last.record.number, last.delivered) == (2, 0)
    assert first.delivered == 4
    assert Counter(first.outcomes) == Counter({PageOutcome.READ: 2, PageOutcome.UNREADABLE: 1, PageOutcome.BLANK: 1})
