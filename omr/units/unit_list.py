"""The units that are rated: provincial, district and commune offices, keyed by their official code as text.

A code alone names no unit for ever: when communes are merged, codes go on under another name or over more land. A
unit therefore carries the days between which it is in force, and ``crosswalk`` tells what became of it.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import shortened
from omr.errors import UnitListError
from omr.units.list_files import UnreadableList, at_line, read_date, read_list
from omr.whole_files import write_whole

SHIPPED_UNITS = Path(__file__).parents[1] / "data" / "units_bacninh_2020.csv"
"""The 135 one-stop offices of Bắc Ninh in 2020, official codes."""

_TEXTS = ("code", "name", "level", "kind", "parent_code")
_TRANSACTIONS = ("transactions", "giao_dich")  # either heads the column; the first is what the program writes
_DAYS = ("valid_from", "valid_to")
_LONGEST_CODE = 32  # characters; official ones have five
_WRITTEN = (*_TEXTS, _TRANSACTIONS[0], *_DAYS)
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}([., ])[0-9]{3}(\1[0-9]{3})?")
"""A whole number as people write it: 12345, or grouped as 12.345, 12,345, 12 345."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One office.

    Attributes:
        code: Official code; text, for a leading zero counts.
        name: With its kind, e.g. ``"Phường Vũ Ninh"``.
        level: ``"province"``, ``"district"``, ``"commune"``, or whatever the list says.
        kind: Administrative kind as written in names.
        parent_code: Code of the unit above; empty at the top.
        transactions: Transactions it completed in the period of the survey; None where nobody told.
        valid_from: A day from which it is known to be in force within its boundary; None if the list does not say.
        valid_to: Its last day within its boundary; None if that is not known or has not come.
    """

    code: str
    name: str
    level: str = ""
    kind: str = ""
    parent_code: str = ""
    transactions: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def load_units(path: Path) -> tuple[Unit, ...]:
    """Read a unit list: CSV, UTF-8 (a BOM is allowed).

    Columns are ``code,name`` and optionally ``level,kind,parent_code``, ``transactions`` (also as ``giao_dich``), and
    ``valid_from,valid_to``, days like 2020-12-31.

    Raises:
        UnitListError: The file cannot be read or has mistakes; all of them are listed.
    """
    try:
        rows = read_list(path, {"code", "name"})
    except UnreadableList as error:
        raise UnitListError(path, (error.fact,)) from error
    units, findings = check_units(rows)
    if findings:
        raise UnitListError(path, findings)
    return units


def check_units(
    rows: Iterable[tuple[int, dict[str, str]]], at: Callable[[int, str], Fact] = at_line
) -> tuple[tuple[Unit, ...], tuple[str, ...]]:
    """Return the units that rows say, and every mistake in them.

    Args:
        rows: Each with its 1-based place in the list, and what stands in which of the columns ``load_units`` names.
        at: Words what is wrong with a place.
    """
    findings: list[str] = []
    units: dict[str, Unit] = {}
    for place, row in rows:
        (valid_from, valid_to), misdated = _read_days(row)
        code, name, level, kind, parent_code = (row.get(column, "") for column in _TEXTS)
        unit = Unit(code, name, level, kind, parent_code, _transactions(row), valid_from, valid_to)
        mistakes = [*misdated, *_mistakes(unit, units), *_miscounts(row)]
        findings += [at(place, fact) for fact in mistakes]
        units.setdefault(code, unit)
    findings += [
        Fact(
            "unit {code}: its parent {parent} is not in the list",
            code=shortened(unit.code),
            parent=shortened(unit.parent_code),
        )
        for unit in units.values()
        if unit.parent_code and unit.parent_code not in units
    ]
    if not units:
        findings.append(Fact("it has no unit"))
    return tuple(units.values()), tuple(findings)


def save_units(units: tuple[Unit, ...], path: Path) -> None:
    """Write a unit list that ``load_units`` reads back as it is.

    Raises:
        FolderNotWritable: What was there is kept.
        DiskFull: Likewise.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_WRITTEN)
    # csv writes None as nothing and a day as 2020-12-31.
    writer.writerows([getattr(unit, column) for column in _WRITTEN] for unit in units)
    write_whole(path, file.getvalue())


def _read_days(row: dict[str, str]) -> tuple[list[date | None], list[str]]:
    days: list[date | None] = []
    mistakes: list[str] = []
    for column in _DAYS:
        try:
            days.append(read_date(row.get(column, "")))
        except ValueError:
            days.append(None)
            fact = Fact('{column} "{text}" is no day like 2020-12-31', column=column, text=shortened(row[column]))
            mistakes.append(fact)
    return days, mistakes


def _written_count(row: dict[str, str]) -> str:
    written = next((row[column] for column in _TRANSACTIONS if row.get(column)), "")
    return written.replace("\N{NO-BREAK SPACE}", " ")


def _transactions(row: dict[str, str]) -> int | None:
    count = _written_count(row)
    return int(re.sub("[., ]", "", count)) if _COUNT.fullmatch(count) else None


def _miscounts(row: dict[str, str]) -> list[str]:
    count = _written_count(row)
    if not count or _COUNT.fullmatch(count):
        return []
    return [Fact('"{text}" is no number of transactions', text=shortened(count))]


def _mistakes(unit: Unit, known: Mapping[str, Unit]) -> list[str]:
    facts: list[str] = []
    if not unit.code:
        facts.append(Fact("no code"))
    elif not (unit.code.isascii() and unit.code.replace("-", "").replace(".", "").isalnum()):
        # The code is printed into a machine-readable code that knows these characters only.
        pattern = "code \"{code}\" has characters other than letters, digits, '-' and '.'"
        facts.append(Fact(pattern, code=shortened(unit.code)))
    elif len(unit.code) > _LONGEST_CODE:
        facts.append(
            Fact(
                "the code has {count} characters, at most {limit} are allowed",
                count=len(unit.code),
                limit=_LONGEST_CODE,
            )
        )
    elif unit.code in known:
        facts.append(Fact("code {code} stands there twice", code=unit.code))
    if not unit.name:
        facts.append(Fact("no name"))
    if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
        facts.append(Fact("it ends ({end}) before it begins ({begin})", end=unit.valid_to, begin=unit.valid_from))
    return facts
