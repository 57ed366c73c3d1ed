"""The units that are rated: provincial, district and commune offices, keyed by their official code as text."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from omr.errors import UnitListError

SHIPPED_UNITS = Path(__file__).parent / "data" / "units_bacninh_2020.csv"
"""The 135 one-stop offices of Bắc Ninh in 2020, official codes."""

_TEXTS = ("code", "name", "level", "kind", "parent_code")
_TRANSACTIONS = ("transactions", "giao_dich")  # either heads the column; the first is what the program writes
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
    """

    code: str
    name: str
    level: str = ""
    kind: str = ""
    parent_code: str = ""
    transactions: int | None = None


def load_units(path: Path) -> tuple[Unit, ...]:
    """Read a unit list: CSV, UTF-8 (a BOM is allowed).

    Columns are ``code,name`` and optionally ``level,kind,parent_code,transactions`` (the last also as ``giao_dich``).

    Raises:
        UnitListError: The file cannot be read or has mistakes; all of them are listed.
    """
    rows = _read_rows(path)
    findings: list[str] = []
    units: list[Unit] = []
    for line, row in rows:
        unit = Unit(**{column: _clean(row.get(column)) for column in _TEXTS}, transactions=_transactions(row))
        mistakes = _mistakes(unit, {u.code for u in units}) + _miscounts(row)
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
        writer.writerow((*_TEXTS, _TRANSACTIONS[0]))
        writer.writerows([*(getattr(unit, column) for column in _TEXTS), unit.transactions] for unit in units)


def _read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnitListError(path, (f"it cannot be opened ({error.strerror})",)) from error
    except UnicodeDecodeError as error:
        raise UnitListError(path, ("it is not UTF-8 text; save it as 'CSV UTF-8'",)) from error
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    missing = {"code", "name"} - {(name or "").strip() for name in reader.fieldnames or ()}
    if missing:
        raise UnitListError(path, (f"line 1: no column {' and '.join(sorted(missing))}",))
    return [
        (reader.line_num, {(key or "").strip(): value for key, value in row.items() if isinstance(value, str)})
        for row in reader
        if any(row.values())
    ]


def _clean(value: str | None) -> str:
    return unicodedata.normalize("NFC", (value or "").strip())


def _written_count(row: dict[str, str]) -> str:
    written = next((row[column] for column in _TRANSACTIONS if row.get(column)), "")
    return _clean(written).replace("\N{NO-BREAK SPACE}", " ")


def _transactions(row: dict[str, str]) -> int | None:
    count = _written_count(row)
    return int(re.sub("[., ]", "", count)) if _COUNT.fullmatch(count) else None


def _miscounts(row: dict[str, str]) -> list[str]:
    count = _written_count(row)
    return [f"{count!r} is no number of transactions"] if count and not _COUNT.fullmatch(count) else []


def _mistakes(unit: Unit, known_codes: set[str]) -> list[str]:
    facts: list[str] = []
    if not unit.code:
        facts.append("no code")
    elif not (unit.code.isascii() and unit.code.replace("-", "").replace(".", "").isalnum()):
        # The code is printed into a machine-readable code that knows these characters only.
        facts.append(f"code {unit.code!r} has characters other than letters, digits, '-' and '.'")
    elif unit.code in known_codes:
        facts.append(f"code {unit.code} stands there twice")
    if not unit.name:
        facts.append("no name")
    return facts
