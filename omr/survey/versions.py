"""Versions of a form on the same paper count together: people were asked the same, whatever it was read by.

The later version may word, order and place its questions otherwise. What counts with it of a page that an earlier one
read are the questions that both have, of the same kind and with the same values, on the same page; the rest was not
asked in so many words, and is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from form_templates.model import FormKey, FormTemplate, Item, ItemId
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome
from omr.survey.forms import SurveyForms


def counted_together(forms: SurveyForms, template: FormTemplate, pages: Sequence[DeliveredPage]) -> list[DeliveredPage]:
    """Return delivered pages as they count for a form: those of its earlier versions on the same paper with it.

    Args:
        forms: Of the survey.
        template: The form that they are seen by.
        pages: As ``seen_by`` returns them.
    """
    earlier = forms.earlier_versions(template.key)
    shared = {form.template.key: shared_items(template, form.template) for form in earlier}
    return [_as_counted(page, template, shared) for page in pages] if shared else list(pages)


def is_counted_elsewhere(forms: SurveyForms, template: FormTemplate) -> bool:
    """Whether every question of a form counts with a later version of it, so that it needs no figures of its own."""
    newest = forms.newest_version(template.key)
    if newest is None or newest.template.key == template.key:
        return False
    return shared_items(newest.template, template) == {item.item_id for item in template.items()}


def shared_items(later: FormTemplate, earlier: FormTemplate) -> frozenset[ItemId]:
    """Return the questions of which the answers mean the same in two versions of a form."""
    asked = {item.item_id: item for item in earlier.items()}
    return frozenset(
        item.item_id
        for item in later.items()
        if item.item_id in asked
        and _meaning(item) == _meaning(asked[item.item_id])
        and later.page_of(item.item_id) == earlier.page_of(item.item_id)
    )


def _meaning(item: Item) -> tuple[object, ...]:
    return item.kind, frozenset(option.value for option in item.options)


def _as_counted(
    page: DeliveredPage, template: FormTemplate, shared: Mapping[FormKey, frozenset[ItemId]]
) -> DeliveredPage:
    identity = page.identity
    if page.outcome is not PageOutcome.OTHER_FORM or identity is None or identity.form not in shared:
        return page
    kept = shared[identity.form]
    here = (item.item_id for item in template.items() if template.page_of(item.item_id) == identity.page)
    return replace(
        page,
        outcome=PageOutcome.READ,
        detail="",
        identity=replace(identity, version=template.version),
        readings={item: page.readings[item] if item in kept else _not_asked(item) for item in here},
        verifications={item: each for item, each in page.verifications.items() if item in kept},
        disputed=page.disputed & kept,
        doubted=page.doubted & kept,
        accepted={item: each for item, each in page.accepted.items() if item in kept},
    )


def _not_asked(item_id: ItemId) -> ItemReading:
    return ItemReading(item_id, (), 1.0, frozenset({Flag.MISSING_PAGE}))
