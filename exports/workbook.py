"""Write the Excel workbook: tally once, fill the sheets in order, save whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports import record_words, words
from exports.data_layout import lay_out
from exports.facts import Report, SurveyFacts
from exports.files import replacing
from exports.long_table import LongTable
from exports.records import SurveyRecords
from exports.sheets.changes import fill_changes
from exports.sheets.codebook import fill_codebook
from exports.sheets.comments import fill_comments
from exports.sheets.criteria import fill_criteria
from exports.sheets.data import fill_data
from exports.sheets.factors import fill_factors
from exports.sheets.frequencies import fill_frequencies
from exports.sheets.invalid import fill_invalid
from exports.sheets.method import fill_method
from exports.sheets.overview import fill_overview
from exports.sheets.quality import fill_quality
from exports.sheets.unit_criteria import fill_unit_criteria, has_unit_criteria
from exports.sheets.units import fill_roll_ups, fill_units
from exports.tally import tally_survey
from exports.words import Speaker
from exports.workbook_file import save_workbook
from form_templates.model import FormTemplate, Language, Text
from omr.responses import Response
from omr.results import PageOutcome
from omr.units import Unit

Fill: TypeAlias = Callable[[Worksheet, Report], LongTable | None]
"""Fills a sheet; returns the rows that are too many for it."""


@dataclass(frozen=True, slots=True)
class _SheetPlan:
    """One sheet: its title, what fills it, and whether a report has it."""

    title: Text
    fill: Fill
    is_wanted: Callable[[Report], bool] = lambda _report: True


_SHEETS = (
    _SheetPlan(words.SHEET_OVERVIEW, fill_overview),
    _SheetPlan(words.SHEET_FACTORS, fill_factors),
    _SheetPlan(words.SHEET_CRITERIA, fill_criteria),
    _SheetPlan(words.SHEET_UNITS, fill_units),
    _SheetPlan(words.SHEET_ROLL_UPS, fill_roll_ups, lambda report: bool(report.tally.roll_ups)),
    _SheetPlan(words.SHEET_UNIT_CRITERIA, fill_unit_criteria, has_unit_criteria),
    _SheetPlan(words.SHEET_FREQUENCIES, fill_frequencies),
    _SheetPlan(record_words.SHEET_QUALITY, fill_quality),
    _SheetPlan(words.SHEET_INVALID, fill_invalid),
    _SheetPlan(record_words.SHEET_COMMENTS, fill_comments),
    _SheetPlan(words.SHEET_DATA, fill_data),
    _SheetPlan(words.SHEET_CODEBOOK, fill_codebook),
    _SheetPlan(record_words.SHEET_CHANGES, fill_changes, lambda report: report.records is not None),
    _SheetPlan(words.SHEET_METHOD, fill_method),
)
"""In the order of the workbook."""


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A workbook and the long tables that go into it when it is saved."""

    book: Workbook
    long_tables: tuple[LongTable, ...]


def write_workbook(  # noqa: PLR0913 - a workbook is made of many things, each named by the caller
    path: Path,
    facts: SurveyFacts,
    template: FormTemplate,
    responses: Sequence[Response],
    units: Sequence[Unit],
    *,
    language: Language = Language.VIETNAMESE,
    issued: Mapping[str, int] | None = None,
    ledger: Mapping[PageOutcome, int] | None = None,
    records: SurveyRecords | None = None,
) -> None:
    """Tally the answers and write the workbook; an earlier file at ``path`` is replaced only once the new one is whole.

    Args:
        path: Where to write.
        facts: The survey's name and settings.
        template: What was asked.
        responses: All respondents, valid or not.
        units: The unit list; units without responses are shown with 0.
        language: Of headings and notes; texts of the form follow where the template has them.
        issued: Forms handed out, by unit code; None leaves out issued forms and return rates.
        ledger: Delivered pages by outcome; None leaves out the block.
        records: What the survey keeps beside answers; None leaves out what is made of it.

    Raises:
        ExportFailed: The file cannot be written; it may be open in Excel.
    """
    say = Speaker(language)
    tally = tally_survey(template, responses, units, facts.index_rule, facts.validity)
    form_pages = max(len(template.pages), 1) if records else 0
    report = Report(
        facts=facts,
        tally=tally,
        data=lay_out(say(words.SHEET_DATA), tally, form_pages=form_pages),
        unit_names={unit.code: unit.name for unit in units},
        issued=issued,
        ledger=ledger,
        records=records,
        exported_at=facts.exported_at or datetime.now().astimezone(),
        say=say,
    )
    filled = build_workbook(report)
    with replacing(path) as part:
        save_workbook(filled.book, filled.long_tables, part)


def build_workbook(report: Report) -> FilledBook:
    """Fill all sheets that the report has."""
    book = Workbook()
    book.remove(book.worksheets[0])
    plans = [plan for plan in _SHEETS if plan.is_wanted(report)]
    sheets = [book.create_sheet(report.say(plan.title)) for plan in plans]  # first, for charts look at other sheets
    filled = [plan.fill(sheet, report) for plan, sheet in zip(plans, sheets, strict=True)]
    book.properties.title = report.facts.name
    book.properties.creator = "Phiếu"
    return FilledBook(book, tuple(table for table in filled if table is not None))
