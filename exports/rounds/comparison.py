"""Compare a round with earlier ones: what changed, what only chance may have changed, and what cannot be compared.

Three rules keep the figures honest:

- *Like with like.* Index, factors, criteria, levels and districts are counted over the units that both rounds
  surveyed (``same_units``); communes that joined this year move no figure. Where one of them is made of several
  earlier ones, these are pooled. The mix of forms between units is not adjusted for.
- *The same question.* What was asked otherwise is not compared (``same_questions``). The index of both rounds is made
  by the rule of the later one, and a response counts by its rule.
- *Many rows, one table.* All rows of a table, over all earlier rounds, are adjusted together by Holm's method.

How sure a figure is follows from how much people differ (``statistics.linearised``), as all intervals do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.rounds.differences import Row, adjusted
from exports.rounds.round import Round
from exports.rounds.round_pair import RoundPair
from exports.rounds.same_units import match_units
from exports.tally.satisfaction_index import Rows
from exports.tally.statistics.share import Share
from form_templates.model import Section
from omr.survey.counting_rules import IndexRule
from omr.units.crosswalk import UnitChange


@dataclass(frozen=True, slots=True)
class TrendRow:
    """The index (subject None) or a factor in every round; None where it cannot be compared with the last."""

    subject: Section | None
    shares: tuple[Share | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Figures of all rounds over the units that all of them surveyed, oldest first, the round itself last.

    Attributes:
        rounds: Their names.
        units: How many units these are.
        rows: The index, then the factors.
        everyone: The index of all responses of every round, whichever units they come from.
    """

    rounds: tuple[str, ...]
    units: int
    rows: tuple[TrendRow, ...]
    everyone: TrendRow


@dataclass(frozen=True, slots=True)
class Comparison:
    """A round against earlier ones; in every table the latest of these comes first.

    Attributes:
        trend: The figures of all rounds.
        factors: The index and the factors.
        items: The rated items.
        levels: The levels of units, then each unit with all below it.
        units: Each unit for itself, also those that are gone.
        awaiting: Answers that still await review in earlier rounds, by round; only rounds that have any.
    """

    trend: Trend
    factors: tuple[Row, ...]
    items: tuple[Row, ...]
    levels: tuple[Row, ...]
    units: tuple[Row, ...]
    awaiting: Mapping[str, int]


def compare_rounds(
    later: Round, earlier: Sequence[Round], changes: Sequence[UnitChange], rule: IndexRule = IndexRule.POOLED
) -> Comparison:
    """Compare a round with earlier ones.

    Args:
        later: The round.
        earlier: At least one, oldest first.
        changes: What became of units.
        rule: How the index of every round is made.
    """
    pairs = pair_rounds(later, earlier, changes, rule)

    def table(rows_of: Callable[[RoundPair], Iterator[Row]]) -> tuple[Row, ...]:
        return adjusted(row for pair in reversed(pairs) for row in rows_of(pair))

    return Comparison(
        trend=_trend(pairs, later),
        factors=table(RoundPair.factor_rows),
        items=table(RoundPair.item_rows),
        levels=table(RoundPair.level_rows),
        units=table(RoundPair.unit_rows),
        awaiting={each.name: each.awaiting for each in earlier if each.awaiting},
    )


def pair_rounds(
    later: Round, earlier: Sequence[Round], changes: Sequence[UnitChange], rule: IndexRule
) -> list[RoundPair]:
    """Return the round with each earlier one, their units matched; arguments as of ``compare_rounds``."""
    return [
        RoundPair(before, later, match_units(before.unit_list, later.unit_list, changes), rule) for before in earlier
    ]


def _trend(pairs: Sequence[RoundPair], later: Round) -> Trend:
    codes = _joint_codes(pairs, later)
    scopes = [pair.scope(codes) for pair in pairs]
    rounds = [*(pair.earlier for pair in pairs), later]
    rule = pairs[0].rule
    is_same = [*(pair.index_obstacle() is None for pair in pairs), True]
    rows = [*(scope.earlier for scope in scopes), scopes[0].later]
    joint = [each.ratings.index(found, rule) for each, found in zip(rounds, rows, strict=True)]
    everyone = [each.ratings.index(each.ratings.all_rows(), rule) for each in rounds]
    sections = (_section_trend(section, pairs, rounds, rows) for section in later.ratings.sections)
    return Trend(
        rounds=tuple(each.name for each in rounds),
        units=len(codes or ()),
        rows=(TrendRow(None, _where(is_same, joint)), *sections),
        everyone=TrendRow(None, _where(is_same, everyone)),
    )


def _joint_codes(pairs: Sequence[RoundPair], later: Round) -> frozenset[str] | None:
    """Return the units that all rounds surveyed; None where no round lists units, which means everyone."""
    if not any(pair.knows_units for pair in pairs):
        return None
    return frozenset(unit.code for unit in later.unit_list.units if all(unit.code in pair.joint for pair in pairs))


def _section_trend(
    section: Section, pairs: Sequence[RoundPair], rounds: Sequence[Round], rows: Sequence[Rows]
) -> TrendRow:
    is_same = [*(pair.section_obstacle(section) is None for pair in pairs), True]
    shares = [
        each.ratings.satisfied_share(found, each.ratings.columns_of(section))
        for each, found in zip(rounds, rows, strict=True)
    ]
    return TrendRow(section, _where(is_same, shares))


def _where(is_wanted: Sequence[bool], shares: Sequence[Share]) -> tuple[Share | None, ...]:
    """Return the shares, None in place of those not wanted."""
    return tuple(share if wanted else None for wanted, share in zip(is_wanted, shares, strict=True))
