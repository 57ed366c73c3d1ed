"""What a printed report says in numbers, about the whole round or one unit; counted once for all reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

import numpy as np

from exports.facts import Report, SurveyFacts
from exports.intervals import GREY_BELOW
from exports.report import words
from exports.satisfaction import Ratings, Rows, Share, build_ratings
from exports.sheets.wordings import issued_to, unit_name
from exports.tally import (
    AnswerCounts,
    ItemTally,
    SectionTally,
    count_answers,
    tally_items,
    tally_sections,
    tally_survey,
)
from exports.unit_tally import UnitTally
from exports.words import Speaker
from form_templates.model import FormTemplate, Language
from omr.errors import UnknownUnit
from omr.responses import Response
from omr.units import Unit


class Scope(Enum):
    """Whose responses a report is about."""

    ROUND = auto()  # everybody's
    OWN = auto()  # those of one unit
    POOLED = auto()  # those of all units below one that has none of its own


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of a comparison: the unit itself, or what it is compared with.

    Attributes:
        title: In the report's language.
        valid: Responses that count.
        index: Satisfaction index.
        sections: Pooled satisfied share per factor.
        rank: Among the units of the same level; None where it has none.
        is_subject: Whether this is what the report is about.
    """

    title: str
    valid: int
    index: Share
    sections: tuple[Share, ...]
    rank: int | None = None
    is_subject: bool = False

    @property
    def is_small(self) -> bool:
        """Whether too few responses count for the figure to be more than a hint."""
        return self.valid < GREY_BELOW


@dataclass(frozen=True, slots=True, eq=False)
class ReportFigures:
    """What one report is made of.

    Attributes:
        report: The survey, its tally and its words.
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
        has_units_below: Whether it is about a unit that others are below of.
    """

    report: Report
    scope: Scope
    unit: Unit | None
    subject: Standing
    responses: int
    issued: int | None
    sections: tuple[SectionTally, ...]
    items: tuple[ItemTally, ...]
    answers: AnswerCounts
    peers: Standing | None
    standings: tuple[Standing, ...]
    ranking: Mapping[str, tuple[Standing, ...]]
    ranked: int
    has_units_below: bool = False


