"""A code written by hand is typed once for each stack."""

from gui.scan.stack_units_dialog import StackUnitsDialog
from omr.responses import UnitDoubt
from omr.units.unit_runs import runs_without_unit
from tests.gui.scan.unit_pages import UNITS, page


def test_that_each_stack_gets_its_unit_in_one_step_and_the_others_wait(qtbot):
    first = [page(1), page(2), page(3)]
    others = [page(4, "b.png", page_in_file=1, unit_doubt=UnitDoubt.OUTSIDE), page(5, "c.png", page_in_file=1)]
    dialog = StackUnitsDialog(runs_without_unit([*first, *others]), UNITS)
    qtbot.addWidget(dialog)
    cells = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(3)]
    assert not dialog.confirm_button.isEnabled()
    for row, code in ((0, "B2"), (2, "A1")):
        dialog.boxes[row].setCurrentIndex(dialog.boxes[row].findData(code))

    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.confirm_button.click()

    assert cells == [
        ["scan.pdf, pages 1–3", "3", "nothing names a unit"],
        ["b.png, page 1", "1", "it lies outside of all stacks"],
        ["c.png, page 1", "1", "nothing names a unit"],
    ]
    assert confirmed.args == [(("B2", tuple(first)), ("A1", (others[1],)))]
