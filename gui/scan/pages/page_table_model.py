"""Delivered pages as a table: one row per page, also those that could not be read."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from gui.i18n.reason_messages import describe_reason, name_outcome
from gui.scan.unit_wording import describe_unit
from gui.survey_snapshot import open_flags
from gui.widgets.columns_table_model import NO_PARENT, ColumnsTableModel, Index
from gui.widgets.outcome_icons import outcome_icon
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors
from omr.responses import DeliveredPage
from omr.results import PageOutcome

PAGE_ROLE = int(Qt.ItemDataRole.UserRole)  # the DeliveredPage itself


class PageColumn(IntEnum):
    """What is shown of a page, left to right."""

    NUMBER = 0
    FILE = 1
    PAGE_IN_FILE = 2
    STATE = 3
    UNIT = 4
    SERIAL = 5
    FORM_PAGE = 6
    RESPONDENT = 7
    FLAGS = 8
    REASON = 9


_NUMERIC = (PageColumn.NUMBER, PageColumn.PAGE_IN_FILE, PageColumn.FORM_PAGE, PageColumn.RESPONDENT, PageColumn.FLAGS)
_EMPTY_AT_ZERO = (PageColumn.FLAGS, PageColumn.FORM_PAGE, PageColumn.RESPONDENT)


class PageTableModel(ColumnsTableModel):
    """Delivered pages, sorted by any column.

    It sorts itself: a proxy would ask for every value once per comparison, a second for the pages of a province.
    """

    def __init__(self, unit_names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(PageColumn, _NUMERIC, parent)
        self._unit_names = unit_names
        self._pages: Sequence[DeliveredPage] = ()  # in delivered order
        self._order: list[int] = []  # the place in that order, by row
        self._sorted_by = (PageColumn.NUMBER, Qt.SortOrder.AscendingOrder)
        self._respondents: Mapping[int, int] = {}
        self._icons: dict[tuple[PageOutcome, int], QIcon] = {}  # by outcome and ground

    def page_at(self, row: int) -> DeliveredPage:
        """Return the page in a row."""
        return self._pages[self._order[row]]

    def place_at(self, row: int) -> int:
        """Return the place in delivered order, from 0, of the page in a row."""
        return self._order[row]

    def row_of(self, place: int) -> int:
        """Return the row of the page at a place in delivered order."""
        return self._order.index(place)

    def show_pages(self, pages: Sequence[DeliveredPage], respondents: Mapping[int, int]) -> None:
        """Show other pages, and the number of the respondent that each page id belongs to."""
        self.beginResetModel()
        self._pages, self._respondents = pages, respondents
        self._order = self._sorted_places()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (PageColumn(column), order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = [self._order[index.row()] for index in kept]
        self._order = self._sorted_places()
        row_of = {place: row for row, place in enumerate(self._order)}
        moved = [self.index(row_of[place], index.column()) for place, index in zip(places, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _sorted_places(self) -> list[int]:
        column, order = self._sorted_by
        is_descending = order is Qt.SortOrder.DescendingOrder
        return sorted(range(len(self._pages)), key=lambda place: self._native_at(place, column), reverse=is_descending)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def title(self, column: int) -> str:
        return self._titles()[PageColumn(column)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        read = self._readers.get(role)
        return read(self, index.row(), PageColumn(index.column())) if read else None

    def _titles(self) -> dict[PageColumn, str]:
        return {
            PageColumn.NUMBER: "#",
            PageColumn.FILE: self.tr("File"),
            PageColumn.PAGE_IN_FILE: self.tr("Page"),
            PageColumn.STATE: self.tr("State"),
            PageColumn.UNIT: self.tr("Unit"),
            PageColumn.SERIAL: self.tr("Sheet"),
            PageColumn.FORM_PAGE: self.tr("Side"),
            PageColumn.RESPONDENT: self.tr("Form"),
            PageColumn.FLAGS: self.tr("Flags"),
            PageColumn.REASON: self.tr("Reason"),
        }

    def _display(self, row: int, column: PageColumn) -> str:
        if column is PageColumn.PAGE_IN_FILE:
            return self._pages[self._order[row]].place_in_file
        value = self._native(row, column)
        if column in _EMPTY_AT_ZERO and not value:
            return ""
        return str(value)

    def _native(self, row: int, column: PageColumn) -> str | int:
        return self._native_at(self._order[row], column)

    def _native_at(self, place: int, column: PageColumn) -> Any:
        page = self._pages[place]
        match column:
            case PageColumn.NUMBER:
                return place + 1
            case PageColumn.FILE:
                return page.source
            case PageColumn.PAGE_IN_FILE:
                return page.page_in_file
            case PageColumn.STATE:
                return name_outcome(page.outcome)
            case PageColumn.RESPONDENT:
                return self._respondents.get(page.page_id or 0, 0) if page.outcome is PageOutcome.READ else 0
            case PageColumn.FLAGS:
                return open_flags(page)
            case PageColumn.REASON if page.outcome is PageOutcome.OTHER_FORM:
                return page.detail
            case PageColumn.REASON:
                return "" if page.outcome is PageOutcome.COVER else describe_reason(page.reason, page.detail)
            case _:
                return self._identity_value(page, column)

    def _identity_value(self, page: DeliveredPage, column: PageColumn) -> str | int:
        if column is PageColumn.UNIT:
            return "?" if page.unit_doubt else self._unit_names.get(page.unit, page.unit)
        if column is PageColumn.SERIAL:
            return page.identity.serial if page.identity else ""
        return page.identity.page if page.identity else 0

    def _tool_tip(self, row: int, column: PageColumn) -> str:
        if column is PageColumn.UNIT:
            page = self.page_at(row)
            return as_tip(describe_unit(page, self._unit_names.get(page.unit, page.unit)))
        is_long = column in (PageColumn.FILE, PageColumn.REASON)
        return as_tip(self._display(row, column)) if is_long else ""

    def _decoration(self, row: int, column: PageColumn) -> QIcon | None:
        if column is not PageColumn.STATE:
            return None
        outcome = self.page_at(row).outcome
        colors = current_colors()
        key = (outcome, colors.surface.rgb())
        if key not in self._icons:
            self._icons[key] = outcome_icon(outcome, colors)
        return self._icons[key]

    def _foreground(self, row: int, _column: PageColumn) -> QColor | None:
        return current_colors().muted if self.page_at(row).outcome is PageOutcome.TAKEN_OUT else None

    def _font(self, row: int, _column: PageColumn) -> QFont | None:
        if self.page_at(row).outcome is not PageOutcome.TAKEN_OUT:
            return None
        font = QFont()
        font.setStrikeOut(True)
        return font

    def _align(self, _row: int, column: PageColumn) -> Qt.AlignmentFlag:
        return self.alignment(column)

    def _page(self, row: int, _column: PageColumn) -> DeliveredPage:
        return self.page_at(row)

    _readers: Mapping[int, Callable[["PageTableModel", int, PageColumn], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _display,
        int(Qt.ItemDataRole.DecorationRole): _decoration,
        int(Qt.ItemDataRole.ToolTipRole): _tool_tip,
        int(Qt.ItemDataRole.TextAlignmentRole): _align,
        int(Qt.ItemDataRole.ForegroundRole): _foreground,
        int(Qt.ItemDataRole.FontRole): _font,
        PAGE_ROLE: _page,
    }
