"""The order of the re-check: the same everywhere, and fair wherever one stops."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omr.recheck.sample import draw_order
from omr.results import Flag, PageOutcome
from tests.omr.build import read_page


def _pages(count=400):
    """Pages of four units, every tenth left blank."""
    return [
        read_page(1, f"{n:06}", unit=f"0916{n % 4}", answer=() if n % 10 == 0 else ("yes",), page_id=n)
        for n in range(1, count + 1)
    ]


def test_that_the_order_follows_from_the_seed():
    first, again, other = (draw_order(_pages(), {1: seed}) for seed in (5, 5, 6))

    assert first == again
    assert first != other
    assert {each.page_id for each in first} == {each.page_id for each in other} == set(range(1, 401))


def test_that_the_order_is_the_same_on_any_machine():
    assert [each.page_id for each in draw_order(_pages(12), {1: 5})] == [12, 6, 1, 3, 4, 2, 9, 10, 7, 8, 5, 11]


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 2**31), length=st.integers(1, 400))
def test_that_every_beginning_holds_blanks_marks_and_units_in_proportion(seed, length):
    pages = {page.page_id: page for page in _pages()}
    order = draw_order(pages.values(), {1: seed})

    strata = Counter((pages[each.page_id].unit, bool(pages[each.page_id].readings["q1"].answer)) for each in order)
    begun = Counter(
        (pages[each.page_id].unit, bool(pages[each.page_id].readings["q1"].answer)) for each in order[:length]
    )

    for stratum, size in strata.items():
        assert abs(begun[stratum] - size * length / 400) <= 2


def test_that_batches_are_mixed_in_proportion():
    pages = [*_pages(300), *(replace(page, batch=2, page_id=page.page_id + 1000) for page in _pages(100))]
    begun = Counter(each.batch for each in draw_order(pages, {1: 5, 2: 9})[:100])

    assert begun[1] == pytest.approx(75, abs=4)


def test_that_every_answer_has_the_same_chance_to_come_first():
    pages = _pages(10)
    firsts = Counter(draw_order(pages, {1: seed})[0].page_id for seed in range(600))

    assert len(firsts) == 10
    assert max(firsts.values()) < 100  # 60 expected, standard deviation 7


def test_that_only_accepted_answers_of_pages_that_count_are_drawn():
    pages = [
        read_page(1, "000001", page_id=1),
        read_page(1, "000002", page_id=2, flags=frozenset({Flag.FAINT_MARK})),
        replace(read_page(1, "000003", page_id=3), outcome=PageOutcome.DUPLICATE),
    ]

    assert [each.page_id for each in draw_order(pages, {1: 5})] == [1]
