"""A horizontal axis of shares: ticks, and an interval with its figure as a line and a dot."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from exports.report.page_canvas import INK, LINE, MUTED, SMALL_PT, PageCanvas
from exports.tally.statistics.intervals import ShareInterval
from exports.wording.numerals import percent
from exports.wording.speaker import Speaker

_TICKS = 10  # to the whole: one every 10 %
_WIDEST_WITH_ALL_TICKS = 0.5  # of the axis; a longer one names every other tick
_END_MM = 1.1  # half the height of an interval's ends


@dataclass(frozen=True, slots=True)
class ShareAxis:
    """Maps shares to millimetres across the page; the right end is 100 %.

    Attributes:
        left_mm: Where ``low`` lies.
        width_mm: From ``low`` to 100 %.
        low: Share at the left end, 0.0-1.0.
        target: Share of a dashed line, 0.0-1.0; None for no line.
    """

    left_mm: float
    width_mm: float
    low: float = 0.0
    target: float | None = None

    def x_mm(self, share: float) -> float:
        """Return where ``share`` lies; what is less than ``low`` lies at the left end."""
        return self.left_mm + self.width_mm * max(0.0, share - self.low) / (1 - self.low)

    def draw_ticks(self, canvas: PageCanvas, middle_mm: float, say: Speaker) -> None:
        """Name the ticks."""
        for tick in self._named():
            canvas.text_around(self.x_mm(tick), middle_mm, percent(say, tick, 0), SMALL_PT - 1, color=MUTED)

    def draw_grid(self, canvas: PageCanvas, height_mm: float) -> None:
        """Draw a line at every tick."""
        canvas.lines_down([self.x_mm(tick) for tick in self._ticks()], height_mm, LINE, 0.1)
        if self.target is not None:
            canvas.dashes(self.x_mm(self.target), 0, height_mm, INK)

    def draw_interval(self, canvas: PageCanvas, middle_mm: float, interval: ShareInterval, color: str = INK) -> None:
        """Draw a range as a line with ends."""
        low_mm, high_mm = self.x_mm(interval.low), self.x_mm(interval.high)
        canvas.line(low_mm, middle_mm, high_mm, middle_mm, color, 0.3)
        for end_mm in (low_mm, high_mm):
            canvas.line(end_mm, middle_mm - _END_MM, end_mm, middle_mm + _END_MM, color, 0.3)

    def _ticks(self) -> list[float]:
        return [tick / _TICKS for tick in range(round(self.low * _TICKS), _TICKS + 1)]

    def _named(self) -> list[float]:
        ticks = self._ticks()
        return ticks if 1 - self.low <= _WIDEST_WITH_ALL_TICKS else ticks[::-2]


def axis_for(
    intervals: Iterable[ShareInterval | None], left_mm: float, width_mm: float, target: float | None = None
) -> ShareAxis:
    """Return an axis that begins at the tick below the lowest interval, with half the whole at most left out."""
    lowest = min((interval.low for interval in intervals if interval is not None), default=0.0)
    return ShareAxis(left_mm, width_mm, min(floor(lowest * _TICKS) / _TICKS, 0.5), target)
