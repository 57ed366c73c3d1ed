"""Export an open survey: gathers what the files are made of and names the file if nobody did."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exports.export import export
from exports.facts import SurveyFacts
from exports.rounds.earlier_rounds import read_chosen, read_remembered
from exports.rounds.round import EarlierRounds
from exports.tally.answer_table import ValidityRule
from exports.workbook.crop_files import crops_folder, write_crops
from exports.workbook.survey_records import gather_records
from form_templates.model import Language
from omr.responses import Response, build_responses
from omr.results import PageOutcome
from omr.survey.folder import Survey
from omr.survey.settings import SurveySettings

if TYPE_CHECKING:
    from exports.report.report_files import UnitReports


def export_survey(  # noqa: PLR0913 - what, where, how it counts and speaks, what goes along, how to follow and stop it
    survey: Survey,
    path: Path,
    language: Language = Language.VIETNAMESE,
    settings: SurveySettings | None = None,
    *,
    report_on: Sequence[str] = (),
    compare_with: Sequence[Path] | None = None,
    with_crops: bool = False,
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> None:
    """Write a survey as the ending of ``path`` says, see ``exports.export``.

    Args:
        survey: What to export.
        path: Where to write.
        language: Of headings and labels.
        settings: To count by instead of the survey's own, which stay as they are.
        report_on: Codes of the units a report is about; none for the whole round.
        compare_with: Folders of earlier rounds, for this workbook alone; None means those that the survey remembers.
        with_crops: Whether the crops of verified answers are written beside a workbook, which links to them.
        report: Called with the pages done and all pages now and then while crops are written.
        cancel: Set it to stop while they are.

    Raises:
        omr.errors.InputError: A folder of ``compare_with`` holds no survey that can be used.
        UnknownFormat: The ending names no format; nothing was written.
        UnknownUnit: There is no unit of a code in ``report_on``; nothing was written.
        ExportFailed: The file cannot be written.
        PackageMissing: A library that writes this kind of file is not installed.
        Cancelled: ``cancel`` was set; crops written so far are kept, the workbook is as it was.
    """
    pages = survey.pages()
    outcomes = Counter(page.outcome for page in pages)
    responses = build_responses(survey.template, pages)
    facts = _facts(survey, settings or survey.settings, responses)
    records, earlier = None, None
    if path.suffix.lower() == ".xlsx":
        earlier = _earlier_rounds(survey, compare_with, facts.validity)
        crops = write_crops(survey, pages, crops_folder(path), report, cancel) if with_crops else {}
        records = gather_records(survey, pages, path, crops)
    export(
        path,
        facts,
        survey.template,
        responses,
        survey.units,
        language=language,
        issued=survey.store.issued.copies() or None,
        ledger={outcome: outcomes[outcome] for outcome in PageOutcome},
        records=records,
        earlier=earlier,
        report_on=report_on,
    )


def export_unit_reports(  # noqa: PLR0913 - what, where, how it counts and speaks, how to follow and stop it
    survey: Survey,
    folder: Path,
    language: Language = Language.VIETNAMESE,
    settings: SurveySettings | None = None,
    *,
    unit_codes: Sequence[str] = (),
    report: Callable[[int, int], object] = lambda done, total: None,
    cancel: threading.Event | None = None,
) -> "UnitReports":
    """Write the printed report of each unit into a folder, see ``exports.report.report_files.write_unit_reports``."""
    from exports.report.figures import open_basis
    from exports.report.report_files import write_unit_reports

    responses = survey.responses()
    basis = open_basis(
        _facts(survey, settings or survey.settings, responses),
        survey.template,
        responses,
        survey.units,
        language=language,
        issued=survey.store.issued.copies() or None,
    )
    return write_unit_reports(folder, basis, unit_codes, report=report, cancel=cancel)


def suggested_name(survey: Survey, extension: str) -> Path:
    """Return where an export goes unless told otherwise: the survey's own folder, by name and date."""
    return survey.exports_folder / f"{survey.folder.resolve().name}-{datetime.now().astimezone():%Y-%m-%d}{extension}"


def _facts(survey: Survey, settings: SurveySettings, responses: Sequence[Response]) -> SurveyFacts:
    return SurveyFacts(
        name=settings.name,
        round_name=settings.round_name,
        index_rule=settings.index_rule,
        validity=ValidityRule(settings.min_answered),
        weighting=settings.weighting,
        as_of=_newest_change(survey, responses),
    )


def _earlier_rounds(
    survey: Survey, compare_with: Sequence[Path] | None, validity: ValidityRule
) -> EarlierRounds | None:
    if compare_with is None:
        return read_remembered(survey, validity)
    return read_chosen(survey, compare_with, validity)


def _newest_change(survey: Survey, responses: Sequence[Response]) -> datetime | None:
    """Return when the newest batch was read or the newest decision in force was taken, whichever is later."""
    read = [batch.finished_at or batch.started_at for batch in survey.store.batches.all()]
    given = (answer.verification for response in responses for answer in response.answers)
    decided = {verification.decided_at for verification in given if verification is not None}
    return max((datetime.fromisoformat(moment) for moment in (*read, *decided)), default=None)
