"""Read lists that people keep in a spreadsheet: CSV with a heading line, comma or semicolon, with or without a BOM."""

import csv
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import UnreadableText, read_text, shortened

LONGEST_FIELD = 200
"""Characters of a field: names of offices, codes, numbers."""

_MOST_BYTES = 16 << 20
_MOST_ROWS = 20_000  # the country had 11,000 communes at its most


class UnreadableList(Exception):
    """A list that cannot be read at all; ``fact`` says why. Each list's own error is made of it."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self.fact = fact


def read_list(path: Path, required: Collection[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a list with their 1-based lines; empty lines are left out, texts are trimmed and in NFC.

    Args:
        path: CSV, UTF-8.
        required: Columns it must have.

    Raises:
        UnreadableList: The file cannot be opened, is no UTF-8 text, lacks a column, or is beyond the limits of a list.
    """
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableText as error:
        raise UnreadableList(at_line(error.line, error.fact)) from error
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.DictReader(StringIO(text), delimiter=delimiter)
    try:
        missing = set(required) - {(name or "").strip() for name in reader.fieldnames or ()}
        if missing:
            raise UnreadableList(at_line(1, Fact("no column {names}", names=", ".join(sorted(missing)))))
        return list(_rows(reader))
    except csv.Error as error:  # a field that never ends, for a quotation mark is missing
        fact = Fact("is no line of a CSV list; look for a quotation mark that is not closed")
        raise UnreadableList(at_line(reader.line_num, fact)) from error


def at_line(line: int, fact: str) -> Fact:
    """Return what is wrong with its 1-based line; 0 is the whole file."""
    return Fact("line {line}: {fact}", line=line, fact=fact) if line else Fact("{fact}", fact=fact)


def read_date(text: str) -> date | None:
    """Return a day written like 2020-12-31; None for no text.

    Raises:
        ValueError: It is written otherwise; 1/7/2025 is another day in another country, so nothing is guessed.
    """
    return date.fromisoformat(text) if text else None


def _rows(reader: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, str]]]:
    count = 0
    for row in reader:
        if not any(row.values()):
            continue
        count += 1
        if count > _MOST_ROWS:
            fact = Fact("the list has more than {limit} lines", limit=_MOST_ROWS)
            raise UnreadableList(at_line(reader.line_num, fact))
        yield reader.line_num, _read_row(row, reader.line_num)


def _read_row(row: Mapping[str, object], line: int) -> dict[str, str]:
    fields = {(key or "").strip(): _clean(value) for key, value in row.items() if isinstance(value, str)}
    for key, value in fields.items():
        if len(value) > LONGEST_FIELD:
            fact = Fact(
                "{column} has {count} characters, at most {limit} are allowed",
                column=shortened(key),
                count=len(value),
                limit=LONGEST_FIELD,
            )
            raise UnreadableList(at_line(line, fact))
    return fields


def _clean(value: str) -> str:
    return unicodedata.normalize("NFC", " ".join(value.split()))
