"""Kept scans emptied, cut, replaced or removed: reading the same originals again restores them, no answer is lost."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.campaign.facts import broken_promises, differences, survey_facts
from tests.campaign.kind import DONE, Kind, Trial
from tests.campaign.processes import run_program


def _empty(scan: Path, _rng: random.Random) -> None:
    scan.write_bytes(b"")


def _cut(scan: Path, rng: random.Random) -> None:
    scan.write_bytes(scan.read_bytes()[: rng.randrange(scan.stat().st_size)])


def _replace(scan: Path, _rng: random.Random) -> None:
    shutil.copyfile(next(other for other in scan.parent.iterdir() if other != scan), scan)


def _remove(scan: Path, _rng: random.Random) -> None:
    scan.unlink()


_WAYS: tuple[Callable[[Path, random.Random], None], ...] = (_empty, _cut, _replace, _remove)


def _make(trial: Trial) -> None:
    """Damage some; every second time before anything of them was read."""
    survey = trial.scene.copy_survey(trial.place)
    is_read = trial.number % 2 == 0
    if not is_read:
        kept = survey / "scans"
        survey = trial.scene.copy_survey(trial.place / "unread", is_read=False)
        shutil.copytree(kept, survey / "scans", dirs_exist_ok=True)
    scans = sorted((survey / "scans").iterdir())
    for scan in trial.rng.sample(scans, trial.rng.randint(1, len(scans) - 1)):
        trial.rng.choice(_WAYS)(scan, trial.rng)
    ended = run_program(("main.py", "read", str(survey), str(trial.scene.pile), "--jobs", "1"), trial.logs("read"))
    trial.note(ended, "read again")
    if ended.code == DONE:
        trial.lost(broken_promises(survey))
        trial.lost(differences(trial.scene.facts, survey_facts(survey)))


KEPT_SCANS = Kind("kept-scans", 24, _make)
