"""Reviews by keyboard and says what was decided, until somebody kills it."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest

from gui.app import make_application, open_window
from gui.preferences import Preferences
from gui.survey_places import SurveyPlace


def review(survey_folder: Path, preferences_file: Path) -> None:
    """Decide one answer after the other; prints page and item of each that the window took, once it asks the next."""
    preferences = Preferences(QSettings(str(preferences_file), QSettings.Format.IniFormat))
    preferences.operator = "Lan"
    window = open_window(make_application(["phieu"]), preferences)
    window.open_survey(survey_folder)
    while window.survey_view is None:
        _let_pass()
    page = window.survey_view.review_page
    window.survey_view.go_to(SurveyPlace.REVIEW)
    while True:
        while not page.can_decide:
            _let_pass()
        entry = page.round.entry
        QTest.keyClick(page.desk, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
        if page.round.is_decided(entry):
            sys.stdout.write(f"{entry.page.page_id} {entry.item_id}\n")
            sys.stdout.flush()


def _let_pass() -> None:
    loop = QEventLoop()
    QTimer.singleShot(5, loop.quit)
    loop.exec()


if __name__ == "__main__":
    review(Path(sys.argv[1]), Path(sys.argv[2]))
