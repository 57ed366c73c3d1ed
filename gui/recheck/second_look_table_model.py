"""The answers that a second operator must read, without what the first or the program read."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from gui.i18n.translation import format_count, format_moment
from gui.widgets.rows_table_model import RowsTableModel


class SecondLookColumn(IntEnum):
    """What is shown of an answer, left to right."""

    QUESTION = 0
    FILE = 1
    PAGE = 2
    UNIT = 3
    FIRST_BY = 4
    FIRST_AT = 5


@dataclass(frozen=True, slots=True)
class SecondLookRow:
    """An answer whose first check differs from the reading.

    Attributes:
        question: The question, in the language of the window.
        file: The delivered file.
        page: 1-based page of that file.
        unit: Name of the unit; may be empty.
        first_by: Who checked first.
        first_at: When, ISO 8601 with offset.
    """

    question: str
    file: str
    page: int
    unit: str
    first_by: str
    first_at: str


class SecondLookTableModel(RowsTableModel[SecondLookRow]):
    """The answers that wait for a second operator, one row per answer; none of them tells what was read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(SecondLookColumn, (SecondLookColumn.PAGE,), parent)

    def title(self, column: int) -> str:
        return {
            SecondLookColumn.QUESTION: self.tr("Question"),
            SecondLookColumn.FILE: self.tr("File"),
            SecondLookColumn.PAGE: self.tr("Page"),
            SecondLookColumn.UNIT: self.tr("Unit"),
            SecondLookColumn.FIRST_BY: self.tr("First checked by"),
            SecondLookColumn.FIRST_AT: self.tr("When"),
        }[SecondLookColumn(column)]

    def cell(self, row: SecondLookRow, column: int) -> str:
        match SecondLookColumn(column):
            case SecondLookColumn.QUESTION:
                return row.question
            case SecondLookColumn.FILE:
                return row.file
            case SecondLookColumn.PAGE:
                return format_count(row.page)
            case SecondLookColumn.UNIT:
                return row.unit
            case SecondLookColumn.FIRST_BY:
                return row.first_by
            case SecondLookColumn.FIRST_AT:
                return format_moment(row.first_at)
