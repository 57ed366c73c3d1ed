"""A row wraps where it has no room, keeps what belongs together, and lets go of what is gone."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.wrapping_row import WrappingRow


class Block(QWidget):
    """A widget of a fixed size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFixedSize(width, 20)


@pytest.fixture
def row(qtbot):
    """Two blocks at the beginning, two at the end, 10 px apart."""
    parent = QWidget()
    qtbot.addWidget(parent)
    row = WrappingRow(parent)
    row.setSpacing(10)
    for width in (100, 60):
        row.addWidget(Block(width))
    row.addStretch()
    for width in (50, 40):
        row.addWidget(Block(width))
    row.kept = parent  # which nothing else holds
    return row


def places(row, width):
    """Return the left top corner of each block in a window of a width."""
    parent = row.parentWidget()
    parent.show()
    parent.resize(width, 200)
    return [(row.itemAt(at).geometry().left(), row.itemAt(at).geometry().top()) for at in range(row.count())]


def test_that_one_line_holds_all_where_there_is_room(row):
    assert row.heightForWidth(400) == 20
    assert [left for left, _top in places(row, 400)] == [0, 110, 300, 360]


def test_that_what_belongs_together_wraps_together_to_the_end(row):
    lines = places(row, 250)

    assert row.heightForWidth(250) == 50
    assert len({top for _left, top in lines[:2]}) == len({top for _left, top in lines[2:]}) == 1
    assert lines[2][1] > lines[1][1]
    assert lines[3][0] == 210


def test_that_it_asks_for_the_width_of_its_widest_only(row):
    assert row.minimumSize() == QSize(100, 20)
    assert row.sizeHint() == QSize(280, 20)


def test_that_what_is_hidden_or_empty_takes_no_place(row):
    row.itemAt(0).widget().hide()
    row.addWidget(empty := QLabel())
    lines = places(row, 400)

    assert lines[1][0] == 0
    assert lines[3][0] == 360
    assert empty.width() == 0


def test_that_what_stretches_takes_the_rest_and_gives_way_first(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    row = WrappingRow(parent)
    row.addWidget(wide := QLabel("Rất hài lòng với kết quả"), stretch=1)
    wide.setMinimumWidth(30)
    row.addWidget(Block(100))

    assert row.heightForWidth(140) <= max(wide.sizeHint().height(), 20)
    places(row, 400)
    assert wide.width() == 400 - 100 - row.spacing()


def test_that_a_row_outlives_its_widgets(row, qtbot):
    for at in (3, 0):
        row.itemAt(at).widget().deleteLater()
    qtbot.waitUntil(lambda: row.count() == 2)

    assert row.itemAt(5) is None
    assert row.takeAt(5) is None
    assert [left for left, _top in places(row, 400)] == [0, 350]
