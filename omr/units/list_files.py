"""Read lists that people keep in a spreadsheet: CSV with a heading line, comma or semicolon, with or without a BOM."""

import csv
import unicodedata
from collections.abc import Collection
from datetime import date
from pathlib import Path


class UnreadableList(Exception):
    """A list that cannot be read at all; ``fact`` says why. Each list's own error is made of it."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


def read_list(path: Path, required: Collection[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a list with their 1-based lines; empty lines are left out, texts are trimmed and in NFC.

    Args:
        path: CSV, UTF-8.
        required: Columns it must have.

    Raises:
        UnreadableList: The file cannot be opened, is no UTF-8 text or lacks a column.
    """
    text = _read_text(path)
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    missing = set(required) - {(name or "").strip() for name in reader.fieldnames or ()}
    if missing:
        raise UnreadableList(f"line 1: no column {' and '.join(sorted(missing))}")
    return [
        (reader.line_num, {(key or "").strip(): _clean(value) for key, value in row.items() if isinstance(value, str)})
        for row in reader
        if any(row.values())
    ]


def read_date(text: str) -> date | None:
    """Return a day written like 2020-12-31; None for no text.

    Raises:
        ValueError: It is written otherwise; 1/7/2025 is another day in another country, so nothing is guessed.
    """
    return date.fromisoformat(text) if text else None


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableList(f"it cannot be opened ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UnreadableList("it is not UTF-8 text; save it as 'CSV UTF-8'") from error


def _clean(value: str) -> str:
    return unicodedata.normalize("NFC", value.strip())
