"""Collects garbage between two events, so that nobody waits for it.

Python looks for garbage in whatever thread is at work and holds up all others meanwhile; with a survey's hundreds of
thousands of answers in memory that takes half a second. Widgets, besides, must die in the GUI thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500
_DATA = 10_000  # new objects between two looks; so many at once are pages and answers, which die without a collector


class GarbageCollector(QObject):
    """Collects garbage between two events of the window, instead of Python's own collector, as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # what was imported stays for good
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Collect what is young; set aside what must be data, and walk through it no more."""
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[0] > _DATA:
            gc.freeze()
            return
        due = [generation for generation in range(3) if counts[generation] > limits[generation]]
        if due:
            gc.collect(max(due))

    def collect_all(self) -> None:
        """Look through everything, also what was set aside; for when a survey was closed and little is left."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
