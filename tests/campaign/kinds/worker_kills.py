"""Workers ended from outside while a batch is read, as a system that is out of memory does; then read again."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

from tests.campaign.interrupting import interrupt, undisturbed
from tests.campaign.kind import DONE, MACHINE, Kind, Trial
from tests.campaign.operations import READ
from tests.campaign.processes import children_of, run_program
from tests.campaign.program import plain

_MOST_KILLS = 5


def _make(trial: Trial) -> None:
    """The batch must end, if only by saying that workers cannot start; reading again must give every answer."""
    usual = undisturbed(trial, READ)
    READ.prepare(trial.scene, trial.place, 0)
    count = trial.rng.randint(1, _MOST_KILLS)
    moments = sorted(trial.rng.uniform(0.3, 1.3) * usual.seconds for _ in range(count))

    def run(words: tuple[str, ...]) -> None:
        ended = run_program(plain(words), trial.logs("1-disturbed"), disturb=_killing_workers(trial, moments))
        trial.note(ended, f"read, {count} workers killed", codes=(DONE, MACHINE))

    interrupt(trial, READ, run)


def _killing_workers(trial: Trial, moments: list[float]) -> Callable[[int, float], bool]:
    """Return what kills a worker at each of the moments, as soon as there is one."""

    def kill(leader: int, seconds: float) -> bool:
        if moments and seconds >= moments[0] and (workers := children_of(leader)):
            with suppress(ProcessLookupError):
                os.kill(trial.rng.choice(workers), signal.SIGKILL)
            moments.pop(0)
        return not moments

    return kill


WORKER_KILLS = Kind("worker-kills", 30, _make)
