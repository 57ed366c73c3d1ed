"""The figures of a round as they stand now, for everyone or for a selection of respondents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable, ValidityRule, build_answer_table
from exports.tally.satisfaction_index import Ratings, Rows, build_ratings
from exports.tally.selection import Selection, Trait, selected_codes
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import AnswerCounts, ItemTally, SectionTally, count_answers, tally_items, tally_sections
from exports.tally.unit_tally import UnitTally, awaiting_answers, tally_units
from form_templates.model import FormTemplate
from omr.responses import Response
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True, eq=False)
class CountedSurvey:
    """A survey whose answers were classified and rated once, so that any selection of them is counted fast.

    Attributes:
        table: All answers, classified.
        ratings: The rated ones as matrices.
        units: The list of units.
        rule: How the index is made.
        issued: Forms handed out, by unit code; None if nobody kept count.
        answers: All answers by what stands behind them, whatever is selected.
        weighting: What the units count by in the index and the factors, where all that answered tell it.
    """

    table: AnswerTable
    ratings: Ratings
    units: tuple[Unit, ...]
    rule: IndexRule
    issued: Mapping[str, int] | None
    answers: AnswerCounts
    weighting: Weighting = Weighting.NONE


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How many forms of a round came back, and how many answers still await people.

    Attributes:
        issued: Forms handed out; None if nobody kept count, or if only some respondents of a unit are looked at.
        returned: Responses that came in.
        valid: Those that count.
        awaiting: Answers that await review and may still change a figure; while there are any, figures are provisional.
        respondents_awaiting: Responses these answers belong to.
    """

    issued: int | None
    returned: int
    valid: int
    awaiting: int
    respondents_awaiting: int

    @property
    def return_rate(self) -> float | None:
        """Responses per form handed out; may exceed 1.0 where forms were photocopied."""
        return self.returned / self.issued if self.issued else None


@dataclass(frozen=True, slots=True, eq=False)
class Dashboard:
    """The figures of one selection.

    Attributes:
        selection: Whose answers these are.
        rows: Positions of the selected responses in the answer table, valid or not.
        progress: How far the round is there.
        index: The satisfaction index, by transactions if that was chosen and can be; see ``Share.interval`` for how
            sure it is.
        pooled: The index in which every response counts alike: the same unless it is by transactions.
        is_weighted: Whether index and factors are by transactions.
        is_unweighted: Whether that was chosen and cannot be, for a unit that answered does not tell its transactions.
        sections: The factors, in template order.
        items: All items, in template order.
        units: Each selected unit for itself, in the order of the list; then codes that are not in the list.
    """

    selection: Selection
    rows: Rows
    progress: RoundProgress
    index: Share
    pooled: Share
    is_weighted: bool
    is_unweighted: bool
    sections: tuple[SectionTally, ...]
    items: tuple[ItemTally, ...]
    units: tuple[UnitTally, ...]


def count_survey(
    template: FormTemplate,
    responses: Sequence[Response],
    units: Sequence[Unit],
    rule: IndexRule = IndexRule.POOLED,
    issued: Mapping[str, int] | None = None,
    validity: ValidityRule | None = None,
) -> CountedSurvey:
    """Classify and rate all answers: the costly half of all figures, needed again only when answers change.

    All responses count alike; ``replace(counted, weighting=...)`` makes them count otherwise.
    """
    table = build_answer_table(template, responses, validity)
    return CountedSurvey(table, build_ratings(table, units), tuple(units), rule, issued, count_answers(table))


def build_dashboard(counted: CountedSurvey, selection: Selection | None = None) -> Dashboard:
    """Return the figures of a selection; None means everyone."""
    selection = selection or Selection()
    codes = selected_codes(counted.units, selection)
    rows = _select(counted.table, codes, selection.traits)
    valid = rows[counted.table.is_valid.to_numpy()[rows]]
    asks_for_weights = counted.weighting is Weighting.TRANSACTIONS and len(valid) > 0
    weights = counted.ratings.design.weights_of(valid) if asks_for_weights else None
    units = [unit for unit in counted.units if codes is None or unit.code in codes]
    return Dashboard(
        selection=selection,
        rows=rows,
        progress=_progress(counted, selection, codes, rows, len(valid)),
        index=counted.ratings.index(valid, counted.rule, weights),
        pooled=counted.ratings.index(valid, counted.rule),
        is_weighted=weights is not None,
        is_unweighted=asks_for_weights and weights is None,
        sections=tally_sections(counted.ratings, valid, weights),
        items=tally_items(counted.table, counted.ratings, valid),
        units=tally_units(counted.table, counted.ratings, units, counted.rule, rows),
    )


def _select(table: AnswerTable, codes: frozenset[str] | None, traits: Sequence[Trait]) -> Rows:
    is_wanted = np.ones(len(table.responses), dtype=np.bool_)
    if codes is not None:
        is_wanted &= np.fromiter((r.unit in codes for r in table.responses), np.bool_, len(is_wanted))
    for item_id, option in traits:
        is_wanted &= table.states[item_id].isin([AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE]).to_numpy()
        is_wanted &= np.fromiter((option in answer for answer in table.answers[item_id]), np.bool_, len(is_wanted))
    return np.flatnonzero(is_wanted)


def _progress(
    counted: CountedSurvey, selection: Selection, codes: frozenset[str] | None, rows: Rows, valid: int
) -> RoundProgress:
    awaiting = awaiting_answers(counted.table)[rows]
    return RoundProgress(
        issued=None if selection.traits else _issued(counted.issued, codes),
        returned=len(rows),
        valid=valid,
        awaiting=int(awaiting.sum()),
        respondents_awaiting=int((awaiting > 0).sum()),
    )


def _issued(issued: Mapping[str, int] | None, codes: frozenset[str] | None) -> int | None:
    if issued is None:
        return None
    return sum(copies for code, copies in issued.items() if codes is None or code in codes)
