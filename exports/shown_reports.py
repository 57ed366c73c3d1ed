"""Write the reports of all units for the command line, with a bar that shows how far it is."""

from collections.abc import Iterator

from rich.console import Console
from rich.progress import Progress

from exports.export_request import ExportRequest
from exports.several_forms import requests_of_forms
from exports.survey_export import export_unit_reports
from omr.survey.folder import Survey


def write_unit_reports(survey: Survey, request: ExportRequest) -> Iterator[str]:
    """Write the reports, of each form in a folder of its own, and yield the lines that say what was written."""
    for seen, of_form in requests_of_forms(survey, request):
        yield from _write_reports_of_form(seen, of_form)


def _write_reports_of_form(survey: Survey, request: ExportRequest) -> Iterator[str]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reports", total=None)
        written = export_unit_reports(
            survey, request, lambda done, total: bar.update(task, completed=done, total=total)
        )
    yield f"{request.path}: {len(written.paths)} reports."
    if written.without:
        yield f"{len(written.without)} units have no responses and therefore no report."
