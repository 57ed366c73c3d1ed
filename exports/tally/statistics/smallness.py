"""Whether a figure is more than a hint: how many forms stand behind it, and how sure they make it."""

from enum import StrEnum

from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.statistics.share import Share


class Smallness(StrEnum):
    """Why a figure is no more than a hint."""

    FEW_FORMS = "few-forms"  # valid responses
    UNSURE = "unsure"  # enough of them, yet as sure as fewer: unequal weights, few answers, people much alike


def smallness_of(valid: int, share: Share) -> Smallness | None:
    """Return why the share of ``valid`` responses is greyed and not ranked; None if it is not."""
    if valid < FEWEST_FOR_A_RANK:
        return Smallness.FEW_FORMS
    is_sure = share.value is None or round(share.sample_size, 9) >= FEWEST_FOR_A_RANK
    return None if is_sure else Smallness.UNSURE
