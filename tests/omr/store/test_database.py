"""The database: whole or refused, older ones brought forward, newer ones left alone."""

import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, inspect

from omr.backups.backup_files import list_backups
from omr.errors import SurveyDamaged, SurveyTooNew
from omr.responses import Aspect
from omr.settings import ReadingConditions
from omr.store import schema
from omr.store.deliveries import Content
from omr.store.migrations import migrate
from omr.survey.folder import Survey
from tests.omr.build import HEALTH, age_database, deliver, kept_reading


def test_that_a_newer_database_is_refused_and_left_as_it_is(survey):
    survey.close()
    connection = sqlite3.connect(survey.folder / "survey.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()

    with pytest.raises(SurveyTooNew):
        Survey.open(survey.folder)


def test_that_a_file_that_is_no_database_is_named(survey):
    survey.close()
    for name in ("survey.db-wal", "survey.db-shm"):
        (survey.folder / name).unlink(missing_ok=True)
    (survey.folder / "survey.db").write_bytes(b"not a database, just text " * 400)

    with pytest.raises(SurveyDamaged, match=r"survey\.db"):
        Survey.open(survey.folder)


def test_that_a_missing_database_is_not_replaced_by_an_empty_one(survey):
    survey.close()
    (survey.folder / "survey.db").unlink()

    with pytest.raises(SurveyDamaged):
        Survey.open(survey.folder)

    assert not (survey.folder / "survey.db").exists()


def test_that_all_migration_steps_make_the_tables_of_the_schema(tmp_path):
    engines = [create_engine(f"sqlite:///{tmp_path / name}") for name in ("steps.db", "schema.db")]
    migrate(engines[0], tmp_path / "nothing-to-back-up.db")
    schema.create_tables(engines[1])

    by_steps, by_schema = (_tables(engine) for engine in engines)
    for engine in engines:
        engine.dispose()

    assert by_steps == by_schema


def _tables(engine):
    found = inspect(engine)
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)],
            sorted((i["name"], tuple(i["column_names"])) for i in found.get_indexes(table)),
            sorted(tuple(u["column_names"]) for u in found.get_unique_constraints(table)),
            sorted((tuple(f["constrained_columns"]), f["referred_table"]) for f in found.get_foreign_keys(table)),
        )
        for table in found.get_table_names()
    }


def test_that_a_survey_of_the_first_release_is_brought_forward_with_every_reading(survey):
    deliver(survey)
    before = survey.pages()
    survey.close()
    path = survey.folder / "survey.db"
    age_database(path, "0001")

    with Survey.open(survey.folder) as opened:
        assert opened.pages() == before
        assert opened.store.pages.health() == {}
        assert opened.health_of(opened.pages()) == ()
        assert opened.store.batches.learned(1) is None
        assert opened.rechecks.checks() == ()
        batch = opened.store.batches.start(ReadingConditions())
        opened.store.deliveries.add(batch, "b.jpg", "", Content("b" * 64, ".jpg", None), 10)
        opened.store.pages.save("b" * 64, 1, replace(kept_reading("000002"), health=HEALTH))
        assert list(opened.store.pages.health().values()) == [HEALTH]
    assert [each.path.stem.endswith("-before-new-version") for each in list_backups(survey.folder)] == [True]


def test_that_of_two_words_on_a_page_kept_by_an_earlier_version_the_later_counts_and_the_earlier_is_kept(survey):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    survey.close()
    path = survey.folder / "survey.db"
    age_database(path, "0008")
    said = "INSERT INTO page_assignment (page_id, aspect, value, operator, decided_at) VALUES (?, 'unit', ?, 'Lan', ?)"
    connection = sqlite3.connect(path)
    connection.executemany(
        said, [(page_id, "09163", "2026-01-01T08:00:00+07:00"), (page_id, "09166", "2026-01-02T08:00:00+07:00")]
    )
    connection.commit()
    connection.close()

    with Survey.open(survey.folder) as opened:
        assert opened.pages()[0].unit == "09166"
        opened.store.page_decisions.withdraw_assignments([page_id], Aspect.UNIT)
        assert opened.pages()[0].unit == "09163"
