"""The satisfaction index: ratings as matrices, and the four rules to make one figure of them.

x is a rating, q a criterion, f a factor. The official averaging step could not be confirmed, so the
rule is a setting and the workbook names it::

    A  pooled            satisfied answers / all answers
    B  equal criteria    mean over q of S(q)
    C  equal factors     mean over f of S(f), each S(f) pooled
    D  overall question  S(the item that asks for overall satisfaction)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import isfinite
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from exports.tally.answer_table import AnswerTable, chosen_values, counted_values, scale_values, values_matrix
from exports.tally.net_promoters import Recommendations, find_recommendations
from exports.tally.sample_design import design_of
from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers
from exports.tally.statistics.share import Share
from form_templates.model import FormTemplate, Item, ItemRole, Section
from form_templates.roles import counts_where_rated, is_rated, role_of
from omr.survey.counting_rules import IndexRule
from omr.units.unit_list import Unit

Rows: TypeAlias = npt.NDArray[np.intp]
"""Positions of the responses that a figure is about."""

Truths: TypeAlias = npt.NDArray[np.bool_]
"""(responses, items), over all responses."""

Columns: TypeAlias = Sequence[int]
"""Positions of rated items."""

Weights: TypeAlias = npt.NDArray[np.float64]
"""What each of some responses stands for, more than 0; as long as the rows they belong to."""


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """The rated items of the valid responses.

    Attributes:
        sections: The factors: those that have criteria.
        items: One per column: the criteria of the factors, then the overall item if it is none of them.
        rows: Positions, in the answer table, of the valid responses.
        is_answered: (responses, items) bool, all responses; False throughout for an invalid one.
        is_satisfied: Likewise.
        is_dissatisfied: Likewise.
        levels: (responses, items) float, NaN where not answered or not numeric.
        scales: Of each item the values of its levels, and those of them that are satisfied ones.
        overall_column: The column of the overall item; None if the template has none.
        design: Where the responses were drawn from: a unit is a stratum.
        recommendations: The answers to questions of recommendation.
    """

    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    rows: Rows
    is_answered: npt.NDArray[np.bool_]
    is_satisfied: npt.NDArray[np.bool_]
    is_dissatisfied: npt.NDArray[np.bool_]
    levels: npt.NDArray[np.float64]
    scales: tuple[tuple[frozenset[str], frozenset[str]], ...]
    overall_column: int | None
    design: SampleDesign
    recommendations: Recommendations

    def all_rows(self) -> Rows:
        """Return the rows of all valid responses."""
        return self.rows

    def columns_of(self, section: Section) -> Columns:
        """Return the columns of the criteria of ``section``: its rated items but those that were left out."""
        ids = {item.item_id for item in section.items if counts_where_rated(section, item)}
        return [column for column, item in enumerate(self.items) if item.item_id in ids]

    def satisfied_share(self, rows: Rows, columns: Columns, weights: Weights | None = None) -> Share:
        """Pool the answers of ``rows`` to ``columns`` and return the satisfied share; no weights: all count alike."""
        return self._share(self.is_satisfied, rows, [columns], weights)

    def dissatisfied_share(self, rows: Rows, columns: Columns) -> Share:
        """Pool the answers of ``rows`` to ``columns`` and return the dissatisfied share."""
        return self._share(self.is_dissatisfied, rows, [columns])

    def mean_level(self, rows: Rows, columns: Columns) -> float | None:
        """Return the mean of the numeric levels; None if there are none, or on scales whose levels do not compare."""
        levels = self.levels[_cells(rows, columns)]
        if not self.are_on_one_scale(columns):
            return None
        return float(np.nanmean(levels)) if np.isfinite(levels).any() else None

    def are_on_one_scale(self, columns: Columns) -> bool:
        """Whether a level says the same at all of ``columns``: 5 of 5 is not 5 of 10, nor 5 where it is the worst."""
        return len({self.scales[column] for column in columns}) <= 1

    def index(self, rows: Rows, rule: IndexRule, weights: Weights | None = None) -> Share:
        """Return the satisfaction index of ``rows`` under ``rule``, with pooled counts beside it."""
        return self._share(self.is_satisfied, rows, self.index_parts(rule), weights)

    def index_parts(self, rule: IndexRule) -> Sequence[Columns]:
        """Return the columns of each share that the index is the mean of: one share where all answers are pooled."""
        match rule:
            case IndexRule.EQUAL_CRITERIA:
                return [[column] for column in self.index_columns(rule)]
            case IndexRule.EQUAL_FACTORS:
                return [self.columns_of(section) for section in self.sections]
        return [self.index_columns(rule)]

    def index_columns(self, rule: IndexRule) -> Columns:
        """Return the columns that the index is made of: the criteria, or the overall item under rule D."""
        if rule is IndexRule.OVERALL_ITEM:
            return [] if self.overall_column is None else [self.overall_column]
        return list(chain.from_iterable(self.columns_of(section) for section in self.sections))

    def people(self, rows: Rows) -> Share:
        """Return the share of people who are satisfied on the whole, each of ``rows`` counted once.

        They say so at the overall item; where the template has none, more than half of their ratings are satisfied.
        """
        if self.overall_column is not None:
            return self.satisfied_share(rows, [self.overall_column])
        answered = self.is_answered[rows].sum(axis=1)
        is_mostly = 2 * self.is_satisfied[rows].sum(axis=1) > answered
        return pool_answers([((answered > 0).astype(np.intp), is_mostly.astype(np.intp))], rows, self.design)

    def _share(
        self, has_property: Truths, rows: Rows, parts: Sequence[Columns], weights: Weights | None = None
    ) -> Share:
        """Return the plain mean of the parts' pooled shares, see ``pool_answers``."""
        cells = (_cells(rows, part) for part in parts)
        counts = ((self.is_answered[at].sum(axis=1), has_property[at].sum(axis=1)) for at in cells)
        return pool_answers(counts, rows, self.design, weights)


