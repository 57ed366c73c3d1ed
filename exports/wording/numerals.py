"""Write numbers within texts as a language does: 12.345 and 84,31 % in Vietnamese, 12,345 and 84.31 % in English."""

from exports.tally.statistics.intervals import ShareInterval
from exports.wording.speaker import Speaker
from form_templates.model import Language

_HARD_SPACE = "\u00a0"
_MINUS = "\u2212"
_DASH = "–"


def count(say: Speaker, number: int | None) -> str:
    """Write a whole number; a dash where there is none."""
    return _DASH if number is None else _localised(say, f"{number:,}")


def decimal(say: Speaker, number: float | None, decimals: int = 2) -> str:
    """Write a number with ``decimals`` places; a dash where there is none."""
    return _DASH if number is None else _localised(say, f"{number:,.{decimals}f}")


def percent(say: Speaker, share: float | None, decimals: int = 2) -> str:
    """Write a share of 0.0-1.0 as a percentage; a dash where there is none."""
    return _DASH if share is None else f"{decimal(say, share * 100, decimals)}{_HARD_SPACE}%"


def percent_range(say: Speaker, interval: ShareInterval | None) -> str:
    """Write an interval of shares; a dash where there is none."""
    if interval is None:
        return _DASH
    return f"{decimal(say, interval.low * 100)}{_DASH}{percent(say, interval.high)}"


def points(say: Speaker, difference: float | None) -> str:
    """Write a difference of shares in percentage points, with its sign; a dash where there is none."""
    if difference is None:
        return _DASH
    rounded = round(difference * 100, 2)
    sign = "+" if rounded > 0 else _MINUS if rounded < 0 else ""
    return f"{sign}{decimal(say, abs(rounded))}"


def _localised(say: Speaker, text: str) -> str:
    return text.translate(str.maketrans(",.", ".,")) if say.language is Language.VIETNAMESE else text
