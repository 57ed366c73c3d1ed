"""How many plain random people a share is as sure as, when people give many answers each and are asked unit by unit.

Answers of one person resemble each other, but they are not one answer: a share that pools 22 answers of each person is
surer than one answer of each would be, and less sure than as many answers of different people. How sure it is follows
from how much people differ, by Taylor linearisation of the ratio (Woodruff 1971, J. American Statistical Association
66, 411-414; Cochran 1977, Sampling Techniques, 3rd ed., 6.4 and 11.12; Lumley 2010, Complex Surveys, 2.3)::

    influence  u(i) = w(i) (y(i) - R x(i)) / sum w x    x answers of a person, y of these with the property, R the share
    variance   V = sum over h of (1 - n(h) / N(h)) n(h) / (n(h) - 1) sum over i in h of (u(i) - mean of u in h)^2

A person is the cluster, a unit the stratum h, of which n(h) of N(h) people were asked. People of a stratum whom a share
is not about have the influence 0 (a domain, Cochran 1977, 5A.14). One person alone in a stratum is measured from the
mean of all (``survey.lonely.psu = "adjust"`` of R's survey package).
"""

from dataclasses import dataclass
from math import inf

import numpy as np
import numpy.typing as npt

from exports.tally.statistics.intervals import CONFIDENCE, corrected_size, student_quantile

Numbers = npt.NDArray[np.float64]

_NO_SPREAD = 1e-12
"""A variance below this share of that of plain answers is nothing but how numbers are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class SampleDesign:
    """Where the responses of a survey were drawn from.

    Attributes:
        strata: (responses,) the stratum of every response, 0-based.
        sizes: (strata,) how many responses of each count.
        populations: (strata,) people that each was drawn from, not below ``sizes``; infinite where nobody knows.
    """

    strata: npt.NDArray[np.intp]
    sizes: npt.NDArray[np.intp]
    populations: Numbers

    @classmethod
    def plain(cls, responses: int) -> "SampleDesign":
        """Return the design of one plain random sample of very many people."""
        return cls(np.zeros(responses, dtype=np.intp), np.array([responses], dtype=np.intp), np.array([inf]))

    def weights_of(self, rows: npt.NDArray[np.intp]) -> Numbers | None:
        """Return how many people each response at ``rows`` stands for; None where a stratum does not tell."""
        strata = self.strata[rows]
        weights = self.populations[strata] / self.sizes[strata]
        return weights if np.isfinite(weights).all() else None

    def population_of(self, rows: npt.NDArray[np.intp]) -> int | None:
        """Return the people that the responses at ``rows`` stand for; None where a stratum does not tell."""
        weights = self.weights_of(rows)
        return None if weights is None else round(float(weights.sum()))


@dataclass(frozen=True, slots=True, eq=False)
class LinearisedShare:
    """A share with what each person adds to it.

    Attributes:
        value: 0.0-1.0.
        answers: Answers that count.
        rows: Positions of the responses with an answer, at least one; all of them valid.
        influence: (rows,) how much each moves the share: ``u`` above.
        people: How many people that count alike gave the answers (``pooling.effective_size``).
        is_weighted: Whether responses stand for unequal numbers of people.
        is_yes_or_no: Whether each person has the property or not, so that the variance follows from the share.
    """

    value: float
    answers: int
    rows: npt.NDArray[np.intp]
    influence: Numbers
    people: float
    is_weighted: bool = False
    is_yes_or_no: bool = False


@dataclass(frozen=True, slots=True)
class Variance:
    """The variance of a share.

    Attributes:
        value: 0.0 where people do not differ, and where everybody was asked.
        people: The responses of all strata it is about.
        degrees: Of freedom of the strata: people less strata.
        degrees_seen: Of freedom that the spread itself shows: few where few people make up most of it (Satterthwaite
            1946, Biometrics Bulletin 2, 110-114; Valliant & Rust 2010, J. Official Statistics 26(4), 585-602).
        is_everyone: Whether everybody was asked.
    """

    value: float
    people: int
    degrees: int
    degrees_seen: int
    is_everyone: bool


def _sorted_out(strata: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the strata that occur, and the place of each row's among them."""
    if (strata == strata[0]).all():  # as in every single unit, where sorting would take half of the time
        return strata[:1], np.zeros(len(strata), dtype=np.intp)
    found, at = np.unique(strata, return_inverse=True)
    return found, at


def variance_of(influence: Numbers, rows: npt.NDArray[np.intp], design: SampleDesign) -> Variance:
    """Return the variance of a figure from the influence of each response at ``rows``, at least one."""
    strata, at = _sorted_out(design.strata[rows])
    sizes = design.sizes[strata]
    is_lonely = sizes == 1
    mean = np.where(is_lonely, 0.0, np.bincount(at, influence) / sizes)
    others = sizes - np.bincount(at)  # of the stratum, with the influence 0
    scale = (1 - sizes / design.populations[strata]) * np.where(is_lonely, 1.0, sizes / np.maximum(sizes - 1, 1))
    off = influence - mean[at]
    value = float(scale @ (np.bincount(at, off**2) + others * mean**2))
    fourth = float(scale**2 @ (np.bincount(at, off**4) + others * mean**4))
    people = int(sizes.sum())
    degrees = max(people - len(strata) + max(int(is_lonely.sum()) - 1, 0), 1)
    excess = fourth - value**2 / people
    seen = min(2 * value**2 / excess, degrees) if excess > _NO_SPREAD * fourth else degrees
    return Variance(value, people, degrees, max(int(seen), 1), bool((sizes >= design.populations[strata]).all()))


def equivalent_size(share: LinearisedShare, design: SampleDesign) -> float:
    """Return how many people of a plain random sample, each asked once, make a share as sure as this one.

    It is share (1 - share) / variance, drawn down for the variance is estimated: by the squared ratio of Student's
    quantiles, as for the interval of Korn & Graubard (1998, Survey Methodology 24(2), 193-201), with the degrees of
    freedom that the spread shows where people give several answers each or count unequally. One answer of each in one
    stratum gives the number of people, or Cochran's ``corrected_size`` of it.

    Answers of one person are never taken to be surer than if each came from another one, nor, where all count alike,
    less sure than if each repeated the first. Where nobody differs from anybody, as where all are satisfied, nothing is
    seen of how much people differ, and each counts once: the cautious bound.

    Returns:
        More than 0; infinite where everybody was asked.
    """
    found = variance_of(share.influence, share.rows, design)
    if found.is_everyone:
        return inf
    population = design.population_of(share.rows)
    cautious = corrected_size(share.people, population)
    spread = share.value * (1 - share.value)
    if found.value <= _NO_SPREAD * spread or spread <= 0.0:
        return cautious
    persons = len(share.rows)
    is_estimated = share.is_weighted or not share.is_yes_or_no
    degrees = min(found.degrees_seen if is_estimated else found.degrees, persons - 1)
    sure = spread / found.value * found.people / max(found.people - 1, 1)
    sure *= (population - 1) / population if population else 1.0
    sure *= (student_quantile(CONFIDENCE, share.answers - 1) / student_quantile(CONFIDENCE, degrees)) ** 2
    if is_estimated and not share.is_weighted:
        sure = max(sure, cautious)
    return min(sure, cautious * share.answers / persons) if share.answers > persons else sure
