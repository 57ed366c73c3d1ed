"""The progress of a batch on a terminal."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from omr.batches.report import Progress


@contextmanager
def ctrl_c_sets(cancel: threading.Event) -> Iterator[None]:
    """Let Ctrl-C set an event meanwhile, for a clean stop."""
    before = signal.signal(signal.SIGINT, lambda *_: cancel.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class ProgressLine:
    """Shows a bar on a terminal, and turns Ctrl-C into a clean stop after the pages in hand.

    Attributes:
        cancel: Set when somebody pressed Ctrl-C.
    """

    def __init__(self) -> None:
        self.cancel = threading.Event()
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]:.1f} pages/s"),
            TextColumn("{task.fields[remaining]}"),
        )
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("Reading", total=None, rate=0.0, remaining="")

    def show(self, progress: Progress) -> None:
        """Show how far the batch is."""
        minutes, seconds = divmod(round(progress.remaining_s or 0), 60)
        self._bar.update(
            self._task,
            completed=progress.done,
            total=progress.total,
            rate=progress.pages_per_second,
            remaining=f"{minutes}:{seconds:02d} left",
        )

    def __enter__(self) -> "ProgressLine":
        self._before = signal.signal(signal.SIGINT, lambda *_: self.cancel.set())
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
        signal.signal(signal.SIGINT, self._before)
