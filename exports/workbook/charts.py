"""Native bar charts that a person can restyle in Excel."""

from dataclasses import dataclass

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook import styles

_TITLE_SIZE = 1200  # hundredths of a point
_SMALL_SIZE = 1100


@dataclass(frozen=True, slots=True)
class ChartData:
    """The cells that a bar chart shows: 1-based, inclusive."""

    label_column: int
    value_column: int
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Where a chart stands on its sheet: the cell under its top-left corner, and its width and height in cm."""

    anchor: str
    size_cm: tuple[float, float]


def add_share_chart(
    sheet: Worksheet,
    title: str,
    data: ChartData,
    place: ChartPlace,
    *,
    horizontal: bool = True,
    source: Worksheet | None = None,
) -> None:
    """Add a bar chart of shares from 0 % up; a horizontal one reads from the top like its table.

    Args:
        sheet: To show it on.
        title: Above the chart.
        data: What to show.
        place: Where the chart stands, and how large.
        horizontal: Whether the bars lie.
        source: The sheet that ``data`` is about; None means ``sheet``.
    """
    chart = BarChart()
    chart.type = "bar" if horizontal else "col"
    chart.title = chart_title(title)
    chart.legend = None
    chart.gapWidth = 45
    chart.width, chart.height = place.size_cm  # type: ignore[assignment]  # the stubs say int, centimetres are not
    values = Reference(source or sheet, min_col=data.value_column, min_row=data.first_row, max_row=data.last_row)
    labels = Reference(source or sheet, min_col=data.label_column, min_row=data.first_row, max_row=data.last_row)
    chart.add_data(values)
    chart.set_categories(labels)
    _style_series(chart.series[0], styles.ACCENT)
    _style_axes(chart, horizontal=horizontal)
    sheet.add_chart(chart, place.anchor)


@dataclass(frozen=True, slots=True)
class RoundsData:
    """The cells of a chart with a series per round, the last one being this round: 1-based, inclusive.

    The labels stand in the column before the first round, the names of the rounds in the heading row.
    """

    heading_row: int
    first_row: int
    last_row: int
    first_column: int
    last_column: int


def add_rounds_chart(sheet: Worksheet, title: str, data: RoundsData, place: ChartPlace) -> None:
    """Add a column chart with the columns of all rounds side by side, this round in the strongest colour."""
    chart = BarChart()
    chart.type = "col"
    chart.title = chart_title(title)
    chart.legend = Legend()
    chart.legend.position = "b"
    chart.gapWidth = 60
    chart.width, chart.height = place.size_cm  # type: ignore[assignment]  # the stubs say int, centimetres are not
    label_column = data.first_column - 1
    values = Reference(
        sheet,
        min_col=data.first_column,
        max_col=data.last_column,
        min_row=data.heading_row,
        max_row=data.last_row,
    )
    labels = Reference(sheet, min_col=label_column, min_row=data.first_row, max_row=data.last_row)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(labels)
    rounds = len(chart.series)
    for position, bars in enumerate(chart.series):
        back = rounds - 1 - position
        _style_series(bars, styles.EARLIER[-min(back, len(styles.EARLIER))] if back else styles.ACCENT)
        if back:  # the table beside tells its figures, and three labels would lie over each other
            bars.dLbls = None
        else:
            bars.dLbls.txPr = _small_print()
    chart.x_axis.delete = False
    chart.y_axis.delete = True  # every column carries its figure
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    sheet.add_chart(chart, place.anchor)


def chart_title(text: str, size: int = _TITLE_SIZE) -> Title:
    """Return the title of a chart or of an axis, ``size`` in hundredths of a point."""
    look = CharacterProperties(sz=size, b=True, solidFill=styles.ACCENT)
    paragraph = Paragraph(ParagraphProperties(defRPr=look), r=[RegularTextRun(rPr=look, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _small_print() -> RichText:
    look = CharacterProperties(sz=_SMALL_SIZE)
    return RichText(p=[Paragraph(ParagraphProperties(defRPr=look), endParaRPr=look)])


def _style_series(bars: Series, color: str) -> None:
    bars.graphicalProperties = GraphicalProperties(solidFill=color)
    bars.invertIfNegative = False
    bars.dLbls = DataLabelList()
    bars.dLbls.numFmt = "0.0%"
    bars.dLbls.showVal = True
    for part in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(bars.dLbls, part, False)


def _style_axes(chart: BarChart, *, horizontal: bool) -> None:
    chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin" if horizontal else "minMax"
    chart.y_axis.delete = True  # every bar carries its figure
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    if horizontal:
        chart.y_axis.scaling.max = 1.08  # room for the label of a bar at 100 %
    chart.layout = Layout(manualLayout=ManualLayout(x=0.02, y=0.15, w=0.95, h=0.82, layoutTarget="outer"))
