"""The result of the re-check as a table: all batches together, then each of them."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from gui.i18n.translation import format_count, format_share
from gui.widgets.rows_table_model import RowsTableModel
from omr.recheck.result import RecheckResult, Verdict


class ResultColumn(IntEnum):
    """What is shown of a batch, left to right."""

    BATCH = 0
    ACCEPTED = 1
    CHECKED = 2
    WRONG = 3
    RATE = 4
    INTERVAL = 5
    VERDICT = 6


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The result of a batch; ``batch`` is None for all of them together."""

    batch: int | None
    result: RecheckResult


class RecheckTableModel(RowsTableModel[ResultRow]):
    """The result of the re-check for all batches together and for each of them, one row per batch."""

    def __init__(self, parent: QObject | None = None) -> None:
        numeric = (ResultColumn.ACCEPTED, ResultColumn.CHECKED, ResultColumn.WRONG, ResultColumn.RATE)
        super().__init__(ResultColumn, numeric, parent)

    def title(self, column: int) -> str:
        return {
            ResultColumn.BATCH: self.tr("Batch"),
            ResultColumn.ACCEPTED: self.tr("Accepted"),
            ResultColumn.CHECKED: self.tr("Checked"),
            ResultColumn.WRONG: self.tr("Wrong"),
            ResultColumn.RATE: self.tr("Error rate"),
            ResultColumn.INTERVAL: self.tr("95 % sure between"),
            ResultColumn.VERDICT: self.tr("Enough?"),
        }[ResultColumn(column)]

    def cell(self, row: ResultRow, column: int) -> str:
        result = row.result
        match ResultColumn(column):
            case ResultColumn.BATCH:
                return self.tr("All batches") if row.batch is None else format_count(row.batch)
            case ResultColumn.ACCEPTED:
                return format_count(result.accepted)
            case ResultColumn.CHECKED:
                return format_count(result.checked)
            case ResultColumn.WRONG:
                return format_count(result.disagreements)
            case ResultColumn.RATE:
                return "" if result.rate is None else format_share(result.rate)
            case ResultColumn.INTERVAL:
                interval = result.interval
                is_known = result.rate is not None
                return f"{format_share(interval.low)} – {format_share(interval.high)}" if is_known else ""
            case ResultColumn.VERDICT:
                return self._verdict(result)

    def _verdict(self, result: RecheckResult) -> str:
        match result.verdict:
            case Verdict.NOTHING_TO_CHECK:
                return ""
            case Verdict.MORE:
                return self.tr("%Ln more", "", result.more)
            case Verdict.WAITING:
                return self.tr("Differences to decide")
            case Verdict.ENOUGH:
                return self.tr("Enough")
            case Verdict.TOO_MANY:
                return self.tr("Too many wrong")
