"""Typed values out of the tables of a TOML or JSON file; what is missing, mistyped or misspelt becomes a finding."""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import Text
from form_templates.text_files import shortened

_Choice = TypeVar("_Choice", bound=StrEnum)
_EMPTY = Text("")
_UNSOUND = ("Cc", "Cs")  # control characters, and the halves of letters that JSON can carry
_BEYOND_MEASURE = 1e9
_MOST_TEXTS = 1000  # in an array
_MOST_SUGGESTIONS = 50  # in a file: looking for likely words takes long
_QUOTED, _WHOLE, _NUMBER = Fact("a text in quotes"), Fact("a whole number"), Fact("a number")
_TABLE, _TABLES = Fact("a table"), Fact("an array of tables")
_TEXT = Fact('a text like {{ vi = "...", en = "..." }}')
_LABEL = Fact('a text, or one like {{ "vi": "...", "en": "..." }}')

LONGEST_NAME = 200
"""Characters of what stands on one line: names, ids, values."""

LONGEST_TEXT = 2000
"""Characters of what people read on the form: titles, labels, instructions, notes."""


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

    def string(
        self, key: str, *, required: bool = False, may_be_empty: bool = False, longest: int = LONGEST_NAME
    ) -> str:
        """Return a string, or an empty one; a required one must not be empty unless that is said.

        Args:
            key: Where it stands.
            required: Whether it must be there.
            may_be_empty: Whether a required one may be empty.
            longest: Characters it may have; above that, and with control characters, it counts as wrong.
        """
        value = self._value(key, str, _QUOTED, required=required)
        if required and value == "" and not may_be_empty:
            self.report(key, Fact("must not be empty"))
        return value if isinstance(value, str) and self._is_sound(key, value, longest) else ""

    def integer(self, key: str, default: int | None = None, *, at_least: int = 1, required: bool = False) -> int | None:
        """Return a whole number of ``at_least``; ``default`` if it is missing or wrong."""
        value = self._value(key, int, _WHOLE, required=required)
        if not isinstance(value, int):
            return default
        if abs(value) >= _BEYOND_MEASURE:  # 0xFFF... may have thousands of digits, which Python does not even write
            self.report(key, Fact("must be a number of ordinary size"))
            return default
        if value < at_least:
            self.report(key, Fact("must be {at_least} or more, not {value}", at_least=at_least, value=shortened(value)))
            return default
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number, required unless there is a default; NaN, which no file may hold, where it is wrong."""
        value = self._value(key, (int, float), _NUMBER, required=default is None)
        if not isinstance(value, int | float):
            return default if default is not None and key not in self._table else math.nan
        if not abs(value) < _BEYOND_MEASURE:  # JSON as Python reads it may hold NaN, Infinity and 1e999
            self.report(key, Fact("must be a number of ordinary size"))
            return math.nan
        return float(value)

    def flag(self, key: str) -> bool:
        """Return true or false; false if missing."""
        return self._value(key, bool, Fact("true or false")) is True

    def choice(self, key: str, default: _Choice, *, required: bool = False) -> _Choice:
        """Return a member of the kind of ``default``."""
        value = self._value(key, str, _QUOTED, required=required)
        members = type(default)
        if value is None:
            return default
        try:
            return members(str(value))
        except ValueError:
            suggestion, shown = self._suggestion(str(value), list(members)), shortened(value)
            self.report(
                key,
                Fact(
                    '"{shown}" is not known{suggestion}; wanted: {members}',
                    shown=shown,
                    suggestion=suggestion,
                    members=_listed(members),
                ),
            )
            return default

    def strings(self, key: str, *, longest: int = LONGEST_NAME) -> tuple[str, ...]:
        """Return an array of strings of at most ``longest`` characters, or an empty one."""
        values = self._value(key, list, Fact("an array of texts"))
        if not isinstance(values, list):
            return ()
        if not all(isinstance(value, str) for value in values):
            self.report(key, Fact("must hold texts in quotes only"))
        if len(values) > _MOST_TEXTS:
            self.report(
                key,
                Fact("must hold {most_texts} texts or fewer, not {values}", most_texts=_MOST_TEXTS, values=len(values)),
            )
            return ()
        return tuple(value for value in values if isinstance(value, str) and self._is_sound(key, value, longest))

    def text(self, key: str, *, required: bool = False) -> Text:
        """Return a text in both languages, or an empty one."""
        value = self._value(key, dict, _TEXT, required=required)
        if not isinstance(value, dict):
            return _EMPTY
        reader = TableReader(value, self._path(key), self._findings)
        text = Text(reader.string("vi", required=True, longest=LONGEST_TEXT), reader.string("en", longest=LONGEST_TEXT))
        reader.report_unknown_keys()
        return text

    def label(self, key: str) -> Text:
        """Return a text that may be given in one language, ``"..."``, or in either or both; empty if it is missing."""
        value = self._value(key, (str, dict), _LABEL)
        if isinstance(value, str):
            return Text(_one_line(value)) if self._is_short(key, value, LONGEST_TEXT) else _EMPTY
        if not isinstance(value, dict):
            return _EMPTY
        reader = TableReader(value, self._path(key), self._findings)
        vi, en = (_one_line(reader.loose_string(language, LONGEST_TEXT)) for language in ("vi", "en"))
        return Text(vi or en, en)

    def loose_string(self, key: str, longest: int) -> str:
        """Return a string, or an empty one, with whatever characters it holds; one that is too long counts as wrong."""
        value = self._value(key, str, _QUOTED)
        return value if isinstance(value, str) and self._is_short(key, value, longest) else ""

    def table(self, key: str) -> "TableReader | None":
        """Return a reader of an inner table, or None if there is none."""
        value = self._value(key, dict, _TABLE)
        return TableReader(value, self._path(key), self._findings) if isinstance(value, dict) else None

    def tables(self, key: str, *, required: bool = False) -> Iterator["TableReader"]:
        """Yield a reader for each table of an array."""
        values = self._value(key, list, _TABLES, required=required)
        for position, value in enumerate(values if isinstance(values, list) else (), start=1):
            place = f"{self._path(key)}[{position}]"
            if isinstance(value, dict):
                yield TableReader(value, place, self._findings)
            else:
                self._findings.add(place, Fact("must be a table"))

    def report(self, key: str, message: str) -> None:
        """Note a mistake at ``key``."""
        self._findings.add(self._path(key), message)

    def report_unknown_keys(self) -> None:
        """Note every key that nobody asked for; call it last."""
        for key in self._table:
            if key not in self._known:
                self.report(
                    key,
                    Fact(
                        'unknown key "{key}"{suggestion}',
                        key=shortened(key),
                        suggestion=self._suggestion(key, sorted(self._known)),
                    ),
                )

    def _value(self, key: str, kind: type | tuple[type, ...], wanted: Fact, *, required: bool = False) -> object:
        """Return the value if it has the wanted kind; None, with a finding where one is due, if not."""
        self._known.add(key)
        value = self._table.get(key)
        if value is None:
            if required:
                self._findings.add(self.place, Fact('"{key}" is missing: wanted {wanted}', key=key, wanted=wanted))
            return None
        # True is an int to Python, not to the person who wrote the file.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.report(key, Fact("must be {wanted}", wanted=wanted))
            return None
        return value

    def _path(self, key: str) -> str:
        name = shortened(key)
        return f"{self.place}.{name}" if self.place else name

    def _is_sound(self, key: str, value: str, longest: int) -> bool:
        """Whether a text is short enough and free of what no text holds; a finding says if it is not."""
        if not self._is_short(key, value, longest):
            return False
        if value.isprintable():  # most are, and this is told at once
            return True
        found = next(
            (letter for letter in value if letter not in "\n\t" and unicodedata.category(letter) in _UNSOUND), ""
        )
        if found:
            self.report(key, Fact("holds the control character U+{found:04X}", found=ord(found)))
        return not found

    def _is_short(self, key: str, value: str, longest: int) -> bool:
        if len(value) > longest:
            self.report(
                key, Fact("has {value} characters, at most {longest} are allowed", value=len(value), longest=longest)
            )
        return len(value) <= longest

    def _suggestion(self, word: str, known: list[str]) -> str:
        if len(word) > LONGEST_NAME or len(self._findings.findings) > _MOST_SUGGESTIONS:
            return ""
        matches = get_close_matches(word, known, n=1)
        return Fact(' (did you mean "{word}"?)', word=matches[0]) if matches else ""


def _one_line(text: str) -> str:
    """Return the text on one line, without the control characters and half characters that JSON can carry."""
    text = " ".join(text.split())
    if text.isprintable():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) not in _UNSOUND)


def _listed(members: type[StrEnum]) -> str:
    return ", ".join(f'"{member}"' for member in members)
