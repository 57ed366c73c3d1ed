"""Random draws shared by the simulation; every stream is derived from one seed and a place in the pile."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Range:
    """Values from ``low`` to ``high``, all equally likely."""

    low: float
    high: float

    def draw(self, rng: np.random.Generator) -> float:
        """Return one value."""
        return float(rng.uniform(self.low, self.high))


def stream(seed: int, *place: int) -> np.random.Generator:
    """Return the generator of one place in the pile: the same whoever asks, in whatever order."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=place))


def pick(shares: Mapping[Choice, float], rng: np.random.Generator) -> Choice:
    """Return one key, as often as its share of the sum says.

    Draws what ``rng.choice`` would, which takes four times as long to look at its arguments.
    """
    weights = np.fromiter(shares.values(), np.float64, len(shares))
    reached = (weights / weights.sum()).cumsum()
    drawn = int((reached / reached[-1]).searchsorted(rng.random(), side="right"))
    return next(islice(shares, drawn, None))


def happens(probability: float, rng: np.random.Generator) -> bool:
    """Return True with ``probability``."""
    return bool(rng.random() < probability)


def normal_within(mean: float, sd: float, limits: Range, rng: np.random.Generator) -> float:
    """Return a normally distributed value, moved to the nearer limit where it lies outside."""
    return float(np.clip(rng.normal(mean, sd), limits.low, limits.high))
