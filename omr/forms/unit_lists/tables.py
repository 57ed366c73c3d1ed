"""What a file holds before it is known to be a list of units: rows of cells, each with its place. Pure."""

import unicodedata
from dataclasses import dataclass

from form_templates.facts import Fact

MOST_ROWS = 20_000
"""Of a list; the country had 11,000 communes at its most."""

MOST_COLUMNS = 100
"""Of a list; what stands beyond is no part of it."""

_LONGEST_CELL = 400  # characters that are looked at: titles and notes beside a list may be longer
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))  # what web pages put between letters


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row.

    Attributes:
        number: 1-based row of the sheet, or line of the text, that it begins on.
        cells: What stands in it, trimmed; decimal places and errors as the spreadsheet shows them.
        is_hidden: Whether the spreadsheet does not show it.
        uncalculated: Places of its cells that hold a formula without a result.
    """

    number: int
    cells: tuple[str, ...]
    is_hidden: bool = False
    uncalculated: frozenset[int] = frozenset()

    def cell(self, place: int | None) -> str:
        """Return what stands in a place; nothing where the row is shorter, or the list has no such column."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class ListTable:
    """A sheet of a workbook, or a text.

    Attributes:
        rows: Those with anything in them.
        sheet: Its name; empty for a text.
        is_hidden: Whether the spreadsheet does not show the sheet.
        is_cut_off: Whether it has more rows than a list may have.
    """

    rows: tuple[ListRow, ...]
    sheet: str = ""
    is_hidden: bool = False
    is_cut_off: bool = False

    def at(self, number: int, fact: str) -> Fact:
        """Return what is wrong with one of its rows."""
        if not self.sheet:
            return Fact("line {line}: {fact}", line=number, fact=fact)
        return Fact("row {row} of the sheet “{sheet}”: {fact}", sheet=self.sheet, row=number, fact=fact)


def clean(cell: str) -> str:
    """Return a cell on one line, in composed letters, without what cannot be seen and what keeps Excel from counting.

    Spreadsheets and the programs that write for them keep a leading zero by ``="09163"`` or ``'09163``.
    """
    text = unicodedata.normalize("NFC", " ".join(cell[:_LONGEST_CELL].translate(_UNSEEN).split()))
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        return text[2:-1].strip()
    return text[1:] if text[:1] in "'’" and text[1:].isdigit() else text
