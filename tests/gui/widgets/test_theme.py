"""Colours and style sheet."""

from PySide6.QtGui import QColor, QPalette

from gui.widgets.theme import build_style_sheet, colors_of


def test_that_text_can_be_read_on_its_ground_in_light_and_dark():
    for window, text in (("#efefef", "#000000"), ("#222428", "#e6e6e6")):
        palette = QPalette()
        for role, color in ((QPalette.ColorRole.Window, window), (QPalette.ColorRole.Base, window)):
            palette.setColor(role, QColor(color))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
        colors = colors_of(palette)
        for color in (colors.text, colors.muted, colors.accent, colors.good, colors.warn, colors.bad):
            assert _contrast(color, colors.window) >= 4.5, (color.name(), window)


def test_that_every_colour_of_the_style_sheet_is_known(qapp):
    assert "$" not in build_style_sheet(colors_of(qapp.palette())).split("*/", 1)[1]


def _contrast(one, other):
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
