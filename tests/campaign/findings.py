"""What an attempt finds, and what of it is kept for whoever mends it."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Fault(StrEnum):
    """What must not happen."""

    LOST = "lost"  # a fact is gone, doubled or altered, an output is neither old nor new, a sentence is untrue
    TRACEBACK = "traceback"  # the program ended otherwise than by a sentence of its own
    HANG = "hang"  # no end within the limit, or processes left behind
    MEMORY = "memory"  # more than one file may cost


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not happen and did.

    Attributes:
        fault: What kind of harm it is.
        fact: One sentence, or the end of a traceback.
    """

    fault: Fault
    fact: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt.

    Attributes:
        kind: Name of its kind.
        number: With the seed, all that it follows from.
        tries: How often the program was put to the test in it.
        findings: What must not happen and did.
        worst_s: Longest time that one try took.
        peak_mb: Most memory that a try's processes had together; 0.0 where nobody looked.
        spent_s: How long the whole attempt took.
    """

    kind: str
    number: int
    tries: int = 1
    findings: tuple[Finding, ...] = ()
    worst_s: float = 0.0
    peak_mb: float = 0.0
    spent_s: float = 0.0


def keep_failure(attempt: Attempt, seed: int, folder: Path, failures: Path) -> Path:
    """Keep the folder of an attempt that found something, with what it found and the command that repeats it."""
    kept = failures / f"{attempt.kind}-{attempt.number}"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    if folder.exists():
        shutil.copytree(folder, kept, symlinks=True, ignore=_pipes, dirs_exist_ok=True)
    facts = "\n\n".join(f"{each.fault}: {each.fact}" for each in attempt.findings)
    (kept / "found.txt").write_text(f"{repeat_command(attempt, seed)}\n\n{facts}\n", encoding="utf-8")
    return kept


def repeat_command(attempt: Attempt, seed: int) -> str:
    """Return the command that makes the same attempt again."""
    return f"python -m tests.campaign --only {attempt.kind} --seed {seed} --attempt {attempt.number}"


def _pipes(folder: str, names: list[str]) -> list[str]:
    """Name what cannot be copied: a named pipe would be waited for."""
    return [name for name in names if (Path(folder) / name).is_fifo()]
