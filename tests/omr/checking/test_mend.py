"""Mending brings back what can be brought back, and leaves what it cannot help as it was."""

import errno
import shutil
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from form_templates.model import ItemId
from omr.batches.kept_scans import content_hash_of
from omr.checking import mend, salvage
from omr.checking.check import check_survey
from omr.checking.damage import DamageKind
from omr.checking.first_page import with_new_first_page
from omr.checking.mend import mend_survey
from omr.checking.wording import mending_lines
from omr.errors import DiskFull, SurveyBusy
from omr.results import Verification
from omr.settings import ReadingSettings
from omr.store import schema
from omr.survey.folder import Survey
from tests.omr.checking.build import execute, fill, keep_scan, overwrite
from tests.omr.checking.test_check import NO_FILES


@pytest.fixture(autouse=True)
def _patient_enough(monkeypatch):
    """Give a table up sooner of which nothing can be read: those of these tests have a handful of rows."""
    monkeypatch.setattr(salvage, "_MOST_LOOKS", 20_000)


def _killed(*_):
    raise KeyboardInterrupt


def _everything(folder):
    with Survey.open(folder) as survey:
        return survey.pages(), survey.store.deliveries.all(), survey.store.issued.next_serials()


def _facts(folder):
    """Every page with its readings and decisions, as plain values."""
    pages, _, _ = _everything(folder)
    return [
        (
            page.source,
            page.page_in_file,
            page.outcome,
            sorted(page.readings.items()),
            sorted(page.verifications.items()),
        )
        for page in pages
    ]


