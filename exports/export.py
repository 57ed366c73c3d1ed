"""Export a survey: the file's ending decides what is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exports.errors import UnknownFormat
from form_templates.model import FormTemplate, Language
from omr.responses import Response
from omr.results import PageOutcome
from omr.units import Unit

if TYPE_CHECKING:
    from exports.facts import SurveyFacts
    from exports.records import SurveyRecords

ENDINGS = (".xlsx", ".csv")


def export(  # noqa: PLR0913 - the two kinds of file need different parts of a survey
    path: Path,
    facts: "SurveyFacts",
    template: FormTemplate,
    responses: Sequence[Response],
    units: Sequence[Unit],
    *,
    language: Language = Language.VIETNAMESE,
    issued: Mapping[str, int] | None = None,
    ledger: Mapping[PageOutcome, int] | None = None,
    records: "SurveyRecords | None" = None,
) -> None:
    """Write ``.xlsx`` (the workbook, see ``write_workbook`` for the arguments) or ``.csv`` (every answer, a row each).

    Raises:
        UnknownFormat: The ending names neither; nothing was written.
        ExportFailed: The file cannot be written.
    """
    # Imported here, for pandas and openpyxl take 0.7 s to load and a window that exports nothing must not wait.
    match path.suffix.lower():
        case ".xlsx":
            from exports.workbook import write_workbook

            write_workbook(
                path,
                facts,
                template,
                responses,
                units,
                language=language,
                issued=issued,
                ledger=ledger,
                records=records,
            )
        case ".csv":
            from exports.csv_files import write_answers_csv

            write_answers_csv(path, template, responses)
        case _:
            raise UnknownFormat(path, ENDINGS)
