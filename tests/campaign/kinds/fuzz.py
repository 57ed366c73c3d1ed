"""Changed inputs by the hundred, in a process that is ended when one takes too long or too much.

What ends the process of a scan is no fault yet, for workers may die: the same input is then read by the command line,
which must list it and end.
"""

import json
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

from tests.campaign.findings import Fault, Finding
from tests.campaign.fuzz.targets import TARGETS, ScanTarget
from tests.campaign.kind import Kind, Trial
from tests.campaign.processes import Ended, run_program

_HANG_S = 30.0  # for one input; the first includes the start of Python
_SCAN_S = 100.0  # a page has a minute, and the program must start and end
_MOST_DEATHS = 5  # in an attempt; then the rest of it is left out


def fuzz_kind(target: str, inputs: int, attempts: int) -> Kind:
    """Return the kind that gives changed inputs to a target, ``inputs`` in an attempt."""
    return Kind(f"fuzz-{target}", attempts, lambda trial: _make(trial, target, inputs), fills_time=True)


def _make(trial: Trial, name: str, inputs: int) -> None:
    first, end = trial.number * inputs, (trial.number + 1) * inputs
    place = trial.place
    for death in range(_MOST_DEATHS):
        words = (name, str(trial.scene.folder), str(place), str(trial.seed), str(first), str(end - first))
        (place / "at.txt").write_text(str(first), encoding="utf-8")
        ended = run_program(
            ("-m", "tests.campaign.fuzz.loop", *words),
            trial.logs(f"{death}"),
            limit_s=_HANG_S * inputs,
            disturb=ending_what_hangs(place),
            is_measured=True,
        )
        trial.peak_mb = max(trial.peak_mb, ended.peak_mb)
        at = int((place / "at.txt").read_text(encoding="utf-8"))
        if at >= end:
            trial.worst_s = max(trial.worst_s, float((place / "worst.txt").read_text(encoding="utf-8")))
            break
        _note_death(trial, name, at, ended)
        first = at + 1
    trial.tries = max(first, at) - trial.number * inputs
    _note_faults(trial)


def ending_what_hangs(place: Path) -> Callable[[int, float], bool]:
    """Return what kills a loop that has had the same input in hand for too long, see ``run_program``."""
    in_hand, since = "", 0.0

    def look(leader: int, seconds: float) -> bool:
        nonlocal in_hand, since
        at = (place / "at.txt").read_text(encoding="utf-8")
        if at != in_hand:
            in_hand, since = at, seconds
        is_hung = seconds - since > _HANG_S
        if is_hung:
            os.kill(leader, signal.SIGKILL)
        return is_hung

    return look


def _note_death(trial: Trial, name: str, number: int, ended: Ended) -> None:
    """Note that an input ended the process, or was ended with it."""
    kept = trial.place / f"input-{number}"
    shutil.copytree(trial.place / "work", kept, dirs_exist_ok=True)
    if not issubclass(TARGETS[name], ScanTarget):
        is_hang = ended.code == -9
        fact = (
            f"input {number}: no end in {_HANG_S:.0f} s"
            if is_hang
            else f"input {number}: exit {ended.code}: {ended.err}"
        )
        trial.findings.append(Finding(Fault.HANG if is_hang else Fault.TRACEBACK, fact))
        return
    survey = trial.scene.copy_survey(trial.place / f"s-{number}", is_read=False)
    scan = next(kept.glob("input-*"))
    again = run_program(
        ("main.py", "read", str(survey), str(scan), "--jobs", "1"),
        trial.logs(f"read-{number}"),
        limit_s=_SCAN_S,
        is_measured=True,
    )
    trial.note(again, f"read input {number}")
    shutil.rmtree(survey.parent)


def _note_faults(trial: Trial) -> None:
    path = trial.place / "faults.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        fault = json.loads(line)
        trial.findings.append(Finding(Fault.TRACEBACK, f"input {fault['number']}:\n{fault['traceback']}"))
    shutil.rmtree(trial.place / "work", ignore_errors=True)


FUZZ = (
    fuzz_kind("png", 400, 80),
    fuzz_kind("jpeg", 400, 50),
    fuzz_kind("tiff", 400, 30),
    fuzz_kind("pdf", 200, 30),
    fuzz_kind("template", 400, 30),
    fuzz_kind("layout", 400, 5),
    fuzz_kind("settings", 400, 12),
    fuzz_kind("units", 400, 12),
    fuzz_kind("crosswalk", 4000, 8),
    fuzz_kind("database", 200, 20),
)
DAMAGED_PAGES = Kind("damaged-pages", 20, lambda trial: _make(trial, "pages", 50))
