"""What is a rule, and what are letters that touch one."""

import numpy as np

from omr.forms.proposing.raster.ink import PX_PER_MM, pieces_of
from omr.forms.proposing.raster.ruling import find_rules
from omr.opencv import cv2


def test_that_letters_that_touch_a_rule_make_none() -> None:
    ink = np.zeros((600, 900), np.uint8)
    for y in (100, 220):
        cv2.line(ink, (60, y), (840, y), (1,), 4)
    for x in (60, 840):
        cv2.line(ink, (x, 100), (x, 220), (1,), 4)
    for stroke in range(12):  # high letters, their heads in the rule, close together on a line of small ones
        x = 120 + 12 * stroke
        cv2.line(ink, (x, 100 if stroke % 6 == 0 else 120), (x, 140), (1,), 4)
    cv2.line(ink, (120, 120), (252, 120), (1,), 3)
    cv2.line(ink, (120, 140), (130, 140), (1,), 3)

    rules = find_rules(ink, pieces_of(ink)).rules

    assert sorted(round(rule.at_mm * PX_PER_MM) // 10 for rule in rules if rule.is_level) == [10, 22]
