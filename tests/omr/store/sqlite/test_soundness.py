"""A damaged database is told in one sentence that names the row, or that it contradicts itself."""

import random
import sqlite3
from contextlib import closing

import pytest

from omr.errors import DatabaseDamaged, PhieuError, RowDamaged, SurveyDamaged
from omr.survey.folder import Survey
from omr.survey.overview import survey_overview
from tests.omr.build import deliver

_PAGE_BYTES = 4096


@pytest.fixture
def closed(survey):
    """The database of a survey with one page, closed."""
    deliver(survey)
    survey.close()
    return survey.folder / "survey.db"


def _set(path, table, column, value):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        connection.commit()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("page", "page_in_file", "abc"),
        ("page", "page_number", 10**17),
        ("page", "outcome", "gone"),
        ("page", "detail", b"\x00\xff"),
        ("page", "identity_source", "guessed"),
        ("item_reading", "p_wrong", 1.5),
        ("item_reading", "answer", b"\x01"),
        ("batch", "started_at", "yesterday"),
        ("batch", "finished_at", "3.7"),
        ("batch", "started_at", "2026-11-29T07:12:00+0x:00"),
        ("batch", "state", "half"),
        ("content", "page_count", -1),
    ],
)
def test_that_a_value_that_cannot_be_is_named_when_the_survey_is_opened(closed, table, column, value):
    _set(closed, table, column, value)

    with pytest.raises(RowDamaged) as told:
        Survey.open(closed.parent)

    assert (told.value.path, told.value.table, told.value.column) == (closed, table, column)
    assert "--mend" in str(told.value)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("page", "marks", b"cut"), ("page", "registration", "{}"), ("page", "registration", '{"a": [')],
)
def test_that_a_page_whose_measurements_are_cut_off_is_named(closed, table, column, value):
    _set(closed, table, column, value)

    with Survey.open(closed.parent) as opened:
        page_id = opened.pages()[0].page_id
        with pytest.raises(RowDamaged) as told:
            opened.store.pages.details(page_id)

    assert (told.value.table, told.value.row) == ("page", str(page_id))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("item_reading", "flags", "strange"),
        ("item_reading", "item_id", "zz"),
        ("item_reading", "answer", "77"),
        ("page", "page_number", 9),
    ],
)
def test_that_a_reading_that_the_form_has_no_place_for_is_named(closed, table, column, value):
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("DELETE FROM item_reading WHERE item_id = 'c02'")
        connection.commit()
    _set(closed, table, column, value)

    with Survey.open(closed.parent) as opened, pytest.raises(RowDamaged) as told:
        opened.pages()

    assert told.value.table == table


def test_that_a_page_that_lost_a_reading_is_named_before_it_is_counted(closed):
    with Survey.open(closed.parent) as opened, pytest.raises(RowDamaged) as told:
        opened.responses()  # two readings of a page that asks for more

    assert told.value.table == "item_reading"


def test_that_a_batch_whose_settings_are_no_settings_is_named(closed):
    _set(closed, "batch", "settings", "[")

    with Survey.open(closed.parent) as opened, pytest.raises(RowDamaged, match="batch"):
        opened.store.batches.conditions(1)


@pytest.mark.parametrize("version", ["", "abc", "9" * 5000, 7])
def test_that_a_version_that_no_program_wrote_is_damage(closed, version):
    _set(closed, "alembic_version", "version_num", version)

    with pytest.raises(SurveyDamaged, match="alembic_version"):
        Survey.open(closed.parent)


def test_that_overwritten_pages_of_the_database_end_in_one_sentence_whichever_they_are(closed):
    whole, chance = closed.read_bytes(), random.Random(14)
    told = []
    for number in range(0, len(whole), 3 * _PAGE_BYTES):
        damaged = bytearray(whole)
        damaged[number : number + _PAGE_BYTES] = chance.randbytes(_PAGE_BYTES)
        closed.write_bytes(damaged)
        try:
            with Survey.open(closed.parent) as opened:
                survey_overview(opened)
        except PhieuError as error:
            told.append(type(error))

    assert DatabaseDamaged in told
    assert set(told) <= {DatabaseDamaged, RowDamaged}
