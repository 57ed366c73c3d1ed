"""P(wrong) refitted on decisions: how far, and how surely, a batch departs from what the engine assumed.

    logit P = shift + slope * logit(stated P) + offset of the kind of doubt

with priors shift ~ N(0, 1.5), slope ~ N(1, 0.25) and above 0, offsets ~ N(0, 0.5), all standard deviations: piles of
other people's forms were found to lie at shifts of -3 and of 0. The posterior is summed up on a fixed grid, and P is
its mean: as long as there are few decisions, little is known, and P stays large. Whether the refit is worth anything is
seen on pages that took no part in it: of each page its answers are foretold from the others, and the sum of the
logarithms must be better than with the stated P.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from omr.recalibration.trials import DoubtKind, ReadingTrial

Grid = NDArray[np.float64]
"""Over shift, slope and offset of one kind of doubt: (shifts, slopes, offsets)."""

_SHIFT = np.linspace(-5.0, 4.0, 49)[:, None, None]
_SLOPE = np.linspace(0.1, 2.0, 20)[None, :, None]
_OFFSET = np.linspace(-1.5, 1.5, 9)[None, None, :]
_SHIFT_SD, _SLOPE_SD, _OFFSET_SD = 1.5, 0.25, 0.5
_DIGITS = 6  # of a P that is told; what differs behind them between machines must decide nothing
_LEAST = 1e-15  # P and 1 - P that make a difference
_FORMAT = 1


class Calibration:
    """The posterior of what a batch's decisions say."""

    def __init__(self, trials: Sequence[ReadingTrial]) -> None:
        """Fit to some trials, in an order that follows from the scans."""
        self._prior = -((_SHIFT / _SHIFT_SD) ** 2 + ((_SLOPE - 1.0) / _SLOPE_SD) ** 2) / 2
        offset = -((_OFFSET / _OFFSET_SD) ** 2) / 2
        self._offset_prior = offset - np.logaddexp.reduce(offset, axis=2, keepdims=True)
        self._by_page: dict[object, list[ReadingTrial]] = defaultdict(list)
        for trial in trials:
            self._by_page[trial.place].append(trial)
        self._whole = _summed(trials)

    @cached_property
    def gain(self) -> float:
        """By how much the refit foretells unseen pages better than the stated P: in log score, above 0.0 if it does."""
        return sum(self._gain_on(own) for own in self._by_page.values())

    def p_wrong(self, kind: DoubtKind, p_stated: Iterable[float]) -> list[float]:
        """Return the recalibrated probabilities of being wrong of doubts of one kind."""
        posterior = self._posterior(kind)
        return [float(f"{_mean(posterior, _chance(p)):.{_DIGITS}g}") for p in p_stated]

    def parameters(self, facts: Mapping[str, float]) -> str:
        """Return mean and standard deviation of every parameter as JSON, with further facts about the fit."""
        any_kind = self._posterior(next(iter(self._whole), DoubtKind.MARKED))
        kinds = {kind.value: _spread(self._posterior(kind), _OFFSET) for kind in self._whole}
        fitted = {"shift": _spread(any_kind, _SHIFT), "slope": _spread(any_kind, _SLOPE), "offsets": kinds}
        return json.dumps({"format": _FORMAT, **fitted, "gain": round(self.gain, 4), **facts}, sort_keys=True)

    def _gain_on(self, own: Sequence[ReadingTrial]) -> float:
        """Return the gain on the trials of one page, foretold from all others."""
        of_page = _summed(own)  # made again rather than kept: a round has thousands of pages
        posteriors = {kind: self._posterior(kind, of_page) for kind in of_page}
        gain = 0.0
        for trial in own:
            foretold = _mean(posteriors[trial.kind], _chance(trial.p_stated))
            pairs = (foretold, trial.p_stated) if trial.is_wrong else (1.0 - foretold, 1.0 - trial.p_stated)
            gain += trial.weight * float(np.log(pairs[0]) - np.log(pairs[1]))
        return gain

    def _posterior(self, kind: DoubtKind, without: Mapping[DoubtKind, Grid] = MappingProxyType({})) -> Grid:
        """Return the posterior of shift, slope and the offset of one kind, without some trials; it sums to 1.0."""
        log = self._prior + self._offset_prior
        for each, whole in self._whole.items():
            left = whole - without[each] if each in without else whole
            log = log + (left if each is kind else _logsumexp(left + self._offset_prior))
        weights = np.exp(log - log.max())
        return np.asarray(weights / weights.sum())


def _summed(trials: Sequence[ReadingTrial]) -> dict[DoubtKind, Grid]:
    """Return the logarithm of how probable the outcomes of all trials of each kind are, in the order of the kinds."""
    found: dict[DoubtKind, Grid] = {}
    for trial in trials:
        log = trial.weight * _log_chance(trial)
        found[trial.kind] = found[trial.kind] + log if trial.kind in found else log
    return {kind: found[kind] for kind in sorted(found)}


def _log_chance(trial: ReadingTrial) -> Grid:
    """Return the logarithm of how probable the outcome of a trial is, for every set of parameters."""
    logit = _logit(trial.p_stated)
    return np.asarray(-np.logaddexp(0.0, -logit if trial.is_wrong else logit))


def _chance(p_stated: float) -> Grid:
    return np.asarray(1.0 / (1.0 + np.exp(-_logit(p_stated))))


def _logit(p_stated: float) -> Grid:
    p = min(max(p_stated, _LEAST), 1.0 - _LEAST)
    return np.asarray(_SHIFT + _SLOPE * float(np.log(p / (1.0 - p))) + _OFFSET)


def _logsumexp(log: Grid) -> Grid:
    return np.asarray(np.logaddexp.reduce(log, axis=2, keepdims=True))


def _mean(posterior: Grid, values: Grid) -> float:
    return float((posterior * values).sum())


def _spread(posterior: Grid, values: Grid) -> list[float]:
    mean = _mean(posterior, values)
    return [round(mean, 4), round(float(np.sqrt(_mean(posterior, (values - mean) ** 2))), 4)]
