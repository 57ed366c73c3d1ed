"""Colours of answers on a scale: brown for discontent, blue for content, apart also for the colour blind."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from form_templates.model import Option, Scale
from gui.widgets.theme import Colors, mix

# Brown and blue differ for people who lack any kind of cones, where brown and green do not; the middle is the grey
# that stays apart from both. Labels on each reach a contrast of 4.5:1.


@dataclass(frozen=True, slots=True)
class _Ends:
    """Colours from the worst level to the best; levels between are mixed."""

    worst: QColor
    bad: QColor
    between: QColor
    good: QColor
    best: QColor


_ON_LIGHT = _Ends(QColor("#9a5312"), QColor("#e0b562"), QColor("#e4e5e8"), QColor("#86bde6"), QColor("#1b66ac"))
_ON_DARK = _Ends(QColor("#a6611a"), QColor("#e3bd6f"), QColor("#5f666f"), QColor("#8cc1e6"), QColor("#2a78bd"))
_DARK_TEXT, _LIGHT_TEXT = QColor("#16191d"), QColor("#ffffff")
_EVENLY_BRIGHT = 0.18  # relative luminance where dark and light text have about the same contrast


def scale_colors(scale: Scale, colors: Colors) -> dict[str, QColor]:
    """Return a colour for every level of an ordered scale, by value."""
    levels = scale.levels
    if not scale.satisfied:
        return _ramp(levels, mix(colors.accent, colors.surface, 0.75), colors.accent)
    bad = [level for level in levels if level.value in scale.dissatisfied]
    good = [level for level in levels if level.value in scale.satisfied]
    ends = _ON_DARK if is_dark(colors.surface) else _ON_LIGHT
    found = dict.fromkeys((level.value for level in levels), ends.between)
    return found | _ramp(bad, ends.worst, ends.bad) | _ramp(good, ends.good, ends.best)


def text_on(ground: QColor) -> QColor:
    """Return the text colour that is read best on ``ground``."""
    return _LIGHT_TEXT if is_dark(ground) else _DARK_TEXT


def is_dark(color: QColor) -> bool:
    """Whether light text is read better on ``color``."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < _EVENLY_BRIGHT


def _ramp(levels: Sequence[Option], first: QColor, last: QColor) -> dict[str, QColor]:
    steps = max(len(levels) - 1, 1)
    return {level.value: mix(first, last, step / steps) for step, level in enumerate(levels)}


def _rgb(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()
