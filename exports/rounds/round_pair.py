"""A round and one earlier round: their units matched, their questions checked, every figure compared."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from exports.rounds.differences import Area, Row, Subject, judge
from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.rounds.round import Round
from exports.rounds.same_questions import compare_indices, compare_items, compare_sections
from exports.rounds.same_units import UnitMatch
from exports.tally.satisfaction_index import Columns, Rows
from exports.tally.selection import codes_below
from exports.tally.statistics.share import Share
from form_templates.model import FormTemplate, Item, Section
from omr.survey.counting_rules import IndexRule

_NOT_COUNTED = IncomparableReason.NOT_COUNTED


@dataclass(frozen=True, slots=True, eq=False)
class ComparedResponses:
    """Valid responses of both rounds that a figure is counted over, and from how many units of the later one."""

    earlier: Rows
    later: Rows
    units: int


@dataclass(frozen=True, slots=True, eq=False)
class RoundPair:
    """The round and one earlier round, with their units matched."""

    earlier: Round
    later: Round
    matches: tuple[UnitMatch, ...]
    rule: IndexRule

    @property
    def joint(self) -> dict[str, tuple[str, ...]]:
        """Codes of the earlier round by the code of the later one, of the units that both surveyed."""
        return {match.unit.code: match.origins for match in self.matches if match.origins}

    @property
    def knows_units(self) -> bool:
        """Whether any of the two rounds has a list of units; else they are compared as they are."""
        return bool(self.earlier.unit_list.units or self.later.unit_list.units)

    def index_obstacle(self) -> Incomparable | None:
        """Return why no index of the two can be compared."""
        return compare_indices(self.earlier.ratings, self.later.ratings, self._forms, self.rule)

    def section_obstacle(self, section: Section) -> Incomparable | None:
        """Return why a factor of the two cannot be compared."""
        return compare_sections(self.earlier.ratings, self.later.ratings, self._forms, section)

    def factor_rows(self) -> Iterator[Row]:
        """Compare the index and the factors."""
        scope = self.scope()
        yield self._index_row(None, scope, self.index_obstacle())
        yield from self.section_rows(scope)

    def section_rows(self, scope: ComparedResponses) -> Iterator[Row]:
        """Compare the factors over some responses."""
        for section in self.later.ratings.sections:
            columns = self.later.ratings.columns_of(section)
            yield self._rated_row(section, columns, scope, self.section_obstacle(section))

    def item_rows(self) -> Iterator[Row]:
        """Compare the rated items; those that are not asked any more, or do not count any more, come last."""
        scope = self.scope()
        counted = {item.item_id for item in self.earlier.ratings.items}
        for column, item in enumerate(self.later.ratings.items):
            is_missing = item.item_id not in counted
            obstacle = compare_items(*self._forms, item) or (Incomparable(_NOT_COUNTED) if is_missing else None)
            yield self._rated_row(item, [column], scope, obstacle)
        still_counted = {item.item_id for item in self.later.ratings.items}
        asked = {item.item_id for item in self.later.table.template.items()}
        for column, item in enumerate(self.earlier.ratings.items):
            if item.item_id not in still_counted:
                before = self.earlier.ratings.satisfied_share(scope.earlier, [column])
                reason = _NOT_COUNTED if item.item_id in asked else IncomparableReason.ITEM_GONE
                yield Row(item, self.earlier.name, _answered(before), None, scope.units, Incomparable(reason))

    def level_rows(self) -> Iterator[Row]:
        """Compare the levels of units, then each unit that has others below it, with all of these."""
        obstacle = self.index_obstacle()
        listed = self.later.unit_list.units
        for level in dict.fromkeys(unit.level for unit in listed if unit.level):
            codes = {unit.code for unit in listed if unit.level == level}
            yield self._index_row(level, self.scope(codes), obstacle or self._shared_obstacle(codes))
        for code, below in codes_below(listed).items():
            if len(below) > 1:
                unit = next(unit for unit in listed if unit.code == code)
                yield self._index_row(Area(unit), self.scope(set(below)), obstacle or self._shared_obstacle(set(below)))

    def unit_rows(self) -> Iterator[Row]:
        """Compare each unit for itself; one that cannot be compared keeps what figure it has."""
        obstacle = self.index_obstacle()
        names = self.earlier.unit_list.names
        for match in self.matches:
            scope = self.scope({match.unit.code}) if match.origins else self._own_scope(match)
            row = self._index_row(match.unit, scope, obstacle or match.obstacle)
            pooled = tuple(names.get(code, code) for code in match.origins) if len(match.origins) > 1 else ()
            yield replace(row, units=1, origins=pooled)

    @property
    def _forms(self) -> tuple[FormTemplate, FormTemplate]:
        return self.earlier.table.template, self.later.table.template

    def scope(self, codes: Collection[str] | None = None) -> ComparedResponses:
        """Return the responses of the units that both surveyed, all of them or those among ``codes``."""
        if codes is None and not self.knows_units:
            return ComparedResponses(self.earlier.ratings.all_rows(), self.later.ratings.all_rows(), 0)
        joint = self.joint if codes is None else {code: of for code, of in self.joint.items() if code in codes}
        before = [origin for origins in joint.values() for origin in origins]
        return ComparedResponses(self.earlier.rows_of(before), self.later.rows_of([*joint]), len(joint))

    def _own_scope(self, match: UnitMatch) -> ComparedResponses:
        """Return what one round alone says about a unit that cannot be compared."""
        is_gone = match.obstacle is not None and match.obstacle.reason is IncomparableReason.UNIT_GONE
        codes = {match.unit.code}
        return ComparedResponses(
            self.earlier.rows_of(codes if is_gone else ()), self.later.rows_of(() if is_gone else codes), 1
        )

    def _shared_obstacle(self, codes: Collection[str]) -> Incomparable | None:
        """Return why no unit among ``codes`` can be compared, in one word if it is the same for all."""
        found = [match.obstacle for match in self.matches if match.unit.code in codes]
        if any(obstacle is None for obstacle in found):
            return None
        reasons = {obstacle.reason for obstacle in found if obstacle}
        return Incomparable(reasons.pop() if len(reasons) == 1 else IncomparableReason.NO_COMMON_UNIT)

    def _index_row(self, subject: Subject, scope: ComparedResponses, obstacle: Incomparable | None) -> Row:
        before = self.earlier.ratings.index(scope.earlier, self.rule)
        after = self.later.ratings.index(scope.later, self.rule)
        return self._row(subject, before, after, scope, obstacle)

    def _rated_row(
        self, subject: Section | Item, columns: Columns, scope: ComparedResponses, obstacle: Incomparable | None
    ) -> Row:
        ids = {self.later.ratings.items[column].item_id for column in columns}
        earlier = [column for column, item in enumerate(self.earlier.ratings.items) if item.item_id in ids]
        before = self.earlier.ratings.satisfied_share(scope.earlier, earlier)
        after = self.later.ratings.satisfied_share(scope.later, columns)
        return self._row(subject, before, after, scope, obstacle)

    def _row(
        self,
        subject: Subject,
        before: Share,
        after: Share,
        scope: ComparedResponses,
        obstacle: Incomparable | None,
    ) -> Row:
        if obstacle is None and not (len(scope.earlier) and len(scope.later)):
            obstacle = Incomparable(IncomparableReason.NO_COMMON_UNIT)
        verdict = obstacle or judge(before, after)
        return Row(subject, self.earlier.name, _answered(before), _answered(after), scope.units, verdict)


def _answered(share: Share) -> Share | None:
    return share if share.respondents else None
