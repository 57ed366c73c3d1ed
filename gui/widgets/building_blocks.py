"""Labels, buttons, cards and layouts as every page of the window uses them, so that all have the same spacing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from gui.preferences import Preferences
from gui.widgets.plain_texts import as_tip

MARGIN = 20
SPACING = 12

_WIDEST_LABEL_PX = 480  # beyond that a text is cut where there is no room, instead of making room
_UNBOUNDED_PX = 1 << 24


class PlainLabel(QLabel):
    """A label that shows its text as it is, and never makes a window wider than a screen for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # names of files and surveys are no markup

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(_WIDEST_LABEL_PX, _UNBOUNDED_PX))


def make_label(role: str = "", *, wraps: bool = False) -> QLabel:
    """Return an empty label; ``role`` names its look in theme.qss."""
    label = PlainLabel()
    label.setProperty("role", role)
    label.setWordWrap(wraps)
    return label


def make_button(role: str = "") -> QPushButton:
    """Return a button without text; ``role`` names its look in theme.qss."""
    button = QPushButton()
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button


def make_card(role: str = "card") -> QFrame:
    """Return a framed surface."""
    card = QFrame()
    card.setProperty("role", role)
    return card


def make_column(parent: QWidget, *, margin: int = MARGIN, spacing: int = SPACING) -> QVBoxLayout:
    """Give ``parent`` a vertical layout."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def make_bar(parent: QWidget, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
    """Lay widgets in a row without a margin, some at its beginning and some at its end."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    row.addStretch()
    for widget in right:
        row.addWidget(widget)


def name_with_key(button: QPushButton, text: str, key: str) -> None:
    """Give a button a text that also says which key does the same."""
    button.setText(f"{text}  ({key})")


def name_for_screen_readers(widget: QWidget, name: str) -> None:
    """Give a control without a text of its own a name, also as a hint for the pointer."""
    widget.setAccessibleName(name)
    widget.setToolTip(as_tip(name))


def keep_height(widget: QWidget) -> None:
    """Let a widget grow in width only."""
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def keep_splitter(splitter: QSplitter, name: str, preferences: Preferences) -> None:
    """Put a splitter where the person left it the last time, and remember where it is moved to."""
    state = preferences.splitter_state(name)
    if state is not None:
        splitter.restoreState(state)
    splitter.splitterMoved.connect(lambda: preferences.keep_splitter_state(name, splitter.saveState()))


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that theme.qss asks for, and look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
