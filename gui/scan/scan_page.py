"""Add scans, watch them being read, and see what became of all paper: by page, by unit, by batch."""

from enum import IntEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from gui.preferences import Preferences
from gui.scan.batch_panel import BatchPanel
from gui.scan.batches_view import BatchesView
from gui.scan.health_panel import HealthPanel
from gui.scan.page_scope import Target
from gui.scan.pages.next_step_panel import NextStepPanel
from gui.scan.pages.pages_view import PagesView
from gui.scan.returns_view import ReturnsView
from gui.scan.scanning.paper_scanning import PaperScanning
from gui.scan.scanning.scan_panel import ScanPanel
from gui.scan.sheets.pile_questions_panel import PileQuestionsPanel
from gui.scan.sheets.same_sheet_dialog import SameSheetDialog
from gui.scan.sheets.sheet_questions_panel import SheetQuestionsPanel
from gui.scan.stack_units_dialog import StackUnitsDialog
from gui.scan.unit_doubts_panel import UnitDoubtsPanel
from gui.scan.watching.folder_watching import FolderWatching
from gui.scan.watching.watch_panel import WatchPanel
from gui.sharing.read_only import hold_back
from gui.survey_snapshot import Snapshot
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_button, make_column, make_label, make_pair
from gui.widgets.unit_box import UnitBox
from gui.widgets.wrapping_row import WrappingRow
from gui.widgets.yielding_area import YieldingArea
from gui.workspace import Workspace
from omr.health.batch_health import HealthKind
from omr.respondents.pile_questions import PileQuestion
from omr.respondents.sides_apart import RunOrder
from omr.responses import DeliveredPage
from omr.review.page_assignments import join_pile, leave_pile, name_unit
from omr.review.page_ranges import describe_pages
from omr.units.unit_runs import runs_without_unit

_MOST_ABOVE = 0.3  # of the place: the pages keep the greater part


class Outlook(IntEnum):
    """What the lower half of the scan page shows."""

    PAGES = 0
    UNITS = 1
    BATCHES = 2


