"""How quickly review answers a hand in a survey of 100,000 answers: reach 80 ms to the next item, then beat 30 ms."""

import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.main_window import MainWindow
from gui.review.review_page import ReviewPage
from gui.survey_places import SurveyPlace
from omr.review.gallery import GalleryChoice
from tests.bench.event_loop import blocks_while, let_pass, say, time_of, wait

_DECISIONS = 100
_HAND_S = 0.35  # between two decisions of a quick operator
_PAGES_A_SCREEN = 20  # screens scrolled in the gallery


def measure_review(window: MainWindow, survey_folder: Path) -> None:
    """Open a survey in a window and print how long review keeps a person waiting."""
    window.open_survey(survey_folder)
    wait(lambda: window.survey_view is not None and not window.survey_view.workspace.is_behind)
    assert window.survey_view is not None
    view, review = window.survey_view, window.survey_view.review_page
    review.set_operator("Lan")
    wait(lambda: not view.workspace.is_busy)
    openings = []
    for _ in range(5):
        view.go_to(SurveyPlace.SCAN)
        let_pass(200)
        openings.append(time_of(lambda: view.go_to(SurveyPlace.REVIEW), review, lambda: review.can_decide))
        wait(lambda: not view.workspace.is_busy)
    print(f"   waiting for review: {review.round.remaining:,} answers", flush=True)
    say("opening the review page", openings, target_ms=100)
    say("decision -> next item painted", _decide_many(review), target_ms=80)
    say("longest block of the GUI thread while deciding", blocks_while(lambda: _decide_many(review)), target_ms=100)
    _measure_gallery(review)


def _decide_many(review: ReviewPage) -> list[float]:
    times = []
    for number in range(_DECISIONS):
        let_pass(round(_HAND_S * 1000))
        wait(lambda: review.can_decide)
        key = (Qt.Key.Key_Return, Qt.Key.Key_U, Qt.Key.Key_0)[number % 3]
        entry = review.round.entry
        times.append(
            time_of(
                lambda key=key: QTest.keyClick(review.desk, key),
                review.desk.view.viewport(),
                lambda entry=entry: review.can_decide and review.round.entry is not entry,
            )
        )
    return times


def _measure_gallery(review: ReviewPage) -> None:
    gallery = review.gallery
    review.show_gallery()
    wait(lambda: gallery.is_filled)
    opened = time_of(
        lambda: gallery.choose(GalleryChoice(is_doubtful_only=False)),
        gallery.view.viewport(),
        lambda: gallery.is_filled,
    )
    print(
        f"   gallery of {gallery.model.rowCount():,} answers: filled in {opened * 1000:.0f} ms, off the GUI thread",
        flush=True,
    )
    bar = gallery.view.verticalScrollBar()
    scrolls = []
    for number in range(_PAGES_A_SCREEN):
        target = bar.maximum() * number // _PAGES_A_SCREEN
        scrolls.append(time_of(lambda target=target: bar.setValue(target), gallery.view.viewport(), lambda: True))
        let_pass(100)
    say("scrolling to another part of the gallery", scrolls, target_ms=100)
    start = time.perf_counter()
    bar.setValue(bar.maximum() // 3)
    wait(lambda: all(gallery.has_picture(row) for row in gallery.view.rows_in_sight()))
    print(
        f"   all {len(gallery.view.rows_in_sight())} pictures in sight after {time.perf_counter() - start:.1f} s",
        flush=True,
    )
    step = len(gallery.model.confirmable)
    kept = time_of(gallery.confirm, gallery.view.viewport(), lambda: gallery.is_filled)
    undone = time_of(review.undo, gallery.view.viewport(), lambda: gallery.is_filled)
    print(f"   {step} answers confirmed in {kept * 1000:.0f} ms, taken back in {undone * 1000:.0f} ms", flush=True)
