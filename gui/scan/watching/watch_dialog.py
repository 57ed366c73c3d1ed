"""Asks how the scans of a folder are to be read that is going to be watched."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from gui.widgets.building_blocks import make_column, make_label, make_pair, resize_within_screen, restyle
from gui.widgets.plain_texts import breakable
from gui.widgets.unit_box import UnitBox
from omr.batches.watching.moving_aside import ASIDE_FOLDER
from omr.batches.watching.watch_order import WatchOrder
from omr.units.unit_list import Unit


class WatchDialog(QDialog):
    """Shows the folder and asks for units; emits ``confirmed(WatchOrder)``."""

    confirmed = Signal(object)

    def __init__(self, folder: Path, units: Sequence[Unit], unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Watch a folder"))
        resize_within_screen(self, 600, 330)
        self._folder = folder
        heading, place, hint = make_label("heading"), make_label(wraps=True), make_label("muted", wraps=True)
        heading.setText(self.tr("Watch a folder"))
        place.setText(breakable(str(folder)))
        hint.setText(self._hint())
        self.unit_box = UnitBox(units)
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(unit), 0))
        self.folders_box = QCheckBox(self.tr("Each folder in it is named after its unit: a code or a name"))
        self.folders_box.toggled.connect(self.unit_box.setDisabled)
        unit_label = make_label("muted")
        unit_label.setText(self.tr("Unit"))
        unit_row = make_pair(unit_label, self.unit_box)
        layout = make_column(self, margin=24)
        for widget in (heading, place, unit_row, self.folders_box, hint):
            layout.addWidget(widget)
        unit_row.setVisible(bool(units))
        self.folders_box.setVisible(bool(units))
        layout.addStretch()
        layout.addWidget(self._make_buttons())

    def order(self) -> WatchOrder:
        """Return what is wanted."""
        by_folders = self.folders_box.isChecked()
        return WatchOrder(self._folder, "" if by_folders else self.unit_box.unit_code(), by_folders)

    def _hint(self) -> str:
        return self.tr(
            "Each scan is read once, as soon as it is complete, for as long as this survey is open here. What cannot "
            "be read is moved into {aside} in this folder, with a note why. Everything else stays where it is."
        ).format(aside=ASIDE_FOLDER)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Watch"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        return buttons

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.order())
