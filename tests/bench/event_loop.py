"""Watching a window from outside: waiting for it, timing it, and how late its thread is."""

import time
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_BEAT_MS = 5


def the_application() -> QApplication:
    """Return the application; there can be one only, however many benches of windows run."""
    from gui.app import make_application  # what imports this file may time just that

    there = QApplication.instance()
    return there if isinstance(there, QApplication) else make_application(["phieu"])


class Painted(QObject):
    """Knows when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last_s = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint:
            # The time after the paint, which follows right away.
            QTimer.singleShot(0, self, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.last_s = time.perf_counter()


def time_of(act: Callable[[], object], painted: QWidget, is_done: Callable[[], bool]) -> float:
    """Return the seconds from the act until its outcome was painted."""
    watch = Painted(painted)
    start = time.perf_counter()
    act()
    wait(lambda: is_done() and watch.last_s > start, pause_ms=1)
    painted.removeEventFilter(watch)
    return watch.last_s - start


def blocks_while(act: Callable[[], object]) -> list[float]:
    """Return how late each beat of a timer was, in seconds, while something went on."""
    beats: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(_BEAT_MS)
    act()
    timer.stop()
    return [max(after - before - _BEAT_MS / 1000, 0.0) for before, after in pairwise(beats)]


def say(what: str, seconds: Sequence[float], *, target_ms: float) -> None:
    """Print how long something took, many times over, and whether it ever took longer than it may."""
    ordered = sorted(value * 1000 for value in seconds)
    median, p95, most = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95, 1.0))
    verdict = "reached" if most <= target_ms else "NOT always reached"
    print(
        f"   {what}: median {median:.0f} ms, p95 {p95:.0f} ms, max {most:.0f} ms (at most {target_ms:.0f}: {verdict})"
    )


def wait(is_there: Callable[[], bool], pause_ms: int = 20) -> None:
    """Let the event loop run until something is there; QTest.qWait would keep other threads from running."""
    while not is_there():
        let_pass(pause_ms)


def let_pass(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
