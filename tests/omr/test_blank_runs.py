"""Blanks come in runs: what the other items of a page say about one."""

from itertools import pairwise, product
from math import prod

import pytest

from omr.blank_runs import blank_shares

_USUAL = 0.04
_BLANK, _ANSWERED, _UNSEEN = 1e6, 1e-6, 1.0


def _fitted_by_enumeration(odds, usual, rounds=3):
    """Fit the chain by weighing every sequence of blanks and answers there is; then judge each item by the others."""
    first, stays, turns = usual, 0.1 + 0.9 * usual, 0.9 * usual
    sequences = list(product((0, 1), repeat=len(odds)))

    def weight(sequence, leaving_out=None):
        ink = prod(odds[i] for i, blank in enumerate(sequence) if blank and i != leaving_out)
        steps = prod(
            (stays if now else 1 - stays) if before else (turns if now else 1 - turns)
            for before, now in pairwise(sequence)
        )
        return (first if sequence[0] else 1 - first) * steps * ink

    for _ in range(rounds):
        weights = [weight(sequence) for sequence in sequences]
        counted = dict.fromkeys(product((0, 1), repeat=2), 0.0)
        blanks = 0.0
        for sequence, each in zip(sequences, weights, strict=True):
            share = each / sum(weights)
            blanks += share * sum(sequence)
            for pair in pairwise(sequence):
                counted[pair] += share
        first = (blanks + 8 * usual) / (len(odds) + 8)
        stays = (counted[1, 1] + 2 * (0.1 + 0.9 * first)) / (counted[1, 0] + counted[1, 1] + 2)
        turns = (counted[0, 1] + 8 * 0.9 * first) / (counted[0, 0] + counted[0, 1] + 8)

    def share_of(item):
        beside = [weight(sequence, leaving_out=item) for sequence in sequences]
        return sum(each for sequence, each in zip(sequences, beside, strict=True) if sequence[item]) / sum(beside)

    return [share_of(item) for item in range(len(odds))]


@pytest.mark.parametrize(
    "odds",
    [
        [3.0],
        [0.2, 40.0],
        [_BLANK, _BLANK, _UNSEEN, _BLANK, _ANSWERED, 0.5, 7.0],
        [_ANSWERED, 30.0, _ANSWERED, _UNSEEN, 30.0, _ANSWERED, 2.0, 2.0],
    ],
)
def test_that_shares_are_those_of_all_sequences_weighed(odds):
    assert blank_shares(odds, _USUAL) == pytest.approx(_fitted_by_enumeration(odds, _USUAL), rel=1e-9)


def test_that_a_page_without_items_has_no_shares():
    assert blank_shares([], _USUAL) == []


def test_that_an_item_inside_a_run_of_blanks_is_most_probably_blank_and_one_among_answers_hardly():
    shares = blank_shares([*[_ANSWERED] * 20, *[_BLANK] * 20], _USUAL)

    assert min(shares[22:38]) > 0.98
    assert max(shares[2:18]) < 0.1


def test_that_scattered_blanks_make_no_other_item_more_probably_blank_than_they_are_many():
    shares = blank_shares([_ANSWERED, _ANSWERED, _ANSWERED, _BLANK] * 10, _USUAL)

    assert max(shares) < 0.4


def test_that_a_run_of_blanks_says_nothing_against_a_plain_answer_inside_it():
    shares = blank_shares([*[_BLANK] * 10, _ANSWERED, *[_BLANK] * 10], _USUAL)

    assert shares[10] < 1 - 1e-3
