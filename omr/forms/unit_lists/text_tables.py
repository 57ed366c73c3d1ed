"""A text with a list of units -> its table: comma, semicolon or tab, Unicode or not."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import UnreadableText, plain_text, read_bytes
from omr.forms.unit_lists.headings import find_heading
from omr.forms.unit_lists.legacy_letters import decode_western
from omr.forms.unit_lists.tables import MOST_COLUMNS, MOST_ROWS, ListRow, ListTable, clean
from omr.units.list_files import UnreadableList, at_line

_MOST_BYTES = 16 << 20
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 4000  # characters of a text, by which it is told what parts its cells
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text_table(path: Path) -> tuple[ListTable, bool]:
    """Return the table of a text, and whether its letters are yet to be told, for its bytes are no Unicode.

    Raises:
        UnreadableList: It cannot be opened, or is no text.
    """
    try:
        text, is_old = _decode(read_bytes(path, _MOST_BYTES))
        text = plain_text(text)
    except UnreadableText as error:
        raise UnreadableList(at_line(error.line, error.fact)) from error
    first_line, _, rest = text.partition("\n")
    if first_line.strip(' "').lower().startswith("sep=") and len(first_line.strip(' "')) < 6:
        return _table(rest, first_line.strip(' "')[4:] or "\t", first_number=2), is_old
    begin = text[:_LOOKED_AT]
    likely = sorted((sign for sign in _DELIMITERS if sign in begin), key=begin.count, reverse=True)
    return _likeliest([_try_table(text, sign) for sign in likely or _DELIMITERS[:1]]), is_old


def _likeliest(tries: Sequence[ListTable | UnreadableList]) -> ListTable:
    """Return the first table that has a heading, else what the likeliest delimiter makes of the text."""
    for found in tries:
        if isinstance(found, ListTable) and find_heading(found) is not None:
            return found
    if isinstance(tries[0], UnreadableList):
        raise tries[0]
    return tries[0]


def _try_table(text: str, delimiter: str) -> ListTable | UnreadableList:
    try:
        return _table(text, delimiter)
    except UnreadableList as error:
        return error


def _decode(content: bytes) -> tuple[str, bool]:
    try:
        if content.startswith(_UTF_16):
            return content.decode("utf-16"), False
        if order := _order_of_utf_16(content):
            return content.decode(order), False
    except UnicodeDecodeError as error:
        raise UnreadableText(Fact("its UTF-16 text is damaged: save it again as CSV UTF-8")) from error
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        if _is_partly_utf_8(content):
            line = content[: error.start].count(b"\n") + 1
            raise UnreadableText(Fact("is not UTF-8 text: save it as UTF-8"), line) from error
        return decode_western(content), True


def _is_partly_utf_8(content: bytes) -> bool:
    """Whether other lines are UTF-8 and more than English, so that the text was put together of two kinds."""
    for line in content.split(b"\n"):
        try:
            if not line.isascii() and line.decode("utf-8-sig"):
                return True
        except UnicodeDecodeError:
            continue
    return False


def _order_of_utf_16(content: bytes) -> str:
    """Return how UTF-16 without a mark at its beginning is to be decoded; empty if it is none.

    Digits, commas and most letters of a list are zero in one half of their two bytes, and in that one only.
    """
    begin = content[: 2 * _LOOKED_AT]
    high, low = begin[::2].count(0), begin[1::2].count(0)
    if len(content) % 2 or max(high, low) * 8 < len(begin) or min(high, low):
        return ""
    return "utf-16-be" if high else "utf-16-le"


def _table(text: str, delimiter: str, first_number: int = 1) -> ListTable:
    rows: list[ListRow] = []
    for row in _rows(text, delimiter, first_number):
        if any(row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            return ListTable(tuple(rows), is_cut_off=True)
    return ListTable(tuple(rows))


def _rows(text: str, delimiter: str, first_number: int) -> Iterator[ListRow]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first_number
    try:
        for cells in reader:
            yield ListRow(number, tuple(clean(cell) for cell in cells[:MOST_COLUMNS]))
            number = reader.line_num + first_number
    except csv.Error as error:  # a field that never ends, for a quotation mark is missing
        fact = Fact("is no line of a CSV list; look for a quotation mark that is not closed")
        raise UnreadableList(at_line(number, fact)) from error
