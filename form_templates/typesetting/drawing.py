"""What a page is drawn with: frozen primitives in millimetres, template frame, black only."""

from dataclasses import dataclass, replace

from form_templates.model import AreaShape, Rect, ResponseArea, TextField, Typeface

OUTLINE_MM = 0.3
"""Line width of the outline of a response area."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Letters in one font; (x_mm, y_mm) is the left end of the baseline."""

    x_mm: float
    y_mm: float
    text: str
    size_pt: float
    is_bold: bool = False
    typeface: Typeface = Typeface.SANS


@dataclass(frozen=True, slots=True)
class Line:
    """A straight rule; dotted ones are for writing on."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    width_mm: float
    is_dotted: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle or ellipse whose outline, ``line_mm`` wide, lies inside ``rect``; filled ones have no outline."""

    rect: Rect
    shape: AreaShape = AreaShape.BOX
    line_mm: float = OUTLINE_MM
    is_filled: bool = False


Primitive = TextRun | Line | Shape


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page that is never split; y counts from its top, x from the paper's left edge.

    Attributes:
        height_mm: How far down the next block starts.
        primitives: What is drawn, without the outlines of response areas.
        areas: Response areas; their outlines are drawn from here, so that print and layout cannot differ.
        fields: Places for handwriting.
        keeps_with_next: Whether the next block must stand on the same page (headings).
        table_head: Column headers to repeat when the block starts a page; blocks of one table share one value.
        is_space: Whether it is mere white space, dropped at the top of a page.
    """

    height_mm: float
    primitives: tuple[Primitive, ...] = ()
    areas: tuple[ResponseArea, ...] = ()
    fields: tuple[TextField, ...] = ()
    keeps_with_next: bool = False
    table_head: "Block | None" = None
    is_space: bool = False


def moved(rect: Rect, down_mm: float) -> Rect:
    """Return ``rect`` moved down, rounded to the 0.001 mm that layout files hold."""
    return Rect(round(rect.x_mm, 3), round(rect.y_mm + down_mm, 3), round(rect.w_mm, 3), round(rect.h_mm, 3))


def placed_primitive(primitive: Primitive, down_mm: float) -> Primitive:
    """Return ``primitive`` moved down the page."""
    match primitive:
        case TextRun():
            return replace(primitive, y_mm=primitive.y_mm + down_mm)
        case Line():
            return replace(primitive, y1_mm=primitive.y1_mm + down_mm, y2_mm=primitive.y2_mm + down_mm)
        case Shape():
            return replace(primitive, rect=moved(primitive.rect, down_mm))


def below(*blocks: Block) -> Block:
    """Stack blocks into one that is never split."""
    primitives: list[Primitive] = []
    areas: list[ResponseArea] = []
    fields: list[TextField] = []
    top_mm = 0.0
    for block in blocks:
        primitives += [placed_primitive(primitive, top_mm) for primitive in block.primitives]
        areas += [replace(area, rect=moved(area.rect, top_mm)) for area in block.areas]
        fields += [replace(field, rect=moved(field.rect, top_mm)) for field in block.fields]
        top_mm += block.height_mm
    return Block(top_mm, tuple(primitives), tuple(areas), tuple(fields))


def beside(left: Block, right: Block) -> Block:
    """Put two blocks on one level into one; each was built for its own part of the measure."""
    return Block(
        max(left.height_mm, right.height_mm),
        left.primitives + right.primitives,
        left.areas + right.areas,
        left.fields + right.fields,
    )
