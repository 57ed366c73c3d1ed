"""Export an open survey: gather what its files are made of, and write the one that the ending names."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exports.errors import UnknownFormat
from exports.export_request import COMPARING, ENDINGS, ExportRequest, file_name
from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.gathering import gather_earlier_rounds, gather_records, gather_survey
from exports.gathered.survey_records import CropKey
from omr.survey.folder import Survey
from omr.survey.own_files import ensure_not_its_own

if TYPE_CHECKING:
    from exports.report.report_files import UnitReports


def export_survey(
    survey: Survey,
    request: ExportRequest,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> None:
    """Write what ``request`` asks for; workbook and printed report compare rounds, only a workbook has crops beside it.

    Args:
        survey: What to export.
        request: Which file, in which language, counted how.
        report: Called with the pages done and all pages now and then while crops are written.
        cancel: Set it to stop while they are.

    Raises:
        omr.errors.InputError: A folder of an earlier round that was named holds no survey that can be used.
        PartOfSurvey: The survey keeps its own files there; nothing was written.
        UnknownFormat: The ending names no format; nothing was written.
        UnknownUnit: The survey has no unit of a code to report on; nothing was written.
        ExportFailed: The file cannot be written.
        PackageMissing: A library that writes this kind of file is not installed.
        Cancelled: ``cancel`` was set; crops written so far are kept, the workbook is as it was.
    """
    ensure_not_its_own(survey.folder, request.path)
    write_file(gather_for(survey, request, report, cancel), request)


def gather_for(
    survey: Survey,
    request: ExportRequest,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> GatheredSurvey:
    """Return what the file of ``request`` is made of, and write the crops that a workbook links to; see there."""
    pages = survey.counted(survey.pages())
    gathered = gather_survey(survey, pages, request.settings or survey.settings)
    if request.ending in COMPARING:
        earlier = gather_earlier_rounds(survey, request.compare_with, gathered.facts.validity)
        gathered = replace(gathered, earlier=earlier)
    if request.ending == ".xlsx":
        crops: dict[CropKey, Path] = {}
        if request.with_crops:
            from exports.workbook.crop_files import crops_folder, write_crops  # loads OpenCV, needed for crops alone

            crops = write_crops(survey, pages, crops_folder(request.path), report, cancel)
        gathered = replace(gathered, records=gather_records(survey, pages, request.path, crops))
    return gathered


def write_file(gathered: GatheredSurvey, request: ExportRequest) -> None:
    """Write what the ending names.

    ``.xlsx`` is the workbook, ``.csv`` every answer, a row each; ``.pdf`` is the printed report; ``.sav`` (SPSS) and
    ``.parquet`` have one row per respondent, for programs that analyse.

    Raises:
        UnknownFormat: The ending names none of them; nothing was written.
        UnknownUnit: The survey has no unit of a code to report on; nothing was written.
        ExportFailed: The file cannot be written.
        PackageMissing: A library that writes this kind of file is not installed.
    """
    # Imported here, for each kind of file has a library of its own that takes up to half a second to load.
    match request.ending:
        case ".xlsx":
            from exports.workbook.book import write_workbook

            write_workbook(request.path, gathered, request.language)
        case ".csv":
            from exports.data_files.answers_csv import write_answers_csv

            write_answers_csv(request.path, gathered, request.language)
        case ".pdf":
            from exports.report.figures import open_basis
            from exports.report.report_files import write_report

            write_report(request.path, open_basis(gathered, request.language), request.report_on)
        case ".sav":
            from exports.data_files.sav_file import write_sav

            write_sav(request.path, gathered, request.language)
        case ".parquet":
            from exports.data_files.parquet_file import write_parquet

            write_parquet(request.path, gathered, request.language)
        case _:
            raise UnknownFormat(request.path, ENDINGS)


def export_unit_reports(
    survey: Survey,
    request: ExportRequest,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> "UnitReports":
    """Write the report of each unit into the folder that ``request`` names, see ``report_files.write_unit_reports``."""
    # Imported here, for reportlab takes a third of a second to load and most exports print nothing.
    from exports.report.figures import open_basis
    from exports.report.report_files import write_unit_reports

    ensure_not_its_own(survey.folder, request.path)
    gathered = gather_survey(survey, survey.counted(survey.pages()), request.settings or survey.settings)
    earlier = gather_earlier_rounds(survey, request.compare_with, gathered.facts.validity)
    gathered = replace(gathered, earlier=earlier)
    basis = open_basis(gathered, request.language)
    return write_unit_reports(request.path, basis, request.report_on, report=report, cancel=cancel)


def suggested_name(survey: Survey, extension: str) -> Path:
    """Return where an export goes unless told otherwise: the survey's own folder, by name and date."""
    tail = f"-{datetime.now().astimezone():%Y-%m-%d}{extension}"
    return survey.exports_folder / file_name(survey.folder.resolve().name, tail)
