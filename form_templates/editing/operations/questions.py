"""Questions: their words, numbers and ids, what kind they are, caps, skip rules; added and deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import (
    found_item,
    found_items,
    found_scale,
    found_section,
    inserted,
    reworded,
    sound_text,
    sound_words,
    with_items,
    with_places,
    with_section,
    without_items,
)
from form_templates.editing.operations.references import (
    counted_up,
    following,
    new_item_id,
    new_value,
    without_loose_ends,
)
from form_templates.facts import Fact
from form_templates.model import (
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    ItemRole,
    Language,
    MarkStyle,
    Option,
    Rect,
    ResponseArea,
    Text,
    TextField,
)
from form_templates.tables import LONGEST_NAME

_MOST_LINES = 50  # more than a page has
_MOST_DIGITS = 20
_USUAL_DIGITS = 2


@dataclass(frozen=True, slots=True)
class RelabelItem(Edit):
    """Word a question otherwise in one language."""

    kind: ClassVar[str] = "item.label"

    item_id: ItemId
    language: Language
    words: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        return with_items(template, [replace(item, label=reworded(item.label, self.language, self.words))])

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('wording of "{item_id}" changed', item_id=self.item_id)

    def merged_with(self, later: Edit) -> Edit | None:
        is_alike = isinstance(later, RelabelItem) and replace(later, words=self.words) == self
        return later if is_alike else None


@dataclass(frozen=True, slots=True)
class NumberItems(Edit):
    """Print a number before the first item, and before the others what counts up from it."""

    kind: ClassVar[str] = "items.number"

    item_ids: tuple[ItemId, ...]
    first: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        sound_words(self.first, LONGEST_NAME)
        items = found_items(template, self.item_ids)
        numbers = [self.first, *(counted_up(self.first, steps) for steps in range(1, len(items)))]
        return with_items(template, (replace(item, number=each) for item, each in zip(items, numbers, strict=True)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{items} renumbered", items=counted_items(len(self.item_ids)))

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, NumberItems) and later.item_ids == self.item_ids else None


@dataclass(frozen=True, slots=True)
class ChangeItemId(Edit):
    """Give an item another id; areas, skip rules and the overall item follow."""

    kind: ClassVar[str] = "item.id"

    item_id: ItemId
    new_id: ItemId

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        new_id = new_item_id(template, self.new_id)
        section = template.section_of(self.item_id)
        renamed = tuple(replace(each, item_id=new_id) if each is item else each for each in section.items)
        return following(with_section(template, replace(section, items=renamed)), {self.item_id: new_id})

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('"{item_id}" is now "{new_id}"', item_id=self.item_id, new_id=self.new_id)


@dataclass(frozen=True, slots=True)
class ChangeItemKind(Edit):
    """Make items single or multiple choice, text or number, with what that entails.

    Where marking becomes writing, options, scale and areas go, and a writing field takes the place of the areas; where
    writing becomes marking, the field becomes the area of a first option. A cap stays with multiple choice only.
    """

    kind: ClassVar[str] = "items.kind"

    item_ids: tuple[ItemId, ...]
    to: ItemKind

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        changing = {item.item_id: item for item in items if item.kind.is_choice != self.to.is_choice}
        template = with_items(template, (_of_kind(item, self.to) for item in items))
        if changing and self.to.is_choice:
            template = _with_fields_as_areas(template, changing.keys())
        elif changing:
            template = _with_areas_as_fields(template, changing.keys())
        return without_loose_ends(template)

    def describe(self, template: FormTemplate) -> Fact:
        items = counted_items(len(self.item_ids))
        return {
            ItemKind.SINGLE: Fact("{items} made single choice", items=items),
            ItemKind.MULTIPLE: Fact("{items} made multiple choice", items=items),
            ItemKind.TEXT: Fact("{items} made text", items=items),
            ItemKind.NUMBER: Fact("{items} made numbers", items=items),
        }[self.to]


@dataclass(frozen=True, slots=True)
class SetCap(Edit):
    """Say how many options of multiple-choice items may be marked; None: as many as one likes."""

    kind: ClassVar[str] = "items.cap"

    item_ids: tuple[ItemId, ...]
    max_choices: int | None

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        for item in items:
            if self.max_choices is not None and item.kind is not ItemKind.MULTIPLE:
                raise EditRefused(Fact('only one option of "{item_id}" may be marked', item_id=item.item_id))
            if self.max_choices is not None and not 1 <= self.max_choices <= max(len(item.options), 1):
                raise EditRefused(Fact("the cap must be 1 to {value}, the count of options", value=len(item.options)))
        return with_items(template, (replace(item, max_choices=self.max_choices) for item in items))

    def describe(self, template: FormTemplate) -> Fact:
        items = counted_items(len(self.item_ids))
        if self.max_choices is None:
            return Fact("cap of {items} removed", items=items)
        return Fact("cap of {items} set to {cap}", items=items, cap=self.max_choices)


@dataclass(frozen=True, slots=True)
class StyleItems(Edit):
    """Say how people mark items; all their areas follow."""

    kind: ClassVar[str] = "items.style"

    item_ids: tuple[ItemId, ...]
    style: MarkStyle

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        template = with_items(template, (replace(item, style=self.style) for item in items))
        wanted = {item.item_id for item in items}

        def styled(_page: int, area: ResponseArea) -> ResponseArea:
            return replace(area, style=self.style) if area.item_id in wanted else area

        return with_places(template, styled, lambda _page, field: field)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("mark style of {items} changed", items=counted_items(len(self.item_ids)))


@dataclass(frozen=True, slots=True)
class SetWritingRoom(Edit):
    """Say how many lines a text item, or digit boxes a number item, has."""

    kind: ClassVar[str] = "item.room"

    item_id: ItemId
    size: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        most = {ItemKind.TEXT: _MOST_LINES, ItemKind.NUMBER: _MOST_DIGITS}.get(item.kind, 0)
        if not most:
            raise EditRefused(Fact('"{item_id}" is answered by marking, not by writing', item_id=item.item_id))
        if not 1 <= self.size <= most:
            raise EditRefused(Fact("there may be 1 to {most} of them", most=most))
        is_text = item.kind is ItemKind.TEXT
        return with_items(template, [replace(item, lines=self.size) if is_text else replace(item, digits=self.size)])

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('room to write of "{item_id}" changed', item_id=self.item_id)

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetWritingRoom) and later.item_id == self.item_id else None


@dataclass(frozen=True, slots=True)
class SetCondition(Edit):
    """Ask an item only of those who chose certain options of an earlier one; None: of everyone."""

    kind: ClassVar[str] = "item.asked_if"

    item_id: ItemId
    condition: Condition | None

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        if self.condition is not None:
            before = []
            for each in template.items():
                if each is item:
                    break
                before.append(each)
            check_condition(self.condition, before)
        return with_items(template, [replace(item, asked_if=self.condition)])

    def describe(self, template: FormTemplate) -> Fact:
        if self.condition is None:
            return Fact('"{item_id}" asked of everyone', item_id=self.item_id)
        asked = self.condition.item_id
        return Fact('"{item_id}" asked depending on "{asked}"', item_id=self.item_id, asked=asked)


@dataclass(frozen=True, slots=True)
class SetOverallItem(Edit):
    """Say which single-choice item asks for satisfaction with everything; None: no item does."""

    kind: ClassVar[str] = "form.overall_item"

    item_id: ItemId | None

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        if self.item_id is not None and found_item(template, self.item_id).kind is not ItemKind.SINGLE:
            raise EditRefused(Fact('"{wanted}" must be a single-choice item', wanted=self.item_id))
        return replace(template, overall_item=self.item_id)

    def describe(self, template: FormTemplate) -> Fact:
        if self.item_id is None:
            return Fact("no question asks for overall satisfaction")
        return Fact('"{item_id}" asks for overall satisfaction', item_id=self.item_id)


@dataclass(frozen=True, slots=True)
class AddItem(Edit):
    """Put a new item into a section; one on a scale takes the scale's options. Draw its areas afterwards."""

    kind: ClassVar[str] = "item.add"

    section_id: str
    index: int
    item: Item

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        new_item_id(template, self.item.item_id)
        item = _checked(template, self.item)
        before = list(template.items())
        if item.asked_if is not None:
            check_condition(item.asked_if, before)
        return with_section(template, replace(section, items=inserted(section.items, self.index, (item,))))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('"{item_id}" added', item_id=self.item.item_id)


