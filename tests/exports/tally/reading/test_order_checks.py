"""How many checks prove the order of two units: so many that what would have made it had hardly been missed."""

from math import ceil, log
from typing import Any

import pytest

from exports.tally.reading.order_checks import find_order_checks
from exports.tally.survey_tally import tally_survey
from form_templates.model import ItemId
from omr.recheck.checks import AnswerKey, CheckStanding
from omr.responses import Response
from tests.exports.build import SMALL, UNITS, response

BAD: dict[str, Any] = {"c1": ("1",)}
FIRST, SECOND = "09163", "09166"


def _two_units(worse: int, size: int = 40) -> list[Response]:
    """Return two communes of as many people each; in the second some are dissatisfied with one criterion."""
    first = [response(number, unit=FIRST) for number in range(1, size + 1)]
    return [*first, *(response(size + n, unit=SECOND, **(BAD if n <= worse else {})) for n in range(1, size + 1))]


def test_that_so_many_checks_rule_out_what_would_close_the_gap() -> None:
    found = find_order_checks(tally_survey(SMALL, _two_units(12), UNITS), {})

    assert found is not None
    assert (found.first.code, found.second.code) == (FIRST, SECOND)
    assert found.gap == pytest.approx(12 / 120)
    assert (found.accepted, found.misread) == (240, 12)  # twelve answers of 120, in either unit
    assert found.more == ceil(log(0.025) / log(1 - 12 / 240))


def test_that_checks_made_already_are_left_out_and_mistakes_found_ask_for_more() -> None:
    tally = tally_survey(SMALL, _two_units(12), UNITS)
    keys = [AnswerKey(number, ItemId(item)) for number in range(1, 11) for item in ("c1", "c2", "c3")]
    clean = dict.fromkeys(keys, CheckStanding.AGREED)
    nothing, some = find_order_checks(tally, {}), find_order_checks(tally, clean)
    wrong = find_order_checks(tally, {**clean, keys[0]: CheckStanding.WAITING})

    assert nothing is not None
    assert some is not None
    assert wrong is not None
    assert (some.checked, some.more) == (30, nothing.more - 30)
    assert wrong.more > some.more


def test_that_units_of_one_index_have_no_order_to_prove() -> None:
    assert find_order_checks(tally_survey(SMALL, _two_units(0), UNITS), {}) is None
    assert find_order_checks(tally_survey(SMALL, _two_units(12)[:40], UNITS), {}) is None
    assert find_order_checks(tally_survey(SMALL, [], UNITS), {}) is None
