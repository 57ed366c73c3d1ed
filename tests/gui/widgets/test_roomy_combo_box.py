"""A box too narrow for its entry says so by an ellipsis; one that is wide enough shows it whole."""

from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.theme import build_style_sheet, colors_of


def test_that_a_box_of_the_width_it_asks_for_shows_its_entry_whole_in_the_theme(qapp, qtbot):
    box = RoomyComboBox()
    qtbot.addWidget(box)
    box.setStyleSheet(build_style_sheet(colors_of(qapp.palette())))
    box.addItem("Mọi cấp")
    box.resize(box.sizeHint())
    assert box.shown_text == "Mọi cấp"


def test_that_a_narrow_box_ends_in_an_ellipsis_and_a_wide_one_does_not(qtbot):
    box = RoomyComboBox()
    qtbot.addWidget(box)
    box.addItems(["Đánh dấu vào ô", "Có"])
    box.resize(box.sizeHint())
    assert box.shown_text == "Đánh dấu vào ô"
    box.resize(80, box.height())
    assert box.shown_text.endswith("…")
    assert "Đánh dấu vào ô".startswith(box.shown_text.rstrip("…").rstrip())
    box.setCurrentIndex(1)
    assert box.shown_text == "Có"
    assert not box.grab().isNull()
