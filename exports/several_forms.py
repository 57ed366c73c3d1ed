"""Export a survey that may hold several forms: each has its own figures and a file of its own, named after the form."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from exports.export_request import ExportRequest, path_of_form
from exports.survey_export import export_survey
from omr.survey.folder import Survey
from omr.survey.versions import is_counted_elsewhere


def export_forms(
    survey: Survey,
    request: ExportRequest,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> Iterator[Path]:
    """Write what ``request`` asks for, for every form of the survey or the one it is seen by; yields each file.

    Else as ``export_survey``, which see.

    Forms may share questions, but whether people were asked the same in the same way is not ours to decide; so nothing
    is counted across forms, except across versions on the very same paper, see ``omr.survey.versions``.
    """
    for seen, of_form in requests_of_forms(survey, request):
        export_survey(seen, of_form, report, cancel)
        yield of_form.path


def requests_of_forms(survey: Survey, request: ExportRequest) -> list[tuple[Survey, ExportRequest]]:
    """Return the survey as each of its forms sees it, with a request for a file of its own; one form keeps the name.

    A version of which every question counts with a later one gets no file, unless it was chosen.
    """
    if survey.is_form_chosen:
        return [(survey, request)]
    return [
        (survey.of_form(template), replace(request, path=path_of_form(request.path, str(template.key))))
        for template in survey.forms.templates
        if not is_counted_elsewhere(survey.forms, template)
    ]
