"""The whole way opens no network socket, in the program or in its workers."""

import os

from tests.campaign.kind import Kind, Trial
from tests.campaign.processes import ROOT, run_program

_HOOKS = ROOT / "tests" / "campaign" / "hooks"


def sockets_of(trial: Trial, *words: str) -> list[str]:
    """Run Python with arguments; returns what network sockets it and its workers made, a line each."""
    notes = trial.place / "sockets.txt"
    notes.touch()
    path = os.pathsep.join(filter(None, (str(_HOOKS), os.environ.get("PYTHONPATH"))))
    environment = {"PYTHONPATH": path, "PHIEU_CAMPAIGN_SOCKETS": str(notes)}
    ended = run_program(words, trial.logs("watched"), environment=environment)
    trial.note(ended, words[1])
    return notes.read_text(encoding="utf-8").splitlines()


def _make(trial: Trial) -> None:
    words = ("-m", "tests.campaign.whole_way", str(trial.scene.folder), str(trial.place))
    trial.lost(f"a socket was made: {each}" for each in sockets_of(trial, *words))


SOCKETS = Kind("sockets", 1, _make)