class ScanPage(QWidget):
    """The place where scans come in: adding and the running batch on top, below it pages, units or batches."""

    scans_wanted = Signal()
    folder_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self.add_button = make_button("primary")
        self.folder_button = make_button()
        self.watch_button = make_button()
        self.scan_button = make_button()
        self.unit_box = UnitBox(workspace.survey.units)
        self._unit_label = make_label("muted")
        self.batch_panel = BatchPanel(workspace)
        self.watch_panel = WatchPanel()
        self.watching = FolderWatching(workspace, preferences, self.watch_panel, self.unit_code)
        self.scan_panel = ScanPanel()
        self.scanning = PaperScanning(workspace, preferences, self.scan_panel, self.unit_code)
        self.next_step = NextStepPanel()
        self.health_panel = HealthPanel()
        self.pile_questions = PileQuestionsPanel()
        self.sheet_questions = SheetQuestionsPanel()
        self.unit_doubts = UnitDoubtsPanel()
        self.pages = PagesView(workspace, preferences)
        self.returns = ReturnsView(workspace)
        self.batches = BatchesView(workspace, preferences)
        self.outlooks: dict[Outlook, QPushButton] = {}
        self._outlook_group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.watching.resume()

    def unit_code(self) -> str:
        """Return the unit chosen for the pages to be added; empty for as printed."""
        return self.unit_box.unit_code()

    def look_at(self, outlook: Outlook) -> None:
        """Look at pages, units or batches."""
        self.outlooks[outlook].setChecked(True)
        self._stack.setCurrentIndex(outlook)

    def show_target(self, target: Target) -> None:
        """Show the pages behind a figure."""
        self.look_at(Outlook.PAGES)
        self.pages.show_target(target)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        above = QWidget()  # which scrolls where a low window has all of it to say
        upper = make_column(above, margin=0)
        upper.addLayout(self._make_intake_row())
        work = self.scan_panel, self.watch_panel, self.batch_panel, self.next_step
        for panel in (*work, self.pile_questions, self.sheet_questions, self.health_panel, self.unit_doubts):
            upper.addWidget(panel)
        layout = make_column(self)
        upper.addStretch()
        layout.addWidget(YieldingArea(above, most=_MOST_ABOVE))
        layout.addLayout(self._make_outlook_row())
        for view in (self.pages, self.returns, self.batches):
            self._stack.addWidget(view)
        layout.addWidget(self._stack, stretch=1)

    def _make_intake_row(self) -> WrappingRow:
        row = WrappingRow()
        row.addWidget(self.add_button)
        row.addWidget(self.folder_button)
        row.addWidget(self.watch_button)
        row.addWidget(self.scan_button)
        row.addStretch()
        row.addWidget(make_pair(self._unit_label, self.unit_box))
        if not self._workspace.survey.units:
            self._unit_label.hide()
            self.unit_box.hide()
        return row

    def _make_outlook_row(self) -> WrappingRow:
        row = WrappingRow()
        row.setSpacing(4)
        for outlook in Outlook:
            button = self.outlooks[outlook] = make_button("tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, outlook=outlook: self.look_at(outlook))
            self._outlook_group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.outlooks[Outlook.PAGES].setChecked(True)
        return row

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.scans_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.watch_button.clicked.connect(self.watching.ask)
        self.scan_button.clicked.connect(self.scanning.ask)
        self.watching.watching_changed.connect(self.watch_button.setHidden)
        self.pile_questions.answered.connect(self._answer_pile)
        self.pile_questions.target_chosen.connect(self.show_target)
        self.sheet_questions.answers_wanted.connect(self._ask_whether_one_sheet)
        self.next_step.target_chosen.connect(self.show_target)
        self.next_step.review_wanted.connect(self.review_wanted)
        self.unit_doubts.target_chosen.connect(self.show_target)
        self.unit_doubts.stacks_wanted.connect(self._ask_stack_units)
        self.returns.target_chosen.connect(self.show_target)
        self.batches.target_chosen.connect(self.show_target)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._on_reading_changed)

    def _show_next_step(self) -> None:
        """Say what waits, but not while the pages that are being read add to it."""
        snapshot, is_reading = self._workspace.snapshot, self._workspace.is_reading
        self.next_step.show_state(*((), 0) if is_reading else (snapshot.pages, len(snapshot.queue)))

    def _on_reading_changed(self) -> None:
        self._show_next_step()
        for control in self._intake_controls():
            control.setEnabled(self._workspace.can_change)
        for button in self._deciding_buttons():
            button.setEnabled(self._workspace.can_change)

    def _deciding_buttons(self) -> tuple[QPushButton, ...]:
        return *self.pile_questions.buttons[:-1], self.sheet_questions.answer_button, self.unit_doubts.stacks_button

    def _intake_controls(self) -> tuple[QWidget, ...]:
        return self.add_button, self.folder_button, self.scan_button, self.unit_box

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        self.health_panel.show_findings([each for each in snapshot.health if each.kind is not HealthKind.LOOK_ALIKE])
        self.pile_questions.show_questions(snapshot.pile_questions)
        self.sheet_questions.show_questions(snapshot.sheet_questions)
        self.unit_doubts.show_pages(snapshot.pages, has_units=bool(self._workspace.survey.units))
        self._on_reading_changed()

    def _answer_pile(self, question: PileQuestion[DeliveredPage], order: RunOrder | None) -> None:
        """Join the sides of a pile in the order that the person says, or leave them apart, signed."""
        operator = dialogs.sign(self, self._preferences)
        if not operator:
            return
        store = self._workspace.survey.store
        if order is None:
            self._workspace.change(lambda: leave_pile(store, question, operator))
        else:
            self._workspace.change(lambda: join_pile(store, question, order, operator))

    def _ask_whether_one_sheet(self) -> None:
        """Ask of pages that look alike whether they are two scans of one sheet."""
        SameSheetDialog(self._workspace, self._preferences, self).open()

    def _ask_stack_units(self) -> None:
        """Ask which units the stacks without one count for, and say so, signed."""
        runs = runs_without_unit(self._workspace.snapshot.pages)
        dialog = StackUnitsDialog(runs, self._workspace.survey.units, self)
        dialog.confirmed.connect(self._name_stacks)
        dialog.open()

    def _name_stacks(self, named: tuple[tuple[str, tuple[DeliveredPage, ...]], ...]) -> None:
        operator = dialogs.sign(self, self._preferences)
        if not operator:
            return
        store = self._workspace.survey.store

        def name_all() -> None:
            for code, pages in named:
                name_unit(store, pages, code, operator, describe_pages(pages))

        self._workspace.change(name_all)

    def _retranslate(self) -> None:
        self.add_button.setText(self.tr("Add scans…"))
        self.folder_button.setText(self.tr("Add folder…"))
        self.watch_button.setText(self.tr("Watch a folder…"))
        self.scan_button.setText(self.tr("Scan…"))
        self._unit_label.setText(self.tr("Unit"))
        names = {
            Outlook.PAGES: self.tr("Pages"),
            Outlook.UNITS: self.tr("Units"),
            Outlook.BATCHES: self.tr("Batches"),
        }
        for outlook, name in names.items():
            self.outlooks[outlook].setText(name)
        hold_back(self._workspace.survey, *self._intake_controls(), self.watch_button)
