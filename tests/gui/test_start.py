"""What the window waits for when it starts."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gui import app
from gui.survey_places import SurveyPlace

_LONG_MS = 60_000

_HEAVY = ("numpy", "cv2", "sqlalchemy", "pandas", "pypdfium2", "reportlab", "pytesseract")


@pytest.fixture
def shown(qapp):
    """What is shown as a window of its own; watched no longer than the test, for it slows down every event."""
    windows = _Windows(known=qapp.allWidgets())
    qapp.installEventFilter(windows)
    yield windows
    qapp.removeEventFilter(windows)


def test_that_the_start_page_waits_for_no_library_that_only_a_survey_needs():
    script = f"import sys, gui.app; print([name for name in {_HEAVY} if name in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert loaded.strip() == "[]"


def test_that_opening_a_survey_does_not_wait_for_pandas():
    script = "import sys, gui.survey_view; print('pandas' in sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert loaded.strip() == "False"


def test_that_nothing_flashes_up_beside_the_window_while_a_survey_opens_and_that_keys_go_into_it(
    qtbot, qapp, window, shown, read_pile
):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    window.open_survey(read_pile)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    for place in SurveyPlace:
        window.survey_view.go_to(place)
    qtbot.waitUntil(lambda: not window.survey_view.workspace.is_busy, timeout=_LONG_MS)

    assert shown.others == []
    assert window.isActiveWindow()
    assert window.survey_view.isAncestorOf(qapp.focusWidget())


def test_that_a_survey_named_at_the_start_is_opened_and_the_start_page_stays_without_one(monkeypatch):
    opened = []
    application, window = SimpleNamespace(exec=lambda: 0), SimpleNamespace(open_survey=opened.append)
    monkeypatch.setattr(app, "make_application", lambda _argv: application)
    monkeypatch.setattr(app, "open_window", lambda _application: window)

    assert app.run(["phieu"]) == 0
    assert opened == []
    assert app.run(["phieu"], Path("khảo sát")) == 0
    assert opened == [Path("khảo sát")]


class _Windows(QObject):
    """Notes what is shown as a window of its own, but for what earlier tests left behind."""

    def __init__(self, known):
        super().__init__()
        self._known = known
        self.others = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and not any(watched is each for each in self._known):
            self.others.append(watched)
        return False
