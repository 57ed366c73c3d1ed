"""Where a drive has no memory that processes share, another journal is used, and one person at a time may write."""

import sqlite3
from contextlib import closing

import pytest

from form_templates.model import ItemId
from omr.results import Verification
from omr.store.database import Database
from omr.store.store import Store
from tests.omr.build import deliver

_DECISION = Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00")


def test_that_a_survey_is_written_ahead_where_that_can_be(survey):
    survey.store.judgements.in_force([])

    assert not survey.store.database.is_for_one


@pytest.mark.parametrize("vfs", ["unix-none", "unix-dotfile"])
def test_that_a_survey_is_read_and_written_where_processes_share_no_memory(survey, vfs):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    survey.close()
    path = survey.folder / "survey.db"

    store = Store(Database.open(path, vfs=vfs))
    store.judgements.verify(page_id, ItemId("c02"), _DECISION)
    in_force = store.judgements.in_force([(page_id, ItemId("c02"))])
    store.close()

    assert store.database.is_for_one
    assert in_force == {(page_id, ItemId("c02")): _DECISION}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
