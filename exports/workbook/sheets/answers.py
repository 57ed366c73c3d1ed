"""The answers to the criteria, one to a row: what a pivot table is made of.

Every row is an answer that counts, so the mean of the column of satisfied answers, weighted by the column of weights,
is the index of rule A, for any selection of rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite

import numpy as np
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_table import chosen_values
from exports.tally.roll_ups import weight_of
from exports.tally.survey_tally import SurveyTally
from exports.wording import data_words
from exports.wording import workbook_words as words
from exports.wording.naming import item_name, level_name, unit_name
from exports.workbook import styles
from exports.workbook.cells import clean_text, is_risky, put
from exports.workbook.long_table import CellLook, Style, style_of
from exports.workbook.parts.shared_texts import SharedTexts
from exports.workbook.parts.table_objects import ANSWERS_TABLE, make_table, unique_titles
from exports.workbook.printing import leave_out_of_print, make_printable
from exports.workbook.tables import (
    TableColumn,
    TablePlace,
    make_browsable,
    set_widths,
    text_column,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item, Section
from omr.survey.counting_rules import IndexRule

MOST_ROWS = 1_048_575
"""An Excel sheet has no more below its headings."""


def needs_answers(content: WorkbookContent) -> bool:
    """Whether anything is rated that an index can be made of."""
    return bool(_rated(content.tally))


def fill_answers(sheet: Worksheet, content: WorkbookContent) -> "AnswerRows | None":
    """Set the sheet up and return its rows; where they are too many for Excel, say so instead of cutting them."""
    rated = _rated(content.tally)
    count = int(content.tally.ratings.is_answered[:, [column for column, _ in rated]].sum())
    if count > MOST_ROWS:
        put(sheet, 1, 1, content.say(data_words.TOO_MANY_ANSWERS, count=f"{count:,}", most=f"{MOST_ROWS:,}"))
        make_printable(sheet, content)
        return None
    columns = _columns(content)
    write_table(sheet, columns, (), top=1)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, TablePlace(1, 2, count + 1, 1, len(columns)), has_filter=not count)
    make_printable(sheet, content)
    leave_out_of_print(sheet)
    make_table(sheet, ANSWERS_TABLE, [column.title for column in columns], count)
    return AnswerRows(sheet, content, rated, len(columns), count)


def _rated(tally: SurveyTally) -> list[tuple[int, Section | None]]:
    """Return the columns of the rated items that make the index, each with its factor."""
    ratings = tally.ratings
    found: list[tuple[int, Section | None]] = [
        (column, section) for section in ratings.sections for column in ratings.columns_of(section)
    ]
    if tally.rule is IndexRule.OVERALL_ITEM and ratings.overall_column is not None:
        found += [] if ratings.overall_column in dict(found) else [(ratings.overall_column, None)]
    return found


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    columns = [
        TableColumn(say(words.COL_RESPONSE_NUMBER), 12, styles.GENERAL),
        text_column(say(words.COL_UNIT_CODE), 12),
        text_column(say(words.COL_UNIT), 28),
        text_column(say(words.COL_LEVEL), 12),
        text_column(say(words.COL_FACTOR), 36),
        text_column(say(words.COL_ITEM), 10),
        text_column(say(words.COL_CRITERION), 60),
        TableColumn(say(data_words.COL_VALUE_GIVEN), 12, styles.GENERAL),
        TableColumn(say(data_words.COL_IS_SATISFIED), 12, styles.GENERAL),
        TableColumn(say(data_words.COL_WEIGHT), 12, styles.GENERAL),
        text_column(say(words.ROUND), 10),
    ]
    titles = unique_titles([column.title for column in columns])
    return [replace(column, title=title) for column, title in zip(columns, titles, strict=True)]


@dataclass(frozen=True, eq=False)
class AnswerRows:
    """The answers, to be streamed into their sheet: rows put together of pieces that are made once.

    Attributes:
        sheet: Set up already.
        content: What the workbook tells.
        rated: The columns of the rated items, each with its factor.
        columns: How many columns the sheet has.
        count: How many rows there are.
        texts: Shared by the rows; filled while they are written.
    """

    sheet: Worksheet
    content: WorkbookContent
    rated: Sequence[tuple[int, Section | None]]
    columns: int
    count: int
    texts: SharedTexts = field(default_factory=SharedTexts)

    @property
    def area(self) -> str:
        """The cells from the headings' row on."""
        return f"A1:{get_column_letter(self.columns)}{self.count + 1}"

    def register_styles(self) -> list[Style]:
        """Return the numbers of the looks of texts and of numbers; to be called before the workbook is saved."""
        return [style_of(self.sheet, CellLook(styles.TEXT)), style_of(self.sheet, CellLook())]

    def to_xml(self, looks: Sequence[Style]) -> Iterator[str]:
        """Yield the rows as XML, those of a respondent at a time; cells come in order, so they need not say where."""
        pieces = _Pieces(self.content, self.texts, *looks)
        ratings = self.content.tally.ratings
        columns = [column for column, _ in self.rated]
        items = [pieces.of_item(ratings.items[column], section) for column, section in self.rated]
        values = [pieces.of_values(column) for column in columns]
        is_answered, is_satisfied = ratings.is_answered[:, columns], ratings.is_satisfied[:, columns].astype(int)
        ends, number = [pieces.of_number(0), pieces.of_number(1)], 1
        for position in ratings.rows.tolist():
            start, last, satisfied, rows = *pieces.of_response(position), is_satisfied[position].tolist(), []
            for at in np.flatnonzero(is_answered[position]).tolist():
                number += 1
                given = f"{items[at]}{values[at][position]}{ends[satisfied[at]]}"
                rows.append(f'<row r="{number}">{start}{given}{last}</row>')
            yield "".join(rows)


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Makes the cells of a row as XML, in the looks of texts and of numbers."""

    content: WorkbookContent
    texts: SharedTexts
    of_texts: Style
    of_numbers: Style

    def of_text(self, text: str) -> str:
        style = self.of_texts.risky if is_risky(clean_text(text)) else self.of_texts.plain
        return f'<c s="{style}" t="s"><v>{self.texts.number(text)}</v></c>'

    def of_number(self, value: float) -> str:
        return f'<c s="{self.of_numbers.plain}"><v>{value!r}</v></c>'

    def of_item(self, item: Item, section: Section | None) -> str:
        say = self.content.say
        factor = say(section.title) if section else say(words.COL_INDEX)
        return "".join(map(self.of_text, (factor, item.item_id, item_name(say, item))))

    def of_response(self, position: int) -> tuple[str, str]:
        """Return the first cells and the last ones of a respondent's rows."""
        response = self.content.tally.table.responses[position]
        unit, end = self._by_unit[response.unit]
        return self.of_number(response.number) + unit, end

    def of_values(self, column: int) -> list[str]:
        """Return the cells with the answers of all respondents to an item: numbers if all levels of all items are."""
        tally = self.content.tally
        if self._are_numbers:
            levels = tally.ratings.levels[:, column].tolist()
            cells = {level: self.of_number(as_whole(level)) for level in set(levels) if isfinite(level)}
            return [cells.get(level, "") for level in levels]
        chosen = chosen_values(tally.table, [tally.ratings.items[column].item_id])[0]
        return [self.of_text(value) for value in chosen]

    @cached_property
    def _are_numbers(self) -> bool:
        ratings = self.content.tally.ratings
        return bool(np.isfinite(ratings.levels[ratings.is_answered]).all())

    @cached_property
    def _by_unit(self) -> dict[str, tuple[str, str]]:
        """The cells about a unit before an answer and behind it, by the unit's code."""
        say, tally = self.content.say, self.content.tally
        last, cells = self.of_text(self.content.facts.round_name), {}
        for each in tally.units:
            names = each.unit.code, unit_name(say, each.unit), level_name(say, each.unit.level)
            weight = self.of_number(weight_of(each) if tally.weighted else 1)
            cells[each.unit.code] = "".join(map(self.of_text, names)), weight + last
        return cells


def as_whole(level: float) -> float:
    """Return a level as it is written: a whole one without decimals."""
    return int(level) if level.is_integer() else level
