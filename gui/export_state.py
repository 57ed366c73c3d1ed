"""What came of an export: how far it is, a way to stop it, and the way to what was written."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.widgets.building_blocks import make_button, make_label
from gui.widgets.plain_texts import as_tip


class ExportState(QWidget):
    """A line that tells how far an export is, with links to stop it or to open what was written."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.label = make_label("muted", wraps=wraps)
        if not wraps:
            self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open_button = make_button("link")
        self.folder_button = make_button("link")
        self.cancel_button = make_button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, stretch=1)
        for button in (self.open_button, self.folder_button, self.cancel_button):
            row.addWidget(button)
        self.open_button.clicked.connect(lambda: self._open(self._path))
        self.folder_button.clicked.connect(self._open_folder)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.say("")
        self._retranslate()

    def say(self, text: str, *, path: Path | None = None, can_cancel: bool = False) -> None:
        """Say something; ``path`` is the file or folder that was written."""
        self._path = path
        self.label.setText(text)
        self.label.setToolTip(as_tip(text))
        self.open_button.setVisible(path is not None and not path.is_dir())
        self.folder_button.setVisible(path is not None)
        self.cancel_button.setVisible(can_cancel)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _open_folder(self) -> None:
        if self._path is not None:
            self._open(self._path if self._path.is_dir() else self._path.parent)

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _retranslate(self) -> None:
        self.open_button.setText(self.tr("Open file"))
        self.folder_button.setText(self.tr("Show in folder"))
        self.cancel_button.setText(self.tr("Stop"))
