"""An area that takes the height of what it holds, and scrolls it where a window has less."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST_PX = 72
_SCROLL_BAR_PX = 14


class YieldingArea(QScrollArea):
    """Holds one widget; it is never wider than the area, and as high as that width asks for while there is room."""

    def __init__(self, content: QWidget, *, least_px: int = _LEAST_PX, most: float = 1.0) -> None:
        """Hold a widget.

        Args:
            content: It may change its height at any time.
            least_px: To so much height the area gives way.
            most: Share (0.0-1.0) of the place it stands in that it never exceeds, whatever is to be shown.
        """
        super().__init__()
        self._content, self._least_px, self._most = content, least_px, most
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it is reached itself
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)  # the area would have it cover what lies below

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        wanted = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        around = self.parentWidget()
        if self._most >= 1.0 or around is None:
            return wanted
        return min(wanted, max(int(self._most * around.height()), self._least_px))

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._content.minimumSizeHint()
        return QSize(least.width() + _SCROLL_BAR_PX, min(least.height(), self._least_px))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._most < 1.0 and (around := self.parentWidget()) is not None:
            around.installEventFilter(self)  # once, however often
        self.updateGeometry()  # out of sight nothing tells that the content has changed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_content = watched is self._content
        if event.type() is (QEvent.Type.LayoutRequest if is_content else QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)
