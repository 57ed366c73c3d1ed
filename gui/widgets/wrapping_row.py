"""A row of widgets that goes on in a next line where it has no room, so that no bar makes a window wide."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

_SPACING = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """An item of a row; what stretches takes what room is left, and gives way to its least width before it wraps."""

    item: QLayoutItem
    stretch: int
    is_after_gap: bool

    @property
    def least_px(self) -> int:
        return self.item.minimumSize().width() if self.stretch else self.item.sizeHint().width()


class WrappingRow(QLayout):
    """Lays widgets side by side like a box layout; what follows ``addStretch`` stays together at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._parts: list[_Part] = []
        self._stretch, self._has_gap = 0, False
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_SPACING)
        if parent is not None:
            parent.setLayout(self)

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the end; with a stretch it takes its share of what room its line has left."""
        self._stretch = stretch
        super().addWidget(widget)
        self._stretch = 0

    def addStretch(self) -> None:
        """Push all that is added from now on to the end of its line."""
        self._has_gap = True

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(_Part(item, self._stretch, self._has_gap))
        self.invalidate()

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._parts[index].item if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._parts):
            return None
        self.invalidate()
        return self._parts.pop(index).item

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for part in self._parts:  # what shows nothing now must not cover the others
            part.item.setGeometry(QRect(rect.topLeft(), QSize()))
        self._lay_out(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        hints = [part.item.sizeHint() for part in self._visible()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return self._framed(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        parts = self._visible()
        width = max((part.item.minimumSize().width() for part in parts), default=0)
        return self._framed(QSize(width, max((part.item.sizeHint().height() for part in parts), default=0)))

    # Inside

    def _visible(self) -> list[_Part]:
        return [part for part in self._parts if not _shows_nothing(part.item)]

    def _framed(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size.grownBy(margins)

    def _lay_out(self, rect: QRect, *, is_trial: bool) -> int:
        """Place all items, unless it is only asked how high they stand; returns that height."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            widths = self._widths(line, inner.width())
            heights = [_height(part.item, width) for part, width in zip(line, widths, strict=True)]
            if not is_trial:
                self._place(line, widths, heights, QRect(inner.left(), top, inner.width(), max(heights)))
            top += max(heights) + self.spacing()
        return max(top - self.spacing(), inner.top()) - rect.top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[_Part]]:
        parts = self._visible()
        group_px = sum(part.least_px + self.spacing() for part in parts if part.is_after_gap)
        room = width + self.spacing()  # as if a space followed each part
        lines: list[list[_Part]] = [[]]
        taken = 0
        for part in parts:
            needed = part.least_px + self.spacing()
            begins_group = part.is_after_gap and not any(each.is_after_gap for line in lines for each in line)
            if taken and (taken + needed > room or (begins_group and taken + group_px > room)):
                lines.append([])
                taken = 0
            lines[-1].append(part)
            taken += needed
        return [line for line in lines if line]

    def _widths(self, line: list[_Part], width: int) -> list[int]:
        least = [max(min(part.least_px, width), part.item.minimumSize().width()) for part in line]
        free = max(width - sum(least) - self.spacing() * (len(line) - 1), 0)
        shares = sum(part.stretch for part in line)
        return [
            min(px + (free * part.stretch // shares if shares else 0), part.item.maximumSize().width())
            for part, px in zip(line, least, strict=True)
        ]

    def _place(self, line: list[_Part], widths: list[int], heights: list[int], rect: QRect) -> None:
        free = max(rect.width() - sum(widths) - self.spacing() * (len(line) - 1), 0)
        gaps = [line[0].is_after_gap, *(after.is_after_gap > before.is_after_gap for before, after in pairwise(line))]
        left = rect.left()
        for part, width, height, is_gap_before in zip(line, widths, heights, gaps, strict=True):
            left += free if is_gap_before else 0
            is_filling = bool(part.item.expandingDirections() & Qt.Orientation.Vertical)
            height = rect.height() if is_filling else height
            top = rect.top() + (rect.height() - height) // 2
            part.item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left += width + self.spacing()


def _shows_nothing(item: QLayoutItem) -> bool:
    """Whether an item is hidden, or waits for a text without a height kept for it: neither takes a place or a space."""
    widget = item.widget()
    is_mute = (
        isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull() and not widget.minimumHeight()
    )
    return item.isEmpty() or is_mute or item.sizeHint().width() <= 0


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
