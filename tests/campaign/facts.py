"""What a survey holds, as facts that can be compared, and what must be true of every survey at any moment."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from omr.responses import DeliveredPage
from omr.survey.folder import Survey

Facts = Mapping[str, Any]
"""Values by name; two surveys that hold the same have equal facts."""


def survey_facts(folder: Path) -> Facts:
    """Return every page with its readings and decisions, and every form that was issued."""
    with Survey.open(folder) as survey:
        pages = survey.pages()
        issued = survey.store.issued.next_serials()
        batches = len(survey.store.batches.all())
    facts: dict[str, Any] = {"next serials": issued, "batches": batches}
    seen: Counter[str] = Counter()
    for page in pages:
        name = f"page {page.page_in_file} of {page.source}"
        seen[name] += 1
        facts[f"{name} ({seen[name]})"] = _page_facts(page)
    return facts


def differences(wanted: Facts, found: Facts) -> list[str]:
    """Return what one survey holds and the other does not, a sentence each."""
    names = [*wanted, *(name for name in found if name not in wanted)]
    return [
        f"{name}: {wanted.get(name, 'nothing')} became {found.get(name, 'nothing')}"
        for name in names
        if wanted.get(name) != found.get(name)
    ]


def broken_promises(folder: Path, *, is_at_rest: bool = True) -> Iterator[str]:
    """Yield what is wrong with a survey in itself.

    Args:
        folder: The survey.
        is_at_rest: Whether no command was interrupted since the last that ended.
    """
    yield from _damaged_scans(folder)
    with closing(sqlite3.connect(folder / "survey.db", timeout=30)) as connection:
        if (verdict := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            yield f"the database is not sound: {verdict}"
        for table, in_force in (("verification", "AND replaced_at IS NULL"), ("acceptance", "")):
            query = f"SELECT page_id || ' ' || item_id FROM {table} WHERE withdrawn_at IS NULL {in_force}"
            twice = _counted(connection, query)
            yield from (f"{name} has {count} rows of {table} in force" for name, count in twice.items() if count > 1)
        runs = connection.execute("SELECT unit, first_serial, copies FROM issue").fetchall()
        serials = Counter((unit, first + k) for unit, first, copies in runs for k in range(copies))
        yield from (f"serial {name} was issued {count} times" for name, count in serials.items() if count > 1)
        kept = connection.execute("SELECT hash || extension FROM content").fetchall()
        yield from (f"scan {name} is missing" for (name,) in kept if not (folder / "scans" / name).exists())
        if is_at_rest:
            states = connection.execute("SELECT id FROM batch WHERE state != 'done'").fetchall()
            yield from (f"batch {number} was left unfinished" for (number,) in states)
    if is_at_rest:
        yield from (f"{path.name} was left in scans" for path in (folder / "scans").glob(".*"))


def _page_facts(page: DeliveredPage) -> tuple[Any, ...]:
    readings = tuple(
        (item_id, reading.answer, round(reading.p_wrong, 9), tuple(sorted(reading.flags)))
        for item_id, reading in sorted(page.readings.items())
    )
    decisions = tuple((item_id, made.answer, made.operator) for item_id, made in sorted(page.verifications.items()))
    accepted = tuple(
        (item_id, round(each.p_wrong, 9), each.operator) for item_id, each in sorted(page.accepted.items())
    )
    return str(page.outcome), str(page.reason), readings, decisions, accepted


def _damaged_scans(folder: Path) -> Iterator[str]:
    for scan in (folder / "scans").iterdir():
        if not scan.name.startswith(".") and hashlib.sha256(scan.read_bytes()).hexdigest() != scan.stem:
            yield f"scan {scan.name} does not hold what its name says"


def _counted(connection: sqlite3.Connection, query: str) -> Counter[str]:
    return Counter(name for (name,) in connection.execute(query))
