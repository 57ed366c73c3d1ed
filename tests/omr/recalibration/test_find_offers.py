"""From the decisions that a survey keeps to what may be accepted, and back by undo."""

from dataclasses import replace

import pytest

from form_templates.model import ItemId
from omr.recalibration.offers import Offers, find_offers
from omr.recheck.checks import Check
from omr.recheck.state import load_state
from omr.recheck.table import KeptCheck
from omr.results import Flag, ItemReading, Verification
from omr.review.queue import ReviewSession, find_entry, review_queue
from omr.settings import ReadingConditions, ReadingSettings
from omr.survey.overview import survey_overview
from omr.survey.status_lines import overview_lines
from tests.omr.build import deliver, kept_reading

_C02 = ItemId("c02")
_DOUBTED = ItemReading(_C02, ("4",), 0.05, frozenset({Flag.FAINT_MARK}))


@pytest.fixture
def decided(survey):
    """Forty pages with a doubt each; Lan confirmed thirty and read ten answers blind. The tolerance is wide."""
    survey.store.batches.start(ReadingConditions(ReadingSettings(tolerance=5e-3)))
    asked = [item.item_id for item in survey.template.items() if survey.template.page_of(item.item_id) == 1]
    items = tuple(_DOUBTED if item == _C02 else ItemReading(item, (), 1e-6, frozenset()) for item in asked)
    for number in range(1, 41):
        reading = replace(kept_reading(f"{number:06d}"), items=items)
        deliver(survey, f"{number}.jpg", f"{number:064d}", reading)
    for number in range(1, 31):
        moment = f"2026-03-01T08:{number:02d}:00+07:00"
        survey.store.judgements.verify(number, _C02, Verification(("4",), "Lan", moment))
    for number in range(31, 41):
        survey.rechecks.keep(Check(number, ItemId("c01"), (), "Lan", "2026-03-01T10:00:00+07:00"), ())
    return survey


def _find(survey):
    return find_offers(survey.store, survey.rechecks, survey.pages())


def test_that_what_is_accepted_leaves_the_queue_is_offered_no_more_and_comes_back_by_undo(decided):
    session = ReviewSession(decided.store, "Minh")
    offers = _find(decided)
    assert len(offers.keys) == 10
    assert any("10 flagged answers" in line for line in overview_lines(survey_overview(decided)))

    session.accept(offers)

    assert review_queue(decided.template, decided.pages()) == ()
    assert _find(decided).keys == frozenset()
    assert session.can_undo
    session.undo()
    assert len(review_queue(decided.template, decided.pages())) == 10
    assert _find(decided).keys == offers.keys


def test_that_it_is_told_whose_looking_is_all_that_is_missing(decided):
    assert _find(decided).unproven == frozenset()
    decided.rechecks.withdraw(KeptCheck(decided.rechecks.checks()[0], 1, None))

    offers = _find(decided)

    assert (offers.batches, offers.unproven) == ((), {"Lan"})


def test_that_an_offer_is_worked_out_again_when_anybody_decided_since(decided):
    session = ReviewSession(decided.store, "Minh")
    offers = _find(decided)
    wrong = decided.store.judgements.verify(31, _C02, Verification(("1",), "Lan", "2026-03-01T09:00:00+07:00"))

    assert session.accept(offers) is None
    assert not session.can_undo
    assert _find(decided).batches == ()
    decided.store.judgements.withdraw_verification(wrong)
    assert _find(decided).keys == offers.keys


def test_that_a_decision_taken_back_is_missing_at_once_and_what_is_out_of_the_count_teaches_nothing(decided):
    decided.store.removals.take_out_pages([1], "Minh")
    assert _find(decided).batches == ()
    decided.store.removals.bring_back_pages([1])
    assert _find(decided).batches != ()

    (last, *_) = decided.pages()
    kept = ReviewSession(decided.store, "Lan")
    entry = next(each for each in review_queue(decided.template, decided.pages()))
    kept.decide(entry, ("4",))
    decided.store.removals.take_out_pages([last.page_id], "Minh")
    assert _find(decided).batches != ()
    kept.undo()
    assert _find(decided).batches == ()
    assert _find(decided) != Offers()


def test_that_what_was_accepted_is_told_once_it_is_no_longer_borne_out_and_no_more_once_somebody_looked(decided):
    session = ReviewSession(decided.store, "Minh")
    offers = _find(decided)
    session.accept(offers)
    assert _find(decided).outdated == frozenset()

    entry = find_entry(decided.pages(), 1, _C02)
    session.decide(entry, ("1",), seen=entry.page.verifications[_C02])  # stated as doubtful as all that was accepted

    assert _find(decided).outdated == offers.keys
    assert any("10 answers accepted before" in line for line in overview_lines(survey_overview(decided)))
    looked_at = find_entry(decided.pages(), 31, _C02)
    session.decide(looked_at, ("4",))
    assert len(_find(decided).outdated) == 9
    session.undo()
    session.undo()
    assert _find(decided).outdated == frozenset()


def test_that_a_blind_check_tells_of_accepted_answers_only_as_long_as_they_are_accepted(decided):
    def checked():
        found = load_state(decided.rechecks, 0.001, decided.pages()).whole
        return found.accepted, found.checked, found.disagreements

    before = checked()
    session = ReviewSession(decided.store, "Minh")
    session.accept(_find(decided))
    decided.rechecks.keep(Check(31, _C02, ("1",), "Lan", "2026-03-01T11:00:00+07:00"), ())
    assert checked() == (before[0] + 10, before[1] + 1, before[2] + 1)

    session.undo()

    assert checked() == before
