"""The figures of the open survey, counted again off the GUI thread whenever answers or the selection change."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from exports.tally.figure_answers import Question, find_evidence
from exports.tally.selection import Selection
from gui.jobs import Job
from gui.survey_snapshot import Snapshot
from gui.workspace import Workspace
from omr.survey.folder import Survey

if TYPE_CHECKING:
    from exports.tally.dashboard import CountedSurvey, Dashboard

_PAUSE_PER_WORK = 6  # while pages come in, so that counting takes a seventh of the time at most


class FigureCounter(QObject):
    """Counts the figures of the open survey while somebody looks; a change in the meantime makes it count once more."""

    changed = Signal(object)  # Dashboard

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._selection = Selection()
        self._is_watched = False
        self._must_count = not workspace.is_behind  # else it is told when there is something to count
        self._must_select = False
        self._job: Job | None = None
        self._began_s = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)
        self.counted: CountedSurvey | None = None
        self.dashboard: Dashboard | None = None
        workspace.pages_changed.connect(self._on_pages_changed)
        workspace.answers_changed.connect(self._on_answers_changed)

    @property
    def selection(self) -> Selection:
        """What the next figures are narrowed down to."""
        return self._selection

    @property
    def is_behind(self) -> bool:
        """Whether newer figures are on their way."""
        return self._job is not None or self._must_count or self._must_select

    def watch(self, *, is_watched: bool) -> None:
        """Say whether somebody looks at the figures."""
        self._is_watched = is_watched
        self._go_on()

    def select(self, selection: Selection) -> None:
        """Narrow the figures down."""
        if selection != self._selection:
            self._selection = selection
            self._must_select = True
            self._go_on()

    def find(self, question: Question) -> Job | None:
        """Look for the answers behind a figure; the job succeeds with an ``Evidence``. None before the first count."""
        counted, dashboard = self.counted, self.dashboard
        if counted is None or dashboard is None:
            return None
        return self._workspace.jobs.start(lambda _report, _cancel: find_evidence(counted, dashboard, question))

    def _go_on(self) -> None:
        is_due = self._must_count or (self._must_select and self.counted is not None)
        if not self._is_watched or not is_due or self._job is not None or self._pause.isActive():
            return
        counted = None if self._must_count else self.counted
        self._must_count = self._must_select = False
        survey, snapshot, selection = self._workspace.survey, self._workspace.snapshot, self._selection
        self._began_s = time.monotonic()
        self._job = self._workspace.jobs.start(lambda _report, _cancel: _count(survey, snapshot, counted, selection))
        self._job.succeeded.connect(self._on_counted)
        self._job.failed.connect(self._workspace.failed)
        self._job.ended.connect(self._on_ended)

    def _on_pages_changed(self, _snapshot: Snapshot) -> None:
        self._must_count = True
        self._go_on()

    def _on_answers_changed(self) -> None:
        if self._is_watched:  # else the survey is looked at again when somebody comes here
            self._workspace.refresh_if_stale()

    def _on_counted(self, found: "tuple[CountedSurvey, Dashboard]") -> None:
        self.counted, self.dashboard = found
        self.changed.emit(self.dashboard)

    def _on_ended(self) -> None:
        self._job = None
        if self._workspace.is_reading:
            self._pause.start(round(_PAUSE_PER_WORK * (time.monotonic() - self._began_s) * 1000))
        self._go_on()


def _count(
    survey: Survey, snapshot: Snapshot, counted: "CountedSurvey | None", selection: Selection
) -> "tuple[CountedSurvey, Dashboard]":
    # Imported here, for pandas takes half a second to load and the window must not wait for it.
    from exports.tally.answer_table import ValidityRule
    from exports.tally.dashboard import build_dashboard, count_survey

    if counted is None:
        responses = survey.responses_of(survey.counted(snapshot.pages))
        issued = survey.counted_copies() or None
        validity = ValidityRule(survey.settings.min_answered)
        rule = survey.settings.index_rule
        counted = count_survey(survey.template, responses, survey.units, rule, issued, validity)
        counted = replace(counted, weighting=survey.settings.weighting)
    return counted, build_dashboard(counted, selection)
