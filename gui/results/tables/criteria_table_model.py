"""Sections, items and options with their figures as a table."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from form_templates.model import Language, Scale
from gui.answering.answer_names import name_item
from gui.i18n.translation import format_count, format_decimal, format_interval, format_percent, format_points
from gui.results.tables.figure_painting import Distribution, Figure, Segment, ShareBar
from gui.results.tables.figure_rows import FigureRow
from gui.results.tables.scale_colors import scale_colors
from gui.widgets.columns_table_model import FIGURE_ROLE, NO_PARENT, ROW_ROLE, ColumnsTableModel, Index
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors

if TYPE_CHECKING:
    from exports.tally.statistics.share import Share


_NOTHING = "–"


class CriteriaColumn(IntEnum):
    """What is shown of a row, left to right."""

    TEXT = 0
    FIGURE = 1
    SHARE = 2
    INTERVAL = 3
    ANSWERED = 4


_NUMERIC = (CriteriaColumn.SHARE, CriteriaColumn.INTERVAL, CriteriaColumn.ANSWERED)


class CriteriaTableModel(ColumnsTableModel):
    """Sections, items and options of the form with their figures, in printed order."""

    def __init__(self, language: Language, *, are_rated: bool, parent: QObject | None = None) -> None:
        super().__init__(CriteriaColumn, _NUMERIC, parent)
        self._are_rated = are_rated
        self._language = language
        self._rows: Sequence[FigureRow] = ()

    @property
    def rows(self) -> Sequence[FigureRow]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show other rows; where only figures changed, selection and scroll position stay."""
        is_same = [_place(row) for row in rows] == [_place(row) for row in self._rows]
        if is_same and rows:
            self._rows = rows
            self.say_rows_again()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self.retranslate()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def title(self, column: int) -> str:
        return self._titles()[CriteriaColumn(column)]

    def explanation(self, column: int) -> str | None:
        if column != CriteriaColumn.INTERVAL:
            return None
        return self.tr(
            "95 % interval by Wilson; how wide it is follows from how much people differ: the answers of one person "
            "resemble each other."
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        read = self._readers.get(role)
        return read(self, self._rows[index.row()], CriteriaColumn(index.column())) if read else None

    def _titles(self) -> dict[CriteriaColumn, str]:
        return {
            CriteriaColumn.TEXT: self.tr("Question"),
            CriteriaColumn.FIGURE: self.tr("Distribution"),
            CriteriaColumn.SHARE: self.tr("Satisfied") if self._are_rated else self.tr("Share"),
            CriteriaColumn.INTERVAL: self.tr("95 % interval"),
            CriteriaColumn.ANSWERED: self.tr("Answers"),
        }

    def _display(self, row: FigureRow, column: CriteriaColumn) -> str:
        match column:
            case CriteriaColumn.TEXT:
                return self._text(row)
            case CriteriaColumn.FIGURE:
                return ""
            case CriteriaColumn.SHARE:
                return self._share_text(row)
            case CriteriaColumn.INTERVAL:
                return self._interval_text(row)
            case CriteriaColumn.ANSWERED:
                count = _count(row)
                return "" if count is None else format_count(count)

    def _text(self, row: FigureRow) -> str:
        if row.option is not None:
            return "      " + row.option.option.label.in_language(self._language)
        if row.item is not None:
            name = name_item(row.item.item, self._language)
            return self.tr("{question} (not in the index)").format(question=name) if row.item.is_left_out else name
        return row.section.title.in_language(self._language)

    def _share_text(self, row: FigureRow) -> str:
        if row.item is not None and row.option is None and row.item.net_promoters is not None:
            return f"NPS {format_points(row.item.net_promoters.value)}"
        if row.item is not None and row.option is None and row.item.satisfied is None:
            return "" if row.item.mean is None else self.tr("mean {mean}").format(mean=format_decimal(row.item.mean))
        share = row.option.share if row.option else _share_value(row)
        return _NOTHING if share is None and _count(row) is not None else _percent(share)

    def _interval_text(self, row: FigureRow) -> str:
        if row.item is not None and row.option is None and row.item.net_promoters is not None:
            interval = row.item.net_promoters.interval
            return self.tr("{low} to {high}").format(low=format_points(interval.low), high=format_points(interval.high))
        share = _share(row)
        found = share.interval if share else None
        return format_interval(found.low, found.high) if found else ""

    def _figure(self, row: FigureRow, column: CriteriaColumn) -> Figure | None:
        if column is not CriteriaColumn.FIGURE:
            return None
        if row.option is not None:
            return None if row.option.share is None else ShareBar(row.option.share)
        if row.item is None:
            return _section_bar(row)
        return self._distribution(row, row.item.scale) if row.item.scale and row.item.satisfied else None

    def _distribution(self, row: FigureRow, scale: Scale) -> Distribution | None:
        assert row.item is not None, "only items have a distribution"
        shares = {tally.option.value: tally.share for tally in row.item.options}
        colors = scale_colors(scale, current_colors())
        levels = [level.value for level in scale.levels]
        segments = tuple(Segment(value, share, colors[value]) for value in levels if (share := shares[value]))
        return Distribution(segments) if segments else None

    def _tool_tip(self, row: FigureRow, column: CriteriaColumn) -> str:
        if column is CriteriaColumn.TEXT:
            return as_tip(self._text(row).strip())
        if column in (CriteriaColumn.FIGURE, CriteriaColumn.ANSWERED) and row.item is not None and row.option is None:
            lines = *self._promoter_lines(row), *self._option_lines(row), *self._missing_lines(row)
            return as_tip("\n".join(lines))
        return ""

    def _spoken(self, row: FigureRow, column: CriteriaColumn) -> str:
        if column is not CriteriaColumn.FIGURE:
            return self._display(row, column)
        return ", ".join(self._option_lines(row)) if row.item is not None else self._share_text(row)

    def _promoter_lines(self, row: FigureRow) -> list[str]:
        found = row.item.net_promoters if row.item else None
        if found is None:
            return []
        text = self.tr("{promoters} promoters, {passives} passives, {detractors} detractors")
        named = {"promoters": found.promoters, "passives": found.passives, "detractors": found.detractors}
        return [text.format(**{side: format_count(number) for side, number in named.items()})]

    def _option_lines(self, row: FigureRow) -> list[str]:
        assert row.item is not None, "only items have options"
        shown = [row.option] if row.option else list(row.item.options)
        return [
            f"{tally.option.label.in_language(self._language)}: {_percent(tally.share)} ({format_count(tally.count)})"
            for tally in shown
            if tally.share is not None
        ]

    def _missing_lines(self, row: FigureRow) -> list[str]:
        item = row.item
        assert item is not None, "only items lack answers"
        named = (
            (self.tr("No opinion"), item.not_applicable),
            (self.tr("Left blank"), item.blank),
            (self.tr("Too many marks"), item.double),
            (self.tr("Unreadable"), item.illegible),
            (self.tr("Not asked"), item.not_asked),
            (self.tr("Awaiting review"), item.awaiting_review),
            (self.tr("Page missing"), item.page_missing),
        )
        return [f"{name}: {format_count(count)}" for name, count in named if count]

    def _font(self, row: FigureRow, _column: CriteriaColumn) -> QFont | None:
        if not row.is_section:
            return None
        font = QApplication.font()
        font.setBold(True)
        return font

    def _align(self, _row: FigureRow, column: CriteriaColumn) -> Qt.AlignmentFlag:
        return self.alignment(column)

    def _row(self, row: FigureRow, _column: CriteriaColumn) -> FigureRow:
        return row

    _readers: Mapping[int, Callable[["CriteriaTableModel", FigureRow, CriteriaColumn], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _display,
        int(Qt.ItemDataRole.ToolTipRole): _tool_tip,
        int(Qt.ItemDataRole.FontRole): _font,
        int(Qt.ItemDataRole.TextAlignmentRole): _align,
        int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
        FIGURE_ROLE: _figure,
        ROW_ROLE: _row,
    }


def _place(row: FigureRow) -> tuple[str, str, str]:
    item = row.item.item.item_id if row.item else ""
    return row.section.section_id, item, row.option.option.value if row.option else ""


def _share(row: FigureRow) -> "Share | None":
    """Return the satisfied share of a section or an item; None where satisfaction has no meaning."""
    if row.option is not None:
        return None
    if row.item is None:
        return row.factor.satisfied if row.factor else None
    return None if row.item.net_promoters is not None else row.item.satisfied


def _share_value(row: FigureRow) -> float | None:
    share = _share(row)
    return share.value if share else None


def _count(row: FigureRow) -> int | None:
    if row.option is not None:
        return row.option.count
    if row.item is not None:
        return row.item.answered
    return row.factor.satisfied.of if row.factor else None


def _section_bar(row: FigureRow) -> ShareBar | None:
    share = _share(row)
    if share is None or share.value is None or share.interval is None:
        return None
    return ShareBar(share.value, share.interval.low, share.interval.high)


def _percent(share: float | None) -> str:
    return "" if share is None else format_percent(share)
