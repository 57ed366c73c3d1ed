"""What options of commands mean: which of them go together, what a page may cost."""

from typing import TYPE_CHECKING

import typer

from exports.export_request import COMPARING, ENDINGS, ExportRequest
from omr.errors import UnclearRange
from omr.images.limits import DEFAULT_LIMITS, GIGABYTE, ReadingLimits

if TYPE_CHECKING:
    from omr.review.page_ranges import PageRange


def check_export(request: ExportRequest, *, is_each: bool, is_all: bool = False) -> None:
    """Refuse options that the kind of file has no use for.

    Args:
        request: What is to be exported.
        is_each: Whether each unit gets a report of its own, in the folder that ``request`` names.
        is_all: Whether every kind of file is wanted, in that folder.

    Raises:
        typer.BadParameter: The command line was used wrongly.
    """
    has_workbook = is_all or (request.ending == ".xlsx" and not is_each)
    if request.compare_with and not (is_all or is_each or request.ending in COMPARING):
        raise typer.BadParameter("only workbook (.xlsx) and report (.pdf) compare rounds", param_hint="--compare")
    if request.with_crops and not has_workbook:
        raise typer.BadParameter("only the workbook (.xlsx) links to images", param_hint="--images")
    if is_all and request.report_on:
        raise typer.BadParameter("not with --format all, which is about the whole round", param_hint="--unit")
    if is_each or is_all:
        if request.path.is_file():
            which = "--format all" if is_all else "--each-unit"
            raise typer.BadParameter(f"with {which} it names a folder", param_hint="--out")
        return
    if request.ending not in ENDINGS:
        raise typer.BadParameter(f"end the name in {' or '.join(ENDINGS)}", param_hint="--out")
    if request.report_on and request.ending != ".pdf":
        raise typer.BadParameter("only a .pdf report is about single units", param_hint="--unit")


def check_read(unit: str, *, by_folders: bool) -> None:
    """Refuse a unit for all scans together with units that folders are named after.

    Raises:
        typer.BadParameter: The command line was used wrongly.
    """
    if unit and by_folders:
        raise typer.BadParameter("not with --unit, which names one unit for all", param_hint="--unit-folders")


def asked_pages(unit: str, source: str, batch: int, pages: str, serials: str, printed: str) -> "PageRange":
    """Return which pages ``assign`` is asked to name the unit of; refuse no unit, and no pages.

    Raises:
        typer.BadParameter: The command line was used wrongly.
    """
    from omr.review.unit_naming import ask_range  # not on top: it brings the store, which other commands wait for

    if not unit.strip():
        raise typer.BadParameter("it is empty; give the code of a unit as in units.csv", param_hint="--unit")
    if not (source or batch or serials or printed):
        if pages:
            raise typer.BadParameter("the file with these pages is missing: give --source too", param_hint="--pages")
        raise typer.BadParameter(
            "say which pages: give one of them", param_hint="--source, --batch, --serials or --printed"
        )
    try:
        return ask_range(source, batch, pages, serials, printed.strip())
    except UnclearRange as error:
        raise typer.BadParameter(str(error), param_hint="--pages, --serials") from error


def page_limits(page_seconds: float, memory_gb: float, max_pages: int = DEFAULT_LIMITS.max_pages) -> ReadingLimits:
    """Return what a page may cost, as ``--page-seconds``, ``--memory-gb`` and ``--max-pages`` say."""
    return ReadingLimits(page_seconds, round(memory_gb * GIGABYTE), max_pages)
