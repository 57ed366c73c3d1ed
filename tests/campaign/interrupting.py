"""An operation, interrupted somehow, then done again to its end: what any interruption must leave whole."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.campaign.disturbance import KILL
from tests.campaign.kind import BAD_INPUT, DONE, Trial
from tests.campaign.operations import Operation
from tests.campaign.processes import run_program
from tests.campaign.program import disturbed, plain, touches_file


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """How an operation goes when nobody disturbs it.

    Attributes:
        touches: Touches of disk and database in the process that was started.
        seconds: How long it takes.
        grown: Bytes by which its folder grows.
    """

    touches: int
    seconds: float
    grown: int


def interrupt(trial: Trial, operation: Operation, first: Callable[[tuple[str, ...]], None]) -> None:
    """Make an attempt: interrupted by ``first``, looked at, done again, looked at.

    Args:
        trial: The attempt; its number chooses among the operation's variants.
        operation: What is interrupted.
        first: Runs words in whatever way disturbs them, and notes how it ended.
    """
    words = operation.words(trial.scene, trial.place)
    first(words)
    trial.lost(operation.harm(trial.scene, trial.place, False), f"{operation.name}, interrupted")
    again = run_program(plain(words), trial.logs("2-again"))
    is_refused = operation.makes_a_folder and again.code == BAD_INPUT
    trial.note(again, f"{operation.name} again", codes=(DONE, BAD_INPUT) if is_refused else (DONE,))
    if again.code == DONE or is_refused:
        trial.lost(operation.harm(trial.scene, trial.place, True), f"{operation.name}, done again")


def undisturbed(trial: Trial, operation: Operation) -> Undisturbed:
    """Return how an operation goes when nobody disturbs it; found out once for a scene."""
    scene, scratch = trial.scene, trial.place.parent
    kept = scene.folder / "undisturbed" / f"{operation.name}.json"
    if not kept.exists():
        place = scratch / "undisturbed" / "place"
        place.mkdir(parents=True)
        operation.prepare(scene, place, 0)
        size = size_of(place)
        ended = run_program(disturbed(operation.words(scene, place), place, KILL, 0), scratch / "undisturbed" / "logs")
        if ended.code != DONE:
            raise AssertionError(f"{operation.name} fails undisturbed: {ended.err}")
        kept.parent.mkdir(exist_ok=True)
        facts: dict[str, float] = {
            "touches": int(touches_file(place).read_text(encoding="utf-8")),
            "seconds": ended.seconds,
        }
        facts["grown"] = max(size_of(place) - size, 0)
        beside = kept.with_suffix(f".{scratch.name}")
        beside.write_text(json.dumps(facts), encoding="utf-8")
        beside.replace(kept)
    return Undisturbed(**json.loads(kept.read_text(encoding="utf-8")))


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
