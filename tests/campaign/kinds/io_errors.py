"""Every touch of disk or database fails in turn: with an I/O error, a full disk, a right that is missing."""

from tests.campaign.disturbance import ERRORS
from tests.campaign.interrupting import interrupt, undisturbed
from tests.campaign.kind import BAD_INPUT, DONE, MACHINE, Kind, Trial
from tests.campaign.operations import OPERATIONS
from tests.campaign.processes import run_program
from tests.campaign.program import disturbed

_STRIDE = 0.6180339887  # the golden ratio visits every part of a run early, and each touch once before any twice


def _make(trial: Trial) -> None:
    operation = OPERATIONS[trial.number % len(OPERATIONS)]
    usual = undisturbed(trial, operation)
    turn = trial.seed + trial.number // len(OPERATIONS)
    at, error = 1 + int(turn * _STRIDE % 1.0 * usual.touches), ERRORS[turn % len(ERRORS)]
    operation.prepare(trial.scene, trial.place, turn)

    def run(words: tuple[str, ...]) -> None:
        ended = run_program(disturbed(words, trial.place, error, at), trial.logs("1-failing"))
        trial.note(ended, f"{operation.name}, {error} at touch {at}", codes=(DONE, BAD_INPUT, MACHINE))

    interrupt(trial, operation, run)


IO_ERRORS = Kind("io-errors", 130, _make)
