"""Write many files for the command line, with a bar that shows how far it is: reports of all units, everything."""

from collections.abc import Iterator

from rich.console import Console
from rich.progress import Progress

from exports.export_request import ExportRequest
from exports.several_forms import requests_of_forms
from exports.survey_export import export_unit_reports
from exports.whole_folder.folder_export import export_folder
from exports.whole_folder.read_me import READ_ME
from omr.survey.folder import Survey


def write_unit_reports(survey: Survey, request: ExportRequest) -> Iterator[str]:
    """Write the reports, of each form in a folder of its own, and yield the lines that say what was written."""
    for seen, of_form in requests_of_forms(survey, request):
        yield from _write_reports_of_form(seen, of_form)


def write_folders(survey: Survey, request: ExportRequest, *, with_unit_reports: bool) -> Iterator[str]:
    """Write everything into a folder, of each form into one of its own, and yield what was written."""
    for seen, of_form in requests_of_forms(survey, request):
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("Files", total=None)
            folder = export_folder(
                seen,
                of_form,
                lambda done, total, bar=bar, task=task: bar.update(task, completed=done, total=total),  # type: ignore[misc]
                with_unit_reports=with_unit_reports,
            )
        yield f"{folder}: {len(list(folder.iterdir()))} files and folders, {READ_ME} says what they are."


def _write_reports_of_form(survey: Survey, request: ExportRequest) -> Iterator[str]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reports", total=None)
        written = export_unit_reports(
            survey, request, lambda done, total: bar.update(task, completed=done, total=total)
        )
    yield f"{request.path}: {len(written.paths)} reports."
    if written.without:
        yield f"{len(written.without)} units have no responses and therefore no report."
