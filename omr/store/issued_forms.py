"""Which forms were printed for which unit."""

from collections.abc import Mapping

from sqlalchemy import func, select

from omr.clock import now
from omr.store import schema
from omr.store.database import Database


class IssuedFormTable:
    """The runs of printing of a survey; serial numbers count on from one to the next."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_serials(self) -> dict[str, int]:
        """Return the first serial number not yet printed, by unit code; units without an entry begin at 1."""
        table = schema.issue
        next_serial = func.max(table.c.first_serial + table.c.copies)
        with self._database.connect() as connection:
            rows = connection.execute(select(table.c.unit, next_serial).group_by(table.c.unit))
            return {unit: int(serial) for unit, serial in rows}

    def add(self, first_serials: Mapping[str, int], copies: int) -> None:
        """Note that ``copies`` forms were printed for every unit, from its first serial number on."""
        moment = now()
        rows = [
            {"unit": unit, "first_serial": first, "copies": copies, "printed_at": moment}
            for unit, first in first_serials.items()
        ]
        if rows:
            with self._database.transaction() as connection:
                connection.execute(schema.issue.insert(), rows)

    def copies(self) -> dict[str, int]:
        """Return how many copies were printed, by unit code."""
        table = schema.issue
        with self._database.connect() as connection:
            rows = connection.execute(select(table.c.unit, func.sum(table.c.copies)).group_by(table.c.unit))
            return {unit: int(copies) for unit, copies in rows}
