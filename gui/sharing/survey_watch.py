"""Sees what other windows and programs do in the survey that is open, and tells them which item is in front here."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from form_templates.model import ItemId
from gui.jobs import Jobs
from omr.errors import PhieuError
from omr.survey.folder import Survey

Front = tuple[int, ItemId]
"""Page and item that an operator has in front of them."""

_LOOK_EVERY_MS = 700
_RENEW_EVERY = 40  # looks; half a minute, of the two that a claim holds


class SurveyWatch(QObject):
    """Looks into the database every moment, in a thread of its own; a drive that does not answer stops nothing else."""

    changed = Signal()  # somebody else wrote
    claims_changed = Signal(object)  # frozenset of what other windows show
    front_taken = Signal(object)  # Front: another window showed it first

    def __init__(self, survey: Survey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.claimed: frozenset[Front] = frozenset()
        self._survey = survey
        self._window = uuid4().hex
        self._jobs = Jobs(self, threads=1)
        self._front: Front | None = None
        self._operator = ""
        self._looks_until_renewal = _RENEW_EVERY
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if not survey.is_read_only:
            self._timer.start()

    def show(self, front: Front | None, operator: str) -> None:
        """Tell others what is in front here; None is nothing."""
        if front == self._front or self._survey.is_read_only:
            return
        self._front, self._operator = front, operator
        self._claim()

    def look(self) -> None:
        """Look what others did; what is new is told by signals."""
        if self._is_looking or self._survey.is_read_only:
            return
        self._is_looking = True
        self._looks_until_renewal -= 1
        if self._front is not None and self._looks_until_renewal <= 0:
            self._claim()
        job = self._jobs.start(lambda _report, _cancel: self._look())
        job.succeeded.connect(self._on_looked)
        job.ended.connect(self._on_ended)

    def close(self) -> None:
        """Stop looking, and let others have what was in front."""
        self._timer.stop()
        self._jobs.stop()
        if self._front is not None:
            try:
                self._survey.store.claims.release(self._window)
            except PhieuError:
                return  # it lapses by itself

    def _claim(self) -> None:
        self._looks_until_renewal = _RENEW_EVERY
        front, operator, claims = self._front, self._operator, self._survey.store.claims

        def work() -> bool:
            if front is not None:
                return claims.take(self._window, operator, *front)
            claims.release(self._window)
            return True

        job = self._jobs.start(lambda _report, _cancel: _tried(work))
        job.succeeded.connect(lambda is_ours: self._on_claimed(front, is_ours=bool(is_ours)))

    def _look(self) -> tuple[bool, frozenset[Front]]:
        """Return whether others wrote, and what they show; a drive that fails is told by whoever needs it."""
        try:
            store = self._survey.store
            return store.database.has_changed(), store.claims.of_others(self._window)
        except PhieuError:
            return False, self.claimed

    def _on_claimed(self, front: Front | None, *, is_ours: bool) -> None:
        if not is_ours and front is not None and front == self._front:
            self.claimed |= {front}
            self.front_taken.emit(front)

    def _on_looked(self, found: tuple[bool, frozenset[Front]]) -> None:
        is_changed, claimed = found
        if claimed != self.claimed:
            self.claimed = claimed
            self.claims_changed.emit(claimed)
        if is_changed:
            self.changed.emit()

    def _on_ended(self) -> None:
        self._is_looking = False


def _tried(work: Callable[[], bool]) -> bool:
    """Do work that others profit from and nobody waits for."""
    try:
        return work()
    except PhieuError:
        return True
