"""Who answered: the columns that lead every table with one row per respondent, for programs that analyse them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from exports.tally.answer_table import AnswerTable
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from form_templates.model import Text
from omr.responses import Response
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class LeadColumn:
    """A column about the respondent rather than about an answer.

    Attributes:
        name: Its name in the table, ASCII.
        label: What people read above it.
        is_text: Whether it holds text; codes do, for a leading zero counts.
    """

    name: str
    label: Text
    is_text: bool = False


LEAD_COLUMNS = (
    LeadColumn("number", words.COL_RESPONSE_NUMBER),
    LeadColumn("batch", words.COL_BATCH),
    LeadColumn("sheet", words.COL_SHEET, is_text=True),
    LeadColumn("source", words.COL_SOURCE, is_text=True),
    LeadColumn("page", words.COL_PAGE, is_text=True),
    LeadColumn("unit_code", words.COL_UNIT_CODE, is_text=True),
    LeadColumn("unit_name", words.COL_UNIT, is_text=True),
    LeadColumn("unit_level", words.COL_LEVEL, is_text=True),
    LeadColumn("unit_parent", words.COL_PARENT, is_text=True),
    LeadColumn("valid", words.COL_VALID),
)
"""Enough to find the paper of a row again, and to pool units by level and by the unit above."""


def build_lead(table: AnswerTable, units: Sequence[Unit], say: Speaker) -> pd.DataFrame:
    """Return the lead columns, one row per respondent in the order of ``table``.

    A page is told as everywhere, 3 or, for the second form on it, 3.2; so it is a text, empty where it is not known. A
    unit that the list does not have is called so in the place of its name.
    """
    by_code = {unit.code: unit for unit in units}
    for code in {response.unit for response in table.responses} - {""} if units else ():
        by_code.setdefault(code, Unit(code, say(words.UNLISTED_UNIT)))
    rows = [_lead(response, by_code.get(response.unit, Unit(response.unit, ""))) for response in table.responses]
    lead = pd.DataFrame(rows, columns=[column.name for column in LEAD_COLUMNS[:-1]])
    lead["valid"] = table.is_valid.to_numpy(dtype=bool)
    return lead


def _lead(response: Response, unit: Unit) -> tuple[object, ...]:
    first = response.pages[0] if response.pages else None
    source, page = (first.source, first.place_in_file) if first else ("", "")
    place = (unit.code, unit.name, unit.level, unit.parent_code)
    return response.number, response.batch, response.sheet, source, page, *place
