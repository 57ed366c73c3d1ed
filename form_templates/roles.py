"""What questions do in the results: which count in the satisfaction index, and which tell respondents apart.

A form implies it: the rated items of a factor are its criteria; one choice without order that everyone is asked,
outside the factors, is a demographic group. Of any item a person may say otherwise (``Item.role``): leave a criterion
out, count a rated item of another section in, tell people apart by levels in order such as age groups, or by a question
that only some are asked; the others then count among those who did not tell.
"""

from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemKind, ItemRole, ScaleKind, Section


def role_of(template: FormTemplate, section: Section, item: Item) -> ItemRole:
    """Return what an item of a section does: never ``IMPLIED``."""
    return implied_role(template, section, item) if item.role is ItemRole.IMPLIED else item.role


def implied_role(template: FormTemplate, section: Section, item: Item) -> ItemRole:
    """Return what an item of a section does if nobody says otherwise."""
    if section.is_factor:
        return ItemRole.CRITERION if is_rated(template, item) else ItemRole.NEITHER
    is_demographic = item.kind is ItemKind.SINGLE and item.asked_if is None and _is_unordered(template, item)
    return ItemRole.DEMOGRAPHIC if is_demographic else ItemRole.NEITHER


def obstacle_to(template: FormTemplate, item: Item, role: ItemRole) -> Fact | None:
    """Return why an item cannot do that in the results; None if it can."""
    if role is ItemRole.CRITERION and not is_rated(template, item):
        return Fact("only a question with one answer on a scale of satisfaction can count in the index")
    if role is ItemRole.DEMOGRAPHIC and item.kind is not ItemKind.SINGLE:
        return Fact("only a question with one answer can tell respondents apart")
    return None


def is_rated(template: FormTemplate, item: Item) -> bool:
    """Whether the item takes one level of a satisfaction scale."""
    scale = next((scale for scale in template.scales if scale.scale_id == item.scale_id), None)
    if item.kind is not ItemKind.SINGLE or scale is None:
        return False
    return scale.kind is ScaleKind.SATISFACTION and bool(scale.satisfied)


def counts_where_rated(section: Section, item: Item) -> bool:
    """Whether a rated item of a section counts in the index, as itself and not only as the overall item."""
    return section.is_factor if item.role is ItemRole.IMPLIED else item.role is ItemRole.CRITERION


def _is_unordered(template: FormTemplate, item: Item) -> bool:
    if item.scale_id is None:
        return True
    return any(scale.scale_id == item.scale_id and scale.kind is ScaleKind.NOMINAL for scale in template.scales)
