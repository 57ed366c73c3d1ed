"""What one form has in common: paper, margins, fonts, rules, and how its response areas are printed."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from form_templates.model import AreaShape, MarkStyle
from form_templates.typesetting.fonts import font_name
from omr.simulation.chance import Range, happens, pick
from omr.simulation.foreign.surface import Rule, Type

_PAPERS_MM = {(210.0, 297.0): 0.8, (215.9, 279.4): 0.12, (148.0, 210.0): 0.08}
_FONTS = {
    ("Times-Roman", "Times-Bold"): 0.45,
    ("Helvetica", "Helvetica-Bold"): 0.45,
    ("Courier", "Courier-Bold"): 0.1,
}


class Look(Enum):
    """The print of a response area."""

    BOX = auto()
    CIRCLE = auto()
    CELL = auto()  # a ruled cell of a table, nothing in it
    PLAIN = auto()  # a digit without any outline


@dataclass(frozen=True, slots=True)
class Bubble:
    """How the response areas of one block are printed.

    Attributes:
        look: Outline.
        w_mm: Width.
        h_mm: Height.
        rule: The outline's line.
        letter: What the option's value is written with inside; None: nothing is.
        style: How the form asks people to mark it.
    """

    look: Look
    w_mm: float
    h_mm: float
    rule: Rule
    letter: Type | None
    style: MarkStyle = MarkStyle.BOX

    @property
    def shape(self) -> AreaShape:
        """The outline as layouts know it."""
        return AreaShape.CIRCLE if self.look in (Look.CIRCLE, Look.PLAIN) else AreaShape.BOX


@dataclass(frozen=True, slots=True)
class GridPrint:
    """How the answer grids of a form are printed.

    Attributes:
        bubble: Their response areas.
        across_mm: Step from column to column.
        down_mm: Step from row to row.
        options: Options of a question row, where there is room.
    """

    bubble: Bubble
    across_mm: float
    down_mm: float
    options: int


@dataclass(frozen=True, slots=True)
class FormStyle:
    """What one form has in common.

    Attributes:
        width_mm: Paper width.
        height_mm: Paper height.
        side_mm: Left and right margin.
        top_mm: Margin above.
        foot_mm: Margin below.
        is_vietnamese: Whether texts are Vietnamese.
        body: Ordinary text.
        bold: Headings.
        rule: Lines of tables.
        outline: Of most response areas.
        id_pattern: How item ids are written, from ``page``, ``block`` and ``number``.
    """

    width_mm: float
    height_mm: float
    side_mm: float
    top_mm: float
    foot_mm: float
    is_vietnamese: bool
    body: Type
    bold: Type
    rule: Rule
    outline: Rule
    id_pattern: str


_ID_PATTERNS = (
    "p{page}.Q{number:02}",
    "q{number}",
    "p{page}.{block}.{number}",
    "Question{number:03}",
    "V{block}_{number}",
    "{number:02}-{block}",
)


def draw_style(rng: np.random.Generator) -> FormStyle:
    """Draw the style of one form."""
    width_mm, height_mm = pick(_PAPERS_MM, rng)
    is_vietnamese = happens(0.45, rng)
    fonts = (font_name(is_bold=False), font_name(is_bold=True)) if is_vietnamese else pick(_FONTS, rng)
    size_pt = Range(8.0, 12.0).draw(rng) * (0.85 if width_mm < 200 else 1.0)
    return FormStyle(
        width_mm=width_mm,
        height_mm=height_mm,
        side_mm=Range(8.0, 25.0).draw(rng) * width_mm / 210,
        top_mm=Range(8.0, 25.0).draw(rng),
        foot_mm=Range(10.0, 22.0).draw(rng),
        is_vietnamese=is_vietnamese,
        body=Type(fonts[0], size_pt),
        bold=Type(fonts[1], size_pt),
        rule=Rule(Range(0.1, 0.5).draw(rng), int(rng.integers(60, 150)) if happens(0.15, rng) else 0),
        outline=draw_outline(rng),
        id_pattern=_ID_PATTERNS[int(rng.integers(len(_ID_PATTERNS)))],
    )


def draw_outline(rng: np.random.Generator) -> Rule:
    """Draw the outline of response areas: black mostly, else grey or the grey of a pale colour."""
    grey = int(rng.integers(60, 191)) if happens(0.3, rng) else 0
    return Rule(Range(0.08, 0.5).draw(rng) if happens(0.8, rng) else 0.08, grey)
