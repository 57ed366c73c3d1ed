"""How long the window is deaf while a batch is read: at most 100 ms at a time, then beat 50 ms."""

import os
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gui.main_window import MainWindow
from gui.survey_places import SurveyPlace
from omr.simulation.truth import Pile
from tests.bench.event_loop import blocks_while, let_pass, say, wait

_LOOK_MS = 3_000  # at each place, again and again until the batch is read
_PLACES = (SurveyPlace.SCAN, SurveyPlace.REVIEW, SurveyPlace.RESULTS)


def measure_batch(window: MainWindow, survey_folder: Path, pile: Pile) -> None:
    """Read a pile into a survey that is open in a window, look at one place after the other, and print the blocks."""
    window.open_survey(survey_folder)
    wait(lambda: window.survey_view is not None and not window.survey_view.workspace.is_behind)
    assert window.survey_view is not None, "it was opened"
    view = window.survey_view
    workspace = view.workspace
    wait(lambda: not workspace.is_busy)
    before = len(workspace.snapshot.pages)
    view.add_scans([pile.folder])
    blocks: dict[SurveyPlace, list[float]] = {place: [] for place in _PLACES}
    for place in cycle(_PLACES):
        if not workspace.is_reading:
            break
        blocks[place] += blocks_while(lambda place=place: (view.go_to(place), let_pass(_LOOK_MS)))
    wait(lambda: not workspace.is_busy)
    print(f"   {len(workspace.snapshot.pages) - before} pages read into a survey of {before:,}", flush=True)
    for place, late in blocks.items():
        say(f"blocks of the GUI thread while a batch is read, at {place.name.title()}", late, target_ms=100)
    window.close_survey()
