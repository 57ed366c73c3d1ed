"""Asks whether scans count for the units that their folders are named after; a person says of what matches none."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidget, QTableWidgetItem, QWidget

from gui.widgets.building_blocks import make_column, make_label, resize_within_screen, restyle
from gui.widgets.unit_box import UnitBox
from omr.units.folder_names import UnitFolders
from omr.units.unit_list import Unit


class FolderUnitsDialog(QDialog):
    """Shows folders and their units; emits ``confirmed(folder_units)``, empty to go by what the paper says."""

    confirmed = Signal(object)  # dict[Path, str]

    def __init__(self, folders: UnitFolders, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Folders named like units"))
        resize_within_screen(self, 680, 520)
        self._folders = folders
        self._names = {unit.code: f"{unit.code} · {unit.name}" for unit in units}
        self.boxes: dict[Path, UnitBox] = {folder: UnitBox(units) for folder in folders.unnamed}
        heading, hint = make_label("heading"), make_label("muted", wraps=True)
        heading.setText(self.tr("Folders named like units"))
        hint.setText(
            self.tr(
                "Do the scans in these folders belong to the units they are named after? Where a folder is named after "
                "no unit, or could be after several, choose one or go by what is printed."
            )
        )
        self.table = QTableWidget(len(folders.unnamed) + len(folders.named), 2)
        self.table.setHorizontalHeaderLabels([self.tr("Folder"), self.tr("Unit")])
        self.table.setAccessibleName(hint.text())
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, 260)
        self._fill()
        layout = make_column(self, margin=24)
        for widget in (heading, hint, self.table, self._make_buttons()):
            layout.addWidget(widget)

    def folder_units(self) -> dict[Path, str]:
        """Return the unit of every folder that has one."""
        chosen = {folder: box.unit_code() for folder, box in self.boxes.items()}
        return {**self._folders.named, **{folder: code for folder, code in chosen.items() if code}}

    def _fill(self) -> None:
        for row, (folder, box) in enumerate(self.boxes.items()):
            self.table.setItem(row, 0, self._cell(folder.name, str(folder)))
            self.table.setCellWidget(row, 1, box)
        for row, (folder, code) in enumerate(self._folders.named.items(), start=len(self.boxes)):
            self.table.setItem(row, 0, self._cell(folder.name, str(folder)))
            self.table.setItem(row, 1, self._cell(self._names[code], ""))
        self.table.resizeRowsToContents()

    def _cell(self, text: str, tip: str) -> QTableWidgetItem:
        cell = QTableWidgetItem(text)
        cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        cell.setToolTip(tip)
        return cell

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(
            self.tr("Count for these units"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        restyle(self.confirm_button, "role", "primary")
        self.printed_button = buttons.addButton(self.tr("Go by the paper"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(lambda: self._confirm(self.folder_units()))
        self.printed_button.clicked.connect(lambda: self._confirm({}))
        buttons.rejected.connect(self.reject)
        return buttons

    def _confirm(self, folder_units: dict[Path, str]) -> None:
        self.accept()
        self.confirmed.emit(folder_units)
