"""What a printed report says of earlier rounds: the rows of the workbook's comparison that are about its subject."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exports.gathered.gathered_survey import GatheredSurvey
from exports.rounds.comparison import Comparison, compare_rounds
from exports.rounds.differences import Area, Row
from exports.rounds.round import EarlierRounds, Round, make_round
from exports.rounds.unit_factors import compare_unit_factors
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import SurveyTally
from form_templates.model import Item, Section
from omr.units.unit_list import Unit

_FEWEST_FOR_A_TREND = 3  # rounds; two are a change


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A figure in every round, oldest first; the index where it is about no factor; None where not comparable."""

    section: Section | None
    shares: tuple[Share | None, ...]


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What changed for the subject of a report; of several earlier rounds the latest comes first.

    Attributes:
        this_round: Its name.
        index: Its index against each earlier round.
        factors: Its factors, against each.
        items: The criteria against the latest; none but for the whole round.
        units: Single units against the latest: all of the round, or those below the unit.
        rounds: Names of all rounds, oldest first, where there is a trend.
        trend: Lines over all rounds; none where there are fewer than three.
        joint_units: How many units the trend is counted over; None where it is one unit's.
        awaiting: Answers that await review in earlier rounds, by round.
    """

    this_round: str
    index: tuple[Row, ...]
    factors: tuple[Row, ...] = ()
    items: tuple[Row, ...] = ()
    units: tuple[Row, ...] = ()
    rounds: tuple[str, ...] = ()
    trend: tuple[TrendLine, ...] = ()
    joint_units: int | None = None
    awaiting: Mapping[str, int] | None = None


class RoundChanges:
    """A round held against earlier ones, from which the changes of any report are taken; counted when first asked."""

    def __init__(self, gathered: GatheredSurvey, tally: SurveyTally, earlier: EarlierRounds) -> None:
        facts = gathered.facts
        self._this: Round = make_round(facts.name, facts.round_name, tally.table, gathered.units)
        self._earlier = earlier
        self._rule = facts.index_rule

    def of_round(self) -> ReportChanges:
        """Return what changed for everybody."""
        found, trend = self._comparison, self._comparison.trend
        latest = self._earlier.rounds[-1].name
        is_trend = len(trend.rounds) >= _FEWEST_FOR_A_TREND
        lines = tuple(TrendLine(row.subject, row.shares) for row in trend.rows) if is_trend else ()
        return ReportChanges(
            this_round=self._this.name,
            index=tuple(row for row in found.factors if row.subject is None),
            factors=tuple(row for row in found.factors if isinstance(row.subject, Section)),
            items=tuple(row for row in found.items if isinstance(row.subject, Item) and row.against == latest),
            units=tuple(row for row in found.units if row.against == latest),
            rounds=trend.rounds,
            trend=lines,
            joint_units=trend.units,
            awaiting=found.awaiting,
        )

    def of_unit(self, code: str, below: Collection[str] = (), *, is_pooled: bool = False) -> ReportChanges:
        """Return what changed for a unit by itself, or with all units below it."""
        found = self._comparison
        latest = self._earlier.rounds[-1].name
        if is_pooled:
            index = [row for row in found.levels if isinstance(row.subject, Area) and row.subject.unit.code == code]
            factors: tuple[Row, ...] = ()
        else:
            index = [row for row in found.units if isinstance(row.subject, Unit) and row.subject.code == code]
            factors = self._unit_factors.get(code, ())
        units = (row for row in found.units if isinstance(row.subject, Unit) and row.subject.code in below)
        return ReportChanges(
            this_round=self._this.name,
            index=tuple(index),
            factors=factors,
            units=tuple(row for row in units if row.against == latest),
            rounds=found.trend.rounds,
            trend=self._lines(index, factors),
            awaiting=found.awaiting,
        )

    def _lines(self, index: Sequence[Row], factors: Sequence[Row]) -> tuple[TrendLine, ...]:
        """Return the lines of one unit; none where each pair of rounds has other units in common."""
        rounds = len(self._earlier.rounds) + 1
        if rounds < _FEWEST_FOR_A_TREND or len({row.later for row in index}) != 1:
            return ()
        sections = dict.fromkeys(row.subject for row in factors if isinstance(row.subject, Section))
        lines = [TrendLine(None, _shares(index))]
        lines += [TrendLine(each, _shares([row for row in factors if row.subject is each])) for each in sections]
        return tuple(line for line in lines if len(line.shares) == rounds and any(line.shares[:-1]))

    @cached_property
    def _comparison(self) -> Comparison:
        return compare_rounds(self._this, self._earlier.rounds, self._earlier.changes, self._rule)

    @cached_property
    def _unit_factors(self) -> Mapping[str, tuple[Row, ...]]:
        return compare_unit_factors(self._this, self._earlier.rounds, self._earlier.changes, self._rule)


def _shares(rows: Sequence[Row]) -> tuple[Share | None, ...]:
    """Return the shares of all rounds, oldest first, of rows whose later figure is the same one."""
    return *(row.earlier if _is_known(row) else None for row in reversed(rows)), rows[0].later


def _is_known(row: Row) -> bool:
    return row.earlier is not None and row.earlier.value is not None
