"""Folders and files with names that databases, consoles and other systems trip over; no survey writes into another."""

import os
import shutil
from pathlib import Path

from omr.survey.folder import Survey
from tests.campaign.kind import BAD_INPUT, DONE, MACHINE, Kind, Trial
from tests.campaign.processes import run_program

_NAMES = (
    "Dot 1", "Dot%201", "a?b", "a#b", "a&b=c", "a;b", "'quoted\"", "Khảo sát", "Kha\u0309o sa\u0301t", "dot.", " lead",
    "x" * 200, "-dash", "new\nline", "bell\a", "💬", "sqlite:", "%00", "$HOME", "~", "%", "a\\b",
    os.fsdecode(b"latin-\xe9"),
)  # fmt: skip


def _make(trial: Trial) -> None:
    """Two surveys, of which one name is odd and the other looks like it: pages go where they were sent."""
    name = _NAMES[trial.number % len(_NAMES)]
    like = name.replace("%20", " ") if "%20" in name else name.split("?")[0].split("#")[0] + "-"
    other = trial.place / like
    shutil.copytree(trial.scene.unread_survey, other)
    scans = trial.place / "scans"
    scans.mkdir()
    scan = scans / f"{name[:100]}.jpg"
    shutil.copyfile(min(trial.scene.pile.glob("*.jpg")), scan)
    survey, out = trial.place / name, trial.place / f"{name[:100]}.csv"
    steps = (
        ("new", str(survey), "--template", str(trial.scene.template), "--units", str(trial.scene.units)),
        ("read", str(survey), str(scan), "--jobs", "1"),
        ("export", str(survey), "--out", str(out)),
        ("status", str(survey)),
    )
    codes = []
    for step in steps:
        ended = run_program(("main.py", *step), trial.logs(step[0]))
        trial.note(ended, f"{step[0]} {name!r}", codes=(DONE, BAD_INPUT, MACHINE))
        codes.append(ended.code)
    pages = {path: _page_count(path) for path in (survey, other)}
    if codes[0] == DONE and (any(codes) or pages[survey] != 1 or not out.exists()):
        trial.lost([f"{name!r}: exit codes {codes}, {pages[survey]} pages, exported: {out.exists()}"])
    if pages[other]:
        trial.lost([f"pages for {name!r} went into {like!r}"])


def _page_count(folder: Path) -> int:
    if not folder.exists():
        return 0
    with Survey.open(folder) as survey:
        return len(survey.pages())


ODD_NAMES = Kind("odd-names", len(_NAMES), _make)
