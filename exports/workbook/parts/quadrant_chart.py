"""A chart of points in four quadrants: each with its name, the axes crossing at the means."""

from dataclasses import dataclass

from openpyxl.chart import Reference, ScatterChart
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook import styles
from exports.workbook.charts import ChartPlace, chart_title

_AXIS_COLOR = "6B6B6B"


@dataclass(frozen=True, slots=True)
class QuadrantData:
    """The cells of the points, 1-based and inclusive, and where the quadrants meet.

    Attributes:
        name_column: The name of each point.
        x_column: Its place across.
        y_column: Its share, its place up.
        first_row: Of the points.
        last_row: Of the points.
        center: Where the axes cross, across and up.
        low: The least values that the axes show, across and up.
        high: The greatest.
    """

    name_column: int
    x_column: int
    y_column: int
    first_row: int
    last_row: int
    center: tuple[float, float]
    low: tuple[float, float]
    high: tuple[float, float]


def add_quadrant_chart(sheet: Worksheet, title: str, axes: tuple[str, str], data: QuadrantData, at: ChartPlace) -> None:
    """Add a chart with a point for each row of ``data``; ``axes`` name what is shown across and up."""
    chart = ScatterChart()
    chart.style = 13
    chart.scatterStyle = "lineMarker"
    chart.title = chart_title(title)
    chart.legend = None
    chart.width, chart.height = at.size_cm  # type: ignore[assignment]  # the stubs say int, centimetres are not
    for row in range(data.first_row, data.last_row + 1):
        chart.series.append(_point(sheet, data, row))
    for axis, name, place in ((chart.x_axis, axes[0], 0), (chart.y_axis, axes[1], 1)):
        axis.title = chart_title(name, size=1000)
        axis.delete = False
        axis.majorGridlines = None
        axis.tickLblPos = "low"
        axis.number_format = "0%" if place else "0.00"
        axis.scaling.min, axis.scaling.max = data.low[place], data.high[place]
        axis.crosses = None
        axis.crossesAt = data.center[1 - place]  # told of one axis, it is a value of the other
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=_AXIS_COLOR, w=12700))
    sheet.add_chart(chart, at.anchor)


def _point(sheet: Worksheet, data: QuadrantData, row: int) -> Series:
    """Return a series of one point, for the name of a series is what every program can write beside a point."""
    x, y = (Reference(sheet, min_col=column, min_row=row) for column in (data.x_column, data.y_column))
    point = SeriesFactory(y, x)
    name = f"{quote_sheetname(sheet.title)}!${get_column_letter(data.name_column)}${row}"
    point.tx = SeriesLabel(strRef=StrRef(name))
    point.marker = Marker("circle", size=6)
    point.marker.graphicalProperties = GraphicalProperties(solidFill=styles.ACCENT)
    point.marker.graphicalProperties.line.solidFill = styles.ACCENT
    point.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    point.dLbls = DataLabelList()
    point.dLbls.position = "r"
    point.dLbls.showSerName = True
    for part in ("showVal", "showCatName", "showLegendKey", "showPercent"):
        setattr(point.dLbls, part, False)
    return point
