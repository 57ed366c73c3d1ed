"""What a person found to be right as it is, although whoever proposed the form was not sure."""

from dataclasses import dataclass
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items
from form_templates.editing.operations.parts import found_items
from form_templates.facts import Fact
from form_templates.model import FormTemplate, ItemId


@dataclass(frozen=True, slots=True)
class SettleDoubts(Edit):
    """Say that items, and where their areas lie, are right."""

    kind: ClassVar[str] = "items.settle"

    item_ids: tuple[ItemId, ...]

    @property
    def settles(self) -> frozenset[ItemId]:
        return frozenset(self.item_ids)

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        found_items(template, self.item_ids)  # which must be there
        return template

    def describe(self, template: FormTemplate) -> Fact:
        if len(self.item_ids) == 1:
            return Fact('"{item}" found right', item=self.item_ids[0])
        return Fact("{items} found right", items=counted_items(len(self.item_ids)))
