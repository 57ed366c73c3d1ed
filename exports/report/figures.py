"""What a printed report says in numbers, about the whole round or one unit; counted once for all reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain
from pathlib import Path

import numpy as np

from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.report.changes import ReportChanges, RoundChanges
from exports.tally.reading.index_error import ReadingError, find_reading_error
from exports.tally.reading.order_checks import OrderChecks, find_order_checks
from exports.tally.reading.read_answers import count_checks
from exports.tally.roll_ups import RollUp
from exports.tally.statistics.ranking import RankRange
from exports.tally.statistics.share import Share
from exports.tally.statistics.smallness import smallness_of
from exports.tally.survey_tally import (
    AnswerCounts,
    ItemTally,
    SectionTally,
    SurveyTally,
    count_answers,
    tally_items,
    tally_sections,
)
from exports.tally.unit_tally import UnitTally, issued_to
from exports.wording import change_words as changed
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.naming import all_of_level, unit_name
from exports.wording.speaker import Speaker
from form_templates.model import Language
from omr.errors import UnknownUnit
from omr.units.unit_list import Unit


class ReportScope(Enum):
    """Whose responses a report is about."""

    ROUND = auto()  # everybody's
    OWN = auto()  # those of one unit
    POOLED = auto()  # those of all units below one that has none of its own


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """One line of a comparison: the unit itself, or what it is compared with.

    Attributes:
        title: In the report's language.
        valid: Responses that count.
        index: Satisfaction index.
        sections: Pooled satisfied share per factor.
        standing: Among the units of the same level; None where it has none.
        is_subject: Whether this is what the report is about.
        name: The unit's name by itself, where ``title`` says more.
        above: Name of the unit above, where that tells units apart.
    """

    title: str
    valid: int
    index: Share
    sections: tuple[Share, ...]
    standing: RankRange | None = None
    is_subject: bool = False
    name: str = ""
    above: str = ""

    @property
    def rank(self) -> int | None:
        """The rank among the units of its level, 1 is best; None where it has no standing."""
        return self.standing.rank if self.standing else None

    @property
    def is_small(self) -> bool:
        """Whether the figure is no more than a hint, see ``smallness_of``."""
        return smallness_of(self.valid, self.index) is not None


@dataclass(frozen=True, slots=True, eq=False)
class ReportFigures:
    """All figures of one report, with the survey they belong to.

    Attributes:
        facts: Name and settings of the survey.
        tally: All figures of the round.
        say: Puts texts in the report's language.
        scope: Whose responses it is about.
        unit: The unit it is about; None for the whole round.
        subject: Index and factors of these responses.
        responses: Responses, valid or not.
        issued: Forms handed out; None if nobody kept count.
        sections: The factors.
        items: All items.
        answers: All answers of these responses by what stands behind them.
        peers: What its factors are compared with: all units of its level, or everybody if it is the only one of its
            level; None for the whole round.
        standings: What the subject is compared with, itself first.
        ranking: Units below one another, a list per level: all of the round, or those below the unit.
        ranked: How many units of its level have a rank.
        beside: The pooled index where that of the subject is by transactions; None where it is the pooled one.
        has_units_below: Whether it is about a unit that others are below of.
        is_compared_with_round: Whether ``peers`` is everybody.
        changes: What changed since earlier rounds; None where none is compared with.
        unread_rounds: Folders of earlier rounds that could not be read.
        reading_error: What misread answers may do to the index of the round; None for a unit.
        checked: Answers re-checked blind, and how many of these were misread; None for a unit, or if none was.
        order_checks: What rules out that they made the order of its first two units; None for a unit.
    """

    facts: SurveyFacts
    tally: SurveyTally
    say: Speaker
    scope: ReportScope
    unit: Unit | None
    subject: ComparedFigures
    responses: int
    issued: int | None
    sections: tuple[SectionTally, ...]
    items: tuple[ItemTally, ...]
    answers: AnswerCounts
    peers: ComparedFigures | None
    standings: tuple[ComparedFigures, ...]
    ranking: Mapping[str, tuple[ComparedFigures, ...]]
    ranked: int
    has_units_below: bool = False
    beside: Share | None = None
    is_compared_with_round: bool = False
    changes: ReportChanges | None = None
    unread_rounds: tuple[Path, ...] = ()
    reading_error: ReadingError | None = None
    checked: tuple[int, int] | None = None
    order_checks: OrderChecks | None = None


class ReportBasis:
    """A counted survey, from which the figures of any report are taken.

    Attributes:
        units: The unit list.
    """

    def __init__(self, gathered: GatheredSurvey, tally: SurveyTally, say: Speaker) -> None:
        self.units = gathered.units
        self._facts = gathered.facts
        self._issued = gathered.issued
        self._unit_names = {unit.code: unit.name for unit in gathered.units}
        self._tally = tally
        self._changes = _open_changes(gathered, tally)
        self._unread = gathered.earlier.unread if gathered.earlier else ()
        self._checks = gathered.checks
        self._say = say
        self._is_valid = tally.table.is_valid.to_numpy()
        self._codes = np.array([response.unit for response in tally.table.responses], dtype=object)
        self._own = {unit.unit.code: unit for unit in tally.units}
        self._parents = {each.pooled.unit.code: each for each in tally.parents}
        everyone, *levels = tally.levels
        self._round = self._together(everyone, say(words.WHOLE_ROUND))
        self._levels = {
            each.pooled.unit.level: self._together(each, all_of_level(say, each.pooled.unit.level)) for each in levels
        }

    def unit(self, code: str) -> Unit:
        """Return the unit with ``code``.

        Raises:
            UnknownUnit: The survey has none.
        """
        for unit in self.units:
            if unit.code == code:
                return unit
        raise UnknownUnit(code)

    def has_responses(self, unit: Unit) -> bool:
        """Whether anybody answered for the unit or, if it has no responses of its own, for one below it."""
        return self._scope(unit.code)[1].responses > 0

    def of_round(self) -> ReportFigures:
        """Return the figures of everybody."""
        tally = self._tally
        parents = [each for each in tally.parents if each.pooled.responses < tally.responses]
        headline, *beside = self._round
        subject = replace(headline, is_subject=True)
        others = [*self._levels.values(), *(self._with_all_below(each) for each in parents)]
        issued = self._issued
        return ReportFigures(
            facts=self._facts,
            tally=self._tally,
            say=self._say,
            scope=ReportScope.ROUND,
            unit=None,
            subject=subject,
            responses=tally.responses,
            issued=None if issued is None else sum(issued.values()),
            sections=_with_shares(tally.sections, subject.sections),
            items=tally.items,
            answers=tally.answers,
            peers=None,
            standings=(subject, *beside, *chain.from_iterable(others)),
            beside=beside[0].index if beside else None,
            ranking=self._ranking(tally.units),
            ranked=0,
            changes=self._changes.of_round() if self._changes else None,
            unread_rounds=self._unread,
            reading_error=find_reading_error(tally, self._checks),
            checked=count_checks(self._checks),
            order_checks=find_order_checks(tally, self._checks),
        )

    def of_unit(self, code: str) -> ReportFigures:
        """Return the figures of one unit.

        Raises:
            UnknownUnit: The survey has no such unit.
        """
        scope, unit = self._scope(self.unit(code).code)
        rows = np.flatnonzero(np.isin(self._codes, unit.codes))
        valid = rows[self._is_valid[rows]]
        is_own = scope is ReportScope.OWN
        headline, *beside = [self._alone(unit)] if is_own else self._with_all_below(self._parents[code])
        return ReportFigures(
            facts=self._facts,
            tally=self._tally,
            say=self._say,
            scope=scope,
            unit=unit.unit,
            subject=replace(headline, is_subject=True),
            responses=unit.responses,
            issued=None if self._issued is None else issued_to(self._issued, unit),
            sections=_with_shares(tally_sections(self._tally.ratings, valid), headline.sections),
            items=tally_items(self._tally.table, self._tally.ratings, valid),
            answers=count_answers(self._tally.table, rows),
            peers=(self._levels[unit.unit.level] if self._has_peers(unit.unit) else self._round)[0],
            standings=(replace(headline, is_subject=True), *beside, *self._compared_with(unit.unit, scope)),
            beside=beside[0].index if beside else None,
            ranking=self._ranking([each for each in self._tally.units if each.unit.parent_code == code]),
            ranked=sum(u.rank is not None and u.unit.level == unit.unit.level for u in self._tally.units),
            has_units_below=code in self._parents,
            is_compared_with_round=not self._has_peers(unit.unit),
            changes=self._changes_of(code, is_pooled=not is_own),
            unread_rounds=self._unread,
        )

    def _changes_of(self, code: str, *, is_pooled: bool) -> ReportChanges | None:
        if self._changes is None:
            return None
        below = {unit.code for unit in self.units if unit.parent_code == code}
        return self._changes.of_unit(code, below, is_pooled=is_pooled)

    def _scope(self, code: str) -> tuple[ReportScope, UnitTally]:
        own, parent = self._own[code], self._parents.get(code)
        if own.responses == 0 and parent is not None and parent.pooled.responses > 0:
            return ReportScope.POOLED, parent.pooled
        return ReportScope.OWN, own

    def _compared_with(self, unit: Unit, scope: ReportScope) -> list[ComparedFigures]:
        """Return the unit with all below it, the units above it so, all units of its level, the round."""
        wider = [unit.code] if scope is ReportScope.OWN and unit.code in self._parents else []
        parents = [self._parents[code] for code in (*wider, *self._above(unit))]
        everyone = self._tally.responses
        found = [self._with_all_below(each) for each in parents if each.pooled.responses < everyone]
        if self._has_peers(unit):
            found += [self._best(unit), self._levels[unit.level]]
        return list(chain.from_iterable([*found, self._round]))

    def _best(self, unit: Unit) -> list[ComparedFigures]:
        """Return the first in the ranking of a unit's level, unless it is that itself or nobody has a rank."""
        first = [each for each in self._tally.units if each.rank == 1 and each.unit.level == unit.level]
        if not first or unit.code in {each.unit.code for each in first}:
            return []
        best = self._alone(first[0])
        return [replace(best, title=self._say(changed.BEST_UNIT, unit=best.title))]

    def _has_peers(self, unit: Unit) -> bool:
        return unit.level in self._levels and sum(each.level == unit.level for each in self.units) > 1

    def _above(self, unit: Unit) -> list[str]:
        above: list[str] = []
        code = unit.parent_code
        while code in self._parents and code not in above and code != unit.code:
            above.append(code)
            code = self._own[code].unit.parent_code
        return above

    def _ranking(self, units: Sequence[UnitTally]) -> dict[str, tuple[ComparedFigures, ...]]:
        """Return the units with responses by level, the best first, those without a rank last, else as in the list."""
        levels: dict[str, list[UnitTally]] = {level: [] for level in dict.fromkeys(each.unit.level for each in units)}
        for unit in sorted(units, key=lambda unit: (unit.rank is None, unit.rank or 0)):
            if unit.responses:
                levels[unit.unit.level].append(unit)
        return {level: self._told_apart(of_level) for level, of_level in levels.items() if of_level}

    def _told_apart(self, units: Sequence[UnitTally]) -> tuple[ComparedFigures, ...]:
        """Return the units each for itself, with the unit above where that differs: names alone may be the same."""
        standings = [self._alone(unit) for unit in units]
        if len({unit.unit.parent_code for unit in units}) < 2:
            return tuple(standings)
        above = [self._unit_names.get(unit.unit.parent_code, "") for unit in units]
        return tuple(
            replace(standing, title=", ".join(filter(None, (standing.title, name))), name=standing.title, above=name)
            for standing, name in zip(standings, above, strict=True)
        )

    def _alone(self, unit: UnitTally) -> ComparedFigures:
        title = unit_name(self._say, unit.unit)
        if not unit.unit.name:
            title = f"{unit.unit.code} {title}".strip()  # several may lack a name
        return ComparedFigures(title, unit.valid, unit.index, unit.sections, unit.standing)

    def _with_all_below(self, parent: RollUp) -> list[ComparedFigures]:
        title = self._say(common.ROW_AREA, unit=unit_name(self._say, parent.pooled.unit))
        return self._together(parent, title)

    def _together(self, roll_up: RollUp, title: str) -> list[ComparedFigures]:
        """Return the figures by transactions, where the survey asks for them and they exist, then the pooled ones."""
        pooled, weighted = roll_up.pooled, roll_up.weighted
        alike = ComparedFigures(title, pooled.valid, pooled.index, pooled.sections)
        if weighted is None:
            return [alike]
        by_transactions = self._say(words.BY_TRANSACTIONS, title=title)
        return [ComparedFigures(by_transactions, pooled.valid, weighted.index, weighted.sections), alike]


def _open_changes(gathered: GatheredSurvey, tally: SurveyTally) -> RoundChanges | None:
    earlier = gathered.earlier
    return RoundChanges(gathered, tally, earlier) if earlier and earlier.rounds else None


def _with_shares(sections: Sequence[SectionTally], shares: Sequence[Share]) -> tuple[SectionTally, ...]:
    """Return the factors with the shares of what the report is about, by transactions if the index is."""
    return tuple(replace(each, satisfied=share) for each, share in zip(sections, shares, strict=True))


def open_basis(gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> ReportBasis:
    """Count a survey for reports in ``language``."""
    return ReportBasis(gathered, gathered.tally(), Speaker(language))
