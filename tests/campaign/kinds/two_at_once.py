"""Several programs on one survey at the same moment; one that must not is turned away with a sentence."""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tests.campaign.facts import broken_promises, differences, survey_facts
from tests.campaign.kind import DONE, MACHINE, Kind, Trial
from tests.campaign.processes import Ended, run_program
from tests.campaign.program import plain
from tests.campaign.scene import UNITS

Words = tuple[str, ...]


def _two_readers(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place, is_read=False)
    read = ("main", "read", str(survey), str(trial.scene.pile), "--jobs", "1")
    ended = _run_at_once(trial, [read] * trial.rng.choice((2, 3)))
    if not any(each.code == DONE for each in ended):
        trial.lost(["nobody was allowed to read"])
    trial.lost(broken_promises(survey))
    trial.lost(differences(trial.scene.facts, survey_facts(survey)))


def _three_printers(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place, is_read=False)
    prints: list[Words] = [
        ("main", "print", str(survey), "--out", str(trial.place / f"{number}.pdf"), "--unit", UNITS[0].code)
        for number in range(3)
    ]
    before = _issues(survey)
    ended = _run_at_once(trial, prints)
    written = sum(1 for number in range(3) if (trial.place / f"{number}.pdf").exists())
    done = sum(1 for each in ended if each.code == DONE)
    if written != done or _issues(survey) - before != done:
        trial.lost([f"{done} were printed, {written} files lie there, {_issues(survey) - before} runs are noted"])
    trial.lost(broken_promises(survey))


def _two_deciders(trial: Trial) -> None:
    survey = trial.scene.copy_survey(trial.place)
    what = trial.rng.choice(("review", "recheck"))
    _run_at_once(trial, [("decide", str(survey), what, name) for name in ("Lan", "Minh")])
    trial.lost(broken_promises(survey))


def _all_at_once(trial: Trial) -> None:
    """Somebody reads, somebody decides, somebody exports, somebody looks."""
    survey = trial.scene.copy_survey(trial.place)
    more = trial.place / "more"
    more.mkdir()
    again = more / "again.jpg"
    again.write_bytes(min(trial.scene.pile.glob("*.jpg")).read_bytes())
    ended = _run_at_once(
        trial,
        [
            ("main", "read", str(survey), str(more), "--jobs", "1"),
            ("decide", str(survey), "review", "Lan"),
            ("main", "export", str(survey), "--out", str(trial.place / "out.csv")),
            ("main", "status", str(survey)),
        ],
    )
    if any(each.code for each in ended):
        trial.lost([f"reading, deciding, exporting and looking at once: exit codes {[each.code for each in ended]}"])
    trial.lost(broken_promises(survey))
    names = {name.rpartition(" (")[0] for name in survey_facts(survey)}
    if "page 1 of again.jpg" not in names:
        trial.lost(["the page that was delivered meanwhile is missing"])


def _run_at_once(trial: Trial, all_words: Sequence[Words]) -> list[Ended]:
    """Run several at the same moment, and note how each ended; being turned away is a sentence like any other."""
    with ThreadPoolExecutor(len(all_words)) as threads:
        runs = [
            threads.submit(run_program, plain(words), trial.logs(f"{number}-{words[1]}"), limit_s=180.0)
            for number, words in enumerate(all_words)
        ]
        ended = [run.result() for run in runs]
    for words, each in zip(all_words, ended, strict=True):
        trial.note(each, f"{words[0]} {words[1]} at once with others", codes=(DONE, MACHINE))
    return ended


def _issues(survey: Path) -> int:
    with closing(sqlite3.connect(survey / "survey.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM issue").fetchone()[0])


_STORIES: tuple[Callable[[Trial], None], ...] = (_two_readers, _three_printers, _two_deciders, _all_at_once)


def _make(trial: Trial) -> None:
    _STORIES[trial.number % len(_STORIES)](trial)


TWO_AT_ONCE = Kind("two-at-once", 40, _make)
