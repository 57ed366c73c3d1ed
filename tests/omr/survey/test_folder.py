"""The survey folder: whole or refused, older ones brought forward, newer ones left alone."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import create_engine, event, inspect

from form_templates.model import ItemId
from omr.errors import SurveyDamaged, SurveyExists, SurveyNotFound, SurveyTooNew, UnknownUnit
from omr.local_correction import LocalCorrection
from omr.results import (
    Flag,
    IdentitySource,
    InkSignature,
    ItemReading,
    MarkReading,
    PageHealth,
    PageIdentity,
    PageOutcome,
    PageReading,
    Registration,
    Side,
    Streak,
    Verification,
)
from omr.store import schema
from omr.store.deliveries import Content
from omr.store.migrations import migrate
from omr.store.packing import pack_marks, unpack_marks, unpack_registration
from omr.survey.counting_rules import Weighting
from omr.survey.folder import Survey
from tests.conftest import UNITS

_CORRECTION = LocalCorrection(8, 11, (0.1,) * 176)
_REGISTRATION = Registration((11.8, 0.0, 3.0, 0.0, 11.8, 4.0, 0.0, 0.0, 1.0), _CORRECTION, 4, 0.03, 0.05, 299.7, 180)


def _reading(serial="000001"):
    items = (ItemReading(ItemId("c01"), ("4",), 2e-6, frozenset()), ItemReading(ItemId("c02"), (), 0.3, _FAINT))
    marks = (MarkReading(ItemId("c01"), "4", 0.25, 0.75, 0.125),)
    identity = PageIdentity("sipas-2020", 1, 1, "09163", serial, IdentitySource.CODE)
    return PageReading(PageOutcome.READ, identity=identity, registration=_REGISTRATION, items=items, marks=marks)


_HEALTH = PageHealth(
    300.0, None, -0.3, (0.0, 0.5, 0.0, 2.0), (0.0,) * 4, (Streak(Side.TOP, 112.5),), 240.0, 35.0, 2.0, 3.5, False
)
_FAINT = frozenset({Flag.FAINT_MARK})


def _deliver(survey, name="a.jpg", content_hash="a" * 64, reading=None):
    batch = survey.store.batches.unfinished() or survey.store.batches.start({})
    survey.store.deliveries.add(batch, name, "", Content(content_hash, ".jpg", None), 10)
    survey.store.pages.save(content_hash, 1, reading or _reading())
    survey.store.deliveries.set_page_count(content_hash, 1)


def test_that_a_new_survey_holds_its_template_units_and_an_empty_database(survey):
    names = {path.name for path in survey.folder.iterdir()}

    assert {"survey.toml", "survey.db", "units.csv", "scans", "templates", "exports"} <= names
    assert (survey.template.template_id, survey.units) == ("sipas-2020", UNITS)
    assert survey.pages() == []


def test_that_a_folder_with_something_in_it_is_not_overwritten(tmp_path, frozen_template):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(SurveyExists):
        Survey.create(tmp_path, frozen_template)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_that_a_folder_without_survey_is_refused(tmp_path):
    with pytest.raises(SurveyNotFound):
        Survey.open(tmp_path)


@pytest.mark.parametrize("text", ["", "format = 1\n", "format = [", 'format = 1\nname = "x"\ntolerance = "much"\n'])
def test_that_a_broken_settings_file_is_named(survey, text):
    (survey.folder / "survey.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=r"survey\.toml"):
        Survey.open(survey.folder)


def test_that_settings_of_a_newer_program_are_refused(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = 2"), encoding="utf-8")

    with pytest.raises(SurveyTooNew):
        Survey.open(survey.folder)


def test_that_the_limit_of_the_recheck_is_one_in_a_thousand_unless_the_survey_says_otherwise(survey):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    before = Survey.open(survey.folder)
    path.write_text(text.replace("recheck_limit = 0.001\n", ""), encoding="utf-8")
    without = Survey.open(survey.folder)
    path.write_text(text.replace("recheck_limit = 0.001", "recheck_limit = 0.01"), encoding="utf-8")
    other = Survey.open(survey.folder)

    assert [each.settings.recheck_limit for each in (before, without, other)] == [0.001, 0.001, 0.01]
    for each in (before, without, other):
        each.close()


def test_that_an_older_survey_counts_every_response_alike_and_asks_for_half_of_the_items(survey):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    older = text.replace('weighting = "none"\n', "").replace("min_answered = 0.5\n", "")
    assert len(older.splitlines()) == len(text.splitlines()) - 2
    path.write_text(older, encoding="utf-8")

    with Survey.open(survey.folder) as opened:
        assert (opened.settings.weighting, opened.settings.min_answered) == (Weighting.NONE, 0.5)


@pytest.mark.parametrize(
    ("before", "after", "fact"),
    [
        ('index_rule = "pooled"', 'index_rule = "mean"', "'mean' is none of pooled, equal-criteria, "),
        ('index_rule = "pooled"', "index_rule = 1", "1 is none of pooled, "),
        ('weighting = "none"', 'weighting = "people"', "'people' is none of none, transactions"),
        ("min_answered = 0.5", "min_answered = 50", "50 is no share from 0 to 1"),
        ("min_answered = 0.5", "min_answered = nan", "nan is no share from 0 to 1"),
        ("min_answered = 0.5", "min_answered = true", "True is no share from 0 to 1"),
    ],
)
def test_that_a_way_of_counting_that_is_none_is_named(survey, before, after, fact):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=fact):
        Survey.open(survey.folder)


@pytest.mark.parametrize("limit", ["0", "1.0", "-0.1", '"little"'])
def test_that_a_limit_of_the_recheck_that_is_no_share_is_named(survey, limit):
    path = survey.folder / "survey.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("recheck_limit = 0.001", f"recheck_limit = {limit}"), encoding="utf-8"
    )

    with pytest.raises(SurveyDamaged, match=r"survey\.toml"):
        Survey.open(survey.folder)


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


def test_that_a_page_comes_back_as_it_was_saved(survey):
    _deliver(survey)

    (page,) = survey.pages()
    details = survey.store.pages.details(page.page_id)

    expected = _reading()
    assert page.readings == {item.item_id: item for item in expected.items}
    assert page.identity == expected.identity
    assert details.registration == expected.registration
    assert details.marks == expected.marks


def test_that_health_and_ink_come_back_as_they_were_saved(survey):
    ink = InkSignature(bytes(96), b"packed")
    _deliver(survey, reading=replace(_reading(), health=_HEALTH, ink=ink))

    (page,) = survey.pages()

    assert survey.store.pages.health() == {page.page_id: _HEALTH}
    assert survey.store.sheets.ink_of([page.page_id]) == {page.page_id: b"packed"}


def test_that_a_survey_of_the_first_release_is_brought_forward_with_every_reading(survey):
    _deliver(survey)
    before = survey.pages()
    survey.close()
    path = survey.folder / "survey.db"
    with closing(sqlite3.connect(path)) as connection:
        for column in ("health", "ink_sketch", "ink"):
            connection.execute(f"ALTER TABLE page DROP COLUMN {column}")
        connection.execute("ALTER TABLE batch DROP COLUMN learned")
        for table in ("recheck", "recheck_sample", "page_assignment", "pinned_reading", "page_pin", "doubt"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()

    with Survey.open(survey.folder) as opened:
        assert opened.pages() == before
        assert opened.store.pages.health() == {}
        assert opened.health_of(opened.pages()) == ()
        assert opened.store.batches.learned(1) is None
        assert opened.rechecks.checks() == ()
        batch = opened.store.batches.start({})
        opened.store.deliveries.add(batch, "b.jpg", "", Content("b" * 64, ".jpg", None), 10)
        opened.store.pages.save("b" * 64, 1, replace(_reading("000002"), health=_HEALTH))
        assert list(opened.store.pages.health().values()) == [_HEALTH]
    assert (survey.folder / "survey.db.before").is_file()


def test_that_a_page_saved_twice_keeps_the_first_reading(survey):
    _deliver(survey)
    survey.store.pages.save("a" * 64, 1, _reading(serial="999999"))

    (page,) = survey.pages()

    assert page.identity.serial == "000001"


def test_that_the_last_verification_in_force_counts_and_undo_brings_back_the_one_before(survey):
    _deliver(survey)
    page_id = survey.pages()[0].page_id
    item = ItemId("c02")
    survey.store.judgements.verify(page_id, item, Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00"))
    last = survey.store.judgements.verify(page_id, item, Verification(None, "Minh", "2020-11-18T09:01:00+07:00", "mờ"))

    in_force = survey.pages()[0].verifications[item]
    survey.store.judgements.withdraw_verification(last)
    after_undo = survey.pages()[0].verifications[item]

    assert (in_force.answer, in_force.operator, in_force.note) == (None, "Minh", "mờ")
    assert after_undo.answer == ("3",)
    assert survey.pages()[0].readings[item].answer == ()


def test_that_measurements_survive_packing():
    marks = tuple(MarkReading(ItemId(f"c{n}"), str(n), n / 8, 1 - n / 8, n / 16) for n in range(5))

    assert unpack_marks(pack_marks(marks)) == marks
    assert unpack_marks(None) == ()


def test_that_serial_numbers_go_on_where_the_last_print_run_ended(survey):
    survey.store.issued.add({"09163": 1}, 20)
    survey.store.issued.add({"09163": 21, "09166": 1}, 5)

    assert survey.store.issued.next_serials() == {"09163": 26, "09166": 6}
    assert survey.store.issued.copies() == {"09163": 25, "09166": 5}


def test_that_an_unknown_unit_is_named(survey):
    with pytest.raises(UnknownUnit, match="12345"):
        survey.unit("12345")


def test_that_a_registration_kept_as_a_quadratic_still_says_where_the_page_lies():
    kept = {
        "template_to_scan": [11.8, 0, 3, 0, 11.8, 4, 0, 0, 1],
        "correction_mm": [0.5, *[0.0] * 5, -0.25, *[0.0] * 5],
    }
    kept |= {"fiducials_found": 4, "residual_mm": 0.03, "remaining_mm": 0.05, "dpi": 299.7, "turned_deg": 180}

    registration = unpack_registration(json.dumps(kept))

    assert registration.correction.applied_to(np.array([(100.0, 200.0)]))[0] == pytest.approx((100.5, 199.75))
    assert registration.turned_deg == 180


def test_that_a_page_kept_while_others_are_looked_up_is_there_whole_or_not_at_all(survey):
    _deliver(survey)
    with Survey.open(survey.folder) as batch_in_another_thread:
        _when_asked_for_readings(survey, lambda: _deliver(batch_in_another_thread, "b.jpg", "b" * 64, _reading("2")))

        pages = survey.pages()

    assert [len(page.readings) for page in pages] == [2]
    assert len(survey.pages()) == 2


def _when_asked_for_readings(survey, act):
    """Act once, after the readings of an open survey were looked up and before the rest is."""
    left = [act]

    @event.listens_for(survey.store.database.engine, "after_cursor_execute", named=True)
    def _act_then(**told):
        if left and "FROM item_reading" in told["statement"]:
            left.pop()()


def test_that_other_settings_are_kept_and_what_else_the_file_says_stays(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8") + "later = 7  # from a newer program\n", encoding="utf-8")
    wanted = replace(survey.settings, round_name="2027", tolerance=5e-5)

    survey.change_settings(wanted)

    text = path.read_text(encoding="utf-8")
    assert text.startswith("# A Phiếu survey.")
    assert "later = 7  # from a newer program" in text
    with Survey.open(survey.folder) as again:
        assert again.settings == wanted == survey.settings
