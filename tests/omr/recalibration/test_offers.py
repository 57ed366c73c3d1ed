"""What is offered goes by what people decided, and by nothing else."""

import json
import random
from dataclasses import replace

import pytest

from omr.recalibration.offers import Offers
from omr.recalibration.trials import find_lookers
from omr.recalibration.wording import offer_as_dict
from omr.recheck.checks import AnswerKey, CheckStanding, Outcome
from omr.responses import Aspect
from omr.results import Acceptance, Flag, ItemReading
from tests.omr.recalibration.build import (
    DOUBTED,
    NOTHING_SAID,
    OTHERS,
    TOLERANCE,
    decide,
    doubtful_page,
    offer,
    offered,
)

_PAGES = [doubtful_page(number) for number in range(1, 81)]
_CONFIRMED = [decide(number) for number in range(1, 41)]
_LEFT = set(range(41, 81))


def test_that_confirmed_doubts_let_others_of_their_kind_be_accepted_as_surer_than_stated():
    found = offer(_PAGES, _CONFIRMED)

    assert offered(found)
    assert offered(found) <= _LEFT
    assert (found.decisions, found.changed) == (40, 0)
    assert all(0.0 < answer.p_wrong < 0.05 for answer in found.answers)
    shift, deviation = json.loads(found.parameters)["shift"]
    assert shift < 0.0 < deviation


def test_that_the_command_line_says_in_a_sentence_what_is_offered():
    found = offer(_PAGES, _CONFIRMED)

    told = offer_as_dict(found)
    assert (told["batch"], told["answers"], told["decisions"], told["changed"]) == (1, len(found.answers), 40, 0)
    assert f"{len(found.answers)} flagged answers" in told["text"]


def test_that_what_another_window_shows_is_left_to_it():
    found = offer(_PAGES, _CONFIRMED)
    offers = Offers((found,), NOTHING_SAID.stamp)

    left = offers.leaving({found.answers[0].key, (1, DOUBTED)})

    assert left.keys == offers.keys - {found.answers[0].key}
    assert [each[:2] for each in left.acceptances("Lan", "")] == [tuple(each.key) for each in found.answers[1:]]
    assert offers.leaving(offers.keys).batches == ()


def test_that_29_decisions_offer_nothing_and_30_do():
    assert offer(_PAGES, _CONFIRMED[:29]) is None
    assert offered(offer(_PAGES, _CONFIRMED[:30], tolerance=5e-3))


def test_that_what_is_accepted_adds_no_more_wrong_answers_than_the_tolerance_allows():
    found = offer(_PAGES, _CONFIRMED)

    accepted = len(_PAGES) * len(OTHERS) + len(found.answers)
    assert sum(answer.p_wrong for answer in found.answers) <= TOLERANCE * accepted
    assert len(found.answers) < len(_LEFT)
    assert offered(offer(_PAGES, _CONFIRMED, tolerance=1e-5)) == set()


def test_that_what_was_accepted_before_takes_its_share_of_the_tolerance():
    found = offer(_PAGES, _CONFIRMED)
    accepted = {
        each.key.page_id: {DOUBTED: Acceptance(each.answer, each.p_wrong, 40, 0, "{}", "Lan", "")}
        for each in found.answers
    }

    assert offered(offer(_PAGES, _CONFIRMED, said=replace(NOTHING_SAID, accepted=accepted))) == set()


@pytest.mark.parametrize("flag", [Flag.NOT_LOCATED, Flag.HIDDEN, Flag.CUT_OFF, Flag.DOUBLE_MARK, Flag.UNMARKED])
def test_that_what_only_a_person_can_see_is_never_offered_nor_learned_from(flag):
    hard = [doubtful_page(number, flag=flag) for number in range(1, 81)]
    both = [replace_flags(page, frozenset({flag, Flag.FAINT_MARK})) for page in _PAGES]

    assert offer(hard, _CONFIRMED) is None
    assert offered(offer([*_PAGES[:40], *hard[40:]], _CONFIRMED)) == set()
    assert offered(offer([*_PAGES[:40], *both[40:]], _CONFIRMED)) == set()


def replace_flags(page, flags):
    return replace(page, readings=page.readings | {DOUBTED: replace(page.readings[DOUBTED], flags=flags)})


def test_that_a_page_placed_by_hand_and_readings_as_likely_wrong_as_right_are_left_out():
    pinned = [replace(page, said_by={Aspect.PIN: "Lan"}) for page in _PAGES]
    even = [doubtful_page(number, 0.5) for number in range(1, 81)]

    assert offer(pinned, _CONFIRMED) is None
    assert offer(even, _CONFIRMED, tolerance=5e-3) is None


def test_that_what_is_doubted_or_disputed_by_people_is_not_offered():
    disputed = [replace(page, disputed=frozenset({DOUBTED})) for page in _PAGES[40:]]
    doubted = {key: {DOUBTED} for key in _LEFT}

    assert offered(offer([*_PAGES[:40], *disputed], _CONFIRMED)) == set()
    assert offered(offer(_PAGES, _CONFIRMED, said=replace(NOTHING_SAID, doubted=doubted))) == set()


def test_that_one_answer_that_was_wrong_shrinks_what_is_offered_to_what_is_surer():
    pages = [doubtful_page(number, 0.02 if number % 2 else 0.05) for number in range(1, 81)]
    before = offered(offer(pages, _CONFIRMED))
    after = offered(offer(pages, [*_CONFIRMED[:-1], decide(40, ("b",))]))  # stated 0.05

    assert after < before
    assert all(number % 2 for number in after)
    assert offered(offer(pages, [*_CONFIRMED[:-2], decide(39, ("b",)), _CONFIRMED[-1]])) == set()  # stated 0.02


