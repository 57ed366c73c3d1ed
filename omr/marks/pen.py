"""The pen of a sheet: how much ink its marks leave, and how probable it is that one of them left far less.

The ink of one person's marks differs as many small factors multiplied do: its logarithm is close to normally
distributed, but for tails that are heavier. How far some ink lies below the sheet's usual, in standard deviations,
tells whether a mark can be so faint; what is known of the pictures of faint marks does not, because a network sees
specks of every scanner for the first time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_USUAL_SPREAD = 0.6  # standard deviation of the log of the ink of a person's marks
_USUAL_MARKS = 6  # that it counts as, against those of a sheet
_FAR_BELOW = 2.5  # standard deviations; nearer, the picture of a mark tells more than its ink
_RAREST = -9.0  # log odds of a mark far fainter than the others where a scan may have eaten it
_UNKNOWN_PEN = -4.1  # log odds that a mark left no ink to be seen where there is no other to tell by


@dataclass(frozen=True, slots=True)
class SheetPen:
    """The ink of the marks of one sheet.

    Attributes:
        marks: How many were seen.
        mean: Of the log of their ink.
        spread: Its standard deviation, drawn towards the usual one where marks are few.
    """

    marks: int
    mean: float
    spread: float

    @classmethod
    def of(cls, ink_px: NDArray[np.float32]) -> "SheetPen":
        """Return the pen of a sheet from the ink of its marks, in pixels of solid print."""
        log_ink = np.log(ink_px, dtype=np.float64)
        return cls.described(len(log_ink), *((log_ink.mean(), log_ink.std()) if len(log_ink) else (0.0, 0.0)))

    @classmethod
    def described(cls, marks: float, mean: float, deviation: float) -> "SheetPen":
        """Return the pen of so many marks, of the mean and standard deviation of the log of their ink."""
        variance = (deviation**2 * marks + _USUAL_SPREAD**2 * _USUAL_MARKS) / (marks + _USUAL_MARKS)
        return cls(int(marks), float(mean), float(np.sqrt(variance)))

    def deviations_below(self, ink_px: NDArray[np.float32] | float) -> NDArray[np.float64]:
        """Return by how many standard deviations some ink is less than the usual; 0 where it is not."""
        return np.maximum((self.mean - np.log(np.asarray(ink_px, np.float64))) / self.spread, 0.0)


def log_odds_of_fainter(line: NDArray[np.float64], deviations: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log odds that a mark leaves less ink than what lies so far below the usual.

    Args:
        line: Where it begins, and by how much it falls with every standard deviation; see ``omr.training``.
        deviations: Standard deviations below the mean of the sheet's marks.
    """
    return line[0] + line[1] * deviations


def log_odds_of_none(line: NDArray[np.float64], pen: SheetPen, least_px: float, *, shows_any_pen: bool) -> float:
    """Return the log odds that a mark leaves no ink to be seen.

    Args:
        line: See ``log_odds_of_fainter``.
        pen: Of the sheet.
        least_px: The least ink that can be seen.
        shows_any_pen: Whether the scan is so good that the faintest pencil leaves ink.
    """
    if not pen.marks:
        return _UNKNOWN_PEN
    odds = float(log_odds_of_fainter(line, pen.deviations_below(least_px)))
    return odds if shows_any_pen else max(odds, _RAREST)


def without_faintest(
    line: NDArray[np.float64], pen: SheetPen, log_marked: NDArray[np.float64], ink_px: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return log likelihoods of marks, lower where the ink is far too faint for the pen and as usual for no mark.

    Only what looks more like none than like a mark is lowered: a light second mark beside a firm one stays one.

    Args:
        line: See ``log_odds_of_fainter``.
        pen: Of the sheet.
        log_marked: Log of P(ink | marked) / P(ink | empty) of the sheet's areas without a sure mark, (N,).
        ink_px: Their ink, all of it more than none, (N,).
    """
    deviations = pen.deviations_below(ink_px)
    as_much = (len(ink_px) - np.searchsorted(np.sort(ink_px), ink_px) + 1) / (len(ink_px) + 2)  # of empty areas
    most = np.maximum(log_odds_of_fainter(line, deviations), _RAREST) - np.log(as_much)
    is_too_faint = (log_marked < 0) & (deviations > _FAR_BELOW)
    return np.where(is_too_faint, np.minimum(log_marked, most), log_marked)
