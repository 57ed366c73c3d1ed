"""A code written by hand is typed once for each stack."""

from gui.scan.stack_units_dialog import StackUnitsDialog
from omr.responses import UnitDoubt
from omr.units.unit_runs import runs_without_unit
from tests.gui.scan.unit_pages import UNITS, page


def test_that_each_stack_gets_its_unit_in_one_step_and_the_others_wait(qtbot):
    first = [page(1), page(2), page(3)]
    others = [page(4, "b.png", page_in_file=1, unit_doubt=UnitDoubt.OUTSIDE), page(5, "c.png", page_in_file=1)]
    others.append(page(6, "d.png", page_in_file=1, assigned_unit="Z9", is_unlisted=True))
    dialog = StackUnitsDialog(runs_without_unit([*first, *others]), UNITS)
    qtbot.addWidget(dialog)
    cells = [[dialog.table.item(row, column).text() for column in (0, 2, 3)] for row in range(4)]
    assert not dialog.confirm_button.isEnabled()
    for row, code in ((0, "B2"), (2, "A1")):
        dialog.boxes[row].setCurrentIndex(dialog.boxes[row].findData(code))

    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.confirm_button.click()

    assert cells == [
        ["scan.pdf, pages 1–3", "3", "nothing names a unit"],
        ["b.png, page 1", "1", "it lies outside of all stacks"],
        ["c.png, page 1", "1", "nothing names a unit"],
        ["d.png, page 1", "1", "Z9 (not in the list)"],
    ]
    assert confirmed.args == [(("B2", tuple(first)), ("A1", (others[1],)))]


def test_that_the_unit_to_be_chosen_is_in_sight_however_narrow_the_dialog_is(qtbot):
    run = page(1, f"{'tập phiếu rất dài ' * 6}.pdf")
    dialog = StackUnitsDialog(runs_without_unit([run]), UNITS)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(500, 350)

    header = dialog.table.horizontalHeader()
    assert header.sectionViewportPosition(1) + header.sectionSize(1) <= dialog.table.viewport().width()
    assert dialog.table.item(0, 0).text() == "tập phiếu rất dà…iếu rất dài .pdf, page 1"
