"""Choose a unit by typing a part of its name or code; diacritics and case do not matter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from gui.widgets.building_blocks import name_for_screen_readers
from gui.widgets.folding_completer import FOLDED_ROLE, FoldingCompleter, fold
from gui.widgets.roomy_combo_box import RoomyComboBox
from omr.units.unit_list import Unit


class UnitBox(RoomyComboBox):
    """A box to choose a unit of a survey, or first of all to go by what is printed."""

    def __init__(self, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        edit = QLineEdit()
        edit.editingFinished.connect(self._settle)
        self.setLineEdit(edit)  # also makes the box editable
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(26)
        self.addItem("", "")
        for unit in units:
            self._add_unit(unit)
        self.setCompleter(FoldingCompleter(self.model(), self))
        self._retranslate()

    def unit_code(self) -> str:
        """Return the chosen unit's code; empty for "as printed"."""
        return str(self.currentData() or "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add_unit(self, unit: Unit) -> None:
        text = f"{unit.code} · {unit.name}"
        self.addItem(text, unit.code)
        self.setItemData(self.count() - 1, fold(text), FOLDED_ROLE)

    def _no_unit(self) -> str:
        """Word the choice of no unit."""
        return self.tr("As printed on the form")

    def _purpose(self) -> str:
        """Say what the unit is chosen for."""
        return self.tr("Unit that all added pages belong to")

    def _retranslate(self) -> None:
        self.setItemText(0, self._no_unit())
        self.setItemData(0, fold(self.itemText(0)), FOLDED_ROLE)
        name_for_screen_readers(self, self._purpose())

    def _settle(self) -> None:
        """Leave no half-typed name standing: it would look chosen without being so."""
        found = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(max(found, 0))
        self.setEditText(self.itemText(self.currentIndex()))
