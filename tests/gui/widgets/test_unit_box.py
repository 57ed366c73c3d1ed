"""Choosing a unit by typing a part of its name."""

from gui.widgets.unit_box import UnitBox
from tests.conftest import UNITS


def test_that_a_unit_is_found_without_diacritics(qtbot):
    box = UnitBox(UNITS)
    qtbot.addWidget(box)
    completer = box.completer()
    completer.setCompletionPrefix("DAP")

    assert completer.pathFromIndex(completer.completionModel().index(0, 0)).endswith("Cầu")
    assert completer.completionCount() == 1


def test_that_a_half_typed_unit_falls_back_to_what_is_printed(qtbot):
    box = UnitBox(UNITS)
    qtbot.addWidget(box)
    box.setCurrentIndex(1)
    assert box.unit_code() == "09163"
    box.lineEdit().setText("Phường")
    box.lineEdit().editingFinished.emit()

    assert box.unit_code() == ""
    assert box.currentText() == box.itemText(0)
