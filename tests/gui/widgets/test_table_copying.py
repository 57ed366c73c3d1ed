"""What is copied out of a table pastes into a spreadsheet as it was shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from gui.widgets.table_copying import TableCopying


@pytest.fixture
def table(qtbot):
    """Three columns, the last hidden, the second drawn and told to screen readers alone."""
    table = QTableWidget(2, 3)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["Đơn vị", "Chỉ số", "Ghi chú"])
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    for row, name in enumerate(("Phường\tVũ Ninh", "Đáp Cầu")):
        table.setItem(row, 0, QTableWidgetItem(name))
        drawn = QTableWidgetItem()
        drawn.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1},5 %")
        table.setItem(row, 1, drawn)
        table.setItem(row, 2, QTableWidgetItem("hidden"))
    table.setColumnHidden(2, True)
    return table


def copied():
    return QGuiApplication.clipboard().text()


def test_that_cells_rows_and_the_whole_table_are_copied_as_they_are_shown(table):
    copying = TableCopying(table)
    table.setCurrentCell(1, 1)

    copying.cell.trigger()
    assert copied() == "2,5 %"
    copying.rows.trigger()
    assert copied() == "Đơn vị\tChỉ số\nĐáp Cầu\t2,5 %"
    table.horizontalHeader().moveSection(1, 0)
    copying.whole.trigger()
    assert copied() == "Chỉ số\tĐơn vị\n1,5 %\tPhường Vũ Ninh\n2,5 %\tĐáp Cầu"


def test_that_what_was_copied_before_stays_where_nothing_is_chosen(table):
    copying = TableCopying(table)
    QGuiApplication.clipboard().setText("before")

    copying.cell.trigger()
    copying.rows.trigger()

    assert copied() == "before"


def test_that_copying_stands_below_what_else_can_be_done_with_a_row(table):
    own = QAction("Loại ra", table)
    table.addAction(own)
    copying = TableCopying(table)

    first, divider, *others = table.actions()
    assert (first, divider.isSeparator(), others) == (own, True, [copying.cell, copying.rows, copying.whole])
    assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
