"""The options of an item as buttons, laid out as on paper, each with its key."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from form_templates.model import Item, Language, Option
from gui.answering.keys import option_keys
from gui.widgets.building_blocks import make_label, restyle

_NARROWEST_PX = 150
_SHORT_LABEL = 4  # characters: digits of a scale
_MOST_IN_A_COLUMN = 6  # so many fit the smallest screen below each other
_ROW_LABEL = 24  # characters that still fit a fifth of the window in two lines


class OptionButton(QPushButton):
    """A button for one option: its key, its label, and whether the engine read it."""

    def __init__(self, key: str, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = option.value
        self._option = option
        self._key = key
        self.setProperty("role", "option")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(46)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._key_label = make_label("key")
        self._key_label.setText(key)
        self._label = make_label(wraps=True)
        self._tag = make_label("warning")
        self._lay_out()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()  # a word that no button has room for is cut, instead of making the window wider
        return QSize(min(hint.width(), _NARROWEST_PX), hint.height())

    def say(self, language: Language, reading_word: str, *, is_reading: bool) -> None:
        """Show the label in ``language`` and, with a colour and a word, whether the engine read this option."""
        label = self._option.label.in_language(language)
        self._label.setText(label)
        self._tag.setText(reading_word)
        self._tag.setVisible(is_reading)
        restyle(self, "reading", "true" if is_reading else "false")
        self.setAccessibleName(f"{self._key}: {label}" + (f" ({reading_word})" if is_reading else ""))

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(9)
        row.addWidget(self._key_label)
        row.addWidget(self._label, stretch=1)
        row.addWidget(self._tag)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class OptionPanel(QWidget):
    """All options of the item in front of the operator; emits ``picked(value)``."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._item: Item | None = None
        self._is_narrow = False
        self._language = Language.VIETNAMESE
        self._reading: frozenset[str] = frozenset()
        self.buttons: dict[str, OptionButton] = {}

    def show_item(self, item: Item, language: Language, reading: Collection[str]) -> None:
        """Offer the options of ``item``; those in ``reading`` are what the engine read."""
        self._language, self._reading = language, frozenset(reading)
        if item != self._item:  # the queue keeps equal items together, so this is rare
            self._item = item
            self._rebuild(item)
        self._say()

    def arrange(self, *, is_narrow: bool) -> None:
        """Lay the options out below each other where there is little room beside, else as on paper."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place_buttons()

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Mark the options that will be kept."""
        for value, button in self.buttons.items():
            button.setChecked(value in chosen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _rebuild(self, item: Item) -> None:
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        key_of = {value: key for key, value in option_keys(item).items()}
        self.buttons = {option.value: OptionButton(key_of[option.value], option) for option in item.options}
        for value, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, value=value: self.picked.emit(value))
        self._place_buttons()

    def _place_buttons(self) -> None:
        if self._item is None:
            return
        columns = narrow_column_count(self._item) if self._is_narrow else column_count(self._item)
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, *divmod(place, columns))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _say(self) -> None:
        word = self.tr("read")
        for value, button in self.buttons.items():
            button.say(self._language, word, is_reading=value in self._reading)


def narrow_column_count(item: Item) -> int:
    """Return how many options stand side by side in a third of the window: one, or two of a long list."""
    return 1 if len(item.options) <= _MOST_IN_A_COLUMN else 2


def column_count(item: Item) -> int:
    """Return how many options stand side by side: a scale in one row as on paper, long lists in a grid."""
    longest = max((len(option.label.vi) for option in item.options), default=0)
    count = len(item.options)
    if longest <= _SHORT_LABEL or (count <= 5 and longest <= _ROW_LABEL):
        return max(count, 1)
    return 2 if count <= 4 else 3
