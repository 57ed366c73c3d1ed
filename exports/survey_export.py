"""Export an open survey: gathers what the files are made of and names the file if nobody did."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from exports.export import export
from exports.facts import SurveyFacts
from exports.satisfaction import IndexRule
from form_templates.model import Language
from omr.results import PageOutcome
from omr.survey import Survey


def export_survey(survey: Survey, path: Path, language: Language = Language.VIETNAMESE) -> None:
    """Write a survey as the ending of ``path`` says, see ``exports.export``.

    Raises:
        UnknownFormat: The ending names no format; nothing was written.
        ExportFailed: The file cannot be written.
    """
    settings = survey.settings
    facts = SurveyFacts(settings.name, settings.round_name, IndexRule(settings.index_rule))
    outcomes = Counter(page.outcome for page in survey.pages())
    export(
        path,
        facts,
        survey.template,
        survey.responses(),
        survey.units,
        language=language,
        issued=survey.store.issued_forms() or None,
        ledger={outcome: outcomes[outcome] for outcome in PageOutcome},
    )


def suggested_name(survey: Survey, extension: str) -> Path:
    """Return where an export goes unless told otherwise: the survey's own folder, by name and date."""
    return survey.exports_folder / f"{survey.folder.resolve().name}-{datetime.now().astimezone():%Y-%m-%d}{extension}"
