"""All keys on one page (F1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QWidget

from gui.widgets import make_column, make_label


class ShortcutsDialog(QDialog):
    """Lists what each key does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        self.setMinimumWidth(720)
        layout = make_column(self, margin=24)
        for title, keys in (
            (self.tr("Everywhere"), self._general_keys()),
            (self.tr("Review"), self._review_keys()),
            (self.tr("Results"), self._results_keys()),
        ):
            heading = make_label("subheading")
            heading.setText(title)
            layout.addWidget(heading)
            layout.addLayout(_make_table(keys))
            layout.addSpacing(6)
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
            "1 … 9, A …": self.tr("Choose the option with this key; with several marks: tick it"),
            "Enter": self.tr("Accept what the program read, or confirm what is ticked or typed"),
            "0": self.tr("Left blank"),
            "U, Ctrl+U": self.tr("Unreadable (Ctrl+U also while typing)"),
            "M": self.tr("More than one option is marked"),
            "Backspace, Ctrl+Z": self.tr("Take the last decision back"),
            "PgUp, PgDn, ←, →": self.tr("Look at others without deciding"),
            self.tr("Mouse"): self.tr("Wheel zooms, drag moves, double click fits, click on a box chooses it"),
        }

    def _results_keys(self) -> dict[str, str]:
        return {
            "Alt+1, 2, 3": self.tr("Criteria, other questions, units"),
            "Enter": self.tr("Answers behind a figure; on an answer: decide it again in review"),
            "Esc": self.tr("Back to the figures"),
            "Ctrl+E": self.tr("Export the workbook"),
        }


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
