"""What people write with: colour, width, and how evenly the ink flows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from omr.simulation.chance import Range, happens


class PenKind(StrEnum):
    """A kind of pen found on the desks of an office."""

    BLUE_BALLPOINT = "blue-ballpoint"
    BLACK_BALLPOINT = "black-ballpoint"
    PENCIL = "pencil"
    SOFT_PENCIL = "soft-pencil"
    FAINT_PENCIL = "faint-pencil"
    FELT_TIP = "felt-tip"
    RED = "red"
    GREEN = "green"
    HIGHLIGHTER = "highlighter"

    @property
    def is_erasable(self) -> bool:
        """Whether a rubber takes it away, nearly."""
        return self in (PenKind.PENCIL, PenKind.SOFT_PENCIL, PenKind.FAINT_PENCIL)


@dataclass(frozen=True, slots=True)
class Pen:
    """One pen in one hand.

    Attributes:
        kind: What it is.
        colour: Share of red, green and blue light that one layer at full pressure lets through, 0.0-1.0.
        width_mm: Width of the line at full pressure.
        pressure: Usual pressure, 1.0 = full.
        unevenness: How much pressure varies along a stroke, 0.0-1.0.
        grain: How much of the line the paper's texture takes away, 0.0-1.0.
        skips_per_mm: Places where the ball does not write.
        bleed_mm: How far ink spreads into the paper.
    """

    kind: PenKind
    colour: tuple[float, float, float]
    width_mm: float
    pressure: float
    unevenness: float = 0.1
    grain: float = 0.0
    skips_per_mm: float = 0.0
    bleed_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class _Make:
    """What the pens of one kind have in common; each pen differs within it."""

    colours: tuple[tuple[float, float, float], ...]
    width_mm: Range
    pressure: Range
    unevenness: Range
    grain: Range
    skips_per_mm: Range = field(default=Range(0.0, 0.0))
    bleed_mm: Range = field(default=Range(0.0, 0.0))


_BLUE = (0.15, 0.22, 0.60)
_BLACK = (0.14, 0.14, 0.16)
_BALLPOINT_FLOW = Range(0.08, 0.22)
_MAKES: Mapping[PenKind, _Make] = {
    PenKind.BLUE_BALLPOINT: _Make(
        (_BLUE, (0.12, 0.16, 0.50), (0.22, 0.32, 0.68)),
        Range(0.28, 0.48), Range(0.65, 1.05), _BALLPOINT_FLOW, Range(0.05, 0.30), Range(0.0, 0.03),
    ),
    PenKind.BLACK_BALLPOINT: _Make(
        (_BLACK, (0.20, 0.19, 0.22)),
        Range(0.28, 0.50), Range(0.65, 1.05), _BALLPOINT_FLOW, Range(0.05, 0.30), Range(0.0, 0.03),
    ),
    PenKind.PENCIL: _Make(
        ((0.36, 0.36, 0.38), (0.44, 0.44, 0.45)),
        Range(0.35, 0.65), Range(0.70, 1.05), Range(0.12, 0.28), Range(0.45, 0.70),
    ),
    PenKind.SOFT_PENCIL: _Make(
        ((0.26, 0.26, 0.28), (0.33, 0.33, 0.35)),
        Range(0.55, 0.95), Range(0.65, 1.05), Range(0.15, 0.30), Range(0.35, 0.60),
    ),
    PenKind.FAINT_PENCIL: _Make(
        ((0.60, 0.60, 0.61), (0.66, 0.66, 0.67)),
        Range(0.30, 0.55), Range(0.65, 1.0), Range(0.15, 0.30), Range(0.45, 0.70),
    ),
    PenKind.FELT_TIP: _Make(
        ((0.07, 0.07, 0.09), (0.10, 0.13, 0.45)),
        Range(0.80, 1.40), Range(0.85, 1.15), Range(0.03, 0.10), Range(0.0, 0.10), bleed_mm=Range(0.04, 0.12),
    ),
    PenKind.RED: _Make(
        ((0.78, 0.16, 0.18), (0.72, 0.22, 0.26)),
        Range(0.28, 0.45), Range(0.65, 1.05), _BALLPOINT_FLOW, Range(0.05, 0.30), Range(0.0, 0.03),
    ),
    PenKind.GREEN: _Make(
        ((0.16, 0.50, 0.26), (0.28, 0.62, 0.40)),
        Range(0.28, 0.48), Range(0.65, 1.05), _BALLPOINT_FLOW, Range(0.05, 0.30), Range(0.0, 0.03),
    ),
    PenKind.HIGHLIGHTER: _Make(
        ((0.98, 0.93, 0.30), (0.60, 0.92, 0.45), (0.98, 0.55, 0.72), (0.55, 0.80, 0.95)),
        Range(2.2, 4.0), Range(0.85, 1.1), Range(0.02, 0.06), Range(0.0, 0.10),
    ),
}  # fmt: skip  # one line per property group reads as a table

_DRY_SHARE = 0.04  # a ballpoint near its end: skips ten times as often


def draw_pen(kind: PenKind, rng: np.random.Generator) -> Pen:
    """Take one pen of ``kind`` from the desk."""
    make = _MAKES[kind]
    return Pen(
        kind=kind,
        colour=make.colours[int(rng.integers(len(make.colours)))],
        width_mm=make.width_mm.draw(rng),
        pressure=make.pressure.draw(rng),
        unevenness=make.unevenness.draw(rng),
        grain=make.grain.draw(rng),
        skips_per_mm=make.skips_per_mm.draw(rng) * (10.0 if happens(_DRY_SHARE, rng) else 1.0),
        bleed_mm=make.bleed_mm.draw(rng),
    )
