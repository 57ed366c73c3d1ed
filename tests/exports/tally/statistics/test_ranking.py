"""Ranks, the ranks that are as plausible, and groups, on shares whose differences are known."""

from hypothesis import given
from hypothesis import strategies as st

from exports.tally.statistics.intervals import corrected_size
from exports.tally.statistics.ranking import rank_shares
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import p_value_of_difference


def share(percent: int, people: int = 100, population: int | None = None) -> Share:
    """Return a share of people."""
    return Share(percent / 100, percent * people // 100, people, people, corrected_size(people, population))


def groups(shares: list[Share]) -> list[int]:
    """Return the group of each share."""
    return [standing.group for standing in rank_shares(shares)]


def test_that_shares_far_apart_have_one_possible_rank_each() -> None:
    found = rank_shares([share(30), share(90), share(60)])

    assert [(each.rank, each.best, each.worst, each.group) for each in found] == [
        (3, 3, 3, 3),
        (1, 1, 1, 1),
        (2, 2, 2, 2),
    ]


def test_that_shares_near_each_other_share_a_group_and_all_their_ranks() -> None:
    found = rank_shares([share(85), share(84), share(88)])

    assert [(each.rank, each.best, each.worst, each.group) for each in found] == [
        (2, 1, 3, 1),
        (3, 1, 3, 1),
        (1, 1, 3, 1),
    ]


def test_that_equal_shares_share_a_rank_and_a_group() -> None:
    found = rank_shares([share(90), share(90, 5000), share(60)])

    assert [each.rank for each in found] == [1, 1, 3]
    assert [each.group for each in found] == [1, 1, 2]


def test_that_a_group_is_measured_by_its_first_and_not_by_its_neighbours() -> None:
    # Each is near its neighbour, but 74 is far from 90: a chain of neighbours would have put all in one group.
    shares = [share(percent) for percent in (90, 82, 74, 66)]

    assert p_value_of_difference(shares[1], shares[2]) > 0.05
    assert groups(shares) == [1, 1, 2, 2]


def test_that_many_comparisons_ask_for_a_larger_difference() -> None:
    assert p_value_of_difference(share(95), share(86)) < 0.05
    assert groups([share(95), share(86)]) == [1, 2]
    assert groups([share(95), *[share(86)] * 30]) == [1] * 31


def test_that_knowing_the_transactions_can_tell_units_apart() -> None:
    assert groups([share(90), share(82)]) == [1, 1]
    assert groups([share(90, population=120), share(82, population=120)]) == [1, 2]


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(30, 400)), min_size=1, max_size=12))
def test_that_standings_are_consistent(drawn: list[tuple[int, int]]) -> None:
    shares = [share(percent, people) for percent, people in drawn]

    found = rank_shares(shares)

    assert all(1 <= each.best <= each.rank <= each.worst <= len(shares) for each in found)
    by_rank = sorted(zip(found, shares, strict=True), key=lambda pair: pair[0].rank)
    in_order = [standing.group for standing, _ in by_rank]
    assert in_order == sorted(in_order)
    assert sorted(set(in_order)) == list(range(1, max(in_order) + 1))
    values = {standing.rank: share.value for standing, share in by_rank}
    assert list(values.values()) == sorted(values.values(), key=lambda value: -(value or 0))
