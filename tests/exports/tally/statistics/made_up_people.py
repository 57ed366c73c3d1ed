"""People drawn by a known rule, so that the true share is known: each more or less likely to be satisfied."""

import numpy as np
import numpy.typing as npt

from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers


def draw_people(
    chance: np.random.Generator, people: int, asked: int, share: float, alike: float
) -> npt.NDArray[np.intp]:
    """Return how many of ``asked`` answers of each person are satisfied, by the beta-binomial distribution.

    Args:
        chance: Draws.
        people: How many.
        asked: Answers of each.
        share: Of satisfied answers among all people, 0.0-1.0.
        alike: Correlation of the answers of one person, 0.0-1.0, both excluded.
    """
    many = (1 - alike) / alike
    return chance.binomial(asked, chance.beta(share * many, (1 - share) * many, people)).astype(np.intp)


def coverage(surveys: int, people: int, share: float, alike: float, *, asked: int = 22, seed: int = 2020) -> float:
    """Return in which share of made-up surveys the interval holds the true share."""
    chance = np.random.default_rng(seed)
    rows, design, answered = np.arange(people), SampleDesign.plain(people), np.full(people, asked)
    held = 0
    for _ in range(surveys):
        found = pool_answers([(answered, draw_people(chance, people, asked, share, alike))], rows, design).interval
        held += found is not None and found.low <= share <= found.high
    return held / surveys
