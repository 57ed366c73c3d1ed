"""Count answers into figures: items, sections, the index, units. Knows no pixels, no files and no clock.

Only valid responses are counted (``answer_table.ValidityRule``), and of them only answers that the engine accepted or
a person verified (``answer_states``). Every share carries its numerator, its denominator and the number of people
behind it, for a share without them cannot be defended.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
import numpy.typing as npt

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable, ValidityRule, build_answer_table
from exports.tally.demographics import Demographic, tally_demographics
from exports.tally.net_promoters import NetPromoters
from exports.tally.patterns import SurveyPatterns, find_patterns
from exports.tally.reliability import Reliability, tally_reliability
from exports.tally.roll_ups import RollUp, WeightedFigures, tally_levels, tally_parents
from exports.tally.satisfaction_index import Ratings, Rows, Weights, build_ratings, numeric_level
from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers
from exports.tally.statistics.share import Share
from exports.tally.unit_tally import UnitTally, tally_units
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Option, Scale, ScaleKind, Section
from form_templates.roles import counts_where_rated
from omr.responses import Response
from omr.results import AnswerStatus
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class OptionTally:
    """How often an option was chosen.

    Attributes:
        option: The option.
        count: Valid responses that chose it.
        share: Of those who answered the item, 0.0-1.0; None for "not applicable" and where nobody answered.
    """

    option: Option
    count: int
    share: float | None


@dataclass(frozen=True, slots=True)
class ItemTally:
    """One item over all valid responses.

    Attributes:
        item: The item.
        section: Where it is printed.
        scale: The scale of its options; None if it has none.
        responses: Valid responses; the sum of the eight counts that follow.
        answered: Counted answers: the denominator of every share.
        blank: Left blank.
        double: More marks than allowed.
        illegible: A person could not read it.
        not_asked: Blank, as the skip rule has it.
        not_applicable: Chose "no opinion" or "does not apply".
        awaiting_review: Flagged and not yet looked at.
        page_missing: Its page was not delivered.
        options: In printed order.
        mean: Of the numeric levels, or of the numbers; None if there are none.
        median: Likewise.
        sd: Standard deviation of a sample (n - 1), likewise; None also for a single one.
        rescaled: The mean on a scale whose lowest level is 0 and whose highest is 100, as Kiwis Count publishes its
            service quality scores; None unless the scale is ordered and its levels are numbers.
        satisfied: Share that chose a satisfied level; None if the scale has none.
        dissatisfied: Share that chose a dissatisfied level; None if the scale has none.
        net_promoters: Promoters less detractors; None unless the scale is of kind NPS, and where nobody answered.
    """

    item: Item
    section: Section
    scale: Scale | None
    responses: int
    answered: int
    blank: int
    double: int
    illegible: int
    not_asked: int
    not_applicable: int
    awaiting_review: int
    page_missing: int
    options: tuple[OptionTally, ...]
    mean: float | None
    median: float | None
    sd: float | None
    rescaled: float | None
    satisfied: Share | None
    dissatisfied: Share | None
    net_promoters: NetPromoters | None

    @property
    def is_criterion(self) -> bool:
        """Whether the item is rated on a satisfaction scale."""
        return self.item.kind.is_choice and self.scale is not None and self.scale.kind is ScaleKind.SATISFACTION

    @property
    def is_left_out(self) -> bool:
        """Whether the item is rated in a factor and yet, as a person said, does not count in the index."""
        is_rated = self.is_criterion and self.item.kind is ItemKind.SINGLE and self.satisfied is not None
        return is_rated and self.section.is_factor and not counts_where_rated(self.section, self.item)


@dataclass(frozen=True, slots=True)
class SectionTally:
    """One factor, its answers pooled: every answer of every criterion has the same weight.

    Attributes:
        section: The section.
        items: How many of its items are rated.
        satisfied: Pooled share of satisfied answers.
        dissatisfied: Pooled share of dissatisfied answers.
        mean: Mean of the numeric levels; None if there are none.
    """

    section: Section
    items: int
    satisfied: Share
    dissatisfied: Share
    mean: float | None


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """All answers of all responses, valid or not: accepted + verified + awaiting + on missing pages.

    Attributes:
        accepted: The engine stands behind them.
        verified: A person stands behind them.
        awaiting_review: Flagged answers of choice and number items: they may still change a figure.
        awaiting_typing: Flagged text answers: handwriting that nobody has typed yet.
        page_missing: Their page was not delivered.
        expected_wrong: Sum of the stated probabilities of being wrong over the accepted answers.
    """

    accepted: int
    verified: int
    awaiting_review: int
    awaiting_typing: int
    page_missing: int
    expected_wrong: float

    @property
    def total(self) -> int:
        """All answers."""
        return self.accepted + self.verified + self.awaiting_review + self.awaiting_typing + self.page_missing


@dataclass(frozen=True, slots=True, eq=False)
class SurveyTally:
    """Everything the workbook says in numbers.

    Attributes:
        table: The classified answers everything else is counted from.
        ratings: The rated ones as matrices.
        rule: How the index is made.
        weighting: What the units below a level count by.
        answers: All answers by what stands behind them.
        items: In template order.
        sections: The factors, in template order.
        index: Overall, all valid responses, each counting alike.
        units: Each unit for itself, in the order of the list; then codes that are not in the list.
        levels: Everyone, then each level, if there are several.
        parents: Units that have others below them, together with all of these.
        demographics: Groups of respondents compared.
        reliability: Of every factor, and of all criteria together.
        patterns: Of answers, per unit.
    """

    table: AnswerTable
    ratings: Ratings
    rule: IndexRule
    weighting: Weighting
    answers: AnswerCounts
    items: tuple[ItemTally, ...]
    sections: tuple[SectionTally, ...]
    index: Share
    units: tuple[UnitTally, ...]
    levels: tuple[RollUp, ...]
    parents: tuple[RollUp, ...]
    demographics: tuple[Demographic, ...]
    reliability: tuple[Reliability, ...]
    patterns: SurveyPatterns

    @property
    def weighted(self) -> WeightedFigures | None:
        """The figures of everyone by transactions; None unless the survey asks for them and they can be made."""
        return self.levels[0].weighted

    @property
    def headline(self) -> Share:
        """The index that stands for the survey: weighted if that was chosen and can be, else pooled."""
        return self.weighted.index if self.weighted else self.index

    @property
    def roll_ups(self) -> tuple[UnitTally, ...]:
        """Units that have others below them, with all of these pooled."""
        return tuple(parent.pooled for parent in self.parents)

    @property
    def responses(self) -> int:
        """Responses, valid or not."""
        return len(self.table.responses)

    @property
    def valid(self) -> int:
        """Responses that count."""
        return int(self.table.is_valid.sum())


def tally_survey(
    template: FormTemplate,
    responses: Sequence[Response],
    units: Sequence[Unit],
    rule: IndexRule = IndexRule.POOLED,
    validity: ValidityRule | None = None,
    weighting: Weighting = Weighting.NONE,
) -> SurveyTally:
    """Count everything; invalid responses are listed in the table and counted nowhere but in the response numbers."""
    table = build_answer_table(template, responses, validity)
    ratings = build_ratings(table, units)
    return SurveyTally(
        table=table,
        ratings=ratings,
        rule=rule,
        weighting=weighting,
        answers=count_answers(table),
        items=tally_items(table, ratings),
        sections=tally_sections(ratings),
        index=ratings.index(ratings.all_rows(), rule),
        units=tally_units(table, ratings, units, rule),
        levels=tally_levels(table, ratings, units, rule, weighting),
        parents=tally_parents(table, ratings, units, rule, weighting),
        demographics=tally_demographics(table, ratings, rule),
        reliability=tally_reliability(ratings),
        patterns=find_patterns(table, ratings, units),
    )


def count_answers(table: AnswerTable, rows: Rows | None = None) -> AnswerCounts:
    """Count all answers of the responses at ``rows``, valid or not (None means all), by what stands behind them."""
    rows = np.arange(len(table.responses)) if rows is None else rows
    free_text = [item.item_id for item in table.template.items() if item.kind is ItemKind.TEXT]
    states = table.states.iloc[rows]
    awaiting = (states == AnswerState.AWAITING_REVIEW).sum()
    given = [answer for row in rows.tolist() for answer in table.responses[row].answers]
    accepted = [answer.p_wrong for answer in given if answer.status is AnswerStatus.ACCEPTED]
    return AnswerCounts(
        accepted=len(accepted),
        verified=sum(answer.status is AnswerStatus.VERIFIED for answer in given),
        awaiting_review=int(awaiting.drop(free_text).sum()),
        awaiting_typing=int(awaiting[free_text].sum()),
        page_missing=int((states == AnswerState.PAGE_MISSING).to_numpy().sum()),
        expected_wrong=sum(accepted),
    )


def tally_items(table: AnswerTable, ratings: Ratings, rows: Rows | None = None) -> tuple[ItemTally, ...]:
    """Tally every item over the valid responses at ``rows`` (None means all valid ones), in template order."""
    rows = ratings.all_rows() if rows is None else rows
    sections = table.template.sections
    return tuple(_tally_item(table, ratings, rows, section, item) for section in sections for item in section.items)


def _tally_item(table: AnswerTable, ratings: Ratings, rows: Rows, section: Section, item: Item) -> ItemTally:
    states = Counter(table.states[item.item_id].to_numpy()[rows].tolist())
    counts = _count_values(table.answers[item.item_id].to_numpy()[rows])
    answered = states[AnswerState.ANSWERED]
    scale = table.template.scale(item.scale_id) if item.scale_id else None
    levels = _levels(item, scale, counts)
    mean = float(levels.mean()) if len(levels) else None
    satisfied, dissatisfied = _sides(table, ratings, rows, item, scale)
    return ItemTally(
        item=item,
        section=section,
        scale=scale,
        responses=len(rows),
        answered=answered,
        blank=states[AnswerState.BLANK],
        double=states[AnswerState.DOUBLE],
        illegible=states[AnswerState.ILLEGIBLE],
        not_asked=states[AnswerState.NOT_ASKED],
        not_applicable=states[AnswerState.NOT_APPLICABLE],
        awaiting_review=states[AnswerState.AWAITING_REVIEW],
        page_missing=states[AnswerState.PAGE_MISSING],
        options=tuple(_tally_option(option, counts, answered) for option in item.options),
        mean=mean,
        median=float(np.median(levels)) if len(levels) else None,
        sd=float(levels.std(ddof=1)) if len(levels) > 1 else None,
        rescaled=_rescaled(mean, item, scale),
        satisfied=satisfied,
        dissatisfied=dissatisfied,
        net_promoters=ratings.recommendations.of_item(item, rows),
    )


def _count_values(answers: npt.NDArray[np.object_]) -> Counter[str]:
    """Count how often each value was given; few answers differ, so each kind of answer is taken apart once."""
    counts: Counter[str] = Counter()
    for answer, times in Counter(answers.tolist()).items():
        counts.update(dict.fromkeys(answer, times))
    return counts


def _tally_option(option: Option, counts: Counter[str], answered: int) -> OptionTally:
    count = counts[option.value]
    has_share = answered > 0 and not option.is_not_applicable
    return OptionTally(option, count, count / answered if has_share else None)


def _levels(item: Item, scale: Scale | None, counts: Counter[str]) -> npt.NDArray[np.float64]:
    """Return the answers as numbers; empty where a mean has no meaning."""
    is_ordered = scale is not None and scale.kind is not ScaleKind.NOMINAL
    if item.kind is not ItemKind.NUMBER and not is_ordered:
        return np.empty(0)
    not_applicable = {option.value for option in item.options if option.is_not_applicable}
    values = [value for value in counts if value not in not_applicable]
    levels = np.array([numeric_level(value) for value in values], dtype=np.float64)
    levels = np.repeat(levels, [counts[value] for value in values])
    return levels[~np.isnan(levels)]


def _rescaled(mean: float | None, item: Item, scale: Scale | None) -> float | None:
    if mean is None or scale is None or scale.kind not in (ScaleKind.SATISFACTION, ScaleKind.ORDINAL):
        return None
    levels = [numeric_level(option.value) for option in item.options if not option.is_not_applicable]
    low, high = min(levels), max(levels)
    is_scale = all(map(isfinite, levels)) and high > low
    return 100 * (mean - low) / (high - low) if is_scale else None


def _sides(
    table: AnswerTable, ratings: Ratings, rows: Rows, item: Item, scale: Scale | None
) -> tuple[Share | None, Share | None]:
    """Return the satisfied and the dissatisfied share of an item; None where its scale does not tell that side."""
    if scale is None:
        return None, None
    if item in ratings.items:  # whose answers were sorted already, for all selections
        columns = [ratings.items.index(item)]
        sides = ratings.satisfied_share(rows, columns), ratings.dissatisfied_share(rows, columns)
        return sides[0] if scale.satisfied else None, sides[1] if scale.dissatisfied else None
    chosen = _ChosenLevels(table, ratings.design, rows, item.item_id)
    return (
        chosen.share_of(scale.satisfied) if scale.satisfied else None,
        chosen.share_of(scale.dissatisfied) if scale.dissatisfied else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _ChosenLevels:
    """What the responses at ``rows`` chose at one item."""

    table: AnswerTable
    design: SampleDesign
    rows: Rows
    item_id: ItemId

    def share_of(self, values: frozenset[str]) -> Share:
        """Return the share of those who answered that chose one of ``values``."""
        is_answered = self.table.states[self.item_id].to_numpy()[self.rows] == AnswerState.ANSWERED
        given = self.table.answers[self.item_id].to_numpy()[self.rows].tolist()
        has_value = np.fromiter((not values.isdisjoint(answer) for answer in given), np.bool_, len(given))
        part = is_answered.astype(np.intp), (is_answered & has_value).astype(np.intp)
        return pool_answers([part], self.rows, self.design)


def tally_sections(
    ratings: Ratings, rows: Rows | None = None, weights: Weights | None = None
) -> tuple[SectionTally, ...]:
    """Tally every factor over the valid responses at ``rows`` (None means all valid ones), in template order.

    Weights make the satisfied share; the others are of answers that all count alike.
    """
    rows = ratings.all_rows() if rows is None else rows
    return tuple(
        SectionTally(
            section=section,
            items=len(ratings.columns_of(section)),
            satisfied=ratings.satisfied_share(rows, ratings.columns_of(section), weights),
            dissatisfied=ratings.dissatisfied_share(rows, ratings.columns_of(section)),
            mean=ratings.mean_level(rows, ratings.columns_of(section)),
        )
        for section in ratings.sections
    )
