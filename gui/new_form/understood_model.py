"""The questions of a list as they were understood: a row each under their headings; a row can be left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from gui.i18n.remark_messages import describe_listed_kind
from gui.widgets.columns_table_model import NO_PARENT, ColumnsTableModel, Index
from gui.widgets.plain_texts import as_tip
from omr.forms.question_lists.listed import ListedItem, ListedKind, ListedSection, QuestionList
from omr.forms.question_lists.settling import as_kind


class Column(IntEnum):
    """What the columns say."""

    NUMBER = 0
    TEXT = 1
    KIND = 2
    OPTIONS = 3


@dataclass(frozen=True, slots=True)
class _ListedRow:
    """A heading, which has no item, or a question."""

    section: int
    item: ListedItem | None
    is_used: bool = True


_Said = dict[tuple[str, str], tuple[ListedKind | None, bool]]
"""By number and text of a question: the kind that a person chose, and whether it is used."""


class UnderstoodModel(ColumnsTableModel):
    """Shows a ``QuestionList``; what a person said of a question outlasts a list that is read again."""

    changed = Signal()  # by the person

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, (), parent)
        self._list = QuestionList(())
        self._rows: list[_ListedRow] = []
        self._said: _Said = {}

    @property
    def headings(self) -> tuple[int, ...]:
        """The rows that are headings."""
        return tuple(place for place, row in enumerate(self._rows) if row.item is None)

    @property
    def used_count(self) -> int:
        """How many questions are used."""
        return sum(row.item is not None and row.is_used for row in self._rows)

    def show_list(self, found: QuestionList) -> None:
        """Show another list, or the same one read again."""
        self.beginResetModel()
        self._list = found
        self._rows = []
        for number, section in enumerate(found.sections):
            if section.title:
                self._rows.append(_ListedRow(number, None))
            self._rows += [self._row_of(number, item) for item in section.items]
        self.endResetModel()

    def wanted(self) -> QuestionList:
        """Return the list as the person wants it: without what is left out."""
        rows = [row for row in self._rows if row.item is not None and row.is_used]
        sections: list[ListedSection] = []
        for number, group in groupby(rows, key=lambda row: row.section):
            items = tuple(row.item for row in group if row.item is not None)
            sections.append(replace(self._list.sections[number], items=items))
        return replace(self._list, sections=tuple(sections))

    def kind(self, index: Index) -> ListedKind | None:
        """Return how the question of a row is answered; None for a heading."""
        item = self._rows[index.row()].item
        return item.kind if item is not None else None

    def set_kind(self, index: Index, kind: ListedKind) -> None:
        """Let the question of a row be answered otherwise."""
        row = self._rows[index.row()]
        if row.item is None or row.item.kind is kind:
            return
        self._say(index.row(), replace(row, item=as_kind(row.item, kind, self._list.language)), kind)

    def title(self, column: int) -> str:
        titles = {
            Column.NUMBER: self.tr("No."),
            Column.TEXT: self.tr("Question"),
            Column.KIND: self.tr("Answered by"),
            Column.OPTIONS: self.tr("Options"),
        }
        return titles[Column(column)]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NUMBER:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.KIND else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(self._cell(row, index.column()))
            case Qt.ItemDataRole.CheckStateRole if row.item is not None and index.column() == Column.NUMBER:
                return Qt.CheckState.Checked if row.is_used else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.FontRole if row.item is None or not row.is_used:
                font = QFont()
                font.setBold(row.item is None)
                font.setStrikeOut(not row.is_used)
                return font
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or row.item is None:
            return False
        self._say(index.row(), replace(row, is_used=Qt.CheckState(value) is Qt.CheckState.Checked), None)
        return True

    def _row_of(self, section: int, item: ListedItem) -> _ListedRow:
        kind, is_used = self._said.get((item.number, item.text), (None, True))
        return _ListedRow(section, as_kind(item, kind, self._list.language) if kind else item, is_used)

    def _say(self, place: int, row: _ListedRow, kind: ListedKind | None) -> None:
        assert row.item is not None, "headings are not changed"
        key = (row.item.number, row.item.text)
        known, _ = self._said.get(key, (None, True))
        self._said[key] = (kind or known, row.is_used)
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
        self.changed.emit()

    def _cell(self, row: _ListedRow, column: int) -> str:
        item = row.item
        if item is None:
            return self._list.sections[row.section].title if column == Column.NUMBER else ""
        match column:
            case Column.NUMBER:
                return item.number
            case Column.TEXT:
                return item.text
            case Column.KIND:
                return describe_listed_kind(item.kind)
        return self._options(item)

    def _options(self, item: ListedItem) -> str:
        options = " · ".join(item.options)
        if item.max_choices is not None:
            return self.tr("{options} ({count} at most)").format(options=options, count=item.max_choices)
        if item.kind is ListedKind.NUMBER:
            return self.tr("%n digit box(es)", "", item.digits)
        return self.tr("%n line(s)", "", item.lines) if item.kind is ListedKind.TEXT else options


def kinds_in_order() -> Sequence[ListedKind]:
    """Return the kinds as a list of choices shows them."""
    return tuple(ListedKind)
