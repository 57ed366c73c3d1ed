"""Export an open survey: gathers what the files are made of and names the file if nobody did."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from exports.crop_files import CropProgress, crops_folder, write_crops
from exports.export import export
from exports.facts import SurveyFacts
from exports.satisfaction import IndexRule
from exports.survey_records import gather_records
from form_templates.model import Language
from omr.responses import build_responses
from omr.results import PageOutcome
from omr.survey import Survey


def export_survey(
    survey: Survey,
    path: Path,
    language: Language = Language.VIETNAMESE,
    *,
    with_crops: bool = False,
    report: Callable[[CropProgress], object] = lambda _progress: None,
    cancel: threading.Event | None = None,
) -> None:
    """Write the workbook (``.xlsx``) or the answers (``.csv``) of a survey.

    Args:
        survey: To export.
        path: Where to write.
        language: Of the workbook.
        with_crops: Whether the crops of verified answers are written beside the workbook, which links to them.
        report: Called now and then while crops are written.
        cancel: Set it to stop while they are.

    Raises:
        UnknownFormat: The ending names neither; nothing was written.
        ExportFailed: The file cannot be written.
        Cancelled: ``cancel`` was set; crops written so far are kept, the workbook is as it was.
    """
    settings = survey.settings
    facts = SurveyFacts(settings.name, settings.round_name, IndexRule(settings.index_rule))
    pages = survey.pages()
    outcomes = Counter(page.outcome for page in pages)
    records = None
    if path.suffix.lower() == ".xlsx":
        crops = write_crops(survey, pages, crops_folder(path), report, cancel) if with_crops else {}
        records = gather_records(survey, pages, path, crops)
    export(
        path,
        facts,
        survey.template,
        build_responses(survey.template, pages),
        survey.units,
        language=language,
        issued=survey.store.issued_forms() or None,
        ledger={outcome: outcomes[outcome] for outcome in PageOutcome},
        records=records,
    )


def suggested_name(survey: Survey, extension: str) -> Path:
    """Return where an export goes unless told otherwise: the survey's own folder, by name and date."""
    return survey.exports_folder / f"{survey.folder.resolve().name}-{datetime.now().astimezone():%Y-%m-%d}{extension}"
