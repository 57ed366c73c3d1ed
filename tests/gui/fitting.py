"""What has no room in a window: texts that are cut, and controls that lie beyond what holds them."""

from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QSplitter, QWidget

from form_templates.model import Language
from gui.i18n.translation import Translations
from gui.widgets.building_blocks import SMALLEST_SCREEN, TITLE_BAR_PX, PlainLabel
from gui.widgets.roomy_combo_box import RoomyComboBox

_ROUNDING_PX = 2


def crowded(root: QWidget) -> list[str]:
    """Return what a person cannot see whole below a window that is shown, apart from lines that end in an ellipsis."""
    found = []
    for widget in (each for each in root.findChildren(QWidget) if each.isVisible()):
        if isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.sizeHint().width():
            found.append(f"button cut: {widget.text()}")
        if isinstance(widget, QLabel) and widget.text() and _is_cut(widget):
            found.append(f"label cut: {widget.text()}")
        if isinstance(widget, QComboBox) and not isinstance(widget, RoomyComboBox):
            found.append(f"list as narrow as its box: {widget.accessibleName()}")
        if _is_beyond(widget):
            found.append(f"out of sight: {type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def too_large(root: QWidget) -> list[str]:
    """Return what a window asks for at least, where that is more than the smallest screen has."""
    least = root.minimumSizeHint().expandedTo(root.minimumSize())
    has_bar = root.isWindow()
    is_wide = least.width() > SMALLEST_SCREEN.width()
    is_high = least.height() > SMALLEST_SCREEN.height() - (TITLE_BAR_PX if has_bar else 0)
    return [f"{least.width()} x {least.height()} px at least"] if is_wide or is_high else []


def misfits_in_each_language(qapp, widget: QWidget) -> list[tuple[Language, str]]:
    """Show a widget as small as the smallest screen in every language, and return what has no room."""
    translations, found = Translations(qapp), []
    for language in Language:
        translations.use(language)
        widget.resize(SMALLEST_SCREEN.width(), SMALLEST_SCREEN.height() - TITLE_BAR_PX)
        widget.show()
        for _turn in range(5):  # what wraps finds its place in a turn for each layout around it
            qapp.processEvents()
        found += [(language, what) for what in (*too_large(widget), *crowded(widget))]
    translations.stop()
    return found


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() + _ROUNDING_PX < label.heightForWidth(label.width())
    is_elided = isinstance(label, PlainLabel) and label.buddy() is None
    return not is_elided and label.width() < label.sizeHint().width()


def _is_beyond(widget: QWidget) -> bool:
    """Whether a widget lies beyond its parent, which neither scrolls nor is moved by a person."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    is_free = isinstance(parent, QAbstractScrollArea | QSplitter | QComboBox) or widget.isWindow()
    return not is_free and not widget.size().isEmpty() and not parent.rect().contains(widget.geometry())
