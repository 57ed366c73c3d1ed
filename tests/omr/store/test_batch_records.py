"""Batches: what each is read with is kept when it begins, and so is every other program it goes on with."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from omr.backups.backup_files import list_backups
from omr.settings import ReadingConditions, ReadingSettings
from omr.survey.folder import Survey
from tests.omr.build import age_database

_CONDITIONS = ReadingConditions(ReadingSettings(5e-5), "1.2", "ab" * 32, "24.02.0", "5.1.0", "sipas-2020", 1)


def test_that_a_batch_says_what_it_was_begun_with(survey):
    number = survey.store.batches.start(_CONDITIONS)

    assert survey.store.batches.conditions(number) == _CONDITIONS
    assert survey.store.batches.other_conditions(number) == []
    with pytest.raises(KeyError):
        survey.store.batches.conditions(number + 1)


def test_that_another_program_is_noted_once_and_one_after_it_again(survey):
    batches = survey.store.batches
    number = batches.start(_CONDITIONS)
    for program in ("1.3", "1.3", "1.4"):
        batches.note_other_conditions(number, replace(_CONDITIONS, program=program))

    noted = batches.other_conditions(number)

    assert [(each["program"], each["renderer"]) for each in noted] == [("1.3", "24.02.0"), ("1.4", "24.02.0")]
    assert batches.conditions(number) == _CONDITIONS


def test_that_an_interrupted_batch_is_the_unfinished_one_until_it_is_done(survey):
    batches = survey.store.batches
    number = batches.start(_CONDITIONS)

    before = batches.unfinished()
    batches.finish(number)

    assert (before, batches.unfinished()) == (number, None)
    assert [(each.number, each.is_done) for each in batches.all()] == [(number, True)]


def test_that_a_batch_of_the_release_before_keeps_its_tolerance_and_of_the_rest_nothing_is_known(survey):
    survey.store.batches.start(_CONDITIONS)
    survey.close()
    age_database(survey.folder / "survey.db", "0006")
    with closing(sqlite3.connect(survey.folder / "survey.db")) as connection:
        assert connection.execute("SELECT settings FROM batch").fetchall() == [('{"tolerance": 5e-05}',)]

    with Survey.open(survey.folder) as opened:
        assert opened.store.batches.conditions(1) == ReadingConditions(ReadingSettings(5e-5))
        assert opened.store.batches.other_conditions(1) == []
        assert [each.path.stem.endswith("-before-new-version") for each in list_backups(survey.folder)] == [True]
