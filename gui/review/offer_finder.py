"""Works out, beside the review, which flagged answers people's decisions bear out by now."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.workspace import Workspace
from omr.recalibration.offers import Offers, find_offers

_PAUSE_MS = 4_000  # between two looks: who decides once a second gives something new to learn from every few


class OfferFinder(QObject):
    """Looks off the GUI thread, now and then, and says by ``found(Offers)`` what may be accepted.

    Attributes:
        is_looking: Whether it does just now.
    """

    found = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.is_looking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        workspace.closing.connect(self._pause.stop)

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
            self.found.emit(Offers())  # nobody could agree to anything
            return
        self.is_looking = True
        survey, pages = self._workspace.survey, self._workspace.snapshot.pages
        job = self._workspace.jobs.start(lambda _report, _cancel: find_offers(survey.store, survey.rechecks, pages))
        job.succeeded.connect(self.found)
        job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self.is_looking = False
