"""Start the window."""

import os
import sys
from collections.abc import Sequence

import PySide6
from PySide6.QtWidgets import QApplication

from gui.environment import find_obstacle, prepare_environment
from gui.icons import application_icon
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.theme import apply_theme, current_colors
from gui.translation import Translations

_MACHINE_LACKS_SOMETHING = 4  # the exit code that the command line promises for this


def run(argv: Sequence[str]) -> int:
    """Open the window and return when it is closed.

    Returns:
        0, or 4 if this machine cannot show a window; stderr then says why and what to do.
    """
    obstacle = find_obstacle(PySide6.__version__, os.environ)
    if obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return _MACHINE_LACKS_SOMETHING
    prepare_environment(os.environ)
    application = make_application(argv)
    preferences = Preferences()
    translations = Translations(application)
    translations.use(preferences.language)
    window = MainWindow(preferences, translations)
    window.show()
    return application.exec()


def make_application(argv: Sequence[str]) -> QApplication:
    """Make the application with its look; there can be one in a process."""
    application = QApplication(list(argv))
    application.setApplicationName("Phiếu")
    application.setDesktopFileName("phieu")
    apply_theme(application)
    colors = current_colors()
    application.setWindowIcon(application_icon(colors.accent, colors.on_accent))
    return application
