"""Asks which unit the chosen pages count for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from gui.widgets.building_blocks import make_column, make_label, restyle
from gui.widgets.unit_box import UnitBox
from omr.units.unit_list import Unit


class UnitDialog(QDialog):
    """Asks for a unit; emits ``confirmed(code)``, the code empty to go by what is printed."""

    confirmed = Signal(str)

    def __init__(self, units: Sequence[Unit], pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set unit"))
        self.setMinimumWidth(480)
        heading = make_label("heading")
        heading.setText(self.tr("Set unit"))
        hint = make_label("muted", wraps=True)
        hint.setText(self.tr("%n page(s) will count for this unit. What is printed on them is kept.", "", pages))
        self.unit_box = UnitBox(units)
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Set unit"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = make_column(self, margin=24)
        for widget in (heading, hint, self.unit_box, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.confirmed.emit(self.unit_box.unit_code()))
        self.unit_box.setFocus()
