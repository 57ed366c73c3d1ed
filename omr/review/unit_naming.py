"""Name the unit of many pages at once, from the command line; of pages that count elsewhere only if that is asked."""

import getpass

from omr.errors import NoSuchPages, UnclearRange, UnitNamedBefore
from omr.responses import Aspect
from omr.review.page_assignments import counted_elsewhere, name_unit
from omr.review.page_ranges import PageRange, parse_range
from omr.survey.folder import Survey


def ask_range(source: str, batch: int, pages: str, serials: str, printed: str = "") -> PageRange:
    """Return the range that a person typed.

    Raises:
        UnclearRange: It is no range, or means every page there is.
    """
    for text in filter(None, (pages, serials)):
        if parse_range(text) is None:
            raise UnclearRange(text)
    if not (source or batch or printed) and not serials:
        raise UnclearRange(pages)
    return PageRange(source, batch, parse_range(pages), parse_range(serials), printed)


def name_unit_of(survey: Survey, meant: PageRange, unit: str, operator: str, *, is_replacing: bool) -> int:
    """Say which unit a range of pages counts for; returns their number, 0 if it was said before of all of them.

    Args:
        survey: The open survey.
        meant: Which pages.
        unit: Code of the unit.
        operator: Who says so; empty: who is logged in.
        is_replacing: Also of pages that count for another unit; what was said before is kept.

    Raises:
        UnknownUnit: The survey has no such unit.
        NoSuchPages: No page is meant.
        UnitNamedBefore: Some count for another unit; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    survey.unit(unit)
    survey.store.database.ensure_writable()
    pages = meant.of(survey.pages())
    if not pages:
        raise NoSuchPages(meant.describe())
    others = counted_elsewhere(pages, unit)
    if others and not is_replacing:
        raise UnitNamedBefore(others)
    if all(page.unit == unit and Aspect.UNIT in page.said_by for page in pages):
        return 0
    name_unit(survey.store, pages, unit, operator.strip() or login(), meant.describe())
    return len(pages)


def naming_line(count: int, unit: str) -> str:
    """Say what ``name_unit_of`` did, by the number that it returned."""
    if not count:
        return f"It was said before that these pages count for unit {unit}; nothing was changed."
    return f"1 page now counts for unit {unit}." if count == 1 else f"{count} pages now count for unit {unit}."


def login() -> str:
    """Return the name of who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in a container
        return "command line"
