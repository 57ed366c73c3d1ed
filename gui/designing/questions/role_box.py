"""What the chosen questions do in the results: as the form implies, or as a person says."""

from form_templates.model import FormTemplate, Item, ItemKind, ItemRole
from form_templates.roles import implied_role, obstacle_to
from gui.designing.questions.fields import CalmComboBox
from gui.widgets.plain_texts import as_tip


class RoleBox(CalmComboBox):
    """Offers what the chosen questions can do; its first entry says in words what the form implies."""

    def show_roles(self, form: FormTemplate, items: tuple[Item, ...]) -> None:
        """Show what some questions of a form do; nothing where that differs."""
        implied = {implied_role(form, form.section_of(item.item_id), item) for item in items}
        roles = (ItemRole.CRITERION, ItemRole.DEMOGRAPHIC, ItemRole.NEITHER)
        possible = [role for role in roles if not any(obstacle_to(form, item, role) for item in items)]
        names = self._names()
        first = self._implied(implied)
        if [item.item_id for item in items] == [form.overall_item] and implied == {ItemRole.NEITHER}:
            first = self.tr("As implied: overall satisfaction")
        entries = [(first, ItemRole.IMPLIED), *((names[role], role) for role in possible)]
        self.fill(list(entries))
        self.show_value(items[0].role if len({item.role for item in items}) == 1 else None)
        self.setToolTip(
            as_tip(
                self.tr(
                    "A section that counts in the index implies that its questions on a scale of satisfaction are "
                    "criteria; one answer without order, asked of everyone, implies a demographic group."
                )
            )
        )

    def applies_to(self, items: tuple[Item, ...]) -> bool:
        """Whether there is anything to say: of questions with one answer alone."""
        return all(item.kind is ItemKind.SINGLE for item in items)

    def _names(self) -> dict[ItemRole, str]:
        return {
            ItemRole.CRITERION: self.tr("Criterion of the index"),
            ItemRole.DEMOGRAPHIC: self.tr("Demographic group"),
            ItemRole.NEITHER: self.tr("Neither of them"),
        }

    def _implied(self, implied: set[ItemRole]) -> str:
        if len(implied) > 1:
            return self.tr("As implied: each its own")
        return {
            ItemRole.CRITERION: self.tr("As implied: index criterion"),
            ItemRole.DEMOGRAPHIC: self.tr("As implied: demographic"),
            ItemRole.NEITHER: self.tr("As implied: neither"),
        }[next(iter(implied))]
