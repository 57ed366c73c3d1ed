"""Codes as spreadsheets leave them: without the zeros that they begin with, or with decimals. Pure.

A spreadsheet takes 09163 for the number 9163. The zero is put back only where something else in the list, or the
official list, says that it was there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from form_templates.facts import Fact
from omr.forms.unit_lists.headings import fold
from omr.units.crosswalk import SHIPPED_CROSSWALK
from omr.units.list_files import read_list
from omr.units.unit_list import SHIPPED_UNITS, load_units

_WITH_DECIMALS = re.compile(r"([0-9]+)[.,]0+")
_SHORTEST = 3  # digits of codes that are thought to be of one length; 1 to 135 are counted, not coded


@dataclass(frozen=True, slots=True)
class CodedRow:
    """What tells a code of a list.

    Attributes:
        code: As it stands there.
        name: Of the unit.
        level: Of the unit, as it stands there.
    """

    code: str
    name: str
    level: str


def without_decimals(rows: Sequence[CodedRow]) -> dict[str, str]:
    """Return what 9163.0 is, by each code that is written so; nothing where any code has other decimals."""
    whole = {row.code: found[1] for row in rows if (found := _WITH_DECIMALS.fullmatch(row.code))}
    others = (row.code for row in rows if row.code not in whole)
    return whole if all(code.isdigit() for code in others) else {}


def lost_zeros(rows: Sequence[CodedRow]) -> dict[str, str]:
    """Return what each code is that lost zeros; only where that is certain, and no other unit has that code."""
    completed = {**_by_length(rows), **_by_official_name(rows)}
    taken = {row.code for row in rows}
    wanted = list(completed.values())
    return {old: new for old, new in completed.items() if new not in taken and wanted.count(new) == 1}


def doubtful_lengths(rows: Iterable[CodedRow]) -> Fact | None:
    """Return that codes of one level differ in length by a digit, as where some lost a zero; None if none do."""
    for coded in _by_level(rows).values():
        first = {len(row.code): row for row in reversed(coded)}
        for length, row in sorted(first.items()):
            longer = first.get(length + 1)
            if longer is not None and length >= _SHORTEST:
                return Fact(
                    "codes differ in length ({shorter} {name}, {longer} {other}): spreadsheets take zeros away; "
                    "if one is missing, write the code as text and choose the list again",
                    shorter=row.code,
                    name=row.name,
                    longer=longer.code,
                    other=longer.name,
                )
    return None


def _by_length(rows: Sequence[CodedRow]) -> dict[str, str]:
    """Return codes completed to the length of those of the same level, some of which begin with a zero."""
    completed: dict[str, str] = {}
    for level, coded in _by_level(rows).items():
        longest = max(len(row.code) for row in coded)
        with_zero = {len(row.code) for row in coded if row.code.startswith("0")}
        if with_zero != {longest} or longest <= _SHORTEST:
            continue
        for row in coded:
            # Without levels shorter codes may be those of districts: 256 beside 09163.
            if len(row.code) == longest - 1 or (level and len(row.code) < longest):
                completed[row.code] = row.code.zfill(longest)
    return completed


def _by_level(rows: Iterable[CodedRow]) -> dict[str, list[CodedRow]]:
    by_level: dict[str, list[CodedRow]] = {}
    for row in rows:
        if row.code.isascii() and row.code.isdigit():
            by_level.setdefault(fold(row.level), []).append(row)
    return by_level


def _by_official_name(rows: Sequence[CodedRow]) -> dict[str, str]:
    """Return the codes of the official list that differ by zeros alone and have the same name there."""
    official = _official_codes()
    found = {row.code: official.get((row.code, fold(row.name)), row.code) for row in rows if row.code.isdigit()}
    return {code: known for code, known in found.items() if known != code}


@cache
def _official_codes() -> Mapping[tuple[str, str], str]:
    """Return official codes that begin with a zero, by what is left of them without it and the unit's folded name."""
    named = {(unit.code, unit.name) for unit in load_units(SHIPPED_UNITS)}
    for _, row in read_list(SHIPPED_CROSSWALK, {"new_code", "new_name"}):
        named.add((row["new_code"], row["new_name"]))
    return {(code.lstrip("0"), fold(name)): code for code, name in named if code.startswith("0")}
