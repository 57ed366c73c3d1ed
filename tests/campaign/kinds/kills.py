"""The program killed: at any moment, or at a touch of disk or database; alone, or with all that it started."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

from tests.campaign.disturbance import KILL
from tests.campaign.interrupting import interrupt, undisturbed
from tests.campaign.kind import Kind, Trial
from tests.campaign.operations import OPERATIONS
from tests.campaign.processes import Ended, run_program, session_of
from tests.campaign.program import disturbed, plain


def _make(trial: Trial) -> None:
    """Every operation in turn; every second time at a touch, else at a moment."""
    operation = OPERATIONS[trial.number % len(OPERATIONS)]
    usual = undisturbed(trial, operation)
    operation.prepare(trial.scene, trial.place, trial.number // len(OPERATIONS))
    if trial.rng.random() < 0.5:
        at = trial.rng.randint(1, usual.touches)

        def run(words: tuple[str, ...]) -> Ended:
            return run_program(disturbed(words, trial.place, KILL, at), trial.logs("1-killed"))

    else:
        killer = _killing_after(trial.rng.uniform(0.0, usual.seconds), is_alone=trial.rng.random() < 0.5)

        def run(words: tuple[str, ...]) -> Ended:
            return run_program(plain(words), trial.logs("1-killed"), disturb=killer)

    interrupt(trial, operation, lambda words: trial.note(run(words), f"{operation.name}, killed", is_killed=True))


def _killing_after(moment_s: float, *, is_alone: bool) -> Callable[[int, float], bool]:
    """Return what kills a program after a while: alone, so that its workers are orphans, or all of its session."""

    def kill(leader: int, seconds: float) -> bool:
        if seconds < moment_s:
            return False
        for process in [leader] if is_alone else session_of(leader):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        return True

    return kill


KILLS = Kind("kills", 240, _make)
