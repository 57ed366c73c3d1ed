"""Whether people would recommend: promoters less detractors, in points, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from exports.tally.answer_table import AnswerTable, chosen_values, counted_values, scale_values, values_matrix
from exports.tally.statistics.intervals import ShareInterval
from exports.tally.statistics.linearised import SampleDesign
from exports.tally.statistics.pooling import pool_answers
from exports.tally.statistics.share import Share
from form_templates.model import FormTemplate, Item, ItemKind, ScaleKind


@dataclass(frozen=True, slots=True)
class NetPromoters:
    """What the people who answered a question of recommendation come to.

    Attributes:
        promoters: Who chose a satisfied level.
        detractors: Who chose a dissatisfied level.
        answered: All who answered, at least one.
        balance: The share in which a promoter counts whole, a passive half, a detractor not: (1 + NPS) / 2. Its Wilson
            interval, drawn out to -1.0 to 1.0, stays in range where nearly all are promoters, which estimate +- z * s
            does not (Rocks 2016, Interval estimation for the "Net Promoter Score", American Statistician 70(4),
            365-372).
    """

    promoters: int
    detractors: int
    answered: int
    balance: Share

    @property
    def passives(self) -> int:
        """Who chose a level between the two."""
        return self.answered - self.promoters - self.detractors

    @property
    def value(self) -> float:
        """The share of promoters less that of detractors, -1.0 to 1.0."""
        return (self.promoters - self.detractors) / self.answered

    @property
    def interval(self) -> ShareInterval:
        """Its 95 % interval, -1.0 to 1.0."""
        found = self.balance.interval
        assert found is not None, "at least one answered"
        return ShareInterval(2 * found.low - 1, 2 * found.high - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Recommendations:
    """The answers to the questions of recommendation: those on a scale of kind NPS with both ends told.

    Attributes:
        items: One per column.
        is_answered: (responses, items) bool, all responses; False throughout for an invalid one.
        is_promoter: Likewise.
        is_detractor: Likewise.
        design: Where the responses were drawn from.
    """

    items: tuple[Item, ...]
    is_answered: npt.NDArray[np.bool_]
    is_promoter: npt.NDArray[np.bool_]
    is_detractor: npt.NDArray[np.bool_]
    design: SampleDesign

    def of(self, rows: npt.NDArray[np.intp]) -> tuple[NetPromoters | None, ...]:
        """Return what the valid responses at ``rows`` come to, for each item; None where none of them answered it."""
        return tuple(self._of_column(column, rows) for column in range(len(self.items)))

    def of_item(self, item: Item, rows: npt.NDArray[np.intp]) -> NetPromoters | None:
        """Likewise for one item; None also for one that is no question of recommendation."""
        return self._of_column(self.items.index(item), rows) if item in self.items else None

    def _of_column(self, column: int, rows: npt.NDArray[np.intp]) -> NetPromoters | None:
        answered, promoter = self.is_answered[rows, column], self.is_promoter[rows, column]
        detractor = self.is_detractor[rows, column]
        if not answered.any():
            return None
        scores = (answered.astype(np.float64) + promoter - detractor) / 2
        balance = pool_answers([(answered.astype(np.intp), scores)], rows, self.design)
        return NetPromoters(int(promoter.sum()), int(detractor.sum()), int(answered.sum()), balance)


def find_recommendations(table: AnswerTable, design: SampleDesign) -> Recommendations:
    """Turn the answers to the questions of recommendation into matrices."""
    template = table.template
    items = tuple(item for item in template.items() if _is_recommendation(template, item))
    values = chosen_values(table, [item.item_id for item in items])

    def matrix(wanted: Sequence[frozenset[str]]) -> npt.NDArray[np.bool_]:
        return values_matrix(values, wanted, (len(items), len(table.responses)))

    return Recommendations(
        items=items,
        is_answered=matrix([counted_values(item) for item in items]),
        is_promoter=matrix([scale_values(template, item, is_satisfied=True) for item in items]),
        is_detractor=matrix([scale_values(template, item, is_satisfied=False) for item in items]),
        design=design,
    )


def _is_recommendation(template: FormTemplate, item: Item) -> bool:
    if item.kind is not ItemKind.SINGLE or item.scale_id is None:
        return False
    scale = template.scale(item.scale_id)
    return scale.kind is ScaleKind.NPS and bool(scale.satisfied) and bool(scale.dissatisfied)
