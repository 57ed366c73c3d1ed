"""Figures drawn into a rectangle: a distribution, a share, an interval on an axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.i18n.translation import format_percent
from gui.results.tables.scale_colors import text_on
from gui.widgets.theme import Colors, mix, scaled

_BAR_PX = 16.0
_RADIUS_PX = 3.0
_DOT_PX = 7.0
_WHISKER_PX = 8.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer of a distribution: its value, its share (0.0-1.0) and its colour."""

    value: str
    share: float
    color: QColor


@dataclass(frozen=True, slots=True)
class Distribution:
    """Shares that sum to one, from the lowest level to the highest."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A share of all, 0.0-1.0, with its interval if it has one."""

    share: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class IntervalPlot:
    """A share and its interval on an axis that all rows have in common.

    Attributes:
        share: 0.0-1.0.
        low: Lower end of the interval.
        high: Upper end.
        axis_low: Where the axis begins; it ends at 1.0.
        overall: The figure of all, drawn as a line to compare with; None for none.
        is_small: Whether too few people stand behind it.
    """

    share: float
    low: float
    high: float
    axis_low: float = 0.0
    overall: float | None = None
    is_small: bool = False


Figure = Distribution | ShareBar | IntervalPlot


def paint_figure(painter: QPainter, rect: QRectF, figure: Figure, colors: Colors) -> None:
    """Draw a figure into ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match figure:
        case Distribution():
            _paint_distribution(painter, bar_of(rect), figure)
        case ShareBar():
            _paint_share(painter, bar_of(rect), figure, colors)
        case IntervalPlot():
            _paint_interval(painter, rect, figure, colors)
    painter.restore()


def bar_of(rect: QRectF) -> QRectF:
    """Return where in ``rect`` a bar lies: as wide, but of a bar's height."""
    height = min(scaled(_BAR_PX), rect.height())
    return QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)


def segment_at(figure: Distribution, rect: QRectF, x: float) -> Segment | None:
    """Return the segment that is drawn at ``x``; None beside the bar."""
    for segment, place in zip(figure.segments, _places(figure.segments, rect), strict=True):
        if place.left() <= x < place.right():
            return segment
    return None


def axis_start(lows: Sequence[float]) -> float:
    """Return where an axis must begin, at a full tenth, so that all intervals fit and differences show."""
    lowest = min(lows, default=0.0)
    return max(0.0, int(lowest * 10) / 10 if lowest < 0.9 else 0.8)


def _places(segments: Sequence[Segment], rect: QRectF) -> list[QRectF]:
    places, left = [], rect.left()
    for segment in segments:
        width = segment.share * rect.width()
        places.append(QRectF(left, rect.top(), width, rect.height()))
        left += width
    return places


def _paint_distribution(painter: QPainter, rect: QRectF, figure: Distribution) -> None:
    metrics = QFontMetricsF(painter.font())
    for segment, place in zip(figure.segments, _places(figure.segments, rect), strict=True):
        shown = place.adjusted(0.5, 0, -0.5, 0)  # a gap tells neighbours apart where colours do not
        if shown.width() <= 0:
            continue
        painter.fillRect(shown, segment.color)
        label = format_percent(segment.share, 0)
        if metrics.horizontalAdvance(label) + 4 <= shown.width():
            painter.setPen(text_on(segment.color))
            painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, label)


def _paint_share(painter: QPainter, rect: QRectF, figure: ShareBar, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(colors.line, colors.surface, 0.5))
    painter.drawRoundedRect(rect, _RADIUS_PX, _RADIUS_PX)
    painter.setBrush(mix(colors.accent, colors.surface, 0.35))
    filled = QRectF(rect.left(), rect.top(), rect.width() * figure.share, rect.height())
    painter.drawRoundedRect(filled, _RADIUS_PX, _RADIUS_PX)
    if figure.low is not None and figure.high is not None:
        ends = (rect.left() + figure.low * rect.width(), rect.left() + figure.high * rect.width())
        _paint_whisker(painter, ends, rect.center().y(), colors.text)


def _paint_interval(painter: QPainter, rect: QRectF, figure: IntervalPlot, colors: Colors) -> None:
    def x_of(share: float) -> float:
        return rect.left() + (share - figure.axis_low) / (1 - figure.axis_low) * rect.width()

    painter.setPen(QPen(mix(colors.line, colors.surface, 0.4), 1))
    for tenth in range(round(figure.axis_low * 10), 11):
        painter.drawLine(QPointF(x_of(tenth / 10), rect.top()), QPointF(x_of(tenth / 10), rect.bottom()))
    if figure.overall is not None:
        painter.setPen(QPen(colors.warn, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x_of(figure.overall), rect.top()), QPointF(x_of(figure.overall), rect.bottom()))
    color = mix(colors.muted, colors.surface, 0.35) if figure.is_small else colors.accent
    is_cut = 0 < figure.axis_low >= figure.low  # of a small unit; an end drawn at the axis would be a figure
    _paint_whisker(painter, (x_of(figure.low), x_of(figure.high)), rect.center().y(), color, has_start=not is_cut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(x_of(figure.share), rect.center().y()), _DOT_PX / 2, _DOT_PX / 2)


def _paint_whisker(
    painter: QPainter, ends: tuple[float, float], y: float, color: QColor, *, has_start: bool = True
) -> None:
    painter.setPen(QPen(color, 1.6))
    painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
    for x in ends if has_start else ends[1:]:
        painter.drawLine(QPointF(x, y - _WHISKER_PX / 2), QPointF(x, y + _WHISKER_PX / 2))
