"""Export an open survey: gathers what the files are made of and names the file if nobody did."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from exports.answer_table import ValidityRule
from exports.earlier_rounds import read_chosen, read_remembered
from exports.export import export
from exports.facts import SurveyFacts
from exports.rounds import EarlierRounds
from form_templates.model import Language
from omr.results import PageOutcome
from omr.survey import Survey, SurveySettings


def export_survey(
    survey: Survey,
    path: Path,
    language: Language = Language.VIETNAMESE,
    settings: SurveySettings | None = None,
    compare_with: Sequence[Path] | None = None,
) -> None:
    """Write the workbook (``.xlsx``) or the answers (``.csv``) of a survey.

    Args:
        survey: What to export.
        path: Where to write.
        language: Of the workbook.
        settings: To count by instead of the survey's own, which stay as they are.
        compare_with: Folders of earlier rounds, for this export alone; None means those that the survey remembers.

    Raises:
        omr.errors.InputError: A folder of ``compare_with`` holds no survey that can be used.
        UnknownFormat: The ending names neither; nothing was written.
        ExportFailed: The file cannot be written.
    """
    settings = settings or survey.settings
    facts = SurveyFacts(
        name=settings.name,
        round_name=settings.round_name,
        index_rule=settings.index_rule,
        validity=ValidityRule(settings.min_answered),
        weighting=settings.weighting,
    )
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
        earlier=_earlier_rounds(survey, compare_with, facts.validity) if path.suffix.lower() == ".xlsx" else None,
    )


def _earlier_rounds(
    survey: Survey, compare_with: Sequence[Path] | None, validity: ValidityRule
) -> EarlierRounds | None:
    if compare_with is None:
        return read_remembered(survey, validity)
    return read_chosen(survey, compare_with, validity)


def suggested_name(survey: Survey, extension: str) -> Path:
    """Return where an export goes unless told otherwise: the survey's own folder, by name and date."""
    return survey.exports_folder / f"{survey.folder.resolve().name}-{datetime.now().astimezone():%Y-%m-%d}{extension}"
