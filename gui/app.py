"""Start the program with its window: application, preferences, language, look."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtWidgets import QApplication

from gui.environment import find_obstacle, import_plainly, prepare_environment
from gui.garbage_collection import GarbageCollector
from gui.i18n.translation import Translations
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.widgets.application_icon import application_icon
from gui.widgets.theme import apply_theme, current_colors, use_look

_SWITCH_S = 5e-4
"""A table that is painted asks Python for hundreds of texts; for each it waits this long while a thread computes."""

_MACHINE_LACKS_SOMETHING = 4  # the exit code that the command line promises for this


def run(argv: Sequence[str], folder: Path | None = None) -> int:
    """Open the window and return when it is closed.

    Args:
        argv: The program's name, and what Qt is to know.
        folder: A survey that is opened in it at once; the window says what is in the way.

    Returns:
        0, or 4 if this machine cannot show a window; stderr then says why and what to do.
    """
    obstacle = find_obstacle(PySide6.__version__, os.environ)
    if obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return _MACHINE_LACKS_SOMETHING
    prepare_environment(os.environ)
    application = make_application(argv)
    window = open_window(application)  # named, for a window that nobody holds closes
    if folder is not None:
        window.open_survey(folder)
    code = application.exec()
    del window
    return code


def open_window(application: QApplication, preferences: Preferences | None = None) -> MainWindow:
    """Show the window as this person left it, and see to it that work in the background does not hold it up."""
    preferences = preferences or Preferences()
    use_look(application, preferences.look)
    translations = Translations(application)
    translations.use(preferences.language)
    window = MainWindow(preferences, translations)
    window.show()
    sys.setswitchinterval(_SWITCH_S)
    window.survey_closed.connect(GarbageCollector(window).collect_all)
    return window


def make_application(argv: Sequence[str]) -> QApplication:
    """Make the application with its look; there can be one in a process."""
    import_plainly()
    application = QApplication(list(argv))
    application.setApplicationName("Phiếu")
    application.setDesktopFileName("phieu")
    apply_theme(application)
    colors = current_colors()
    application.setWindowIcon(application_icon(colors.accent, colors.on_accent))
    return application
