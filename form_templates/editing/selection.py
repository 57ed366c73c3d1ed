"""What lies where on a page: under a point, in a box, in the row, column or grid of an area."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import dist, log2
from statistics import median

from form_templates.editing.edit import AreaRef, named_places
from form_templates.model import FormTemplate, ItemId, PageLayout, Rect

_SAME_LINE_SHARE = 0.5  # of the smaller side: centres nearer than that are on one line
_LEAST_MM2 = 0.01  # of an area; a smaller one is as small
_MOST_PITCHES = 2.5  # a wider gap than so many usual ones begins another table


def areas_on(template: FormTemplate, page: int) -> dict[AreaRef, Rect]:
    """Return where everything on a page lies, areas before writing fields; empty if there is no such page."""
    layout = next((each for each in template.pages if each.number == page), None)
    return {} if layout is None else _rects(layout)


def areas_at(
    template: FormTemplate, page: int, point_mm: tuple[float, float], reach_mm: float = 0.0
) -> tuple[AreaRef, ...]:
    """Return what lies under a point, the one to take first: areas before writing fields, small before large.

    Of those about as large as each other, which lie over each other only where one of them is wrong, the one whose
    middle is nearest comes first: it can be dragged away by its middle however they overlap.

    Args:
        template: The form.
        page: 1-based page number.
        point_mm: (x, y), template frame.
        reach_mm: How far beside an area the point may lie.
    """
    x_mm, y_mm = point_mm
    spot = Rect(x_mm - reach_mm, y_mm - reach_mm, 2 * reach_mm, 2 * reach_mm)
    found = {ref: rect for ref, rect in areas_on(template, page).items() if _touches(rect, spot)}

    def order(ref: AreaRef) -> tuple[bool, int, float]:
        rect = found[ref]
        size = round(log2(max(rect.w_mm * rect.h_mm, _LEAST_MM2)))
        return ref.is_field, size, dist(rect.center_mm, point_mm)

    return tuple(sorted(found, key=order))


def areas_in(template: FormTemplate, page: int, box: Rect, *, wholly: bool = False) -> tuple[AreaRef, ...]:
    """Return what a box touches, or what lies in it wholly, in printed order."""
    rects = areas_on(template, page)
    return tuple(ref for ref, rect in rects.items() if (_contains(box, rect) if wholly else _touches(rect, box)))


def areas_of_items(template: FormTemplate, item_ids: Iterable[ItemId]) -> tuple[AreaRef, ...]:
    """Return everything on paper that belongs to items, in printed order."""
    wanted = set(item_ids)
    return tuple(ref for page in template.pages for ref in _rects(page) if ref.item_id in wanted)


def items_of(template: FormTemplate, refs: Iterable[AreaRef]) -> tuple[ItemId, ...]:
    """Return the items that areas belong to, in the order of the form."""
    wanted = {ref.item_id for ref in refs}
    return tuple(item.item_id for item in template.items() if item.item_id in wanted)


def row_of(template: FormTemplate, ref: AreaRef) -> tuple[AreaRef, ...]:
    """Return the areas side by side with an area, from left to right; a wide gap ends the row."""
    return _line_of(_marked(template, ref), ref, axis=0)


def column_of(template: FormTemplate, ref: AreaRef) -> tuple[AreaRef, ...]:
    """Return the areas above and below an area, downwards; a wide gap ends the column."""
    return _line_of(_marked(template, ref), ref, axis=1)


def grid_of(template: FormTemplate, ref: AreaRef) -> tuple[AreaRef, ...]:
    """Return the rows that lie above and below the row of an area, and begin and end where it does, row by row."""
    rects = _marked(template, ref)
    own = _line_of(rects, ref, axis=0)
    rows = {each: _line_of(rects, each, axis=0) for each in _line_of(rects, ref, axis=1)}
    column = list(rows)
    first = last = column.index(ref) if ref in rows else 0
    while first > 0 and _are_alike(rects, rows[column[first - 1]], own):
        first -= 1
    while last + 1 < len(column) and _are_alike(rects, rows[column[last + 1]], own):
        last += 1
    return tuple(each for start in column[first : last + 1] for each in rows[start])


def _rects(page: PageLayout) -> dict[AreaRef, Rect]:
    return {ref: place.rect for ref, place in named_places(page)}


def _marked(template: FormTemplate, ref: AreaRef) -> dict[AreaRef, Rect]:
    """Return the areas, or the writing fields, of the page of one of them."""
    return {each: rect for each, rect in areas_on(template, ref.page).items() if each.is_field == ref.is_field}


def _line_of(rects: Mapping[AreaRef, Rect], ref: AreaRef, axis: int) -> tuple[AreaRef, ...]:
    """Return the areas whose centres are on one line with that of ``ref``, in order: 0 side by side, 1 downwards."""
    if ref not in rects:
        return ()
    own = rects[ref]
    line = sorted(
        (each for each, rect in rects.items() if _is_in_line(rect, own, axis)),
        key=lambda each: rects[each].center_mm[axis],
    )
    gaps = [rects[after].center_mm[axis] - rects[before].center_mm[axis] for before, after in pairwise(line)]
    if not gaps:
        return tuple(line)
    widest_mm = _MOST_PITCHES * median(gaps)
    at = first = line.index(ref)
    while first > 0 and gaps[first - 1] <= widest_mm:
        first -= 1
    while at < len(gaps) and gaps[at] <= widest_mm:
        at += 1
    return tuple(line[first : at + 1])


def _is_in_line(rect: Rect, own: Rect, axis: int) -> bool:
    sides_mm = (rect.h_mm, own.h_mm) if axis == 0 else (rect.w_mm, own.w_mm)
    return abs(rect.center_mm[1 - axis] - own.center_mm[1 - axis]) <= _SAME_LINE_SHARE * min(sides_mm)


def _are_alike(rects: Mapping[AreaRef, Rect], row: tuple[AreaRef, ...], own: tuple[AreaRef, ...]) -> bool:
    return len(row) == len(own) and all(
        _is_in_line(rects[one], rects[other], axis=1) for one, other in zip(row, own, strict=True)
    )


def _touches(rect: Rect, other: Rect) -> bool:
    return (
        rect.x_mm <= other.x_mm + other.w_mm
        and other.x_mm <= rect.x_mm + rect.w_mm
        and rect.y_mm <= other.y_mm + other.h_mm
        and other.y_mm <= rect.y_mm + rect.h_mm
    )


def _contains(box: Rect, rect: Rect) -> bool:
    return (
        box.x_mm <= rect.x_mm
        and box.y_mm <= rect.y_mm
        and rect.x_mm + rect.w_mm <= box.x_mm + box.w_mm
        and rect.y_mm + rect.h_mm <= box.y_mm + box.h_mm
    )
