"""Sections, items and options of a dashboard as rows of one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.tally.figure_answers import Part, Question
from form_templates.model import ItemId, ItemKind, ScaleKind, Section
from form_templates.roles import counts_where_rated

if TYPE_CHECKING:
    from exports.tally.dashboard import Dashboard
    from exports.tally.survey_tally import ItemTally, OptionTally, SectionTally


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: a section, an item of it, or an option of an item.

    Attributes:
        section: The section.
        factor: Its figures, in a section's row; None if it is no factor.
        item: The item's figures; None in a section's row.
        option: The option's figures; None in other rows.
        rated: In a section's row, the items its figures are made of.
    """

    section: Section
    factor: "SectionTally | None" = None
    item: "ItemTally | None" = None
    option: "OptionTally | None" = None
    rated: tuple[ItemId, ...] = ()

    @property
    def is_section(self) -> bool:
        """Whether it is a section's row."""
        return self.item is None

    @property
    def question(self) -> Question | None:
        """What asks for the answers behind it; None for a section that is no factor."""
        if self.item is None:
            return Question(self.rated) if self.rated else None
        items = (self.item.item.item_id,)
        if self.option is None:
            return Question(items)
        return Question(items, Part.OPTION, self.option.option.value)


def rated_rows(dashboard: "Dashboard") -> tuple[FigureRow, ...]:
    """Return the factors and what else is answered on a scale of satisfaction, each section with its items."""
    return tuple(_rows(dashboard, are_rated=True))


def other_rows(dashboard: "Dashboard") -> tuple[FigureRow, ...]:
    """Return all other items, those with options followed by a row for each."""
    return tuple(_rows(dashboard, are_rated=False))


def _rows(dashboard: "Dashboard", *, are_rated: bool) -> Iterator[FigureRow]:
    factors = {tally.section.section_id: tally for tally in dashboard.sections}
    open_section: Section | None = None
    for tally in dashboard.items:
        if _is_rated(tally) is not are_rated:
            continue
        if tally.section is not open_section:
            open_section = tally.section
            factor = factors.get(open_section.section_id)
            yield FigureRow(open_section, factor, rated=_rated_items(dashboard, factor))
        yield FigureRow(tally.section, item=tally)
        if tally.scale is None or tally.scale.kind is ScaleKind.NOMINAL:
            for option in tally.options:
                yield FigureRow(tally.section, item=tally, option=option)


def _is_rated(tally: "ItemTally") -> bool:
    return tally.item.kind is ItemKind.SINGLE and tally.satisfied is not None


def _rated_items(dashboard: "Dashboard", factor: "SectionTally | None") -> tuple[ItemId, ...]:
    if factor is None:
        return ()
    of = factor.section
    tallies = (tally for tally in dashboard.items if tally.section is of and counts_where_rated(of, tally.item))
    return tuple(t.item.item_id for t in tallies if t.scale and t.scale.kind is ScaleKind.SATISFACTION and _is_rated(t))
