"""Asks which forms to print, for which units and how many for each, and shows the first of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from gui.form.page_preview import PREVIEW_DPI, PagePreview
from gui.i18n.translation import format_count
from gui.jobs import Jobs
from gui.widgets.building_blocks import make_column, make_label, resize_within_screen, restyle
from gui.widgets.folding_completer import fold
from omr.forms.form_pictures import first_form_pictures
from omr.survey.folder import Survey
from omr.units.unit_list import Unit

_MOST_COPIES = 5000
_CODE_ROLE = int(Qt.ItemDataRole.UserRole)


class PrintDialog(QDialog):
    """Asks which forms to print; emits ``confirmed(codes, copies)``, without codes for forms that name no unit.

    Emits ``covers_confirmed(codes)`` instead where the covers of these units' stacks are to be printed.
    """

    confirmed = Signal(object, int)
    covers_confirmed = Signal(object)

    def __init__(self, survey: Survey, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print forms"))
        resize_within_screen(self, 940, 640)
        self._survey = survey
        self._pages_per_form = len(survey.template.pages)
        self.search = QLineEdit()
        self.all_box = QCheckBox(self.tr("All units"))
        self.covers_box = QCheckBox(self.tr("Covers for the stacks of these units, instead of forms"))
        self.covers_box.setToolTip(
            self.tr("Two sheets a unit, on top and at the end of its stack: what lies between them counts for the unit")
        )
        self.list = QListWidget()
        self.copies_box = QSpinBox()
        self.total = make_label("muted", wraps=True)
        self._buttons = QDialogButtonBox()
        self.preview = PagePreview(jobs)
        self._fill(survey.units)
        self._lay_out()
        self._connect()
        self._show_total()

    def chosen_codes(self) -> tuple[str, ...]:
        """Return the codes of the ticked units, in the order of the list."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(row.data(_CODE_ROLE) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def _fill(self, units: Sequence[Unit]) -> None:
        for unit in units:
            row = QListWidgetItem(f"{unit.code} · {unit.name}", self.list)
            row.setData(_CODE_ROLE, unit.code)
            row.setCheckState(Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        has_units = self.list.count() > 0
        heading = make_label("heading")
        heading.setText(self.tr("Print forms"))
        self.search.setPlaceholderText(self.tr("Search a unit by name or code"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list.setAccessibleName(self.tr("Units"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        left = QWidget()
        layout = make_column(left, margin=0, spacing=12)
        row.addWidget(left, stretch=5)
        row.addWidget(self.preview, stretch=4)
        layout.addWidget(heading)
        for widget in (self.search, self.all_box, self.list):
            layout.addWidget(widget)
            widget.setVisible(has_units)
        if not has_units:
            layout.addStretch()
        layout.addWidget(self.covers_box)
        self.covers_box.setVisible(has_units)
        layout.addLayout(self._make_copies_row())
        layout.addWidget(self.total)
        layout.addWidget(self._buttons)
        self._add_buttons()

    def _make_copies_row(self) -> QHBoxLayout:
        self.copies_box.setRange(1, _MOST_COPIES)
        self.copies_box.setValue(50)
        self.copies_box.setAlignment(Qt.AlignmentFlag.AlignRight)
        label = make_label()
        label.setText(self.tr("&Copies for each unit"))
        label.setBuddy(self.copies_box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch()
        row.addWidget(self.copies_box)
        return row

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.save_button = self._buttons.addButton(self.tr("Save PDF…"), role)
        restyle(self.save_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.all_box.clicked.connect(self._on_all_clicked)
        self.list.itemChanged.connect(self._show_total)
        self.copies_box.valueChanged.connect(self._show_total)
        self.covers_box.toggled.connect(self._show_total)
        self._buttons.accepted.connect(self._confirm)
        self._buttons.rejected.connect(self.reject)

    def _confirm(self) -> None:
        if self.covers_box.isChecked():
            self.covers_confirmed.emit(self.chosen_codes())
        else:
            self.confirmed.emit(self.chosen_codes(), self.copies_box.value())

    def _on_searched(self, text: str) -> None:
        wanted = fold(text)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))

    def _on_all_clicked(self, is_checked: bool) -> None:
        state = Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _show_total(self) -> None:
        codes = self.chosen_codes()
        units = len(codes)
        first = codes[0] if codes else ""
        self.preview.show_pages(first, lambda: first_form_pictures(self._survey, first, dpi=PREVIEW_DPI))
        self.all_box.setChecked(0 < self.list.count() == units)
        self.copies_box.setEnabled(not self.covers_box.isChecked())
        if self.covers_box.isChecked():
            sheets = format_count(2 * (units or self.list.count()))
            self.total.setText(self.tr("{sheets} sheets, two for each stack").format(sheets=sheets))
            return
        forms = self.copies_box.value() * max(units, 1)
        counts = QCoreApplication.translate("PrintDialog", "{forms} forms, {pages} pages")
        text = counts.format(forms=format_count(forms), pages=format_count(forms * self._pages_per_form))
        without = self.tr("No unit is chosen: the forms leave a line for its name.")
        self.total.setText(text if units else f"{text}. {without}")
