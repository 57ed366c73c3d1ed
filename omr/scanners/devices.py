"""Scanners, what they can do and what is wanted of them, in the same words for all kinds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Self

USUAL_DPI = (100, 150, 200, 300, 400, 600)
"""Resolutions that are offered where a scanner has all between two bounds."""


class Sides(StrEnum):
    """Where the paper lies, and which of its sides are scanned."""

    ONE_SIDED = "one-sided"  # from the feeder
    TWO_SIDED = "two-sided"  # from the feeder
    FLATBED = "flatbed"  # one side, on the glass


class Colour(StrEnum):
    """What becomes of colours."""

    GREY = "grey"
    COLOUR = "colour"
    BLACK_WHITE = "black-white"


class SheetSize(StrEnum):
    """How large the sheets are."""

    A4 = "A4"
    A5 = "A5"
    A3 = "A3"
    LETTER = "Letter"
    LEGAL = "Legal"
    WHOLE = "whole"  # all that the scanner sees


SIZES_MM: Mapping[SheetSize, tuple[float, float]] = {
    SheetSize.A4: (210.0, 297.0),
    SheetSize.A5: (148.0, 210.0),
    SheetSize.A3: (297.0, 420.0),
    SheetSize.LETTER: (215.9, 279.4),
    SheetSize.LEGAL: (215.9, 355.6),
}
_MORE_MM = 3.0  # by which a sheet may be larger than what the scanner sees; many end at 215.9 or 296.9 mm


@dataclass(frozen=True, slots=True)
class Device:
    """A scanner.

    Attributes:
        address: Its kind and where it is, ``escl:http://192.168.1.20:80/eSCL`` or ``sane:NAME OF THE DRIVER``.
        name: Maker and model, as it says.
    """

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What can be chosen for the feeder or the glass.

    Attributes:
        dpis: Resolutions, rising.
        colours: At least one.
        width_mm: The widest that is seen.
        height_mm: The longest that is seen.
    """

    dpis: tuple[int, ...]
    colours: tuple[Colour, ...]
    width_mm: float
    height_mm: float

    @property
    def papers(self) -> tuple[SheetSize, ...]:
        """The sizes that fit."""
        fitting = (paper for paper, size in SIZES_MM.items() if self._holds(*size))
        return (*fitting, SheetSize.WHOLE)

    def size_mm(self, paper: SheetSize) -> tuple[float, float]:
        """Return width and height to be scanned."""
        width_mm, height_mm = SIZES_MM.get(paper, (self.width_mm, self.height_mm))
        return min(width_mm, self.width_mm), min(height_mm, self.height_mm)

    def _holds(self, width_mm: float, height_mm: float) -> bool:
        return width_mm <= self.width_mm + _MORE_MM and height_mm <= self.height_mm + _MORE_MM


@dataclass(frozen=True, slots=True)
class DeviceOptions:
    """What a scanner can do, as it says itself.

    Attributes:
        sources: By the sides that they scan; at least one.
    """

    sources: Mapping[Sides, SourceOptions]


@dataclass(frozen=True, slots=True)
class Profile:
    """How sheets are to be scanned."""

    sides: Sides = Sides.ONE_SIDED
    dpi: int = 200
    colour: Colour = Colour.GREY
    paper: SheetSize = SheetSize.A4

    def fitted_to(self, options: DeviceOptions) -> Self:
        """Return what a scanner can do that is nearest to it; rather finer than coarser."""
        sides = self.sides if self.sides in options.sources else next(iter(options.sources))
        source = options.sources[sides]
        dpi = next((each for each in source.dpis if each >= self.dpi), source.dpis[-1])
        colour = self.colour if self.colour in source.colours else source.colours[0]
        paper = self.paper if self.paper in source.papers else source.papers[0]
        return type(self)(sides, dpi, colour, paper)

    def to_text(self) -> str:
        """Return it as text to be kept."""
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Self | None:
        """Return what was kept; None if it cannot be understood."""
        try:
            kept = json.loads(text)
            return cls(Sides(kept["sides"]), int(kept["dpi"]), Colour(kept["colour"]), SheetSize(kept["paper"]))
        except (ValueError, TypeError, KeyError):
            return None


def dpis_between(least: float, most: float) -> tuple[int, ...]:
    """Return the usual resolutions within bounds; the greatest if there is none."""
    return tuple(dpi for dpi in USUAL_DPI if least <= dpi <= most) or (round(most),)
