"""The answers behind a figure as a table; each row is looked up when it is seen, however many there are."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from form_templates.model import Language
from gui.answering.answer_names import name_item
from gui.i18n.reason_messages import describe_answer, describe_status
from gui.i18n.translation import format_count
from gui.widgets.columns_table_model import NO_PARENT, ROW_ROLE, ColumnsTableModel, Index
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors
from omr.results import AnswerStatus

if TYPE_CHECKING:
    from exports.tally.figure_answers import Evidence, FoundAnswer


class AnswerColumn(IntEnum):
    """What is shown of an answer, left to right."""

    NUMBER = 0
    SHEET = 1
    UNIT = 2
    ITEM = 3
    ANSWER = 4
    STATUS = 5
    FILE = 6
    PAGE = 7


_NUMERIC = (AnswerColumn.NUMBER, AnswerColumn.PAGE)


class FigureAnswersTableModel(ColumnsTableModel):
    """The answers behind a figure, one per row, by respondent in delivered order."""

    def __init__(self, unit_names: Mapping[str, str], language: Language, parent: QObject | None = None) -> None:
        super().__init__(AnswerColumn, _NUMERIC, parent)
        self._unit_names = unit_names
        self._language = language
        self._evidence: Evidence | None = None

    def show_evidence(self, evidence: "Evidence | None") -> None:
        """Show other answers; None shows none."""
        self.beginResetModel()
        self._evidence = evidence
        self.endResetModel()

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self.retranslate()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._evidence is None else len(self._evidence)

    def title(self, column: int) -> str:
        return self._titles()[AnswerColumn(column)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._evidence is None:
            return None
        column = AnswerColumn(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.DisplayRole and column is AnswerColumn.NUMBER:
            return format_count(index.row() + 1)
        read = self._readers.get(role)
        return read(self, self._evidence[index.row()], column) if read else None

    def _titles(self) -> dict[AnswerColumn, str]:
        return {
            AnswerColumn.NUMBER: "#",
            AnswerColumn.SHEET: self.tr("Sheet"),
            AnswerColumn.UNIT: self.tr("Unit"),
            AnswerColumn.ITEM: self.tr("Question"),
            AnswerColumn.ANSWER: self.tr("Answer"),
            AnswerColumn.STATUS: self.tr("Decided by"),
            AnswerColumn.FILE: self.tr("File"),
            AnswerColumn.PAGE: self.tr("Page"),
        }

    def _display(self, found: "FoundAnswer", column: AnswerColumn) -> str:
        page = found.answer.page
        match column:
            case AnswerColumn.SHEET:
                return found.response.sheet or f"#{found.response.number}"
            case AnswerColumn.UNIT:
                return self._unit_names.get(found.response.unit, found.response.unit)
            case AnswerColumn.ITEM:
                return name_item(found.item, self._language)
            case AnswerColumn.ANSWER:
                words = describe_answer(found.item, found.answer.answer, self._language)
                return f"{words} ?" if found.answer.status is AnswerStatus.FLAGGED else words
            case AnswerColumn.STATUS:
                return describe_status(found.answer)
            case AnswerColumn.FILE:
                return page.source if page else ""
            case _:
                return page.place_in_file if page else ""

    def _tool_tip(self, found: "FoundAnswer", column: AnswerColumn) -> str:
        if column is AnswerColumn.ITEM:
            return as_tip(found.item.label.in_language(self._language))
        return (
            self._display(found, column)
            if column in (AnswerColumn.UNIT, AnswerColumn.ANSWER, AnswerColumn.FILE)
            else ""
        )

    def _color(self, found: "FoundAnswer", column: AnswerColumn) -> QColor | None:
        is_open = found.answer.status is AnswerStatus.FLAGGED and column in (AnswerColumn.ANSWER, AnswerColumn.STATUS)
        return current_colors().warn if is_open else None

    def _row(self, found: "FoundAnswer", _column: AnswerColumn) -> "FoundAnswer":
        return found

    _readers: Mapping[int, Callable[["FigureAnswersTableModel", "FoundAnswer", AnswerColumn], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _display,
        int(Qt.ItemDataRole.ToolTipRole): _tool_tip,
        int(Qt.ItemDataRole.ForegroundRole): _color,
        ROW_ROLE: _row,
    }
