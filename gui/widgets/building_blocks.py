"""Labels, buttons, cards and layouts as every page of the window uses them, so that all have the same spacing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from gui.preferences import Preferences
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled
from gui.widgets.wrapping_row import WrappingRow

MARGIN = 20
SPACING = 12
SMALLEST_SCREEN = QSize(960, 540)  # 1920 x 1080 at 200 %: every window fits it
TITLE_BAR_PX = 32

_WIDEST_LABEL_PX = 110  # beyond that a text is cut where there is no room, instead of making room
_UNBOUNDED_PX = 1 << 24


class PlainLabel(QLabel):
    """A label that shows its text as it is, and ends a line that has no room in “…” instead of making a window wide."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # names of files and surveys are no markup

    @property
    def is_cut(self) -> bool:
        """Whether a part of the text is out of sight; the pointer then tells it all."""
        if self.wordWrap() or self.buddy() is not None or "\n" in self.text():
            return False  # what names a field has a letter as a key, and is short
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least if self.buddy() is not None else least.boundedTo(QSize(_WIDEST_LABEL_PX, _UNBOUNDED_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment().value, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.is_cut:
            QToolTip.showText(event.globalPos(), as_tip(self.text()), self)
            return True
        return super().event(event)


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
    """Lay widgets in a row without a margin, some at its beginning and some at its end; it wraps where it must."""
    row = WrappingRow(parent)
    for widget in left:
        row.addWidget(widget)
    row.addStretch()
    for widget in right:
        row.addWidget(widget)


def make_pair(label: QLabel, field: QWidget) -> QWidget:
    """Return a field with the label before it, which no line break comes between."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, stretch=1)
    return pair


def make_scrolling(content: QWidget) -> QScrollArea:
    """Return an area that is filled by a widget, or scrolls it up and down where it is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it is reached itself
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    for part in (area.viewport(), content):
        part.setAutoFillBackground(False)
    return area


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


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size that is meant for texts of the usual size, larger where they are, or what the screen has."""
    fit_within_screen(window, scaled(width), scaled(height))


def fit_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, or what the screen has for it: at 200 % that is half of what is printed on the box."""
    screen = (window.parentWidget() or window).screen().availableSize().expandedTo(SMALLEST_SCREEN)
    window.resize(min(width, screen.width()), min(height, screen.height() - TITLE_BAR_PX))


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that theme.qss asks for, and look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
