"""How sure shares of many answers of each person are: against SAS, a bootstrap, and surveys whose truth is known."""

from math import inf

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from exports.tally.statistics.intervals import corrected_size, student_quantile
from exports.tally.statistics.linearised import SampleDesign, variance_of
from exports.tally.statistics.pooling import effective_size, pool_answers
from exports.tally.statistics.share import Share
from tests.exports.tally.statistics.made_up_people import coverage, draw_people

ASKED = 22


def pooled(satisfied: npt.NDArray[np.intp], design: SampleDesign | None = None, asked: int = ASKED) -> Share:
    """Return the share of people who all gave ``asked`` answers."""
    rows = np.arange(len(satisfied))
    part = np.full(len(satisfied), asked), satisfied
    return pool_answers([part], rows, design or SampleDesign.plain(len(rows)))


def by_unit(sizes: list[int], populations: list[float] | None = None) -> SampleDesign:
    """Return a design of units one after the other."""
    strata = np.repeat(np.arange(len(sizes)), sizes)
    return SampleDesign(strata, np.array(sizes), np.array(populations or [inf] * len(sizes)))


ICE_CREAM = {
    7: "7 7 1 10 3 2 2 6 6 6 3 12 4 2 1 4 11 2 2 9",
    8: "12 20 19 16 17 14 18 10 13",
    9: "10 15 15 8 8 7 14 9 8 6 11",
}
"""What 40 pupils spend a week, by grade."""


def test_that_the_stratified_standard_error_is_that_of_sas() -> None:
    # SAS/STAT User's Guide, PROC SURVEYMEANS, Getting Started, "Stratified Sampling": 9.141298 and 0.531799.
    spent = [np.array(grade.split(), dtype=float) for grade in ICE_CREAM.values()]
    sizes, pupils = [len(grade) for grade in spent], [1824.0, 1025.0, 1151.0]
    weights = np.repeat(np.array(pupils) / sizes, sizes)
    mean = float(weights @ np.concatenate(spent) / weights.sum())

    influence = weights * (np.concatenate(spent) - mean) / weights.sum()
    found = variance_of(influence, np.arange(40), by_unit(sizes, pupils))

    assert mean == pytest.approx(9.141298, abs=1e-6)
    assert found.value**0.5 == pytest.approx(0.531799, abs=1e-6)
    assert found.degrees == 37


def test_that_the_error_is_that_of_a_bootstrap_of_people_within_their_units() -> None:
    chance = np.random.default_rng(2020)
    sizes = [60, 90, 150]
    satisfied = np.concatenate(
        [draw_people(chance, n, ASKED, p, 0.35) for n, p in zip(sizes, (0.6, 0.8, 0.9), strict=True)]
    )
    answered = np.where(chance.random(300) < 0.2, ASKED - 5, ASKED)
    satisfied = np.minimum(satisfied, answered)

    found = pool_answers([(answered, satisfied)], np.arange(300), by_unit(sizes))

    people = [chance.integers(first, last, (4000, last - first)) for first, last in ((0, 60), (60, 150), (150, 300))]
    drawn = np.concatenate(people, axis=1)
    error = (satisfied[drawn].sum(axis=1) / answered[drawn].sum(axis=1)).std()
    assert found.value is not None
    linearised = (found.value * (1 - found.value) / found.sample_size) ** 0.5
    assert linearised == pytest.approx(error, rel=0.05)  # 4,000 draws tell an error to one part in ninety
    assert linearised < 0.75 * (found.value * (1 - found.value) / 300) ** 0.5  # what people alone would have said


def test_that_one_answer_of_each_person_counts_people() -> None:
    given_ = np.array([1] * 81 + [0] * 182)

    assert pooled(given_, asked=1).sample_size == pytest.approx(263)
    in_a_unit = pooled(given_, by_unit([263], [500]), asked=1)
    assert in_a_unit.sample_size == pytest.approx(corrected_size(263, 500))


def test_that_people_who_are_not_asked_leave_the_count_of_those_who_are() -> None:
    part = np.array([1] * 50 + [0] * 10), np.array([1] * 20 + [0] * 40)

    found = pool_answers([part], np.arange(60), SampleDesign.plain(60))

    assert (found.value, found.respondents) == (0.4, 50)
    assert found.sample_size == pytest.approx(50)


def test_that_answers_that_repeat_each_other_are_one_answer_and_others_more() -> None:
    alike = pooled(np.array([ASKED] * 40 + [0] * 20))
    apart = pooled(np.random.default_rng(1).binomial(ASKED, 0.7, 60))

    assert alike.sample_size == pytest.approx(60, rel=0.01)
    assert alike.design_effect == pytest.approx(ASKED, rel=0.01)
    assert 0.6 * 60 * ASKED < apart.sample_size <= 60 * ASKED


def test_that_units_that_differ_tell_more_together_than_people_from_anywhere() -> None:
    given_ = np.array([ASKED] * 45 + [0] * 5 + [ASKED] * 5 + [0] * 45)

    assert pooled(given_, by_unit([50, 50])).sample_size > 2 * pooled(given_).sample_size


