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


def test_that_a_table_moved_to_the_edge_of_the_paper_keeps_its_last_column() -> None:
    width = round(200 * PX_PER_MM)
    ink = np.zeros((round(120 * PX_PER_MM), width), np.uint8)
    outer = width - round(2 * PX_PER_MM)
    for y in range(200, 1001, 200):
        cv2.line(ink, (900, y), (outer, y), (1,), 4)
    for x in (900, outer - 200, outer):
        cv2.line(ink, (x, 200), (x, 1000), (1,), 4)
    cv2.line(ink, (20, 0), (20, len(ink)), (1,), 4)  # the edge of the paper, at which nothing ends

    rules = find_rules(ink, pieces_of(ink)).rules

    upright = sorted(rule.at_mm * PX_PER_MM for rule in rules if not rule.is_level)
    assert np.allclose(upright, [900, outer - 200, outer], atol=1.5)
