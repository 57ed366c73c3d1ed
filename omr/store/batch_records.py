"""The batches of a survey: when each began and ended, what it reads with, and what its first pages taught."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update

from form_templates.model import FormKey
from omr.clock import now
from omr.settings import ReadingConditions, ReadingSettings
from omr.store import schema
from omr.store.database import Database, insert_row
from omr.store.removals import load_removals
from omr.store.sqlite.failures import unpacked

_READING, _DONE = "reading", "done"
_OUTSIDE = ("program", "mark_model", "renderer", "pdfium")  # of ``ReadingConditions``: what may be another one later


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch.

    Attributes:
        number: 1-based.
        is_done: Whether it ended.
        started_at: When it began, ISO 8601.
        finished_at: When it ended; empty while it has not.
        taken_out_by: Who took all that came in it out of the count; empty while it counts.
    """

    number: int
    is_done: bool
    started_at: str
    finished_at: str
    taken_out_by: str = ""


class BatchTable:
    """The batches of a survey; at most one is unfinished."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[BatchRecord]:
        """Return all batches in order."""
        table = schema.batch
        with self._database.connect() as connection:
            out = load_removals(connection).batches
            rows = connection.execute(select(table).order_by(table.c.id))
            return [
                BatchRecord(r.id, r.state == _DONE, r.started_at, r.finished_at or "", out.get(r.id, "")) for r in rows
            ]

    def unfinished(self) -> int | None:
        """Return the number of the batch that was interrupted, or None."""
        table = schema.batch
        with self._database.connect() as connection:
            found = connection.scalar(select(func.max(table.c.id)).where(table.c.state == _READING))
        return None if found is None else int(found)

    def start(self, conditions: ReadingConditions) -> int:
        """Begin a batch; returns its number."""
        settings = json.dumps(conditions.settings.as_dict(), sort_keys=True)
        values = {name: getattr(conditions, name) for name in (*_OUTSIDE, "template_id", "template_version")}
        values |= {"state": _READING, "started_at": now(), "settings": settings}
        if conditions.other_forms:
            values["other_forms"] = json.dumps(conditions.other_forms)
        with self._database.transaction() as connection:
            return insert_row(connection, schema.batch, values)

    def conditions(self, number: int) -> ReadingConditions:
        """Return what a batch was begun with; all its pages are read with these settings. KeyError if there is none."""
        table = schema.batch
        with self._database.connect() as connection:
            rows = connection.execute(select(table).where(table.c.id == number))
            found = list(unpacked(table, rows, _conditions))
        if not found:
            raise KeyError(number)
        return found[0]

    def widen(self, number: int, other_forms: Sequence[FormKey]) -> None:
        """Note the forms, besides the first, by which pages of a batch are read from now on."""
        self._change(number, other_forms=json.dumps(other_forms) if other_forms else "")

    def note_other_conditions(self, number: int, conditions: ReadingConditions) -> None:
        """Note that a batch goes on with another version of a tool; the same again is noted once."""
        noted = self.other_conditions(number)
        others = {name: getattr(conditions, name) for name in _OUTSIDE}
        if not noted or noted[-1] != others | {"at": noted[-1]["at"]}:
            lines = [json.dumps(each) + "\n" for each in (*noted, {"at": now(), **others})]
            self._change(number, went_on_with="".join(lines))

    def other_conditions(self, number: int) -> list[dict[str, str]]:
        """Return with what else a batch went on: moment (``at``) and the version of each tool, in order."""
        table = schema.batch
        with self._database.connect() as connection:
            rows = connection.execute(select(table.c.id, table.c.went_on_with).where(table.c.id == number))
            noted = list(
                unpacked(table, rows, lambda row: [json.loads(line) for line in row.went_on_with.splitlines()])
            )
        return noted[0] if noted else []

    def finish(self, number: int) -> None:
        """Mark a batch as done."""
        self._change(number, state=_DONE, finished_at=now())

    def learned(self, number: int) -> bytes | None:
        """Return what a batch learned from its first pages, empty for nothing; None if it did not look yet."""
        table = schema.batch
        with self._database.connect() as connection:
            return connection.scalar(select(table.c.learned).where(table.c.id == number))

    def keep_learned(self, number: int, learned: bytes) -> None:
        """Note what a batch learned, before any of its pages is kept."""
        self._change(number, learned=learned)

    def _change(self, number: int, **values: Any) -> None:
        with self._database.transaction() as connection:
            connection.execute(update(schema.batch).where(schema.batch.c.id == number).values(values))


def _conditions(row: Any) -> ReadingConditions:
    settings = ReadingSettings.from_dict(json.loads(row.settings))
    kept = {name: getattr(row, name) for name in (*_OUTSIDE, "template_id", "template_version")}
    others = json.loads(row.other_forms) if row.other_forms else []
    return ReadingConditions(settings, **kept, other_forms=tuple(FormKey(*form) for form in others))
