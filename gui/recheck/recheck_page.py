"""The place of the re-check: its overview, and the desk where answers are read blindly."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from form_templates.model import Language
from gui.answering.answer_names import name_item
from gui.answering.operator_form import OperatorForm
from gui.preferences import Preferences
from gui.recheck.blind_desk import BlindDesk
from gui.recheck.overview_panel import OverviewPanel
from gui.recheck.second_look_table_model import SecondLookRow
from gui.survey_snapshot import RecheckSnapshot, Snapshot, take_recheck
from gui.widgets.building_blocks import make_column
from gui.workspace import Workspace
from omr.recheck.checks import AnswerKey
from omr.recheck.result import Verdict
from omr.recheck.session import RecheckSession
from omr.recheck.state import RecheckState

_PORTION = 100  # answers of a sitting that nobody needs for the limit


class RecheckPage(QWidget):
    """Shows the overview of the re-check or the desk where answers are checked; every check is kept at once."""

    operator_chosen = Signal(str)
    waiting_changed = Signal(int)  # answers this operator may read a second time
    failed = Signal(object)  # Exception: a check could not be kept

    def __init__(
        self, workspace: Workspace, preferences: Preferences, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._language = language
        self._look: RecheckSnapshot | None = None
        self._is_stale = True  # pages changed since it was looked at
        self._is_outdated = False  # checks were made while somebody looked
        self._is_looking = False
        self._is_second_look = False
        self.operator_form = OperatorForm()
        self.overview = OverviewPanel(workspace.survey)
        self.desk = BlindDesk(workspace, language)
        self.stack = QStackedWidget()
        make_column(self).addWidget(self.stack)
        for page in (self.operator_form, self.overview, self.desk):
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.overview)
        self._connect()
        self._on_reading_changed(workspace.is_reading)

    @property
    def state(self) -> RecheckState | None:
        """The re-check as last looked at; None before that."""
        return self._look.state if self._look else None

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        self.desk.set_language(language)
        self._show_second_looks()

    def set_operator(self, name: str) -> None:
        """Check under this name from now on."""
        self.operator_chosen.emit(name)
        self._show_overview()

    def start(self) -> None:
        """Begin to check the batch that is chosen, as far as the limit asks for it."""
        state, batch = self.state, self.overview.batch
        if state is None or not self._can_start:
            return
        result = state.result(batch)
        count = result.more if result.verdict is Verdict.MORE else _PORTION
        self._is_second_look = False
        self._sit(state, state.next_unchecked(batch, count))

    def start_second_look(self) -> None:
        """Begin to read what others read otherwise than the program."""
        if self.state is not None and self._can_start:
            self._is_second_look = True
            self._sit(self.state, self.state.waiting_for(self._preferences.operator))

    # Qt events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.desk.operator not in ("", self._preferences.operator):
            self.desk.leave()  # nobody signs with another's name
        self._look_again()
        if not self._preferences.operator and self._workspace.can_change:
            self._ask_operator()
        elif self.stack.currentWidget() is not self.desk:
            self._show_overview()

    # Inside

    @property
    def _can_start(self) -> bool:
        """Whether checks can be kept and the state is up to date: nobody is asked twice what they just checked."""
        return not self._is_looking and self._workspace.can_change

    def _connect(self) -> None:
        self.operator_form.confirmed.connect(self.set_operator)
        self.overview.operator_wanted.connect(self._ask_operator)
        self.overview.start_wanted.connect(self.start)
        self.overview.second_look_wanted.connect(self.start_second_look)
        self.desk.left.connect(self._on_left)
        self.desk.failed.connect(self.failed)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._on_reading_changed)

    def _sit(self, state: RecheckState, keys: tuple[AnswerKey, ...]) -> None:
        if not keys:
            return
        queue = [(key, state.pages[key.page_id]) for key in keys]
        self.stack.setCurrentWidget(self.desk)
        self.desk.sit(RecheckSession(self._workspace.survey.rechecks, self._preferences.operator, queue))

    def _look_again(self) -> None:
        """Look at checks and operators, and at the pages if they changed."""
        self._is_outdated = self._is_looking
        is_early = self._workspace.is_reading or self._workspace.is_behind
        if self._is_looking or is_early or not self.isVisible():
            return
        survey, pages = self._workspace.survey, self._workspace.snapshot.pages
        known = None if self._is_stale else self.state
        self._is_stale, self._is_looking = False, True
        job = self._workspace.jobs.start(lambda _report, _cancel: take_recheck(survey, pages, known))
        job.succeeded.connect(self._on_looked)
        job.failed.connect(self._workspace.failed)
        job.ended.connect(self._on_looking_ended)

    def _show_overview(self) -> None:
        self.stack.setCurrentWidget(self.overview)
        self._show_look()
        self.overview.setFocus()

    def _show_look(self) -> None:
        """Show what is known, wherever the operator is: whoever types a name or reads paper is not disturbed."""
        self.overview.show_state(self.state)
        self.overview.show_operators(self._look.work if self._look else (), self._preferences.operator)
        self._show_second_looks()

    def _show_second_looks(self) -> None:
        state = self.state
        if state is None:
            return
        own = state.waiting_for(self._preferences.operator)
        self.overview.show_second_looks([self._describe(state, each) for each in own], len(state.waiting()) - len(own))
        self.waiting_changed.emit(len(own))

    def _describe(self, state: RecheckState, key: AnswerKey) -> SecondLookRow:
        survey = self._workspace.survey
        item, page, check = survey.template.item(key.item_id), state.pages[key.page_id], state.first_check(key)
        names = {unit.code: unit.name for unit in survey.units}
        return SecondLookRow(
            question=name_item(item, self._language),
            file=page.source,
            page=page.page_in_file,
            unit=names.get(page.unit, page.unit),
            first_by=check.operator,
            first_at=check.decided_at,
        )

    def _ask_operator(self) -> None:
        self.stack.setCurrentWidget(self.operator_form)
        self.operator_form.ask(self._preferences.operator)

    # Slots

    def _on_left(self) -> None:
        self._show_overview()
        if self._is_second_look:  # answers may have become verified, or flagged
            self._workspace.note_decision()
            self._workspace.refresh_if_stale()
        self._look_again()

    def _on_pages_changed(self, _snapshot: Snapshot) -> None:
        self._is_stale = True
        self._look_again()

    def _on_reading_changed(self, is_reading: bool) -> None:
        self.overview.card.set_reading(is_reading=is_reading)
        if is_reading and self.stack.currentWidget() is self.desk:
            self.desk.leave()

    def _on_looked(self, look: RecheckSnapshot) -> None:
        self._look = look
        self._show_look()

    def _on_looking_ended(self) -> None:
        self._is_looking = False
        if self._is_stale or self._is_outdated:
            self._look_again()
