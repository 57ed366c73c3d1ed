"""What became of units over the years: which code goes on under which, from which day, and whether wholly.

A crosswalk is a CSV with the columns ``since,old_code,new_code`` and optionally ``old_name,new_name,share,source``, a
line per pair. ``since`` is the first day of the new unit, like 2025-07-01. ``share`` is the part of the old unit that
went into the new one: 1 (also where nothing stands) is all of it, less is a part. A line without a new code says that
the unit ended. Codes that no line names stay what they are; who goes on under a code that others join needs no line.

The shipped one holds the mergers of Bắc Ninh of 2024 and 2025. Its membership follows NQ 1255/NQ-UBTVQH15, NQ
1658/NQ-UBTVQH15 and QĐ 19/2025/QĐ-TTg; where a line of 2024 was inferred, its ``source`` says from what. No union of
2025 depends on those.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import shortened
from omr.errors import CrosswalkError
from omr.units.list_files import UnreadableList, at_line, read_date, read_list

SHIPPED_CROSSWALK = Path(__file__).parents[1] / "data" / "units_bacninh_crosswalk_2020_2025.csv"
"""The communes of Bắc Ninh, 126 in 2020, 121 from 01/12/2024, 41 from 01/07/2025; the end of its districts."""

_COLUMNS = ("since", "old_code", "new_code", "old_name", "share")


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One line: all or part of one unit went into another.

    Attributes:
        since: First day of the new unit.
        old_code: The unit before.
        new_code: The unit after; empty where the old one ended.
        old_name: What the unit before was called.
        share: Part of the old unit that went there, above 0.0 and at most 1.0.
    """

    since: date
    old_code: str
    new_code: str
    old_name: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Origin:
    """A unit of an earlier day that went into one of a later day.

    Attributes:
        code: Its code on the earlier day.
        is_whole: Whether it went there undivided.
    """

    code: str
    is_whole: bool


def load_crosswalk(path: Path) -> tuple[UnitChange, ...]:
    """Read a crosswalk.

    Raises:
        CrosswalkError: The file cannot be read or has mistakes; all of them are listed.
    """
    try:
        rows = read_list(path, {"since", "old_code", "new_code"})
    except UnreadableList as error:
        raise CrosswalkError(path, (error.fact,)) from error
    changes: list[UnitChange] = []
    findings: list[str] = []
    for line, row in rows:
        try:
            changes.append(_change(row))
        except ValueError as error:
            findings.append(at_line(line, error.args[0]))
    if findings:
        raise CrosswalkError(path, tuple(findings))
    return tuple(changes)


def find_origins(
    changes: Sequence[UnitChange], listed: Collection[str], earlier: date, later: date
) -> dict[str, tuple[Origin, ...]]:
    """Return which units of an earlier day every unit of a later day is made of.

    1. Begin with the units listed on the earlier day and those that a change names and no change had made before.
    2. Take the changes after the earlier day, up to and with the later one, a day at a time. A code that some line of
       a day names as old goes where the lines say; every other code stays.
    3. Turn that round.

    Args:
        changes: The crosswalk.
        listed: Codes of the earlier list.
        earlier: A day on which that list is in force.
        later: A day on which the later list is in force.

    Returns:
        Origins by later code, in the order of the codes; units that ended are in none.
    """
    due = sorted((change for change in changes if earlier < change.since <= later), key=lambda change: change.since)
    places = {code: {code: 1.0} for code in sorted({*listed, *_unlisted(due)})}
    for _, of_day in groupby(due, key=lambda change: change.since):
        moves: dict[str, dict[str, float]] = {}
        for change in of_day:
            moves.setdefault(change.old_code, {})[change.new_code] = change.share
        places = {code: _moved(at, moves) for code, at in places.items()}
    origins: dict[str, tuple[Origin, ...]] = {}
    for code, at in places.items():
        for new_code in filter(None, at):
            is_whole = len(at) == 1 and at[new_code] == 1.0
            origins[new_code] = (*origins.get(new_code, ()), Origin(code, is_whole))
    return origins


def _unlisted(due: Sequence[UnitChange]) -> Iterator[str]:
    """Yield the old codes that were there from the beginning, by day."""
    made: set[str] = set()
    for _, of_day in groupby(due, key=lambda change: change.since):
        lines = list(of_day)
        yield from (line.old_code for line in lines if line.old_code not in made)
        made.update(line.new_code for line in lines)


def _moved(at: Mapping[str, float], moves: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    moved: dict[str, float] = {}
    for code, part in at.items():
        for new_code, share in moves.get(code, {code: 1.0}).items():
            moved[new_code] = moved.get(new_code, 0.0) + part * share
    return moved


def _change(row: Mapping[str, str]) -> UnitChange:
    """Return a line as a change; ValueError with what is wrong."""
    # A line may be shorter than the heading.
    since, old_code, new_code, old_name, share = (row.get(column, "") for column in _COLUMNS)
    if not old_code:
        raise ValueError(Fact("no old code"))
    return UnitChange(_day(since), old_code, new_code, old_name, _share(share))


def _day(text: str) -> date:
    try:
        day = read_date(text)
    except ValueError:
        day = None
    if day is None:
        raise ValueError(Fact('since "{text}" is no day like 2025-07-01', text=shortened(text)))
    return day


def _share(text: str) -> float:
    try:
        share = float(text.replace(",", ".")) if text else 1.0
    except ValueError:
        share = 0.0
    if not 0.0 < share <= 1.0:
        raise ValueError(Fact('share "{text}" is not above 0 and at most 1', text=shortened(text)))
    return share
