"""Whether the window is a pleasant place: start, review, and a batch that is read meanwhile."""

import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings

from exports.demo.whole_way import run_demo
from gui.app import open_window
from gui.preferences import Preferences
from omr.survey.folder import Survey
from tests.bench.event_loop import the_application
from tests.bench.large_survey import make_large_survey
from tests.bench.piles import make_pile
from tests.bench.window_batch import measure_batch
from tests.bench.window_review import measure_review
from tests.bench.window_start import measure_start

ANSWERS = 100_000
_BATCH_FORMS = 150
_RESPONDENTS = 7_000  # of a province in a year


def run(folder: Path, *, answers: int = ANSWERS, seed: int = 9001) -> None:
    """Make a large survey and print how long the window keeps a person waiting: at its start, in review, in a batch."""
    start = time.perf_counter()
    run_demo(folder / "demo", lambda _line: None)
    with Survey.open(folder / "demo") as source:
        made = make_large_survey(folder / "large", source, answers, seed)
        make_large_survey(folder / "round", source, _RESPONDENTS * len(list(source.template.items())), seed)
    (folder / "batch").mkdir()
    pile = make_pile(folder / "batch", template_id="sipas-2020", forms=_BATCH_FORMS, seed=seed)
    print(f"== Window: {made:,} answers, made in {time.perf_counter() - start:.0f} s", flush=True)
    measure_start(folder / "round")
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    window = open_window(the_application(), Preferences(settings))
    window.resize(1366, 768)
    measure_review(window, folder / "large")
    window.close_survey()
    measure_batch(window, folder / "large", pile)
    window.close()
    settings.sync()  # at its end it would write into a folder that is gone by then
