"""Folders named like units are confirmed once; those named after none are said by a person."""

from pathlib import Path

import pytest

from gui.scan import scan_intake
from gui.scan.folder_units_dialog import FolderUnitsDialog
from omr.units.folder_names import UnitFolders
from tests.gui.scan.unit_pages import UNITS

_NAMED, _OTHER = Path("scans/Xã An"), Path("scans/khác")


@pytest.fixture
def dialog(qtbot):
    made = FolderUnitsDialog(UnitFolders({_NAMED: "A1"}, (_OTHER,)), UNITS)
    qtbot.addWidget(made)
    return made


def test_that_what_a_person_says_of_a_folder_stands_beside_what_it_is_named_after(qtbot, dialog):
    box = dialog.boxes[_OTHER]
    assert [dialog.table.item(row, 0).text() for row in range(2)] == ["khác", "Xã An"]
    assert dialog.table.item(1, 1).text() == "A1 · Xã An"
    box.setCurrentIndex(box.findData("B2"))

    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.confirm_button.click()

    assert confirmed.args == [{_NAMED: "A1", _OTHER: "B2"}]


def test_that_a_folder_without_a_choice_goes_by_the_paper(dialog):
    assert dialog.folder_units() == {_NAMED: "A1"}


def test_that_all_can_go_by_the_paper(qtbot, dialog):
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.printed_button.click()

    assert confirmed.args == [{}]


def test_that_files_that_lie_in_a_folder_named_like_a_unit_are_asked_about_as_the_folder_is(tmp_path):
    for name in ("Xã An/1.png", "khác/2.png"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"x")
    named, other = tmp_path / "Xã An", tmp_path / "khác"

    of_files = scan_intake.folders_like_units([named / "1.png", other / "2.png"], UNITS)

    assert of_files == UnitFolders({named: "A1"}, (other,))
    assert of_files == scan_intake.folders_like_units([tmp_path], UNITS)
    assert scan_intake.folders_like_units([other / "2.png"], UNITS) is None
