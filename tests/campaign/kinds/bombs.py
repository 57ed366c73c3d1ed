"""Inputs that cost far more than they weigh: each must end in a reason, and good scans beside it must be read."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from omr.results import PageOutcome
from omr.survey.folder import Survey
from tests.campaign.bomb_files import SCANS
from tests.campaign.kind import BAD_INPUT, DONE, MACHINE, Kind, Trial
from tests.campaign.processes import run_program

_LIMIT_S = 200.0
_AREAS = 20_000
_LETTERS = 40_000
_DEPTH = 100_000


def _scan_bomb(name: str) -> Callable[[Trial], None]:
    def make(trial: Trial) -> None:
        scans = trial.place / "scans"
        scans.mkdir()
        SCANS[name](scans / name)
        _read_beside_a_good_one(trial, scans)

    return make


def _named_pipe(trial: Trial) -> None:
    scans = trial.place / "scans"
    scans.mkdir()
    os.mkfifo(scans / "pipe.pdf")
    _read_beside_a_good_one(trial, scans, scans / "pipe.pdf")


def _read_beside_a_good_one(trial: Trial, scans: Path, *named: Path) -> None:
    """Read a folder with a bad scan and a good one; files are named as well where a folder would pass over them."""
    good = min(trial.scene.pile.glob("*.jpg"))
    shutil.copyfile(good, scans / "good.jpg")
    survey = trial.scene.copy_survey(trial.place, is_read=False)
    words = ("main.py", "read", str(survey), *map(str, named), str(scans))
    ended = run_program(words, trial.logs("read"), limit_s=_LIMIT_S, is_measured=True)
    trial.note(ended, f"read {[path.name for path in scans.iterdir()]}")
    if ended.is_hung:
        return
    with Survey.open(survey) as opened:
        pages = opened.pages()
    outcomes = {page.source: page.outcome for page in pages}
    if outcomes.get("good.jpg") is not PageOutcome.READ:
        trial.lost([f"the good scan beside it was not read: {outcomes}"])
    if len(outcomes) < 2:
        trial.lost([f"the bad scan is not in the list: {outcomes}"])


def _areas_on_one_spot(trial: Trial) -> None:
    layout = json.loads(trial.scene.layout.read_text(encoding="utf-8"))
    area = layout["pages"][0]["areas"][0]
    layout["pages"][0]["areas"] = [{**area, "option": str(number)} for number in range(_AREAS)]
    _import(trial, json.dumps(layout))


def _deep_json(trial: Trial) -> None:
    _import(trial, "[" * _DEPTH + "]" * _DEPTH)


def _long_number(trial: Trial) -> None:
    text = trial.scene.layout.read_text(encoding="utf-8")
    _import(trial, text.replace('"w_mm": 4', f'"w_mm": {"4" * 5000}', 1))


def _import(trial: Trial, layout: str) -> None:
    path = trial.place / "layout.json"
    path.write_text(layout, encoding="utf-8")
    page, out = str(trial.scene.layout.with_name("blank.png")), str(trial.place / "form")
    words = ("main.py", "template", "import", str(path), "--page", page, "--out", out)
    _run(trial, words, "import")


def _deep_toml(trial: Trial) -> None:
    _check_template(trial, "a = " + "[" * _DEPTH + "]" * _DEPTH)


def _dotted_keys(trial: Trial) -> None:
    _check_template(trial, '"" = 1\n"x.y" = 1\n[a]\n"".b = 2\n"c.d"."e" = [1]\n')


def _check_template(trial: Trial, text: str) -> None:
    shutil.copytree(trial.scene.template, trial.place / "form")
    with (trial.place / "form" / "template.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    _run(trial, ("main.py", "template", "check", str(trial.place / "form")), "check")
    survey = trial.scene.copy_survey(trial.place)
    with (survey / "survey.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    _run(trial, ("main.py", "status", str(survey)), "status")


def _long_name(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place)
    settings = survey / "survey.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"Khảo sát"', f'"{"Khảo" * (_LETTERS // 4)}"'), encoding="utf-8")
    for ending in (".pdf", ".xlsx"):
        _run(trial, ("main.py", "export", str(survey), "--out", str(trial.place / f"out{ending}")), f"export {ending}")


def _long_field(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place)
    with (survey / "units.csv").open("a", encoding="utf-8") as file:
        file.write(f"0917,{'x' * 200_000},commune,,\n")
    for words in (("status",), ("export", "--out", str(trial.place / "out.pdf"))):
        _run(trial, ("main.py", words[0], str(survey), *words[1:]), words[0])


def _run(trial: Trial, words: tuple[str, ...], what: str) -> None:
    ended = run_program(words, trial.logs(what), limit_s=_LIMIT_S, is_measured=True)
    trial.note(ended, what, codes=(DONE, BAD_INPUT, MACHINE))


_BOMBS: tuple[Callable[[Trial], None], ...] = (
    *(_scan_bomb(name) for name in SCANS),
    _named_pipe,
    _areas_on_one_spot,
    _deep_json,
    _long_number,
    _deep_toml,
    _dotted_keys,
    _long_name,
    _long_field,
)


def _make(trial: Trial) -> None:
    _BOMBS[trial.number % len(_BOMBS)](trial)


BOMBS = Kind("bombs", len(_BOMBS), _make)
