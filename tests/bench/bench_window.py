"""How quickly review answers a hand in a survey of 100,000 answers: reach 80 ms to the next item, then beat 30 ms."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from exports.demo import run_demo
from form_templates.model import ItemKind, Language
from gui.app import make_application
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.review.review_page import ReviewPage
from gui.survey_view import Place
from gui.translation import Translations
from omr import schema, store
from omr.gallery import GalleryChoice
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome, PageReading
from omr.store import Content
from omr.survey import Survey

ANSWERS = 100_000
_SHEETS = 30  # real scans, delivered under many names: what differs is what was read
_FLAGGED = 0.03
_DECISIONS = 100
_HAND_S = 0.35  # between two decisions of a quick operator
_PAGES_A_SCREEN = 20  # screens scrolled in the gallery
_KINDS = (Flag.FAINT_MARK, Flag.CANCELLED_MARK, Flag.UNCERTAIN, Flag.DOUBLE_MARK)


class _Painted(QObject):
    """Knows when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last_s = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint:
            # The time after the paint, which follows right away.
            QTimer.singleShot(0, self, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.last_s = time.perf_counter()


def run(folder: Path, *, answers: int = ANSWERS, seed: int = 9001) -> None:
    """Make a large survey, open it in the window and print how long review keeps a person waiting."""
    start = time.perf_counter()
    made = _make_survey(folder, answers, random.Random(seed))
    print(f"== Window: {made:,} answers, made in {time.perf_counter() - start:.0f} s", flush=True)
    application = make_application(["phieu"])
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    translations = Translations(application)
    translations.use(Language.VIETNAMESE)
    window = MainWindow(Preferences(settings), translations)
    window.resize(1366, 768)
    window.show()
    _measure(window, folder / "large")
    window.close()
    settings.sync()  # at its end it would write into a folder that is gone by then


def _measure(window: MainWindow, survey_folder: Path) -> None:
    window.open_survey(survey_folder)
    _wait(lambda: window.survey_view is not None and not window.survey_view.workspace.is_behind)
    assert window.survey_view is not None
    view, review = window.survey_view, window.survey_view.review_page
    review.set_operator("Lan")
    _wait(lambda: not view.workspace.is_busy)
    openings = []
    for _ in range(5):
        view.go_to(Place.SCAN)
        _let_pass(200)
        openings.append(_time_of(lambda: view.go_to(Place.REVIEW), review, lambda: review.can_decide))
        _wait(lambda: not view.workspace.is_busy)
    print(f"   waiting for review: {review.round.remaining:,} answers", flush=True)
    _say("opening the review page", openings, target_ms=100)
    _say("decision -> next item painted", _decide_many(review), target_ms=80)
    _say("longest block of the GUI thread while deciding", _blocks_while(lambda: _decide_many(review)), target_ms=100)
    _measure_gallery(review)


def _decide_many(review: ReviewPage) -> list[float]:
    times = []
    for number in range(_DECISIONS):
        _let_pass(round(_HAND_S * 1000))
        _wait(lambda: review.can_decide)
        key = (Qt.Key.Key_Return, Qt.Key.Key_U, Qt.Key.Key_0)[number % 3]
        entry = review.round.entry
        times.append(
            _time_of(
                lambda key=key: QTest.keyClick(review.desk, key),
                review.desk.view.viewport(),
                lambda entry=entry: review.can_decide and review.round.entry is not entry,
            )
        )
    return times


def _measure_gallery(review: ReviewPage) -> None:
    gallery = review.gallery
    review.show_gallery()
    _wait(lambda: gallery.is_filled)
    opened = _time_of(
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
        scrolls.append(_time_of(lambda target=target: bar.setValue(target), gallery.view.viewport(), lambda: True))
        _let_pass(100)
    _say("scrolling to another part of the gallery", scrolls, target_ms=100)
    start = time.perf_counter()
    bar.setValue(bar.maximum() // 3)
    _wait(lambda: all(gallery.has_picture(row) for row in gallery.view.rows_in_sight()))
    print(
        f"   all {len(gallery.view.rows_in_sight())} pictures in sight after {time.perf_counter() - start:.1f} s",
        flush=True,
    )
    step = len(gallery.model.confirmable)
    kept = _time_of(gallery.confirm, gallery.view.viewport(), lambda: gallery.is_filled)
    undone = _time_of(review.undo, gallery.view.viewport(), lambda: gallery.is_filled)
    print(f"   {step} answers confirmed in {kept * 1000:.0f} ms, taken back in {undone * 1000:.0f} ms", flush=True)


def _time_of(act: Callable[[], object], painted: QWidget, is_done: Callable[[], bool]) -> float:
    """Return the seconds from the act until its outcome was painted."""
    watch = _Painted(painted)
    start = time.perf_counter()
    act()
    _wait(lambda: is_done() and watch.last_s > start, pause_ms=1)
    painted.removeEventFilter(watch)
    return watch.last_s - start


def _blocks_while(act: Callable[[], object]) -> list[float]:
    """Return how late each beat of a timer was, in seconds, while something went on."""
    beats: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(5)
    act()
    timer.stop()
    return [max(after - before - 0.005, 0.0) for before, after in pairwise(beats)]


def _say(what: str, seconds: Sequence[float], *, target_ms: float) -> None:
    ordered = sorted(value * 1000 for value in seconds)
    median, p95, most = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95, 1.0))
    verdict = "reached" if most <= target_ms else "NOT always reached"
    print(
        f"   {what}: median {median:.0f} ms, p95 {p95:.0f} ms, max {most:.0f} ms (at most {target_ms:.0f}: {verdict})"
    )


def _wait(is_there: Callable[[], bool], pause_ms: int = 20) -> None:
    """Let the event loop run until something is there; QTest.qWait would keep other threads from running."""
    while not is_there():
        _let_pass(pause_ms)


def _let_pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


# The survey


def _make_survey(folder: Path, answers: int, chance: random.Random) -> int:
    """Fill a survey with the demo's scans, each delivered many times under other readings; returns the answers."""
    run_demo(folder / "demo", lambda _line: None)
    with Survey.open(folder / "demo") as source, _empty_survey(folder / "large", source) as target:
        pages = [page for page in source.pages() if page.outcome is PageOutcome.READ][: 2 * _SHEETS]
        known = [(_scan_of(source, page), _reading_of(source, page)) for page in pages]
        batch = target.store.start_batch({})
        made = sum(_fill(target, batch, known, answers, chance))
        target.store.finish_batch(batch)
    return made


def _fill(
    target: Survey, batch: int, known: Sequence[tuple[Path, PageReading]], answers: int, chance: random.Random
) -> Iterator[int]:
    """Deliver page after page in one commit, for thousands would take minutes; yields the answers of each."""
    made = 0
    with target.store._transaction() as connection:
        for number, (scan, reading) in enumerate(cycle(known)):
            if made >= answers:
                return
            content = Content(f"{number:064x}", scan.suffix, 1)
            _link(scan, target.scan_path(content.content_hash, content.extension))
            store._ensure_content(connection, content, 0)
            store._update_content(connection, content.content_hash, 1)
            row = {"batch_id": batch, "position": number, "name": f"{number:07}.jpg", "unit": ""}
            connection.execute(schema.delivery.insert().values(row | {"content_hash": content.content_hash}))
            store._insert_page(connection, content.content_hash, 1, _varied(target, reading, chance))
            made += len(reading.items)
            yield len(reading.items)


def _empty_survey(folder: Path, source: Survey) -> Survey:
    return Survey.create(folder, source.template_folder, name="Bench", units=source.units)


def _reading_of(survey: Survey, page: DeliveredPage) -> PageReading:
    assert page.page_id is not None, "it was read"
    details = survey.store.page_details(page.page_id)
    items = tuple(page.readings.values())
    return PageReading(
        PageOutcome.READ, identity=page.identity, registration=details.registration, items=items, marks=details.marks
    )


def _varied(survey: Survey, reading: PageReading, chance: random.Random) -> PageReading:
    items = tuple(
        _doubted(item, chance) if survey.template.item(item.item_id).kind is not ItemKind.TEXT else item
        for item in reading.items
    )
    return replace(reading, items=items)


def _doubted(item: ItemReading, chance: random.Random) -> ItemReading:
    if chance.random() >= _FLAGGED:
        return replace(item, flags=frozenset(), p_wrong=chance.random() * 1e-4)
    return replace(item, flags=frozenset({chance.choice(_KINDS)}), p_wrong=chance.random() * 0.5)


def _scan_of(survey: Survey, page: DeliveredPage) -> Path:
    assert page.page_id is not None, "it was read"
    details = survey.store.page_details(page.page_id)
    return survey.scan_path(details.content_hash, details.extension)


def _link(original: Path, scan: Path) -> None:
    try:
        os.link(original, scan)
    except OSError:  # a file system without links
        shutil.copyfile(original, scan)
