import pytest

from tests.bench.reliability import decades, deciles


def test_that_answers_fall_into_ten_groups_of_equal_size() -> None:
    stated = [(place / 1000, False) for place in range(1000)]

    groups = deciles(stated)

    assert [group.answers for group in groups] == [100] * 10
    assert groups[0].low == 0.0
    assert groups[9].high == 0.999


def test_that_equal_statements_are_never_parted() -> None:
    stated = [(1e-9, False)] * 55 + [(0.5, True)] * 45

    groups = deciles(stated)

    assert [(group.low, group.high, group.answers) for group in groups] == [(1e-9, 1e-9, 55), (0.5, 0.5, 45)]


def test_that_a_group_with_far_more_errors_than_stated_is_not_honest() -> None:
    stated = [(0.01, place < 20) for place in range(200)]  # 10 % wrong where 1 % was stated

    (group,) = deciles(stated)

    assert group.wrong == 20
    assert group.expected == pytest.approx(2.0)
    assert not group.is_honest


def test_that_one_error_more_than_stated_is_no_proof_of_dishonesty() -> None:
    stated = [(0.01, place < 3) for place in range(200)]

    (group,) = deciles(stated)

    assert group.is_honest


def test_that_a_certain_error_is_among_the_decades() -> None:
    groups = decades([(0.0, False), (1e-7, False), (1.0, True)])

    assert [(group.low, group.wrong) for group in groups] == [(0.0, 0), (1e-7, 0), (1.0, 1)]
    assert sum(group.answers for group in groups) == 3


def test_that_no_answers_give_no_groups() -> None:
    assert deciles([]) == ()
    assert decades([]) == ()
