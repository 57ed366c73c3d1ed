"""Whose answers are looked at: those of a unit and all below it, of a level, of respondents with certain traits."""

from collections.abc import Sequence
from dataclasses import dataclass

from form_templates.model import FormTemplate, Item, ItemId, ItemRole
from form_templates.roles import role_of
from omr.units.unit_list import Unit

Trait = tuple[ItemId, str]
"""An item and the option that a respondent chose there."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to narrow the figures down to; the default is everyone.

    Attributes:
        unit: Code of a unit: its responses and those of all units below it; empty for all.
        level: Level of units, e.g. ``"commune"``: only responses of such units; empty for all.
        traits: Respondents who chose these options, of different items; a trait whose answer awaits review is not one.
    """

    unit: str = ""
    level: str = ""
    traits: tuple[Trait, ...] = ()

    @property
    def is_everyone(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

    def with_trait(self, item_id: ItemId, option: str) -> "Selection":
        """Ask for an option of an item instead of another one of that item; an empty option asks for none."""
        others = tuple(trait for trait in self.traits if trait[0] != item_id)
        return Selection(self.unit, self.level, (*others, (item_id, option)) if option else others)


def trait_items(template: FormTemplate) -> tuple[Item, ...]:
    """Return the items that tell respondents apart, see ``form_templates.roles``."""
    return tuple(
        item
        for section in template.sections
        for item in section.items
        if role_of(template, section, item) is ItemRole.DEMOGRAPHIC
    )


def codes_below(units: Sequence[Unit]) -> dict[str, list[str]]:
    """Return for every unit its own code and those of all units below it, at any depth."""
    parents = {unit.code: unit.parent_code for unit in units}
    below: dict[str, list[str]] = {unit.code: [] for unit in units}
    for code in parents:
        at = code
        seen: set[str] = set()  # a list that names a unit above itself must not hang the program
        while at in parents and at not in seen:
            below[at].append(code)
            seen.add(at)
            at = parents[at]
    return below


def selected_codes(units: Sequence[Unit], selection: Selection) -> frozenset[str] | None:
    """Return the codes of the units a selection names; None if it names none, so that unlisted codes count too."""
    if not selection.unit and not selection.level:
        return None
    codes = set(codes_below(units).get(selection.unit, [selection.unit])) if selection.unit else None
    return frozenset(
        unit.code for unit in units if (codes is None or unit.code in codes) and selection.level in ("", unit.level)
    )
