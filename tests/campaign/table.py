"""The table of a campaign: what was tried of every kind, and what came of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.campaign.findings import Attempt, Fault

_HEADINGS = ("kind", "tries", "facts lost", "tracebacks", "hangs", "worst seconds", "peak MB", "minutes")


@dataclass(slots=True)
class Row:
    """A kind's line.

    Attributes:
        kind: Its name.
        tries: How often the program was put to the test.
        faults: What must not happen and did, by kind of harm.
        worst_s: Longest time of a try.
        peak_mb: Most memory of a try; 0.0 where nobody looked.
        spent_s: How long its attempts took together.
    """

    kind: str
    tries: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    worst_s: float = 0.0
    peak_mb: float = 0.0
    spent_s: float = 0.0

    def add(self, attempt: Attempt) -> None:
        """Count an attempt."""
        self.tries += attempt.tries
        self.faults.update(each.fault for each in attempt.findings)
        self.worst_s, self.peak_mb = max(self.worst_s, attempt.worst_s), max(self.peak_mb, attempt.peak_mb)
        self.spent_s += attempt.spent_s

    @property
    def is_clean(self) -> bool:
        """Whether nothing happened that must not."""
        return not self.faults.total()

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line; too much memory shows in its figure, marked."""
        memory = f"{self.peak_mb:.0f}" if self.peak_mb else "-"
        counts = (self.faults[fault] for fault in (Fault.LOST, Fault.TRACEBACK, Fault.HANG))
        mark = " (!)" if self.faults[Fault.MEMORY] else ""
        spent = f"{self.spent_s / 60:.1f}"
        return (self.kind, f"{self.tries:,}", *map(str, counts), f"{self.worst_s:.1f}", memory + mark, spent)


def table_lines(rows: Iterable[Row]) -> list[str]:
    """Return the table as lines of equal columns."""
    cells: list[Sequence[str]] = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    return [" | ".join(_aligned(line, widths)) for line in cells]


def _aligned(line: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    yield line[0].ljust(widths[0])
    yield from (text.rjust(width) for text, width in zip(line[1:], widths[1:], strict=True))