@dataclass(frozen=True, slots=True)
class DeleteItems(Edit):
    """Delete items with their areas, writing fields and all that refers to them."""

    kind: ClassVar[str] = "items.delete"

    item_ids: tuple[ItemId, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        gone = {item.item_id for item in found_items(template, self.item_ids)}
        return following(without_items(template, gone), dict.fromkeys(gone))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{items} deleted", items=counted_items(len(self.item_ids)))


def check_condition(condition: Condition, earlier: Iterable[Item]) -> None:
    """Refuse a skip rule that names no earlier item, no values, or values that item has no options for."""
    asked = next((item for item in earlier if item.item_id == condition.item_id), None)
    if asked is None:
        raise EditRefused(Fact('"{item_id}" is not an earlier item', item_id=condition.item_id))
    if not condition.values:
        raise EditRefused(Fact("the skip rule names no values"))
    for value in sorted(condition.values - {option.value for option in asked.options}):
        raise EditRefused(Fact('"{value}" is not an option of "{item_id}"', value=value, item_id=asked.item_id))


def _checked(template: FormTemplate, item: Item) -> Item:
    """Return a new item as the form can hold it."""
    for text in (item.label, *(option.label for option in item.options)):
        sound_text(text)
    sound_words(item.number, LONGEST_NAME)
    if not item.kind.is_choice:
        item = replace(item, options=(), scale_id=None, max_choices=None, role=ItemRole.IMPLIED, columns=0)
        if item.kind is ItemKind.TEXT:
            return replace(item, lines=max(1, min(item.lines, _MOST_LINES)), digits=0)
        return replace(item, digits=max(1, min(item.digits, _MOST_DIGITS)))
    if item.scale_id is not None:
        item = replace(item, options=found_scale(template, item.scale_id).options)
    taken: set[str] = set()
    for option in item.options:
        taken.add(new_value(option.value, taken))
    if item.kind is not ItemKind.MULTIPLE:
        return replace(item, max_choices=None)
    return replace(item, role=ItemRole.IMPLIED)


def _of_kind(item: Item, kind: ItemKind) -> Item:
    """Return the definition of an item of another kind."""
    item = replace(item, kind=kind, max_choices=item.max_choices if kind is ItemKind.MULTIPLE else None)
    item = item if kind is ItemKind.SINGLE else replace(item, role=ItemRole.IMPLIED)
    if kind.is_choice:
        options = item.options or (Option("1", Text("1")),)
        return replace(item, options=options, digits=0)
    item = replace(item, options=(), scale_id=None, columns=0)
    return replace(item, digits=max(item.digits, _USUAL_DIGITS) if kind is ItemKind.NUMBER else 0)


def _with_fields_as_areas(template: FormTemplate, item_ids: Iterable[ItemId]) -> FormTemplate:
    """Make the writing field of each item the area of its first option."""
    first = {item.item_id: item for item in found_items(template, item_ids)}
    pages = []
    for page in template.pages:
        fields = [field for field in page.fields if field.item_id in first and field.option is None]
        items = [first[field.item_id] for field in fields]
        areas = tuple(
            ResponseArea(item.item_id, item.options[0].value, field.rect, style=item.style)
            for field, item in zip(fields, items, strict=True)
        )
        pages.append(replace(page, areas=(*page.areas, *areas)) if areas else page)
    return replace(template, pages=tuple(pages))


def _with_areas_as_fields(template: FormTemplate, item_ids: Iterable[ItemId]) -> FormTemplate:
    """Put a writing field around the areas of each item, on the first page that has some; the areas are still there."""
    waiting = set(item_ids)
    pages = []
    for page in template.pages:
        rects: dict[ItemId, list[Rect]] = {}
        for area in page.areas:
            if area.item_id in waiting:
                rects.setdefault(area.item_id, []).append(area.rect)
        waiting -= rects.keys()
        fields = tuple(TextField(item_id, around(found)) for item_id, found in rects.items())
        pages.append(replace(page, fields=(*page.fields, *fields)) if fields else page)
    return replace(template, pages=tuple(pages))


def around(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around others; there must be one."""
    found = tuple(rects)
    left_mm, top_mm = min(rect.x_mm for rect in found), min(rect.y_mm for rect in found)
    right_mm, bottom_mm = max(rect.x_mm + rect.w_mm for rect in found), max(rect.y_mm + rect.h_mm for rect in found)
    return Rect(left_mm, top_mm, round(right_mm - left_mm, 3), round(bottom_mm - top_mm, 3))
