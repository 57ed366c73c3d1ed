"""The units that are rated: provincial, district and commune offices, keyed by their official code as text.

A code alone names no unit for ever: when communes are merged, codes go on under another name or over more land. A
unit therefore carries the days between which it is in force, and ``unit_crosswalk`` tells what became of it.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from omr.errors import UnitListError
from omr.list_files import UnreadableList, read_date, read_list

SHIPPED_UNITS = Path(__file__).parent / "data" / "units_bacninh_2020.csv"
"""The 135 one-stop offices of Bắc Ninh in 2020, official codes."""

_TEXT_COLUMNS = ("code", "name", "level", "kind", "parent_code")
_DATE_COLUMNS = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Unit:
    """One office.

    Attributes:
        code: Official code; text, for a leading zero counts.
        name: With its kind, e.g. ``"Phường Vũ Ninh"``.
        level: ``"province"``, ``"district"``, ``"commune"``, or whatever the list says.
        kind: Administrative kind as written in names.
        parent_code: Code of the unit above; empty at the top.
        valid_from: A day from which it is known to be in force within its boundary; None if the list does not say.
        valid_to: Its last day within its boundary; None if that is not known or has not come.
    """

    code: str
    name: str
    level: str = ""
    kind: str = ""
    parent_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


def load_units(path: Path) -> tuple[Unit, ...]:
    """Read a unit list: CSV, UTF-8 (a BOM is allowed).

    Columns are ``code,name`` and optionally ``level,kind,parent_code,valid_from,valid_to``, days like 2020-12-31.

    Raises:
        UnitListError: The file cannot be read or has mistakes; all of them are listed.
    """
    try:
        rows = read_list(path, {"code", "name"})
    except UnreadableList as error:
        raise UnitListError(path, (error.fact,)) from error
    findings: list[str] = []
    units: list[Unit] = []
    for line, row in rows:
        (valid_from, valid_to), mistakes = _read_days(row)
        code, name, level, kind, parent_code = (row.get(column, "") for column in _TEXT_COLUMNS)
        unit = Unit(code, name, level, kind, parent_code, valid_from, valid_to)
        mistakes += _mistakes(unit, {u.code for u in units})
        findings += [f"line {line}: {fact}" for fact in mistakes]
        units.append(unit)
    codes = {unit.code for unit in units}
    findings += [
        f"unit {unit.code}: its parent {unit.parent_code} is not in the list"
        for unit in units
        if unit.parent_code and unit.parent_code not in codes
    ]
    if not units:
        findings.append("it has no unit")
    if findings:
        raise UnitListError(path, tuple(findings))
    return tuple(units)


def save_units(units: tuple[Unit, ...], path: Path) -> None:
    """Write a unit list that ``load_units`` reads back as it is."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*_TEXT_COLUMNS, *_DATE_COLUMNS))
        # csv writes None as nothing and a day as 2020-12-31.
        writer.writerows([getattr(unit, column) for column in (*_TEXT_COLUMNS, *_DATE_COLUMNS)] for unit in units)


def _read_days(row: dict[str, str]) -> tuple[list[date | None], list[str]]:
    days: list[date | None] = []
    mistakes = []
    for column in _DATE_COLUMNS:
        try:
            days.append(read_date(row.get(column, "")))
        except ValueError:
            days.append(None)
            mistakes.append(f"{column} {row[column]!r} is no day like 2020-12-31")
    return days, mistakes


def _mistakes(unit: Unit, known_codes: set[str]) -> list[str]:
    facts = []
    if not unit.code:
        facts.append("no code")
    elif not (unit.code.isascii() and unit.code.replace("-", "").replace(".", "").isalnum()):
        # The code is printed into a machine-readable code that knows these characters only.
        facts.append(f"code {unit.code!r} has characters other than letters, digits, '-' and '.'")
    elif unit.code in known_codes:
        facts.append(f"code {unit.code} stands there twice")
    if not unit.name:
        facts.append("no name")
    if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
        facts.append(f"it ends ({unit.valid_to}) before it begins ({unit.valid_from})")
    return facts
