"""How a survey's answers become figures: the choices that people may make, kept with the survey."""

from enum import StrEnum


class IndexRule(StrEnum):
    """How the satisfaction index is made of ratings; ``exports.tally.satisfaction_index`` has the formulas."""

    POOLED = "pooled"
    EQUAL_CRITERIA = "equal-criteria"
    EQUAL_FACTORS = "equal-factors"
    OVERALL_ITEM = "overall-item"


class Weighting(StrEnum):
    """What the units below a level count by."""

    NONE = "none"  # every response alike
    TRANSACTIONS = "transactions"  # a unit's responses stand for its transactions in the period


MIN_ANSWERED = 0.5
"""Least share of the items asked of everyone that a valid response answers: the completeness rule of HCAHPS."""
