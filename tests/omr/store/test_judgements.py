"""What people say about answers: the last word counts, and each can be taken back."""

import pytest
from sqlalchemy.exc import IntegrityError

from form_templates.model import ItemId
from omr.errors import DecidedMeanwhile
from omr.results import Verification
from omr.store import schema
from omr.survey.folder import Survey
from tests.omr.build import age_database, deliver


def test_that_the_last_verification_in_force_counts_and_undo_brings_back_the_one_before(survey):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    item = ItemId("c02")
    survey.store.judgements.verify(page_id, item, Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00"))
    last = survey.store.judgements.verify(page_id, item, Verification(None, "Minh", "2020-11-18T09:01:00+07:00", "mờ"))

    in_force = survey.pages()[0].verifications[item]
    survey.store.judgements.withdraw_verification(last)
    after_undo = survey.pages()[0].verifications[item]

    assert (in_force.answer, in_force.operator, in_force.note) == (None, "Minh", "mờ")
    assert after_undo.answer == ("3",)
    assert survey.pages()[0].readings[item].answer == ()


def test_that_the_database_itself_refuses_a_second_decision_in_force(survey):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    survey.store.judgements.verify(page_id, ItemId("c02"), Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00"))
    rival = {"page_id": page_id, "item_id": "c02", "answer": "4", "operator": "Minh", "decided_at": "", "note": ""}

    with pytest.raises(IntegrityError), survey.store.database.transaction() as connection:
        connection.execute(schema.verification.insert().values(rival))

    assert survey.pages()[0].verifications[ItemId("c02")].answer == ("3",)


def test_that_of_two_decisions_in_force_in_an_older_database_the_later_one_stays(survey):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    for answer in ("3", "4"):
        survey.store.judgements.verify(
            page_id, ItemId("c02"), Verification((answer,), "Lan", f"2020-11-18T0{answer}:00:00+07:00")
        )
    survey.close()
    age_database(survey.folder / "survey.db", "0007")  # there both are in force

    with Survey.open(survey.folder) as opened:
        in_force = opened.pages()[0].verifications[ItemId("c02")]
        opened.store.judgements.withdraw_verification(2)
        after_undo = opened.pages()[0].verifications[ItemId("c02")]

    assert (in_force.answer, after_undo.answer) == (("4",), ("3",))


_LAN = Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00")
_MINH = Verification(("4",), "Minh", "2020-11-18T09:01:00+07:00")
_C02 = ItemId("c02")


@pytest.fixture
def two(survey):
    """Two open surveys of one folder with one page, as two windows have them."""
    deliver(survey)
    with Survey.open(survey.folder) as other:
        yield survey, other


def test_that_of_two_who_decide_at_once_the_second_learns_of_the_first_and_overwrites_nothing(two):
    first, second = two
    first.store.judgements.keep([(1, _C02, _LAN)], seen={})

    with pytest.raises(DecidedMeanwhile) as told:
        second.store.judgements.keep([(1, _C02, _MINH), (1, ItemId("c01"), _MINH)], seen={})

    assert (told.value.items, told.value.operator, told.value.moment) == (((1, _C02),), "Lan", _LAN.decided_at)
    assert second.pages()[0].verifications == {_C02: _LAN}


def test_that_who_has_seen_the_decision_in_force_may_correct_it(two):
    first, second = two
    first.store.judgements.keep([(1, _C02, _LAN)], seen={})

    second.store.judgements.keep([(1, _C02, _MINH)], seen={(1, _C02): _LAN})

    assert first.pages()[0].verifications == {_C02: _MINH}
    with pytest.raises(DecidedMeanwhile):
        first.store.judgements.keep([(1, _C02, _LAN)], seen={(1, _C02): _LAN})


def test_that_who_corrects_a_decision_that_was_taken_back_learns_of_it(two):
    first, second = two
    keys = first.store.judgements.keep([(1, _C02, _LAN)], seen={})
    first.store.judgements.withdraw(keys)

    with pytest.raises(DecidedMeanwhile) as told:
        second.store.judgements.keep([(1, _C02, _MINH)], seen={(1, _C02): _LAN})

    assert told.value.operator == ""


def test_that_undo_leaves_what_somebody_else_decided_since_and_says_so(two):
    first, second = two
    kept = first.store.judgements.keep([(1, _C02, _LAN)], seen={})
    corrected = second.store.judgements.keep([(1, _C02, _MINH)], seen={(1, _C02): _LAN})

    assert first.store.judgements.withdraw(kept) == ((1, _C02),)
    assert first.pages()[0].verifications == {_C02: _MINH}
    assert second.store.judgements.withdraw(corrected) == ()
    assert first.pages()[0].verifications == {}
