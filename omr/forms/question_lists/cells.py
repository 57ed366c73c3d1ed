"""Text as the clipboard brings it from a spreadsheet or a word processor -> rows of cells. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

Row = tuple[str, ...]
"""The cells of one row; a line of plain text is a row of one cell."""

MOST_CHARACTERS = 400_000
"""Of a list; a form of a hundred pages has less."""

MOST_ROWS = 10_000
"""Of a list, empty ones among them."""

MOST_COLUMNS = 200
"""Of a table; what stands beyond belongs to no list of questions."""

# Spreadsheets quote a cell that holds a line end, a tab or a quotation mark, and double its quotation marks.
_QUOTED = re.compile(r'"((?:[^"]|""){0,4000})"(?=[\t\n]|\Z)')
_LIST_SIGN = re.compile(
    r"(?:(?:Câu(?: hỏi)?|Question|Q)\s*)?\d+(?:\.\d+)*\s*[.):]|[a-zđ][.)]|[IVXLC]+[.)]"
    r"|[-–—•●▪■◦*·+§oü➢\uf0b7\uf0a7]",
    re.IGNORECASE,
)
_BOX = "☐□○◯◻❏❑❒⬜☑☒"
_RINGED = re.compile(r"([①-⑳])\s*|(\d)\ufe0f?\u20e3\s*")  # ①, and a digit on a key
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_RULED = re.compile(r"\|(.+)\|")
_DASHES = re.compile(r"[-:\s|]+")
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x2212: "-"}  # as Word writes one at which no line ends
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
            rows += _as_rows(cells)
            cells = []
        place += 1
    return rows


def _as_rows(cells: list[str]) -> list[Row]:
    """Return the row of some cells; a line as plain texts rule a table with is cut, and its rule of dashes is none."""
    ruled = _RULED.fullmatch(cells[0].strip()) if len(cells) == 1 else None
    if ruled is None or "|" not in ruled[1]:
        return [as_row(cells)]
    return [] if _DASHES.fullmatch(ruled[1]) else [as_row(ruled[1].split("|"))]


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
    row = tuple(_unsigned(clean(cell)) for cell in cells[:MOST_COLUMNS])
    filled = [cell for cell in row if cell]
    if len(filled) == 2 and row[0] and _LIST_SIGN.fullmatch(row[0]) and not row[0].isdigit():
        return (" ".join(filled),)
    if len(filled) > 1 and all(cell[0] in _BOX and len(cell) > 1 for cell in filled):
        return (" ".join(filled),)  # options side by side
    if len(filled) > 1 and len(lettered_parts(" ".join(filled))[1]) == len(filled):
        return (" ".join(filled),)  # likewise
    return row


def lettered_parts(text: str) -> tuple[int, tuple[str, ...]]:
    """Return where a run such as "A. Yes B. No" begins in a line, and its parts with their letters, if it has one."""
    signs = list(islice(_LETTER.finditer(text), _MOST_LETTERS))
    for first in (sign for sign in signs if sign[1] in "Aa"):
        run = [first]
        for sign in signs:
            if sign.start() > run[-1].start() and sign[1] in _AFTER.get(run[-1][1], ""):
                run.append(sign)
        if len(run) > 1:
            ends = [*(sign.start() for sign in run[1:]), len(text)]
            return first.start(), tuple(text[sign.start() : end].strip() for sign, end in zip(run, ends, strict=True))
    return len(text), ()


_LETTER = re.compile(r"(?:(?<=\s)|^)\(?([A-HĐa-hđ])[.)]\s*(?=\S)")
_MOST_LETTERS = 100  # that are looked at; a run has eight
_AFTER = {"A": "B", "B": "C", "C": "DĐ", "D": "EĐ", "Đ": "E", "E": "FG", "F": "G", "G": "H"}
_AFTER |= {sign.lower(): after.lower() for sign, after in _AFTER.items()}


def _unsigned(cell: str) -> str:
    """Return a cell without the signs of plain texts for headings and bold letters, and with plain numbers."""
    if not cell or (cell[0].isalpha() and "**" not in cell):
        return cell
    cell = _HASHES.sub("", cell.replace("**", ""), count=1) if cell[0] in "#*" or "**" in cell else cell
    found = _RINGED.match(cell)
    if found is None:
        return cell
    number = int(found[2]) if found[2] else ord(found[1]) - ord("①") + 1
    return f"{number}. {cell[found.end() :]}"


def clean(text: str) -> str:
    """Return a text in composed letters, without signs that nobody sees and with single blanks."""
    if not text or (text.isascii() and text.isprintable() and "  " not in text):
        return text.strip()  # most are, and this is told at once
    plain = unicodedata.normalize("NFC", text).translate(_HYPHENS)
    seen = "".join(letter for letter in plain if letter == "\n" or _is_seen(letter))
    lines = (_SPACES.sub(" ", line).strip() for line in seen.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_seen(letter: str) -> bool:
    is_variant = "\ufe00" <= letter <= "\ufe0f"  # says only how the sign before it is drawn
    return letter.isspace() or (not is_variant and unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn"))


def _needs_quotes(text: str) -> bool:
    return any(sign in text for sign in ("\n", "\t", '""'))


def _end_of_cell(text: str, place: int) -> int:
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    tab = text.find("\t", place, line_end)
    return line_end if tab < 0 else tab
