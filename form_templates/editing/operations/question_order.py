"""Questions in another order or another cut: moved between sections, several made one, one made two."""

from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items, counted_options
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.options import with_possible_cap
from form_templates.editing.operations.parts import (
    found_item,
    found_items,
    found_section,
    inserted,
    sound_text,
    with_items,
    with_places,
    with_section,
    without_items,
)
from form_templates.editing.operations.references import (
    OptionName,
    following,
    new_item_id,
    next_free,
    without_loose_ends,
)
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemId, Option, ResponseArea, Text


@dataclass(frozen=True, slots=True)
class MoveItems(Edit):
    """Bring items, in their order on the form, to a place in a section.

    Attributes:
        item_ids: Of whatever sections.
        section_id: Where they go.
        index: Before which of the items that stay there; beyond the last: to the end.
    """

    kind: ClassVar[str] = "items.move"

    item_ids: tuple[ItemId, ...]
    section_id: str
    index: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        wanted = {item.item_id for item in found_items(template, self.item_ids)}
        found_section(template, self.section_id)
        going = tuple(item for item in template.items() if item.item_id in wanted)
        template = without_items(template, wanted)
        section = found_section(template, self.section_id)
        return with_section(template, replace(section, items=inserted(section.items, self.index, going)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{items} moved", items=counted_items(len(self.item_ids)))

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, MoveItems) and set(later.item_ids) == set(self.item_ids) else None


@dataclass(frozen=True, slots=True)
class MergeItems(Edit):
    """Make several choice items one: the first keeps its id and words and takes the options of the others.

    A value that the first has already counts up. An item of one option without words of its own gives that option its
    label. The item is then on no scale; areas, fields, skip rules and the overall item follow.
    """

    kind: ClassVar[str] = "items.merge"

    item_ids: tuple[ItemId, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        first, *others = found_items(template, self.item_ids)
        if not others:
            raise EditRefused(Fact("there must be two questions or more to make one of them"))
        for item in (first, *others):
            if not item.options:
                raise EditRefused(Fact('"{item_id}" has no options', item_id=item.item_id))
        options = list(_own_options(first))
        where: dict[OptionName, OptionName | None] = {}
        for item in others:
            for option in _own_options(item):
                taken = {each.value for each in options}
                value = next_free(option.value, taken) if option.value in taken else option.value
                where[item.item_id, option.value] = (first.item_id, value)
                options.append(replace(option, value=value))
        gone = {item.item_id: first.item_id for item in others}
        merged = replace(first, options=tuple(options), scale_id=None)
        template = following(with_items(without_items(template, gone), [merged]), gone, where)
        return without_loose_ends(_marked_alike(template, merged))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{items} made one", items=counted_items(len(self.item_ids)))


@dataclass(frozen=True, slots=True)
class SplitItem(Edit):
    """Make some options of an item an item of its own, right after it; both are then on no scale.

    Areas and write-in fields of those options go with them; a skip rule that names only such options follows too.
    """

    kind: ClassVar[str] = "item.split"

    item_id: ItemId
    values: tuple[str, ...]
    new_id: ItemId
    label: Text

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        new_id = new_item_id(template, self.new_id)
        sound_text(self.label)
        values = frozenset(self.values)
        if not values or not values <= {option.value for option in item.options}:
            raise EditRefused(Fact('"{item_id}" has no such options', item_id=item.item_id))
        if len(values) == len(item.options):
            raise EditRefused(Fact('"{item_id}" must keep an option', item_id=item.item_id))
        kept = _with_options(item, tuple(each for each in item.options if each.value not in values))
        going = _with_options(item, tuple(each for each in item.options if each.value in values))
        going = replace(going, item_id=new_id, label=self.label, number="")
        section = template.section_of(self.item_id)
        at = section.items.index(item)
        items = (*section.items[:at], kept, going, *section.items[at + 1 :])
        where: dict[OptionName, OptionName | None] = {(item.item_id, value): (new_id, value) for value in values}
        return without_loose_ends(following(with_section(template, replace(section, items=items)), options=where))

    def describe(self, template: FormTemplate) -> Fact:
        options = counted_options(len(self.values))
        return Fact('{options} of "{item_id}" made a question', options=options, item_id=self.item_id)


def _own_options(item: Item) -> tuple[Option, ...]:
    """Return its options; of a single one that is labelled by its value, the item's words say what it means."""
    if len(item.options) != 1 or item.options[0].label.vi not in ("", item.options[0].value):
        return item.options
    return (replace(item.options[0], label=item.label),)


def _with_options(item: Item, options: tuple[Option, ...]) -> Item:
    return with_possible_cap(replace(item, options=options, scale_id=None))


def _marked_alike(template: FormTemplate, item: Item) -> FormTemplate:
    def marked(_page: int, area: ResponseArea) -> ResponseArea:
        is_other = area.item_id == item.item_id and area.style is not item.style
        return replace(area, style=item.style) if is_other else area

    return with_places(template, marked, lambda _page, field: field)
