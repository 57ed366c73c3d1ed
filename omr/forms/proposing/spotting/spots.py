"""Spots: places on a page that look like response areas, before anybody knows what they ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean

from form_templates.model import Rect
from omr.forms.proposing.content.places import between, bottom_of, holds, holds_point, right_of
from omr.forms.proposing.doubts import AreaDoubt

_LEVEL = 0.35  # of the lower spot's height: middles of one row differ by less


class SpotLook(StrEnum):
    """How a spot is printed."""

    BOX = "box"
    OVAL = "oval"
    DIGIT = "digit"  # a digit or letter without an outline
    CELL = "cell"  # an empty cell of a table


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that looks like a response area.

    Attributes:
        rect: The outside of its outline; of a cell, the middles of its rules.
        look: How it is printed.
        text: What is printed inside; may be empty.
        doubts: What may be wrong about it.
    """

    rect: Rect
    look: SpotLook
    text: str = ""
    doubts: tuple[AreaDoubt, ...] = ()

    @property
    def x_mm(self) -> float:
        """X of the middle."""
        return self.rect.x_mm + self.rect.w_mm / 2

    @property
    def y_mm(self) -> float:
        """Y of the middle."""
        return self.rect.y_mm + self.rect.h_mm / 2


def are_alike(one: Spot, other: Spot) -> bool:
    """Whether two spots are printed alike, so that they can be options of one question."""
    if one.look is not other.look or bool(one.text) is not bool(other.text):
        return False
    if one.look is SpotLook.CELL:
        return True  # rows are as high as their text
    if one.look is SpotLook.DIGIT:
        return 0.7 < one.rect.h_mm / other.rect.h_mm < 1.4
    return 0.8 < one.rect.h_mm / other.rect.h_mm < 1.25 and 0.8 < one.rect.w_mm / other.rect.w_mm < 1.25


def rows_of(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return spots by their height on the page, each row from left to right, rows from top to bottom."""
    rows: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda one: one.y_mm):
        last = rows[-1] if rows else []
        level_mm = _LEVEL * min([spot.rect.h_mm, *(other.rect.h_mm for other in last[:1])])
        if last and spot.y_mm - fmean(other.y_mm for other in last) < level_mm:
            last.append(spot)
        else:
            rows.append([spot])
    return [sorted(row, key=lambda one: one.x_mm) for row in rows]


def clear_of_others(spots: Sequence[Spot], page: Rect) -> list[Spot]:
    """Return spots that lie on the page and clear of each other; one that reaches out of it ends at its edge.

    The areas of digits, which have no outline, are made lower where rows are close; of others that lie over each other
    the first is kept.
    """
    kept: list[Spot] = []
    inside = [_ending_at(page, spot) for spot in spots if holds_point(page, spot.rect.center_mm)]
    for spot in sorted(inside, key=lambda one: (one.y_mm, one.x_mm)):
        near = [other for other in kept[-400:] if other.rect.overlaps(spot.rect) and _by(other, spot) > 0.01]
        if any(SpotLook.DIGIT not in (other.look, spot.look) or abs(other.y_mm - spot.y_mm) < 1.0 for other in near):
            continue
        kept.append(spot)
    return _lowered(kept)


def _ending_at(page: Rect, spot: Spot) -> Spot:
    if holds(page, spot.rect):
        return spot
    left_mm, top_mm = max(spot.rect.x_mm, page.x_mm), max(spot.rect.y_mm, page.y_mm)
    right_mm, low_mm = min(right_of(spot.rect), right_of(page)), min(bottom_of(spot.rect), bottom_of(page))
    return replace(spot, rect=between(left_mm, top_mm, right_mm, low_mm))


def _lowered(spots: Sequence[Spot]) -> list[Spot]:
    found = []
    for spot in spots:
        if spot.look is SpotLook.DIGIT:
            steps = [
                abs(other.y_mm - spot.y_mm)
                for other in spots
                if other is not spot and abs(other.x_mm - spot.x_mm) < (other.rect.w_mm + spot.rect.w_mm) / 2
            ]
            height_mm = min([spot.rect.h_mm, *(0.96 * step for step in steps if step > 1.0)])
            rect = Rect(spot.rect.x_mm, spot.y_mm - height_mm / 2, spot.rect.w_mm, height_mm)
            found.append(replace(spot, rect=rect))
        else:
            found.append(spot)
    return found


def _by(one: Spot, other: Spot) -> float:
    """Return by how much two spots that overlap lie over each other, mm."""
    across_mm = min(one.rect.x_mm + one.rect.w_mm, other.rect.x_mm + other.rect.w_mm) - max(
        one.rect.x_mm, other.rect.x_mm
    )
    down_mm = min(bottom_of(one.rect), bottom_of(other.rect)) - max(one.rect.y_mm, other.rect.y_mm)
    return min(across_mm, down_mm)
