"""Write the Excel workbook: count once, fill the sheets in order, save the whole file or none."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.errors import cannot_export
from exports.gathered.gathered_survey import GatheredSurvey
from exports.wording import data_words, priority_words, record_words
from exports.wording import workbook_words as words
from exports.workbook.long_table import RowSource
from exports.workbook.sheets.answers import fill_answers, needs_answers
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
from exports.workbook.sheets.drivers import fill_drivers, needs_drivers
from exports.workbook.sheets.factors import fill_factors
from exports.workbook.sheets.frequencies import fill_frequencies
from exports.workbook.sheets.method import fill_method
from exports.workbook.sheets.overview import fill_overview
from exports.workbook.sheets.records.changes import fill_changes
from exports.workbook.sheets.records.comments import fill_comments
from exports.workbook.sheets.records.invalid import fill_invalid
from exports.workbook.sheets.records.patterns import fill_patterns, fill_twins, needs_patterns, needs_twins
from exports.workbook.sheets.records.quality import fill_quality
from exports.workbook.sheets.records.stacks import fill_stacks, needs_stacks
from exports.workbook.sheets.reliability import fill_reliability, needs_reliability
from exports.workbook.sheets.units.roll_ups import fill_roll_ups, needs_roll_ups
from exports.workbook.sheets.units.unit_criteria import fill_unit_criteria, needs_unit_criteria
from exports.workbook.sheets.units.units import fill_units
from exports.workbook.sheets.wishes import fill_wishes, needs_wishes
from exports.workbook.workbook_content import WorkbookContent, make_content
from exports.workbook.workbook_file import save_workbook
from form_templates.model import Language, Text
from omr.whole_files import replacing

Fill: TypeAlias = Callable[[Worksheet, WorkbookContent], RowSource | None]
"""Fills a sheet; returns the rows that are too many for it."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet: its title, what fills it, and whether the survey has anything to put there."""

    title: Text
    fill: Fill
    is_needed: Callable[[WorkbookContent], bool] = lambda _: True


_SHEETS = (
    _Sheet(words.SHEET_OVERVIEW, fill_overview),
    _Sheet(words.SHEET_FACTORS, fill_factors),
    _Sheet(words.SHEET_CRITERIA, fill_criteria),
    _Sheet(priority_words.SHEET_DRIVERS, fill_drivers, needs_drivers),
    _Sheet(priority_words.SHEET_WISHES, fill_wishes, needs_wishes),
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
    _Sheet(record_words.SHEET_STACKS, fill_stacks, needs_stacks),
    _Sheet(record_words.SHEET_COMMENTS, fill_comments),
    _Sheet(words.SHEET_DATA, fill_data),
    _Sheet(data_words.SHEET_ANSWERS, fill_answers, needs_answers),
    _Sheet(words.SHEET_CODEBOOK, fill_codebook),
    _Sheet(record_words.SHEET_CHANGES, fill_changes, lambda content: content.records is not None),
    _Sheet(words.SHEET_METHOD, fill_method),
)
"""In the order of the workbook."""


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A workbook and the long tables that go into it when it is saved."""

    book: Workbook
    long_tables: tuple[RowSource, ...]


def write_workbook(path: Path, gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> None:
    """Count the survey and write its workbook; an earlier file at ``path`` is replaced only once the new one is whole.

    Args:
        path: Where to write.
        gathered: What the workbook tells; sheets about what is not known are left out.
        language: Of headings and notes; texts of the form follow where the template has them.

    Raises:
        ExportFailed: The file cannot be written; it may be open in Excel.
    """
    filled = build_workbook(make_content(gathered, language))
    with replacing(path, cannot_export) as part:
        save_workbook(filled.book, filled.long_tables, part)


def build_workbook(content: WorkbookContent) -> FilledBook:
    """Fill the sheets that the survey has anything for."""
    book = Workbook()
    book.remove(book.worksheets[0])
    wanted = [sheet for sheet in _SHEETS if sheet.is_needed(content)]
    sheets = [book.create_sheet(content.say(each.title)) for each in wanted]  # first, for charts look at other sheets
    filled = [each.fill(sheet, content) for each, sheet in zip(wanted, sheets, strict=True)]
    book.properties.title = content.facts.name
    book.properties.creator = "Phiếu"
    return FilledBook(book, tuple(table for table in filled if table is not None))
