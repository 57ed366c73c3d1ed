"""How many answers each operator decided and checked, and how fast, as a table."""

from enum import IntEnum

from PySide6.QtCore import QObject

from gui.i18n.translation import format_count, format_moment, format_percent
from gui.widgets.rows_table_model import RowsTableModel
from omr.recheck.operators import OperatorAgreement, OperatorWork


class OperatorColumn(IntEnum):
    """What is shown of an operator, left to right."""

    NAME = 0
    DECISIONS = 1
    CHECKS = 2
    ACTIVE = 3
    PER_HOUR = 4
    WITH_OTHERS = 5
    WITH_RECHECK = 6
    LAST = 7


_NUMERIC = tuple(column for column in OperatorColumn if column not in (OperatorColumn.NAME, OperatorColumn.LAST))


class OperatorTableModel(RowsTableModel[OperatorWork]):
    """What each operator decided and checked, one row per operator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(OperatorColumn, _NUMERIC, parent)

    def title(self, column: int) -> str:
        return {
            OperatorColumn.NAME: self.tr("Operator"),
            OperatorColumn.DECISIONS: self.tr("Decisions"),
            OperatorColumn.CHECKS: self.tr("In re-check"),
            OperatorColumn.ACTIVE: self.tr("Active"),
            OperatorColumn.PER_HOUR: self.tr("Per hour"),
            OperatorColumn.WITH_OTHERS: self.tr("Same as others"),
            OperatorColumn.WITH_RECHECK: self.tr("Right in re-check"),
            OperatorColumn.LAST: self.tr("Last decision"),
        }[OperatorColumn(column)]

    def cell(self, row: OperatorWork, column: int) -> str:
        match OperatorColumn(column):
            case OperatorColumn.NAME:
                return row.operator
            case OperatorColumn.DECISIONS:
                return format_count(row.decisions)
            case OperatorColumn.CHECKS:
                return format_count(row.checks)
            case OperatorColumn.ACTIVE:
                return self._duration(row.active_s)
            case OperatorColumn.PER_HOUR:
                return "–" if row.per_hour is None else format_count(round(row.per_hour))
            case OperatorColumn.WITH_OTHERS:
                return self._agreement(row.with_others)
            case OperatorColumn.WITH_RECHECK:
                return self._agreement(row.with_recheck)
            case OperatorColumn.LAST:
                return format_moment(row.last_at)

    def _duration(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("{seconds} s").format(seconds=round(seconds))
        hours, minutes = divmod(round(seconds / 60), 60)
        if hours:
            return self.tr("{hours} h {minutes} min").format(hours=format_count(hours), minutes=minutes)
        return self.tr("{minutes} min").format(minutes=minutes)

    def _agreement(self, agreement: OperatorAgreement) -> str:
        if agreement.share is None:
            return "–"
        counts = self.tr("{share} of {count}")
        return counts.format(share=format_percent(agreement.share), count=format_count(agreement.of))
