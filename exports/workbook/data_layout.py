"""The columns of the data sheet, and the names by which formulas find them.

A column of answers holds answers and nothing else, so that a mean of it is a mean. Behind them come columns that the
other sheets count by: which unit, level and units above a response belongs to, how many of its answers count for each
factor and for the index, what stands behind its answers, and why answers are missing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from openpyxl.utils import get_column_letter

from exports.tally.answer_codes import Variable, variables_of, written_number
from exports.tally.answer_states import AnswerState
from exports.tally.satisfaction_index import Ratings
from exports.tally.survey_tally import SurveyTally
from form_templates.model import Item, ItemId, ItemKind, Section
from omr.survey.counting_rules import IndexRule
from omr.units.unit_list import Unit

FIRST_ROW = 2

_LEAD = ("number", "batch", "sheet", "source", "page", "unit_code", "unit", "valid")
_STATUSES = ("accepted", "verified", "awaiting", "typing", "page_missing", "expected_wrong")
INDEX = "index"
"""The key of what counts for the index, beside those of the factors."""

_PLAIN_WORD = re.compile(r"[^\W\d]\w*")
_TRUTHS = ("true", "false")


@dataclass(frozen=True, slots=True)
class RatedGroup:
    """Rated items whose answers are counted together: a factor, or all that the index is made of.

    Attributes:
        key: Unique among the groups.
        section: The factor; None for the index.
        items: In template order.
    """

    key: str
    section: Section | None
    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False)
class DataLayout:
    """The columns of the data sheet: their order, letters and names.

    Attributes:
        sheet: The sheet's title.
        rows: How many responses there are.
        variables: Of all items, in template order.
        groups: The factors, then the index.
        unit_numbers: 1-based place of every unit code in the tally's list of units.
        above: For every unit code the numbers of the units on its way down from the top, itself last.
        levels_above: How many columns of levels above there are.
        level_numbers: 1-based place of every level of units; none where there is one level only.
        unit_levels: The number of every unit code's level, where it has one.
        form_pages: How many pages of a form have a column with their scans.
        worded: Items that ask for a number, and to which somebody wrote what is none.
    """

    sheet: str
    rows: int
    variables: tuple[Variable, ...]
    groups: tuple[RatedGroup, ...]
    unit_numbers: Mapping[str, int]
    above: Mapping[str, tuple[int, ...]]
    levels_above: int
    level_numbers: Mapping[str, int]
    unit_levels: Mapping[str, int]
    form_pages: int
    worded: tuple[Item, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in template order."""
        return tuple(dict.fromkeys(variable.item for variable in self.variables))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns, in order."""
        groups = [f"{what}.{group.key}" for group in self.groups for what in ("answered", "satisfied")]
        return (
            *_LEAD,
            *(item_key(variable.name) for variable in self.variables),
            "unit_number",
            *(("unit_level",) if self.level_numbers else ()),
            *(above_key(level) for level in range(self.levels_above)),
            *groups,
            *_STATUSES,
            *(f"paper.{page}" for page in range(1, self.form_pages + 1)),
            *(reason_key(item) for item in self.items),  # behind all that files had before there were any
            *(wording_key(item) for item in self.worded),
        )

    @property
    def leading(self) -> int:
        """How many columns there are before the auxiliary ones."""
        return len(_LEAD) + len(self.variables)

    @property
    def folded(self) -> list[tuple[str, str]]:
        """The first and last columns of those that only formulas look at, as letters: on both sides of the links."""
        links = len(self.keys) - len(self.items) - len(self.worded) - self.form_pages
        ends = (self.leading + 1, links), (links + self.form_pages + 1, len(self.keys) - len(self.worded))
        return [(get_column_letter(first), get_column_letter(last)) for first, last in ends]

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letters of the columns, by key."""
        return {key: get_column_letter(number) for number, key in enumerate(self.keys, start=1)}

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the columns in formulas, by key; "d" is for data."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for key in self.keys:
            name = "d_" + re.sub(r"\W", "_", key.removeprefix("item."))
            while name.casefold() in taken:
                name += "_"
            taken.add(name.casefold())
            names[key] = name
        return names

    def area(self, key: str) -> str:
        """Return the cells of a column; one empty cell where there is no response."""
        letter = self.letters[key]
        title = self.sheet.replace("'", "''")
        return f"'{title}'!${letter}${FIRST_ROW}:${letter}${max(FIRST_ROW + self.rows - 1, FIRST_ROW)}"

    def variables_of(self, item_id: ItemId) -> tuple[Variable, ...]:
        """Return the columns of an item."""
        return self._by_item[item_id]

    def column_of(self, item_id: ItemId) -> str:
        """Return the name of an item's column, the first where it has several."""
        return self.names[item_key(self.variables_of(item_id)[0].name)]

    def reasons_of(self, item_id: ItemId) -> str:
        """Return the name of the column that says why answers to an item are missing."""
        return self.names[reason_key(self.variables_of(item_id)[0].item)]

    def group_of(self, section: Section) -> RatedGroup:
        """Return the rated items of a factor."""
        return next(group for group in self.groups if group.section is section)

    @property
    def index(self) -> RatedGroup:
        """The rated items that the index is made of."""
        return self.groups[-1]

    def blocks(self, items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
        """Yield neighbouring columns with the same options, as cells of the first row, with one of their items."""
        places = [(self.keys.index(item_key(item.item_id)), item) for item in items]
        for _, block in groupby(enumerate(places), key=lambda each: (each[1][0] - each[0], each[1][1].options)):
            found = [place for _, place in block]
            first, last = (get_column_letter(found[at][0] + 1) for at in (0, -1))
            yield f"{first}{FIRST_ROW}:{last}{FIRST_ROW}", found[0][1]

    @cached_property
    def _by_item(self) -> dict[ItemId, tuple[Variable, ...]]:
        grouped = groupby(self.variables, key=lambda variable: variable.item.item_id)
        return {item_id: tuple(own) for item_id, own in grouped}


def item_key(variable: str) -> str:
    """Return the key of a variable's column."""
    return f"item.{variable}"


def reason_key(item: Item) -> str:
    """Return the key of the column that says why answers to an item are missing."""
    return f"missing.{item.item_id}"


def wording_key(item: Item) -> str:
    """Return the key of the column with what was written where a number was asked for."""
    return f"written.{item.item_id}"


def above_key(level: int) -> str:
    """Return the key of the column with the unit ``level`` steps below the top."""
    return f"above.{level + 1}"


def lay_out(sheet: str, tally: SurveyTally, *, form_pages: int) -> DataLayout:
    """Lay out the data sheet of a survey; ``form_pages`` is 0 where nobody knows where the scans are."""
    units = [each.unit for each in tally.units]
    numbers = {unit.code: number for number, unit in enumerate(units, start=1)}
    above = {unit.code: _way_down(unit, {each.code: each for each in units}, numbers) for unit in units}
    parents = {numbers[each.unit.code] for each in tally.roll_ups}
    levels = {each.pooled.unit.level: number for number, each in enumerate(tally.levels[1:], start=1)}
    deepest = (level + 1 for way in above.values() for level, number in enumerate(way) if number in parents)
    return DataLayout(
        sheet=sheet,
        rows=len(tally.table.responses),
        variables=tuple(variable for item in tally.table.template.items() for variable in variables_of(item)),
        groups=tuple(_groups(tally.ratings, tally.rule)),
        unit_numbers=numbers,
        above=above,
        levels_above=max(deepest, default=0),
        level_numbers=levels,
        unit_levels={unit.code: levels[unit.level] for unit in units if unit.level in levels},
        form_pages=form_pages,
        worded=tuple(_worded(tally)),
    )


def _worded(tally: SurveyTally) -> Iterator[Item]:
    table = tally.table
    for item in table.template.items():
        if item.kind is ItemKind.NUMBER:
            is_answered = table.states[item.item_id] == AnswerState.ANSWERED
            written = set(table.answers[item.item_id][is_answered].tolist())
            if any(isinstance(written_number(" ".join(each)), str) for each in written):
                yield item


def _way_down(unit: Unit, units: Mapping[str, Unit], numbers: Mapping[str, int]) -> tuple[int, ...]:
    way: list[int] = []
    at: Unit | None = unit
    while at is not None and numbers[at.code] not in way:  # a list may name a unit above itself
        way.append(numbers[at.code])
        at = units.get(at.parent_code)
    return tuple(reversed(way))


def _groups(ratings: Ratings, rule: IndexRule) -> Iterator[RatedGroup]:
    counted: list[Item] = []
    for section in ratings.sections:
        items = tuple(ratings.items[column] for column in ratings.columns_of(section))
        counted += items
        yield RatedGroup(f"f.{section.section_id}", section, items)
    if rule is IndexRule.OVERALL_ITEM:
        counted = [] if ratings.overall_column is None else [ratings.items[ratings.overall_column]]
    yield RatedGroup(INDEX, None, tuple(counted))


def is_countable(variable: Variable) -> bool:
    """Whether COUNTIFS tells the variable's values apart, from each other and from the codes of missing answers.

    It takes "01" and "1.0" for 1, and capital letters for small ones; what looks like a date, for that.
    """
    if variable.option or variable.item.kind is ItemKind.NUMBER:
        return True
    values = [option.value for option in variable.item.options if not option.is_not_applicable]
    if variable.is_numeric:
        return len({float(value) for value in values}) == len(values)
    folded = {value.casefold() for value in values}
    return len(folded) == len(values) and all(map(_PLAIN_WORD.fullmatch, values)) and folded.isdisjoint(_TRUTHS)


def count_levels(count: Callable[[str], str], variable: Variable, values: Sequence[str]) -> str:
    """Return a formula that adds up how often each of ``values`` stands in cells; ``count`` counts one criterion."""
    return "+".join(count(value if variable.is_numeric else f'"{value}"') for value in values) or "0"
