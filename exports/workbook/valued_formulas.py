"""Formulas with the value that they yield on the day of the export.

openpyxl writes a formula or a value, never both; but a program that shows a workbook without recalculating (previewers,
pandas) needs the value. So the value travels behind the formula, parted from it by a sign that no formula has, until
``workbook_file`` puts each where it belongs in the file.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

FormulaValue: TypeAlias = str | int | float | None
"""What a formula yields; None stands for an empty text, as a formula cannot leave its cell empty."""

_PARTING = "\u241f"  # the picture of a unit separator: legal in XML, in no formula
_REFERENCE = re.compile(r"\[(\w+)(?:@(\d+))?(#)?\]")

LONGEST_FORMULA = 8192
"""Excel calls a file damaged that holds a longer one."""

LONGEST_LITERAL = 255
"""Likewise for a text inside a formula."""


@dataclass(frozen=True, slots=True)
class ValuedFormula:
    """A formula with its value.

    Attributes:
        formula: Without the equals sign. In a table ``[key]`` names the cell of that column in the same row,
            ``[key@3]`` the one in the table's row 3, counted from 0, ``[key#]`` the whole column; ``place`` fills in.
        value: What it yields.
        is_array: Whether it goes through ranges cell by cell, which Excel must be told.
    """

    formula: str
    value: FormulaValue
    is_array: bool = False

    def placed(self, letters: Mapping[str, str], row: int, rows: tuple[int, int]) -> "ValuedFormula":
        """Return the formula with real cells in the place of keys.

        Args:
            letters: Of the table's columns, by key.
            row: Of the formula, 1-based.
            rows: The table's first and last row.
        """

        def cell(found: re.Match[str]) -> str:
            letter = letters[found[1]]
            if found[3]:
                return f"${letter}${rows[0]}:${letter}${rows[1]}"
            return f"${letter}${rows[0] + int(found[2])}" if found[2] else f"${letter}{row}"

        return replace(self, formula=_REFERENCE.sub(cell, self.formula))


def carry(formula: ValuedFormula) -> str:
    """Return a formula with its value behind it in one text, as it is put into a cell of openpyxl."""
    return f"={formula.formula}{_PARTING}{json.dumps(formula.value)}"


def carries_value(text: str) -> bool:
    """Whether a text holds a formula and its value, as ``carry`` makes it."""
    return _PARTING in text


def unload(text: str) -> tuple[str, FormulaValue]:
    """Return the formula and the value of what ``carry`` made, as it stands in the file: without the equals sign."""
    formula, _, value = text.rpartition(_PARTING)
    return formula, json.loads(value)


def quoted(text: str) -> str:
    """Return ``text`` as a literal of a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
