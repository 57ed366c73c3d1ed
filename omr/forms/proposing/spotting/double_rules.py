"""Rules drawn as two thin lines -> one rule, so that a table ruled with them has cells and no slits."""

from collections.abc import Sequence
from dataclasses import replace

from omr.forms.proposing.content.page_content import PrintedRule

_APART_MM = 0.95  # from the one line to the other; frames that stand below each other are farther apart
_SAME_MM = 0.1  # lines nearer than this lie on each other
_LONGEST_END_MM = 1.0  # lines of a corner end as far before each other as they are apart
_COVERED = 0.6  # of the shorter line, beside the other


def as_single_rules(rules: Sequence[PrintedRule]) -> list[PrintedRule]:
    """Return rules with every two that run close beside each other moved to the middle, and long enough to meet there.

    Args:
        rules: Of one direction.
    """
    found: list[PrintedRule] = []
    bundle: list[PrintedRule] = []
    for rule in sorted(rules, key=lambda one: one.at_mm):
        if bundle and rule.at_mm - bundle[0].at_mm > _APART_MM:
            found += _moved(bundle)
            bundle = []
        bundle.append(rule)
    return found + _moved(bundle)


def _moved(bundle: Sequence[PrintedRule]) -> list[PrintedRule]:
    """Return rules of one bundle, those that are half of a double one in the middle of both halves."""
    found = []
    for rule in bundle:
        others = [other.at_mm for other in bundle if _is_beside(rule, other)]
        if not others:
            found.append(rule)
            continue
        ats_mm = [rule.at_mm, *others]
        end_mm = min(max(ats_mm) - min(ats_mm), _LONGEST_END_MM)
        middle_mm = (min(ats_mm) + max(ats_mm)) / 2
        found.append(replace(rule, at_mm=middle_mm, start_mm=rule.start_mm - end_mm, end_mm=rule.end_mm + end_mm))
    return found


def _is_beside(rule: PrintedRule, other: PrintedRule) -> bool:
    shared_mm = min(rule.end_mm, other.end_mm) - max(rule.start_mm, other.start_mm)
    is_near = abs(rule.at_mm - other.at_mm) > _SAME_MM
    return is_near and shared_mm > _COVERED * min(rule.length_mm, other.length_mm)
