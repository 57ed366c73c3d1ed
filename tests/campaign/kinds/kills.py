"""The program killed: at any moment, or at a touch of disk or database; alone, or with all that it started."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

from tests.campaign.disturbance import KILL
from tests.campaign.interrupting import interrupt, undisturbed
from tests.campaign.kind import Kind, Trial
from tests.campaign.operations import OPERATIONS, Operation
from tests.campaign.processes import family_of, run_program
from tests.campaign.program import disturbed, plain


def kill_at(trial: Trial, operation: Operation, at: int) -> None:
    """Kill an operation at a touch of disk or database, and do it again."""
    operation.prepare(trial.scene, trial.place, trial.number // len(OPERATIONS))

    def run(words: tuple[str, ...]) -> None:
        ended = run_program(disturbed(words, trial.place, KILL, at), trial.logs("1-killed"))
        trial.note(ended, f"{operation.name}, killed at touch {at}", is_killed=True)

    interrupt(trial, operation, run)


def _kill_after(trial: Trial, operation: Operation, moment_s: float) -> None:
    """Kill an operation at a moment, with all that it started or alone, and do it again."""
    operation.prepare(trial.scene, trial.place, trial.number // len(OPERATIONS))
    killer = _killing_after(moment_s, is_alone=trial.rng.random() < 0.5)

    def run(words: tuple[str, ...]) -> None:
        ended = run_program(plain(words), trial.logs("1-killed"), disturb=killer)
        trial.note(ended, f"{operation.name}, killed after {moment_s:.2f} s", is_killed=True)

    interrupt(trial, operation, run)


def _make(trial: Trial) -> None:
    """Every operation in turn; every second time at a touch, else at a moment."""
    operation = OPERATIONS[trial.number % len(OPERATIONS)]
    usual = undisturbed(trial, operation)
    if trial.rng.random() < 0.5:
        kill_at(trial, operation, trial.rng.randint(1, usual.touches))
    else:
        _kill_after(trial, operation, trial.rng.uniform(0.0, usual.seconds))


def _killing_after(moment_s: float, *, is_alone: bool) -> Callable[[int, float], bool]:
    """Return what kills a program after a while: alone, so that its workers are orphans, or with all of them."""

    def kill(leader: int, seconds: float) -> bool:
        if seconds < moment_s:
            return False
        for process in [leader] if is_alone else family_of(leader):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        return True

    return kill


KILLS = Kind("kills", 270, _make)
