"""Text as the clipboard brings it from a spreadsheet or a word processor -> rows of cells. Pure."""

import re
import unicodedata
from collections.abc import Iterable

Row = tuple[str, ...]
"""The cells of one row; a line of plain text is a row of one cell."""

MOST_CHARACTERS = 400_000
"""Of a list; a form of a hundred pages has less."""

MOST_ROWS = 10_000
"""Of a list, empty ones among them."""

_MOST_COLUMNS = 60
# Spreadsheets quote a cell that holds a line end, a tab or a quotation mark, and double its quotation marks.
_QUOTED = re.compile(r'"((?:[^"]|""){0,4000})"(?=[\t\n]|\Z)')
_LIST_SIGN = re.compile(
    r"(?:(?:Câu(?: hỏi)?|Question|Q)\s*)?\d+(?:\.\d+)*\s*[.):]|[a-zđ][.)]|[IVXLC]+[.)]"
    r"|[-–—•●▪■◦*·+§oü➢\uf0b7\uf0a7]",
    re.IGNORECASE,
)
_BOX = "☐□○◯◻❏❑❒⬜"
_SPACES = re.compile(r"[^\S\n]+")


def rows_of_text(text: str) -> list[Row]:
    """Return the rows of a pasted text; a sign of a list that a tab parts from its line is put before it again.

    Args:
        text: At most ``MOST_CHARACTERS`` are looked at.
    """
    text = text[:MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    rows: list[Row] = []
    cells: list[str] = []
    place = 0
    while place <= len(text) and len(rows) < MOST_ROWS:
        quoted = _QUOTED.match(text, place) if text[place : place + 1] == '"' else None
        if quoted is not None and _needs_quotes(quoted[1]):
            cell, place = quoted[1].replace('""', '"'), quoted.end()
        else:
            end = _end_of_cell(text, place)
            cell, place = text[place:end], end
        cells.append(cell)
        if text[place : place + 1] != "\t":
            rows.append(as_row(cells))
            cells = []
        place += 1
    return rows


def text_of_rows(rows: Iterable[Row]) -> str:
    """Return rows as a spreadsheet puts them on the clipboard: what ``rows_of_text`` makes the same rows of."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    if not any(sign in cell for sign in '\n\t"'):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def as_row(cells: list[str] | tuple[str, ...]) -> Row:
    """Return cells without what is not seen, as one row."""
    row = tuple(clean(cell) for cell in cells[:_MOST_COLUMNS])
    filled = [cell for cell in row if cell]
    if len(filled) == 2 and row[0] and _LIST_SIGN.fullmatch(row[0]) and not row[0].isdigit():
        return (" ".join(filled),)
    if len(filled) > 1 and all(cell[0] in _BOX and len(cell) > 1 for cell in filled):
        return (" ".join(filled),)  # options side by side
    return row


def clean(text: str) -> str:
    """Return a text in composed letters, without signs that nobody sees and with single blanks."""
    if not text or (text.isascii() and text.isprintable() and "  " not in text):
        return text.strip()  # most are, and this is told at once
    seen = "".join(letter for letter in unicodedata.normalize("NFC", text) if letter == "\n" or _is_seen(letter))
    lines = (_SPACES.sub(" ", line).strip() for line in seen.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_seen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn")


def _needs_quotes(text: str) -> bool:
    return any(sign in text for sign in ("\n", "\t", '""'))


def _end_of_cell(text: str, place: int) -> int:
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    tab = text.find("\t", place, line_end)
    return line_end if tab < 0 else tab
