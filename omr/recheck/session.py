"""One sitting of an operator who re-checks: answers in a fixed order, none to be passed over, undo."""

from collections.abc import Sequence

from omr.clock import now
from omr.recheck.checks import AnswerKey, Check
from omr.recheck.table import KeptCheck, RecheckTable
from omr.responses import DeliveredPage
from omr.results import Answer


class RecheckSession:
    """Keeps one operator's checks at once and takes them back in reverse order.

    There is no way to leave an answer for later: what people would leave is what is hard to read, and a sample without
    it flatters the engine. Only where the scan itself cannot be shown is an answer passed.
    """

    def __init__(self, table: RecheckTable, operator: str, queue: Sequence[tuple[AnswerKey, DeliveredPage]]) -> None:
        self.operator = operator
        self._table = table
        self._queue = tuple(queue)
        self._kept: list[tuple[int, KeptCheck]] = []
        self._position = 0

    @property
    def entry(self) -> AnswerKey | None:
        """The answer in front of the operator; None when all are done."""
        return self._queue[self._position][0] if self._position < len(self._queue) else None

    @property
    def page(self) -> DeliveredPage:
        """The page it is on; IndexError when all are done."""
        return self._queue[self._position][1]

    @property
    def number(self) -> int:
        """1-based place of the answer in front."""
        return self._position + 1

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def can_undo(self) -> bool:
        """Whether there is a check to take back."""
        return bool(self._kept)

    def upcoming(self, count: int) -> list[AnswerKey]:
        """Return the answer in front and the next ``count``, whose pictures will be wanted soon."""
        return [key for key, _ in self._queue[self._position : self._position + 1 + count]]

    def decide(self, answer: Answer | None) -> KeptCheck:
        """Keep what the operator reads and go on; None means unreadable."""
        key, page = self._queue[self._position]
        check = Check(key.page_id, key.item_id, answer, self.operator, now())
        kept = self._table.keep(check, page.readings[key.item_id].answer)
        self._kept.append((self._position, kept))
        self._position += 1
        return kept

    def undo(self) -> KeptCheck | None:
        """Take the last check back, return to its answer and say which it was; None if there is none."""
        if not self._kept:
            return None
        position, kept = self._kept[-1]
        self._table.withdraw(kept)
        self._kept.pop()
        self._position = position
        return kept

    def pass_by(self) -> None:
        """Go on without a check, for the scan cannot be shown; the answer comes again in another sitting."""
        self._position += 1
