"""Light or dark, larger or smaller: at once, and remembered."""

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget

from gui.menus.view_menu import ViewMenu
from gui.preferences import Theme, WindowLook
from gui.widgets.scaled_table import ScaledTable
from gui.widgets.theme import current_colors, current_look, scaled, use_look


@pytest.fixture
def menu(qtbot, themed, preferences):
    """The menu, after which everything looks as before."""
    menu = ViewMenu(preferences)
    qtbot.addWidget(menu)
    yield menu
    use_look(themed, WindowLook())


def test_that_a_theme_holds_at_once_whatever_the_system_says_and_is_taken_back(menu, preferences):
    before = current_colors()

    menu.themes[Theme.DARK].trigger()
    assert current_colors().window.lightness() < 60 < current_colors().text.lightness()
    assert preferences.look == WindowLook(Theme.DARK)
    menu.themes[Theme.LIGHT].trigger()
    assert current_colors().window.lightness() > 200
    menu.themes[Theme.SYSTEM].trigger()
    assert current_colors() == before
    assert preferences.look == WindowLook()


def test_that_texts_grow_with_their_rows_and_columns_and_shrink_back(qtbot, themed, menu, preferences):
    label, table = QLabel("Đã đọc"), QTableWidget(1, 2)
    for widget in (label, table):
        qtbot.addWidget(widget)
    ScaledTable(table, 30, {0: 80})
    table.setColumnWidth(1, 90)
    points, room = label.font().pointSizeF(), label.sizeHint().width()

    menu.sizes[150].trigger()
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(1.5 * points)
    assert label.sizeHint().width() > 1.3 * room
    assert (table.verticalHeader().defaultSectionSize(), table.columnWidth(0), table.columnWidth(1)) == (45, 120, 90)
    assert preferences.look.text_percent == 150
    menu.sizes[100].trigger()
    assert (table.verticalHeader().defaultSectionSize(), table.columnWidth(0)) == (30, 80)
    assert (current_look(), scaled(10)) == (WindowLook(), 10)


def test_that_a_menu_shows_what_was_chosen_before(qtbot, preferences):
    preferences.look = WindowLook(Theme.DARK, 130)
    menu = ViewMenu(preferences)
    qtbot.addWidget(menu)

    assert [theme for theme, action in menu.themes.items() if action.isChecked()] == [Theme.DARK]
    assert [size for size, action in menu.sizes.items() if action.isChecked()] == [130]
