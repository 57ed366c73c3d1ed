"""Measure how long the figures of the results page take: 7,000 and 100,000 respondents, 40 items each."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.figure_answers import find_evidence, index_question
from exports.tally.selection import Selection
from form_templates.model import ItemId, Language
from gui.results.tables.figure_answers_table_model import FigureAnswersTableModel
from gui.results.tables.figure_table_view import FigureTableView
from omr.units.unit_list import SHIPPED_UNITS, load_units
from tests.exports.build import large_survey, large_template

A_ROUND = 7_000
MANY_ROUNDS = 100_000

_DIFFERENT = 10_000  # respondents; more of them differ in nothing that takes time, but in the time to make them up

T = TypeVar("T")


def main() -> None:
    """Print the processor seconds of each step; only the last one is done in the thread of the window."""
    application = QApplication.instance() or QApplication([])
    for respondents in (A_ROUND, MANY_ROUNDS):
        _measure(respondents)
    application.processEvents()


def _measure(respondents: int) -> None:
    template, units = large_template(), load_units(SHIPPED_UNITS)
    different = large_survey(template, units, min(respondents, _DIFFERENT))
    responses = [replace(different[place % _DIFFERENT], number=place + 1) for place in range(respondents)]
    print(f"results page: {respondents} respondents x {len(list(template.items()))} items")
    counted = _timed("take the survey apart, once per change", lambda: count_survey(template, responses, units))
    everyone = _timed("figures of everyone", lambda: build_dashboard(counted))
    _timed("figures of a district and all below it", lambda: build_dashboard(counted, Selection(unit="256")))
    trait = Selection(traits=((ItemId("d01"), "m"),))
    _timed("figures of respondents with a trait", lambda: build_dashboard(counted, trait))
    found = _timed("answers behind the index", lambda: find_evidence(counted, everyone, index_question(counted)))
    table = FigureTableView(FigureAnswersTableModel({}, Language.VIETNAMESE))
    table.show()

    def show() -> None:
        table.model().show_evidence(found)
        table.scrollToBottom()
        table.grab()

    _timed(f"{len(found)} answers in a table, shown and scrolled to the end", show)
    table.close()


def _timed(name: str, work: Callable[[], T]) -> T:
    start = time.process_time()  # other programs on the machine must not count
    result = work()
    print(f"  {name}: {time.process_time() - start:.3f} s", flush=True)
    return result


if __name__ == "__main__":
    main()
