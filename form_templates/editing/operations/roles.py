"""What questions do in the results, where that is not as the form implies."""

from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import found_items, with_items
from form_templates.facts import Fact
from form_templates.model import FormTemplate, ItemId, ItemRole
from form_templates.roles import obstacle_to, role_of


@dataclass(frozen=True, slots=True)
class SetRole(Edit):
    """Say what items do in the results: count in the index, tell respondents apart, or what the form implies."""

    kind: ClassVar[str] = "items.role"

    item_ids: tuple[ItemId, ...]
    role: ItemRole

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        for item in items:
            if (obstacle := obstacle_to(template, item, self.role)) is not None:
                raise EditRefused(obstacle)
        return with_items(template, (replace(item, role=self.role) for item in items))

    def describe(self, template: FormTemplate) -> Fact:
        items: str = counted_items(len(self.item_ids))
        if len(self.item_ids) == 1:
            items = f'"{self.item_ids[0]}"'
        match self.role:
            case ItemRole.IMPLIED:
                return Fact("{items} used in the results as the form implies", items=items)
            case ItemRole.CRITERION:
                return Fact("{items} counted in the index", items=items)
            case ItemRole.DEMOGRAPHIC:
                return Fact("{items} made a demographic group", items=items)
            case ItemRole.NEITHER:
                return self._left_out(template, items)

    def _left_out(self, template: FormTemplate, items: str) -> Fact:
        found = found_items(template, self.item_ids)
        were = {role_of(template, template.section_of(item.item_id), item) for item in found}
        if were == {ItemRole.CRITERION}:
            return Fact("{items} left out of the index", items=items)
        if were == {ItemRole.DEMOGRAPHIC}:
            return Fact("{items} no demographic group any more", items=items)
        return Fact("{items} neither in the index nor a demographic group", items=items)
