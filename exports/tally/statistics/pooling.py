"""The one way from people's answers to a share that knows how sure it is: pooled, weighted, a mean of shares."""

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from exports.tally.statistics.linearised import LinearisedShare, SampleDesign, equivalent_size
from exports.tally.statistics.share import Share

Counts: TypeAlias = npt.NDArray[np.intp]
"""(rows,) a number of answers of each response."""

Part: TypeAlias = tuple[Counts, Counts | npt.NDArray[np.float64]]
"""How many answers of each response count, and how many of these have the property, or how far."""


def pool_answers(
    parts: Iterable[Part],
    rows: npt.NDArray[np.intp],
    design: SampleDesign,
    weights: npt.NDArray[np.float64] | None = None,
) -> Share:
    """Return the plain mean of the parts' pooled shares; a part that nobody answered has no share and no weight.

    Args:
        parts: One for a pooled share; several where each weighs the same, whatever the number of its answers.
        rows: Positions of the responses, all of them valid.
        design: Where all responses were drawn from.
        weights: (rows,) what each response stands for; None: all count alike.
    """
    stands_for = np.ones(len(rows)) if weights is None else weights
    answers, count = np.zeros(len(rows), dtype=np.intp), 0
    total, influence, known, is_whole = 0.0, np.zeros(len(rows)), 0, True
    for answered, having in parts:
        answers, count = answers + answered, count + int(having.sum())
        is_whole &= np.issubdtype(having.dtype, np.integer)
        if whole := float(stands_for @ answered):
            share = float(stands_for @ having) / whole
            influence += stands_for * (having - share * answered) / whole
            total, known = total + share, known + 1
    is_in = answers > 0
    of, people = int(answers.sum()), int(is_in.sum())
    if not known:
        return Share(None, count, of, people)
    found = LinearisedShare(
        value=total / known,
        answers=of,
        rows=rows[is_in],
        influence=influence[is_in] / known,
        people=effective_size((stands_for * answers)[is_in]),
        is_weighted=weights is not None,
        is_yes_or_no=is_whole and of == people,
    )
    return Share(found.value, count, of, people, equivalent_size(found, design))


def effective_size(weights: npt.NDArray[np.float64]) -> float:
    """Return how many equally weighted people are as sure: (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling, 11.7)."""
    return float(weights.sum() ** 2 / (weights @ weights))
