"""Ink -> straight rules, those made of dots among them, and the ink that is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from omr.forms.proposing.content.page_content import PrintedRule
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, pieces_of
from omr.opencv import cv2

_LARGE_MM = 11.5  # a piece of ink longer than this may be a table
_SHORTEST_MM = 3.4  # of a rule in a large piece; the sides of boxes to write digits in are longer
_ALONE_MM = 6.0  # of a rule that meets no other
_GAP_MM = 0.8  # in a rule that is printed badly
_THICKEST_MM = 1.3
_RIM_PX, _MOST_OUTSIDE = 9, 0.25  # around a rule, and share of a crumb that reaches out of it
_MARGIN_MM = 4.0  # within which no printer prints
_REACH_MM = 0.9  # between rules that are meant to meet
_FEWEST_ENDING = 3  # at the side of a table
_SHORT_MM, _BESIDE_PX = 15.0, 4  # of a rule that is looked at on both sides, so far from it
_MOST_BESIDE, _DOUBLED = 0.3, 0.95  # share of such a side that is inked; where all of it is, another rule runs there
_STRAIGHT = 0.55  # share of its length that a rule must really be inked

_DOT_MM = 0.85
_DOTS_LEVEL_MM = 0.28
_DOTS_APART_MM = 2.2
_FEWEST_DOTS = 7


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """The rules of a page.

    Attributes:
        rules: Level and upright ones, and lines of dots.
        ink: Where their ink is, (H, W) uint8, 0 or 1.
    """

    rules: tuple[PrintedRule, ...]
    ink: NDArray[np.uint8]


def find_rules(ink: NDArray[np.uint8], pieces: Pieces) -> Ruling:
    """Return the rules of a page.

    Args:
        ink: All of it.
        pieces: The same, in pieces.
    """
    longer = pieces.boxes[:, 2:4].max(axis=1)
    is_large = longer > _LARGE_MM * PX_PER_MM
    is_large[0] = False
    large = is_large[pieces.labels].astype(np.uint8)
    level, level_ink = _straight(large, is_level=True)
    upright, upright_ink = _straight(large, is_level=False)
    kept = [*_meeting(level, upright), *_meeting(upright, level)]
    at_edge = [_is_at_edge(rule, ink.shape) for rule, _ in kept]
    inner = [rule for (rule, _), is_outer in zip(kept, at_edge, strict=True) if not is_outer]
    kept = [one for one, is_outer in zip(kept, at_edge, strict=True) if not is_outer or _ends_a_table(one[0], inner)]
    taken = np.zeros_like(ink)
    for rule, box in kept:
        left, top, width, height = box
        place = np.s_[top : top + height, left : left + width]
        taken[place] |= (level_ink if rule.is_level else upright_ink)[place]
    dotted, dots = _dotted(ink, pieces)
    rim = cv2.dilate(taken, np.ones((_RIM_PX, _RIM_PX), np.uint8)) & large
    crumbs = _crumbs(np.asarray(large & (1 - taken), np.uint8), rim)
    return Ruling((*(rule for rule, _ in kept), *dotted), taken | dots | crumbs)


def _is_at_edge(rule: PrintedRule, shape: tuple[int, ...]) -> bool:
    """Whether a rule lies so near to the paper's edge that it is this edge."""
    side_mm = shape[0 if rule.is_level else 1] / PX_PER_MM
    return min(rule.at_mm, side_mm - rule.at_mm) < _MARGIN_MM


def _ends_a_table(rule: PrintedRule, others: Sequence[PrintedRule]) -> bool:
    """Whether so many rules of the other direction end at a rule that it is a side of their table, moved outwards."""
    count = sum(
        other.is_level is not rule.is_level
        and min(abs(end_mm - rule.at_mm) for end_mm in (other.start_mm, other.end_mm)) < _REACH_MM
        and rule.start_mm - _REACH_MM < other.at_mm < rule.end_mm + _REACH_MM
        for other in others
    )
    return count >= _FEWEST_ENDING


