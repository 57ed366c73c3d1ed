"""Units with their place in the ranking, their figures and how far they are, as a table."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from gui.i18n.reason_messages import describe_smallness, name_level, name_unit
from gui.i18n.translation import format_count, format_interval, format_percent, format_points
from gui.results.tables.figure_painting import Figure, IntervalPlot, axis_start
from gui.widgets.columns_table_model import FIGURE_ROLE, NO_PARENT, ROW_ROLE, SORT_ROLE, ColumnsTableModel, Index
from gui.widgets.folding_completer import fold
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors

if TYPE_CHECKING:
    from exports.tally.net_promoters import NetPromoters
    from exports.tally.unit_tally import UnitTally


_UNRANKED = 100_000  # comes after every rank of its level


class UnitColumn(IntEnum):
    """What is shown of a unit, left to right."""

    RANK = 0
    UNIT = 1
    LEVEL = 2
    ISSUED = 3
    RETURNED = 4
    VALID = 5
    AWAITING = 6
    INDEX = 7
    FIGURE = 8
    NPS = 9


_TEXTS = (UnitColumn.UNIT, UnitColumn.LEVEL, UnitColumn.FIGURE)


class UnitTableModel(ColumnsTableModel):
    """Units with their figures, in the order of the survey's list of units; a proxy sorts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(UnitColumn, [column for column in UnitColumn if column not in _TEXTS], parent)
        self._units: Sequence[UnitTally] = ()
        self._issued: Mapping[str, int] = {}
        self._overall: float | None = None
        self._axis_low = 0.0
        self._levels: list[str] = []

    def show_units(self, units: Sequence["UnitTally"], issued: Mapping[str, int] | None, overall: float | None) -> None:
        """Show other units, or new figures of the same.

        Args:
            units: The units.
            issued: Forms handed out by unit code; None if nobody kept count.
            overall: The index of all of them, to compare with.
        """
        is_same = [unit.unit for unit in units] == [unit.unit for unit in self._units]
        if not is_same:
            self.beginResetModel()
        self._units, self._issued, self._overall = units, issued or {}, overall
        intervals = [unit.index.interval for unit in units if not unit.is_small]
        self._axis_low = axis_start([interval.low for interval in intervals if interval])
        self._levels = list(dict.fromkeys(unit.unit.level for unit in units))
        if not is_same:
            self.endResetModel()
        self.retranslate()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._units)

    def title(self, column: int) -> str:
        return self._titles()[UnitColumn(column)]

    def explanation(self, column: int) -> str | None:
        return self._explanations().get(UnitColumn(column))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        read = self._readers.get(role)
        return read(self, self._units[index.row()], UnitColumn(index.column())) if read else None

    def _titles(self) -> dict[UnitColumn, str]:
        return {
            UnitColumn.RANK: self.tr("Rank"),
            UnitColumn.UNIT: self.tr("Unit"),
            UnitColumn.LEVEL: self.tr("Level"),
            UnitColumn.ISSUED: self.tr("Issued"),
            UnitColumn.RETURNED: self.tr("Returned"),
            UnitColumn.VALID: self.tr("Valid"),
            UnitColumn.AWAITING: self.tr("To review"),
            UnitColumn.INDEX: self.tr("Index"),
            UnitColumn.FIGURE: self._axis_title(),
            UnitColumn.NPS: self.tr("NPS"),
        }

    def _axis_title(self) -> str:
        text = self.tr("95 % interval, {low} to 100 %")
        return text.format(low=format_percent(self._axis_low, 0))

    def _explanations(self) -> dict[UnitColumn, str]:
        return {
            UnitColumn.RANK: self.tr(
                "Among units of the same level; grey ones, of fewer than 30 valid responses or as sure as fewer, have "
                "no rank."
            ),
            UnitColumn.AWAITING: self.tr("Answers that await review and are not counted yet."),
            UnitColumn.FIGURE: self.tr(
                "95 % interval by Wilson; how wide it is follows from how much people differ. The dashed line is the "
                "index of all. Where intervals overlap, the order may be chance."
            ),
        }

    def _display(self, unit: "UnitTally", column: UnitColumn) -> str:
        match column:
            case UnitColumn.RANK:
                return "–" if unit.rank is None else format_count(unit.rank)
            case UnitColumn.UNIT:
                return name_unit(unit.unit)
            case UnitColumn.LEVEL:
                return name_level(unit.unit.level)
            case UnitColumn.INDEX:
                return "–" if unit.index.value is None else format_percent(unit.index.value, 2)
            case UnitColumn.FIGURE:
                return ""
            case UnitColumn.NPS:
                return format_points(found.value) if (found := _net_promoters(unit)) else "–"
            case _:
                count = self._count(unit, column)
                return "–" if count is None else format_count(count)

    def _count(self, unit: "UnitTally", column: UnitColumn) -> int | None:
        return {
            UnitColumn.ISSUED: self._issued.get(unit.unit.code),
            UnitColumn.RETURNED: unit.responses,
            UnitColumn.VALID: unit.valid,
            UnitColumn.AWAITING: unit.awaiting,
        }[column]

    def _sort_value(self, unit: "UnitTally", column: UnitColumn) -> str | float:
        match column:
            case UnitColumn.RANK:
                return self._levels.index(unit.unit.level) * 2 * _UNRANKED + (unit.rank or _UNRANKED)
            case UnitColumn.UNIT:
                return fold(name_unit(unit.unit))
            case UnitColumn.LEVEL:
                return self._levels.index(unit.unit.level)
            case UnitColumn.INDEX | UnitColumn.FIGURE:
                return -1.0 if unit.index.value is None else unit.index.value
            case UnitColumn.NPS:
                return found.value if (found := _net_promoters(unit)) else -2.0
            case _:
                return self._count(unit, column) or 0

    def _figure(self, unit: "UnitTally", column: UnitColumn) -> Figure | None:
        share = unit.index
        if column is not UnitColumn.FIGURE or share.value is None or share.interval is None:
            return None
        low = max(share.interval.low, self._axis_low)  # of a small unit, which the axis is not made for
        value, high = max(share.value, self._axis_low), max(share.interval.high, self._axis_low)
        return IntervalPlot(value, low, high, self._axis_low, self._overall, unit.is_small)

    def _interval_text(self, unit: "UnitTally", column: UnitColumn) -> str:
        if column is UnitColumn.NPS:
            return self._promoters(_net_promoters(unit))
        interval = unit.index.interval
        if column not in (UnitColumn.INDEX, UnitColumn.FIGURE) or interval is None:
            return as_tip(self._display(unit, column))
        counts = self.tr("{count} of {total} answers satisfied").format(
            count=format_count(unit.index.count), total=format_count(unit.index.of)
        )
        parts = [format_interval(interval.low, interval.high), counts, describe_smallness(unit.valid, unit.index)]
        return " · ".join(filter(None, parts))

    def _promoters(self, found: "NetPromoters | None") -> str:
        if found is None:
            return "–"
        text = self.tr(
            "NPS {points}, 95 % interval {low} to {high}: {promoters} promoters, {passives} passives, "
            "{detractors} detractors"
        )
        return text.format(
            points=format_points(found.value),
            low=format_points(found.interval.low),
            high=format_points(found.interval.high),
            promoters=format_count(found.promoters),
            passives=format_count(found.passives),
            detractors=format_count(found.detractors),
        )

    def _color(self, unit: "UnitTally", column: UnitColumn) -> QColor | None:
        if column is UnitColumn.AWAITING and unit.awaiting:
            return current_colors().warn
        return current_colors().muted if unit.is_small else None

    def _align(self, _unit: "UnitTally", column: UnitColumn) -> Qt.AlignmentFlag:
        return self.alignment(column)

    def _row(self, unit: "UnitTally", _column: UnitColumn) -> "UnitTally":
        return unit

    _readers: Mapping[int, Callable[["UnitTableModel", "UnitTally", UnitColumn], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _display,
        int(Qt.ItemDataRole.ToolTipRole): _interval_text,
        int(Qt.ItemDataRole.AccessibleTextRole): _interval_text,
        int(Qt.ItemDataRole.ForegroundRole): _color,
        int(Qt.ItemDataRole.TextAlignmentRole): _align,
        SORT_ROLE: _sort_value,
        FIGURE_ROLE: _figure,
        ROW_ROLE: _row,
    }


def _net_promoters(unit: "UnitTally") -> "NetPromoters | None":
    """Return what the first question of recommendation comes to; forms have one."""
    return next(iter(unit.net_promoters), None)
