"""How a form will look: one of its pages, and buttons for the others."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.i18n.error_messages import describe_error
from gui.jobs import Jobs
from gui.paper.picture_loading import Picture, to_image
from gui.paper.picture_view import PictureView
from gui.widgets.building_blocks import make_button, make_column

PREVIEW_DPI = 80.0
"""Enough for a page half as wide as the window, drawn in a tenth of a second."""

Draw = Callable[[], Sequence[NDArray[np.uint8]]]
"""Draws the pages as (H, W, 3) uint8 BGR, off the GUI thread."""


class PagePreview(QWidget):
    """Shows a page of a form with a button for each; draws what is wanted last and drops what was wanted before."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Hashable | None = None
        self._waiting: tuple[Hashable, Draw] | None = None
        self._is_drawing = False
        self._pictures: list[Picture] = []
        self.view = PictureView(takes_keys=True)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addStretch()
        layout = make_column(self, margin=0, spacing=8)
        layout.addWidget(self.view, stretch=1)
        layout.addLayout(self._row)

    @property
    def has_pictures(self) -> bool:
        """Whether there is something to see."""
        return bool(self._pictures)

    def show_pages(self, key: Hashable, draw: Draw) -> None:
        """Show other pages; equal keys stand for equal pages."""
        if key == self._shown:
            return
        self._shown = key
        self._waiting = (key, draw)
        self._go_on()

    def show_nothing(self, note: str) -> None:
        """Show a note instead of pages."""
        self._shown, self._waiting = None, None
        self._pictures = []
        self._make_buttons(0)
        self.view.show_note(note)

    def show_page(self, number: int) -> None:
        """Show the 1-based page ``number``."""
        self.buttons[number - 1].setChecked(True)
        self.view.show_picture(self._pictures[number - 1])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _go_on(self) -> None:
        if self._is_drawing or self._waiting is None:
            return
        (key, draw), self._waiting = self._waiting, None
        self._is_drawing = True
        if not self._pictures:
            self.view.show_note(self.tr("Drawing the form…"))
        job = self._jobs.start(lambda _report, _cancel: [Picture(to_image(pixels)) for pixels in draw()])
        job.succeeded.connect(lambda pictures: self._on_drawn(key, pictures))
        job.failed.connect(lambda error: self._on_failed(key, error))
        job.ended.connect(self._on_ended)

    def _on_drawn(self, key: Hashable, pictures: list[Picture]) -> None:
        if key != self._shown:
            return
        at = max(self._group.checkedId(), 1)
        self._pictures = pictures
        self._make_buttons(len(pictures))
        self.show_page(min(at, len(pictures)))

    def _on_failed(self, key: Hashable, error: Exception) -> None:
        if key == self._shown:
            self._pictures = []
            self._make_buttons(0)
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")

    def _on_ended(self) -> None:
        self._is_drawing = False
        self._go_on()

    def _make_buttons(self, count: int) -> None:
        if count == len(self.buttons):
            return
        for button in self.buttons:
            self._group.removeButton(button)
            button.deleteLater()
        self.buttons = []
        for number in range(1, count + 1):
            button = make_button("filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, number=number: self.show_page(number))
            self._group.addButton(button, number)
            self._row.addWidget(button)
            self.buttons.append(button)
        self._retranslate()

    def _retranslate(self) -> None:
        for number, button in enumerate(self.buttons, start=1):
            button.setText(self.tr("Page {number}").format(number=number))
