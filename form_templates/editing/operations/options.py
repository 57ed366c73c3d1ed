"""Options: their words, codes and order, what is said of them; those of a scale change for all its items."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from form_templates.editing.edit import Edit, counted_options
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import (
    found_item,
    found_scale,
    inserted,
    reworded,
    sound_text,
    with_items,
    with_scale,
)
from form_templates.editing.operations.references import following, new_value, without_loose_ends
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemId, Language, Option, Scale

Recoded: TypeAlias = Mapping[str, str]
"""New values by old ones."""


@dataclass(frozen=True, slots=True)
class OptionList:
    """Whose options: those of an item, or of a scale. Of an item on a scale they are the scale's.

    Attributes:
        item_id: The item; None where a scale is meant.
        scale_id: The scale; empty where an item is meant.
    """

    item_id: ItemId | None = None
    scale_id: str = ""

    @property
    def name(self) -> str:
        """What a history calls it."""
        return self.item_id or self.scale_id

    def holder(self, template: FormTemplate) -> Item | Scale:
        """Return what holds the options.

        Raises:
            EditRefused: There is no such item or scale, or the item is written in by hand.
        """
        if self.item_id is None:
            return found_scale(template, self.scale_id)
        item = found_item(template, self.item_id)
        if not item.kind.is_choice:
            raise EditRefused(Fact('"{item_id}" is answered by writing, not by marking', item_id=item.item_id))
        return item if item.scale_id is None else found_scale(template, item.scale_id)

    def changed(
        self,
        template: FormTemplate,
        change: Callable[[tuple[Option, ...]], tuple[Option, ...]],
        recoded: Recoded | None = None,
    ) -> FormTemplate:
        """Return the form with other options; areas, fields, skip rules, caps and satisfied values follow."""
        recoded = recoded or {}
        holder = self.holder(template)
        options = change(holder.options)
        values = {option.value for option in options if not option.is_not_applicable}
        if isinstance(holder, Scale):
            satisfied, dissatisfied = (
                frozenset(recoded.get(value, value) for value in found) & values
                for found in (holder.satisfied, holder.dissatisfied)
            )
            template = with_scale(
                template, replace(holder, options=options, satisfied=satisfied, dissatisfied=dissatisfied)
            )
            items = [item for item in template.items() if item.scale_id == holder.scale_id]
        else:
            items = [replace(holder, options=options)]
        template = with_items(template, (with_possible_cap(item) for item in items))
        if recoded:
            where = {(item.item_id, old): (item.item_id, new) for item in items for old, new in recoded.items()}
            template = following(template, options=where)
        return without_loose_ends(template)


@dataclass(frozen=True, slots=True)
class AddOption(Edit):
    """Put a new option among the others; its areas are drawn afterwards."""

    kind: ClassVar[str] = "option.add"

    owner: OptionList
    index: int
    option: Option

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        new_value(self.option.value, {each.value for each in self.owner.holder(template).options})
        sound_text(self.option.label)
        return self.owner.changed(template, lambda options: inserted(options, self.index, (self.option,)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('option added to "{owner}"', owner=self.owner.name)


@dataclass(frozen=True, slots=True)
class RelabelOption(Edit):
    """Word an option otherwise in one language."""

    kind: ClassVar[str] = "option.label"

    owner: OptionList
    value: str
    language: Language
    words: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        def relabelled(option: Option) -> Option:
            return replace(option, label=reworded(option.label, self.language, self.words))

        return _with_one(template, self.owner, self.value, relabelled)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('wording of option "{value}" of "{owner}" changed', value=self.value, owner=self.owner.name)

    def merged_with(self, later: Edit) -> Edit | None:
        is_alike = isinstance(later, RelabelOption) and replace(later, words=self.words) == self
        return later if is_alike else None


@dataclass(frozen=True, slots=True)
class RecodeOption(Edit):
    """Give an option another value; areas, fields, skip rules and satisfied values follow."""

    kind: ClassVar[str] = "option.value"

    owner: OptionList
    value: str
    new_value: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        options = self.owner.holder(template).options
        found_option(options, self.value)
        to = new_value(self.new_value, {each.value for each in options})
        recoded = tuple(replace(each, value=to) if each.value == self.value else each for each in options)
        return self.owner.changed(template, lambda _options: recoded, {self.value: to})

    def describe(self, template: FormTemplate) -> Fact:
        return Fact(
            'option "{value}" of "{owner}" is now "{to}"', value=self.value, owner=self.owner.name, to=self.new_value
        )


@dataclass(frozen=True, slots=True)
class MoveOption(Edit):
    """Bring an option to another place in the printed order: before that of the others at ``index``."""

    kind: ClassVar[str] = "option.move"

    owner: OptionList
    value: str
    index: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        def reordered(options: tuple[Option, ...]) -> tuple[Option, ...]:
            option = found_option(options, self.value)
            return inserted(tuple(each for each in options if each is not option), self.index, (option,))

        return self.owner.changed(template, reordered)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('options of "{owner}" reordered', owner=self.owner.name)


@dataclass(frozen=True, slots=True)
class DeleteOptions(Edit):
    """Delete options with their areas and all that refers to them; one at least stays."""

    kind: ClassVar[str] = "options.delete"

    owner: OptionList
    values: tuple[str, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        def remaining(options: tuple[Option, ...]) -> tuple[Option, ...]:
            gone = [found_option(options, value) for value in self.values]
            kept = tuple(option for option in options if option not in gone)
            if not kept:
                raise EditRefused(Fact('"{item_id}" must keep an option', item_id=self.owner.name))
            return kept

        return self.owner.changed(template, remaining)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('{options} of "{owner}" deleted', options=counted_options(len(self.values)), owner=self.owner.name)


@dataclass(frozen=True, slots=True)
class SetNotApplicable(Edit):
    """Say whether an option means "no opinion" or "does not apply", which no denominator counts."""

    kind: ClassVar[str] = "option.not_applicable"

    owner: OptionList
    value: str
    is_not_applicable: bool

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        def said(option: Option) -> Option:
            return replace(option, is_not_applicable=self.is_not_applicable)

        return _with_one(template, self.owner, self.value, said)

    def describe(self, template: FormTemplate) -> Fact:
        if self.is_not_applicable:
            return Fact('option "{value}" of "{owner}" does not count', value=self.value, owner=self.owner.name)
        return Fact('option "{value}" of "{owner}" counts', value=self.value, owner=self.owner.name)


@dataclass(frozen=True, slots=True)
class SetWriteIn(Edit):
    """Say whether a line follows an option on which one may write; without it, its writing field goes."""

    kind: ClassVar[str] = "option.write_in"

    owner: OptionList
    value: str
    has_write_in: bool

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        def said(option: Option) -> Option:
            return replace(option, has_write_in=self.has_write_in)

        return _with_one(template, self.owner, self.value, said)

    def describe(self, template: FormTemplate) -> Fact:
        if self.has_write_in:
            return Fact('line to write on at option "{value}" of "{owner}"', value=self.value, owner=self.owner.name)
        return Fact('no line to write on at option "{value}" of "{owner}"', value=self.value, owner=self.owner.name)


def found_option(options: tuple[Option, ...], value: str) -> Option:
    """Return the option of a value."""
    for option in options:
        if option.value == value:
            return option
    raise EditRefused(Fact('there is no option "{value}"', value=value))


def with_possible_cap(item: Item) -> Item:
    """Return an item that allows no more choices than it has options."""
    if item.max_choices is None or item.max_choices <= len(item.options):
        return item
    return replace(item, max_choices=len(item.options) or None)


def _with_one(
    template: FormTemplate, owner: OptionList, value: str, change: Callable[[Option], Option]
) -> FormTemplate:
    def changed(options: tuple[Option, ...]) -> tuple[Option, ...]:
        option = found_option(options, value)
        return tuple(change(each) if each is option else each for each in options)

    return owner.changed(template, changed)
