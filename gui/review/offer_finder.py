"""Works out, beside the review, which flagged answers people's decisions bear out by now."""

import time
from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal

from gui.review.review_round import Key
from gui.workspace import Workspace
from omr.recalibration.offers import Offers, find_offers

_SHORTEST_PAUSE_MS = 4_000  # between two looks: who decides once a second gives something to learn from every few
_PAUSE_PER_WORK = 6  # so that it takes a seventh of the time at most


class OfferFinder(QObject):
    """Looks off the GUI thread, now and then, and says by ``found(Offers)`` what may be accepted.

    What another window shows is left out, for somebody is about to decide it.

    Attributes:
        is_looking: Whether it does just now.
    """

    found = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.is_looking = False
        self._is_forgotten = False
        self._began_s = 0.0
        self._latest, self._told = Offers(), Offers()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SHORTEST_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        workspace.closing.connect(self._pause.stop)
        workspace.watch.claims_changed.connect(self._on_claims_changed)

    def look_soon(self) -> None:
        """Look when it is time to; people decided something."""
        if not self._pause.isActive():
            self._pause.start()

    def look(self) -> None:
        """Look now; where that goes on already, look again later."""
        if self.is_looking:
            self.look_soon()
            return
        if not self._workspace.can_change:
            self._on_found(Offers())  # nobody could agree to anything
            return
        self.is_looking, self._is_forgotten, self._began_s = True, False, time.monotonic()
        survey, pages = self._workspace.survey, self._workspace.snapshot.pages
        job = self._workspace.jobs.start(lambda _report, _cancel: find_offers(survey.store, survey.rechecks, pages))
        job.succeeded.connect(self._on_looked)
        job.ended.connect(self._on_ended)

    def forget(self) -> None:
        """Forget what was found, and what is being found: somebody agreed to it, or it must be worked out again."""
        self._latest = self._told = Offers()
        self._is_forgotten = True

    def _on_looked(self, offers: Offers) -> None:
        if not self._is_forgotten:
            self._on_found(offers)

    def _on_found(self, offers: Offers) -> None:
        self._latest = offers
        self._told = offers.leaving(self._workspace.watch.claimed)
        self.found.emit(self._told)

    def _on_claims_changed(self, claimed: Collection[Key]) -> None:
        if self._latest.leaving(claimed) != self._told:
            self._on_found(self._latest)

    def _on_ended(self) -> None:
        took_ms = int((time.monotonic() - self._began_s) * 1000)
        self._pause.setInterval(max(_SHORTEST_PAUSE_MS, _PAUSE_PER_WORK * took_ms))
        self.is_looking = False
