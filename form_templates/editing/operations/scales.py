"""Scales: made of the options of an item, items put on them and taken off, what their values mean."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.options import found_option, with_possible_cap
from form_templates.editing.operations.parts import (
    found_item,
    found_items,
    found_scale,
    sound_text,
    with_each_item,
    with_items,
    with_scale,
)
from form_templates.editing.operations.references import (
    OptionName,
    following,
    new_scale_id,
    new_value,
    without_loose_ends,
)
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemId, Scale, ScaleKind

_WITH_SATISFIED = (ScaleKind.SATISFACTION, ScaleKind.NPS)


@dataclass(frozen=True, slots=True)
class ScaleMeaning:
    """How a scale is summarised: its kind, and for satisfaction and NPS which values are at which end."""

    kind: ScaleKind
    satisfied: frozenset[str] = frozenset()
    dissatisfied: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AddScale(Edit):
    """Define a scale that no item is on yet."""

    kind: ClassVar[str] = "scale.add"

    scale: Scale

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        new_scale_id(template, self.scale.scale_id)
        taken: set[str] = set()
        for option in self.scale.options:
            taken.add(new_value(option.value, taken))
            sound_text(option.label)
        meaning = ScaleMeaning(self.scale.kind, self.scale.satisfied, self.scale.dissatisfied)
        return replace(template, scales=(*template.scales, _meaning(self.scale, meaning)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('scale "{scale_id}" added', scale_id=self.scale.scale_id)


@dataclass(frozen=True, slots=True)
class MakeScale(Edit):
    """Make the options of an item a scale, and put the item on it."""

    kind: ClassVar[str] = "scale.make"

    item_id: ItemId
    scale_id: str
    meaning: ScaleMeaning

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        if not item.options:
            raise EditRefused(Fact('"{item_id}" has no options', item_id=item.item_id))
        scale_id = new_scale_id(template, self.scale_id)
        scale = _meaning(Scale(scale_id, self.meaning.kind, item.options), self.meaning)
        template = replace(template, scales=(*template.scales, scale))
        return with_items(template, [replace(item, scale_id=scale_id)])

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('options of "{item_id}" made a scale', item_id=self.item_id)


@dataclass(frozen=True, slots=True)
class PutOnScale(Edit):
    """Put choice items on a scale, whose options they take.

    Areas of the same values stay theirs; otherwise, of as many options, the first of the item becomes the first of the
    scale. An item without areas may have had any options.
    """

    kind: ClassVar[str] = "items.on_scale"

    item_ids: tuple[ItemId, ...]
    scale_id: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        scale = found_scale(template, self.scale_id)
        items = found_items(template, self.item_ids)
        drawn = {area.item_id for page in template.pages for area in page.areas}
        where: dict[OptionName, OptionName | None] = {}
        for item in items:
            where |= _followed(item, scale, is_drawn=item.item_id in drawn)
        changed = (replace(item, scale_id=scale.scale_id, options=scale.options) for item in items)
        template = with_items(template, (with_possible_cap(item) for item in changed))
        return without_loose_ends(following(template, options=where))

    def describe(self, template: FormTemplate) -> Fact:
        items = counted_items(len(self.item_ids))
        return Fact('{items} put on the scale "{scale_id}"', items=items, scale_id=self.scale_id)


@dataclass(frozen=True, slots=True)
class TakeOffScale(Edit):
    """Give items options of their own: those of the scale they were on."""

    kind: ClassVar[str] = "items.off_scale"

    item_ids: tuple[ItemId, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        return with_items(template, (replace(item, scale_id=None) for item in items))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{items} taken off the scale", items=counted_items(len(self.item_ids)))


@dataclass(frozen=True, slots=True)
class SetScaleMeaning(Edit):
    """Say how a scale is summarised and which of its values are satisfied and dissatisfied."""

    kind: ClassVar[str] = "scale.meaning"

    scale_id: str
    meaning: ScaleMeaning

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return with_scale(template, _meaning(found_scale(template, self.scale_id), self.meaning))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('meaning of the scale "{scale_id}" changed', scale_id=self.scale_id)


@dataclass(frozen=True, slots=True)
class ChangeScaleId(Edit):
    """Give a scale another id; its items follow."""

    kind: ClassVar[str] = "scale.id"

    scale_id: str
    new_id: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        scale = found_scale(template, self.scale_id)
        new_id = new_scale_id(template, self.new_id)
        scales = tuple(replace(each, scale_id=new_id) if each is scale else each for each in template.scales)
        return _with_items_of(replace(template, scales=scales), self.scale_id, new_id)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('"{item_id}" is now "{new_id}"', item_id=self.scale_id, new_id=self.new_id)


@dataclass(frozen=True, slots=True)
class DeleteScale(Edit):
    """Delete a scale; its items keep its options as their own."""

    kind: ClassVar[str] = "scale.delete"

    scale_id: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        scale = found_scale(template, self.scale_id)
        scales = tuple(each for each in template.scales if each is not scale)
        return _with_items_of(replace(template, scales=scales), self.scale_id, None)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('scale "{scale_id}" deleted', scale_id=self.scale_id)


def _with_items_of(template: FormTemplate, scale_id: str, new_id: str | None) -> FormTemplate:
    return with_each_item(template, lambda item: replace(item, scale_id=new_id) if item.scale_id == scale_id else item)


def _meaning(scale: Scale, meaning: ScaleMeaning) -> Scale:
    """Return a scale that is summarised so; kinds without a satisfied end name no values."""
    if meaning.kind not in _WITH_SATISFIED:
        return replace(scale, kind=meaning.kind, satisfied=frozenset(), dissatisfied=frozenset())
    for value in sorted(meaning.satisfied | meaning.dissatisfied):
        if found_option(scale.options, value).is_not_applicable:
            raise EditRefused(Fact('"{value}" is not a value of the scale', value=value))
    for value in sorted(meaning.satisfied & meaning.dissatisfied):
        raise EditRefused(Fact('"{value}" is both satisfied and dissatisfied', value=value))
    return replace(scale, kind=meaning.kind, satisfied=meaning.satisfied, dissatisfied=meaning.dissatisfied)


def _followed(item: Item, scale: Scale, *, is_drawn: bool) -> dict[OptionName, OptionName | None]:
    """Return which option of the scale each option of an item becomes."""
    if not item.kind.is_choice:
        raise EditRefused(Fact('"{item_id}" is answered by writing, not by marking', item_id=item.item_id))
    old, new = [option.value for option in item.options], [option.value for option in scale.options]
    if _is_within(old, new) or not is_drawn:
        return {}
    if len(old) != len(new):
        raise EditRefused(
            Fact(
                '"{item_id}" has {count} options, the scale "{scale_id}" has {value}',
                item_id=item.item_id,
                count=len(old),
                scale_id=scale.scale_id,
                value=len(new),
            )
        )
    return {
        (item.item_id, before): (item.item_id, after) for before, after in zip(old, new, strict=True) if before != after
    }


def _is_within(old: Collection[str], new: Collection[str]) -> bool:
    return set(old) <= set(new)
