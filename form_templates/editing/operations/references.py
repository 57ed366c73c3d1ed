"""What refers to items and options: areas, writing fields, skip rules, the overall item; how they follow a change."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from typing import TypeAlias

from form_templates.editing.edit import named_places
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import with_each_item, with_places
from form_templates.facts import Fact
from form_templates.model import Condition, FormTemplate, Item, ItemId, ItemKind, ResponseArea, TextField
from form_templates.text_files import shortened
from form_templates.validation import is_item_id, is_part_id, is_value

OptionName: TypeAlias = tuple[ItemId, str]
"""An option of an item."""

Followed: TypeAlias = Mapping[ItemId, ItemId | None]
"""Where items went; None: away."""

FollowedOptions: TypeAlias = Mapping[OptionName, OptionName | None]
"""Where options went; None: away. It counts before what is said of their items."""

_TRAILING_NUMBER = re.compile(r"(.*?)(\d+)$", re.DOTALL)
_LAST_NUMBER = re.compile(r"(.*?)(\d+)(\D*)$", re.DOTALL)


def following(
    template: FormTemplate, items: Followed | None = None, options: FollowedOptions | None = None
) -> FormTemplate:
    """Return the form with every reference following what was renamed, moved or taken away in its definition."""
    items, options = items or {}, options or {}

    def target(item_id: ItemId, option: str) -> OptionName | None:
        if option and (item_id, option) in options:
            return options[item_id, option]
        to = items.get(item_id, item_id)
        return None if to is None else (to, option)

    def moved_area(_page: int, area: ResponseArea) -> ResponseArea | None:
        to = target(area.item_id, area.option)
        if to == (area.item_id, area.option):
            return area
        return None if to is None else replace(area, item_id=to[0], option=to[1])

    def moved_field(_page: int, field: TextField) -> TextField | None:
        to = target(field.item_id, field.option or "")
        if to == (field.item_id, field.option or ""):
            return field
        return None if to is None else replace(field, item_id=to[0], option=to[1] or None)

    template = with_places(template, moved_area, moved_field)
    template = with_each_item(template, lambda item: _with_condition_following(item, target))
    overall = template.overall_item
    if overall is not None and items.get(overall, overall) != overall:
        template = replace(template, overall_item=items[overall])
    return template


def without_loose_ends(template: FormTemplate) -> FormTemplate:
    """Return the form without areas, fields, skip rules and an overall item that its definition has no place for."""
    by_id = {item.item_id: item for item in template.items()}
    areas = {(item.item_id, option.value) for item in by_id.values() for option in item.options}
    fields = {(item.item_id, "") for item in by_id.values() if not item.kind.is_choice}
    fields |= {(item.item_id, each.value) for item in by_id.values() for each in item.options if each.has_write_in}
    template = with_places(
        template,
        lambda _page, area: area if (area.item_id, area.option) in areas else None,
        lambda _page, field: field if (field.item_id, field.option or "") in fields else None,
    )
    template = with_each_item(template, lambda item: _with_possible_condition(item, by_id))
    overall = by_id.get(template.overall_item) if template.overall_item is not None else None
    if template.overall_item is not None and (overall is None or overall.kind is not ItemKind.SINGLE):
        template = replace(template, overall_item=None)
    return template


def taken_places(template: FormTemplate) -> set[tuple[ItemId, str, bool]]:
    """Return which options have an area, and which items and options a writing field, on whatever page."""
    refs = (ref for page in template.pages for ref, _place in named_places(page))
    return {(ref.item_id, ref.option, ref.is_field) for ref in refs}


def free_item_id(template: FormTemplate, like: str = "q01") -> ItemId:
    """Return an id for a question that is about to be added: ``like`` itself, or what counts up from it."""
    taken = {item.item_id for item in template.items()}
    return ItemId(like if like not in taken else next_free(like, taken))


def new_item_id(template: FormTemplate, item_id: ItemId) -> ItemId:
    """Return an id that an item can have from now on."""
    if not is_item_id(item_id):
        raise EditRefused(Fact('"{name}" cannot be the name of a question', name=shortened(item_id)))
    return ItemId(_unused_name(item_id, {item.item_id for item in template.items()}))


def new_scale_id(template: FormTemplate, scale_id: str) -> str:
    """Return an id that a scale can have from now on."""
    return _part_id(scale_id, {scale.scale_id for scale in template.scales})


def new_section_id(template: FormTemplate, section_id: str) -> str:
    """Return an id that a section can have from now on."""
    return _part_id(section_id, {section.section_id for section in template.sections})


def new_value(value: str, taken: Container[str]) -> str:
    """Return a value that an option can have from now on."""
    if not is_value(value):
        raise EditRefused(
            Fact('option value "{value}" may hold letters, digits, "_", "." and "-" only', value=shortened(value))
        )
    return _unused_name(value, taken)


def next_free(name: str, taken: Container[str]) -> str:
    """Return the first name after ``name`` that is free: the number at its end counts up, ``c01``, ``c02``."""
    found = _TRAILING_NUMBER.match(name)
    stem, digits = (found[1], found[2]) if found else (f"{name}_", "1")
    number = int(digits)
    while True:
        number += 1
        candidate = f"{stem}{number:0{len(digits)}d}"
        if candidate not in taken:
            return candidate


def counted_up(number: str, steps: int) -> str:
    """Return a printed number some steps on: ``A2`` gives ``A3``, ``1.`` gives ``2.``; empty if it has no digits."""
    found = _LAST_NUMBER.match(number)
    return f"{found[1]}{int(found[2]) + steps:0{len(found[2])}d}{found[3]}" if found else ""


def _part_id(name: str, taken: Container[str]) -> str:
    if not is_part_id(name):
        raise EditRefused(Fact('"{name}" cannot be the name of a scale or a section', name=shortened(name)))
    return _unused_name(name, taken)


def _unused_name(name: str, taken: Container[str]) -> str:
    if name in taken:
        raise EditRefused(Fact('"{name}" is used twice', name=name))
    return name


def _with_condition_following(item: Item, target: Callable[[ItemId, str], OptionName | None]) -> Item:
    if item.asked_if is None:
        return item
    values: dict[ItemId, set[str]] = {}
    for value in sorted(item.asked_if.values):
        to = target(item.asked_if.item_id, value)
        if to is not None and to[0] != item.item_id:
            values.setdefault(to[0], set()).add(to[1])
    if not values:
        return replace(item, asked_if=None)
    # A rule names one item: where its options became several items', the old one keeps it.
    asked = item.asked_if.item_id if item.asked_if.item_id in values else next(iter(values))
    condition = Condition(asked, frozenset(values[asked]))
    return item if condition == item.asked_if else replace(item, asked_if=condition)


def _with_possible_condition(item: Item, by_id: Mapping[ItemId, Item]) -> Item:
    if item.asked_if is None:
        return item
    asked = by_id.get(item.asked_if.item_id)
    possible = frozenset(option.value for option in asked.options) if asked and asked is not item else frozenset[str]()
    values = item.asked_if.values & possible
    if not values:
        return replace(item, asked_if=None)
    return item if values == item.asked_if.values else replace(item, asked_if=replace(item.asked_if, values=values))
