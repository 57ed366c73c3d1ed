"""One sitting of an operator: places, decisions, undo, a queue that changes underneath."""

from dataclasses import replace

import pytest

from gui.review.review_round import ReviewRound
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome, Verification
from omr.review.queue import Decision, QueueEntry, ReviewStep
from omr.store.judgements import JudgementKeys


class _Session:
    """Keeps steps as ``omr.review.queue.ReviewSession`` does, without a database."""

    def __init__(self):
        self.kept = []

    @property
    def can_undo(self):
        return bool(self.kept)

    def decide(self, entry, answer, note="", *, seen=None):
        return self._keep([(entry, answer)], (), note)

    def in_force(self, items):
        kept = [each for step in self.kept for each in step.decisions]
        return {(each.entry.page.page_id, each.entry.item_id): each.verification for each in kept}

    def confirm(self, entries, odd=(), *, seen=None):
        return self._keep([(entry, entry.reading.answer) for entry in entries], odd)

    def _keep(self, decided, odd, note=""):
        decisions = [Decision(e, Verification(a, "Lan", "2020-11-20T08:00:00+07:00", note)) for e, a in decided]
        self.kept.append(ReviewStep(tuple(decisions), tuple(odd), JudgementKeys()))
        return self.kept[-1]

    def accept(self, offers):
        self.kept.append(ReviewStep((), (), JudgementKeys(), accepted=tuple(offers)))
        return self.kept[-1]

    def undo(self):
        return self.kept.pop() if self.kept else None


def _entry(page_id, item="q1", flags=frozenset({Flag.UNCERTAIN})):
    reading = ItemReading(item, ("a",), 0.2, flags)
    page = DeliveredPage(page_id, 1, "s.pdf", page_id, PageOutcome.READ, readings={item: reading})
    return QueueEntry(page, item, reading)


@pytest.fixture
def round_():
    made = ReviewRound(_Session())
    made.renew([_entry(1), _entry(2), _entry(3)])
    return made


def test_that_a_decision_leads_to_the_next_undecided_entry(round_):
    round_.decide(("a",))

    assert round_.entry == _entry(2)
    assert round_.remaining == 2


def test_that_the_last_entry_leads_back_to_what_was_left_out(round_):
    round_.move(2)
    round_.decide(("a",))

    assert round_.entry == _entry(1)


def test_that_undo_returns_to_the_entry_it_takes_back(round_):
    round_.decide(("a",))
    round_.move(1)

    assert round_.undo()
    assert round_.entry == _entry(1)
    assert round_.remaining == 3


def test_that_undoing_a_second_decision_restores_the_first(round_):
    round_.decide(("a",))
    round_.move(-1)
    round_.decide(None)
    round_.undo()

    assert round_.verification(_entry(1)).answer == ("a",)
    assert round_.remaining == 2


def test_that_nothing_is_undone_before_anything_was_decided(round_):
    assert not round_.undo()
    assert round_.position == 0


def test_that_moving_stops_at_both_ends(round_):
    round_.move(-1)
    assert round_.position == 0
    round_.move(99)
    assert round_.position == 2


def test_that_a_fresh_queue_keeps_places_and_appends_what_is_new(round_):
    round_.decide(("a",))
    round_.renew([_entry(2), _entry(3), _entry(4)])

    assert round_.entry == _entry(2)
    assert len(round_) == 4
    assert round_.remaining == 3


def test_that_what_others_decided_leaves_the_queue(round_):
    round_.renew([_entry(3)])

    assert round_.entry == _entry(3)
    assert len(round_) == 1


def test_that_the_entry_in_front_and_the_next_ones_are_wanted_first(round_):
    assert round_.upcoming(1) == [_entry(1), _entry(2)]


def _accepted(page_id, verifications=None):
    accepted = _entry(page_id, flags=frozenset())
    return replace(accepted, page=replace(accepted.page, verifications=verifications or {}))


def test_that_an_accepted_answer_that_is_asked_again_comes_first_and_waits_for_nobody(round_):
    round_.move(1)

    round_.ask_again(_accepted(9))

    assert round_.entry == round_.asked_again == _accepted(9)
    assert round_.remaining == 3
    round_.decide(("b",))
    assert round_.entry == _entry(2)
    assert round_.verification(_accepted(9)).answer == ("b",)


