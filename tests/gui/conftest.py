"""The real window, offscreen, with preferences of its own."""

import gc
import os
import shutil
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings

from form_templates.loading import load_template
from form_templates.model import Language
from gui.i18n.translation import Translations
from gui.main_window import MainWindow
from gui.paper import picture_loading
from gui.preferences import Preferences
from gui.review import text_proposals
from gui.survey_places import SurveyPlace
from gui.widgets.theme import apply_theme
from omr.batches import run
from omr.simulation.devices.conditions import OFFICE
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.conftest import UNITS, make_read_survey

_LONG_MS = 60_000


@pytest.fixture(scope="session")
def pile(make_once, frozen_template, forms_pdf):
    """The same people's six forms, scanned at 150 dpi: a window shows them as it does those of 300 in half the time."""
    order = PileOrder(respondents=6, seed=5, conditions=replace(OFFICE, dpi=150))
    template = load_template(frozen_template)
    return make_once("pile 150", lambda folder: simulate_pile(template, UNITS, PdfPages(forms_pdf, 2), folder, order))


@pytest.fixture(scope="session")
def read_pile(make_once, frozen_template, pile):
    """A survey folder whose pile was read undisturbed by one worker, for all to copy and nobody to change."""
    return make_once("read 150", lambda folder: make_read_survey(folder / "s", frozen_template, [pile.folder]))


@pytest.fixture
def preferences(tmp_path):
    """Preferences that no other test and no user shares."""
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture(autouse=True)
def _collecting_between_tests():
    """Collect garbage in this thread only, as the program does: widgets that die in a worker's bring all down."""
    gc.disable()
    yield
    due = [generation for generation in range(3) if gc.get_count()[generation] > gc.get_threshold()[generation]]
    if due:
        gc.collect(max(due))
    gc.enable()


@pytest.fixture(autouse=True)
def _without_tesseract(monkeypatch):
    """Work as where Tesseract is not installed, unless a test says otherwise: it takes a second of each window."""
    monkeypatch.setattr(text_proposals, "can_propose", lambda: False)


@pytest.fixture(autouse=True)
def _frugal(monkeypatch):
    """Read with one worker, and draw paper half as fine: no window cares, and both take most of a test's time."""
    monkeypatch.setattr(run, "default_jobs", lambda: 1)
    monkeypatch.setattr(picture_loading, "_REVIEW_DPI", 75.0)


@pytest.fixture(scope="session")
def themed(qapp):
    """The application with its fonts and colours, as it starts."""
    apply_theme(qapp)
    return qapp


@pytest.fixture
def window(qtbot, themed, preferences):
    """The main window in Vietnamese."""
    translations = Translations(themed)
    translations.use(Language.VIETNAMESE)
    window = MainWindow(preferences, translations)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close_survey()
    window.close()
    translations.stop()


@pytest.fixture(scope="module")
def read_once(tmp_path_factory, read_pile):
    """A survey folder whose pile was read; the tests of a module decide in it without minding each other."""
    return shutil.copytree(read_pile, tmp_path_factory.mktemp("module") / "s")


@pytest.fixture
def review(qtbot, window, preferences, read_once):
    """The review page with the first doubtful answer and its paper in front."""
    preferences.operator = "Lan"
    window.open_survey(read_once)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    view.go_to(SurveyPlace.REVIEW)
    qtbot.waitUntil(lambda: view.review_page.can_decide, timeout=_LONG_MS)
    return view.review_page
