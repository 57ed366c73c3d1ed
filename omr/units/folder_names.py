"""Folders named like units: what lies in ``09163`` or ``Xã Võ Cường`` counts for that unit, if a person wants it so."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from omr.units.unit_list import Unit

_BETWEEN = re.compile(r"[\s_,;:.()–—-]+")


@dataclass(frozen=True, slots=True)
class UnitFolders:
    """The folders that scans lie in, in order.

    Attributes:
        named: Code of the unit that a folder is named after, by folder.
        unnamed: Folders that are named after no unit, or could be named after several.
    """

    named: Mapping[Path, str]
    unnamed: tuple[Path, ...]


def match_folders(files: Sequence[Path], units: Sequence[Unit]) -> UnitFolders:
    """Match the folders that files lie in with the units of a survey.

    Only the folder that holds a file counts: one further up would give what lies in a misspelt commune's folder to its
    district.
    """
    names = _FolderNames(units)
    folders = dict.fromkeys(file.parent for file in files)
    found = {folder: names.unit_of(folder.resolve().name) for folder in folders}
    return UnitFolders(
        {folder: unit.code for folder, unit in found.items() if unit},
        tuple(folder for folder, unit in found.items() if not unit),
    )


class _FolderNames:
    """What folders of units may be called: code, name, both, or the name without its kind where that is clear."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._by_name: dict[str, dict[str, Unit]] = {}
        for unit in units:
            for name in _names_of(unit):
                self._by_name.setdefault(name, {})[unit.code] = unit

    def unit_of(self, folder_name: str) -> Unit | None:
        """Return the only unit that a folder can be named after; None where none is, or several are.

        Letters as written count before letters without their marks.
        """
        for fold in (_plain, _folded):
            found = self._by_name.get(fold(folder_name), {})
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None


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
