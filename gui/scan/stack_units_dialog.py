"""Asks which unit each stack without one counts for: a code that is written by hand is typed once per stack."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.i18n.translation import format_count
from gui.scan.unit_wording import describe_doubt, describe_unlisted
from gui.widgets.building_blocks import make_column, make_label, resize_within_screen, restyle
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled
from gui.widgets.unit_box import UnitBox
from omr.responses import DeliveredPage
from omr.units.unit_list import Unit
from omr.units.unit_runs import UnitRun

_ROW_PX = 44
_LONGEST_NAME = 32  # characters; with the page two lines
_NARROWEST_PX = 600  # the unit, the only column to fill in, stays in sight
_WHERE, _UNIT, _COUNT, _WHY = range(4)


class StackUnitsDialog(QDialog):
    """Lists the stacks that count for no unit; emits ``confirmed(units)``: code and pages of those that were named."""

    confirmed = Signal(object)  # tuple[tuple[str, tuple[DeliveredPage, ...]], ...]

    def __init__(self, runs: Sequence[UnitRun], units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Units of stacks"))
        self.setMinimumWidth(_NARROWEST_PX)
        resize_within_screen(self, 900, 520)
        self._runs = tuple(runs)
        self.boxes = [_StackBox(units) for _ in runs]
        heading, hint = make_label("heading"), make_label("muted", wraps=True)
        heading.setText(self.tr("Units of stacks"))
        hint.setText(
            self.tr(
                "These pages count for no unit of the list yet: each row is a stack between covers, or pages that "
                "follow each other in a file. Choose the unit that is written on a stack; rows without one wait. What "
                "is printed is kept."
            )
        )
        self.table = self._make_table(hint.text())
        self._fill()
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Set units"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = make_column(self, margin=24)
        for widget in (heading, hint, self.table, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.confirmed.emit(self.named()))
        for box in self.boxes:
            box.currentIndexChanged.connect(self._update)
        self._update()
        if self.boxes:
            self.boxes[0].setFocus()

    def named(self) -> tuple[tuple[str, tuple[DeliveredPage, ...]], ...]:
        """Return the unit and the pages of every stack for which one is chosen."""
        chosen = zip(self.boxes, self._runs, strict=True)
        return tuple((box.unit_code(), run.pages) for box, run in chosen if box.unit_code())

    def _make_table(self, name: str) -> QTableWidget:
        table = QTableWidget(len(self._runs), 4)
        table.setHorizontalHeaderLabels([self.tr("Where"), self.tr("Unit"), self.tr("Pages"), self.tr("Why")])
        table.setAccessibleName(name)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((240, 280, 90, 240)):
            table.setColumnWidth(column, width)
        return table

    def _fill(self) -> None:
        for row, (run, box) in enumerate(zip(self._runs, self.boxes, strict=True)):
            why = self._why(run)
            place = self._place(run, _elided), self._place(run, str)
            count = format_count(len(run.pages))
            for column, (text, tip) in {_WHERE: place, _COUNT: (count, count), _WHY: (why, why)}.items():
                cell = QTableWidgetItem(text)
                cell.setToolTip(as_tip(tip))
                self.table.setItem(row, column, cell)
            self.table.setCellWidget(row, _UNIT, box)

    def _why(self, run: UnitRun) -> str:
        if run.doubt:
            return describe_doubt(run.doubt)
        return describe_unlisted(run.unlisted) if run.unlisted else self.tr("nothing names a unit")

    def _place(self, run: UnitRun, worded: Callable[[str], str]) -> str:
        first, last = run.pages[0], run.pages[-1]
        file = worded(first.source)
        if first is last:
            return self.tr("{file}, page {page}").format(file=file, page=first.place_in_file)
        if first.source == last.source:
            text = self.tr("{file}, pages {first}–{last}")
            return text.format(file=file, first=first.place_in_file, last=last.place_in_file)
        return self.tr("{first} to {last}").format(first=file, last=worded(last.source))

    def _update(self) -> None:
        self.confirm_button.setEnabled(any(box.unit_code() for box in self.boxes))


def _elided(name: str) -> str:
    """Leave out the middle of a long file name, so that the page behind it is seen."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


class _StackBox(UnitBox):
    """The unit of one stack."""

    def _no_unit(self) -> str:
        return self.tr("Not yet")

    def _purpose(self) -> str:
        return self.tr("Unit of this stack")
