"""How long after its start the window can be used: 2 s at most, then beat 1 s; in a process of its own each time."""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from tests.bench.event_loop import Painted, let_pass, say, wait

_STARTS = 5
_ROOT = Path(__file__).parents[2]


def measure_start(survey_folder: Path) -> None:
    """Start the window again and again, and print when it answers keys; then with a survey opened right away."""
    say("start -> window painted, keys accepted", [_start() for _ in range(_STARTS)], target_ms=2_000)
    reopened = [_start(survey_folder) for _ in range(_STARTS)]
    say("start -> the last survey reopened, painted, keys accepted", reopened, target_ms=2_000)


def _start(survey_folder: Path | None = None) -> float:
    """Return the seconds from the start of a process until its window can be used."""
    with TemporaryDirectory(prefix="phieu-start-") as home:
        folders = [home, *([str(survey_folder)] if survey_folder else [])]
        command = [sys.executable, "-m", "tests.bench.window_start", *folders]
        start = time.time()
        process = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
        return float(process.stdout.split()[-1]) - start


def _use(home: Path, survey_folder: Path | None) -> None:
    """Open the window as the program does, press a key, and print the moment at which that had an effect."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui.app import make_application, open_window

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
    window = open_window(make_application(["phieu"]))
    window.activateWindow()
    _wait_for_paint(window.start_page)
    if survey_folder is not None:
        window.open_survey(survey_folder)
        wait(lambda: window.survey_view is not None, pause_ms=1)
        assert window.survey_view is not None, "it was opened"
        _wait_for_paint(window.survey_view)
    wait(window.isActiveWindow, pause_ms=1)
    before = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    wait(lambda: QApplication.focusWidget() is not before, pause_ms=1)
    let_pass(0)
    print(time.time(), flush=True)
    window.close()


def _wait_for_paint(widget: QWidget) -> None:
    watch = Painted(widget)
    wait(lambda: watch.last_s > 0, pause_ms=1)


if __name__ == "__main__":
    _use(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
