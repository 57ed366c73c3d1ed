"""Boxes and circles that are lost or melted into what they hold: the rows above and below show where they stand.

1. Outlines of one kind are put in rows; a row whose outlines all stand in the columns of other rows lacks what those
   have and it has not.
2. Where the others hold a letter, a letter of its own is proof enough; an empty one must have left a trace.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.content.places import grown, holds, holds_point
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces, rect_of
from omr.forms.proposing.raster.shapes.neighbours import Neighbours
from omr.forms.proposing.raster.shapes.outlines import is_letter_in
from omr.forms.proposing.raster.shapes.twins import OutlineTrace, clipped_ink, kinds_of

_LEVEL = 0.35  # of the height of an outline: middles of one row differ by less
_COLUMN_MM = 0.7  # middles of one column differ by less
_FAR_MM = 70.0  # from a row to those that tell what it lacks
_NEXT = 2.2  # times the shortest step: a row has a gap there
_VOTES = 2  # of other rows
_NEAREST = 8  # rows that are asked
_SURE_TRACE = 0.6  # of the usual trace, of an outline that holds ink though the others are empty
_TRACE, _LEAST_TRACE = 0.15, 1.0  # of the usual trace, and grey levels, that an empty outline must have left
_TOUCHED_TRACE = 0.75  # likewise of one that hangs together with ink beside it
_SIDES = 3  # of four that must show: a letter or another outline lies along one
_TORN = 0.65  # share of an outline that is left where one of its sides is torn off
_SLACK_MM = 0.35  # by which what an outline holds reaches out of it

_Row = list[Rect]


def complete_rows(shapes: Sequence[PrintedShape], pieces: Pieces, thin: NDArray[np.uint8]) -> tuple[PrintedShape, ...]:
    """Return shapes with the outlines that rows lack, without letters and parts of those that were taken for outlines.

    Args:
        shapes: Those that were found.
        pieces: The ink of the page without rules.
        thin: Darkness of thin print above that of the ground, (H, W) uint8.
    """
    dark = clipped_ink(thin)
    near = Neighbours(pieces)
    found: list[PrintedShape] = []
    for kind in kinds_of(shapes):
        trace = OutlineTrace(kind[0])
        usual = float(np.median([trace.trace_at(dark, shape.rect) for shape in kind]))
        rows = _rows([shape.rect for shape in kind])
        holding = {id(rect): bool(_held(rect, pieces, near)) for row in rows for rect in row}
        for row in rows:
            for rect, models in _lacking(row, rows):
                taken = [shape.rect for shape in (*shapes, *found) if shape.kind is not ShapeKind.STROKE]
                if any(rect.overlaps(other) and not _is_part(rect, other) for other in taken):
                    continue
                trace_here = trace.trace_at(dark, rect)
                if trace_here < _TOUCHED_TRACE * usual and not _may_stand(rect, pieces, near):
                    continue
                are_held = 2 * sum(holding[id(model)] for model in models) > len(models)
                is_held = bool(_held(rect, pieces, near))
                needed = max((_SURE_TRACE if is_held else _TRACE) * usual, _LEAST_TRACE)
                is_seen = trace_here > needed and trace.shows_sides_at(dark, rect, _SIDES)
                if (are_held and is_held) or is_seen:
                    found.append(PrintedShape(kind[0].kind, rect))
    kept = [shape for shape in shapes if not any(_is_part(ring.rect, shape.rect) for ring in found)]
    return (*kept, *found)


def _is_part(rect: Rect, other: Rect) -> bool:
    """Whether what was taken for an outline is the letter in this one, or this one with a side torn off."""
    is_torn = holds(grown(rect, _SLACK_MM), other) and other.w_mm * other.h_mm > _TORN * rect.w_mm * rect.h_mm
    return is_torn or is_letter_in(rect, other)


def _rows(rects: Sequence[Rect]) -> list[_Row]:
    """Return outlines beside each other, rows from top to bottom, each from left to right."""
    rows: list[_Row] = []
    for rect in sorted(rects, key=lambda one: one.center_mm[1]):
        last = rows[-1] if rows else None
        if last is not None and rect.center_mm[1] - last[-1].center_mm[1] < _LEVEL * rect.h_mm:
            last.append(rect)
        else:
            rows.append([rect])
    return [sorted(row, key=lambda one: one.x_mm) for row in rows]


def _lacking(row: _Row, rows: Sequence[_Row]) -> Iterator[tuple[Rect, _Row]]:
    """Yield the places where a row lacks an outline, each with those that the nearest rows like it have there."""
    y_mm = float(np.median([rect.center_mm[1] for rect in row]))
    like: list[tuple[float, _Row]] = []
    for other in rows:
        far_mm = abs(other[0].center_mm[1] - y_mm)
        if other is not row and far_mm < _FAR_MM:
            like += [(far_mm, run) for run in _runs(other) if _is_like(row, run)]
    for nearest in _families([run for _, run in sorted(like, key=lambda one: one[0])]):
        places: list[_Row] = []
        for run in nearest:
            for rect in run:
                if not any(_share_column(rect, own) for own in row):
                    _put(places, rect)
        for place in places:
            if len(place) >= max(_VOTES, len(nearest) / 2):
                x_mm = float(np.median([rect.center_mm[0] for rect in place]))
                width_mm, height_mm = place[0].w_mm, place[0].h_mm
                yield Rect(x_mm - width_mm / 2, y_mm - height_mm / 2, width_mm, height_mm), place


def _families(runs: Sequence[_Row]) -> list[list[_Row]]:
    """Return the first runs of each table, by their columns: tables beside each other do not vote on each other."""
    families: list[list[_Row]] = []
    for run in runs:
        for family in families:
            if any(_share_column(rect, other) for rect in run for other in family[0]):
                family.append(run)
                break
        else:
            families.append([run])
    return [family[:_NEAREST] for family in families]


def _is_like(row: _Row, run: _Row) -> bool:
    """Whether half of a run of outlines at least stands in the columns of a row."""
    shared = sum(any(_share_column(rect, own) for own in row) for rect in run)
    return 2 * shared >= len(run)


def _put(places: list[_Row], rect: Rect) -> None:
    for place in places:
        if _share_column(place[0], rect):
            place.append(rect)
            return
    places.append([rect])


def _share_column(one: Rect, other: Rect) -> bool:
    return abs(one.center_mm[0] - other.center_mm[0]) < _COLUMN_MM


def _runs(row: _Row) -> Iterator[_Row]:
    """Yield the outlines of a row that follow each other without a gap."""
    steps = [two.x_mm - one.x_mm for one, two in pairwise(row)]
    if not steps:
        return
    shortest = max(min(steps), row[0].w_mm)
    run = [row[0]]
    for rect, step in zip(row[1:], steps, strict=True):
        if step > _NEXT * shortest:
            yield run
            run = []
        run.append(rect)
    yield run


def _held(rect: Rect, pieces: Pieces, near: Neighbours) -> list[int]:
    """Return the pieces of ink that stand in a place and are large enough for a letter."""
    inside = near.within(*_sides_px(rect))
    least = 0.25 * rect.h_mm * PX_PER_MM
    return [
        number
        for number in inside
        if holds_point(grown(rect, -0.2 * rect.w_mm), rect_of(pieces.boxes[number]).center_mm)
        and pieces.boxes[number, 3] > least
    ]


def _may_stand(rect: Rect, pieces: Pieces, near: Neighbours) -> bool:
    """Whether all ink in a place belongs into it: no word runs through it."""
    inside = (rect_of(pieces.boxes[number]) for number in near.within(*_sides_px(grown(rect, -0.4))))
    return all(holds(rect, other, _SLACK_MM) for other in inside)


def _sides_px(rect: Rect) -> tuple[float, float, float, float]:
    left, top = rect.x_mm * PX_PER_MM, rect.y_mm * PX_PER_MM
    return left, top, left + rect.w_mm * PX_PER_MM, top + rect.h_mm * PX_PER_MM
