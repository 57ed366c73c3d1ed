"""All keys on one page (F1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets import keep_height, make_column, make_label


class ShortcutsDialog(QDialog):
    """Lists what each key does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        layout = make_column(self, margin=24)
        sides = QHBoxLayout()
        sides.setSpacing(40)
        for parts in (
            ((self.tr("Everywhere"), self._general_keys()), (self.tr("Review: many at once"), self._gallery_keys())),
            ((self.tr("Review"), self._review_keys()),),
        ):
            side = QVBoxLayout()
            for title, keys in parts:
                _add_part(side, title, keys)
            side.addStretch()
            sides.addLayout(side)
        layout.addLayout(sides)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _general_keys(self) -> dict[str, str]:
        return {
            "Ctrl+N": self.tr("New survey"),
            "Ctrl+O": self.tr("Open survey"),
            "Ctrl+1, 2, 3": self.tr("Scan, Review, Results"),
            "Ctrl+D": self.tr("Add scans"),
            "F1": self.tr("This page"),
        }

    def _review_keys(self) -> dict[str, str]:
        return {
            "1 … 9, A …": self.tr("Choose this option; where several may be, tick it"),
            "Enter": self.tr("Accept what was read, ticked or typed"),
            "0": self.tr("Left blank"),
            "U": self.tr("Unreadable"),
            "D": self.tr("More than one option is marked"),
            "M": self.tr("Write a note, kept with the decision"),
            "F": self.tr("Whole page and back; + − * zoom, arrows move"),
            "G": self.tr("Many answers at once"),
            "Backspace, Ctrl+Z": self.tr("Take the last step back"),
            "PgUp, PgDn, ←, →": self.tr("Look at others without deciding"),
            self.tr("Typing"): self.tr("Ctrl+U, M, F, G; Tab edits a proposal, Esc empties"),
            self.tr("Mouse"): self.tr("Wheel zooms, drag moves, click on a box chooses it"),
        }

    def _gallery_keys(self) -> dict[str, str]:
        return {
            self.tr("Click, Space"): self.tr("Leave an odd one out, or take it in again"),
            "Enter": self.tr("Confirm all that were shown, but not the odd ones"),
            "Backspace, Ctrl+Z": self.tr("Take the whole step back"),
            "Esc, G": self.tr("Back to one by one"),
        }


def _add_part(side: QVBoxLayout, title: str, keys: dict[str, str]) -> None:
    heading = make_label("subheading")
    heading.setText(title)
    keep_height(heading)
    side.addWidget(heading)
    side.addLayout(_make_table(keys))
    side.addSpacing(12)


def _make_table(keys: dict[str, str]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(18)
    table.setVerticalSpacing(7)
    table.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys.items()):
        left, right = make_label("key"), make_label()
        left.setText(key)
        right.setText(meaning)
        table.addWidget(left, row, 0, Qt.AlignmentFlag.AlignLeft)
        table.addWidget(right, row, 1)
    return table
