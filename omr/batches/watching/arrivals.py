"""When a file has arrived: size and time of change at rest, and nothing else coming in beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from omr.batches.found_scans import natural_order
from omr.batches.watching.listing import FileFacts


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for what.

    Attributes:
        poll_s: Between two looks at the folder.
        rest_s: How long a file must be as it is to count as written to its end.
        rest_looks: And how often it must have been seen so.
        pile_s: How long a file that rests waits at most for others that are still coming in: a pile that a copier sends
            sheet by sheet is one batch, in which fronts find their backs.
        damaged_s: How long a file must rest that does not open before it is moved aside: a copier stops for a jam.
        retry_s: After which time it is tried again what could not be done: to read a file, to move one aside.
    """

    poll_s: float = 2.0
    rest_s: float = 5.0
    rest_looks: int = 3
    pile_s: float = 120.0
    damaged_s: float = 300.0
    retry_s: float = 60.0


@dataclass(slots=True)
class _Arrival:
    """A file as it was seen last."""

    facts: FileFacts
    since_s: float
    looks: int = 1
    not_before_s: float = float("-inf")
    rested_s: float | None = None


class Arrivals:
    """Follows the files of a folder from look to look and says which have arrived.

    Args:
        patience: How long is waited.
        done: Files that were dealt with before, as they were then.

    Attributes:
        done: Files that were dealt with; one that changes afterwards is a new one.
    """

    def __init__(self, patience: Patience, done: Mapping[Path, FileFacts]) -> None:
        self.done = dict(done)
        self._patience = patience
        self._seen: dict[Path, _Arrival] = {}

    def look(self, files: Mapping[Path, FileFacts], now_s: float) -> None:
        """Take note of what lies in the folder at a moment (seconds of a clock that only goes forward)."""
        new = {path: facts for path, facts in files.items() if self.done.get(path) != facts}
        for path in self._seen.keys() - new.keys():
            del self._seen[path]
        for path, facts in new.items():
            known = self._seen.get(path)
            if known is None or known.facts != facts:
                self._seen[path] = _Arrival(facts, now_s)
                continue
            known.looks += 1
            if known.rested_s is None and self._rests(known, now_s):
                known.rested_s = now_s

    def due(self, now_s: float) -> tuple[Path, ...]:
        """Return the files that have arrived, in natural order; none while more is coming in beside them."""
        resting = [path for path, seen in self._seen.items() if seen.rested_s is not None]
        due = [path for path in resting if self._seen[path].not_before_s <= now_s]
        longest_s = max((now_s - (self._seen[path].rested_s or now_s) for path in due), default=0.0)
        if len(resting) < len(self._seen) and longest_s < self._patience.pile_s:
            return ()
        return tuple(sorted(due, key=natural_order))

    def coming(self) -> tuple[Path, ...]:
        """Return the files that are still being written, in natural order."""
        coming = (path for path, seen in self._seen.items() if seen.rested_s is None)
        return tuple(sorted(coming, key=natural_order))

    def facts_of(self, path: Path) -> FileFacts:
        """Return a file as it was seen last; KeyError if it was not."""
        return self._seen[path].facts

    def has_rested(self, path: Path, now_s: float, seconds: float) -> bool:
        """Whether a file is as it is for so long."""
        return now_s - self._seen[path].since_s >= seconds

    def settle(self, path: Path, facts: FileFacts) -> None:
        """Take a file as dealt with, for as long as it stays as it is."""
        self.done[path] = facts
        self._seen.pop(path, None)

    def postpone(self, path: Path, until_s: float) -> None:
        """Leave a file alone for a time, or until it changes."""
        self._seen[path].not_before_s = until_s

    def restart(self, path: Path, now_s: float) -> None:
        """Begin to wait again for a file that was written to while it was copied."""
        self._seen[path] = _Arrival(self._seen[path].facts, now_s)

    def _rests(self, seen: _Arrival, now_s: float) -> bool:
        return seen.looks >= self._patience.rest_looks and now_s - seen.since_s >= self._patience.rest_s
