"""A form in the making: its page being drawn, and the items and response areas collected so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from form_templates.model import (
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Language,
    MarkStyle,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    ScaleKind,
    Section,
    Text,
    TextField,
)
from omr.simulation.chance import Range
from omr.simulation.foreign.style import Bubble, FormStyle, GridPrint, Look
from omr.simulation.foreign.surface import Surface
from omr.simulation.foreign.words import Words


@dataclass(slots=True)
class Frame:
    """A column of the page that is filled from the top.

    Attributes:
        x_mm: Left edge.
        y_mm: Where the next thing goes.
        w_mm: Width.
        bottom_mm: Where it ends.
    """

    x_mm: float
    y_mm: float
    w_mm: float
    bottom_mm: float

    @property
    def left_mm(self) -> float:
        """Height that is not used yet."""
        return self.bottom_mm - self.y_mm

    def take(self, height_mm: float) -> Rect:
        """Use up ``height_mm`` and return what was taken."""
        taken = Rect(self.x_mm, self.y_mm, self.w_mm, height_mm)
        self.y_mm += height_mm
        return taken


@dataclass(frozen=True, slots=True)
class FormBlock:
    """Items asked together.

    Attributes:
        name: Section, and scale if they share one.
        options: What every item offers; empty if each has its own.
        scale: Whether the options are a scale of the template.
        style: How they are marked.
    """

    name: str
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    style: MarkStyle = MarkStyle.BOX


@dataclass(slots=True)
class _Collected:
    """What will be the template."""

    scales: list[Scale] = field(default_factory=list)
    sections: list[tuple[str, list[Item]]] = field(default_factory=list)
    areas: list[ResponseArea] = field(default_factory=list)
    fields: list[TextField] = field(default_factory=list)
    pages: list[PageLayout] = field(default_factory=list)
    items: int = 0


class Draft:
    """A form in the making.

    Attributes:
        rng: The form's stream.
        style: What its parts have in common.
        surface: Where it is drawn.
        words: Its language.
        grid: How its answer grids are printed; set by the first of them.
    """

    def __init__(self, style: FormStyle, rng: np.random.Generator) -> None:
        self.rng = rng
        self.style = style
        self.surface = Surface(style.width_mm, style.height_mm)
        self.words = Words(rng, is_vietnamese=style.is_vietnamese)
        self.grid: GridPrint | None = None
        self._collected = _Collected()

    @property
    def areas_on_page(self) -> int:
        """How many response areas the page has so far."""
        return len(self._collected.areas)

    @property
    def items_so_far(self) -> int:
        """How many items the form has so far."""
        return self._collected.items

    def draw(self, low: float, high: float) -> float:
        """Return a number between ``low`` and ``high``."""
        return Range(low, high).draw(self.rng)

    def count(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, ends included."""
        return int(self.rng.integers(low, max(high, low) + 1))

    def begin_block(
        self, values: Sequence[str] = (), *, kind: ScaleKind | None = None, style: MarkStyle = MarkStyle.BOX
    ) -> FormBlock:
        """Begin a section; its items share ``values``, as a scale of ``kind`` if one is given."""
        name = f"s{len(self._collected.sections) + 1}"
        self._collected.sections.append((name, []))
        options = tuple(Option(value, Text(value)) for value in values)
        scale = None
        if kind is not None:
            satisfied = frozenset(sorted(values)[-2:]) if kind is ScaleKind.SATISFACTION else frozenset[str]()
            scale = Scale(name, kind, options, satisfied)
            self._collected.scales.append(scale)
        return FormBlock(name, options, scale, style)

    def add_item(
        self, block: FormBlock, label: str, *, kind: ItemKind = ItemKind.SINGLE, options: tuple[Option, ...] = ()
    ) -> Item:
        """Ask something; ``options`` unless the block has some."""
        self._collected.items += 1
        number, page = self._collected.items, len(self._collected.pages) + 1
        item = Item(
            ItemId(self.style.id_pattern.format(page=page, block=block.name, number=number)),
            kind,
            Text(label),
            (options or block.options) if kind.is_choice else (),
            scale_id=block.scale.scale_id if block.scale is not None else None,
            style=block.style,
        )
        self._collected.sections[-1][1].append(item)
        return item

    def add_area(self, item: Item, option: str, rect: Rect, bubble: Bubble) -> None:
        """Print the response area of one option and note its place."""
        self._print(bubble, rect, option)
        self._collected.areas.append(ResponseArea(item.item_id, option, _rounded(rect), bubble.shape, bubble.style))

    def add_field(self, item: Item, rect: Rect, option: str | None = None) -> None:
        """Note a place for handwriting."""
        self._collected.fields.append(TextField(item.item_id, _rounded(rect), option))

    def print_example(self, bubble: Bubble, rect: Rect, value: str) -> None:
        """Print something that looks like a response area and is none."""
        self._print(bubble, rect, value)

    def end_page(self) -> None:
        """Note the page's layout."""
        found = self._collected
        number = len(found.pages) + 1
        size_mm = (self.style.width_mm, self.style.height_mm)
        found.pages.append(PageLayout(number, *size_mm, tuple(found.areas), tuple(found.fields)))
        found.areas, found.fields = [], []

    def template(self, template_id: str) -> FormTemplate:
        """Return what was collected."""
        found = self._collected
        sections = tuple(Section(name, Text(name), tuple(items)) for name, items in found.sections if items)
        return FormTemplate(
            template_id,
            1,
            Text(template_id),
            sections,
            tuple(found.scales),
            language=Language.VIETNAMESE if self.style.is_vietnamese else Language.ENGLISH,
            pages=tuple(found.pages),
        )

    def _print(self, bubble: Bubble, rect: Rect, value: str) -> None:
        if bubble.look is Look.BOX:
            self.surface.box(rect, bubble.rule)
        elif bubble.look is Look.CIRCLE:
            self.surface.oval(rect, bubble.rule)
        if bubble.letter is not None and len(value) <= 2:
            letter = bubble.letter
            too_wide = letter.width_mm(value) / (0.75 * rect.w_mm)
            self.surface.text_amid(rect.center_mm, value, letter.of_cap_height(letter.cap_mm / max(too_wide, 1.0)))


def _rounded(rect: Rect) -> Rect:
    """Round the edges of a rectangle, not its lengths, so that neighbours that share an edge still do."""
    left, top = round(rect.x_mm, 3), round(rect.y_mm, 3)
    right, bottom = round(rect.x_mm + rect.w_mm, 3), round(rect.y_mm + rect.h_mm, 3)
    return Rect(left, top, round(right - left, 3), round(bottom - top, 3))
