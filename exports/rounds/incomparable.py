"""The reasons why a figure of one round cannot be compared with that of another."""

from dataclasses import dataclass
from enum import StrEnum


class IncomparableReason(StrEnum):
    """A reason why a figure of two rounds cannot be compared."""

    ITEM_NEW = "item-new"  # not asked before
    ITEM_GONE = "item-gone"  # not asked any more
    NOT_COUNTED = "not-counted"  # asked in both rounds, left out of the index of one
    WORDING = "wording"  # the question reads otherwise
    SCALE = "scale"  # other levels, or other levels count as satisfied
    CRITERIA = "criteria"  # a factor, or the index, is made of other criteria
    UNIT_NEW = "unit-new"  # the earlier list has no such unit
    UNIT_GONE = "unit-gone"  # it ended, or went into others
    PART_ONLY = "part-only"  # only a part of an earlier unit went into it
    ORIGIN_MISSING = "origin-missing"  # not all units it is made of were surveyed
    NOT_SURVEYED = "not-surveyed"  # no valid response before
    NO_RESPONSES = "no-responses"  # no valid response now
    UNDATED = "undated"  # a list does not say for which day it holds
    RENAMED = "renamed"  # one code, two names, and no days to tell
    NO_COMMON_UNIT = "no-common-unit"  # no unit can be compared
    UNANSWERED = "unanswered"  # nobody answered in one of the rounds


@dataclass(frozen=True, slots=True)
class Incomparable:
    """States that a figure cannot be compared, and why.

    Attributes:
        reason: Why not.
        names: The units it is about, where some are.
    """

    reason: IncomparableReason
    names: tuple[str, ...] = ()
