"""Reading many files: nothing lost, nothing twice, no bad page stops the rest, a kill at any moment does no harm."""

import io
import os
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from omr.batches.batch import read_batch
from omr.batches.conditions import present_conditions
from omr.batches.workers import Workers
from omr.errors import Cancelled, DiskFull, NothingToRead, UnknownUnit
from omr.results import AnswerStatus, PageOutcome, Reason
from omr.settings import ChangedTool, ReadingConditions, ReadingSettings, ReadingTool
from omr.simulation.accuracy import compare
from omr.survey.folder import Survey
from tests.omr.conftest import reads_here


def _answers(survey):
    """Everything that was read, as plain values."""
    return [
        (
            (page.batch, page.source, page.page_in_file, page.outcome, page.reason, page.identity),
            sorted((item, r.answer, r.p_wrong, sorted(r.flags)) for item, r in page.readings.items()),
        )
        for page in survey.pages()
    ]


def _jpeg(pixels):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def _copy(file, folder):
    """Copy a scan with a byte behind its end, so that it is another content."""
    folder.mkdir()
    (folder / file.name).write_bytes(file.read_bytes() + b"\0")
    return folder


@pytest.fixture(scope="module")
def read_survey(tmp_path_factory, read_pile):
    """The pile, read undisturbed by one worker."""
    with Survey.open(shutil.copytree(read_pile, tmp_path_factory.mktemp("read") / "s")) as survey:
        yield survey


def test_that_every_page_of_an_office_pile_is_read_and_nothing_wrong_is_accepted(read_survey, pile):
    accuracy = compare(pile, read_survey.pages())

    assert accuracy.pages_read == len(pile.pages) == 12
    assert accuracy.total.answers == 228
    assert accuracy.mistakes == ()
    assert accuracy.plain.right == accuracy.plain.answers


def test_that_pages_of_one_form_become_one_respondent_of_its_unit(read_survey, pile):
    responses = read_survey.responses()

    assert len(responses) == 6
    assert [response.unit for response in responses] == ["09163"] * 3 + ["09166"] * 3
    assert all(response.missing_pages == () for response in responses)


def test_that_the_readings_do_not_depend_on_the_number_of_workers(survey, read_survey, pile):
    read_batch(survey, [pile.folder], jobs=2)

    assert _answers(survey) == _answers(read_survey)


@reads_here
def test_that_reading_the_same_files_again_changes_nothing(tmp_path, read_pile, pile):
    with Survey.open(shutil.copytree(read_pile, tmp_path / "s")) as survey:
        before = _answers(survey)

        again = read_batch(survey, [pile.folder], jobs=1)

        assert _answers(survey) == before
        assert again.outcomes == {outcome: 12 if outcome is PageOutcome.READ else 0 for outcome in PageOutcome}
        assert len(list((survey.folder / "scans").iterdir())) == len(pile.files)


@reads_here
def test_that_the_same_scan_under_another_name_is_a_duplicate(tmp_path, survey, pile):
    scans = tmp_path / "scans"
    scans.mkdir()
    shutil.copy(pile.files[0], scans / "a.jpg")
    shutil.copy(pile.files[0], scans / "b.jpg")
    report = read_batch(survey, [scans], jobs=1)

    assert report.outcomes[PageOutcome.READ] == 1
    assert report.outcomes[PageOutcome.DUPLICATE] == 1
    assert [page.source for page in report.unread] == ["b.jpg"]
    assert len(survey.responses()) == 1


