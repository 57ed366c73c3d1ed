"""What a kind of bad treatment is, and how an attempt of it notes what it finds."""

import random
import shutil
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.campaign.findings import Attempt, Fault, Finding
from tests.campaign.processes import Ended
from tests.campaign.scene import Scene

DONE, BAD_INPUT, MACHINE = 0, 3, 4
"""Exit codes of the command line that are no fault of it."""

MOST_MB = 1536.0
"""What any single file may cost, with all processes that look at it."""

_KEPT_OF_TRACEBACK = 3000


@dataclass(slots=True)
class Trial:
    """One attempt while it is made: what it follows from, and what it found so far.

    Attributes:
        scene: What it begins with.
        kind: Name of its kind.
        seed: Of the campaign.
        number: 0-based.
        place: A folder of its own, empty at first.
        rng: Follows from kind, seed and number.
        tries: How often the program was put to the test.
        findings: What must not happen and did.
        worst_s: Longest time of a try.
        peak_mb: Most memory of a try.
    """

    scene: Scene
    kind: str
    seed: int
    number: int
    place: Path
    rng: random.Random = field(init=False)
    tries: int = 1
    findings: list[Finding] = field(default_factory=list)
    worst_s: float = 0.0
    peak_mb: float = 0.0

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.seed} {self.kind} {self.number}")

    def logs(self, name: str) -> Path:
        """Return where a run of the program writes what it says: beside the place, which may be a full disk."""
        return self.place.parent / "logs" / name

    def lost(self, facts: Iterable[str], when: str = "") -> None:
        """Note what was lost."""
        self.findings += (Finding(Fault.LOST, f"{when}: {fact}" if when else fact) for fact in facts)

    def note(self, ended: Ended, what: str, *, is_killed: bool = False, codes: Iterable[int] = (DONE,)) -> None:
        """Note how a run of the program ended.

        Args:
            ended: The run.
            what: What was run, for people.
            is_killed: Whether the attempt killed it, so that its end says nothing.
            codes: Exit codes that are meant.
        """
        self.worst_s, self.peak_mb = max(self.worst_s, ended.seconds), max(self.peak_mb, ended.peak_mb)
        if ended.is_hung:
            self.findings.append(Finding(Fault.HANG, f"{what}: no end in {ended.seconds:.0f} s"))
        elif ended.left_behind:
            self.findings.append(Finding(Fault.HANG, f"{what}: left behind {ended.left_behind}"))
        if ended.peak_mb > MOST_MB:
            self.findings.append(Finding(Fault.MEMORY, f"{what}: {ended.peak_mb:.0f} MB"))
        if ended.is_hung or ended.is_too_large or is_killed:
            return
        if ended.has_traceback:
            self.findings.append(Finding(Fault.TRACEBACK, f"{what}: exit {ended.code}\n{ended.err}"))
        elif ended.code not in codes:
            self.findings.append(Finding(Fault.LOST, f"{what}: exit {ended.code}: {ended.err.strip()}"))
        elif ended.code != DONE and not (ended.err.strip() or ended.out.strip()):
            self.findings.append(Finding(Fault.LOST, f"{what}: exit {ended.code} without a sentence"))

    def attempt(self) -> Attempt:
        """Return what came of it."""
        return Attempt(self.kind, self.number, self.tries, tuple(self.findings), self.worst_s, self.peak_mb)


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to be treated badly.

    Attributes:
        name: As in ``--only``.
        attempts: How many in a campaign of an hour.
        make: Makes one attempt.
        fills_time: Whether more of them are made until the time is over.
    """

    name: str
    attempts: int
    make: Callable[[Trial], None]
    fills_time: bool = False


def make_attempt(kind: Kind, scene: Scene, seed: int, number: int, folder: Path) -> Attempt:
    """Make one attempt in ``folder``, which is made new for it."""
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "place"
    place.mkdir(parents=True)
    trial = Trial(scene, kind.name, seed, number, place)
    begun = time.monotonic()
    try:
        kind.make(trial)
    except Exception:  # noqa: BLE001 - whatever the program's classes raise here is a traceback that people would see
        text = traceback.format_exc()[-_KEPT_OF_TRACEBACK:]
        trial.findings.append(Finding(Fault.TRACEBACK, f"while looking at what is left:\n{text}"))
    return replace(trial.attempt(), spent_s=time.monotonic() - begun)
