"""The factors of every unit against earlier rounds, tested as one table however many of them somebody looks at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from exports.rounds.comparison import pair_rounds
from exports.rounds.differences import Row, adjusted
from exports.rounds.round import Round
from exports.rounds.round_pair import RoundPair
from omr.survey.counting_rules import IndexRule
from omr.units.crosswalk import UnitChange


def compare_unit_factors(
    later: Round, earlier: Sequence[Round], changes: Sequence[UnitChange], rule: IndexRule = IndexRule.POOLED
) -> Mapping[str, tuple[Row, ...]]:
    """Compare the factors of each unit that an earlier round surveyed too; see ``comparison`` for the rules.

    The p values of all units are adjusted together: of 135 units with five factors each some would seem changed by
    chance, and each of them reads its own report.

    Returns:
        By code, the rows of the latest of the earlier rounds first.
    """
    found = [
        (code, row) for pair in reversed(pair_rounds(later, earlier, changes, rule)) for code, row in _unit_rows(pair)
    ]
    rows = adjusted(row for _, row in found)
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for (code, _), row in zip(found, rows, strict=True):
        by_unit[code].append(row)
    return {code: tuple(of_unit) for code, of_unit in by_unit.items()}


def _unit_rows(pair: RoundPair) -> Iterator[tuple[str, Row]]:
    for match in pair.matches:
        if match.origins:
            yield from ((match.unit.code, row) for row in pair.section_rows(pair.scope({match.unit.code})))
