"""The gallery: what is in sight is loaded and may be confirmed, and nothing else."""

import pytest
from PySide6.QtCore import QSize, Qt

from gui.review.gallery_model import ODD_ROLE, GalleryModel
from gui.review.gallery_view import GalleryView, column_count
from omr.responses import DeliveredPage
from omr.results import AnswerStatus, Flag, ItemReading, PageOutcome
from omr.review.gallery import GalleryChoice
from omr.review.queue import QueueEntry

_LONG_MS = 60_000
_MANY = 100_000


def _entry(page_id):
    reading = ItemReading("q1", ("a",), 0.2, frozenset({Flag.UNCERTAIN}))
    page = DeliveredPage(page_id, 1, "s.pdf", page_id, PageOutcome.READ, readings={"q1": reading})
    return QueueEntry(page, "q1", reading)


@pytest.fixture
def model(qapp):
    made = GalleryModel(lambda entry: f"page {entry.page.page_id}")
    made.show_entries([_entry(number) for number in range(6)])
    return made


def test_that_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)

    assert model.rowCount() == 6


def test_that_only_what_was_seen_and_is_not_odd_may_be_confirmed(model):
    model.note_seen(range(4))
    model.toggle_odd(1)

    assert [entry.page.page_id for entry in model.confirmable] == [0, 2, 3]
    assert [entry.page.page_id for entry in model.odd] == [1]
    assert model.index(1).data(ODD_ROLE) is True


def test_that_an_odd_one_can_be_taken_in_again(model):
    model.note_seen([0])
    model.toggle_odd(0)
    model.toggle_odd(0)

    assert [entry.page.page_id for entry in model.confirmable] == [0]


def test_that_a_screen_reader_hears_what_is_set_aside(model):
    model.toggle_odd(2)

    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(2).data(role) != model.index(3).data(role)


def test_that_other_entries_begin_unseen_and_not_odd(model):
    model.note_seen(range(6))
    model.toggle_odd(3)
    model.show_entries([_entry(7)])

    assert model.confirmable == ()
    assert model.odd == ()


@pytest.mark.parametrize(("room", "tile", "columns"), [(1120, 296, 4), (1120, 316, 3), (300, 568, 1), (0, 200, 1)])
def test_that_tiles_share_the_width_of_a_row(room, tile, columns):
    assert column_count(room, tile) == columns


@pytest.mark.parametrize("width", [640, 1138, 1139, 1900])
@pytest.mark.parametrize("tile", [QSize(224, 80), QSize(296, 122), QSize(568, 214)])
def test_that_the_rows_in_sight_are_those_that_qt_lays_out_there(qtbot, width, tile):
    view = GalleryView()
    qtbot.addWidget(view)
    model = GalleryModel(lambda _entry: "")
    view.setModel(model)
    model.show_entries([_entry(number) for number in range(300)])
    view.resize(width, 552)
    view.show()
    view.set_tile_size(tile)
    view.verticalScrollBar().setValue(700)

    seen = [row for row in range(300) if view.visualRect(model.index(row)).intersects(view.viewport().rect())]

    assert list(view.rows_in_sight()) == seen


def test_that_a_hundred_thousand_answers_are_scrolled_without_asking_for_all(qtbot):
    view = GalleryView()
    qtbot.addWidget(view)
    asked = set()
    model = GalleryModel(lambda entry: asked.add(entry.page.page_id) or "")
    view.setModel(model)
    entry = _entry(0)
    model.show_entries([entry] * _MANY)
    view.resize(1138, 552)
    view.show()
    with qtbot.waitSignal(view.sight_changed):
        view.set_tile_size(QSize(296, 122))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > _MANY)

    with qtbot.waitSignal(view.sight_changed):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())

    assert view.rows_in_sight().stop == _MANY
    assert len(view.rows_in_sight()) < 40


