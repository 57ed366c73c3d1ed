"""Everything that can be taken away from a survey, in one menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.i18n.reason_messages import name_unit
from omr.units.unit_list import Unit


class ExportMenu(QMenu):
    """The menu of exports.

    Emits ``file_wanted(ending, unit code)``, the code empty for the whole round, ``unit_reports_wanted`` or
    ``everything_wanted``.
    """

    file_wanted = Signal(str, str)
    unit_reports_wanted = Signal()
    everything_wanted = Signal()

    def __init__(self, units: Sequence[Unit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = {unit.code: unit for unit in units}
        self._unit: Unit | None = None
        self.setToolTipsVisible(True)
        self.workbook = self._add(".xlsx")
        self.workbook.setShortcut("Ctrl+E")
        self.addSeparator()
        self.round_report = self._add(".pdf")
        self.unit_report = self.addAction("")
        self.unit_report.triggered.connect(self._on_unit_report_chosen)
        self.unit_reports = self.addAction("")
        self.unit_reports.triggered.connect(lambda: self.unit_reports_wanted.emit())
        self.addSeparator()
        self.spss = self._add(".sav")
        self.parquet = self._add(".parquet")
        self.answers = self._add(".csv")
        self.addSeparator()
        self.everything = self.addAction("")
        self.everything.triggered.connect(lambda: self.everything_wanted.emit())
        for action in (self.unit_report, self.unit_reports):
            action.setVisible(bool(units))
        self._retranslate()

    def set_unit(self, code: str) -> None:
        """Offer the report of another unit; of none if the code is empty."""
        self._unit = self._units.get(code)
        self._name_unit_report()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, ending: str) -> QAction:
        action = self.addAction("")
        action.triggered.connect(lambda: self.file_wanted.emit(ending, ""))
        return action

    def _on_unit_report_chosen(self) -> None:
        if self._unit is not None:
            self.file_wanted.emit(".pdf", self._unit.code)

    def _name_unit_report(self) -> None:
        self.unit_report.setEnabled(self._unit is not None)
        if self._unit is None:
            self.unit_report.setText(self.tr("Report of the chosen unit (PDF)…"))
        else:
            # An ampersand in a name is no key.
            name = name_unit(self._unit).replace("&", "&&")
            self.unit_report.setText(self.tr("Report of {unit} (PDF)…").format(unit=name))

    def _retranslate(self) -> None:
        texts = {
            self.workbook: (
                self.tr("Workbook (Excel)…"),
                self.tr("Overview, index, every question and unit, all answers. In the window's language."),
            ),
            self.round_report: (
                self.tr("Report of the whole round (PDF)…"),
                self.tr("To print: the index, every factor and criterion, the ranking of the units."),
            ),
            self.unit_reports: (
                self.tr("Reports of all units, a file each (PDF)…"),
                self.tr("Into a folder you choose; units without forms have none."),
            ),
            self.spss: (
                self.tr("Data for SPSS (.sav)…"),
                self.tr("One row per form, with labels and missing codes; R and Stata read it as well."),
            ),
            self.parquet: (
                self.tr("Data for R and Python (.parquet)…"),
                self.tr("One row per form, typed, with the reason of every missing answer."),
            ),
            self.answers: (
                self.tr("All answers (.csv)…"),
                self.tr("One row per answer with its page, its reading and who decided."),
            ),
            self.everything: (
                self.tr("Everything into a folder…"),
                self.tr("All of these files about the whole round, and a README that says what each is."),
            ),
        }
        for action, (text, note) in texts.items():
            action.setText(text)
            action.setToolTip(note)
        self.unit_report.setToolTip(self.tr("Choose the unit in the list above the table."))
        self._name_unit_report()
