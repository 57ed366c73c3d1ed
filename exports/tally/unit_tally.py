"""Figures per unit, and where it stands among the units of its level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.tally.net_promoters import NetPromoters
from exports.tally.satisfaction_index import Ratings, Rows
from exports.tally.statistics.ranking import RankRange, rank_shares
from exports.tally.statistics.share import Share
from exports.tally.statistics.smallness import smallness_of
from form_templates.model import ItemKind
from omr.survey.counting_rules import IndexRule
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class UnitTally:
    """One unit, or several units together.

    Attributes:
        unit: The unit; with an empty name if its code is not in the list, an empty code if responses name none.
        responses: Its responses.
        valid: Those that count.
        index: Its satisfaction index.
        sections: Its pooled satisfied share per factor, in template order.
        codes: The units whose responses are counted here: its own, for a level above also those below it.
        awaiting: Answers of these responses, valid or not, that await review and may still change a figure.
        net_promoters: Per question of recommendation (``Recommendations.items``); None where nobody answered it.
        standing: Among the units of the same level. None without a figure, and where it is no more than a hint.
    """

    unit: Unit
    responses: int
    valid: int
    index: Share
    sections: tuple[Share, ...]
    codes: tuple[str, ...]
    awaiting: int = 0
    net_promoters: tuple[NetPromoters | None, ...] = ()
    standing: RankRange | None = None

    @property
    def rank(self) -> int | None:
        """1 is best; equal figures share a rank; None without a standing."""
        return self.standing.rank if self.standing else None

    @property
    def is_small(self) -> bool:
        """Whether the figure is no more than a hint, see ``smallness_of``."""
        return smallness_of(self.valid, self.index) is not None


def tally_units(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule, rows: Rows | None = None
) -> tuple[UnitTally, ...]:
    """Tally each unit for itself: those of the list in its order, also without responses, then other codes found.

    Args:
        table: All answers.
        ratings: The same as matrices.
        units: The list.
        rule: How the index is made.
        rows: Positions of the responses to look at, valid or not; None means all.
    """
    counter = count_units(table, ratings, units, rule, rows)
    listed = {unit.code for unit in units}
    others = [Unit(code=code, name="") for code in sorted(counter.found) if code not in listed]
    return rank_units([counter.of(unit, (unit.code,)) for unit in [*units, *others]])


def rank_units(tallies: Sequence[UnitTally]) -> tuple[UnitTally, ...]:
    """Return the tallies with their standing among the units of the same level, where they can be ranked."""
    standings: dict[int, RankRange] = {}
    for level in {tally.unit.level for tally in tallies}:
        ranked = [at for at, tally in enumerate(tallies) if tally.unit.level == level and _can_rank(tally)]
        found = rank_shares([tallies[at].index for at in ranked]) if ranked else []
        standings.update(zip(ranked, found, strict=True))
    return tuple(replace(tally, standing=standings.get(at)) for at, tally in enumerate(tallies))


def issued_to(issued: Mapping[str, int], unit: UnitTally) -> int | None:
    """Return the forms handed out where the tally's responses come from; None if nobody counted them there."""
    known = [issued[code] for code in unit.codes if code in issued]
    return sum(known) if known else None


def return_rate(issued: Mapping[str, int], unit: UnitTally) -> float | None:
    """Return responses per form handed out; None if none was."""
    handed_out = issued_to(issued, unit)
    return unit.responses / handed_out if handed_out else None


def awaiting_answers(table: AnswerTable) -> npt.NDArray[np.intp]:
    """Return how many answers of every response, valid or not, await review and may still change a figure."""
    written = [item.item_id for item in table.template.items() if item.kind is ItemKind.TEXT]
    return (table.states.drop(columns=written).to_numpy() == AnswerState.AWAITING_REVIEW).sum(axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class UnitCounter:
    """Tallies one unit after another from responses that are sorted by unit once.

    Attributes:
        ratings: The rated answers.
        rule: How the index is made.
        found: Positions of the responses of every code that occurs.
        valid: Likewise, of those that count.
        transactions: Of the units that tell a believable number: one that is not below their valid responses.
        awaiting: Answers of every response that await review.
    """

    ratings: Ratings
    rule: IndexRule
    found: Mapping[str, Rows]
    valid: Mapping[str, Rows]
    transactions: Mapping[str, int]
    awaiting: npt.NDArray[np.intp]

    def of(self, unit: Unit, codes: tuple[str, ...]) -> UnitTally:
        """Tally ``unit`` from the responses that name one of ``codes``."""
        ratings = self.ratings
        rows, valid = rows_of(self.found, codes), rows_of(self.valid, codes)
        return UnitTally(
            unit=unit,
            responses=len(rows),
            valid=len(valid),
            index=ratings.index(valid, self.rule),
            sections=tuple(ratings.satisfied_share(valid, ratings.columns_of(each)) for each in ratings.sections),
            codes=codes,
            awaiting=int(self.awaiting[rows].sum()),
            net_promoters=ratings.recommendations.of(valid),
        )


def count_units(
    table: AnswerTable, ratings: Ratings, units: Sequence[Unit], rule: IndexRule, rows: Rows | None = None
) -> UnitCounter:
    """Sort the responses at ``rows`` (None means all) by unit."""
    found = rows_by_code(table, rows)
    is_valid = table.is_valid.to_numpy()
    valid = {code: at[is_valid[at]] for code, at in found.items() if is_valid[at].any()}
    transactions = {
        unit.code: unit.transactions
        for unit in units
        if unit.transactions is not None and unit.transactions >= len(valid.get(unit.code, ()))
    }
    return UnitCounter(ratings, rule, found, valid, transactions, awaiting_answers(table))


def rows_of(by_code: Mapping[str, Rows], codes: Sequence[str]) -> Rows:
    """Return the positions that belong to any of ``codes``."""
    nothing = np.empty(0, dtype=np.intp)
    return np.concatenate([nothing, *(by_code.get(code, nothing) for code in codes)])


def rows_by_code(table: AnswerTable, rows: Rows | None = None) -> dict[str, Rows]:
    """Return the positions of the responses at ``rows`` (None means all) for every unit code that occurs."""
    positions: dict[str, list[int]] = {}
    for position in range(len(table.responses)) if rows is None else rows.tolist():
        positions.setdefault(table.responses[position].unit, []).append(position)
    return {code: np.array(found, dtype=np.intp) for code, found in positions.items()}


def _can_rank(tally: UnitTally) -> bool:
    return bool(tally.unit.name) and not tally.is_small and tally.index.value is not None
