"""Boxes and rings that touch what stands in them or around them -> the same print, with them apart.

1. Blurred as ink is for finding torn print whole, a ring, its letter and the rule beside it become one piece where less
   than half a millimetre of paper lies between them. In the picture itself that paper is paler than the print on both
   sides of it: there, ink is cut.
2. Where copying has closed even that gap, those that stand free tell what the others look like: where their line is
   inked, and paper left and right of it, is one more, and ink is cut along its outer and inner edge.
3. Only around outlines, several of a size in a row or column, the cuts are kept: elsewhere they would tear poor copies.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import MOST_PIECES, PX_PER_MM, PageInk, Pieces, pieces_of
from omr.forms.proposing.raster.shapes.outlines import find_shapes, has_like
from omr.forms.proposing.raster.shapes.twins import kinds_of
from omr.forms.proposing.raster.sorted_print import SortedPrint, sort_print
from omr.images.page_image import GrayImage
from omr.opencv import cv2

_KINDS = (ShapeKind.BOX, ShapeKind.OVAL)
_GAP_PX = 5  # widest paper between two strokes that blurring joins, with their edges
_PALER = 0.15  # of the darkness beside it, by which such paper is paler
_MARGIN_PX = 4  # around an outline, as far as the paper beside it may reach
_BESIDE_PX = 6  # of paper left and right of an outline
_FEWEST = 4  # outlines that tell what others look like
_LINE, _PAPER, _EDGE = 0.8, 0.1, 0.5  # share of them inked where all of them have ink, paper, and the line's edge
_LEVEL = 0.45  # of an outline's height, up and down from its middle: there nothing touches it
_ALIKE = 0.75  # share of the line that is inked, less that of the paper, at an outline that touches print


def part_outlines(page: GrayImage, seen: PageInk, found: SortedPrint) -> SortedPrint:
    """Return the print of a page with boxes and rings apart from their letters and from rules.

    Args:
        page: Level, evenly lit, (H, W) uint8 at ``PICTURE_DPI``.
        seen: Its ink.
        found: What is printed there, nothing being parted.
    """
    cut = np.asarray(seen.ink & (1 - _narrow_gaps(page)), np.uint8)
    pieces = pieces_of(cut)
    if len(pieces.boxes) > MOST_PIECES:
        return found
    free = [outline for _, outline in _outlines(pieces, found.letter_px)]
    for kind in kinds_of(free):
        if len(kind) >= _FEWEST:
            _cut_out_like(cut, kind)
    pieces = pieces_of(cut)
    known = [each.shape.rect for each in found.shapes if each.shape.kind in _KINDS]
    outlines = _outlines(pieces, found.letter_px)
    numbers = [number for number, _ in outlines]
    new = [
        number
        for number, outline in outlines
        if not any(outline.rect.overlaps(other) for other in known) and has_like(pieces, number, numbers)
    ]
    if not new:
        return found
    ink = seen.ink.copy()
    for number in new:
        left, top, width, height = (int(side) for side in pieces.boxes[number, :4])
        rows = slice(max(top - _MARGIN_PX, 0), top + height + _MARGIN_PX)
        columns = slice(max(left - _MARGIN_PX, 0), left + width + _MARGIN_PX)
        ink[rows, columns] = cut[rows, columns]
    return sort_print(replace(seen, ink=ink))


def _narrow_gaps(page: GrayImage) -> NDArray[np.uint8]:
    """Return where a little paper lies between print, (H, W) uint8, 0 or 1."""
    dark = cv2.bitwise_not(page)
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((_GAP_PX, _GAP_PX), np.uint8))
    return np.asarray(cv2.subtract(closed, dark) > _PALER * closed, np.uint8)


def _outlines(pieces: Pieces, letter_px: float) -> list[tuple[int, PrintedShape]]:
    """Return the boxes and rings among pieces of ink, each with its piece."""
    shapes = find_shapes(pieces, letter_px)
    return [(each.pieces[0], each.shape) for each in shapes if each.shape.kind in _KINDS]


@dataclass(frozen=True, slots=True, eq=False)
class _OutlineModel:
    """What outlines of one kind have in common, as arrays of one size, the outline in their middle.

    Attributes:
        line: Where all of them are inked.
        paper: Where none of them is, at the height of the outline.
        moat: Just outside and inside of the line.
    """

    line: NDArray[np.bool_]
    paper: NDArray[np.bool_]
    moat: NDArray[np.bool_]


def _cut_out_like(cut: NDArray[np.uint8], kind: Sequence[PrintedShape]) -> None:
    """Cut ink along the edges of outlines that look like those of a kind, wherever they are."""
    model = _model_of(cut, [outline.rect for outline in kind])
    if model is None:
        return
    rows, columns = model.line.shape
    for top, left in _places_of(model, cut):
        cut[top : top + rows, left : left + columns][model.moat] = 0


def _model_of(ink: NDArray[np.uint8], outlines: Sequence[Rect]) -> _OutlineModel | None:
    width, height = (
        round(float(np.median(sides)) * PX_PER_MM) + 2 * _BESIDE_PX
        for sides in ([rect.w_mm for rect in outlines], [rect.h_mm for rect in outlines])
    )
    cuts = []
    for rect in outlines:
        left, top = (
            max(round(middle * PX_PER_MM - side / 2), 0)
            for middle, side in zip(rect.center_mm, (width, height), strict=True)
        )
        cuts.append(ink[top : top + height, left : left + width])
    cuts = [one for one in cuts if one.shape == (height, width)]
    if len(cuts) < _FEWEST:
        return None
    share = np.mean(cuts, axis=0)
    off = np.abs(np.arange(height) - (height - 1) / 2)[:, None]
    edge = (share > _EDGE).astype(np.uint8)
    line, paper = share > _LINE, (share < _PAPER) & (off < _LEVEL * (height - 2 * _BESIDE_PX))
    moat = (cv2.dilate(edge, np.ones((5, 5), np.uint8)) > 0) & (edge == 0)
    return _OutlineModel(line, paper, moat) if line.any() and paper.any() else None


def _places_of(model: _OutlineModel, ink: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """Return the row and column of the corner of every place that looks like an outline."""
    rows, columns = model.line.shape
    if ink.shape[0] < rows or ink.shape[1] < columns:
        return []
    line, paper = (
        cv2.matchTemplate(ink.astype(np.float32), (mask / mask.sum()).astype(np.float32), cv2.TM_CCORR)
        for mask in (model.line, model.paper)
    )
    alike = line - paper
    highest = cv2.dilate(alike, np.ones((rows | 1, columns | 1), np.uint8))
    return [(int(top), int(left)) for top, left in np.argwhere((alike >= _ALIKE) & (alike >= highest))]
