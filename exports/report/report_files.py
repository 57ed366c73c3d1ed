"""Write reports: one file, or one for each of many units, every file whole or not at all."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.errors import cannot_export
from exports.report.document import report_pdf
from exports.report.figures import ReportBasis
from exports.report.file_names import file_names
from omr.errors import Cancelled
from omr.units.unit_list import Unit
from omr.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class UnitReports:
    """The report files that were written, one for each of many units.

    Attributes:
        folder: Where the files lie.
        paths: The files, in the order of the units.
        without: Units that have no report, for they have no responses.
    """

    folder: Path
    paths: tuple[Path, ...]
    without: tuple[Unit, ...]


def write_report(path: Path, basis: ReportBasis, unit_codes: Sequence[str] = ()) -> None:
    """Write the report about these units one after the other, or about the whole round if there are none.

    Raises:
        UnknownUnit: The survey has no such unit; nothing was written.
        ExportFailed: The file cannot be written.
    """
    reports = [basis.of_unit(code) for code in unit_codes] or [basis.of_round()]
    write_whole(path, report_pdf(reports), cannot_export)


def write_unit_reports(
    folder: Path,
    basis: ReportBasis,
    unit_codes: Sequence[str] = (),
    *,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> UnitReports:
    """Write a file for each of these units that has responses, or for all units if none are named.

    Args:
        folder: Where; made if it is not there.
        basis: The tallied survey.
        unit_codes: The units; empty for all.
        report: Told after each file how many are done, of how many.
        cancel: Looked at before each file.

    Raises:
        UnknownUnit: The survey has no such unit; nothing was written.
        ExportFailed: The folder or a file cannot be written; finished files are kept.
        Cancelled: Finished files are kept.
    """
    units = [basis.unit(code) for code in unit_codes] or list(basis.units)
    reported = [unit for unit in units if basis.has_responses(unit)]
    paths = [folder / name for name in file_names(reported)]
    _make_folder(folder)
    for done, (unit, path) in enumerate(zip(reported, paths, strict=True), start=1):
        if cancel is not None and cancel.is_set():
            raise Cancelled
        write_report(path, basis, [unit.code])
        report(done, len(reported))
    return UnitReports(folder, tuple(paths), tuple(unit for unit in units if unit not in reported))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_export(folder, error) from error
