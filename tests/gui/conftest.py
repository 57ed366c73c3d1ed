"""The real window, offscreen, with preferences of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings

from form_templates.model import Language
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.theme import apply_theme
from gui.translation import Translations


@pytest.fixture
def preferences(tmp_path):
    """Preferences that no other test and no user shares."""
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot, qapp, preferences):
    """The main window in Vietnamese."""
    apply_theme(qapp)
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    window = MainWindow(preferences, translations)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close_survey()
    window.close()
    translations.stop()
