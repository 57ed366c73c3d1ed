"""Every command can be found by a part of its name, and only what can be done now is offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QPushButton

from gui.menus.command_palette import CommandPalette
from gui.menus.commands import OfferedCommand, commands_of


@pytest.fixture
def root(qtbot):
    """A window with a menu of two entries and three buttons, one of them hidden."""
    root = QMainWindow()
    qtbot.addWidget(root)
    menu = root.menuBar().addMenu("&Khảo sát")
    menu.addAction("Thêm &bản quét…").setShortcut("Ctrl+D")
    menu.addAction("Thiết lập…").setEnabled(False)
    for place, text in enumerate(("Thêm bản quét…", "‹  Đóng", "Xuất", "5")):
        QPushButton(text, root).move(0, 40 * place)
    root.findChildren(QPushButton)[2].hide()
    root.show()
    return root


def test_that_what_can_be_done_now_is_told_once_with_its_menu_and_keys(root):
    told = [(each.name, each.within, each.keys) for each in commands_of(root)]

    assert told == [("Thêm bản quét…", "Khảo sát", "Ctrl+D"), ("Đóng", "", "")]


def test_that_keys_that_only_stand_in_a_text_are_told_and_a_hidden_owners_actions_are_not(root):
    shown, hidden = root.findChildren(QPushButton)[1], root.findChildren(QPushButton)[2]
    for owner, text in ((shown, "Mở\tEnter"), (hidden, "Chép")):
        owner.addAction(QAction(text, owner))

    assert [(each.name, each.keys) for each in commands_of(root)][1:] == [("Mở", "Enter"), ("Đóng", "")]


def test_that_words_without_marks_in_any_order_find_a_command():
    command = OfferedCommand("Đóng đợt khảo sát", "Khảo sát", "", lambda: None)

    assert all(map(command.answers_to, ("", "dong", "KHAO dong", "đợt")))
    assert not command.answers_to("dong bo")


def test_that_typing_narrows_the_list_and_enter_does_what_is_chosen_after_it_has_closed(qtbot, root):
    done = []
    names = ("Xuất", "Quét", "Thêm bản quét")
    commands = [
        OfferedCommand(name, "", "", lambda name=name: done.append((name, palette.isVisible()))) for name in names
    ]
    palette = CommandPalette(commands, root)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    palette.show()

    qtbot.keyClicks(palette.edit, "quet")
    assert palette.names == ["Quét", "Thêm bản quét"]
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(done))
    assert done == [("Thêm bản quét", False)]


def test_that_nothing_is_done_where_nothing_fits(qtbot, root):
    palette = CommandPalette([OfferedCommand("Xuất", "", "", lambda: pytest.fail("was not asked for"))], root)
    palette.show()

    qtbot.keyClicks(palette.edit, "zz")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)

    assert palette.isVisible()
    assert palette.names == []
    palette.close()
