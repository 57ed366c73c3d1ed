"""A short campaign, a second or two of each kind; and the campaign notices what it seeks, else it would say nothing."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest

from tests.campaign.campaign import Plan, wanted_attempts
from tests.campaign.deciding import decide
from tests.campaign.disturbance import KILL
from tests.campaign.facts import broken_promises, differences, survey_facts
from tests.campaign.findings import Attempt, Fault, Finding
from tests.campaign.fuzz.loop import rng_of, run
from tests.campaign.fuzz.mutations import mutate_bytes, mutate_json, mutate_text
from tests.campaign.fuzz.targets import TARGETS
from tests.campaign.kind import Kind, Trial, make_attempt
from tests.campaign.kinds.fuzz import ending_what_hangs, fuzz_kind
from tests.campaign.kinds.kills import kill_at
from tests.campaign.kinds.sockets import SOCKETS, sockets_of
from tests.campaign.kinds.two_at_once import TWO_AT_ONCE
from tests.campaign.operations import PRINT, Operation
from tests.campaign.processes import Ended, run_program
from tests.campaign.program import disturbed
from tests.campaign.scene import Scene, make_scene
from tests.campaign.table import Row, table_lines

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the campaign asks /proc and sends signals")

TWO_DECIDERS = 2  # place among the stories of several at once


@pytest.fixture(scope="session")
def scene(tmp_path_factory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("campaign") / "scene", respondents=1)


@pytest.fixture
def trial(scene, tmp_path) -> Trial:
    place = tmp_path / "place"
    place.mkdir()
    return Trial(scene, "test", 1, 0, place)


def _killed(operation: Operation, at: int) -> Kind:
    return Kind(f"{operation.name} killed at {at}", 1, lambda trial: kill_at(trial, operation, at))


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (_killed(PRINT, 16), 0),
        (TWO_AT_ONCE, TWO_DECIDERS),
        (fuzz_kind("tiff", 20, 1), 0),
    ],
    ids=lambda each: each.name if isinstance(each, Kind) else str(each),
)
def test_that_nothing_is_lost_and_nothing_hangs(scene, tmp_path, kind, number):
    attempt = make_attempt(kind, scene, 1, number, tmp_path / "attempt")

    assert attempt.findings == ()


@pytest.mark.parametrize("target", ["template", "layout", "settings", "units", "crosswalk", "database"])
def test_that_changed_files_end_in_a_sentence(scene, tmp_path, target):
    place = tmp_path / "work"
    place.mkdir()

    run(TARGETS[target](scene, place), target, 1, range(6))

    assert (tmp_path / "faults.jsonl").read_text(encoding="utf-8") == ""


def test_that_the_whole_way_opens_no_socket(scene, tmp_path):
    attempt = make_attempt(SOCKETS, scene, 1, 0, tmp_path / "attempt")

    assert attempt.findings == ()


def test_that_a_lost_decision_page_and_scan_are_noticed(scene, trial):
    survey = scene.copy_survey(trial.place)
    next(path for path in (survey / "scans").iterdir() if path.suffix == ".jpg").write_bytes(b"cut")
    with closing(sqlite3.connect(survey / "survey.db")) as connection:
        connection.execute("DELETE FROM item_reading WHERE page_id = 1 AND item_id = 's1'")
        connection.execute("UPDATE batch SET state = 'reading'")
        connection.commit()

    assert [fact.partition(":")[0] for fact in differences(scene.facts, survey_facts(survey))] == [
        "page 1 of 0-form-00001-p1.jpg (1)"
    ]
    assert [fact.split()[0] for fact in broken_promises(survey)] == ["scan", "batch"]


def test_that_a_serial_that_was_issued_twice_is_noticed(scene, trial):
    survey = scene.copy_survey(trial.place)
    with closing(sqlite3.connect(survey / "survey.db")) as connection:
        connection.execute("INSERT INTO issue VALUES (NULL, '09163', 3, 2, '', '', 0)")
        connection.commit()

    assert list(broken_promises(survey)) == ["serial ('09163', 3) was issued 2 times"]


def test_that_an_answer_that_is_accepted_twice_is_noticed(scene, trial):
    survey = scene.copy_survey(trial.place)
    decide(str(survey), "accept", "Lan")
    decide(str(survey), "accept", "Minh")  # finds nothing left to accept
    assert list(broken_promises(survey)) == []
    with closing(sqlite3.connect(survey / "survey.db")) as connection:
        columns = "page_id, item_id, answer, p_wrong, decisions, changed, parameters, operator, decided_at"
        first = f"SELECT {columns} FROM acceptance WHERE page_id = 1 LIMIT 1"
        connection.execute(f"INSERT INTO acceptance ({columns}) {first}")
        connection.commit()

    assert [fact.split()[-5:] for fact in broken_promises(survey)] == [["rows", "of", "acceptance", "in", "force"]]


@pytest.mark.parametrize(
    ("source", "limit_s", "faults"),
    [
        ("import time; time.sleep(60)", 0.3, [Fault.HANG]),
        ("1 / 0", 60.0, [Fault.TRACEBACK]),
        ("import os; os.abort()", 60.0, [Fault.TRACEBACK]),
        ("import sys; sys.exit(4)", 60.0, [Fault.LOST]),
        ("print('done')", 60.0, []),
    ],
    ids=["hang", "exception", "crash", "no sentence", "sound"],
)
def test_that_an_end_that_must_not_be_is_noticed(trial, source, limit_s, faults):
    trial.note(run_program(("-c", source), trial.logs("run"), limit_s=limit_s), "it", codes=(0, 4))

    assert [each.fault for each in trial.findings] == faults


def test_that_memory_of_what_a_program_starts_counts_wherever_it_runs(trial):
    child = "import time; held = bytearray(200 << 20); time.sleep(1)"
    source = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], start_new_session=True)"

    assert run_program(("-c", source), trial.logs("run"), is_measured=True).peak_mb > 200


def test_that_a_process_left_behind_and_too_much_memory_are_noticed(trial):
    trial.note(Ended(0, "", "", 1.0, left_behind=("sleep 60",)), "it")
    trial.note(Ended(0, "", "", 1.0, peak_mb=1600.0), "it")

    assert [each.fault for each in trial.findings] == [Fault.HANG, Fault.MEMORY]


def test_that_a_program_is_killed_at_the_touch_that_was_asked_for(scene, trial):
    survey = scene.copy_survey(trial.place)

    ended = run_program(disturbed(("main", "status", str(survey)), trial.place, KILL, 3), trial.logs("run"))

    assert ended.code == -signal.SIGKILL


def test_that_an_input_that_takes_too_long_is_ended_with_its_process(tmp_path):
    (tmp_path / "at.txt").write_text("7", encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as sleeping:
        look = ending_what_hangs(tmp_path)
        first, later = look(sleeping.pid, 50.0), look(sleeping.pid, 79.0)
        (tmp_path / "at.txt").write_text("8", encoding="utf-8")
        another, too_long = look(sleeping.pid, 100.0), look(sleeping.pid, 131.0)

    assert (first, later, another, too_long) == (False, False, False, True)
    assert sleeping.returncode == -signal.SIGKILL


def test_that_a_socket_is_noticed(trial):
    seen = sockets_of(trial, "-c", "import socket; socket.socket().close()")

    assert len(seen) == 1


def test_that_an_input_follows_from_its_seed_and_number_alone():
    good = json.dumps({"a": [1, 2, {"b": "text"}]}).encode()
    for mutate in (mutate_bytes, mutate_text, mutate_json):
        made = [mutate(good, rng_of("x", 3, number)) for number in range(50)]

        assert made == [mutate(good, rng_of("x", 3, number)) for number in range(50)]
        assert len(set(made)) > 25


@pytest.mark.parametrize("mutate", [mutate_bytes, mutate_text, mutate_json])
def test_that_nothing_breaks_the_mutations_themselves(mutate):
    rng = random.Random(2)
    for good in (b"{}", b'{"a": []}', b"[1]"):
        for _ in range(200):
            mutate(good, rng)


def _nothing(trial: Trial) -> None:
    pass


def test_that_the_table_counts_what_was_found():
    row = Row("kills")
    row.add(Attempt("kills", 0, 1, (Finding(Fault.LOST, "x"), Finding(Fault.HANG, "y")), 2.0, 10.0, 30.0))
    row.add(Attempt("kills", 1, 1500, (), 1.0, 20.0, 60.0))

    assert not row.is_clean
    assert table_lines([row]) == [
        "kind  | tries | facts lost | tracebacks | hangs | worst seconds | peak MB | minutes",
        "kills | 1,501 |          1 |          0 |     1 |           2.0 |      20 |     1.5",
    ]


def test_that_a_campaign_ends_in_time_with_the_same_part_of_every_kind(tmp_path, monkeypatch):
    made = Counter()
    clock = iter(range(10_000))
    monkeypatch.setattr("tests.campaign.campaign.time.monotonic", lambda: float(next(clock)))
    slow = [Kind(name, attempts, _nothing) for name, attempts in (("often", 3000), ("seldom", 600))]
    plan = Plan(slow, 1, 5.0, 1, tmp_path)

    for kind, _ in wanted_attempts(plan):
        made[kind.name] += 1

    assert made.total() == 299  # five minutes, a second each, the first look included
    assert made["often"] / made["seldom"] == pytest.approx(5, abs=0.1)