class ReportBasis:
    """A tallied survey from which the figures of any report are taken."""

    def __init__(self, report: Report, units: Sequence[Unit]) -> None:
        self.report = report
        self.units = tuple(units)
        self._ratings: Ratings = build_ratings(report.tally.table)
        self._is_valid = report.tally.table.is_valid.to_numpy()
        self._codes = np.array([response.unit for response in report.tally.table.responses], dtype=object)
        self._own = {unit.unit.code: unit for unit in report.tally.units}
        self._pooled = {unit.unit.code: unit for unit in report.tally.roll_ups}
        self._levels = {level: self._level_standing(level) for level in dict.fromkeys(u.level for u in self.units)}
        self._round = self._standing_of(report.say(words.WHOLE_ROUND), np.arange(len(self._codes)))

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
        tally = self.report.tally
        levels = [self._levels[level] for level in self._levels if level]
        others = [self._pooled_standing(unit) for unit in tally.roll_ups if unit.responses < tally.responses]
        subject = replace(self._round, is_subject=True)
        issued = self.report.issued
        return ReportFigures(
            report=self.report,
            scope=Scope.ROUND,
            unit=None,
            subject=subject,
            responses=tally.responses,
            issued=None if issued is None else sum(issued.values()),
            sections=tally.sections,
            items=tally.items,
            answers=tally.answers,
            peers=None,
            standings=(subject, *(levels if len(levels) > 1 else ()), *others),
            ranking=self._ranking(tally.units),
            ranked=0,
        )

    def of_unit(self, code: str) -> ReportFigures:
        """Return the figures of one unit.

        Raises:
            UnknownUnit: The survey has no such unit.
        """
        scope, unit = self._scope(self.unit(code).code)
        rows = np.flatnonzero(np.isin(self._codes, unit.codes))
        valid = rows[self._is_valid[rows]]
        standing = self._own_standing(unit) if scope is Scope.OWN else self._pooled_standing(unit)
        subject = replace(standing, is_subject=True)
        return ReportFigures(
            report=self.report,
            scope=scope,
            unit=unit.unit,
            subject=subject,
            responses=unit.responses,
            issued=None if self.report.issued is None else issued_to(self.report.issued, unit),
            sections=tally_sections(self._ratings, valid),
            items=tally_items(self.report.tally.table, valid),
            answers=count_answers(self.report.tally.table, rows),
            peers=self._levels[unit.unit.level] if self._has_peers(unit.unit) else self._round,
            standings=(subject, *self._compared_with(unit.unit, scope)),
            ranking=self._ranking([each for each in self.report.tally.units if each.unit.parent_code == code]),
            ranked=sum(u.rank is not None and u.unit.level == unit.unit.level for u in self.report.tally.units),
            has_units_below=code in self._pooled,
        )

    def _scope(self, code: str) -> tuple[Scope, UnitTally]:
        own = self._own[code]
        pooled = self._pooled.get(code)
        is_empty = own.responses == 0 and pooled is not None and pooled.responses > 0
        return (Scope.POOLED, pooled) if is_empty and pooled else (Scope.OWN, own)

    def _compared_with(self, unit: Unit, scope: Scope) -> list[Standing]:
        """Return the unit with all below it, the units above it so, all units of its level, the round."""
        wider = [unit.code] if scope is Scope.OWN and unit.code in self._pooled else []
        pooled = [self._pooled[code] for code in (*wider, *self._above(unit))]
        everyone = self.report.tally.responses
        found = [self._pooled_standing(each) for each in pooled if each.responses < everyone]
        if self._has_peers(unit):
            found.append(self._levels[unit.level])
        return [*found, self._round]

    def _has_peers(self, unit: Unit) -> bool:
        return bool(unit.level) and sum(each.level == unit.level for each in self.units) > 1

    def _above(self, unit: Unit) -> list[str]:
        above: list[str] = []
        code = unit.parent_code
        while code in self._pooled and code not in above and code != unit.code:
            above.append(code)
            code = self._own[code].unit.parent_code
        return above

    def _ranking(self, units: Sequence[UnitTally]) -> dict[str, tuple[Standing, ...]]:
        """Return the units with responses by level, the best first, those without a rank last, else as in the list."""
        levels: dict[str, list[UnitTally]] = {level: [] for level in dict.fromkeys(each.unit.level for each in units)}
        for unit in sorted(units, key=lambda unit: (unit.rank is None, unit.rank or 0)):
            if unit.responses:
                levels[unit.unit.level].append(unit)
        return {level: self._told_apart(of_level) for level, of_level in levels.items() if of_level}

    def _told_apart(self, units: Sequence[UnitTally]) -> tuple[Standing, ...]:
        """Return the units each for itself, with the unit above where that differs: names alone may be the same."""
        standings = [self._own_standing(unit) for unit in units]
        if len({unit.unit.parent_code for unit in units}) < 2:
            return tuple(standings)
        above = [self.report.unit_names.get(unit.unit.parent_code, "") for unit in units]
        return tuple(
            replace(standing, title=", ".join(filter(None, (standing.title, name))))
            for standing, name in zip(standings, above, strict=True)
        )

    def _level_standing(self, level: str) -> Standing:
        codes = [unit.code for unit in self.units if unit.level == level]
        return self._standing_of(words.level_units(self.report.say, level), np.flatnonzero(np.isin(self._codes, codes)))

    def _standing_of(self, title: str, rows: Rows) -> Standing:
        valid = rows[self._is_valid[rows]]
        ratings = self._ratings
        sections = tuple(ratings.satisfied_share(valid, ratings.columns_of(each)) for each in ratings.sections)
        return Standing(title, len(valid), ratings.index(valid, self.report.tally.rule), sections)

    def _own_standing(self, unit: UnitTally) -> Standing:
        title = unit_name(self.report, unit.unit)
        if not unit.unit.name:
            title = f"{unit.unit.code} {title}".strip()  # several may lack a name
        return Standing(title, unit.valid, unit.index, unit.sections, unit.rank)

    def _pooled_standing(self, unit: UnitTally) -> Standing:
        title = self.report.say(words.WITH_ALL_BELOW, unit=unit_name(self.report, unit.unit))
        return Standing(title, unit.valid, unit.index, unit.sections)


def open_basis(
    facts: SurveyFacts,
    template: FormTemplate,
    responses: Sequence[Response],
    units: Sequence[Unit],
    *,
    language: Language = Language.VIETNAMESE,
    issued: Mapping[str, int] | None = None,
) -> ReportBasis:
    """Tally a survey for reports in ``language``; the arguments are those of ``write_workbook``."""
    report = Report(
        facts=facts,
        tally=tally_survey(template, responses, units, facts.index_rule, facts.validity),
        unit_names={unit.code: unit.name for unit in units},
        issued=issued,
        ledger=None,
        exported_at=facts.exported_at or datetime.now().astimezone(),  # not printed: a report tells ``facts.as_of``
        say=Speaker(language),
    )
    return ReportBasis(report, units)
