"""The code on the two sheets that a stack of paper lies between: which unit it is, and which of the two sheets.

Each code carries check letters made of the sheet, the unit's code and the unit's name, so that neither a misread code
nor a cover of an earlier list, in which the same code stood for another office, names a unit.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_PREFIX = "PHC1"
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # 23 letters; no I, O, S that look like digits
_CHECK_LETTERS = 5  # one in six million agrees by chance


class CoverSide(StrEnum):
    """Which of the two sheets of a stack it is."""

    TOP = "T"
    END = "E"


@dataclass(frozen=True, slots=True)
class CoverCode:
    """What the code of a cover sheet says."""

    side: CoverSide
    unit: str
    check: str

    @classmethod
    def of(cls, side: CoverSide, unit: str, name: str) -> "CoverCode":
        """Return the code of one sheet of a unit."""
        return cls(side, unit, _check(side, unit, name))

    def names(self, unit: str, name: str) -> bool:
        """Whether it was printed for a unit with this code and this name."""
        return self == CoverCode.of(self.side, unit, name)

    def encode(self) -> str:
        """Return the text of the machine-readable code."""
        return f"{_PREFIX}/{self.side}/{self.unit}/{self.check}"


def decode_cover(text: str) -> CoverCode | None:
    """Read the text of a machine-readable code; None if it is no cover's."""
    parts = text.strip().split("/")
    if len(parts) != 4 or parts[0] != _PREFIX or parts[1] not in tuple(CoverSide):
        return None
    if not parts[2] or len(parts[3]) != _CHECK_LETTERS or not set(parts[3]) <= set(_LETTERS):
        return None
    return CoverCode(CoverSide(parts[1]), parts[2], parts[3])


def _check(side: CoverSide, unit: str, name: str) -> str:
    plain = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    number = int.from_bytes(hashlib.sha256(f"{side}\n{unit}\n{plain}".encode()).digest()[:8])
    letters = ""
    for _ in range(_CHECK_LETTERS):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return letters
