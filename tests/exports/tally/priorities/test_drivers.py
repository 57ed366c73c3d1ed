"""Criteria against overall satisfaction: who is counted, what is ranked, where it lies."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.stats import spearmanr

from exports.tally.priorities.drivers import Driver, Drivers, Quadrant, find_drivers
from exports.tally.survey_tally import tally_survey
from form_templates.model import FormTemplate, Option, Scale, ScaleKind, Text
from tests.exports.build import LEVELS, SMALL, UNITS, responses

UNASKED = replace(SMALL, overall_item=None)


def people(count: int, seed: int = 5) -> list[dict[str, Any]]:
    """Return answers: c1 follows the overall satisfaction closely, c2 less, c3 not at all and pleases most."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=count)

    def level(center: float, noise: float, weight: float = 1.0) -> list[str]:
        values = center + weight * mood + chance.normal(0, noise, count)
        return [str(int(value)) for value in np.clip(np.round(values), 1, 5)]

    columns = {"all": level(4, 0.4), "c1": level(3, 0.4), "c2": level(3, 1.5), "c3": level(5, 0.5, 0.0)}
    return [{name: (values[at],) for name, values in columns.items()} for at in range(count)]


def drivers(changes: list[dict[str, Any]], template: FormTemplate = SMALL) -> Drivers:
    """Return the criteria of ``SMALL`` against overall satisfaction."""
    return find_drivers(tally_survey(template, responses(changes), UNITS))


def of(found: Drivers, item_id: str) -> Driver:
    """Return one criterion."""
    return next(each for each in found.drivers if each.item.item_id == item_id)


def expected(changes: list[dict[str, Any]], item_id: str) -> float:
    """Return the correlation with the overall item as scipy has it."""
    columns = [[float(change[each][0]) for change in changes] for each in (item_id, "all")]
    return float(spearmanr(*columns).statistic)


def test_that_criteria_are_ranked_by_their_correlation_with_the_overall_item() -> None:
    changes = people(120)

    found = drivers(changes)

    assert found.overall is not None
    assert found.overall.item_id == "all"
    assert [(each.item.item_id, each.rank) for each in found.drivers] == [("c1", 1), ("c2", 2), ("c3", 3)]
    values = [each.correlation.value for each in found.drivers if each.correlation]
    assert values == pytest.approx([expected(changes, each) for each in ("c1", "c2", "c3")])
    assert found.mean_correlation == pytest.approx(np.mean(values))


def test_that_a_criterion_lies_where_its_figures_are_beside_the_means() -> None:
    found = drivers(people(120))

    assert of(found, "c1").quadrant is Quadrant.FIRST  # follows closely, and few are satisfied
    assert of(found, "c3").quadrant is Quadrant.FINE
    shares = [each.satisfied.value for each in found.drivers if each.satisfied.value is not None]
    assert found.mean_satisfied == pytest.approx(np.mean(shares))


def test_that_only_people_who_answered_both_are_counted() -> None:
    changes = people(60)
    changes[0] |= {"all": ()}
    changes[1] |= {"c1": ("na",)}
    changes[2] |= {"c1": ("4", "5")}

    found = of(drivers(changes), "c1")

    assert (found.pairs, of(drivers(changes), "c2").pairs) == (57, 59)
    assert found.correlation is not None
    assert found.correlation.value == pytest.approx(expected(changes[3:], "c1"))


def test_that_fewer_than_thirty_pairs_are_told_and_not_ranked() -> None:
    changes = people(30)
    changes[0] |= {"c1": ()}

    found = drivers(changes)

    assert [each.item.item_id for each in found.ranked] == ["c2", "c3"]
    assert found.drivers[-1].item.item_id == "c1"
    assert (of(found, "c1").is_small, of(found, "c1").rank, of(found, "c1").quadrant) == (True, None, None)
    assert of(found, "c1").correlation is not None


def test_that_without_an_overall_item_the_mean_of_the_other_criteria_stands_for_it() -> None:
    changes = people(60)
    changes[0] |= {"c2": ()}  # whose other criterion is c3 alone
    changes[1] |= {"c2": (), "c3": ()}  # who has no other criterion

    found = drivers(changes, UNASKED)

    rest = [
        (float(each["c1"][0]), np.mean([float(each[name][0]) for name in ("c2", "c3") if each[name]]))
        for position, each in enumerate(changes)
        if position != 1
    ]
    first = of(found, "c1")
    assert (found.overall, first.pairs) == (None, 59)
    assert first.correlation is not None
    assert first.correlation.value == pytest.approx(spearmanr(*zip(*rest, strict=True)).statistic)


def test_that_a_criterion_which_all_answer_alike_is_not_ranked() -> None:
    changes = [change | {"c2": ("5",)} for change in people(60)]

    found = of(drivers(changes), "c2")

    assert (found.correlation, found.rank, found.is_small) == (None, None, False)


def test_that_a_scale_which_counts_from_the_satisfied_end_is_turned_round() -> None:
    options = tuple(Option(str(value), Text(str(value))) for value in range(1, 6))
    first_is_best = Scale(LEVELS.scale_id, ScaleKind.SATISFACTION, options, frozenset("12"), frozenset("45"))
    turned = replace(SMALL, scales=(first_is_best, *SMALL.scales[1:]))
    changes = people(120)

    def closeness(template: FormTemplate) -> list[float]:
        return [each.correlation.value for each in drivers(changes, template).drivers if each.correlation]

    assert closeness(turned) == pytest.approx(closeness(SMALL))  # all are turned, the overall item too


def test_that_nothing_is_ranked_where_nobody_answered() -> None:
    found = drivers([])

    assert (found.ranked, found.mean_correlation, found.mean_satisfied) == ((), None, None)
    assert [each.pairs for each in found.drivers] == [0, 0, 0]
