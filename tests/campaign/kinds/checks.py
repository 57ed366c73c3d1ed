"""A survey checked and mended: whole is called whole, damaged is not, and mending makes nothing worse."""

from pathlib import Path

from tests.campaign.facts import Facts, broken_promises, differences, survey_facts
from tests.campaign.fuzz.database_damage import damage_pages
from tests.campaign.kind import BAD_INPUT, DONE, MACHINE, Kind, Trial
from tests.campaign.processes import Ended, run_program

_ENDS = (DONE, BAD_INPUT, MACHINE)


def _make(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place)
    if _run(trial, "1-check", survey).code != DONE:
        trial.lost(["a whole survey is said to be damaged"])
    is_database = trial.number % 2 == 0
    if is_database:
        damage_pages(survey / "survey.db", trial.rng)
    else:
        scan = trial.rng.choice(sorted((survey / "scans").iterdir()))
        scan.write_bytes(scan.read_bytes()[: trial.rng.randrange(scan.stat().st_size)])
    before = _facts(survey)
    if _run(trial, "2-check", survey).code == DONE and (lost := _harm(trial, survey)):
        trial.lost(lost, "said to be whole")
    mended = _run(trial, "3-mend", survey, "--mend", "--originals", str(trial.scene.pile))
    after = _facts(survey)
    trial.lost(f"{name} was there before mending" for name in before if name not in after)
    if mended.code == DONE or not is_database:
        trial.lost(_harm(trial, survey), "mended")


def _run(trial: Trial, name: str, survey: Path, *options: str) -> Ended:
    ended = run_program(("main.py", "check", str(survey), *options), trial.logs(name))
    trial.note(ended, name, codes=_ENDS)
    return ended


def _facts(survey: Path) -> Facts:
    """Return what can still be read of a survey; nothing where it cannot be opened."""
    try:
        return survey_facts(survey)
    except Exception:  # noqa: BLE001 - a damaged survey, read without the care of a command
        return {}


def _harm(trial: Trial, survey: Path) -> list[str]:
    facts = _facts(survey)
    broken = list(broken_promises(survey)) if facts else []
    return broken + differences(trial.scene.facts, facts)


CHECKS = Kind("checks", 24, _make)
