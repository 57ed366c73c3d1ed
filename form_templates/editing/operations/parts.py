"""Parts of a form: found, or refused, and put back; what stays the same stays the same object."""

import math
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from form_templates.editing.edit import AreaRef, named_places
from form_templates.editing.errors import EditRefused
from form_templates.facts import Fact
from form_templates.model import (
    FormTemplate,
    Item,
    ItemId,
    Language,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    Section,
    Text,
    TextField,
)
from form_templates.tables import LONGEST_TEXT
from form_templates.text_files import shortened

SMALLEST_SIDE_MM = 0.5
"""No printed area is smaller; the outline alone is a third of it."""

_UNSOUND = ("Cc", "Cs")  # control characters, and halves of letters: no definition is read with them

Place = TypeVar("Place", ResponseArea, TextField)
Part = TypeVar("Part")


def found_page(template: FormTemplate, number: int) -> PageLayout:
    """Return a page of the form."""
    for page in template.pages:
        if page.number == number:
            return page
    raise EditRefused(Fact("there is no page {number}", number=number))


def found_item(template: FormTemplate, item_id: ItemId) -> Item:
    """Return an item of the form."""
    for item in template.items():
        if item.item_id == item_id:
            return item
    raise EditRefused(Fact('there is no question "{item_id}"', item_id=shortened(item_id)))


def found_items(template: FormTemplate, item_ids: Iterable[ItemId]) -> tuple[Item, ...]:
    """Return items of the form in the order asked for, each once; at least one."""
    known = {item.item_id: item for item in template.items()}
    wanted = tuple(dict.fromkeys(item_ids))
    for item_id in wanted:
        if item_id not in known:
            raise EditRefused(Fact('there is no question "{item_id}"', item_id=shortened(item_id)))
    if not wanted:
        raise EditRefused(Fact("there is nothing to do"))
    return tuple(known[item_id] for item_id in wanted)


def found_section(template: FormTemplate, section_id: str) -> Section:
    """Return a section of the form."""
    for section in template.sections:
        if section.section_id == section_id:
            return section
    raise EditRefused(Fact('there is no section "{section_id}"', section_id=shortened(section_id)))


def found_scale(template: FormTemplate, scale_id: str) -> Scale:
    """Return a scale of the form."""
    for scale in template.scales:
        if scale.scale_id == scale_id:
            return scale
    raise EditRefused(Fact('there is no scale "{scale_id}"', scale_id=shortened(scale_id)))


def with_items(template: FormTemplate, items: Iterable[Item]) -> FormTemplate:
    """Return the form with these items in the places of those of the same ids."""
    changed = {item.item_id: item for item in items}
    return with_each_item(template, lambda item: changed.get(item.item_id, item))


def with_each_item(template: FormTemplate, change: Callable[[Item], Item]) -> FormTemplate:
    """Return the form with every item changed."""
    sections = tuple(_with_items_changed(section, change) for section in template.sections)
    return template if all(map(_is_same, sections, template.sections)) else replace(template, sections=sections)


def without_items(template: FormTemplate, item_ids: Collection[ItemId]) -> FormTemplate:
    """Return the definition without these items; what refers to them is still there."""
    kept = (tuple(item for item in section.items if item.item_id not in item_ids) for section in template.sections)
    sections = zip(template.sections, kept, strict=True)
    return replace(
        template,
        sections=tuple(s if len(items) == len(s.items) else replace(s, items=items) for s, items in sections),
    )


def with_section(template: FormTemplate, section: Section) -> FormTemplate:
    """Return the form with this section in the place of that of the same id."""
    sections = tuple(section if each.section_id == section.section_id else each for each in template.sections)
    return replace(template, sections=sections)


def with_scale(template: FormTemplate, scale: Scale) -> FormTemplate:
    """Return the form with this scale in the place of that of the same id; its items take its options."""
    scales = tuple(scale if each.scale_id == scale.scale_id else each for each in template.scales)
    return with_each_item(
        replace(template, scales=scales),
        lambda item: replace(item, options=scale.options) if item.scale_id == scale.scale_id else item,
    )


def with_places(
    template: FormTemplate,
    area_change: Callable[[int, ResponseArea], ResponseArea | None],
    field_change: Callable[[int, TextField], TextField | None],
) -> FormTemplate:
    """Return the form with every area and writing field changed; None takes one away. Both are given its page."""
    pages = []
    for page in template.pages:
        areas = _changed(page.number, page.areas, area_change)
        fields = _changed(page.number, page.fields, field_change)
        is_same = areas is page.areas and fields is page.fields
        pages.append(page if is_same else replace(page, areas=areas, fields=fields))
    return template if all(map(_is_same, pages, template.pages)) else replace(template, pages=tuple(pages))


