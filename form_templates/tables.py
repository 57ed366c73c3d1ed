"""Typed values out of the tables of a TOML or JSON file; what is missing, mistyped or misspelt becomes a finding."""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from form_templates.errors import FindingList
from form_templates.model import Text

_Choice = TypeVar("_Choice", bound=StrEnum)
_EMPTY = Text("")
_BEYOND_MEASURE = 1e9


class TableReader:
    """Reads one table. Every key that is asked for counts as known; ``report_unknown_keys`` names the others."""

    def __init__(self, table: Mapping[str, object], place: str, findings: FindingList) -> None:
        self.place = place
        self._table = table
        self._findings = findings
        self._known: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the table holds ``key``."""
        self._known.add(key)
        return key in self._table

    def string(self, key: str, *, required: bool = False, may_be_empty: bool = False) -> str:
        """Return a string, or an empty one; a required one must not be empty unless that is said."""
        value = self._value(key, str, "a text in quotes", required=required)
        if required and value == "" and not may_be_empty:
            self.report(key, "must not be empty")
        return value if isinstance(value, str) else ""

    def integer(self, key: str, default: int | None = None, *, at_least: int = 1, required: bool = False) -> int | None:
        """Return a whole number of ``at_least``; ``default`` if it is missing or wrong."""
        value = self._value(key, int, "a whole number", required=required)
        if not isinstance(value, int):
            return default
        if value < at_least:
            self.report(key, f"must be {at_least} or more, not {value}")
            return default
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number, required unless there is a default; NaN, which no file may hold, where it is wrong."""
        value = self._value(key, (int, float), "a number", required=default is None)
        if not isinstance(value, int | float):
            return default if default is not None and key not in self._table else math.nan
        if not abs(value) < _BEYOND_MEASURE:  # JSON as Python reads it may hold NaN, Infinity and 1e999
            self.report(key, "must be a number of ordinary size")
            return math.nan
        return float(value)

    def flag(self, key: str) -> bool:
        """Return true or false; false if missing."""
        return self._value(key, bool, "true or false") is True

    def choice(self, key: str, default: _Choice, *, required: bool = False) -> _Choice:
        """Return a member of the kind of ``default``."""
        value = self._value(key, str, "a text in quotes", required=required)
        members = type(default)
        if value is None:
            return default
        try:
            return members(str(value))
        except ValueError:
            self.report(
                key, f'"{value}" is not known{_suggestion(str(value), list(members))}; wanted: {_listed(members)}'
            )
            return default

    def strings(self, key: str) -> tuple[str, ...]:
        """Return an array of strings, or an empty one."""
        values = self._value(key, list, "an array of texts")
        if not isinstance(values, list):
            return ()
        if not all(isinstance(value, str) for value in values):
            self.report(key, "must hold texts in quotes only")
        return tuple(value for value in values if isinstance(value, str))

    def text(self, key: str, *, required: bool = False) -> Text:
        """Return a text in both languages, or an empty one."""
        value = self._value(key, dict, 'a text like { vi = "...", en = "..." }', required=required)
        if not isinstance(value, dict):
            return _EMPTY
        reader = TableReader(value, self._path(key), self._findings)
        text = Text(reader.string("vi", required=True), reader.string("en"))
        reader.report_unknown_keys()
        return text

    def label(self, key: str) -> Text:
        """Return a text that may be given in one language, ``"..."``, or in either or both; empty if it is missing."""
        value = self._value(key, (str, dict), 'a text, or one like { "vi": "...", "en": "..." }')
        if isinstance(value, str):
            return Text(_one_line(value))
        if not isinstance(value, dict):
            return _EMPTY
        reader = TableReader(value, self._path(key), self._findings)
        vi, en = _one_line(reader.string("vi")), _one_line(reader.string("en"))
        return Text(vi or en, en)

    def table(self, key: str) -> "TableReader | None":
        """Return a reader of an inner table, or None if there is none."""
        value = self._value(key, dict, "a table")
        return TableReader(value, self._path(key), self._findings) if isinstance(value, dict) else None

    def tables(self, key: str, *, required: bool = False) -> Iterator["TableReader"]:
        """Yield a reader for each table of an array."""
        values = self._value(key, list, "an array of tables", required=required)
        for position, value in enumerate(values if isinstance(values, list) else (), start=1):
            place = f"{self._path(key)}[{position}]"
            if isinstance(value, dict):
                yield TableReader(value, place, self._findings)
            else:
                self._findings.add(place, "must be a table")

    def report(self, key: str, message: str) -> None:
        """Note a mistake at ``key``."""
        self._findings.add(self._path(key), message)

    def report_unknown_keys(self) -> None:
        """Note every key that nobody asked for; call it last."""
        for key in self._table:
            if key not in self._known:
                self.report(key, f'unknown key "{key}"{_suggestion(key, sorted(self._known))}')

    def _value(self, key: str, kind: type | tuple[type, ...], wanted: str, *, required: bool = False) -> object:
        """Return the value if it has the wanted kind; None, with a finding where one is due, if not."""
        self._known.add(key)
        value = self._table.get(key)
        if value is None:
            if required:
                self._findings.add(self.place, f'"{key}" is missing: wanted {wanted}')
            return None
        # True is an int to Python, not to the person who wrote the file.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.report(key, f"must be {wanted}")
            return None
        return value

    def _path(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def _one_line(text: str) -> str:
    """Return the text on one line, without the control characters and half characters that JSON can carry."""
    return "".join(letter for letter in " ".join(text.split()) if unicodedata.category(letter) not in ("Cc", "Cs"))


def _suggestion(word: str, known: list[str]) -> str:
    matches = get_close_matches(word, known, n=1)
    return f' (did you mean "{matches[0]}"?)' if matches else ""


def _listed(members: type[StrEnum]) -> str:
    return ", ".join(f'"{member}"' for member in members)