def test_that_unreadable_is_no_confirmation():
    assert offered(offer(_PAGES, [*_CONFIRMED[:-1], decide(40, None)])) == set()


def test_that_an_operator_who_mostly_disagrees_lets_nothing_be_offered():
    acts = [decide(number, ("b",) if number % 3 else ("a",)) for number in range(1, 41)]

    assert offer(_PAGES, acts) is None


def test_that_another_kind_of_doubt_is_not_offered_for_what_was_never_decided():
    withdrawn = [doubtful_page(number, flag=Flag.CANCELLED_MARK) for number in range(41, 81)]

    assert offered(offer([*_PAGES[:40], *withdrawn], _CONFIRMED)) == set()


def test_that_one_sheet_teaches_nothing_about_others_however_much_was_confirmed_on_it():
    items = {f"x{n}": ItemReading(f"x{n}", ("a",), 0.05, frozenset({Flag.FAINT_MARK})) for n in range(60)}
    sheet = replace(_PAGES[0], readings=_PAGES[0].readings | items)
    acts = [decide(1, item=item, after_s=5 * number) for number, item in enumerate(items)]

    assert offer([sheet, *_PAGES[1:]], acts) is None


def test_that_decisions_taken_back_count_for_nothing():
    undone = [decide(number, is_withdrawn=True) for number in range(1, 41)]

    assert offer(_PAGES, undone) is None
    assert offered(offer(_PAGES, [*_CONFIRMED, decide(41, ("b",), is_withdrawn=True)])) == offered(
        offer(_PAGES, _CONFIRMED)
    )


def test_that_what_was_confirmed_faster_than_anybody_looks_counts_for_nothing_but_what_was_changed_does():
    hurried = [decide(number, after_s=number // 5) for number in range(1, 41)]  # five in a second
    changed = [decide(number, ("b",), after_s=100 + number // 5) for number in range(31, 41)]

    assert offer(_PAGES, hurried) is None
    calm = [decide(number) for number in range(1, 31)]
    assert offered(offer(_PAGES, [*calm, *changed], tolerance=5e-3)) == set()


def test_that_who_only_ever_confirmed_teaches_nothing_before_they_read_some_answers_blind_or_changed_one():
    pages = {page.page_id: page for page in _PAGES}
    blind = [replace(decide(number, item=OTHERS[0]), is_check=True) for number in range(1, 11)]
    differing = [replace(each, answer=("b",)) for each in blind]
    unreadable = decide(41, None)

    assert find_lookers(_CONFIRMED, pages) == frozenset()
    assert find_lookers([*_CONFIRMED, *blind[:9], *differing], pages) == frozenset()
    assert find_lookers([*_CONFIRMED, replace(unreadable, is_withdrawn=True)], pages) == frozenset()
    assert find_lookers([*_CONFIRMED, *blind], pages) == {"lan"}
    assert find_lookers([*_CONFIRMED, unreadable], pages) == {"lan"}
    assert offer(_PAGES, _CONFIRMED, lookers=("minh",)) is None


def test_that_many_confirmed_at_once_count_where_there_was_time_to_look():
    at_once = [decide(0, item=OTHERS[0]), *(decide(number, after_s=60) for number in range(1, 41))]

    assert offered(offer(_PAGES, at_once)) == offered(offer(_PAGES, _CONFIRMED))
    assert offer(_PAGES, [at_once[0], *(decide(number, after_s=6) for number in range(1, 41))]) is None
    assert offer(_PAGES, at_once[1:]) is None  # the first thing that Lan did: who knows for how long she looked


def test_that_what_two_people_see_differently_is_no_confirmation():
    differing = [decide(number, ("b",), "Minh") for number in range(1, 41)]

    assert offer(_PAGES, [*differing, *_CONFIRMED]) is None
    assert offered(offer(_PAGES, [*(decide(n, operator="Minh") for n in range(1, 41)), *_CONFIRMED]))


def test_that_a_mistake_found_blind_among_accepted_answers_stops_the_offer():
    key = AnswerKey(77, OTHERS[0])

    for standing in (CheckStanding.ERROR, CheckStanding.WAITING):
        assert offer(_PAGES, _CONFIRMED, {key: Outcome(standing, ("b",))}) is None
    assert offered(offer(_PAGES, _CONFIRMED, {key: Outcome(CheckStanding.AGREED, ("a",))}))


def test_that_an_accepted_answer_that_somebody_changed_stops_the_offer_and_one_that_was_left_shows_nothing():
    assert offer(_PAGES, [*_CONFIRMED, decide(77, ("b",), item=OTHERS[0])]) is None
    assert offered(offer(_PAGES, [*_CONFIRMED, decide(77, item=OTHERS[0])])) == offered(offer(_PAGES, _CONFIRMED))


def test_that_neither_the_order_of_pages_nor_their_keys_nor_that_of_decisions_changes_anything():
    pages = [doubtful_page(number, 0.02 + number % 40 / 500) for number in range(1, 81)]
    acts = list(_CONFIRMED)
    found = offer(pages, acts, tolerance=5e-3)
    chance = random.Random(5)
    others = [replace(page, page_id=1000 - page.page_id) for page in pages]
    moved = [replace(act, key=act.key._replace(page_id=1000 - act.key.page_id)) for act in acts]
    for each in (others, moved):
        chance.shuffle(each)

    again = offer(others, moved, tolerance=5e-3)

    assert found.answers
    assert [1000 - each.key.page_id for each in again.answers] == [each.key.page_id for each in found.answers]
    assert [each.p_wrong for each in again.answers] == [each.p_wrong for each in found.answers]
    assert again.parameters == found.parameters