def _crumbs(rest: NDArray[np.uint8], rim: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what is left of rules where they cross or are printed roughly: pieces that lie along them all through."""
    pieces = pieces_of(rest)
    outside = np.bincount(pieces.labels[(rest > 0) & (rim == 0)], minlength=len(pieces.boxes))
    is_crumb = outside < _MOST_OUTSIDE * pieces.boxes[:, 4]
    is_crumb[0] = False
    return np.asarray(is_crumb[pieces.labels], np.uint8)


_Box = tuple[int, int, int, int]


def _straight(large: NDArray[np.uint8], *, is_level: bool) -> tuple[list[tuple[PrintedRule, _Box]], NDArray[np.uint8]]:
    """Return the straight lines of one direction in large pieces of ink, and their ink."""
    shortest, gap = round(_SHORTEST_MM * PX_PER_MM), round(_GAP_MM * PX_PER_MM)
    along, bridge = ((1, shortest), (1, gap)) if is_level else ((shortest, 1), (gap, 1))
    closed = cv2.morphologyEx(large, cv2.MORPH_CLOSE, np.ones(bridge, np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(along, np.uint8))
    thick = round(_THICKEST_MM * PX_PER_MM)
    square = cv2.morphologyEx(opened, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    lines = pieces_of(np.asarray(opened & (1 - square), np.uint8))
    found = []
    for number in range(1, len(lines.boxes)):
        left, top, width, height, count = (int(side) for side in lines.boxes[number])
        length, across = (width, height) if is_level else (height, width)
        if length < shortest or across > 2.5 * thick:
            continue
        inked = int(large[top : top + height, left : left + width].max(axis=0 if is_level else 1).sum())
        if inked < _STRAIGHT * length or count < 0.5 * length:
            continue
        if length < _SHORT_MM * PX_PER_MM and _runs_through_letters(
            large, (left, top, width, height), is_level=is_level
        ):
            continue
        found.append((_rule(lines, number, is_level=is_level), (left, top, width, height)))
    ink = np.asarray(large & opened & (1 - square), np.uint8)
    return found, cv2.dilate(ink, np.ones((3, 1) if is_level else (1, 3), np.uint8)) & large


def _runs_through_letters(large: NDArray[np.uint8], box: _Box, *, is_level: bool) -> bool:
    """Whether ink hangs on one side of a line all along it, in strokes: the heads or feet of letters that touch."""
    left, top, width, height = box
    ink = large if is_level else large.T
    start, at, length, thick = (left, top, width, height) if is_level else (top, left, height, width)
    sides = (at - _BESIDE_PX, at + thick - 1 + _BESIDE_PX)
    shares = [float(ink[side, start : start + length].mean()) for side in sides if 0 <= side < ink.shape[0]]
    return any(_MOST_BESIDE < share < _DOUBLED for share in shares)


def _rule(lines: Pieces, number: int, *, is_level: bool) -> PrintedRule:
    left, top, width, height, _ = (int(side) for side in lines.boxes[number])
    ys, xs = np.nonzero(lines.cut(number))
    if is_level:
        return PrintedRule(
            True, (top + float(ys.mean()) + 0.5) / PX_PER_MM, left / PX_PER_MM, (left + width) / PX_PER_MM
        )
    return PrintedRule(False, (left + float(xs.mean()) + 0.5) / PX_PER_MM, top / PX_PER_MM, (top + height) / PX_PER_MM)


def _meeting(
    rules: Sequence[tuple[PrintedRule, _Box]], others: Sequence[tuple[PrintedRule, _Box]]
) -> list[tuple[PrintedRule, _Box]]:
    """Return the rules that are long, or touch one of the other direction with both ends as sides of cells do."""
    kept = []
    for rule, box in rules:
        ends = [
            any(
                abs(other.at_mm - end_mm) < _REACH_MM
                and other.start_mm - _REACH_MM < rule.at_mm < other.end_mm + _REACH_MM
                for other, _ in others
            )
            for end_mm in (rule.start_mm, rule.end_mm)
        ]
        if rule.length_mm >= _ALONE_MM or all(ends):
            kept.append((rule, box))
    return kept


def _dotted(ink: NDArray[np.uint8], pieces: Pieces) -> tuple[list[PrintedRule], NDArray[np.uint8]]:
    """Return the lines made of dots, and their ink."""
    most = _DOT_MM * PX_PER_MM
    small = [
        number
        for number in range(1, len(pieces.boxes))
        if pieces.boxes[number, 2] <= most and pieces.boxes[number, 3] <= most
    ]
    middles = {number: _middle(pieces.boxes[number]) for number in small}
    rules, dots = [], np.zeros_like(ink)
    for chain in _chains(small, middles):
        steps = [middles[other][0] - middles[one][0] for one, other in pairwise(chain)]
        usual = median(steps)
        if sum(abs(step - usual) < 0.35 * usual for step in steps) < 0.7 * len(steps):
            continue
        left, right = pieces.boxes[chain[0], 0], pieces.boxes[chain[-1], 0] + pieces.boxes[chain[-1], 2]
        at = median(middles[number][1] for number in chain)
        rules.append(PrintedRule(True, at / PX_PER_MM, left / PX_PER_MM, right / PX_PER_MM, is_dotted=True))
        for number in chain:
            x, y, width, height, _ = pieces.boxes[number]
            dots[y : y + height, x : x + width] |= pieces.cut(number)
    return rules, dots


def _middle(box: NDArray[np.int32]) -> tuple[float, float]:
    return float(box[0]) + float(box[2]) / 2, float(box[1]) + float(box[3]) / 2


def _chains(small: Sequence[int], middles: dict[int, tuple[float, float]]) -> list[list[int]]:
    """Return the rows of many dots, each from left to right."""
    level_px, apart_px = _DOTS_LEVEL_MM * PX_PER_MM, _DOTS_APART_MM * PX_PER_MM
    open_chains: list[list[int]] = []
    done: list[list[int]] = []
    for number in sorted(small, key=lambda one: middles[one][0]):
        x, y = middles[number]
        done += [chain for chain in open_chains if x - middles[chain[-1]][0] > apart_px]
        open_chains = [chain for chain in open_chains if x - middles[chain[-1]][0] <= apart_px]
        near = [chain for chain in open_chains if abs(middles[chain[-1]][1] - y) < level_px]
        if near:
            max(near, key=len).append(number)
        else:
            open_chains.append([number])
    return [chain for chain in [*done, *open_chains] if len(chain) >= _FEWEST_DOTS]
