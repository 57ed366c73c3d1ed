"""Finds pieces of ink beside a place."""

from omr.forms.proposing.raster.ink import PX_PER_MM, Pieces

_FRAME_MM = 25.0  # of both sides of a piece: what is larger is a frame, and what it holds is not its own


class Neighbours:
    """Finds pieces of ink beside a place."""

    def __init__(self, pieces: Pieces) -> None:
        self._boxes = pieces.boxes
        self._by_strip: dict[int, list[int]] = {}
        for number in range(1, len(pieces.boxes)):
            if min(pieces.boxes[number, 2:4]) > _FRAME_MM * PX_PER_MM:
                continue
            top, height = int(pieces.boxes[number, 1]), int(pieces.boxes[number, 3])
            for strip in range(top // 64, (top + height) // 64 + 1):
                self._by_strip.setdefault(strip, []).append(number)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """Return the pieces that reach into a rectangle, px."""
        strips = range(int(top) // 64, int(bottom) // 64 + 1)
        numbers = {number for strip in strips for number in self._by_strip.get(strip, ())}
        return sorted(
            number
            for number in numbers
            if self._boxes[number, 0] < right
            and self._boxes[number, 0] + self._boxes[number, 2] > left
            and self._boxes[number, 1] < bottom
            and self._boxes[number, 1] + self._boxes[number, 3] > top
        )