def rects_of(template: FormTemplate, refs: Iterable[AreaRef]) -> dict[AreaRef, Rect]:
    """Return where areas lie, in the order asked for; of two with one name, the first.

    Raises:
        EditRefused: One of them is not there, or none is asked for.
    """
    wanted = dict.fromkeys(refs)
    if not wanted:
        raise EditRefused(Fact("there is nothing to do"))
    lying: dict[AreaRef, Rect] = {}
    for number in sorted({ref.page for ref in wanted}):
        for ref, place in named_places(found_page(template, number)):
            lying.setdefault(ref, place.rect)
    for ref in wanted:
        if ref not in lying:
            named = f"{ref.item_id}={ref.option}" if ref.option else ref.item_id
            raise EditRefused(Fact('there is no area "{area}" on page {page}', area=shortened(named), page=ref.page))
    return {ref: lying[ref] for ref in wanted}


def with_rects(template: FormTemplate, rects: Mapping[AreaRef, Rect]) -> FormTemplate:
    """Return the form with areas placed elsewhere on their pages; other pages stay the same objects."""
    sound = {ref: sound_rect(rect) for ref, rect in rects.items()}

    # Dragging does this for every frame: areas are made at once, for ``replace`` takes three times as long.
    def placed_area(number: int, area: ResponseArea) -> ResponseArea:
        rect = sound.get(AreaRef(number, area.item_id, area.option))
        return area if rect is None else ResponseArea(area.item_id, area.option, rect, area.shape, area.style)

    def placed_field(number: int, field: TextField) -> TextField:
        rect = sound.get(AreaRef(number, field.item_id, field.option or "", is_field=True))
        return field if rect is None else TextField(field.item_id, rect, field.option)

    numbers = {ref.page for ref in rects}
    pages = tuple(
        replace(
            page,
            areas=tuple(placed_area(page.number, area) for area in page.areas),
            fields=tuple(placed_field(page.number, field) for field in page.fields),
        )
        if page.number in numbers
        else page
        for page in template.pages
    )
    return replace(template, pages=pages)


def sound_rect(rect: Rect) -> Rect:
    """Return a rectangle as a layout keeps it, to 0.001 mm."""
    if not math.isfinite(rect.x_mm + rect.y_mm + rect.w_mm + rect.h_mm):
        raise EditRefused(Fact("a length must be a number"))
    x_mm, y_mm = round(rect.x_mm, 3) + 0.0, round(rect.y_mm, 3) + 0.0  # no minus before a zero
    w_mm, h_mm = round(rect.w_mm, 3), round(rect.h_mm, 3)
    if w_mm < SMALLEST_SIDE_MM or h_mm < SMALLEST_SIDE_MM:
        raise EditRefused(Fact("an area must be at least {side:g} mm wide and high", side=SMALLEST_SIDE_MM))
    return Rect(x_mm, y_mm, w_mm, h_mm)


def reworded(text: Text, language: Language, words: str) -> Text:
    """Return a text with other words in one language."""
    sound_words(words)
    return replace(text, vi=words) if language is Language.VIETNAMESE else replace(text, en=words)


def sound_words(words: str, longest: int = LONGEST_TEXT) -> str:
    """Return words if a definition can hold them."""
    if len(words) > longest:
        raise EditRefused(
            Fact("has {value} characters, at most {longest} are allowed", value=len(words), longest=longest)
        )
    if any(letter not in "\n\t" and unicodedata.category(letter) in _UNSOUND for letter in words):
        raise EditRefused(Fact("it holds a control character"))
    return words


def sound_text(text: Text) -> Text:
    """Return a text if a definition can hold it."""
    sound_words(text.vi)
    sound_words(text.en)
    return text


def inserted(parts: tuple[Part, ...], index: int, new: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a tuple with more in it; an index beyond its ends means the end."""
    at = max(0, min(index, len(parts)))
    return (*parts[:at], *new, *parts[at:])


def _with_items_changed(section: Section, change: Callable[[Item], Item]) -> Section:
    items = tuple(change(item) for item in section.items)
    return section if all(map(_is_same, items, section.items)) else replace(section, items=items)


def _changed(number: int, places: tuple[Place, ...], change: Callable[[int, Place], Place | None]) -> tuple[Place, ...]:
    changed = [change(number, place) for place in places]
    if all(map(_is_same, changed, places)):
        return places
    return tuple(place for place in changed if place is not None)


def _is_same(one: object, other: object) -> bool:
    return one is other
