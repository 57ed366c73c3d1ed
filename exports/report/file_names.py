"""Names of the files with one report each: legal on every system, sorted as the units' codes are."""

import re
from collections.abc import Sequence

from exports.wording.speaker import cut_to_bytes
from omr.units.unit_list import Unit

ENDING = ".pdf"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')  # by Windows; others forbid less
_MOST_BYTES = 180  # of 255, for a temporary name needs room too


def file_names(units: Sequence[Unit]) -> list[str]:
    """Return ``"256 - Thành phố Bắc Ninh.pdf"`` for every unit, in order; no two are the same to Windows."""
    names: list[str] = []
    taken: set[str] = set()
    for unit in units:
        stem = _stem(unit)
        free, number = stem, 1
        while free.casefold() in taken:
            number += 1
            free = f"{stem} ({number})"
        taken.add(free.casefold())
        names.append(free + ENDING)
    return names


def _stem(unit: Unit) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", f"{unit.code} - {unit.name}").split())
    return cut_to_bytes(text, _MOST_BYTES).rstrip(". ")  # which Windows drops
