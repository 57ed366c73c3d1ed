"""Write files for the window, off the GUI thread: exports, reports, forms to print."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from exports.export_request import ExportRequest, file_name
from exports.report.file_names import legal_part
from omr.survey.folder import Survey

_LONGEST_PART = 80  # bytes; all of them leave room for the survey's own name


def export_survey(
    survey: Survey, request: ExportRequest, report: Callable[[object], object], cancel: threading.Event
) -> Path:
    """Write the file that ``request`` asks for; returns its path.

    Args:
        survey: What to export.
        request: Which file, and what it is to be like.
        report: Told (pages done, all pages) while crops are written.
        cancel: Set to stop.
    """
    # Imported here, for pandas takes half a second to load and the window must not wait for it.
    from exports import survey_export

    survey_export.export_survey(survey, request, lambda done, total: report((done, total)), cancel)
    return request.path


def export_unit_reports(
    survey: Survey, request: ExportRequest, report: Callable[[object], object], cancel: threading.Event
) -> Path:
    """Write a report of every unit into the folder that ``request`` names; returns the folder.

    Args:
        survey: What to export.
        request: Which folder, and in which language.
        report: Told (reports done, of how many) after each.
        cancel: Set to stop.
    """
    # Imported here, as above.
    from exports import survey_export

    survey_export.export_unit_reports(survey, request, lambda done, total: report((done, total)), cancel)
    return request.path


def export_folder(
    survey: Survey, request: ExportRequest, report: Callable[[object], object], cancel: threading.Event
) -> Path:
    """Write every kind of file into the folder that ``request`` names; returns the folder.

    Args:
        survey: What to export.
        request: Which folder, and in which language.
        report: Told (files done, of how many) before each.
        cancel: Set to stop.
    """
    # Imported here, as above.
    from exports.whole_folder import folder_export

    return folder_export.export_folder(survey, request, lambda done, total: report((done, total)), cancel)


def proposed_name(survey: Survey, ending: str = "", *, what: str = "", unit: str = "") -> str:
    """Return what a file is called unless a person says otherwise: survey, round, form, what it is, unit, day.

    Args:
        survey: Its folder names it; the round is left out where the folder's name holds it, and a form that is the
            only one.
        ending: Of the file; empty for a folder.
        what: The kind of file, where the ending does not say it.
        unit: Code of the one unit it is about.
    """
    name = survey.folder.resolve().name
    round_name = survey.settings.round_name
    parts = [
        round_name if round_name not in name else "",
        str(survey.template.key) if survey.forms.are_several else "",
        what,
        f"{unit} - {survey.unit(unit).name}" if unit else "",
        f"{datetime.now().astimezone():%Y-%m-%d}",
    ]
    return file_name(name, "".join(f"-{legal_part(part, _LONGEST_PART)}" for part in parts if part) + ending)


def print_covers(survey: Survey, path: Path, codes: Sequence[str]) -> Path:
    """Write the covers of these units' stacks, of all units if none is given, as one PDF; returns ``path``."""
    # Imported here, as below.
    from omr.forms import cover_printing

    cover_printing.print_covers(survey, path, codes or [unit.code for unit in survey.units])
    return path


def print_forms(survey: Survey, path: Path, codes: Sequence[str], copies: int) -> Path:
    """Write the forms of these units as one PDF and keep count of them; returns ``path``."""
    # Imported here, for reportlab takes a third of a second to load and the window must not wait for it.
    from omr.forms.issuing import issue_forms

    issue_forms(survey, path, codes, copies)
    return path
