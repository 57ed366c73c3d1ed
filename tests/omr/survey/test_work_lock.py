"""One reader and one printer at a time: who comes second learns who, where and since when; nothing stays locked."""

import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from omr.batches.batch import read_batch
from omr.errors import BeingPrinted, BeingRead
from omr.forms.issuing import issue_forms
from omr.survey.work_lock import Work, working_alone

_HOLDS = """
import sys, time
from pathlib import Path
from omr.survey.work_lock import Work, working_alone
with working_alone(Path(sys.argv[1]), Work.READING):
    print("held", flush=True)
    time.sleep(600)
"""


def test_that_a_second_reader_learns_who_reads_where_and_since_when(survey, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"x")

    with working_alone(survey.folder, Work.READING), pytest.raises(BeingRead) as told:
        read_batch(survey, [tmp_path / "a.jpg"], jobs=1)

    assert (told.value.machine, told.value.process) == (platform.node(), os.getpid())
    assert f"on {platform.node()} since 20" in str(told.value)
    assert survey.store.batches.all() == []


def test_that_a_second_printer_is_refused_and_takes_no_serials(survey, tmp_path):
    with working_alone(survey.folder, Work.PRINTING), pytest.raises(BeingPrinted):
        issue_forms(survey, tmp_path / "forms.pdf", ["09163"], 2)

    assert survey.store.issued.copies() == {}
    assert not (tmp_path / "forms.pdf").exists()


def test_that_a_lock_is_free_when_the_process_that_held_it_was_killed(survey):
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(survey.folder)], stdout=subprocess.PIPE, cwd=root, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        with pytest.raises(BeingRead) as told, working_alone(survey.folder, Work.READING):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()

    assert told.value.process == process.pid
    with working_alone(survey.folder, Work.READING):
        note = json.loads((survey.folder / ".locks" / "read.json").read_text(encoding="utf-8"))
    assert note["process"] == os.getpid()


def test_that_surveys_and_kinds_of_work_do_not_stop_each_other(survey, tmp_path):
    (tmp_path / "other").mkdir()

    with (
        working_alone(survey.folder, Work.READING),
        working_alone(survey.folder, Work.PRINTING),
        working_alone(tmp_path / "other", Work.READING),
    ):
        assert (survey.folder / ".locks").is_dir()


def test_that_a_note_nobody_can_read_still_gives_a_sentence(survey):
    with working_alone(survey.folder, Work.READING):
        (survey.folder / ".locks" / "read.json").write_text("{", encoding="utf-8")
        with (
            pytest.raises(BeingRead, match="Scans are being read into") as told,
            working_alone(survey.folder, Work.READING),
        ):
            pass

    assert told.value.machine == "?"
