"""Export a survey: the file's ending decides what is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exports.errors import UnknownFormat
from form_templates.model import FormTemplate, Language
from omr.responses import Response
from omr.results import PageOutcome
from omr.units.unit_list import Unit

if TYPE_CHECKING:
    from exports.facts import SurveyFacts
    from exports.rounds.round import EarlierRounds
    from exports.workbook.records import SurveyRecords

ENDINGS = (".xlsx", ".csv", ".pdf", ".sav", ".parquet")


def export(  # noqa: PLR0913 - the kinds of file need different parts of a survey
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
    earlier: "EarlierRounds | None" = None,
    report_on: Sequence[str] = (),
) -> None:
    """Write what the ending names.

    ``.xlsx`` is the workbook (see ``write_workbook`` for the arguments), ``.csv`` every answer, a row each; ``.pdf`` is
    the printed report about the units with the codes ``report_on``, or about the whole round; ``.sav`` (SPSS) and
    ``.parquet`` have one row per respondent, for programs that analyse.

    Raises:
        UnknownFormat: The ending names none of them; nothing was written.
        UnknownUnit: There is no unit of a code in ``report_on``; nothing was written.
        ExportFailed: The file cannot be written.
        PackageMissing: A library that writes this kind of file is not installed.
    """
    # Imported here, for pandas and openpyxl take 0.7 s to load and a window that exports nothing must not wait.
    match path.suffix.lower():
        case ".xlsx":
            from exports.workbook.book import write_workbook

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
                earlier=earlier,
            )
        case ".csv":
            from exports.data_files.csv_files import write_answers_csv

            write_answers_csv(path, template, responses)
        case ".pdf":
            from exports.report.figures import open_basis
            from exports.report.report_files import write_report

            basis = open_basis(facts, template, responses, units, language=language, issued=issued)
            write_report(path, basis, report_on)
        case ".sav":
            from exports.data_files.sav_file import write_sav

            write_sav(path, facts, template, responses, units, language=language)
        case ".parquet":
            from exports.data_files.parquet_file import write_parquet

            write_parquet(path, facts, template, responses, units, language=language)
        case _:
            raise UnknownFormat(path, ENDINGS)
