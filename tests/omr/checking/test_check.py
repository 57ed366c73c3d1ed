"""A check finds what is damaged, says what it means, and changes nothing."""

import hashlib
import os

import pytest

from omr.backups.backup_files import list_backups
from omr.checking.check import check_survey
from omr.checking.damage import Counted, DamageKind, Mending
from omr.checking.mend import mend_survey
from omr.checking.wording import check_as_dict, check_lines, facts_text
from omr.errors import SurveyNotFound, SurveyTooNew
from omr.results import PageOutcome
from omr.store.schema import SCHEMA_VERSION
from tests.omr.build import age_database
from tests.omr.checking.build import execute, fill, keep_scan, overwrite

UNIX = pytest.mark.skipif(os.name == "nt", reason="Windows has neither named pipes nor links for everyone")


def _found(survey):
    return [(damage.kind, damage.subject) for damage in check_survey(survey.folder).damages]


def _state(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_that_a_whole_survey_is_said_to_be_whole_with_what_is_in_it(survey):
    fill(survey)
    survey.back_up_if_due()

    report = check_survey(survey.folder)

    assert report.is_whole, report.damages
    assert report.counts == {
        Counted.SCANS: 3,
        Counted.PAGES: 3,
        Counted.ANSWERS: 3 * len([i for i in survey.template.items() if survey.template.page_of(i.item_id) == 1]),
        Counted.DECISIONS: 3,
        Counted.FORMS: 10,
        Counted.UNITS: 2,
        Counted.BACKUPS: 1,
    }
    assert next(check_lines(report)).startswith("The survey is whole: 3 scans, 3 pages")


def test_that_nothing_is_written(survey):
    fill(survey)[0].write_bytes(b"")
    survey.close()
    overwrite(survey.folder / "survey.db", 12)
    before = _state(survey.folder)

    check_survey(survey.folder)

    assert _state(survey.folder) == before


def test_that_scans_that_are_gone_changed_or_of_nobody_are_named_with_their_respondents(survey):
    first, second, _ = fill(survey)
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    stranger = b"another file"
    survey.scan_path(hashlib.sha256(stranger).hexdigest(), ".jpg").write_bytes(stranger)

    report = check_survey(survey.folder)

    assert sorted((damage.kind, damage.mending) for damage in report.damages) == [
        (DamageKind.SCAN_CHANGED, Mending.ORIGINAL),
        (DamageKind.SCAN_MISSING, Mending.ORIGINAL),
        (DamageKind.SCAN_UNKNOWN, Mending.ITSELF),
    ]
    missing = next(at for at, damage in enumerate(report.damages) if damage.kind is DamageKind.SCAN_MISSING)
    assert report.damages[missing].subject == "1.jpg"
    assert report.respondents[missing] == (1,)
    assert report.damages[missing].answers == len(survey.pages()[0].readings)


@pytest.mark.parametrize(
    ("statement", "fact"),
    [
        ("DELETE FROM item_reading WHERE item_id = 'c01' AND page_id = 1", "1 of"),
        ("INSERT INTO item_reading VALUES (1, 'zz', '1', 0.0, '')", "zz is not on this page"),
        ("UPDATE item_reading SET answer = '99' WHERE item_id = 'c01' AND page_id = 1", "c01 has an answer"),
        ("UPDATE item_reading SET p_wrong = 1.5 WHERE item_id = 'c01' AND page_id = 1", "c01 is wrong is none"),
        ("UPDATE item_reading SET p_wrong = 'x' WHERE item_id = 'c01' AND page_id = 1", "c01 is wrong is none"),
        ("UPDATE item_reading SET flags = 'odd' WHERE item_id = 'c01' AND page_id = 1", "c01 has unknown flags"),
        ("UPDATE page SET marks = X'00' WHERE id = 1", "measurements cannot be understood"),
        ("UPDATE page SET registration = '{' WHERE id = 1", "where it lies"),
        ("UPDATE page SET outcome = 'odd' WHERE id = 1", "what became of it"),
        ("UPDATE page SET page_number = 7 WHERE id = 1", "no page 7"),
        ("UPDATE page SET template_id = 'other' WHERE id = 1", "another form"),
        ("UPDATE page SET outcome = 'blank' WHERE id = 1", "was not read and has readings"),
    ],
)
def test_that_what_does_not_fit_the_form_is_found_on_its_page(survey, statement, fact):
    fill(survey)

    execute(survey, statement)

    (damage,) = check_survey(survey.folder).damages
    assert (damage.kind, damage.subject, damage.page_ids) == (DamageKind.READING, "1.jpg", (1,))
    assert fact in facts_text(damage)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE content SET page_count = 3 WHERE rowid = 1", DamageKind.NOT_READ),
        ("UPDATE content SET page_count = NULL WHERE rowid = 1", DamageKind.NOT_READ),
        ("UPDATE content SET page_count = 0 WHERE rowid = 1", DamageKind.DELIVERY),
        ("UPDATE delivery SET position = 9 WHERE id = 2", DamageKind.BATCH),
        ("UPDATE delivery SET content_hash = NULL WHERE id = 2", DamageKind.DELIVERY),
        ("UPDATE batch SET settings = '{'", DamageKind.BATCH),
        ("UPDATE batch SET settings = '{\"tolerance\": 2.0}'", DamageKind.BATCH),
        ("INSERT INTO issue VALUES (NULL, '09163', 5, 2, '', '', 0)", DamageKind.SERIALS),
        ("UPDATE verification SET answer = '99' WHERE id = 1", DamageKind.DECISION),
        ("UPDATE verification SET item_id = 'zz' WHERE id = 1", DamageKind.DECISION),
        ("UPDATE verification SET page_id = 99 WHERE id = 1", DamageKind.REFERENCE),
    ],
)
def test_that_records_that_do_not_agree_are_found(survey, statement, expected):
    fill(survey)

    execute(survey, statement)

    assert expected in [kind for kind, _ in _found(survey)]


