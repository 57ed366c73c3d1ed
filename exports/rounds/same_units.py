"""Which units of two rounds may be compared: a unit with those that it is made of, if they went into it undivided.

A code means a unit only together with a day (``omr.units.unit_list``). The day of a unit list is the latest
``valid_from`` in it; a list without days is dated like the shipped one if all its units stand there, else by the year
in the round's name. Two lists that no day is known of may be compared where code and name agree.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exports.rounds.incomparable import Incomparable, IncomparableReason
from omr.units.crosswalk import Origin, UnitChange, find_origins
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units

_ROUND_DAY = (9, 1)  # month, day: rounds are held in late summer and autumn, before the mergers of 01/12/2024


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units of a round.

    Attributes:
        units: As listed.
        day: A day on which the list holds; None if nothing tells.
        answering: Codes with valid responses.
    """

    units: tuple[Unit, ...]
    day: date | None
    answering: frozenset[str]

    @property
    def names(self) -> dict[str, str]:
        """Names by code."""
        return {unit.code: unit.name for unit in self.units}


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit of the later round and the earlier units that it is compared with.

    Attributes:
        unit: The unit; of the earlier round if it has no successor.
        origins: Codes of the earlier round that it is made of; empty if it cannot be compared.
        obstacle: Why it cannot be compared; None if it can.
    """

    unit: Unit
    origins: tuple[str, ...]
    obstacle: Incomparable | None = None


def day_of(units: Sequence[Unit], round_name: str) -> date | None:
    """Return a day on which a list of units holds; None if nothing tells."""
    days = [unit.valid_from for unit in units if unit.valid_from]
    if days:
        return max(days)
    shipped = {(unit.code, unit.name): unit.valid_from for unit in load_units(SHIPPED_UNITS)}
    if units and all((unit.code, unit.name) in shipped for unit in units):
        return shipped[units[0].code, units[0].name]
    year = year_of(round_name)
    return date(year, *_ROUND_DAY) if year else None


def year_of(round_name: str) -> int | None:
    """Return the last year that a round's name speaks of; None if it names none."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", round_name)
    return int(years[-1]) if years else None


def match_units(earlier: UnitList, later: UnitList, changes: Sequence[UnitChange]) -> tuple[UnitMatch, ...]:
    """Match every unit of the later list, in its order; then those of the earlier one that answered and are gone."""
    origins = _origins(earlier, later, changes)
    told = sorted(changes, key=lambda change: change.since, reverse=True)  # so that the oldest name of a code wins
    names = {**{change.old_code: change.old_name for change in told if change.old_name}, **earlier.names}
    matches = tuple(_match(unit, earlier, later, origins.get(unit.code, ()), names) for unit in later.units)
    kept = {origin.code for unit in later.units for origin in origins.get(unit.code, ())}
    gone = [unit for unit in earlier.units if unit.code in earlier.answering and unit.code not in kept]
    if earlier.day is None or later.day is None:
        gone = [unit for unit in gone if unit.code not in later.names]  # those are told from the other side
    return (*matches, *(UnitMatch(unit, (), Incomparable(IncomparableReason.UNIT_GONE)) for unit in gone))


def _origins(earlier: UnitList, later: UnitList, changes: Sequence[UnitChange]) -> Mapping[str, tuple[Origin, ...]]:
    listed = [unit.code for unit in earlier.units]
    if earlier.day and later.day:
        if _runs_backwards(earlier.day, later.day, changes):
            return {}
        origins = find_origins(changes, listed, earlier.day, later.day)
        ended = _ended(earlier.units, later.day, changes)
        return {code: tuple(o for o in of if o.code not in ended) for code, of in origins.items()}
    if earlier.day or later.day:
        return {}
    names = later.names
    return {
        unit.code: (Origin(unit.code, is_whole=True),)
        for unit in earlier.units
        if unit.code in names and _folded(unit.name) == _folded(names[unit.code])
    }


def _runs_backwards(earlier: date, later: date, changes: Sequence[UnitChange]) -> bool:
    """Whether the list of the earlier round is the newer one, with units that changed in between."""
    return any(later < change.since <= earlier for change in changes)


def _ended(units: Sequence[Unit], later: date, changes: Sequence[UnitChange]) -> Collection[str]:
    """Return units that ended before the later day without a line that says where they went."""
    told = {change.old_code for change in changes}
    return {unit.code for unit in units if unit.valid_to and unit.valid_to < later and unit.code not in told}


def _match(
    unit: Unit, earlier: UnitList, later: UnitList, origins: Sequence[Origin], names: Mapping[str, str]
) -> UnitMatch:
    obstacle = _obstacle(unit, earlier, later, origins)
    if obstacle:
        named = tuple(names.get(code, code) for code in obstacle.names)
        return UnitMatch(unit, (), Incomparable(obstacle.reason, named))
    return UnitMatch(unit, tuple(origin.code for origin in origins))


def _obstacle(unit: Unit, earlier: UnitList, later: UnitList, origins: Sequence[Origin]) -> Incomparable | None:
    """Return why a unit cannot be compared, with the codes of the units it is about."""
    if not origins:
        return Incomparable(_why_without_origin(unit, earlier, later))
    divided = tuple(origin.code for origin in origins if not origin.is_whole)
    if divided:
        return Incomparable(IncomparableReason.PART_ONLY, divided)
    silent = tuple(origin.code for origin in origins if origin.code not in earlier.answering)
    if len(silent) == len(origins):
        return Incomparable(IncomparableReason.NOT_SURVEYED)
    if silent:
        return Incomparable(IncomparableReason.ORIGIN_MISSING, silent)
    return None if unit.code in later.answering else Incomparable(IncomparableReason.NO_RESPONSES)


def _why_without_origin(unit: Unit, earlier: UnitList, later: UnitList) -> IncomparableReason:
    if earlier.day is None or later.day is None:
        if earlier.day or later.day:
            return IncomparableReason.UNDATED
        return IncomparableReason.RENAMED if unit.code in earlier.names else IncomparableReason.UNIT_NEW
    return IncomparableReason.UNIT_NEW


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