def build_ratings(table: AnswerTable, units: Sequence[Unit] = ()) -> Ratings:
    """Turn the answers to rated items into matrices; the list of units tells how many people each was drawn from."""
    template = table.template
    sections = tuple(section for section in template.sections if _criteria(template, section))
    items = tuple(item for section in sections for item in _criteria(template, section))
    overall = _overall_item(template)
    if overall and overall not in items:
        items += (overall,)
    values = chosen_values(table, [item.item_id for item in items])
    shape = len(items), len(table.responses)
    satisfied = [scale_values(template, item, is_satisfied=True) for item in items]
    counted = [counted_values(item) for item in items]
    design = design_of(table, units)
    return Ratings(
        sections=sections,
        items=items,
        rows=np.flatnonzero(table.is_valid.to_numpy()),
        is_answered=values_matrix(values, counted, shape),
        is_satisfied=values_matrix(values, satisfied, shape),
        is_dissatisfied=values_matrix(
            values, [scale_values(template, item, is_satisfied=False) for item in items], shape
        ),
        levels=_level_matrix(values, items, shape),
        scales=tuple(zip(counted, satisfied, strict=True)),
        overall_column=items.index(overall) if overall else None,
        design=design,
        recommendations=find_recommendations(table, design),
    )


def _criteria(template: FormTemplate, section: Section) -> tuple[Item, ...]:
    return tuple(item for item in section.items if role_of(template, section, item) is ItemRole.CRITERION)


def _cells(rows: Rows, columns: Columns) -> tuple[npt.NDArray[np.intp], ...]:
    return np.ix_(rows, np.asarray(columns, dtype=np.intp))  # typed, for numpy takes an empty list for floats


def _overall_item(template: FormTemplate) -> Item | None:
    if template.overall_item is None:
        return None
    item = template.item(template.overall_item)
    return item if is_rated(template, item) else None


def _level_matrix(
    values: Sequence[Sequence[str]], items: Sequence[Item], shape: tuple[int, int]
) -> npt.NDArray[np.float64]:
    columns = []
    for column, item in zip(values, items, strict=True):
        level = {value: numeric_level(value) for value in counted_values(item)}
        columns.append([level.get(value, np.nan) for value in column])
    return np.array(columns, dtype=np.float64).reshape(shape).T


def numeric_level(value: str) -> float:
    """Return a value as a finite number; NaN if it is none."""
    try:
        number = float(value)
    except ValueError:
        return float("nan")
    return number if isfinite(number) else float("nan")
