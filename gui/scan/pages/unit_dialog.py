"""Asks which unit pages count for, and which pages: the chosen ones, or all from the first of them on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_column, make_label, restyle
from gui.widgets.unit_box import UnitBox
from omr.responses import DeliveredPage
from omr.review.page_assignments import counted_elsewhere
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class Extent:
    """Pages that can be meant, and what they are called."""

    name: str
    pages: tuple[DeliveredPage, ...]


class UnitDialog(QDialog):
    """Asks for a unit; emits ``confirmed(code, pages)``, the code empty to go by what is printed."""

    confirmed = Signal(str, object)

    def __init__(self, units: Sequence[Unit], extents: Sequence[Extent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set unit"))
        self.setMinimumWidth(520)
        self._extents = extents
        self._names = {unit.code: unit.name for unit in units}
        heading = make_label("heading")
        heading.setText(self.tr("Set unit"))
        self.hint, self.warning = make_label("muted", wraps=True), make_label(wraps=True)
        self.unit_box = UnitBox(units)
        self.choices = [QRadioButton(f"{each.name} ({format_count(len(each.pages))})") for each in extents]
        self.choices[0].setChecked(True)
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Set unit"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = make_column(self, margin=24)
        for widget in (heading, self.unit_box, *self.choices, self.hint, self.warning, buttons):
            layout.addWidget(widget)
        for choice in self.choices:
            choice.setVisible(len(extents) > 1)
            choice.toggled.connect(self._describe)
        self.unit_box.currentIndexChanged.connect(self._describe)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.confirmed.emit(self.unit_box.unit_code(), self.pages()))
        self.unit_box.setFocus()
        self._describe()

    def pages(self) -> tuple[DeliveredPage, ...]:
        """Return the pages that are meant."""
        return next(each.pages for each, choice in zip(self._extents, self.choices, strict=True) if choice.isChecked())

    def _describe(self) -> None:
        pages, code = self.pages(), self.unit_box.unit_code()
        self.hint.setText(
            self.tr("%n page(s) will count for this unit. What is printed on them is kept.", "", len(pages))
        )
        others = counted_elsewhere(pages, code) if code else {}
        named = ", ".join(f"{self._names.get(unit, unit)} ({format_count(count)})" for unit, count in others.items())
        replaced = self.tr(
            "These pages count for another unit now, which will be replaced: {units}. It stays on record."
        )
        self.warning.setText(replaced.format(units=named))
        self.warning.setVisible(bool(others))
