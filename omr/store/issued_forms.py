"""Which forms were printed for which unit."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, select

from form_templates.model import FormKey
from omr.clock import now
from omr.errors import BeingPrinted
from omr.store import schema
from omr.store.database import Database, in_portions, insert_rows


class IssuedFormTable:
    """The runs of printing of a survey; serial numbers count on from one to the next."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_serials(self) -> dict[str, int]:
        """Return the first serial number not yet printed, by unit code; units without an entry begin at 1."""
        with self._database.connect() as connection:
            return _next_serials(connection)

    def add(self, first_serials: Mapping[str, int], copies: int, form: FormKey | None = None) -> tuple[int, ...]:
        """Note that ``copies`` forms are printed for every unit, from its first serial number on; returns the keys.

        The forms of a survey share the serial numbers of a unit; None stands for the form that it began with.

        Raises:
            BeingPrinted: Somebody else took serial numbers of one of these units meanwhile; nothing was noted.
        """
        moment = now()
        rows = [
            {"unit": unit, "first_serial": first, "copies": copies, "printed_at": moment, **_columns(form)}
            for unit, first in first_serials.items()
        ]
        if not rows:
            return ()
        with self._database.transaction() as connection:
            taken = _next_serials(connection)
            if any(first < taken.get(unit, 1) for unit, first in first_serials.items()):
                raise BeingPrinted(self._database.folder, "", "", "", 0)
            return insert_rows(connection, schema.issue, rows)

    def note_seen(self) -> None:
        """Note as printed what scans show to be, after notes were lost: no number on paper is printed twice."""
        page, pin = schema.page, schema.page_pin
        seen: dict[str, int] = {}
        with self._database.transaction() as connection:
            pinned = select(pin.c.unit, pin.c.serial).where(pin.c.withdrawn_at.is_(None))
            for unit, serial in connection.execute(select(page.c.unit, page.c.serial).union(pinned)):
                if unit and serial.isdecimal():
                    seen[unit] = max(seen.get(unit, 0), int(serial))
            noted, moment = _next_serials(connection), now()
            rows = [
                {"unit": unit, "first_serial": first, "copies": last - first + 1, "printed_at": moment}
                for unit, last in seen.items()
                if last >= (first := noted.get(unit, 1))
            ]
            insert_rows(connection, schema.issue, rows)

    def take_back(self, keys: Sequence[int]) -> None:
        """Forget what was noted of forms that were not printed after all."""
        if not keys:
            return
        with self._database.transaction() as connection:
            for portion in in_portions(keys):
                connection.execute(delete(schema.issue).where(schema.issue.c.id.in_(portion)))

    def copies(self, form: FormKey | None = None, *, is_first: bool = True) -> dict[str, int]:
        """Return how many copies were printed, by unit code.

        Args:
            form: Of this form only; None counts those of all.
            is_first: Whether the survey began with it: then what was printed of no form that is named is of it.
        """
        table = schema.issue
        query = select(table.c.unit, func.sum(table.c.copies)).group_by(table.c.unit)
        if form is not None:
            is_of_form = (table.c.template_id == form.template_id) & (table.c.template_version == form.version)
            query = query.where(is_of_form | (table.c.template_id == "") if is_first else is_of_form)
        with self._database.connect() as connection:
            return {unit: int(copies) for unit, copies in connection.execute(query)}


def _columns(form: FormKey | None) -> dict[str, str | int]:
    return {} if form is None else {"template_id": form.template_id, "template_version": form.version}


def _next_serials(connection: Connection) -> dict[str, int]:
    table = schema.issue
    next_serial = func.max(table.c.first_serial + table.c.copies)
    rows = connection.execute(select(table.c.unit, next_serial).group_by(table.c.unit))
    return {unit: int(serial) for unit, serial in rows}
