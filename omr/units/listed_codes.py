"""Which unit of a list a code means: its own, or the one from which it differs by leading zeros alone.

Spreadsheets take 09163 for the number 9163, so that paper and list of one office may say either. Where one listed code
only can be meant, it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.units.unit_list import Unit

_MAY_BE_FORMS = (PageOutcome.READ, PageOutcome.UNREADABLE, PageOutcome.FOREIGN, PageOutcome.OTHER_FORM)


class ListedCodes:
    """The codes of a list of units."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.names = {unit.code: unit.name for unit in units}
        self._by_digits: dict[str, list[str]] = {}
        for code in self.names:
            if code.isdigit():
                self._by_digits.setdefault(code.lstrip("0"), []).append(code)

    def meant_by(self, code: str) -> str:
        """Return the listed code that is meant; empty if there is none, or several may be."""
        if code in self.names:
            return code
        alike = self.alike(code)
        return alike[0] if len(alike) == 1 else ""

    def alike(self, code: str) -> tuple[str, ...]:
        """Return the listed codes from which one differs by leading zeros alone."""
        return tuple(self._by_digits.get(code.lstrip("0"), ())) if code.isdigit() else ()


@dataclass(frozen=True, slots=True)
class UnlistedUnit:
    """A unit that pages name and the list does not.

    Attributes:
        code: As the pages name it.
        listed_as: The listed code that they count for, for it differs by leading zeros alone; empty if there is none.
        name: Of that unit.
        alike: The listed codes that differ by leading zeros alone, where they are several, so that none is chosen.
        pages: In delivered order.
    """

    code: str
    listed_as: str
    name: str
    alike: tuple[str, ...]
    pages: tuple[DeliveredPage, ...]


def compare_with_list(page: DeliveredPage, codes: ListedCodes) -> DeliveredPage:
    """Return a page with what the list says of the unit that it counts for.

    Args:
        page: With its stack, see ``omr.units.stacks``.
        codes: The list; of a survey without units every unit is known.
    """
    unit = page.unit
    if not unit or unit in codes.names or not codes.names or page.outcome not in _MAY_BE_FORMS:
        return page
    meant = codes.meant_by(unit)
    return replace(page, listed_as=meant, is_unlisted=not meant)


def find_unlisted(pages: Iterable[DeliveredPage], codes: ListedCodes) -> tuple[UnlistedUnit, ...]:
    """Return the units that compared pages name and the list does not, in the order of their codes.

    Pages that were not read are left out: they have no answers that could count.
    """
    found: dict[tuple[str, str], list[DeliveredPage]] = {}
    for page in pages:
        if page.outcome is PageOutcome.READ and (page.listed_as or page.is_unlisted):
            found.setdefault((page.named_unit, page.listed_as), []).append(page)
    return tuple(_unlisted(*named, tuple(found[named]), codes) for named in sorted(found))


def _unlisted(code: str, listed_as: str, pages: tuple[DeliveredPage, ...], codes: ListedCodes) -> UnlistedUnit:
    alike = () if listed_as else codes.alike(code)
    return UnlistedUnit(code, listed_as, codes.names.get(listed_as, ""), alike, pages)
