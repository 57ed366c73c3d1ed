"""How often the 95 % intervals hold the truth, on surveys drawn by a known rule: slower and wider than the tests."""

from collections.abc import Sequence

import numpy as np

from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers
from tests.exports.tally.statistics.made_up_people import coverage, draw_people

_ASKED = 22
_PEOPLE = (10, 30, 60, 200)
_SHARES = (0.6, 0.85, 0.95, 0.985)
_ALIKE = (0.1, 0.35, 0.6)
_UNIT_SIZES: Sequence[Sequence[int]] = ([3] * 40, [30] * 8, [100, 60, 30, 10, 5, 1, 1])


def run(surveys: int = 2000) -> None:
    """Print the coverage of the interval of a pooled share: of single units, and of units together as strata."""
    print(f"\nCoverage of the 95 % interval of a share of {_ASKED} answers a person, {surveys} surveys a figure")
    for alike in _ALIKE:
        for share in _SHARES:
            found = [f"{people}: {100 * coverage(surveys, people, share, alike):.1f} %" for people in _PEOPLE]
            print(f"  answers alike {alike:.2f}, share {share:.3f}; people {', '.join(found)}")
    for sizes in _UNIT_SIZES:
        print(f"  units of {_in_words(sizes)}: {100 * _stratified_coverage(surveys, sizes):.1f} %")


def _stratified_coverage(surveys: int, sizes: Sequence[int]) -> float:
    """Return in which share of surveys the interval of units that differ holds the share of all of them together."""
    chance = np.random.default_rng(2020)
    shares = np.linspace(0.6, 0.95, len(sizes))
    truth = float(np.average(shares, weights=sizes))
    people = sum(sizes)
    strata = np.repeat(np.arange(len(sizes)), sizes)
    design = SampleDesign(strata, np.array(sizes), np.full(len(sizes), np.inf))
    rows, answered, held = np.arange(people), np.full(people, _ASKED), 0
    for _ in range(surveys):
        units = [draw_people(chance, size, _ASKED, share, 0.35) for size, share in zip(sizes, shares, strict=True)]
        found = pool_answers([(answered, np.concatenate(units))], rows, design).interval
        held += found is not None and found.low <= truth <= found.high
    return held / surveys


def _in_words(sizes: Sequence[int]) -> str:
    return f"{len(sizes)} × {sizes[0]} people" if len(set(sizes)) == 1 else f"{', '.join(map(str, sizes))} people"
