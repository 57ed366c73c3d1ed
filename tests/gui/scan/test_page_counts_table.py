"""Figures that lead to their pages, without a window."""

import pytest
from PySide6.QtCore import Qt

from gui.scan.page_counts_table import TARGET_ROLE, PageCount, PageCountsTable
from gui.scan.page_scope import PageScope, Target

_TARGET = Target(PageScope(page_ids=frozenset({1, 2})), None, "Vũ Ninh: Thu về")


@pytest.fixture
def table(qapp):
    table = PageCountsTable()
    table.show_figures(
        ["Đơn vị", "Thu về"],
        [
            [PageCount("Mọi đơn vị", ""), PageCount("12", 12)],
            [PageCount("Vũ Ninh", "a"), PageCount("1.200", 1200, _TARGET)],
        ],
        has_total=True,
    )
    return table


def test_that_the_table_keeps_the_rules_of_qt(table, qtmodeltester):
    qtmodeltester.check(table)

    assert (table.rowCount(), table.columnCount()) == (2, 2)


def test_that_a_figure_knows_its_pages(table):
    index = table.index(1, 1)

    assert (index.data(), index.data(TARGET_ROLE)) == ("1.200", _TARGET)
    assert table.index(0, 1).data(TARGET_ROLE) is None
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Thu về"


def test_that_figures_that_count_up_leave_the_chosen_cell_alone(table, qtbot):
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.show_figures(["Đơn vị", "Thu về"], [[PageCount("a", ""), PageCount("1", 1)]] * 2)

    assert table.index(1, 1).data() == "1"

    with qtbot.waitSignal(table.modelReset):
        table.show_figures(["Đơn vị", "Thu về"], [[PageCount("a", ""), PageCount("1", 1)]] * 3)
    assert table.rowCount() == 3


def test_that_figures_sort_by_value_below_their_sum(table):
    sum_row, *rows = [[PageCount("Mọi đơn vị", ""), PageCount("1.209", 1209)]]
    rows += [
        [PageCount(name, name), PageCount(text, value)] for name, text, value in (("a", "9", 9), ("b", "1.200", 1200))
    ]
    table.show_figures(["Đơn vị", "Thu về"], [sum_row, *rows], has_total=True)

    table.sort(1, Qt.SortOrder.DescendingOrder)

    assert [table.index(row, 0).data() for row in range(3)] == ["Mọi đơn vị", "b", "a"]
    table.show_figures(["Đơn vị", "Thu về"], [sum_row, *rows], has_total=True)  # counted again: still sorted
    assert table.index(1, 0).data() == "b"
