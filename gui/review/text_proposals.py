"""Proposals for handwriting, made in the background for what comes next."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.jobs import Report
from gui.review.review_round import Key, key_of
from gui.workspace import Workspace
from omr.images.straightening import ColourImage
from omr.review.crops import field_crop
from omr.review.ocr import can_propose, propose_text
from omr.review.queue import QueueEntry


class TextProposals(QObject):
    """Reads handwriting with Tesseract, one field at a time, most urgent first; silent where it is not sure."""

    arrived = Signal(object, str)  # key, text

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: dict[Key, str] = {}
        self._wanted: list[Key] = []
        self._in_hand: Key | None = None

    def get(self, entry: QueueEntry) -> str:
        """Return the proposal for an entry; empty if there is none, or none yet."""
        return self._found.get(key_of(entry), "")

    def forget(self) -> None:
        """Read everything anew when it is wanted next."""
        self._found.clear()

    def want(self, entries: Sequence[QueueEntry]) -> None:
        """Say which entries are handwriting that will be asked for soon, most urgent first."""
        keys = [key_of(entry) for entry in entries]
        self._wanted = [key for key in keys if key not in self._found and key != self._in_hand]
        self._go_on()

    def _go_on(self) -> None:
        if self._in_hand is not None or not self._wanted:
            return
        page_id, item_id = key = self._wanted.pop(0)
        assert page_id is not None, "only kept pages are in the queue"
        self._in_hand = key
        survey = self._workspace.survey

        def cut(_report: Report, _cancel: threading.Event) -> ColourImage | None:
            return field_crop(survey, page_id, item_id).pixels if can_propose() else None

        # Cut where all pictures are loaded, recognised elsewhere, for the next picture must not wait for it.
        job = self._workspace.picture_jobs.start(cut)
        job.succeeded.connect(self._on_cut)
        job.failed.connect(lambda _error: self._on_read(""))  # the paper's own view says what is wrong with the scan

    def _on_cut(self, pixels: ColourImage | None) -> None:
        if pixels is None or self._in_hand is None:
            self._on_read("")
            return
        is_number = bool(self._workspace.survey.template.item(self._in_hand[1]).digits)
        job = self._workspace.jobs.start(lambda _report, _cancel: propose_text(pixels, is_number=is_number))
        job.succeeded.connect(self._on_read)
        job.failed.connect(lambda _error: self._on_read(""))

    def _on_read(self, text: str) -> None:
        key, self._in_hand = self._in_hand, None
        if key is not None:
            self._found[key] = text
            if text:
                self.arrived.emit(key, text)
        self._go_on()
