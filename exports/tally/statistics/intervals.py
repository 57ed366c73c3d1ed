"""How sure a share is: Wilson's score interval, and the sample size it rests on."""

from dataclasses import dataclass
from math import expm1, inf, pi, sqrt, tan
from statistics import NormalDist

CONFIDENCE = 0.95
"""The level every interval of the workbook is stated at."""

FEWEST_FOR_A_RANK = 30
"""Figures of fewer valid responses are greyed and not ranked: at 85 % the interval is then wider than +-12 points."""


@dataclass(frozen=True, slots=True)
class ShareInterval:
    """The two ends of an interval: of a share, 0.0-1.0, or of a difference of two shares, -1.0 to 1.0."""

    low: float
    high: float


def quantile(confidence: float) -> float:
    """Return how many standard deviations a two-sided interval of the normal distribution reaches."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def student_quantile(confidence: float, degrees: int) -> float:
    """Return how many standard errors a two-sided interval of Student's distribution reaches.

    By G. W. Hill, Algorithm 396: Student's t-quantiles, Communications of the ACM 13 (1970), 619-620, exact for one and
    two degrees of freedom and to five digits beyond; it saves an export a second of loading scipy.

    Args:
        confidence: Of the two-sided interval, 0.0-1.0.
        degrees: Of freedom; below 1 counts as 1.
    """
    outside = 1 - confidence
    if degrees <= 1:
        return 1 / tan(outside * pi / 2)
    if degrees == 2:
        return sqrt(2 / (outside * (2 - outside)) - 2)
    n = float(degrees)
    a = 1 / (n - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * sqrt(a * pi / 2) * n
    y = (d * outside) ** (2 / n)
    if y <= 0.05 + a:
        y = ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * (n + 1) / (
            n + 2
        ) + 1 / y
        return sqrt(n * y)
    x = NormalDist().inv_cdf(outside / 2)
    y = x * x
    if n < 5:
        c += 0.3 * (n - 4.5) * (x + 0.6)
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    return sqrt(n * expm1(a * y * y))


def wilson_interval(successes: float, trials: float, confidence: float = CONFIDENCE) -> ShareInterval:
    """Return the score interval of Wilson (1927) for ``successes`` out of ``trials``.

    Satisfaction is often near 100 %, where the usual p +- z*s leaves the range of shares; this one never does.

    Args:
        successes: May be fractional, for a share that is a mean of shares.
        trials: More than 0; fractional for an effective sample size.
        confidence: Of the two-sided interval, 0.0-1.0.
    """
    z = quantile(confidence)
    share = successes / trials
    shrink = 1 + z * z / trials
    center = (share + z * z / (2 * trials)) / shrink
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / shrink
    # Rounding may put an end a hair beside 0 or 1, where it lies exactly; an interval holds the share it is about.
    return ShareInterval(min(share, max(0.0, center - half)), max(share, min(1.0, center + half)))


def share_interval(share: float, sample_size: float, confidence: float = CONFIDENCE) -> ShareInterval:
    """Return the interval of a share found in a sample, or the share itself where the sample is everyone.

    A share of weighted or finite samples is put into Wilson's formula with the size of the plain random sample that
    would be as sure (Franco, Little, Louis & Slud 2019, J. Survey Statistics and Methodology 7(3), 334-364).

    Args:
        share: 0.0-1.0.
        sample_size: More than 0, see ``corrected_size``; infinite where nobody was left out.
        confidence: Of the two-sided interval, 0.0-1.0.
    """
    if sample_size == inf:
        return ShareInterval(share, share)
    return wilson_interval(share * sample_size, sample_size, confidence)


def corrected_size(sample_size: float, population: int | None) -> float:
    """Return the size of a sample out of a very large population that is as sure as this one out of ``population``.

    The variance of a share shrinks by (N - n) / (N - 1) when n of N are asked (Cochran 1977, Sampling Techniques, 3rd
    ed., 2.6), so n counts for n (N - 1) / (N - n); infinite where everyone was asked. A population that is unknown or
    smaller than the sample corrects nothing.
    """
    if population is None or population < sample_size:
        return sample_size
    return inf if population == sample_size else sample_size * (population - 1) / (population - sample_size)
