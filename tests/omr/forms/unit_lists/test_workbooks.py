"""Units in workbooks: several sheets, merged, hidden and uncalculated cells, numbers in the place of codes."""

import pickle
from datetime import date

import pytest
from openpyxl import Workbook

from omr.errors import UnitListError
from omr.forms.page_images import PageOpener
from omr.forms.unit_lists.reading import read_unit_list
from omr.units.unit_list import Unit

HEAD = ["STT", "Mã đơn vị", "Tên đơn vị", "Mã cha", "Số giao dịch"]


@pytest.fixture(scope="module")
def opener():
    """Opens workbooks in this process, for these are known to be harmless."""
    with PageOpener(call=_as_from_a_process) as opened:
        yield opened


@pytest.fixture
def book(tmp_path):
    """A workbook with a title over a list of two units, and where it is saved."""
    made = Workbook()
    for row in (["DANH SÁCH"], [], HEAD, [1, "27", "Tỉnh", None, 1200], [2, "09163", "Phường Vũ Ninh", "27", 30.0]):
        made.active.append(row)
    made.active.merge_cells("A1:E1")
    made.active.title = "DS"
    return made, tmp_path / "units.xlsx"


def _as_from_a_process(work, /, *arguments):
    return pickle.loads(pickle.dumps(work(*arguments)))


def _read(book, opener):
    made, path = book
    made.save(path)
    return read_unit_list(path, opener)


def test_that_the_list_in_a_workbook_is_read_below_its_title(book, opener):
    found = _read(book, opener)

    assert found.units == (
        Unit("27", "Tỉnh", transactions=1200),
        Unit("09163", "Phường Vũ Ninh", parent_code="27", transactions=30),
    )
    assert found.remarks == ()


def test_that_a_workbook_is_known_by_what_it_is_whatever_it_is_called(book, opener):
    made, path = book
    made.save(path)

    assert len(read_unit_list(path.rename(path.with_suffix(".csv")), opener).units) == 2


def test_that_a_number_shown_with_zeros_is_that_code_and_one_shown_without_is_compared(book, opener):
    book[0].active.append([3, 9166, "Xã A", "27"])
    book[0].active.append([4, 9169.0, "Xã B", "27"])
    book[0].active["B6"].number_format = "00000"

    found = _read(book, opener)

    assert [unit.code for unit in found.units] == ["27", "09163", "09166", "09169"]
    assert [remark.values["old"] for remark in found.remarks] == ["9169"]


def test_that_a_day_in_a_workbook_is_a_day(book, opener):
    book[0].active["F3"] = "Từ ngày"
    book[0].active["F4"] = date(2020, 1, 1)

    assert _read(book, opener).units[0].valid_from == date(2020, 1, 1)


def test_that_other_sheets_and_hidden_rows_are_told(book, opener):
    book[0].create_sheet("Ghi chú").append(["không phải danh sách"])
    book[0].active.row_dimensions[5].hidden = True

    found = _read(book, opener)

    assert len(found.units) == 2
    assert found.remarks[0] == "only the sheet “DS” was read, not “Ghi chú”"
    assert found.remarks[1].startswith("hidden rows that were read too: 1, row 5 first")


def test_that_of_two_lists_in_a_workbook_none_is_chosen_unless_one_is_hidden(book, opener):
    other = book[0].create_sheet("2025")
    other.append(HEAD)
    other.append([1, "1", "A"])
    with pytest.raises(UnitListError, match="sheets “DS”, “2025” each hold a list"):
        _read(book, opener)
    other.sheet_state = "hidden"

    assert [unit.code for unit in _read(book, opener).units] == ["27", "09163"]


def test_that_a_formula_without_a_result_is_named_with_its_row_and_heading(book, opener):
    book[0].active["C5"] = "=A1&B1"

    with pytest.raises(UnitListError) as caught:
        _read(book, opener)

    assert len(caught.value.findings) == 1
    assert caught.value.findings[0].startswith("row 5 of the sheet “DS”: “Tên đơn vị” is a formula without a result")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(date(2026, 1, 2), "2026-01-02"), (True, "TRUE")],
    ids=["date", "truth"],
)
def test_that_a_code_of_which_the_spreadsheet_made_something_else_is_refused(book, opener, value, shown):
    book[0].active["B5"] = value

    with pytest.raises(UnitListError, match=f"row 5 of the sheet “DS”: “{shown}” is no code"):
        _read(book, opener)


def test_that_a_merged_parent_stands_for_all_its_rows_and_a_merged_unit_counts_once(book, opener):
    sheet = book[0].active
    sheet.append([3, "09166", "Xã A"])
    sheet.append([4, "09169", "Xã B"])
    sheet.append([None, None, None])
    sheet.merge_cells("D5:D7")
    sheet.merge_cells("B7:B8")
    sheet.merge_cells("C7:C8")

    found = _read(book, opener)

    assert [(unit.code, unit.parent_code) for unit in found.units[1:]] == [
        ("09163", "27"),
        ("09166", "27"),
        ("09169", "27"),
    ]
    assert "repeat a unit: 1; row 8" in found.remarks[0]
