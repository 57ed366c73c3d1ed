"""The dialog that lists all keyboard shortcuts on one page (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from gui.widgets.building_blocks import fit_within_screen, keep_height, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from gui.widgets.yielding_area import YieldingArea

_MEANING_PX = 230  # three columns fit the smallest screen


class ShortcutsDialog(QDialog):
    """Lists every key with what it does, by place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        self._layout = layout = make_column(self, margin=24)
        everywhere = (self.tr("Everywhere"), self._general_keys())
        scan = (self.tr("Scan"), self._page_keys())
        review = (self.tr("Review"), self._review_keys())
        gallery = (self.tr("Review: many at once"), self._gallery_keys())
        recheck = (self.tr("Re-check"), self._recheck_keys())
        results = (self.tr("Results"), self._results_keys())
        columns = QWidget()
        row = WrappingRow(columns)
        row.setSpacing(36)
        for tables in ((everywhere, scan), (review,), (gallery, recheck, results)):
            column = QWidget()
            column.setLayout(_make_column(tables))
            row.addWidget(column, stretch=1)
        layout.addWidget(YieldingArea(columns), stretch=1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        width = self._layout.totalSizeHint().width()
        fit_within_screen(self, width, self._layout.totalHeightForWidth(width))  # texts that wrap hint at too little

    def _general_keys(self) -> dict[str, str]:
        return {
            "Ctrl+N": self.tr("New survey"),
            "Ctrl+O": self.tr("Open survey"),
            "Ctrl+Shift+N": self.tr("Find the questions of a form in a file"),
            "Ctrl+Shift+F": self.tr("Make a form of a list of questions"),
            "Ctrl+1 … 5": self.tr("Form, Scan, Review, Re-check, Results"),
            "Ctrl+D": self.tr("Add scans"),
            "Ctrl+,": self.tr("Settings of this survey"),
            "Ctrl+K": self.tr("Check this survey"),
            "Ctrl+W, Ctrl+Q": self.tr("Close the survey, quit"),
            "+ − *": self.tr("Zoom the picture that Tab came to; arrows move it"),
            "Ctrl+Shift+P": self.tr("Find a command by a part of its name"),
            "F1": self.tr("This page"),
        }

    def _page_keys(self) -> dict[str, str]:
        return {
            "Ctrl+T": self.tr("Read a page anyway: say where it lies, or type it"),
            "Ctrl+Shift+R": self.tr("Try again to read the chosen pages"),
            "Ctrl+G": self.tr("Set the unit of the chosen pages"),
            "Ctrl+J, Ctrl+Shift+J": self.tr("Join the chosen pages into one form, set them apart"),
            "Ctrl+Backspace": self.tr("Take back what people said about the chosen pages"),
            "Ctrl+Del, Ctrl+Shift+Del": self.tr("Take the chosen pages out of the count, bring them back"),
            self.tr("While typing a page"): self.tr("As in review; ↑ and ↓ change the question, Ctrl+S keeps the page"),
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

    def _recheck_keys(self) -> dict[str, str]:
        return {
            "Enter, S": self.tr("Start checking, take the second look"),
            "D": self.tr("More than one option is marked"),
            "Esc": self.tr("Stop; what was checked is kept"),
            self.tr("Others"): self.tr("As in review; nothing shows what the program read"),
        }

    def _results_keys(self) -> dict[str, str]:
        return {
            "Alt+1, 2, 3": self.tr("Criteria, other questions, units"),
            "Enter": self.tr("Answers behind a figure; on an answer: decide it again in review"),
            "Esc": self.tr("Back to the figures"),
            "Ctrl+E": self.tr("Export the workbook"),
        }


def _make_column(tables: Sequence[tuple[str, dict[str, str]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for title, keys in tables:
        heading = make_label("subheading")
        heading.setText(title)
        keep_height(heading)
        column.addWidget(heading)
        column.addLayout(_make_table(keys))
        column.addSpacing(8)
    column.addStretch()
    return column


def _make_table(keys: dict[str, str]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(18)
    table.setVerticalSpacing(7)
    table.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys.items()):
        left, right = make_label("key"), make_label(wraps=True)
        right.setMinimumWidth(_MEANING_PX)
        left.setText(key)
        left.setMinimumWidth(left.sizeHint().width())  # a key is told whole
        right.setText(meaning)
        table.addWidget(left, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.addWidget(right, row, 1)
    return table
