"""Finds pieces of ink beside a place."""

from collections.abc import Iterator

import numpy as np

from omr.forms.proposing.content.page_content import PrintedShape, ShapeKind
from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces

_CELL_PX = 64
_FRAME_MM = 25.0  # of both sides of a piece: what is larger is a frame, and what it holds is not its own
_LETTER_PX, _BAND_PX, _MOST_OFF = 12, 5.0, 0.4  # of ink that may be a letter, from an outline, and share of it beyond


class Neighbours:
    """Finds pieces of ink beside a place."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._boxes = pieces.boxes
        self._sides = pieces.boxes[:, :4].tolist()  # plain numbers are compared much faster
        self._by_cell: dict[tuple[int, int], list[int]] = {}
        for number, (left, top, width, height) in enumerate(self._sides):
            if not number or min(width, height) > _FRAME_MM * PX_PER_MM:
                continue
            for cell in _cells(left, top, left + width, top + height):
                self._by_cell.setdefault(cell, []).append(number)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """Return the pieces that reach into a rectangle, px."""
        near = {number for cell in _cells(left, top, right, bottom) for number in self._by_cell.get(cell, ())}
        found = []
        for number in near:
            x, y, width, height = self._sides[number]
            if x < right and x + width > left and y < bottom and y + height > top:
                found.append(number)
        return sorted(found)

    def running_through(self, outline: PrintedShape) -> list[int]:
        """Return the pieces that touch the line of a box or circle but are no part of it: letters beside it, say."""
        x, y = (side * PX_PER_MM for side in outline.rect.center_mm)
        across, down = outline.rect.w_mm * PX_PER_MM / 2, outline.rect.h_mm * PX_PER_MM / 2
        return [
            number
            for number in self.within(x - across, y - down, x + across, y + down)
            if max(self._boxes[number, 2:4]) >= _LETTER_PX and self._runs_through(number, outline)
        ]

    def _runs_through(self, number: int, outline: PrintedShape) -> bool:
        x, y = (side * PX_PER_MM for side in outline.rect.center_mm)
        width, height = outline.rect.w_mm * PX_PER_MM, outline.rect.h_mm * PX_PER_MM
        rows, columns = np.nonzero(self._pieces.cut(number))
        across = np.abs(columns + float(self._boxes[number, 0]) + 0.5 - x)
        down = np.abs(rows + float(self._boxes[number, 1]) + 0.5 - y)
        if outline.kind is ShapeKind.OVAL:
            off = np.abs(np.hypot(across * height / width, down) - height / 2)
        else:
            off = np.abs(np.maximum(across - width / 2, down - height / 2))
        return bool(off.min() < _BAND_PX / 2 and (off > _BAND_PX).mean() > _MOST_OFF)


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """Yield the squares of the page, by row and column, that a rectangle reaches into."""
    for row in range(int(top) // _CELL_PX, int(bottom) // _CELL_PX + 1):
        for column in range(int(left) // _CELL_PX, int(right) // _CELL_PX + 1):
            yield row, column
