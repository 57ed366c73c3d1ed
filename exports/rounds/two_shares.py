"""The difference of two shares: its confidence interval, and the smallest one that the test could have found."""

from math import hypot
from statistics import NormalDist

from exports.tally.statistics.intervals import ShareInterval, share_interval
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import SIGNIFICANT_BELOW, common_share, known_value, standard_error


def difference_interval(earlier: Share, later: Share) -> ShareInterval:
    """Return the 95 % interval of ``later - earlier``: Newcombe's hybrid score interval, -1.0 to 1.0.

    Method 10 of R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
    Medicine 17 (1998), 873-890: it joins the Wilson intervals of the two shares and, like them, holds near 100 %.

    Args:
        earlier: With a value.
        later: Likewise; of other people.
    """
    then, now = known_value(earlier), known_value(later)
    before, after = share_interval(then, earlier.sample_size), share_interval(now, later.sample_size)
    down = hypot(now - after.low, before.high - then)
    up = hypot(after.high - now, then - before.low)
    return ShareInterval(now - then - down, now - then + up)


def smallest_visible(earlier: Share, later: Share, limit: float = SIGNIFICANT_BELOW) -> float:
    """Return the smallest observed difference, either way, whose p value the z test would put below ``limit``.

    Rests on the share of both together, drawn towards one half as in Wilson's interval: where everybody is satisfied,
    that share itself would promise that any difference can be seen.
    """
    z = NormalDist().inv_cdf(1 - limit / 2)
    everyone = share_interval(common_share(earlier, later), earlier.sample_size + later.sample_size)
    return z * standard_error((everyone.low + everyone.high) / 2, earlier, later)
