"""The ink of a page -> its rules, its outlines, and the other pieces, without specks."""

from dataclasses import dataclass
from statistics import median

from omr.forms.proposing.raster.dust import find_dust, without_dust
from omr.forms.proposing.raster.ink import MOST_PIECES, PX_PER_MM, PageInk, Pieces, pieces_of
from omr.forms.proposing.raster.ruling import Ruling, find_rules
from omr.forms.proposing.raster.shapes.outlines import FoundShape, find_shapes

_USUAL_LETTER_PX = 22
_LETTER_MM = (0.9, 6.0)
_FEW_LETTERS = 20


class TooSpeckled(Exception):
    """A page holds more pieces of ink than a form has."""


@dataclass(frozen=True, slots=True, eq=False)
class SortedPrint:
    """The print of a page.

    Attributes:
        clean: Its ink without specks.
        ruling: Its rules.
        pieces: What hangs together of the other ink.
        shapes: Those of the pieces that are outlines or solid.
        letter_px: Usual height of small letters, px.
    """

    clean: PageInk
    ruling: Ruling
    pieces: Pieces
    shapes: tuple[FoundShape, ...]
    letter_px: float


def sort_print(seen: PageInk) -> SortedPrint:
    """Return the print of a page in its kinds.

    Raises:
        TooSpeckled: There is too much on it.
    """
    whole = pieces_of(seen.ink)
    if len(whole.boxes) > MOST_PIECES:
        raise TooSpeckled
    ruling = find_rules(seen.ink, whole)
    dusty = pieces_of(seen.ink & (1 - ruling.ink))
    letter_px = _letter_px(dusty)
    clean = without_dust(seen, find_dust(dusty, letter_px))
    pieces = pieces_of(clean.ink & (1 - ruling.ink))
    return SortedPrint(clean, ruling, pieces, tuple(find_shapes(pieces, letter_px)), letter_px)


def is_of_letters_height(height_px: float) -> bool:
    """Whether a piece of ink is as high as letters are."""
    return _LETTER_MM[0] * PX_PER_MM < height_px < _LETTER_MM[1] * PX_PER_MM


def _letter_px(pieces: Pieces) -> float:
    heights = [height for height in pieces.boxes[1:, 3].tolist() if is_of_letters_height(height)]
    return float(median(heights)) if len(heights) > _FEW_LETTERS else _USUAL_LETTER_PX
