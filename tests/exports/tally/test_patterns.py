"""Patterns in forms, on forms that show exactly one of them; and what is no pattern."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tally.answer_table import build_answer_table
from exports.tally.patterns import SurveyPatterns, UnitPatterns, find_patterns
from exports.tally.satisfaction_index import build_ratings
from omr.responses import Response
from tests.exports.build import (
    SMALL,
    UNITS,
    flagged,
    large_survey,
    large_template,
    missing,
    response,
    responses,
)


def look(given_: list[Response]) -> SurveyPatterns:
    """Return the patterns of a survey of ``SMALL``, which rates c1, c2, c3 and all, in this order."""
    table = build_answer_table(SMALL, given_)
    return find_patterns(table, build_ratings(table), UNITS)


def rated(*levels: str) -> dict[str, Any]:
    """Return changes that rate the four items; "" leaves one blank."""
    return {item: (level,) if level else () for item, level in zip(("c1", "c2", "c3", "all"), levels, strict=True)}


def one(**changes: Any) -> UnitPatterns:
    """Return the patterns of a single form."""
    return look([response(1, **changes)]).everyone


@pytest.mark.parametrize(
    ("levels", "straight", "run", "spread"),
    [
        (("4", "4", "4", "4"), 1, 4, 0.0),
        (("4", "4", "4", "5"), 0, 3, 0.5),
        (("5", "4", "4", "5"), 0, 2, 3**-0.5),
        (("4", "5", "4", "5"), 0, 1, 3**-0.5),
        (("4", "4", "", "4"), 1, 2, 0.0),  # a blank ends a run, but all that was rated is the same
        (("1", "1", "1", "5"), 0, 3, 2.0),
        (("na", "na", "na", "na"), 1, 4, None),
    ],
)
def test_that_runs_lines_and_spread_are_as_by_hand(
    levels: tuple[str, ...], straight: int, run: int, spread: float | None
) -> None:
    found = one(**rated(*levels))

    assert (found.rated, found.straight, found.longest_run) == (1, straight, run)
    assert found.spread == pytest.approx(spread)


def test_that_two_ratings_show_no_pattern() -> None:
    found = one(**rated("4", "4", "", ""))

    assert (found.responses, found.rated, found.straight, found.longest_run) == (1, 0, 0, None)


def test_that_invalid_responses_show_no_pattern_but_their_blanks_are_counted() -> None:
    found = one(**rated("4", "4", "4", ""), sex=(), late=(), wish=(), nps=())

    assert (found.responses, found.rated, found.straight) == (1, 0, 0)
    assert (found.reached, found.blank) == (9, 6)  # sorry is blank too: its gate says nothing


MIXED = rated("5", "4", "3", "4")


def test_that_twins_are_alike_within_a_unit_only() -> None:
    given_ = [*responses([MIXED, MIXED, rated("5", "4", "3", "5")]), response(4, unit="09166", **MIXED)]

    found = look(given_)

    by_unit = {unit.unit.code: (unit.twins, unit.twins_by_ratings) for unit in found.units}
    assert by_unit == {"09163": (2, 2), "09166": (0, 0)}
    assert (found.everyone.twins, found.everyone.twins_by_ratings) == (2, 2)
    assert [(twins.unit, twins.positions, twins.is_straight) for twins in found.twins] == [("09163", (0, 1), False)]


def test_that_the_same_ratings_by_other_people_are_twins_by_ratings_only() -> None:
    found = look(responses([MIXED, {**MIXED, "sex": ("m",)}])).everyone

    assert (found.twins_by_ratings, found.twins) == (2, 0)


def test_that_straight_lines_are_no_twins_by_ratings_and_come_last_among_twins() -> None:
    line = rated("4", "4", "4", "4")

    found = look(responses([line, line, line, MIXED, MIXED]))

    assert (found.everyone.straight, found.everyone.twins_by_ratings, found.everyone.twins) == (3, 2, 5)
    assert [(twins.positions, twins.is_straight) for twins in found.twins] == [((3, 4), False), ((0, 1, 2), True)]


def test_that_what_was_not_reached_is_no_blank() -> None:
    given_ = [response(1, missing("c1"), flagged("c2", ("4",)), c3=(), nps=("1", "2"))]

    found = look(given_).everyone

    # Of 9 choice items: c1 on a missing page, c2 awaits review, sorry is skipped.
    assert (found.reached, found.blank) == (6, 1)


def test_that_units_keep_their_order_and_unknown_codes_follow() -> None:
    found = look([response(1, unit="777"), response(2, unit="258"), response(3, unit="27"), response(4, unit="")])

    assert [(each.unit.code, bool(each.unit.name)) for each in found.units] == [
        ("27", True),
        ("258", True),
        ("", False),
        ("777", False),
    ]


def test_that_a_survey_without_responses_has_no_pattern() -> None:
    found = look([])

    assert (found.everyone.responses, found.everyone.longest_run, found.units, found.twins) == (0, None, (), ())


TEMPLATE = large_template()


@given(st.integers(0, 10_000), st.integers(0, 30))
@settings(max_examples=10, deadline=None)
def test_that_units_add_up_to_everyone(seed: int, count: int) -> None:
    table = build_answer_table(TEMPLATE, large_survey(TEMPLATE, UNITS, count, seed))

    found = find_patterns(table, build_ratings(table), UNITS)

    for name in ("responses", "rated", "straight", "twins", "twins_by_ratings", "reached", "blank"):
        assert sum(getattr(unit, name) for unit in found.units) == getattr(found.everyone, name)
    assert found.everyone.responses == count
