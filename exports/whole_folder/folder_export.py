"""Write everything that can be exported of a survey into one folder."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from exports.data_files.spss_setup import setup_path
from exports.errors import cannot_export
from exports.export_request import ENDINGS, ExportRequest, file_name
from exports.gathered.gathered_survey import GatheredSurvey
from exports.survey_export import gather_for, write_file
from exports.whole_folder.read_me import READ_ME, FolderFiles, read_me
from exports.wording import folder_words as words
from exports.wording.speaker import Speaker
from form_templates.model import Text
from omr.errors import Cancelled
from omr.survey.folder import Survey
from omr.survey.own_files import ensure_not_its_own
from omr.whole_files import write_whole

_ANSWERS = "answers.csv"  # the name under which its columns are promised

Report = Callable[[int, int], object]


def export_folder(
    survey: Survey,
    request: ExportRequest,
    report: Report = lambda done, total: None,
    cancel: threading.Event | None = None,
    *,
    with_unit_reports: bool = False,
) -> Path:
    """Write every kind of file about the whole round, and a README, into the folder that ``request`` names.

    Args:
        survey: What to export.
        request: Which folder, made if it is not there; in which language, counted how.
        report: Told how many files are done, of how many; then the same of the units' reports.
        cancel: Looked at before each file.
        with_unit_reports: Whether each unit has a report of its own besides.

    Returns:
        The folder.

    Raises:
        ExportFailed: The folder or a file cannot be written; finished files are kept.
        Cancelled: Finished files are kept.
        PhieuError: See ``survey_export.export_survey``.
    """
    folder = request.path
    ensure_not_its_own(survey.folder, folder)
    _make(folder)
    paths = {ending: folder / name for ending, name in _names(survey).items()}
    gathered = gather_for(survey, replace(request, path=paths[".xlsx"]), cancel=cancel)
    for done, path in enumerate(paths.values()):
        report(done, len(paths))
        _stop_if(cancel)
        write_file(gathered, replace(request, path=path, report_on=()))
    more = _more_folders(paths[".xlsx"], request, report, cancel, gathered if with_unit_reports else None)
    files = FolderFiles(
        **{_FIELDS[ending]: path.name for ending, path in paths.items()},
        setup=setup_path(paths[".sav"]).name,
        more=more,
    )
    text = read_me(gathered, files, Speaker(request.language))
    write_whole(folder / READ_ME, text.encode("utf-8-sig"), cannot_export)  # old editors of Windows need the BOM
    return folder


_FIELDS = {".xlsx": "workbook", ".csv": "answers", ".pdf": "report", ".sav": "spss", ".parquet": "parquet"}


def _names(survey: Survey) -> dict[str, str]:
    """Return the names of the files by their endings: those of the survey and, of several forms, of the form."""
    form = f"-{survey.template.key}" if survey.forms.are_several else ""
    stem = survey.folder.resolve().name
    return {ending: _ANSWERS if ending == ".csv" else file_name(stem, f"{form}{ending}") for ending in ENDINGS}


def _more_folders(
    workbook: Path, request: ExportRequest, report: Report, cancel: threading.Event | None, of: GatheredSurvey | None
) -> tuple[tuple[str, Text], ...]:
    """Write the reports of units where they are wanted; return the folders beside the files, with what they hold."""
    # Imported here, for they bring libraries that whoever only asks for a folder need not wait for.
    from exports.report.figures import open_basis
    from exports.report.report_files import write_unit_reports
    from exports.workbook.crop_files import crops_folder

    more = []
    if request.with_crops:
        more.append((crops_folder(workbook).name, words.CROPS))
    if of is not None:
        name = Speaker(request.language)(words.REPORTS_FOLDER)
        write_unit_reports(workbook.parent / name, open_basis(of, request.language), report=report, cancel=cancel)
        more.append((name, words.REPORTS))
    return tuple(more)


def _stop_if(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_export(folder, error) from error