def test_that_pages_of_a_batch_that_goes_on_are_not_missed(survey):
    keep_scan(survey, "1.jpg")
    execute(survey, "UPDATE content SET page_count = 3")

    assert _found(survey) == []


def test_that_what_a_damaged_database_still_tells_is_checked_all_the_same(survey):
    fill(survey)[0].unlink()
    survey.close()
    path = survey.folder / "survey.db"
    overwrite(path, path.stat().st_size // 4096 - 1)

    found = _found(survey)

    assert found[0] == (DamageKind.DATABASE, "survey.db")


@pytest.mark.parametrize("content", [None, b"", b"no database" * 1000])
def test_that_a_database_that_is_none_is_named(survey, content):
    survey.close()
    path = survey.folder / "survey.db"
    path.unlink() if content is None else path.write_bytes(content)

    assert (DamageKind.DATABASE, "survey.db") in _found(survey)


def test_that_files_beside_the_database_are_checked(survey):
    (survey.folder / "units.csv").write_text("code,name\n1,A\n1,B\n", encoding="utf-8")
    next(survey.template_folder.glob("*.toml")).write_text("x = ", encoding="utf-8")

    assert [kind for kind, _ in _found(survey)] == [DamageKind.TEMPLATE, DamageKind.UNITS]
    (survey.folder / "survey.toml").write_text("name = 1", encoding="utf-8")
    assert [kind for kind, _ in _found(survey)] == [DamageKind.SETTINGS, DamageKind.UNITS]


def test_that_a_survey_of_an_earlier_release_is_whole_and_stays_of_it(survey):
    fill(survey)
    survey.close()
    age_database(survey.folder / "survey.db", "0001")
    before = _state(survey.folder)

    assert check_survey(survey.folder).is_whole
    assert _state(survey.folder) == before


def test_that_what_is_wrong_is_told_with_what_it_means_and_what_mends_it(survey):
    fill(survey)[0].unlink()

    report = check_survey(survey.folder)

    lines = list(check_lines(report))
    assert lines[0].startswith("The survey is damaged in 1 place")
    assert "the kept scan of 1.jpg is missing" in lines[1]
    assert "(respondents 1)" in lines[1]
    assert "--originals FOLDER" in lines[1]
    assert check_as_dict(report)["damages"][0]["respondents"] == [1]
    assert PageOutcome.READ in {page.outcome for page in survey.pages()}


def test_that_a_folder_without_a_survey_is_refused(tmp_path):
    with pytest.raises(SurveyNotFound):
        check_survey(tmp_path)


def _make_folder(path):
    path.mkdir()
    (path / "a.txt").write_text("kept by somebody", encoding="utf-8")


NO_FILES = [
    pytest.param(_make_folder, id="folder"),
    pytest.param(lambda path: os.mkfifo(path), id="pipe", marks=UNIX),
    pytest.param(lambda path: path.symlink_to(path.name), id="link loop", marks=UNIX),
]


@pytest.mark.parametrize("make", NO_FILES)
def test_that_what_is_no_file_is_no_kept_scan(survey, make):
    path = fill(survey)[0]
    path.unlink()
    make(path)
    make(survey.scans_folder / f"{'a' * 64}.jpg")

    report = check_survey(survey.folder)

    assert [(damage.kind, damage.subject) for damage in report.damages] == [(DamageKind.SCAN_CHANGED, "1.jpg")]


@pytest.mark.parametrize("version", [f"{int(SCHEMA_VERSION) + 1:04}", "9999"])
def test_that_a_database_of_a_newer_version_is_refused(survey, version):
    fill(survey)[0].unlink()
    survey.close()
    execute(survey, "UPDATE alembic_version SET version_num = ?", version)
    before = _state(survey.folder)

    for look in (check_survey, mend_survey):
        with pytest.raises(SurveyTooNew):
            look(survey.folder)

    assert _state(survey.folder) == before


@pytest.mark.parametrize("version", ["abc", b"\xff", "0000", 9])
def test_that_a_version_that_is_none_is_damage(survey, version):
    fill(survey)
    survey.close()
    execute(survey, "UPDATE alembic_version SET version_num = ?", version)

    assert (DamageKind.DATABASE, "survey.db") in _found(survey)
    assert mend_survey(survey.folder).after.is_whole


@pytest.mark.parametrize("table", ["removal", "issue"])
def test_that_a_view_in_the_place_of_a_table_is_damage(survey, table):
    fill(survey)
    survey.close()
    execute(survey, f"ALTER TABLE {table} RENAME TO other")
    execute(survey, f"CREATE VIEW {table} AS SELECT * FROM other")

    assert (DamageKind.DATABASE, "survey.db") in _found(survey)
    assert mend_survey(survey.folder).after.is_whole


@pytest.mark.parametrize("make", [None, *NO_FILES])
def test_that_the_list_of_units_is_missed_where_units_are_named(survey, make):
    path = survey.folder / "units.csv"
    path.unlink()
    if make is not None:
        make(path)
    assert _found(survey) == []
    fill(survey)

    (damage,) = check_survey(survey.folder).damages

    assert (damage.kind, damage.mending) == (DamageKind.UNITS_MISSING, Mending.BY_HAND)


def test_that_an_older_database_in_its_place_is_told_from_the_newest_backup(survey):
    fill(survey)
    survey.back_up_after_work()
    (older,) = list_backups(survey.folder)
    before = older.path.read_bytes()
    survey.store.issued.add({"09163": 11}, 10)
    survey.back_up_after_work()
    survey.close()
    (newest,) = list_backups(survey.folder)
    assert check_survey(survey.folder).is_whole, "what is newer than the backup is no damage"

    (survey.folder / "survey.db").write_bytes(before)

    (damage,) = check_survey(survey.folder).damages
    assert (damage.kind, damage.subject, damage.mending) == (DamageKind.BEHIND, newest.path.name, Mending.BACKUP)
    assert facts_text(damage) == "0 pages, 1 printings, 0 decisions"
