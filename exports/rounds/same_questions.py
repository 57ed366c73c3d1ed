"""Which questions of two rounds may be compared: those that ask the same with the same answers to choose from.

The rule: two items are the same if they have the same id, the same printed wording, and scales with the same values,
the same wording of each value, and the same values counted as satisfied and dissatisfied. The version of the template
may differ, and so may the order in which the values are printed. A factor is the same if it is made of the same items;
the index if it is made of the same factors.
"""

import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.tally.satisfaction_index import Ratings
from form_templates.model import FormTemplate, Item, Section, Text
from omr.survey.counting_rules import IndexRule

_Level: TypeAlias = tuple[str, str, bool]


def compare_items(earlier: FormTemplate, later: FormTemplate, item: Item) -> Incomparable | None:
    """Return why a rated item of the later round cannot be compared; None if it can."""
    before = next((other for other in earlier.items() if other.item_id == item.item_id), None)
    if before is None:
        return Incomparable(IncomparableReason.ITEM_NEW)
    if _printed(earlier, before.label) != _printed(later, item.label):
        return Incomparable(IncomparableReason.WORDING)
    if before.kind is not item.kind or _levels(earlier, before) != _levels(later, item):
        return Incomparable(IncomparableReason.SCALE)
    return None


def compare_sections(
    earlier: Ratings, later: Ratings, forms: tuple[FormTemplate, FormTemplate], section: Section
) -> Incomparable | None:
    """Return why a factor of the later round cannot be compared; None if it can.

    Args:
        earlier: Ratings of the earlier round.
        later: Ratings of the later round.
        forms: The forms of both.
        section: A factor of the later round.
    """
    before = next((other for other in earlier.sections if other.section_id == section.section_id), None)
    if before is None or _ids(earlier, before) != _ids(later, section):
        return Incomparable(IncomparableReason.CRITERIA)
    items = [later.items[column] for column in later.columns_of(section)]
    return _first(compare_items(*forms, item) for item in items)


def compare_indices(
    earlier: Ratings, later: Ratings, forms: tuple[FormTemplate, FormTemplate], rule: IndexRule
) -> Incomparable | None:
    """Return why the index of the later round, made by ``rule``, cannot be compared; None if it can."""
    if rule is IndexRule.OVERALL_ITEM:
        columns = earlier.overall_column, later.overall_column
        if columns[0] is None or columns[1] is None:
            return Incomparable(IncomparableReason.CRITERIA)
        if earlier.items[columns[0]].item_id != later.items[columns[1]].item_id:
            return Incomparable(IncomparableReason.CRITERIA)
        return compare_items(*forms, later.items[columns[1]])
    if {section.section_id for section in earlier.sections} != {section.section_id for section in later.sections}:
        return Incomparable(IncomparableReason.CRITERIA)
    found = _first(compare_sections(earlier, later, forms, section) for section in later.sections)
    return Incomparable(IncomparableReason.CRITERIA) if found else None


def _first(findings: Iterable[Incomparable | None]) -> Incomparable | None:
    return next((finding for finding in findings if finding), None)


def _ids(ratings: Ratings, section: Section) -> set[str]:
    return {ratings.items[column].item_id for column in ratings.columns_of(section)}


def _printed(form: FormTemplate, text: Text) -> str:
    """Return a text as the form prints it, blind to how spaces and letters are stored."""
    return " ".join(unicodedata.normalize("NFC", text.in_language(form.language)).split())


def _levels(form: FormTemplate, item: Item) -> tuple[set[_Level], frozenset[str], frozenset[str]]:
    levels = {(option.value, _printed(form, option.label), option.is_not_applicable) for option in item.options}
    scale = form.scale(item.scale_id) if item.scale_id else None
    return levels, scale.satisfied if scale else frozenset(), scale.dissatisfied if scale else frozenset()
