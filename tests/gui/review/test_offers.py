"""What decisions bear out: offered above the paper, shown in the gallery, accepted as a whole or not at all, undone."""

import pytest
from PySide6.QtCore import Qt

from gui.review.offer_bar import OfferBar
from gui.review.review_round import key_of
from omr.clock import now
from omr.recalibration.offers import BatchOffer, OfferedAnswer, Offers
from omr.recheck.checks import AnswerKey
from omr.results import AnswerStatus, Verification
from omr.review.gallery import open_answers
from omr.review.queue import page_id_of

_LONG_MS = 60_000


@pytest.fixture
def offered(monkeypatch, qtbot, review):
    """The review page with three answers offered, whatever was decided."""
    survey = review._workspace.survey
    waiting = [each for each in open_answers(survey.template, review._workspace.snapshot.pages) if each.flags][:3]
    answers = tuple(
        OfferedAnswer(AnswerKey(page_id_of(each), each.item_id), each.reading.answer, 0.001) for each in waiting
    )

    def find(store, _rechecks, _pages):
        accepted = store.judgements.said()
        left = [each for each in answers if each.key.item_id not in accepted.accepted.get(each.key.page_id, {})]
        return Offers((BatchOffer(1, tuple(left), 47, 2, "{}"),) if left else (), accepted.stamp)

    monkeypatch.setattr("gui.review.offer_finder.find_offers", find)
    review.finder.look()
    qtbot.waitUntil(review.offer_bar.isVisible, timeout=_LONG_MS)
    return review, [key_of(each) for each in waiting]


def _open(qtbot, review):
    qtbot.mouseClick(review.offer_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: review.gallery.is_filled and not review.finder.is_looking, timeout=_LONG_MS)
    return review.gallery


def _statuses(review, keys):
    answers = [answer for response in review._workspace.survey.responses() for answer in response.answers]
    return [answer.status for answer in answers if answer.page and (answer.page.page_id, answer.item_id) in keys]


def test_that_exactly_what_is_offered_is_shown_accepted_by_one_key_and_flagged_again_by_undo(qtbot, offered):
    review, keys = offered
    before = review.round.remaining
    gallery = _open(qtbot, review)
    assert {key_of(gallery.model.entry(row)) for row in range(gallery.model.rowCount())} == set(keys)
    assert not gallery.filters.isVisible()

    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)

    assert _statuses(review, keys) == [AnswerStatus.ACCEPTED] * 3
    assert review.round.remaining == before - 3
    qtbot.waitUntil(lambda: not review.offer_bar.isVisible(), timeout=_LONG_MS)
    qtbot.waitUntil(lambda: not review.finder.is_looking, timeout=_LONG_MS)
    qtbot.keyClick(review.desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _statuses(review, keys) == [AnswerStatus.FLAGGED] * 3
    assert review.round.remaining == before
    qtbot.waitUntil(review.offer_bar.isVisible, timeout=_LONG_MS)
    review._workspace.watch.claimed = frozenset(keys[:1])  # another window shows one of them
    review._workspace.watch.claims_changed.emit(frozenset(keys[:1]))
    assert "2" in review.offer_bar.text.text()


def test_that_what_is_no_longer_borne_out_is_told_where_nothing_waits_and_a_forgotten_look_tells_nothing(
    qtbot, offered, monkeypatch
):
    review, keys = offered
    outdated = Offers(outdated=frozenset(AnswerKey(*key) for key in keys))
    monkeypatch.setattr("gui.review.offer_finder.find_offers", lambda *_: outdated)
    qtbot.waitUntil(lambda: not review.finder.is_looking, timeout=_LONG_MS)
    with qtbot.assertNotEmitted(review.finder.found):
        review.finder.look()
        review.finder.forget()
        qtbot.waitUntil(lambda: not review.finder.is_looking, timeout=_LONG_MS)

    review._show_idle_state()
    review.finder.look()

    qtbot.waitUntil(lambda: "3" in review.offer_bar.text.text(), timeout=_LONG_MS)
    assert review.offer_bar.isVisible()


def test_that_nothing_is_accepted_before_odd_ones_and_new_decisions_were_weighed(qtbot, offered):
    review, keys = offered
    gallery = _open(qtbot, review)
    gallery.toggle_odd(1)
    odd = key_of(gallery.model.entry(1))

    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)

    assert _statuses(review, keys) == [AnswerStatus.FLAGGED] * 3
    assert key_of(review.round.entry) == odd
    assert not gallery.isVisible()

    _open(qtbot, review).toggle_odd(1)  # in again
    entry = next(each for each in review.round.upcoming(len(review.round)) if key_of(each) not in keys)
    store = review._workspace.survey.store
    decided = store.judgements.verify(page_id_of(entry), entry.item_id, Verification((), "Minh", now()))

    qtbot.keyClick(gallery.view, Qt.Key.Key_Return)

    assert _statuses(review, keys) == [AnswerStatus.FLAGGED] * 3
    qtbot.waitUntil(lambda: gallery.is_filled and gallery.isVisible(), timeout=_LONG_MS)
    store.judgements.withdraw_verification(decided)


def test_that_what_is_no_longer_borne_out_comes_before_what_is_offered(qtbot, themed):
    bar = OfferBar()
    qtbot.addWidget(bar)
    offer = BatchOffer(1, (OfferedAnswer(AnswerKey(1, "q1"), ("a",), 0.001),), 47, 2, "{}")

    bar.show_offers(Offers((offer,), outdated=frozenset({AnswerKey(2, "q1"), AnswerKey(3, "q1")})), 9)
    assert "2" in bar.text.text()
    with qtbot.waitSignal(bar.outdated_wanted), qtbot.assertNotEmitted(bar.wanted):
        bar.button.click()
    bar.show_offers(Offers((offer,)), 9)
    with qtbot.waitSignal(bar.wanted), qtbot.assertNotEmitted(bar.outdated_wanted):
        bar.button.click()
    bar.show_offers(Offers((), unproven=frozenset({"Lan"})), 9)
    assert "Lan" in bar.text.text()
    assert not bar.isHidden()
    assert bar.button.isHidden()
    bar.show_offers(Offers(), 9)
    assert bar.isHidden()
