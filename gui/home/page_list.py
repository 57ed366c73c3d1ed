"""The blank pages of a form in their order, each with a small picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import describe_page_problem
from gui.jobs import Jobs
from gui.paper.picture_loading import to_image
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_button
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener

_ICON_PX = QSize(66, 88)
_ENOUGH_PX = 400  # on the longer side, for a small picture on any screen
_PATH_ROLE, _PREVIEW_ROLE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A file as it looks.

    Attributes:
        pages: How many pages it has; 1 where nobody can say.
        image: Its first page, small; None if it cannot be read.
        size_px: Width and height of that page as delivered.
        problem: Why it cannot be read, in the person's language; empty if it can.
    """

    pages: int
    image: QImage | None = None
    size_px: tuple[int, int] = (0, 0)
    problem: str = ""


def load_preview(path: Path, opener: PageOpener) -> Preview:
    """Look at a file, whatever it does."""
    look = opener.look(path, _ENOUGH_PX)
    if isinstance(look, PageFinding):
        return Preview(1, problem=describe_page_problem(look))
    small = to_image(look.pixels).scaled(
        _ICON_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return Preview(look.page_count, small, look.size_px)


class PageList(QWidget):
    """Files that together are the pages of a form; their order can be changed."""

    changed = Signal()

    def __init__(self, jobs: Jobs, opener: PageOpener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._opener = opener
        self.start_folder = Path.home()
        self.list = QListWidget()
        self.add_button = make_button()
        self.remove_button = make_button()
        self.up_button = make_button()
        self.down_button = make_button()
        self._lay_out()
        self._connect()
        self._update()

    def paths(self) -> tuple[Path, ...]:
        """Return the files in order."""
        return tuple(item.data(_PATH_ROLE) for item in self._items())

    def add(self, paths: Sequence[Path]) -> None:
        """Put files at the end and look at them."""
        for path in paths:
            item = QListWidgetItem()
            item.setData(_PATH_ROLE, path)
            item.setIcon(QIcon(_no_picture()))
            item.setSizeHint(QSize(0, _ICON_PX.height() + 12))
            self.list.addItem(item)
            self._look_at(path)
        if paths:
            self.start_folder = paths[-1].parent
            self.list.setCurrentRow(self.list.count() - 1)
        self._update()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _lay_out(self) -> None:
        self.list.setIconSize(_ICON_PX)
        self.list.setMinimumHeight(2 * (_ICON_PX.height() + 12) + 8)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setAccessibleName(self.tr("Blank pages"))
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        texts = (self.tr("Add…"), self.tr("Remove"), self.tr("Move up"), self.tr("Move down"))
        for button, text in zip(self._buttons(), texts, strict=True):
            button.setText(text)
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list, stretch=1)
        row.addLayout(buttons)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.add_button, self.remove_button, self.up_button, self.down_button)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.list.currentRowChanged.connect(lambda _row: self._update_buttons())
        self.list.model().rowsMoved.connect(self._update)

    def _look_at(self, path: Path) -> None:
        job = self._jobs.start(lambda _report, _cancel: load_preview(path, self._opener))
        job.succeeded.connect(lambda preview: self._on_looked(path, preview))
        job.failed.connect(lambda error: self._on_looked(path, Preview(1, problem=describe_error(error).happened)))

    def _on_looked(self, path: Path, preview: Preview) -> None:
        for item in self._items():
            if item.data(_PATH_ROLE) == path:
                item.setData(_PREVIEW_ROLE, preview)
                if preview.image is not None:
                    item.setIcon(QIcon(QPixmap.fromImage(preview.image)))
                else:
                    item.setForeground(current_colors().bad)
        self._update()

    def _on_add(self) -> None:
        self.add(dialogs.ask_scans(self, self.start_folder, self.tr("Choose the blank pages")))

    def _on_remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._update()

    def _move(self, rows: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + rows, item)
        self.list.setCurrentItem(item)
        self._update()

    def _update(self) -> None:
        number = 1
        for item in self._items():
            preview = item.data(_PREVIEW_ROLE) or Preview(1)
            item.setText(f"{self._pages_text(number, preview.pages)}\n{item.data(_PATH_ROLE).name}")
            item.setToolTip(as_tip(str(item.data(_PATH_ROLE))))
            number += preview.pages
            if facts := _facts(preview):
                item.setText(f"{item.text()}\n{facts}")
        self._update_buttons()
        self.changed.emit()

    def _pages_text(self, first: int, pages: int) -> str:
        if pages == 1:
            return self.tr("Page {number}").format(number=first)
        return self.tr("Pages {first}–{last}").format(first=first, last=first + pages - 1)

    def _update_buttons(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        self.remove_button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < last)


def _no_picture() -> QPixmap:
    """Return what keeps the place of a picture that is not there."""
    nothing = QPixmap(_ICON_PX)
    nothing.fill(Qt.GlobalColor.transparent)
    return nothing


def _facts(preview: Preview) -> str:
    """Say what is known of a file: its size, or why it cannot be read."""
    if preview.image is None:
        return preview.problem
    width_px, height_px = preview.size_px
    return f"{width_px} × {height_px} px"
