"""Asks which unit pages count for, and which pages: the chosen ones, or all from the first of them on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QRadioButton, QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_column, make_label, name_for_screen_readers, restyle
from gui.widgets.plain_texts import breakable
from gui.widgets.unit_box import UnitBox
from omr.responses import DeliveredPage
from omr.review.page_assignments import counted_elsewhere
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class Extent:
    """Pages that can be meant, and what they are called."""

    name: str
    pages: tuple[DeliveredPage, ...]


@dataclass(frozen=True, slots=True)
class RangeFinder:
    """Finds pages that a person names by numbers.

    Attributes:
        file: Name of the file whose pages are meant.
        find: Called with a range of pages of the file and one of serial numbers, either may be empty; returns the
            pages, None if a text is no range.
    """

    file: str
    find: Callable[[str, str], tuple[DeliveredPage, ...] | None]


class UnitDialog(QDialog):
    """Asks for a unit; emits ``confirmed(code, pages)``, the code empty to go by what is printed.

    With ``ranges`` also a range of pages or serial numbers can be meant.
    """

    confirmed = Signal(str, object)

    def __init__(
        self,
        units: Sequence[Unit],
        extents: Sequence[Extent],
        parent: QWidget | None = None,
        *,
        ranges: RangeFinder | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set unit"))
        self.setMinimumWidth(520)
        self._extents = extents
        self._ranges = ranges
        self._names = {unit.code: unit.name for unit in units}
        heading = make_label("heading")
        heading.setText(self.tr("Set unit"))
        self.hint, self.warning = make_label("muted", wraps=True), make_label(wraps=True)
        self.unit_box = _PagesBox(units)
        self.choices = [QRadioButton(f"{each.name} ({format_count(len(each.pages))})") for each in extents]
        self.choices[0].setChecked(True)
        self.range_choice = QRadioButton(self.tr("A range:"))
        self.pages_edit, self.serials_edit = QLineEdit(), QLineEdit()
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Set unit"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = make_column(self, margin=24)
        for widget in (heading, self.unit_box, *self.choices, self._make_range(), self.hint, self.warning, buttons):
            layout.addWidget(widget)
        group = QButtonGroup(self)
        for choice in (*self.choices, self.range_choice):
            group.addButton(choice)
            choice.setVisible(len(extents) > 1 or ranges is not None)
            choice.toggled.connect(self._describe)
        self.unit_box.currentIndexChanged.connect(self._describe)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.confirmed.emit(self.unit_box.unit_code(), self.pages()))
        self.unit_box.setFocus()
        self._describe()

    def pages(self) -> tuple[DeliveredPage, ...]:
        """Return the pages that are meant; none where a range is unclear."""
        if self._ranges is not None and self.range_choice.isChecked():
            return self._ranges.find(self.pages_edit.text().strip(), self.serials_edit.text().strip()) or ()
        return next(each.pages for each, choice in zip(self._extents, self.choices, strict=True) if choice.isChecked())

    def _make_range(self) -> QWidget:
        """Return the choice of a range, which is in use as soon as somebody types one."""
        row, form = QWidget(), QFormLayout()
        file = self._ranges.file if self._ranges else ""
        self.pages_edit.setPlaceholderText("3-52")
        self.serials_edit.setPlaceholderText("1-50")
        rows = (
            (self.tr("Pages of {file}").format(file=file), self.pages_edit),
            (self.tr("Serial numbers in this batch"), self.serials_edit),
        )
        for text, edit in rows:
            label = make_label(wraps=True)
            label.setText(breakable(text))
            name_for_screen_readers(edit, text)
            edit.textEdited.connect(lambda _text: self.range_choice.setChecked(True))
            edit.textChanged.connect(self._describe)
            form.addRow(label, edit)
        form.setContentsMargins(24, 0, 0, 0)
        column = make_column(row, margin=0, spacing=8)
        column.addWidget(self.range_choice)
        column.addLayout(form)
        row.setVisible(self._ranges is not None)
        return row

    def _describe(self) -> None:
        pages, code = self.pages(), self.unit_box.unit_code()
        self.confirm_button.setEnabled(bool(pages) or not self.range_choice.isChecked())
        self.hint.setText(
            self.tr("%n page(s) will count for this unit. What is printed on them is kept.", "", len(pages))
        )
        if not self.confirm_button.isEnabled():
            self.hint.setText(self.tr("There are no such pages. Give whole numbers like 3-52."))
        others = counted_elsewhere(pages, code) if code else {}
        named = ", ".join(f"{self._names.get(unit, unit)} ({format_count(count)})" for unit, count in others.items())
        replaced = self.tr(
            "These pages count for another unit now, which will be replaced: {units}. It stays on record."
        )
        self.warning.setText(replaced.format(units=named))
        self.warning.setVisible(bool(others))


class _PagesBox(UnitBox):
    """The unit of the pages that are meant."""

    def _purpose(self) -> str:
        return self.tr("Unit of these pages")
