"""What is held has its height while there is room, and scrolls where there is none."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.widgets.yielding_area import YieldingArea

_WANTED_PX = 200


@pytest.fixture
def place(qtbot):
    """Something that takes what room is left above something that wants its height."""
    place, above = QWidget(), QLabel("paper")
    qtbot.addWidget(place)
    above.setMinimumHeight(60)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(above, stretch=1)
    return place


def tall():
    content = QWidget()
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(wanted := QWidget())
    wanted.setFixedHeight(_WANTED_PX)
    return content


def test_that_what_is_held_has_its_height_where_there_is_room_and_gives_way_where_not(qapp, place):
    place.layout().addWidget(area := YieldingArea(tall()))
    place.resize(300, 500)
    place.show()
    qapp.processEvents()
    assert area.height() == _WANTED_PX
    assert area.verticalScrollBar().maximum() == 0

    place.resize(300, 200)
    qapp.processEvents()
    assert area.height() < _WANTED_PX
    assert area.verticalScrollBar().maximum() > 0
    assert place.minimumSizeHint().height() < _WANTED_PX


def test_that_it_never_takes_more_than_its_share(qapp, place):
    place.layout().addWidget(area := YieldingArea(tall(), most=0.3))
    place.resize(300, 500)
    place.show()
    for _turn in range(3):
        qapp.processEvents()

    assert area.height() == 150