def test_that_what_is_asked_again_stays_in_front_when_the_queue_is_renewed(round_):
    round_.ask_again(_accepted(9))

    round_.renew([_entry(1), _entry(2), _entry(3)])

    assert round_.entry == _accepted(9)


def test_that_what_was_asked_again_and_left_undecided_goes_with_the_next_queue(round_):
    round_.ask_again(_accepted(9))
    round_.move(1)

    round_.renew([_entry(1), _entry(2), _entry(3)])

    assert len(round_) == 3
    assert round_.asked_again is None


def test_that_an_answer_of_the_queue_that_is_asked_again_keeps_its_place(round_):
    round_.ask_again(_entry(3))

    assert (len(round_), round_.position, round_.remaining) == (3, 2, 3)


def test_that_an_answer_decided_in_this_sitting_can_be_asked_again_and_undone(round_):
    round_.decide(("a",))
    round_.ask_again(_entry(1))
    round_.decide(("b",))

    assert round_.verification(_entry(1)).answer == ("b",)
    round_.undo()
    assert round_.verification(_entry(1)).answer == ("a",)


def test_that_a_decision_of_an_earlier_sitting_is_known(round_):
    earlier = _accepted(9, {"q1": Verification(("c",), "Minh", "2020-11-20T08:00:00+07:00")})

    round_.ask_again(earlier)

    assert round_.verification(earlier).operator == "Minh"
    assert round_.remaining == 3


def test_that_many_are_confirmed_and_taken_back_at_one_go(round_):
    round_.confirm([_entry(1), _entry(3)], [_entry(2)])

    assert round_.remaining == 1
    assert round_.entry == _entry(2)
    assert round_.settled == {(1, "q1"), (2, "q1"), (3, "q1")}

    assert round_.undo()
    assert round_.remaining == 3
    assert round_.settled == set()
    assert not round_.undo()


def test_that_an_accepted_answer_set_aside_comes_into_the_queue_and_leaves_it_on_undo(round_):
    accepted = _entry(9, flags=frozenset())
    round_.confirm([_entry(1)], [accepted])

    assert len(round_) == 4
    assert round_.upcoming(9)[-1].flags == {Flag.DOUBTED}

    round_.undo()
    assert len(round_) == 3
    assert round_.entry == _entry(1)


def test_that_a_note_goes_with_the_decision(round_):
    round_.write_note("nhòe")
    assert round_.note(_entry(1)) == "nhòe"
    round_.decide(("a",))

    assert round_.verification(_entry(1)).note == "nhòe"
    assert round_.note(_entry(2)) == ""


def test_that_a_note_on_what_was_decided_decides_it_alike_again(round_):
    round_.decide(None)
    round_.move(-1)
    round_.write_note("rách")

    assert round_.verification(_entry(1)).answer is None
    assert round_.verification(_entry(1)).note == "rách"
    assert round_.entry == _entry(1)

    round_.undo()
    assert round_.verification(_entry(1)).note == ""
    assert round_.is_decided(_entry(1))


def test_that_the_same_note_again_keeps_nothing(round_):
    round_.decide(None)
    round_.move(-1)
    round_.write_note("")
    round_.undo()

    assert not round_.can_undo


def test_that_a_note_on_what_was_decided_in_an_earlier_sitting_waits_for_a_decision(round_):
    earlier = _accepted(9, {"q1": Verification(("c",), "Minh", "2020-11-20T08:00:00+07:00")})
    round_.ask_again(earlier)

    round_.write_note("rách")

    assert not round_.can_undo
    assert (round_.note(earlier), round_.verification(earlier).operator) == ("rách", "Minh")


def test_that_what_is_asked_again_and_then_doubted_waits_with_the_next_queue(round_):
    round_.ask_again(_accepted(9))

    round_.renew([*(_entry(n) for n in (1, 2, 3)), _entry(9, flags=frozenset({Flag.DOUBTED}))])

    assert round_.remaining == 4


def test_that_what_was_accepted_in_this_sitting_waits_again_once_somebody_finds_it_odd(round_):
    assert round_.accept([(2, "q1"), (3, "q1")])
    assert round_.remaining == 1
    accepted = _entry(2, flags=frozenset())  # as the store tells of it by then

    round_.confirm([], [accepted])

    assert round_.remaining == 2
    doubted = QueueEntry(replace(accepted.page, doubted=frozenset({"q1"})), "q1", accepted.reading)
    round_.renew([_entry(1), doubted])
    assert round_.remaining == 2
    round_.undo()
    assert round_.remaining == 1
