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
_FORMAT = 1


class Calibration:
    """The posterior of what a batch's decisions say."""

    def __init__(self, trials: Sequence[ReadingTrial]) -> None:
        """Fit to some trials, in an order that follows from the scans."""
        self._trials = tuple(trials)
        self._prior = -((_SHIFT / _SHIFT_SD) ** 2 + ((_SLOPE - 1.0) / _SLOPE_SD) ** 2) / 2
        offset = -((_OFFSET / _OFFSET_SD) ** 2) / 2
        self._offset_prior = offset - np.logaddexp.reduce(offset, axis=2, keepdims=True)
        self._by_page: dict[DoubtKind, dict[object, Grid]] = defaultdict(dict)
        for trial in self._trials:
            pages = self._by_page[trial.kind]
            pages[trial.place] = pages.get(trial.place, 0.0) + trial.weight * _log_chance(trial)
        self._whole = {kind: sum(self._by_page[kind].values(), np.zeros(1)) for kind in sorted(self._by_page)}

    @cached_property
    def gain(self) -> float:
        """By how much the refit foretells unseen pages better than the stated P: in log score, above 0.0 if it does."""
        return sum(map(self._gain_of, self._trials))

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

    def _gain_of(self, trial: ReadingTrial) -> float:
        without_page = self._posteriors_without[trial.kind, trial.place]
        foretold = _mean(without_page, _chance(trial.p_stated))
        pairs = (foretold, trial.p_stated) if trial.is_wrong else (1.0 - foretold, 1.0 - trial.p_stated)
        return trial.weight * float(np.log(pairs[0]) - np.log(pairs[1]))

    @cached_property
    def _posteriors_without(self) -> dict[tuple[DoubtKind, object], Grid]:
        """The posterior without each page, for each kind of doubt on it."""
        return {(kind, place): self._posterior(kind, place) for kind in self._whole for place in self._by_page[kind]}

    def _posterior(self, kind: DoubtKind, without: object = None) -> Grid:
        """Return the posterior of shift, slope and the offset of one kind; it sums to 1.0."""
        log = self._prior + self._offset_prior
        for each, whole in self._whole.items():
            left = whole - self._by_page[each].get(without, 0.0)
            is_asked = each is kind
            log = log + (left if is_asked else _logsumexp(left + self._offset_prior))
        weights = np.exp(log - log.max())
        return np.asarray(weights / weights.sum())


def _log_chance(trial: ReadingTrial) -> Grid:
    """Return the logarithm of how probable the outcome of a trial is, for every set of parameters."""
    logit = _logit(trial.p_stated)
    return np.asarray(-np.logaddexp(0.0, -logit if trial.is_wrong else logit))


def _chance(p_stated: float) -> Grid:
    return np.asarray(1.0 / (1.0 + np.exp(-_logit(p_stated))))


def _logit(p_stated: float) -> Grid:
    return np.asarray(_SHIFT + _SLOPE * float(np.log(p_stated / (1.0 - p_stated))) + _OFFSET)


def _logsumexp(log: Grid) -> Grid:
    return np.asarray(np.logaddexp.reduce(log, axis=2, keepdims=True))


def _mean(posterior: Grid, values: Grid) -> float:
    return float((posterior * values).sum())


def _spread(posterior: Grid, values: Grid) -> list[float]:
    mean = _mean(posterior, values)
    return [round(mean, 4), round(float(np.sqrt(_mean(posterior, (values - mean) ** 2))), 4)]
