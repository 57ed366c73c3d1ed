"""A person at the real window: clicks and types, and counts what that costs.

Counted with the keystroke-level model of Card, Moran and Newell: 1.1 s to point, 0.2 s to click, 0.28 s a key, and
1.35 s to think before each step.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.main_window import MainWindow
from tests.bench.event_loop import wait

_POINT_S, _CLICK_S, _KEY_S, _THINK_S = 1.1, 0.2, 0.28, 1.35
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

_Dialog = TypeVar("_Dialog", bound=QDialog)


@dataclass(slots=True)
class Effort:
    """What a person does."""

    clicks: int = 0
    keys: int = 0
    steps: int = 0

    @property
    def seconds(self) -> float:
        """How long that takes a person who knows where things are."""
        return self.clicks * (_POINT_S + _CLICK_S) + self.keys * _KEY_S + self.steps * _THINK_S

    def __str__(self) -> str:
        return f"{self.clicks} clicks, {self.keys} keys, {self.steps} steps to think about: {self.seconds:.0f} s"


@dataclass(frozen=True, slots=True)
class Hands:
    """Clicks and types, and counts."""

    window: MainWindow
    effort: Effort = field(default_factory=Effort)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget, in its middle if no place of it is given."""
        self.effort.clicks += 1
        self.effort.steps += 1
        QTest.mouseClick(widget, _LEFT, _NONE, place or QPoint())

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Drag from one place of a widget to another: two clicks' worth of pointing."""
        self.effort.clicks += 2
        self.effort.steps += 1
        QTest.mousePress(widget, _LEFT, _NONE, start)
        for share in (0.5, 1.0):
            move_held(widget, QPointF(start + (end - start) * share))
        QTest.mouseRelease(widget, _LEFT, _NONE, end)

    def type_text(self, widget: QWidget, text: str) -> None:
        """Type into a widget."""
        self.effort.keys += len(text)
        QTest.keyClicks(widget, text)

    def press(self, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key, or one together with others."""
        self.effort.keys += 1 if keys == _NONE else 2
        QTest.keyClick(widget, key, keys)

    def opened(self, kind: type[_Dialog]) -> _Dialog:
        """Return the dialog of this kind, once it is there."""
        wait(lambda: any(each.isVisible() for each in self.window.findChildren(kind)), pause_ms=5)
        return next(each for each in self.window.findChildren(kind) if each.isVisible())


def move_held(widget: QWidget, place: QPointF) -> None:
    """Move the pointer with the button held, which Qt's own test functions cannot."""
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), _LEFT, _LEFT, _NONE)
    )
