"""How satisfied different people are: the index by every item that tells respondents apart, tested."""

from dataclasses import dataclass, replace

import numpy as np

from exports.tally.answer_table import AnswerTable
from exports.tally.satisfaction_index import Ratings, Rows
from exports.tally.selection import trait_items
from exports.tally.statistics.cross_tabs import Association, associate
from exports.tally.statistics.share import Share
from exports.tally.statistics.significance import holm
from exports.tally.statistics.smallness import smallness_of
from form_templates.model import Item, Option
from omr.survey.counting_rules import IndexRule


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Those who chose one option.

    Attributes:
        option: The option; None for those whose answer is missing or awaits review.
        people: Valid responses.
        index: Their satisfaction index.
        mean: Mean level of the ratings that the index is made of; None if there are none.
        satisfied: Share of those who are satisfied on the whole, each person counted once (``Ratings.people``).
    """

    option: Option | None
    people: int
    index: Share
    mean: float | None
    satisfied: Share

    @property
    def is_small(self) -> bool:
        """Whether the index is no more than a hint, see ``smallness_of``."""
        return smallness_of(self.people, self.index) is not None

    @property
    def is_tested(self) -> bool:
        """Whether the group takes part in the test: it named a trait."""
        return self.option is not None and not self.option.is_not_applicable


@dataclass(frozen=True, slots=True)
class Demographic:
    """One item that tells respondents apart.

    Attributes:
        item: The item.
        groups: One per option in printed order, then those who did not tell if there are any. They add up to the
            valid responses.
        association: Test of group against "satisfied on the whole"; None where there is nothing to compare.
        adjusted_p: Its p value, adjusted by Holm's method for the number of items tested.
    """

    item: Item
    groups: tuple[PeopleGroup, ...]
    association: Association | None
    adjusted_p: float | None = None


def tally_demographics(table: AnswerTable, ratings: Ratings, rule: IndexRule) -> tuple[Demographic, ...]:
    """Compare the groups of every trait item over all valid responses, in template order."""
    found = [_tally_item(table, ratings, rule, item) for item in trait_items(table.template)]
    tested = [each.association.p_value for each in found if each.association]
    adjusted = iter(holm(tested))
    return tuple(replace(each, adjusted_p=next(adjusted)) if each.association else each for each in found)


def _tally_item(table: AnswerTable, ratings: Ratings, rule: IndexRule, item: Item) -> Demographic:
    rows = ratings.all_rows()
    chosen = np.array([answer[0] if answer else "" for answer in table.answers[item.item_id].to_numpy()[rows]])
    by_option: list[tuple[Option | None, Rows]] = [(option, rows[chosen == option.value]) for option in item.options]
    if untold := rows[chosen == ""].tolist():
        by_option.append((None, np.array(untold, dtype=np.intp)))
    groups = tuple(_tally_group(ratings, rule, option, of_option) for option, of_option in by_option)
    tested = [
        [group.satisfied.count, group.satisfied.of - group.satisfied.count] for group in groups if group.is_tested
    ]
    return Demographic(item, groups, associate(np.array(tested, dtype=np.int64).reshape(-1, 2)))


def _tally_group(ratings: Ratings, rule: IndexRule, option: Option | None, rows: Rows) -> PeopleGroup:
    return PeopleGroup(
        option=option,
        people=len(rows),
        index=ratings.index(rows, rule),
        mean=ratings.mean_level(rows, ratings.index_columns(rule)),
        satisfied=ratings.people(rows),
    )
