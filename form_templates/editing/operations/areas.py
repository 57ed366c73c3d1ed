"""Areas on paper: drawn, moved, resized, given to other options, looking otherwise, deleted."""

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import AreaRef, Edit, PlacedRef, counted_areas, named_places
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import (
    found_item,
    found_page,
    rects_of,
    sound_rect,
    with_items,
    with_places,
    with_rects,
)
from form_templates.editing.operations.references import taken_places
from form_templates.facts import Fact
from form_templates.model import (
    AreaShape,
    FormTemplate,
    Item,
    ItemId,
    MarkStyle,
    PageLayout,
    Rect,
    ResponseArea,
    TextField,
)

NUDGE_MM = 0.1
"""How far an arrow key moves areas."""


@dataclass(frozen=True, slots=True)
class DrawArea(Edit):
    """Draw the response area of an option that has none; it is marked as its item is."""

    kind: ClassVar[str] = "area.draw"

    page: int
    item_id: ItemId
    option: str
    rect: Rect
    shape: AreaShape = AreaShape.BOX

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        page, item = found_page(template, self.page), found_item(template, self.item_id)
        ref = AreaRef(self.page, self.item_id, self.option)
        _check_belongs(item, ref)
        _check_free(template, ref)
        area = ResponseArea(self.item_id, self.option, sound_rect(self.rect), self.shape, item.style)
        return _with_page(template, replace(page, areas=(*page.areas, area)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} drawn", areas=counted_areas(1))


@dataclass(frozen=True, slots=True)
class DrawField(Edit):
    """Draw the writing field of a text or number item, or with an option, of the line that follows that."""

    kind: ClassVar[str] = "field.draw"

    page: int
    item_id: ItemId
    rect: Rect
    option: str = ""

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        page, item = found_page(template, self.page), found_item(template, self.item_id)
        ref = AreaRef(self.page, self.item_id, self.option, is_field=True)
        _check_belongs(item, ref)
        _check_free(template, ref)
        field = TextField(self.item_id, sound_rect(self.rect), self.option or None)
        return _with_page(template, replace(page, fields=(*page.fields, field)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("writing field drawn")


@dataclass(frozen=True, slots=True)
class MoveAreas(Edit):
    """Move areas by a way; a nudge is ``NUDGE_MM`` of it."""

    kind: ClassVar[str] = "areas.move"

    refs: tuple[AreaRef, ...]
    dx_mm: float
    dy_mm: float

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects = rects_of(template, self.refs)
        return with_rects(template, {ref: moved(rect, self.dx_mm, self.dy_mm) for ref, rect in rects.items()})

    def describe(self, template: FormTemplate) -> Fact:
        way_mm = round(math.hypot(self.dx_mm, self.dy_mm), 1)
        return Fact("{areas} moved {way_mm:g} mm", areas=counted_areas(len(self.refs)), way_mm=way_mm)

    def merged_with(self, later: Edit) -> Edit | None:
        if not isinstance(later, MoveAreas) or later.refs != self.refs:
            return None
        return replace(self, dx_mm=self.dx_mm + later.dx_mm, dy_mm=self.dy_mm + later.dy_mm)


@dataclass(frozen=True, slots=True)
class PlaceAreas(Edit):
    """Give areas the rectangles they are to have, as after dragging a handle or typing a length."""

    kind: ClassVar[str] = "areas.place"

    places: tuple[PlacedRef, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects_of(template, (place.ref for place in self.places))
        return with_rects(template, {place.ref: place.rect for place in self.places})

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} placed", areas=counted_areas(len(self.places)))

    def merged_with(self, later: Edit) -> Edit | None:
        if not isinstance(later, PlaceAreas):
            return None
        return later if {each.ref for each in later.places} == {each.ref for each in self.places} else None


@dataclass(frozen=True, slots=True)
class ResizeAreas(Edit):
    """Move the edges of areas, each by the same ways: to the right and downwards are positive."""

    kind: ClassVar[str] = "areas.resize"

    refs: tuple[AreaRef, ...]
    left_mm: float = 0.0
    top_mm: float = 0.0
    right_mm: float = 0.0
    bottom_mm: float = 0.0

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects = rects_of(template, self.refs)
        return with_rects(template, {ref: self._resized(rect) for ref, rect in rects.items()})

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} resized", areas=counted_areas(len(self.refs)))

    def merged_with(self, later: Edit) -> Edit | None:
        if not isinstance(later, ResizeAreas) or later.refs != self.refs:
            return None
        return ResizeAreas(
            self.refs,
            self.left_mm + later.left_mm,
            self.top_mm + later.top_mm,
            self.right_mm + later.right_mm,
            self.bottom_mm + later.bottom_mm,
        )

    def _resized(self, rect: Rect) -> Rect:
        return Rect(
            rect.x_mm + self.left_mm,
            rect.y_mm + self.top_mm,
            rect.w_mm + self.right_mm - self.left_mm,
            rect.h_mm + self.bottom_mm - self.top_mm,
        )


@dataclass(frozen=True, slots=True)
class MoveToPage(Edit):
    """Move areas to another page, and by a way there."""

    kind: ClassVar[str] = "areas.to_page"

    refs: tuple[AreaRef, ...]
    page: int
    dx_mm: float = 0.0
    dy_mm: float = 0.0

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        target = found_page(template, self.page)
        rects = rects_of(template, self.refs)
        going = {ref: sound_rect(moved(rect, self.dx_mm, self.dy_mm)) for ref, rect in rects.items()}
        leaving = {ref for ref in going if ref.page != self.page}
        if not leaving:
            raise EditRefused(Fact("the areas are on page {number} already", number=self.page))
        shapes = _lying(template, leaving)
        left = _without(template, leaving)
        target = found_page(left, self.page)
        areas = tuple(replace(each, rect=going[ref]) for ref, each in shapes if isinstance(each, ResponseArea))
        fields = tuple(replace(each, rect=going[ref]) for ref, each in shapes if isinstance(each, TextField))
        return _with_page(left, replace(target, areas=(*target.areas, *areas), fields=(*target.fields, *fields)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} moved to page {number}", areas=counted_areas(len(self.refs)), number=self.page)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which option an area is to belong to."""

    ref: AreaRef
    item_id: ItemId
    option: str = ""


@dataclass(frozen=True, slots=True)
class AssignAreas(Edit):
    """Give areas to other items or options, all at once: two can change places; an area is marked as its item is."""

    kind: ClassVar[str] = "areas.assign"

    assignments: tuple[Assignment, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        rects_of(template, (each.ref for each in self.assignments))
        targets = {each.ref: each for each in self.assignments}
        styles = {item.item_id: item.style for item in template.items()}
        left = taken_places(_without(template, set(targets)))
        for ref, to in targets.items():
            new = AreaRef(ref.page, to.item_id, to.option, ref.is_field)
            _check_belongs(found_item(template, to.item_id), new)
            if (new.item_id, new.option, new.is_field) in left:
                raise _is_taken(new)
            left.add((new.item_id, new.option, new.is_field))

        def assigned_area(page: int, area: ResponseArea) -> ResponseArea:
            to = targets.get(AreaRef.of(page, area))
            return area if to is None else replace(area, item_id=to.item_id, option=to.option, style=styles[to.item_id])

        def assigned_field(page: int, field: TextField) -> TextField:
            to = targets.get(AreaRef.of(page, field))
            return field if to is None else replace(field, item_id=to.item_id, option=to.option or None)

        return with_places(template, assigned_area, assigned_field)

    def describe(self, template: FormTemplate) -> Fact:
        areas = counted_areas(len(self.assignments))
        items = {each.item_id for each in self.assignments}
        if len(items) > 1:
            return Fact("{areas} given to other questions", areas=areas)
        return Fact('{areas} given to "{item_id}"', areas=areas, item_id=min(items, default=""))


@dataclass(frozen=True, slots=True)
class ShapeAreas(Edit):
    """Say that areas are printed as boxes or circles."""

    kind: ClassVar[str] = "areas.shape"

    refs: tuple[AreaRef, ...]
    shape: AreaShape

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        wanted = set(_of_options(template, self.refs))
        return with_places(
            template,
            lambda page, area: replace(area, shape=self.shape) if AreaRef.of(page, area) in wanted else area,
            lambda _page, field: field,
        )

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("shape of {areas} changed", areas=counted_areas(len(self.refs)))


@dataclass(frozen=True, slots=True)
class StyleAreas(Edit):
    """Say how areas are marked; an item all of whose areas are marked so asks for that."""

    kind: ClassVar[str] = "areas.style"

    refs: tuple[AreaRef, ...]
    style: MarkStyle

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        wanted = set(_of_options(template, self.refs))
        template = with_places(
            template,
            lambda page, area: replace(area, style=self.style) if AreaRef.of(page, area) in wanted else area,
            lambda _page, field: field,
        )
        mixed = {area.item_id for page in template.pages for area in page.areas if area.style is not self.style}
        uniform = {ref.item_id for ref in wanted} - mixed
        return with_items(
            template, (replace(item, style=self.style) for item in template.items() if item.item_id in uniform)
        )

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("mark style of {areas} changed", areas=counted_areas(len(self.refs)))


@dataclass(frozen=True, slots=True)
class DeleteAreas(Edit):
    """Take areas off the paper; their items and options stay, to be drawn anew."""

    kind: ClassVar[str] = "areas.delete"

    refs: tuple[AreaRef, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return _without(template, set(rects_of(template, self.refs)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{areas} deleted", areas=counted_areas(len(self.refs)))


def moved(rect: Rect, dx_mm: float, dy_mm: float) -> Rect:
    """Return a rectangle elsewhere."""
    return Rect(rect.x_mm + dx_mm, rect.y_mm + dy_mm, rect.w_mm, rect.h_mm)


def _of_options(template: FormTemplate, refs: tuple[AreaRef, ...]) -> tuple[AreaRef, ...]:
    """Return those that are marked; a place for handwriting has neither shape nor style."""
    areas = tuple(ref for ref in rects_of(template, refs) if not ref.is_field)
    if not areas:
        raise EditRefused(Fact("a writing field is not marked"))
    return areas


def _check_belongs(item: Item, ref: AreaRef) -> None:
    """Refuse an area that the definition has no place for."""
    if ref.is_field and not ref.option:
        if item.kind.is_choice:
            raise EditRefused(Fact('"{item_id}" is answered by marking, not by writing', item_id=item.item_id))
        return
    option = next((each for each in item.options if each.value == ref.option), None)
    if option is None:
        raise EditRefused(Fact('"{value}" is not an option of "{item_id}"', value=ref.option, item_id=item.item_id))
    if ref.is_field and not option.has_write_in:
        raise EditRefused(Fact('nothing is written at the option "{value}"', value=ref.option))


def _check_free(template: FormTemplate, ref: AreaRef) -> None:
    if (ref.item_id, ref.option, ref.is_field) in taken_places(template):
        raise _is_taken(ref)


def _is_taken(ref: AreaRef) -> EditRefused:
    if ref.is_field:
        return EditRefused(Fact('"{item_id}" has a writing field already', item_id=ref.item_id))
    return EditRefused(
        Fact('option "{value}" of "{item_id}" has an area already', value=ref.option, item_id=ref.item_id)
    )


def _with_page(template: FormTemplate, page: PageLayout) -> FormTemplate:
    return replace(template, pages=tuple(page if each.number == page.number else each for each in template.pages))


def _without(template: FormTemplate, refs: set[AreaRef]) -> FormTemplate:
    return with_places(
        template,
        lambda page, area: None if AreaRef.of(page, area) in refs else area,
        lambda page, field: None if AreaRef.of(page, field) in refs else field,
    )


def _lying(template: FormTemplate, refs: set[AreaRef]) -> list[tuple[AreaRef, ResponseArea | TextField]]:
    return [(ref, place) for page in template.pages for ref, place in named_places(page) if ref in refs]
