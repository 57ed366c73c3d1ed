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


def legal_part(text: str, most_bytes: int = _MOST_BYTES) -> str:
    """Return a text as a part of a file's name: without what Windows forbids there, and no longer than that."""
    return cut_to_bytes(" ".join(_FORBIDDEN.sub(" ", text).split()), most_bytes).rstrip(". ")  # which Windows drops


def _stem(unit: Unit) -> str:
    return legal_part(f"{unit.code} - {unit.name}")
