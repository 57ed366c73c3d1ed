"""Windows of one survey show different items; a claim forbids nothing and lapses by itself."""

from datetime import datetime, timedelta

import pytest

from form_templates.model import ItemId
from omr.store import claims as claims_module
from omr.survey.folder import Survey
from tests.omr.build import deliver

_C01, _C02 = ItemId("c01"), ItemId("c02")


@pytest.fixture
def two(survey):
    """Two open surveys of one folder with one page, as two windows have them."""
    deliver(survey)
    with Survey.open(survey.folder) as other:
        yield survey, other


def test_that_a_window_sees_what_another_one_shows_and_does_not_get_it(two):
    own, other = two

    assert own.store.claims.take("a", "Lan", 1, _C01)
    assert not other.store.claims.take("b", "Minh", 1, _C01)
    assert other.store.claims.take("b", "Minh", 1, _C02)
    assert other.store.claims.of_others("b") == {(1, _C01)}
    assert own.store.claims.of_others("a") == {(1, _C02)}


def test_that_a_window_claims_one_item_at_a_time_and_none_when_it_is_closed(two):
    own, other = two
    own.store.claims.take("a", "Lan", 1, _C01)
    own.store.claims.take("a", "Lan", 1, _C02)

    assert other.store.claims.of_others("b") == {(1, _C02)}
    own.store.claims.release("a")
    assert other.store.claims.of_others("b") == set()


def test_that_a_claim_lapses_when_nobody_renews_it(two, monkeypatch):
    own, other = two
    own.store.claims.take("a", "Lan", 1, _C01)
    later = datetime.now().astimezone() + claims_module.LAPSES_AFTER + timedelta(seconds=2)
    monkeypatch.setattr(claims_module, "now", lambda: later.isoformat(timespec="seconds"))

    assert other.store.claims.of_others("b") == set()
    assert other.store.claims.take("b", "Minh", 1, _C01)


def test_that_a_claim_is_no_reason_to_look_at_everything_again_and_a_decision_is(two):
    own, other = two
    own.store.claims.take("a", "Lan", 1, _C01)
    after_claim = other.store.database.has_changed()
    own.store.issued.add({"09163": 1}, 5)

    assert not after_claim
    assert other.store.database.has_changed()
    assert not other.store.database.has_changed()
    assert not own.store.database.has_changed()