def _show(qtbot, review, choice):
    """Open the gallery on a choice and wait until everything in sight was seen."""
    gallery = review.gallery
    qtbot.keyClick(review.desk, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    gallery.choose(choice)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    in_sight = min(len(gallery.view.rows_in_sight()), gallery.model.rowCount())
    qtbot.waitUntil(lambda: len(gallery.model.confirmable) >= in_sight > 0, timeout=_LONG_MS)
    return gallery


def _verified(review):
    survey = review._workspace.survey
    return [a for r in survey.responses() for a in r.answers if a.status is AnswerStatus.VERIFIED]


def test_that_one_key_confirms_what_is_shown_and_one_undo_takes_it_all_back(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice("c05", None, None, is_doubtful_only=False))
    shown = gallery.model.rowCount()
    assert shown == 6
    odd = gallery.model.entry(1)
    waiting = review.round.remaining
    gallery.view.setCurrentIndex(gallery.model.index(1))

    qtbot.keyClick(gallery.view, Qt.Key.Key_Space)
    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)

    kept = _verified(review)
    assert len(kept) == 5
    assert all(answer.verification.operator == "Lan" and answer.answer == answer.reading for answer in kept)
    assert gallery.model.rowCount() == 0
    queued = [entry for entry in review.round.upcoming(999) if entry.item_id == "c05" and not entry.reading.flags]
    assert [entry.page.page_id for entry in queued] == ([] if odd.flags else [odd.page.page_id])
    assert review.round.remaining >= waiting + (0 if odd.flags else 1) - 5

    qtbot.keyClick(gallery.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    assert _verified(review) == []
    assert gallery.model.rowCount() == shown
    assert review.round.remaining == waiting


def test_that_a_click_sets_aside_and_a_second_one_takes_in_again(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice("c05", None, None, is_doubtful_only=False))
    place = gallery.view.visualRect(gallery.model.index(2)).center()

    qtbot.mouseClick(gallery.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(gallery.model.odd) == 1
    qtbot.mouseClick(gallery.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert gallery.model.odd == ()
    assert _verified(review) == []


def test_that_nothing_is_confirmed_before_its_paper_was_in_sight(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice(is_doubtful_only=False))
    total, seen = gallery.model.rowCount(), len(gallery.model.confirmable)
    assert seen < total

    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)

    assert len(_verified(review)) == seen
    assert gallery.model.rowCount() == total - seen
    review.undo()
    assert _verified(review) == []


def test_that_only_pictures_in_sight_and_the_next_ones_are_loaded(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice(is_doubtful_only=False))
    qtbot.waitUntil(lambda: not review._workspace.picture_jobs.is_busy, timeout=_LONG_MS)

    assert len(gallery.loader._kept) <= 2 * len(gallery.view.rows_in_sight()) + 1
    assert len(gallery.loader._kept) < gallery.model.rowCount()


def test_that_escape_leads_back_to_one_at_a_time(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice(is_doubtful_only=False))

    qtbot.keyClick(gallery.view, Qt.Key.Key_Escape)

    assert review.desk.isVisible()
    assert not gallery.isVisible()
    assert _verified(review) == []


def test_that_the_lines_of_the_boxes_lead_to_what_they_promise(qtbot, review):
    gallery = _show(qtbot, review, GalleryChoice("c05", None, None, is_doubtful_only=False))
    box = gallery.filters.answer_box
    promised = box.itemText(1).rsplit("(", 1)[1].rstrip(")")

    box.setCurrentIndex(1)
    box.activated.emit(1)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)

    assert gallery.model.rowCount() == int(promised)
    assert {gallery.model.entry(row).reading.answer for row in range(gallery.model.rowCount())} == {box.value}


def test_that_looking_over_what_was_accepted_opens_with_it_and_its_keys_work_at_once(qtbot, review):
    gallery = review.gallery
    review.show_accepted()
    qtbot.waitUntil(lambda: gallery.is_filled and gallery.model.rowCount() > 0, timeout=_LONG_MS)

    template = review._workspace.survey.template
    read = [
        (page.page_id, item_id)
        for page in review._workspace.snapshot.pages
        if page.outcome is PageOutcome.READ
        for item_id, reading in page.readings.items()
        if template.item(item_id).kind.is_choice and reading.is_proposal and item_id not in page.verifications
    ]
    assert gallery.model.rowCount() == len(read)
    assert any(not gallery.model.entry(row).flags for row in range(gallery.model.rowCount()))
    assert gallery.window().focusWidget() is gallery.view

    qtbot.keyClick(gallery.view, Qt.Key.Key_Space)
    assert gallery.model.odd == (gallery.model.entry(0),)

    first = gallery.model.entry(0)
    qtbot.keyClick(gallery.view, Qt.Key.Key_F)
    assert review.stack.currentWidget() is not gallery
    assert (review.round.entry.page.page_id, review.round.entry.item_id) == (first.page.page_id, first.item_id)
    qtbot.waitUntil(lambda: review.desk.view.picture is not None and review.desk.can_decide, timeout=_LONG_MS)
    assert review.desk.view.picture.focus is None

    qtbot.keyClick(review.desk, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: gallery.is_filled and gallery.model.rowCount() == len(read), timeout=_LONG_MS)
    assert gallery.model.odd == (gallery.model.entry(0),)


def test_that_a_gallery_without_doubtful_answers_says_what_was_accepted(qtbot, review):
    gallery = review.gallery
    pages = review._workspace.snapshot.pages
    doubtful = {(entry.page.page_id, entry.item_id) for entry in review._workspace.snapshot.queue}
    gallery.show_answers(pages, doubtful, can_undo=False)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)

    assert gallery.model.rowCount() == 0
    assert gallery.filters.all_box.text().replace("&", "") in gallery._empty.text()
    gallery.show_answers((), (), can_undo=False)
    qtbot.waitUntil(lambda: gallery.is_filled, timeout=_LONG_MS)
    assert gallery.filters.all_box.text().replace("&", "") not in gallery._empty.text()
