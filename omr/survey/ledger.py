"""Where the paper is: forms issued, returned and valid, per unit and per batch; every figure knows its pages."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from omr.responses import DeliveredPage, Response
from omr.results import PageOutcome
from omr.store.batch_records import BatchRecord
from omr.units.unit_list import Unit


class Returned(StrEnum):
    """What can be said of a form that came back."""

    ALL = "all"
    VALID = "valid"
    NOT_VALID = "not-valid"
    INCOMPLETE = "incomplete"  # a page of it was not delivered


@dataclass(frozen=True, slots=True)
class UnitReturns:
    """The forms of one unit.

    Attributes:
        unit: The unit; with an empty name if its code is not in the list, an empty code for forms that name none.
        issued: Forms printed for it.
        forms: Forms that came back, by what can be said of them.
        pages: Ids of the pages of those forms.
    """

    unit: Unit
    issued: int
    forms: Mapping[Returned, int]
    pages: Mapping[Returned, frozenset[int]]

    @property
    def return_rate(self) -> float | None:
        """Forms returned per form issued; above 1.0 where forms were copied. None where none were issued."""
        return self.forms[Returned.ALL] / self.issued if self.issued else None


@dataclass(frozen=True, slots=True)
class BatchPages:
    """One batch and what became of its pages."""

    record: BatchRecord
    files: int
    outcomes: Mapping[PageOutcome, int]

    @property
    def delivered(self) -> int:
        """Its pages; they are read, unreadable, blank, duplicate, foreign or taken out."""
        return sum(self.outcomes.values())


def tally_returns(
    units: Sequence[Unit], responses: Sequence[Response], issued: Mapping[str, int], valid: Collection[int]
) -> tuple[UnitReturns, ...]:
    """Count the forms of every unit: those of the list in its order, then other codes, last the forms without unit.

    Units of the list that have neither issued nor returned forms are left out.

    Args:
        units: The survey's units.
        responses: All respondents.
        issued: Forms printed, by unit code.
        valid: Numbers of the respondents that count.
    """
    by_code: dict[str, list[Response]] = {}
    for response in (each for each in responses if not each.is_rest):
        by_code.setdefault(response.unit, []).append(response)
    listed = {unit.code for unit in units}
    others = sorted((set(by_code) | set(issued)) - listed, key=lambda code: (not code, code))
    valid_numbers = frozenset(valid)
    return tuple(
        _returns_of(unit, by_code.get(unit.code, []), issued.get(unit.code, 0), valid_numbers)
        for unit in (*units, *(Unit(code, "") for code in others))
        if unit.code in by_code or issued.get(unit.code)
    )


def total_of(returns: Sequence[UnitReturns]) -> UnitReturns:
    """Return the sum over all units, as a unit without code and name."""
    forms = {kind: sum(row.forms[kind] for row in returns) for kind in Returned}
    pages = {kind: frozenset[int]().union(*(row.pages[kind] for row in returns)) for kind in Returned}
    return UnitReturns(Unit("", ""), sum(row.issued for row in returns), forms, pages)


def tally_batches(batches: Sequence[BatchRecord], pages: Sequence[DeliveredPage]) -> tuple[BatchPages, ...]:
    """Count the pages of every batch by outcome, the last batch first."""
    outcomes: dict[int, Counter[PageOutcome]] = {record.number: Counter() for record in batches}
    files: dict[int, set[str]] = {record.number: set() for record in batches}
    for page in pages:
        outcomes[page.batch][page.outcome] += 1
        files[page.batch].add(page.source)
    return tuple(
        BatchPages(record, len(files[record.number]), {kind: outcomes[record.number][kind] for kind in PageOutcome})
        for record in reversed(batches)
    )


def _returns_of(unit: Unit, responses: Sequence[Response], issued: int, valid: frozenset[int]) -> UnitReturns:
    groups = {
        Returned.ALL: list(responses),
        Returned.VALID: [response for response in responses if response.number in valid],
        Returned.NOT_VALID: [response for response in responses if response.number not in valid],
        Returned.INCOMPLETE: [response for response in responses if response.missing_pages],
    }
    forms = {kind: len(group) for kind, group in groups.items()}
    return UnitReturns(unit, issued, forms, {kind: _page_ids(group) for kind, group in groups.items()})


def _page_ids(responses: Sequence[Response]) -> frozenset[int]:
    return frozenset(page.page_id for response in responses for page in response.pages if page.page_id is not None)
