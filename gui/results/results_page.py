"""How the round stands, figure by figure, and what can be taken away from it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from exports.tally.figure_answers import Question, awaiting_question, index_question
from form_templates.model import Language
from gui.export_state import ExportState
from gui.i18n.reason_messages import name_unit
from gui.i18n.translation import format_count
from gui.results.criteria_panel import CriteriaPanel, common_scale
from gui.results.export_menu import ExportMenu
from gui.results.figure_answers_page import FigureAnswersPage
from gui.results.figure_counter import FigureCounter
from gui.results.index_card import IndexCard
from gui.results.progress_card import ProgressCard
from gui.results.selection_bar import SelectionBar
from gui.results.tables.figure_rows import other_rows, rated_rows
from gui.results.unit_panel import UnitPanel
from gui.sharing.read_only import hold_back
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label, make_scrolling
from gui.widgets.plain_texts import as_tip
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.units.unit_list import Unit

if TYPE_CHECKING:
    from exports.tally.dashboard import Dashboard


_LEAST_TABLE_PX = 200  # a lower window scrolls the figures above out of sight


class ResultsPage(QWidget):
    """Figures on top, tables below, ways out at the bottom; or the answers behind one figure."""

    file_wanted = Signal(str, str)  # ending, code of the unit it is about or empty
    unit_reports_wanted = Signal()
    everything_wanted = Signal()
    comparison_wanted = Signal()
    cancel_wanted = Signal()  # the export that goes on
    forms_wanted = Signal()
    folder_wanted = Signal()
    review_wanted = Signal()
    answer_review_wanted = Signal(object, str)  # page id, item: a person wants to decide this one again

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = language
        survey = workspace.survey
        self.figures = FigureCounter(workspace, self)
        self.selection_bar = SelectionBar(survey.template, survey.units, language)
        self.index_card = IndexCard()
        self.progress_card = ProgressCard()
        self.criteria = CriteriaPanel(rated_rows, common_scale(survey.template), language)
        self.others = CriteriaPanel(other_rows, None, language)
        self.units = UnitPanel()
        self.evidence = FigureAnswersPage(workspace, self.figures, language)
        self._panels: tuple[CriteriaPanel | UnitPanel, ...] = (self.criteria, self.others, self.units)
        self.tabs: list[QPushButton] = []
        self._tab_group = QButtonGroup(self)
        self.tables = QStackedWidget()
        self.stack = QStackedWidget()
        self._empty_title = make_label("heading")
        self._empty_hint = make_label("muted", wraps=True)
        self.hint = make_label("muted")
        self.export_button = make_button("primary")
        self.export_menu = ExportMenu(survey.units, self)
        self.comparison_button = make_button()
        self.forms_button = make_button()
        self.folder_button = make_button()
        self.state = ExportState()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def has_figures(self) -> bool:
        """Whether the survey was counted."""
        return self.figures.dashboard is not None

    def say(self, text: str, *, path: Path | None = None, can_cancel: bool = False) -> None:
        """Say what came of the last export, which wrote ``path``, or how far one is that can be stopped."""
        self.state.say(text, path=path, can_cancel=can_cancel)
        self.hint.setVisible(not text)

    def name_comparison(self) -> None:
        """Say how many earlier rounds the workbook compares with."""
        rounds = len(self._workspace.survey.earlier_rounds)
        text = self.tr("Compare with earlier rounds…")
        self.comparison_button.setText(f"{text}  ({format_count(rounds)})" if rounds else text)

    def set_working(self, *, is_working: bool) -> None:
        """Offer no second export while one is written."""
        for button in (self.export_button, self.comparison_button, self.forms_button):
            button.setEnabled(not is_working)
        self.export_menu.workbook.setEnabled(not is_working)  # it has a key of its own
        hold_back(self._workspace.survey, self.comparison_button, self.forms_button)

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        for part in (self.selection_bar, self.criteria, self.others, self.evidence):
            part.set_language(language)
        if self.evidence.question is not None:
            self.evidence.name(self._title_of(self.evidence.question))

    def show_table(self, place: int) -> None:
        """Show the criteria (0), the other questions (1) or the units (2)."""
        self.tabs[place].setChecked(True)
        self._show_tables()

    def show_evidence(self, question: Question) -> None:
        """Show the answers behind a figure."""
        self.evidence.ask(question)
        self.evidence.name(self._title_of(question))
        self.stack.setCurrentWidget(self.evidence)

    def leave_evidence(self) -> None:
        """Go back to the figures, to the same row."""
        self.stack.setCurrentIndex(0)
        self._panels[self._tab_group.checkedId()].table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.figures.watch(is_watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.figures.watch(is_watched=False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Building

    def _lay_out(self) -> None:
        board, whole = QWidget(), QWidget()
        make_column(self, margin=16).addWidget(self.stack)
        self.stack.addWidget(whole)
        around = make_column(whole, margin=0, spacing=12)
        around.addWidget(make_scrolling(board), stretch=1)
        column = make_column(board, margin=0, spacing=12)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self.index_card, stretch=2)
        cards.addWidget(self.progress_card, stretch=3)
        column.addLayout(cards)
        column.addLayout(self._make_choice_row())
        column.addWidget(self.tables, stretch=1)
        for panel in (*self._panels, self._make_empty_state()):
            self.tables.addWidget(panel)
        self.tables.setMinimumHeight(_LEAST_TABLE_PX)
        around.addLayout(self._make_ways())
        self.stack.addWidget(self.evidence)

    def _make_choice_row(self) -> WrappingRow:
        row = WrappingRow()
        row.setSpacing(6)
        for place in range(3):
            tab = make_button("filter")
            tab.setCheckable(True)
            tab.clicked.connect(self._show_tables)
            self.tabs.append(tab)
            self._tab_group.addButton(tab, place)
            row.addWidget(tab)
        self.tabs[0].setChecked(True)
        if not self._workspace.survey.units:
            self.tabs[2].hide()
        row.addStretch()
        row.addWidget(self.selection_bar)
        return row

    def _make_empty_state(self) -> QWidget:
        card = make_card()
        layout = make_column(card)
        layout.addStretch()
        for label in (self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch()
        return card

    def _make_ways(self) -> WrappingRow:
        row = WrappingRow()
        for button in (self.export_button, self.comparison_button, self.forms_button, self.folder_button):
            row.addWidget(button)
        row.addWidget(self.state, stretch=1)
        row.addStretch()
        row.addWidget(self.hint)
        self.export_button.setMenu(self.export_menu)
        self.addAction(self.export_menu.workbook)  # so that its key is heard while the menu is closed
        return row

    def _connect(self) -> None:
        self.export_menu.file_wanted.connect(self.file_wanted)
        self.export_menu.unit_reports_wanted.connect(self.unit_reports_wanted)
        self.export_menu.everything_wanted.connect(self.everything_wanted)
        self.comparison_button.clicked.connect(self.comparison_wanted)
        self.state.cancel_wanted.connect(self.cancel_wanted)
        self.forms_button.clicked.connect(self.forms_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.progress_card.review_wanted.connect(self.review_wanted)
        self.progress_card.opened.connect(self._on_awaiting_asked)
        self.index_card.opened.connect(lambda: self._on_index_asked(None))
        self.units.unit_asked.connect(self._on_index_asked)
        self.criteria.question_asked.connect(self.show_evidence)
        self.others.question_asked.connect(self.show_evidence)
        self.evidence.left.connect(self.leave_evidence)
        self.evidence.review_wanted.connect(self.answer_review_wanted)
        self.selection_bar.changed.connect(self.figures.select)
        self.selection_bar.changed.connect(lambda selection: self.export_menu.set_unit(selection.unit))
        self.figures.changed.connect(self._on_figures_changed)

    # Showing

    def _on_figures_changed(self, dashboard: "Dashboard") -> None:
        counted = self.figures.counted
        assert counted is not None, "comes with the dashboard"
        self.index_card.show_dashboard(dashboard)
        self.progress_card.show_dashboard(dashboard, counted.answers)
        self.criteria.show_dashboard(dashboard)
        self.others.show_dashboard(dashboard)
        self.units.show_dashboard(dashboard, counted)
        self._show_tables()
        if self.stack.currentWidget() is self.evidence:
            self.evidence.find_again()

    def _show_tables(self) -> None:
        dashboard = self.figures.dashboard
        has_answers = dashboard is not None and dashboard.progress.returned > 0
        self.tables.setCurrentIndex(self._tab_group.checkedId() if has_answers else self.tables.count() - 1)
        self._describe_nothing()

    def _describe_nothing(self) -> None:
        dashboard = self.figures.dashboard
        if dashboard is None:
            self._empty_title.setText(self.tr("Counting…"))
            self._empty_hint.clear()
        elif dashboard.selection.is_everyone:
            self._empty_title.setText(self.tr("No form was read yet"))
            self._empty_hint.setText(self.tr("Figures appear here as soon as pages are read (Ctrl+1)."))
        else:
            self._empty_title.setText(self.tr("No form matches"))
            self._empty_hint.setText(self.tr("Choose another unit, level or group of respondents."))

    def _on_index_asked(self, unit: str | None) -> None:
        if self.figures.counted is not None:
            self.show_evidence(index_question(self.figures.counted, unit))

    def _on_awaiting_asked(self) -> None:
        self.show_evidence(awaiting_question(self._workspace.survey.template))

    def _title_of(self, question: Question) -> str:
        template = self._workspace.survey.template
        if question.unit is not None:
            units = {unit.code: unit for unit in self._workspace.survey.units}
            unit = units.get(question.unit, Unit(question.unit, ""))
            return self.tr("Index of {unit}").format(unit=name_unit(unit))
        items = [template.item(item_id) for item_id in question.items]
        if len(items) == 1:
            return " ".join(filter(None, (items[0].number, items[0].label.in_language(self._language))))
        sections = {template.section_of(item_id).section_id for item_id in question.items}
        if len(sections) == 1:
            return template.section_of(question.items[0]).title.in_language(self._language)
        counted = self.figures.counted
        is_index = counted is not None and index_question(counted).items == question.items
        return self.tr("Satisfaction index") if is_index else self.tr("All questions")

    # Words

    def _retranslate(self) -> None:
        names = (self.tr("Criteria"), self.tr("Other questions"), self.tr("Units"))
        for place, (tab, panel, name) in enumerate(zip(self.tabs, self._panels, names, strict=True), start=1):
            tab.setText(name)
            tab.setShortcut(f"Alt+{place}")  # setting a text takes it away
            tab.setToolTip(f"Alt+{place}")
            panel.table.setAccessibleName(name)
        self.hint.setText(self.tr("Enter or double-click: the forms behind a figure"))
        self._retranslate_ways()
        self._describe_nothing()

    def _retranslate_ways(self) -> None:
        ways = {
            self.export_button: (
                self.tr("Export"),
                self.tr("Workbook, printed reports, data for analysis."),
            ),
            self.comparison_button: (
                "",
                self.tr("The workbook then tells what changed since, and what only chance may have changed."),
            ),
            self.forms_button: (
                self.tr("Print forms…"),
                self.tr("PDF with a code on every page, for the units you choose."),
            ),
            self.folder_button: (
                self.tr("Open folder"),
                self.tr("Everything of this survey lies here; copy it to keep it safe."),
            ),
        }
        for button, (title, note) in ways.items():
            button.setText(title)
            button.setToolTip(as_tip(note))
        hold_back(self._workspace.survey, self.comparison_button, self.forms_button)
        self.name_comparison()
