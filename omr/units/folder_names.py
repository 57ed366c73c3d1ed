"""Folders named like units: what lies in ``09163`` or ``Xã Võ Cường`` counts for that unit, if a person wants it so."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omr.units.unit_list import Unit

_BETWEEN = re.compile(r"[\s_,;:.()–—-]+")


@dataclass(frozen=True, slots=True)
class UnitFolders:
    """The folders that scans lie in, in order.

    Attributes:
        named: Code of the unit that a folder is named after, by folder.
        unnamed: Folders that are named after no unit, or could be named after several.
        candidates: The units that a folder could be named after, where they are several.
    """

    named: Mapping[Path, str]
    unnamed: tuple[Path, ...]
    candidates: Mapping[Path, tuple[Unit, ...]] = field(default_factory=dict)


def match_folders(files: Sequence[Path], units: Sequence[Unit]) -> UnitFolders:
    """Match the folders that files lie in with the units of a survey.

    Only the folder that holds a file counts: one further up would give what lies in a misspelt commune's folder to its
    district.
    """
    names = _FolderNames(units)
    folders = dict.fromkeys(file.parent for file in files)
    found = {folder: names.units_of(folder.resolve().name) for folder in folders}
    return UnitFolders(
        {folder: units[0].code for folder, units in found.items() if len(units) == 1},
        tuple(folder for folder, units in found.items() if len(units) != 1),
        {folder: units for folder, units in found.items() if len(units) > 1},
    )


def describe_unnamed(folders: UnitFolders) -> str:
    """Say which folders are named after no unit, and which could be named after several."""
    unknown = [f'"{folder.resolve().name}"' for folder in folders.unnamed if folder not in folders.candidates]
    told = [f"No unit of the survey is called like: {', '.join(unknown)}"] if unknown else []
    for folder, units in folders.candidates.items():
        told.append(f'"{folder.resolve().name}" could be {" or ".join(f"{unit.code} {unit.name}" for unit in units)}')
    return "; ".join(told)


class _FolderNames:
    """What folders of units may be called: code, name, both, or the name without its kind where that is clear."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._by_name: dict[str, dict[str, Unit]] = {}
        for unit in units:
            for name in _names_of(unit):
                self._by_name.setdefault(name, {})[unit.code] = unit

    def units_of(self, folder_name: str) -> tuple[Unit, ...]:
        """Return the units that a folder can be named after.

        Letters as written count before letters without their marks.
        """
        for fold in (_plain, _folded):
            found = self._by_name.get(fold(folder_name), {})
            if found:
                return tuple(found.values())
        return ()


def _names_of(unit: Unit) -> set[str]:
    names = {unit.name}
    kind, name = unit.kind.casefold(), unicodedata.normalize("NFC", unit.name)
    if kind and name.casefold().startswith(unicodedata.normalize("NFC", kind) + " "):
        names.add(name[len(unicodedata.normalize("NFC", kind)) + 1 :])
    names |= {f"{unit.code} {name}" for name in names} | {f"{name} {unit.code}" for name in names}
    names.add(unit.code)
    return {fold(name) for name in names for fold in (_plain, _folded)}


def _plain(text: str) -> str:
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFD", _plain(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("đ", "d")