def _page_of(path, table):
    """Return a page of a closed database file that holds rows of a table, counted from 0."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    return root - 1


def test_that_a_whole_survey_is_left_alone(survey):
    fill(survey)

    report = mend_survey(survey.folder)

    assert report.before is report.after
    assert list(mending_lines(report)) == ["nothing could be mended"]


@pytest.mark.parametrize("nonsense", [bytes(4096), b"\xa5" * 4096])
def test_that_nothing_is_lost_with_the_first_page_of_the_database(survey, nonsense):
    fill(survey)
    folder = survey.folder
    survey.close()
    before, facts = _everything(folder), _facts(folder)
    database = folder / "survey.db"
    database.write_bytes(nonsense + database.read_bytes()[4096:])

    report = mend_survey(folder)

    assert report.after.is_whole
    assert report.read_again is None
    assert _everything(folder) == before
    assert _facts(folder) == facts


def test_that_a_first_page_that_does_not_fit_is_not_believed(survey):
    fill(survey)
    database = survey.folder / "survey.db"
    survey.close()
    data = database.read_bytes()
    swapped = bytes(4096) + data[8192:12288] + data[4096:8192] + data[12288:]
    database.write_bytes(swapped)

    with with_new_first_page(database) as copy:
        assert copy is None

    assert database.read_bytes() == swapped
    assert not list(survey.folder.glob("phieu-mend-*"))


def test_that_without_the_original_the_scan_stays_damaged_and_is_said_to_be(survey):
    path = fill(survey)[0]
    path.write_bytes(b"half")
    survey.close()
    before = _facts(survey.folder)

    report = mend_survey(survey.folder)

    assert [damage.kind for damage in report.after.damages] == [DamageKind.SCAN_CHANGED]
    assert path.read_bytes() == b"half"
    assert _facts(survey.folder) == before


@pytest.mark.parametrize("table", ["item_reading", "page", "verification", "delivery"])
def test_that_what_a_damaged_page_held_comes_from_the_backup(survey, table):
    fill(survey)
    survey.back_up_if_due()
    survey.close()
    folder = survey.folder
    before = _everything(folder)
    overwrite(folder / "survey.db", _page_of(folder / "survey.db", table))
    damaged = (folder / "survey.db").read_bytes()

    report = mend_survey(folder)

    assert report.after.is_whole, report.after.damages
    assert _everything(folder) == before
    assert report.salvaged.from_backup[table] > 0
    assert report.kept.read_bytes() == damaged


def test_that_decisions_made_since_the_backup_are_read_out_of_the_damaged_database(survey):
    fill(survey)
    survey.back_up_if_due()
    late = keep_scan(survey, "late.jpg")
    page = next(page for page in survey.pages() if page.source == "late.jpg")
    survey.store.judgements.verify(page.page_id, ItemId("c01"), Verification(("5",), "Hoa", "2026-02-01T08:00:00"))
    survey.store.judgements.verify(page.page_id, ItemId("c01"), Verification(("3",), "Hoa", "2026-02-02T08:00:00"))
    survey.store.batches.finish(survey.store.batches.unfinished())
    survey.close()
    folder = survey.folder
    before = _facts(folder)
    overwrite(folder / "survey.db", _page_of(folder / "survey.db", "issue"))

    report = mend_survey(folder)

    assert report.after.is_whole, report.after.damages
    assert _facts(folder) == before
    assert late.is_file()


def test_that_a_missing_database_comes_from_the_backup(survey):
    fill(survey)
    survey.back_up_if_due()
    survey.close()
    before = _everything(survey.folder)
    (survey.folder / "survey.db").unlink()

    assert mend_survey(survey.folder).after.is_whole
    assert _everything(survey.folder) == before


def test_that_a_backup_of_another_history_is_not_mixed_in(survey):
    fill(survey)
    survey.back_up_if_due()
    survey.close()
    folder = survey.folder
    backup = next((folder / "backups").iterdir())
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("UPDATE page SET content_hash = 'f' || substr(content_hash, 2) WHERE id = 2")
        connection.execute(
            "INSERT INTO verification SELECT 77, page_id, 'c02', answer, operator, decided_at, '', "
            "NULL, NULL FROM verification WHERE id = 2"
        )
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.commit()
    before = _facts(folder)
    overwrite(folder / "survey.db", _page_of(folder / "survey.db", "issue"))

    report = mend_survey(folder)

    assert report.salvaged.backup is None
    assert _facts(folder) == before


def test_that_a_survey_that_is_in_use_is_not_touched(survey):
    fill(survey)
    survey.close()
    folder = survey.folder
    execute(survey, "DROP TABLE claim")
    before = (folder / "survey.db").read_bytes()
    with closing(sqlite3.connect(folder / "survey.db")) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(SurveyBusy):
            mend_survey(folder)

    assert (folder / "survey.db").read_bytes() == before


def test_that_a_file_that_only_a_person_can_mend_stops_mending_before_it_begins(survey):
    fill(survey)[0].unlink()
    survey.close()
    (survey.folder / "survey.toml").write_text("name = 1", encoding="utf-8")

    report = mend_survey(survey.folder)

    assert report.before is report.after
    assert not (survey.folder / "backups").exists()


def test_that_the_new_database_has_every_index_of_a_new_survey(survey):
    fill(survey)
    survey.close()
    execute(survey, "DROP TABLE claim")

    mend_survey(survey.folder)

    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {index.name for table in schema.metadata.sorted_tables for index in table.indexes} <= names


def test_that_pages_that_are_lost_or_wrong_and_scans_that_are_damaged_become_what_they_were(tmp_path, read_pile, pile):
    folder = shutil.copytree(read_pile, tmp_path / "s")
    before = _facts(folder)
    gone, emptied, renamed = sorted((folder / "scans").iterdir())[:3]
    gone.unlink()
    emptied.write_bytes(b"")
    renamed.rename(renamed.with_name("Bản sao của phiếu.jpg"))
    with closing(sqlite3.connect(folder / "survey.db")) as connection:
        connection.execute("DELETE FROM item_reading WHERE page_id = 1")
        connection.execute("UPDATE item_reading SET p_wrong = 2 WHERE page_id = 2")
        connection.execute("DELETE FROM item_reading WHERE page_id = 3")
        connection.execute("DELETE FROM page WHERE id = 3")
        connection.commit()
    originals = tmp_path / "originals"
    originals.mkdir()
    for number, file in enumerate(pile.files):
        shutil.copy(file, originals / f"moved-{number}.bin")
    found = Counter(damage.kind for damage in check_survey(folder).damages)

    report = mend_survey(folder, [originals])

    assert found == {
        DamageKind.SCAN_MISSING: 2,
        DamageKind.SCAN_CHANGED: 1,
        DamageKind.NOT_READ: 1,
        DamageKind.READING: 2,
    }
    assert report.restored == 3
    assert all(content_hash_of(path) == path.stem for path in (gone, emptied, renamed))
    assert report.after.is_whole, report.after.damages
    assert _facts(folder) == before


def test_that_a_value_that_no_program_wrote_is_found_as_it_would_keep_the_survey_from_opening(survey):
    survey.store.issued.add({"09163": 1}, 5)
    survey.close()
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        connection.execute("UPDATE issue SET printed_at = 'yesterday'")
        connection.commit()

    (damage,) = check_survey(survey.folder).damages

    assert damage.kind is DamageKind.DATABASE
    assert damage.facts[0].values == {"table": "issue", "row": "1"}


def test_that_a_batch_whose_row_is_lost_can_be_read_on(survey):
    fill(survey)
    survey.close()
    folder = survey.folder
    before = _facts(folder)
    overwrite(folder / "survey.db", _page_of(folder / "survey.db", "batch"))

    report = mend_survey(folder)

    assert report.after.is_whole, report.after.damages
    assert _facts(folder) == before
    with Survey.open(folder) as mended:
        assert mended.store.batches.conditions(1).settings == ReadingSettings(mended.settings.tolerance)


@pytest.mark.parametrize("make", NO_FILES)
def test_that_what_is_no_file_makes_way_for_the_original(survey, tmp_path, make):
    path = fill(survey)[0]
    path.rename(tmp_path / "original.jpg")
    make(path)
    make(survey.scans_folder / f"{'a' * 64}.jpg")
    survey.close()

    report = mend_survey(survey.folder, [tmp_path / "original.jpg"])

    assert content_hash_of(path) == path.stem
    assert report.restored == 1
    aside = list(survey.scans_folder.glob(f"{path.name}.damaged-*/a.txt"))
    assert len(aside) == (make is NO_FILES[0].values[0])


def test_that_scans_are_restored_though_their_folder_is_gone(survey, tmp_path):
    paths = fill(survey)
    survey.close()
    survey.scans_folder.rename(tmp_path / "originals")

    report = mend_survey(survey.folder, [tmp_path / "originals"])

    assert report.restored == len(paths)
    assert all(content_hash_of(path) == path.stem for path in paths)


@pytest.mark.parametrize("make", [None, *NO_FILES])
def test_that_only_what_was_there_is_said_to_be_kept(survey, make):
    survey.close()
    path = survey.folder / "survey.db"
    path.unlink()
    if make is not None:
        make(path)

    report = mend_survey(survey.folder)

    assert report.after.is_whole, report.after.damages
    assert (report.kept is None) == (make is None)
    assert ("kept as" in " ".join(mending_lines(report))) == (make is not None)


def test_that_numbers_on_paper_are_not_printed_again_after_the_notes_of_them_are_lost(survey):
    fill(survey)
    execute(survey, "UPDATE page SET unit = '09163', serial = '000123' WHERE id = 2")
    survey.close()
    execute(survey, "DROP TABLE issue")

    report = mend_survey(survey.folder)

    assert _everything(survey.folder)[2] == {"09163": 124}
    assert any(line.startswith("serials ") for line in mending_lines(report))
    assert not report.salvaged.lacks_decisions


def test_that_numbers_on_paper_are_noted_also_after_a_mending_that_was_killed(survey, monkeypatch):
    fill(survey)
    execute(survey, "UPDATE page SET unit = '09163', serial = '000123' WHERE id = 2")
    survey.close()
    execute(survey, "DROP TABLE issue")
    monkeypatch.setattr(mend, "_restore_scans", _killed)

    with pytest.raises(KeyboardInterrupt):
        mend_survey(survey.folder)

    assert _everything(survey.folder)[2] == {"09163": 124}


def test_that_numbers_of_pages_that_a_killed_mending_left_unread_are_noted_by_the_next(survey, monkeypatch):
    fill(survey)
    survey.close()
    execute(survey, "DROP TABLE issue")
    with monkeypatch.context() as patched:
        patched.setattr(mend, "_restore_scans", _killed)
        with pytest.raises(KeyboardInterrupt):
            mend_survey(survey.folder)
    with Survey.open(survey.folder) as opened:
        path = keep_scan(opened, "later.jpg")
    execute(survey, "UPDATE page SET unit = '09163', serial = '000456' WHERE id = 4")
    path.unlink()

    mend_survey(survey.folder)

    assert _everything(survey.folder)[2] == {"09163": 457}


def test_that_what_a_killed_mending_left_behind_is_cleared_away(survey):
    path = fill(survey)[0]
    survey.close()
    left = survey.folder / ".0123.db.part-wal", survey.folder / ".mending-x" / "0"
    left[0].write_bytes(b"part")
    left[1].mkdir(parents=True)
    path.unlink()

    mend_survey(survey.folder)

    assert not any(each.exists() for each in (*left, left[1].parent))


def test_that_a_lost_database_is_said_to_take_decisions_with_it(survey):
    fill(survey)
    survey.close()
    (survey.folder / "survey.db").unlink()

    report = mend_survey(survey.folder)

    assert report.salvaged.lacks_decisions
    assert any(line.startswith("lost ") for line in mending_lines(report))


def test_that_mending_that_stops_leaves_nothing_behind(survey, monkeypatch):
    fill(survey)
    survey.close()
    execute(survey, "DROP TABLE claim")

    def stop(_folder, part):
        for ending in ("", "-wal", "-shm"):
            part.with_name(part.name + ending).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("omr.checking.mend.salvage", stop)
    with pytest.raises(DiskFull):
        mend_survey(survey.folder)

    assert not list(survey.folder.glob("*.db.part*"))
    assert not list(survey.folder.glob(".*.db.part*"))
