"""The table of delivered pages, without a widget."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from gui.scan.page_scope import EVERYTHING, PageScope
from gui.scan.pages.page_filter import PageFilter
from gui.scan.pages.page_table_model import PAGE_ROLE, PageColumn, PageTableModel
from omr.responses import DeliveredPage
from omr.results import Flag, IdentitySource, ItemReading, PageIdentity, PageOutcome, Reason, Verification

_IDENTITY = PageIdentity("tiny", 1, 2, "09163", "000007", IdentitySource.CODE)
_FLAGGED = {"q1": ItemReading("q1", ("a",), 0.2, frozenset({Flag.UNCERTAIN}))}
_READ = DeliveredPage(1, 1, "quét.pdf", 3, PageOutcome.READ, identity=_IDENTITY, readings=_FLAGGED)
_REFUSED = DeliveredPage(None, 1, "khóa.pdf", 1, PageOutcome.UNREADABLE, Reason.FILE_ENCRYPTED)


@pytest.fixture
def model(qapp):
    model = PageTableModel({"09163": "Phường Vũ Ninh"})
    model.show_pages([_READ, _REFUSED], {1: 12})
    return model


def _row(model, row):
    return [model.index(row, column).data() for column in PageColumn]


def test_that_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)

    assert (model.rowCount(), model.columnCount()) == (2, len(PageColumn))


def test_that_a_read_page_says_where_it_belongs_and_what_waits(model):
    assert _row(model, 0) == ["1", "quét.pdf", "3", "Read", "Phường Vũ Ninh", "000007", "2", "12", "1", ""]


def test_that_a_file_that_could_not_be_opened_has_a_row_with_its_reason(model):
    assert _row(model, 1) == ["2", "khóa.pdf", "1", "Unreadable", "", "", "", "", "", "The file has a password"]


def test_that_a_state_is_told_by_a_sign_besides_its_word(model):
    assert not model.index(0, PageColumn.STATE).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_that_a_decided_item_counts_no_longer_as_flagged(model):
    decided = replace(_READ, verifications={"q1": Verification(("a",), "Lan", "2020-11-20T08:00:00+07:00")})
    model.show_pages([decided], {})

    assert model.index(0, PageColumn.FLAGS).data() == ""


def test_that_pages_are_sorted_by_value_and_keep_their_numbers(model):
    pages = [replace(_READ, page_in_file=number) for number in (10, 9, 100)]
    model.show_pages(pages, {})

    model.sort(PageColumn.PAGE_IN_FILE, Qt.SortOrder.DescendingOrder)

    shown = [
        (model.index(row, PageColumn.NUMBER).data(), model.index(row, PageColumn.PAGE_IN_FILE).data())
        for row in range(3)
    ]
    assert shown == [("3", "100"), ("1", "10"), ("2", "9")]
    assert [model.row_of(place) for place in range(3)] == [1, 2, 0]


def test_that_a_chosen_page_stays_chosen_when_the_order_changes(model):
    chosen = QPersistentModelIndex(model.index(1, 0))

    model.sort(PageColumn.NUMBER, Qt.SortOrder.DescendingOrder)

    assert chosen.row() == 0
    assert chosen.data(PAGE_ROLE) == _REFUSED


def test_that_an_unknown_unit_is_shown_by_its_code(model):
    model.show_pages([replace(_READ, assigned_unit="99")], {})

    assert model.index(0, PageColumn.UNIT).data() == "99"


def _shown(model, scope, outcome):
    proxy = PageFilter(model)
    proxy.show(scope, outcome)
    return [proxy.index(row, 0).data(PAGE_ROLE) for row in range(proxy.rowCount())]


def test_that_pages_are_filtered_by_outcome_batch_and_by_the_figure_they_stand_for(model):
    duplicate = replace(_READ, batch=2, outcome=PageOutcome.DUPLICATE)
    model.show_pages([_READ, _REFUSED, duplicate], {})

    assert _shown(model, EVERYTHING, None) == [_READ, _REFUSED, duplicate]
    assert _shown(model, EVERYTHING, PageOutcome.UNREADABLE) == [_REFUSED]
    assert _shown(model, PageScope(batch=2), None) == [duplicate]
    assert _shown(model, PageScope(page_ids=frozenset({1})), None) == [_READ]  # the duplicate does not count


def test_that_a_page_that_does_not_count_belongs_to_no_respondent(model):
    model.show_pages([replace(_READ, outcome=PageOutcome.DUPLICATE)], {1: 12})

    assert model.index(0, PageColumn.RESPONDENT).data() == ""
