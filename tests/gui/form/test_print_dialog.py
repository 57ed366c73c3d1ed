"""Asking for forms by unit and number."""

import pytest
from PySide6.QtCore import Qt

from gui.form.print_dialog import PrintDialog
from gui.jobs import Jobs


@pytest.fixture
def print_dialog(qtbot, survey):
    jobs = Jobs(threads=1)
    dialog = PrintDialog(survey, jobs)
    qtbot.addWidget(dialog)
    yield dialog
    jobs.stop()


def test_that_forms_are_asked_for_by_unit_and_number(qtbot, print_dialog):
    print_dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    print_dialog.copies_box.setValue(30)

    with qtbot.waitSignal(print_dialog.confirmed) as confirmed:
        print_dialog.save_button.click()
    assert confirmed.args == [("09166",), 30]
    assert "60" in print_dialog.total.text()


def test_that_all_units_are_chosen_at_once_also_while_searching(print_dialog):
    print_dialog.search.setText("dap cau")
    print_dialog.all_box.click()

    assert [print_dialog.list.item(row).isHidden() for row in range(2)] == [True, False]
    assert print_dialog.chosen_codes() == ("09163", "09166")
