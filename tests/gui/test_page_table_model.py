"""The table of delivered pages, without a widget."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui.models.page_table_model import OUTCOME_ROLE, PAGE_ROLE, SORT_ROLE, Column, PageTableModel
from omr.responses import DeliveredPage
from omr.results import Flag, IdentitySource, ItemReading, PageIdentity, PageOutcome, Reason, Verification

_IDENTITY = PageIdentity("tiny", 1, 2, "09163", "000007", IdentitySource.CODE)
_FLAGGED = {"q1": ItemReading("q1", ("a",), 0.2, frozenset({Flag.UNCERTAIN}))}
_READ = DeliveredPage(1, 1, "quét.pdf", 3, PageOutcome.READ, identity=_IDENTITY, readings=_FLAGGED)
_REFUSED = DeliveredPage(None, 1, "khóa.pdf", 1, PageOutcome.UNREADABLE, Reason.FILE_ENCRYPTED.value)


@pytest.fixture
def model(qapp):
    model = PageTableModel({"09163": "Phường Vũ Ninh"})
    model.show_pages([_READ, _REFUSED])
    return model


def _row(model, row):
    return [model.index(row, column).data() for column in Column]


def test_that_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)


def test_that_a_read_page_says_where_it_belongs_and_what_waits(model):
    assert _row(model, 0) == ["1", "quét.pdf", "3", "Read", "Phường Vũ Ninh", "000007", "2", "1", ""]


def test_that_a_file_that_could_not_be_opened_has_a_row_with_its_reason(model):
    assert _row(model, 1) == ["2", "khóa.pdf", "1", "Unreadable", "", "", "", "", "The file has a password"]


def test_that_a_state_is_told_by_a_sign_besides_its_word(model):
    assert not model.index(0, Column.STATE).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_that_a_decided_item_counts_no_longer_as_flagged(model):
    decided = replace(_READ, verifications={"q1": Verification(("a",), "Lan", "2020-11-20T08:00:00+07:00")})
    model.show_pages([decided])

    assert model.index(0, Column.FLAGS).data() == ""


def test_that_sorting_and_filtering_get_native_values(model):
    index = model.index(0, Column.PAGE_IN_FILE)

    assert index.data(SORT_ROLE) == 3
    assert index.data(OUTCOME_ROLE) == "read"
    assert index.data(PAGE_ROLE) == _READ


def test_that_an_unknown_unit_is_shown_by_its_code(model):
    model.show_pages([replace(_READ, assigned_unit="99")])

    assert model.index(0, Column.UNIT).data() == "99"
