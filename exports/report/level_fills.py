"""Colours and hatching for the levels of a scale, which can be told apart in a black-and-white print too."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.report.page_canvas import INK, WHITE
from form_templates.model import Option, Scale

# Brown for discontent, blue for content, as in the window; apart also for the colour blind, to whom green and brown are
# not. In grey the content end is the dark one, and the discontented levels carry strokes.
_WORST, _BAD = (0xE6, 0xB0, 0x76), (0xF6, 0xE5, 0xC8)
_BETWEEN = (0xF2, 0xF3, 0xF5)
_GOOD, _BEST = (0x9C, 0xCA, 0xEA), (0x1B, 0x66, 0xAC)

_DENSE_MM, _WIDE_MM = 1.0, 2.0  # between the strokes of the worst level and of the best one that is still bad
_DARK = 0.45  # relative brightness under which white letters are read better


@dataclass(frozen=True, slots=True)
class Fill:
    """Ground colour, hatching and text colour of one level in a bar.

    Attributes:
        color: Of the ground.
        hatch_mm: Distance of strokes on it; None for none.
        text_color: Of a number on it.
    """

    color: str
    hatch_mm: float | None = None
    text_color: str = INK


def scale_fills(scale: Scale) -> dict[str, Fill]:
    """Return the fill of every level of an ordered scale, by value."""
    levels = scale.levels
    bad = [level for level in levels if level.value in scale.dissatisfied]
    good = [level for level in levels if level.value in scale.satisfied]
    if not good:
        good, bad = list(levels), []
    fills = {level.value: _plain(_BETWEEN) for level in levels}
    fills |= {level.value: _plain(color) for level, color in _ramp(good, _GOOD, _BEST)}
    pitches = [_DENSE_MM + (_WIDE_MM - _DENSE_MM) * step for step in _steps(len(bad))]
    hatched = zip(_ramp(bad, _WORST, _BAD), pitches, strict=True)
    return fills | {level.value: Fill(_hex(color), pitch) for (level, color), pitch in hatched}


def _plain(color: tuple[int, ...]) -> Fill:
    red, green, blue = color
    is_dark = (0.299 * red + 0.587 * green + 0.114 * blue) / 255 < _DARK
    return Fill(_hex(color), text_color=WHITE if is_dark else INK)


def _ramp(
    levels: Sequence[Option], first: tuple[int, ...], last: tuple[int, ...]
) -> list[tuple[Option, tuple[int, ...]]]:
    return [
        (level, tuple(round(a + (b - a) * step) for a, b in zip(first, last, strict=True)))
        for level, step in zip(levels, _steps(len(levels)), strict=True)
    ]


def _steps(count: int) -> list[float]:
    return [0.0] if count == 1 else [place / (count - 1) for place in range(count)]


def _hex(color: tuple[int, ...]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in color)
