"""What the window is made of gives way on 1920 x 1080 at 200 %; ``test_accessibility`` walks all of it."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.widgets.building_blocks import SMALLEST_SCREEN, make_label, resize_within_screen
from gui.widgets.roomy_combo_box import RoomyComboBox
from tests.gui.fitting import crowded, too_large


def test_that_the_walk_finds_cut_texts_and_windows_that_are_too_large(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    for kind, place in ((QPushButton, 0), (QLabel, 40)):
        kind("A text that is longer than what it stands in", root).setGeometry(0, place, 60, 30)
    root.setMinimumSize(961, 100)
    root.show()
    QPushButton("far", root).move(QPoint(5000, 0))
    root.findChildren(QPushButton)[-1].show()

    assert too_large(root) == ["961 x 100 px at least"]
    text = "A text that is longer than what it stands in"
    assert crowded(root) == [f"button cut: {text}", f"label cut: {text}", "out of sight: QPushButton in QWidget"]


def test_that_a_line_without_room_ends_in_an_ellipsis_and_asks_for_little(qtbot, themed):
    row = QWidget()
    qtbot.addWidget(row)
    label = make_label()
    label.setText("Phường Vũ Ninh, thành phố Bắc Ninh, tỉnh Bắc Ninh")
    QHBoxLayout(row).addWidget(label)
    row.resize(row.minimumSizeHint())
    row.show()

    assert row.width() < 150
    assert label.is_cut
    row.resize(600, row.height())
    assert not label.is_cut


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_an_open_list_is_as_wide_as_its_entries_and_shows_its_last(qtbot, themed):
    box = RoomyComboBox()
    qtbot.addWidget(box)
    box.addItems(["Công chức trả lời, giải đáp đầy đủ các ý kiến của người dân", "Có"])
    box.setFixedWidth(90)
    box.show()
    box.showPopup()

    view = box.view()
    last = view.visualRect(view.model().index(1, 0))
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    assert view.viewport().rect().contains(last)
    box.hidePopup()


def test_that_a_dialog_is_no_larger_than_its_screen(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    resize_within_screen(root, 5000, 5000)
    screen = root.screen().availableSize().expandedTo(SMALLEST_SCREEN)

    assert root.width() == screen.width()
    assert root.height() < screen.height()
    resize_within_screen(root, 300, 200)
    assert root.size() == QSize(300, 200)
