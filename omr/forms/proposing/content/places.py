"""Small geometry on rectangles of a page, mm."""

from collections.abc import Iterable

from form_templates.model import Rect


def right_of(rect: Rect) -> float:
    """Return the x of the right edge."""
    return rect.x_mm + rect.w_mm


def bottom_of(rect: Rect) -> float:
    """Return the y of the lower edge."""
    return rect.y_mm + rect.h_mm


def between(left_mm: float, top_mm: float, right_mm: float, bottom_mm: float) -> Rect:
    """Return the rectangle with these edges."""
    return Rect(left_mm, top_mm, right_mm - left_mm, bottom_mm - top_mm)


def hull(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all; there must be one at least."""
    found = list(rects)
    return between(
        min(rect.x_mm for rect in found),
        min(rect.y_mm for rect in found),
        max(map(right_of, found)),
        max(map(bottom_of, found)),
    )


def holds_point(rect: Rect, point_mm: tuple[float, float]) -> bool:
    """Whether a point lies in a rectangle, left and upper edge included."""
    x_mm, y_mm = point_mm
    return rect.x_mm <= x_mm < right_of(rect) and rect.y_mm <= y_mm < bottom_of(rect)


def holds(outer: Rect, inner: Rect, slack_mm: float = 0.0) -> bool:
    """Whether ``inner`` lies in ``outer``, or beyond it by no more than ``slack_mm``."""
    return (
        outer.x_mm <= inner.x_mm + slack_mm
        and outer.y_mm <= inner.y_mm + slack_mm
        and right_of(outer) >= right_of(inner) - slack_mm
        and bottom_of(outer) >= bottom_of(inner) - slack_mm
    )


def grown(rect: Rect, by_mm: float) -> Rect:
    """Return the rectangle with every edge moved outwards, or inwards where ``by_mm`` is negative."""
    return Rect(rect.x_mm - by_mm, rect.y_mm - by_mm, rect.w_mm + 2 * by_mm, rect.h_mm + 2 * by_mm)


def shared_height(one: Rect, other: Rect) -> float:
    """Return how much of the lower of both lies beside the other, 0.0-1.0."""
    shared_mm = min(bottom_of(one), bottom_of(other)) - max(one.y_mm, other.y_mm)
    return max(shared_mm, 0.0) / max(min(one.h_mm, other.h_mm), 0.01)


def shared_width(one: Rect, other: Rect) -> float:
    """Return how much of the narrower of both lies above or below the other, 0.0-1.0."""
    shared_mm = min(right_of(one), right_of(other)) - max(one.x_mm, other.x_mm)
    return max(shared_mm, 0.0) / max(min(one.w_mm, other.w_mm), 0.01)
