"""A definition -> pages: what is drawn, and where every response area lies, from one and the same run. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import FormTemplate, PageLayout, Rect, ResponseArea, TextField
from form_templates.typesetting.blocks import space
from form_templates.typesetting.chains import chains, with_heads
from form_templates.typesetting.drawing import Block, Primitive, Shape, moved, placed_primitive
from form_templates.typesetting.page_frame import (
    BODY_BOTTOM_MM,
    BODY_TOP_MM,
    PAPER_H_MM,
    PAPER_W_MM,
    PageFrame,
    check_code_text,
    closing_block,
    instructions_block,
    page_frame,
    title_block,
)
from form_templates.typesetting.parts.sections import section_blocks
from form_templates.typesetting.qr_codes import code_modules
from form_templates.typesetting.setting import Setting

_EVENING_MM = 1.0  # steps by which pages are ended sooner, until the last one is as full as the others


@dataclass(frozen=True, slots=True)
class TypesetPage:
    """One side as it is printed.

    Attributes:
        layout: Where the response areas, fields, fiducials and codes lie.
        primitives: What is the same on every copy, in drawing order.
        unit: Where the name of the unit is printed, or a dotted line to write it on.
    """

    layout: PageLayout
    primitives: tuple[Primitive, ...]
    unit: Rect


@dataclass(frozen=True, slots=True)
class TypesetForm:
    """All sides of a form."""

    pages: tuple[TypesetPage, ...]

    @property
    def layouts(self) -> tuple[PageLayout, ...]:
        """The places alone, as ``FormTemplate.pages`` wants them."""
        return tuple(page.layout for page in self.pages)


@dataclass(slots=True)
class _Column:
    """The body of one page while it is being filled."""

    end_mm: float
    y_mm: float = BODY_TOP_MM
    blocks: list[tuple[float, Block]] = field(default_factory=list)

    @property
    def is_fresh(self) -> bool:
        return not self.blocks

    def has_room_for(self, height_mm: float) -> bool:
        return self.y_mm + height_mm <= self.end_mm

    def put(self, block: Block) -> None:
        self.blocks.append((self.y_mm, block))
        self.y_mm += block.height_mm


def typeset(definition: FormTemplate) -> TypesetForm:
    """Flow a definition onto A4 pages; the same definition gives the same pages, always.

    Raises:
        PrintError: A part of the form is higher than a page, or the id too long to be printed.
    """
    check_code_text(definition)
    title, unit = title_block(definition)
    blocks = [title, instructions_block(definition), *section_blocks(definition)]
    if definition.closing.vi:
        blocks += [space(2.0), closing_block(definition)]
    columns = _flow(definition, blocks)
    modules = code_modules(definition)
    frames = [page_frame(definition, number, len(columns), modules) for number in range(1, len(columns) + 1)]
    first_unit = moved(unit, BODY_TOP_MM)
    return TypesetForm(
        tuple(
            _build_page(number, column.blocks, frame, frame.unit or first_unit)
            for number, (column, frame) in enumerate(zip(columns, frames, strict=True), start=1)
        )
    )


def _flow(definition: FormTemplate, blocks: Sequence[Block]) -> list[_Column]:
    """Fill page after page; what must stay together moves to the next page together."""
    columns = _filled(definition, blocks, BODY_BOTTOM_MM)
    if not Setting.of(definition).has_even_pages:
        return columns
    end_mm = BODY_BOTTOM_MM
    while end_mm > BODY_TOP_MM + _EVENING_MM:
        end_mm -= _EVENING_MM
        try:
            evener = _filled(definition, blocks, end_mm)
        except PrintError:
            break
        if len(evener) > len(columns):
            break
        columns = evener
    return columns


def _filled(definition: FormTemplate, blocks: Iterable[Block], end_mm: float) -> list[_Column]:
    """Fill pages down to ``end_mm``.

    Raises:
        PrintError: What must stay together is higher than that.
    """
    columns = [_Column(end_mm)]
    head: Block | None = None
    for chain in chains(blocks, starts_page=lambda _block: False):
        if not columns[-1].has_room_for(_height_mm(chain, head)):
            columns.append(_Column(end_mm))
            head = None
        if not columns[-1].has_room_for(_height_mm(chain, head)):
            raise PrintError(definition.template_id, Fact("a part of the form is higher than a page"))
        head = _put(columns[-1], chain, head)
    return columns


def _height_mm(chain: Sequence[Block], head: Block | None) -> float:
    return sum(block.height_mm for block in with_heads(chain, head, lambda block: block.table_head))


def _put(column: _Column, chain: Sequence[Block], head: Block | None) -> Block | None:
    """Put a chain onto the page and return the table that is open after it."""
    for block in with_heads(chain, head, lambda block: block.table_head):
        if not (block.is_space and column.is_fresh):
            column.put(block)
    return chain[-1].table_head


def _build_page(number: int, body: Sequence[tuple[float, Block]], frame: PageFrame, unit: Rect) -> TypesetPage:
    areas = _placed_areas(body)
    layout = PageLayout(
        number=number,
        width_mm=PAPER_W_MM,
        height_mm=PAPER_H_MM,
        areas=areas,
        fields=_placed_fields(body),
        fiducials=frame.fiducials,
        code=frame.code,
        code_text=frame.code_text,
    )
    drawn = tuple(placed_primitive(primitive, y_mm) for y_mm, block in body for primitive in block.primitives)
    outlines = tuple(Shape(area.rect, area.shape) for area in areas)
    return TypesetPage(layout, (*frame.primitives, *drawn, *outlines), unit)


def _placed_areas(body: Sequence[tuple[float, Block]]) -> tuple[ResponseArea, ...]:
    return tuple(replace(area, rect=moved(area.rect, y_mm)) for y_mm, block in body for area in block.areas)


def _placed_fields(body: Sequence[tuple[float, Block]]) -> tuple[TextField, ...]:
    return tuple(replace(field, rect=moved(field.rect, y_mm)) for y_mm, block in body for field in block.fields)
