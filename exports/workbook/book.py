"""Write the Excel workbook: tally once, fill the sheets in order, save whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.facts import Report, SurveyFacts
from exports.rounds.comparison import Comparison, compare_rounds
from exports.rounds.round import EarlierRounds, make_round
from exports.tally.survey_tally import SurveyTally, tally_survey
from exports.whole_files import replacing
from exports.wording import record_words
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from exports.workbook.long_table import LongTable
from exports.workbook.records import SurveyRecords
from exports.workbook.sheets.codebook import fill_codebook
from exports.workbook.sheets.comparison import (
    fill_comparison,
    fill_unit_comparison,
    needs_comparison,
    needs_unit_comparison,
)
from exports.workbook.sheets.criteria import fill_criteria
from exports.workbook.sheets.data import fill_data
from exports.workbook.sheets.demographics import fill_demographics, needs_demographics
from exports.workbook.sheets.factors import fill_factors
from exports.workbook.sheets.frequencies import fill_frequencies
from exports.workbook.sheets.method import fill_method
from exports.workbook.sheets.overview import fill_overview
from exports.workbook.sheets.records.changes import fill_changes
from exports.workbook.sheets.records.comments import fill_comments
from exports.workbook.sheets.records.invalid import fill_invalid
from exports.workbook.sheets.records.patterns import fill_patterns, fill_twins, needs_patterns, needs_twins
from exports.workbook.sheets.records.quality import fill_quality
from exports.workbook.sheets.reliability import fill_reliability, needs_reliability
from exports.workbook.sheets.units.roll_ups import fill_roll_ups, needs_roll_ups
from exports.workbook.sheets.units.unit_criteria import fill_unit_criteria, needs_unit_criteria
from exports.workbook.sheets.units.units import fill_units
from exports.workbook.workbook_file import save_workbook
from form_templates.model import FormTemplate, Language, Text
from omr.responses import Response
from omr.results import PageOutcome
from omr.units.unit_list import Unit

Fill: TypeAlias = Callable[[Worksheet, Report], LongTable | None]
"""Fills a sheet; returns the rows that are too many for it."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet: its title, what fills it, and whether the survey has anything to put there."""

    title: Text
    fill: Fill
    is_needed: Callable[[Report], bool] = lambda _: True


_SHEETS = (
    _Sheet(words.SHEET_OVERVIEW, fill_overview),
    _Sheet(words.SHEET_FACTORS, fill_factors),
    _Sheet(words.SHEET_CRITERIA, fill_criteria),
    _Sheet(words.SHEET_UNITS, fill_units),
    _Sheet(words.SHEET_ROLL_UPS, fill_roll_ups, needs_roll_ups),
    _Sheet(words.SHEET_UNIT_CRITERIA, fill_unit_criteria, needs_unit_criteria),
    _Sheet(words.SHEET_DEMOGRAPHICS, fill_demographics, needs_demographics),
    _Sheet(words.SHEET_COMPARISON, fill_comparison, needs_comparison),
    _Sheet(words.SHEET_UNIT_COMPARISON, fill_unit_comparison, needs_unit_comparison),
    _Sheet(words.SHEET_FREQUENCIES, fill_frequencies),
    _Sheet(words.SHEET_RELIABILITY, fill_reliability, needs_reliability),
    _Sheet(words.SHEET_PATTERNS, fill_patterns, needs_patterns),
    _Sheet(words.SHEET_TWINS, fill_twins, needs_twins),
    _Sheet(record_words.SHEET_QUALITY, fill_quality),
    _Sheet(words.SHEET_INVALID, fill_invalid),
    _Sheet(record_words.SHEET_COMMENTS, fill_comments),
    _Sheet(words.SHEET_DATA, fill_data),
    _Sheet(words.SHEET_CODEBOOK, fill_codebook),
    _Sheet(record_words.SHEET_CHANGES, fill_changes, lambda report: report.records is not None),
    _Sheet(words.SHEET_METHOD, fill_method),
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
    earlier: EarlierRounds | None = None,
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
        earlier: Rounds to compare with; None leaves out the sheets.

    Raises:
        ExportFailed: The file cannot be written; it may be open in Excel.
    """
    tally = tally_survey(template, responses, units, facts.index_rule, facts.validity, facts.weighting)
    report = Report(
        facts=facts,
        tally=tally,
        unit_names={unit.code: unit.name for unit in units},
        issued=issued,
        ledger=ledger,
        records=records,
        exported_at=facts.exported_at or datetime.now().astimezone(),
        say=Speaker(language),
        comparison=_compare(facts, tally, units, earlier),
        unread_rounds=earlier.unread if earlier else (),
    )
    filled = build_workbook(report)
    with replacing(path) as part:
        save_workbook(filled.book, filled.long_tables, part)


def build_workbook(report: Report) -> FilledBook:
    """Fill the sheets that the survey has anything for."""
    book = Workbook()
    book.remove(book.worksheets[0])
    wanted = [sheet for sheet in _SHEETS if sheet.is_needed(report)]
    sheets = [book.create_sheet(report.say(each.title)) for each in wanted]  # first, for charts look at other sheets
    filled = [each.fill(sheet, report) for each, sheet in zip(wanted, sheets, strict=True)]
    book.properties.title = report.facts.name
    book.properties.creator = "Phiếu"
    return FilledBook(book, tuple(table for table in filled if table is not None))


def _compare(
    facts: SurveyFacts, tally: SurveyTally, units: Sequence[Unit], earlier: EarlierRounds | None
) -> Comparison | None:
    if earlier is None or not earlier.rounds:
        return None
    this = make_round(facts.name, facts.round_name, tally.table, units)
    return compare_rounds(this, earlier.rounds, earlier.changes, facts.index_rule)