def test_that_bad_files_do_not_stop_the_batch_and_each_is_listed_with_its_reason(tmp_path, survey, pile):
    scans = tmp_path / "hồ sơ quét"
    scans.mkdir()
    for file in pile.files[:2]:
        shutil.copy(file, scans)
    whole = pile.files[2].read_bytes()
    rng = np.random.default_rng(3)
    noise = np.clip(rng.normal(250, 2, (3508, 2480)), 0, 255).astype(np.uint8)
    letter = noise.copy()
    for row in range(300, 3000, 60):
        letter[row : row + 18, 300:2100] = rng.choice([40, 250], (1, 1800), p=[0.4, 0.6]).astype(np.uint8)
    files = {
        "truncated.jpg": whole[: len(whole) // 2],
        "empty.pdf": b"",
        "text.jpg": b"not an image at all\n" * 10,
        "locked.pdf": _locked_pdf(),
        "bomb.png": _huge_png(),
        "blank.jpg": _jpeg(noise),
        "foreign.jpg": _jpeg(letter),
    }
    for name, data in files.items():
        (scans / name).write_bytes(data)
    report = read_batch(survey, [scans, scans / "nowhere.pdf"], jobs=2)

    found = {page.source: (page.outcome, page.reason) for page in report.unread}
    unreadable = PageOutcome.UNREADABLE
    assert found == {
        "truncated.jpg": (unreadable, Reason.FILE_TRUNCATED),
        "empty.pdf": (unreadable, Reason.FILE_EMPTY),
        "text.jpg": (unreadable, Reason.UNKNOWN_FORMAT),
        "locked.pdf": (unreadable, Reason.FILE_ENCRYPTED),
        "bomb.png": (unreadable, Reason.IMAGE_TOO_LARGE),
        "blank.jpg": (PageOutcome.BLANK, Reason.BLANK_PAGE),
        "foreign.jpg": (PageOutcome.FOREIGN, Reason.NO_FIDUCIALS),
        "nowhere.pdf": (unreadable, Reason.FILE_NOT_FOUND),
    }
    assert report.outcomes[PageOutcome.READ] == 2
    assert report.delivered == 10


@reads_here
def test_that_a_file_that_was_missing_is_read_once_it_is_there(tmp_path, survey, pile):
    late = tmp_path / "late.jpg"
    assert read_batch(survey, [late], jobs=1).outcomes[PageOutcome.UNREADABLE] == 1
    shutil.copy(pile.files[0], late)

    report = read_batch(survey, [late], jobs=1)

    assert report.outcomes[PageOutcome.READ] == 1
    assert len(survey.pages()) == 1


@reads_here
def test_that_pages_whose_kept_copy_was_damaged_are_read_when_the_original_comes_again(survey, pile, monkeypatch):
    def look_at_damaged(self, tasks, cancel, most):
        for task in tasks:
            task.page.path.write_bytes(task.page.path.read_bytes()[:1000])
            os.utime(task.page.path, (0, 0))  # a file system may not tell two moments apart that are this near
        return look_at(self, tasks, cancel, most)

    look_at = Workers.look_at
    with monkeypatch.context() as patch:
        patch.setattr(Workers, "look_at", look_at_damaged)
        first = read_batch(survey, [pile.files[0]], jobs=1)
    (before,) = survey.pages()

    again = read_batch(survey, [pile.files[0]], jobs=1)

    (after,) = survey.pages()
    assert [page.reason for page in first.unread] == [Reason.KEPT_COPY_DAMAGED]
    assert again.restored == (pile.files[0].name,)
    assert (again.outcomes[PageOutcome.READ], again.delivered) == (1, 1)
    assert before.page_id is None or before.page_id == after.page_id


@reads_here
def test_that_a_unit_named_for_the_pile_outranks_the_printed_one(survey, pile):
    read_batch(survey, [pile.files[0]], unit="09166", jobs=1)

    assert [response.unit for response in survey.responses()] == ["09166"]


def test_that_an_unknown_unit_is_refused_before_anything_is_taken_in(survey, pile):
    with pytest.raises(UnknownUnit):
        read_batch(survey, [pile.folder], unit="99999")

    assert survey.pages() == []
    assert list((survey.folder / "scans").iterdir()) == []


def test_that_a_folder_without_scans_is_refused(survey, tmp_path):
    (tmp_path / "leer").mkdir()
    (tmp_path / "leer" / "notes.txt").write_text("x", encoding="utf-8")

    with pytest.raises(NothingToRead):
        read_batch(survey, [tmp_path / "leer"])


@reads_here
def test_that_progress_ends_at_the_number_of_pages(survey, pile):
    seen = []
    read_batch(survey, list(pile.files[:3]), jobs=1, report=seen.append)

    assert [progress.done for progress in seen] == [1, 2, 3]
    assert seen[-1].total == 3
    assert seen[-1].remaining_s == pytest.approx(0.0)


def test_that_a_cancelled_batch_keeps_its_pages_and_goes_on_later(survey, read_survey, pile):
    cancel, files = threading.Event(), pile.files[:8]
    with pytest.raises(Cancelled):
        read_batch(survey, files, jobs=1, report=lambda _progress: cancel.set(), cancel=cancel)
    kept = len(survey.pages())
    read_batch(survey, files, jobs=1)

    assert 1 <= kept < 8
    assert _answers(survey) == _answers(read_survey)[:8]


@reads_here
def test_that_a_batch_goes_on_with_the_tolerance_it_was_begun_with(tmp_path, survey, read_survey, pile):
    cancel, files = threading.Event(), pile.files[:8]
    with pytest.raises(Cancelled):
        read_batch(survey, files, jobs=1, report=lambda _progress: cancel.set(), cancel=cancel)
    kept = len(survey.pages())
    survey.change_settings(replace(survey.settings, tolerance=1e-12))
    report = read_batch(survey, files, jobs=1)

    assert 1 <= kept < 8
    assert _answers(survey) == _answers(read_survey)[:8]
    assert report.changed_tools == ()
    survey.store.batches.start(ReadingConditions(ReadingSettings(tolerance=1e-12)))
    read_batch(survey, [_copy(pile.files[0], tmp_path / "more")], jobs=1)
    flagged = [item for item in survey.pages()[-1].readings.values() if item.flags]
    assert len(flagged) > 5  # with the other tolerance it does make a difference


@reads_here
def test_that_a_batch_that_goes_on_with_another_program_says_so_and_keeps_it(survey, pile):
    begun = replace(present_conditions(survey), program="0.0.9", renderer="21.01.0")
    number = survey.store.batches.start(begun)

    report = read_batch(survey, [pile.files[0]], jobs=1)

    now = present_conditions(survey)
    assert report.outcomes[PageOutcome.READ] == 1
    assert report.changed_tools == (
        ChangedTool(ReadingTool.PROGRAM, "0.0.9", now.program),
        ChangedTool(ReadingTool.RENDERER, "21.01.0", now.renderer),
    )
    assert survey.store.batches.conditions(number) == begun
    assert [each["program"] for each in survey.store.batches.other_conditions(number)] == [now.program]


@reads_here
def test_that_a_page_refused_for_want_of_a_program_is_read_when_it_is_there(survey, pile):
    read_batch(survey, list(pile.files[:2]), jobs=1)
    wanted = _answers(survey)
    with survey.store.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM item_reading WHERE page_id = 1")
        connection.exec_driver_sql(
            "UPDATE page SET outcome = 'unreadable', reason = 'renderer-missing', identity_source = '' WHERE id = 1"
        )
    refused = [page.reason for page in survey.pages()]

    report = read_batch(survey, list(pile.files[:2]), jobs=1)

    assert refused == [Reason.RENDERER_MISSING, None]
    assert report.pages_finished == 1
    assert _answers(survey) == wanted
    assert len(survey.store.batches.all()) == 1


@reads_here
def test_that_a_full_disk_stops_the_batch_and_keeps_what_was_read(survey, pile, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    read_batch(survey, [pile.files[0]], jobs=1)
    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(DiskFull):
        read_batch(survey, [pile.files[1]], jobs=1)

    assert [page.outcome for page in survey.pages()] == [PageOutcome.READ]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL does not exist on Windows")
@reads_here
@pytest.mark.parametrize("pages_before_kill", [0, 4])  # the campaign kills at many more moments
def test_that_a_killed_batch_run_again_ends_in_the_same_answers(
    tmp_path, empty_survey, read_survey, pile, pages_before_kill
):
    folder = shutil.copytree(empty_survey, tmp_path / "s")
    files = pile.files[:8]  # the forms of four respondents
    program = [sys.executable, "main.py", "read", str(folder), *map(str, files), "--jobs", "2"]
    running = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    _wait_for_pages(folder, pages_before_kill, running)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()

    with Survey.open(folder) as survey:
        read_batch(survey, files, jobs=1)

        assert _answers(survey) == _answers(read_survey)[:8]
        assert {s for page in survey.responses() for s in page.missing_pages} == set()
    assert not list((folder / "scans").glob(".*"))


@reads_here
def test_that_statuses_of_a_report_add_up_to_the_items_read(survey, pile):
    report = read_batch(survey, list(pile.files[:2]), jobs=1)
    items = len(list(survey.template.items()))

    assert report.answers[AnswerStatus.ACCEPTED] + report.answers[AnswerStatus.FLAGGED] == items


def _wait_for_pages(folder, count, running):
    """Wait until the database holds ``count`` pages (or, for 0, until the first scan was taken in)."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None:
        if count == 0 and list((folder / "scans").iterdir()):
            return
        if count and _page_count(folder) >= count:
            return
        threading.Event().wait(0.005)
    raise AssertionError("the batch ended before it could be killed")


def _page_count(folder):
    import sqlite3

    connection = sqlite3.connect(folder / "survey.db", timeout=5)
    try:
        return connection.execute("SELECT count(*) FROM page").fetchone()[0]
    finally:
        connection.close()


def _locked_pdf():
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(100, 100, "x")
    canvas.save()
    return buffer.getvalue()


def _huge_png():
    """A whole, valid picture of 30,000 x 30,000 px that compresses to a megabyte; Pillow takes ten times as long."""
    side, of_one_bit = 30_000, (1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(side * (1 + side // 8)), 1)
    parts = {b"IHDR": struct.pack(">IIBBBBB", side, side, *of_one_bit), b"IDAT": rows, b"IEND": b""}
    chunks = (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