def test_that_where_nobody_differs_each_person_counts_once() -> None:
    assert pooled(np.full(30, ASKED)).sample_size == pytest.approx(30)
    assert pooled(np.zeros(30, dtype=int)).sample_size == pytest.approx(30)
    assert pooled(np.full(30, ASKED - 4)).sample_size == pytest.approx(30)  # not 100 %, and yet all the same
    assert pooled(np.full(30, ASKED), by_unit([30], [59])).sample_size == pytest.approx(30 * 58 / 29)


def test_that_one_person_alone_is_one_person() -> None:
    found = pooled(np.array([17]))

    assert found.sample_size == pytest.approx(1)
    assert found.interval is not None
    assert found.interval.high - found.interval.low > 0.75


def test_that_people_alone_in_their_units_are_measured_from_the_mean_of_all() -> None:
    given_ = draw_people(np.random.default_rng(3), 40, ASKED, 0.7, 0.3)

    alone, together = pooled(given_, by_unit([1] * 40)), pooled(given_)

    assert alone.sample_size == pytest.approx(together.sample_size, rel=0.06)


def test_that_nobody_has_no_share() -> None:
    none = np.empty(0, dtype=np.intp)

    assert pool_answers([(none, none)], none, by_unit([3])) == Share(None, 0, 0, 0)
    assert pool_answers([], none, SampleDesign.plain(0)) == Share(None, 0, 0, 0)


def test_that_where_everybody_was_asked_nothing_is_unsure() -> None:
    given_ = np.array([20, 3, 11, 22])

    assert pooled(given_, by_unit([4], [4])).sample_size == inf
    assert pooled(given_, by_unit([2, 2], [2, 2])).sample_size == inf
    assert pooled(given_, by_unit([2, 2], [2, 40])).sample_size < inf


def test_that_some_people_of_a_unit_are_a_domain_of_its_sample() -> None:
    # Cochran 1977, 5A.14: of 60 people drawn, those with a trait are themselves drawn by chance.
    given_ = np.array([1] * 12 + [0] * 8 + [0] * 40)
    rows = np.arange(20)

    found = pool_answers([(np.ones(20, dtype=int), given_[:20])], rows, SampleDesign.plain(60))

    assert found.sample_size == pytest.approx(20)


def test_that_a_mean_of_shares_weighs_each_of_them_alike() -> None:
    chance = np.random.default_rng(5)
    few, many = draw_people(chance, 80, 4, 0.6, 0.3), draw_people(chance, 80, 12, 0.9, 0.3)

    found = pool_answers([(np.full(80, 4), few), (np.full(80, 12), many)], np.arange(80), SampleDesign.plain(80))

    drawn = chance.integers(0, 80, (4000, 80))
    error = ((few / 4 + many / 12) / 2)[drawn].mean(axis=1).std()
    assert found.value == pytest.approx((few.mean() / 4 + many.mean() / 12) / 2)
    assert (found.value * (1 - found.value) / found.sample_size) ** 0.5 == pytest.approx(error, rel=0.06)


@given(st.lists(st.integers(0, ASKED), min_size=2, max_size=25), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_that_a_share_is_as_sure_as_its_people_at_least_and_its_answers_at_most(drawn: list[int], units: int) -> None:
    sizes = np.bincount(np.arange(len(drawn)) % units, minlength=units)
    design = SampleDesign(np.arange(len(drawn)) % units, sizes, np.full(units, inf))

    found = pooled(np.array(drawn), design)

    assert len(drawn) - 1e-6 <= found.sample_size <= ASKED * len(drawn) + 1e-6
    assert found.interval is not None
    assert found.value is not None
    assert 0 <= found.interval.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.interval.high <= 1


@pytest.mark.parametrize(("people", "share"), [(60, 0.85), (60, 0.95), (30, 0.6)])
def test_that_the_interval_holds_the_truth_of_nineteen_surveys_in_twenty(people: int, share: float) -> None:
    assert 0.925 <= coverage(600, people, share, 0.35) <= 0.975  # 600 surveys tell a coverage to 0.9 points


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.9996])
def test_that_students_quantiles_are_those_of_scipy(confidence: float) -> None:
    degrees = [*range(1, 40), 137, 5000]

    found = [student_quantile(confidence, each) for each in degrees]

    assert found == pytest.approx(stats.t.ppf((1 + confidence) / 2, degrees).tolist(), rel=1e-5)


@pytest.mark.parametrize(
    ("each", "expected"),
    [((3.0, 3.0, 3.0), 3.0), ((1.0, 3.0), 16 / 10), ((1.0, 1.0, 4.0), 36 / 18)],  # Kish 1965, 11.7
)
def test_that_unequal_weights_are_as_sure_as_fewer_people(each: tuple[float, ...], expected: float) -> None:
    assert effective_size(np.array(each)) == pytest.approx(expected)
