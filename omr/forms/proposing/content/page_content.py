"""What is printed on a blank page, in the template frame: the seam between front ends and understanding."""

from dataclasses import dataclass
from enum import StrEnum

from form_templates.model import Rect


class ShapeKind(StrEnum):
    """What a shape looks like."""

    BOX = "box"  # four sides, corners square or rounded, nothing or next to nothing in it
    OVAL = "oval"  # likewise round
    SOLID = "solid"  # dark all over: bars, bullets, corner marks
    STROKE = "stroke"  # any other ink: slanting lines, curves, parts of pictures


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them.

    Attributes:
        text: The letters, composed (NFC).
        rect: What they cover.
        size_mm: Size of the font: 12 pt are 4.2 mm.
        is_bold: Whether they are heavier than ordinary text.
        is_upright: Whether they are read from left to right; words that stand on end are in headings only.
        turn: Which word of the file they are, from 0; None for words read from a picture.
    """

    text: str
    rect: Rect
    size_mm: float
    is_bold: bool = False
    is_upright: bool = True
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """A straight line along the page's edges.

    Attributes:
        is_level: Whether it runs from left to right, else from top to bottom.
        at_mm: Its middle: y of a level one, else x.
        start_mm: Its left or upper end.
        end_mm: Its other end.
        is_dotted: Whether it is made of dots or underscores, as lines to write on are.
    """

    is_level: bool
    at_mm: float
    start_mm: float
    end_mm: float
    is_dotted: bool = False

    @property
    def length_mm(self) -> float:
        """From end to end."""
        return self.end_mm - self.start_mm


@dataclass(frozen=True, slots=True)
class PrintedShape:
    """Something drawn that is no word and no rule.

    Attributes:
        kind: What it looks like.
        rect: The outside of its outline.
        is_letter: Whether it is a letter of a font, such as ☐.
    """

    kind: ShapeKind
    rect: Rect
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """A blank page.

    Attributes:
        width_mm: Paper width.
        height_mm: Paper height.
        words: In any order.
        rules: Whole or in pieces, in any order.
        shapes: In any order.
    """

    width_mm: float
    height_mm: float
    words: tuple[Word, ...]
    rules: tuple[PrintedRule, ...]
    shapes: tuple[PrintedShape, ...]
