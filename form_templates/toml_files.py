"""Read a TOML file that people edit: a mistake is a finding with its line, and no file keeps the reader for long."""

import re
import tomllib
from collections import Counter
from pathlib import Path

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.text_files import UnreadableText, read_text

_MOST_BYTES = 4 << 20  # the largest of ours has 23 kB
_MOST_DOTS = 50  # in a line: keys within keys within keys, which the parser follows ever more slowly
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'")
_DOTTED = re.compile(r"\.\s*[\w\"'-]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*=\s*(.*)")
_ELEMENT = re.compile(r"\s*[{\"'\d]")


def read_toml(path: Path, findings: FindingList, missing: Fact | None = None) -> dict[str, object]:
    """Return the outermost table; lines of keys go to ``findings``.

    Args:
        path: The file.
        findings: Collects the mistakes.
        missing: What to say of a file that is not there, instead of the usual.

    Raises:
        TemplateError: Nothing can be read.
    """
    text = ""
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableText as error:
        fact = missing if missing is not None and error.is_missing else error.fact
        findings.add_at_line(error.line, fact)
    if not findings.findings and not text.strip():
        findings.add("", Fact("the file is empty"))
    findings.raise_if_any()
    return _parse(text, findings)


def _parse(text: str, findings: FindingList) -> dict[str, object]:
    values: dict[str, object] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS and len(_DOTTED.findall(_QUOTED.sub('""', line))) > _MOST_DOTS:
            findings.add_at_line(number, Fact("has a key of more than {limit} parts", limit=_MOST_DOTS))
            findings.raise_if_any()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        why = _PLACE.sub("", str(error))[:200]
        findings.add_at_line(int(place[1] or 0) if place else 0, Fact("is not TOML: {why}", why=why))
    except (ValueError, RecursionError):  # whole numbers of thousands of digits, brackets in brackets without end
        findings.add("", Fact("holds a number or a nesting beyond all measure"))
    findings.raise_if_any()
    findings.lines = find_places(text)
    return values


def find_places(source: str) -> dict[str, int]:
    """Return 1-based line numbers by key path, such as ``section[2].item[3].label``; array places count from 1.

    For messages: ``tomllib`` gives values without places. This is a scan of the lines, not a parser: it runs only on
    text that ``tomllib`` accepted and knows the shapes that definitions are written in (tables, arrays of tables, one
    key per line, arrays with one element per line). Where it knows no better, the caller falls back to the line of the
    surrounding table.
    """
    return _Scan().run(source)


class _Scan:
    """Walks through the lines and remembers in which table and array it is."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._table = ""
        self._array: str | None = None
        self._in_text = False

    def run(self, source: str) -> dict[str, int]:
        for number, line in enumerate(source.split("\n"), start=1):
            self._read_line(line, number)
        return self._places

    def _read_line(self, line: str, number: int) -> None:
        if self._in_text:
            self._in_text = line.count('"""') % 2 == 0
        elif self._array is not None:
            self._read_element(line, number)
        elif header := _HEADER.match(line):
            self._open_table(header[2].split("."), number, is_array=header[1] == "[[")
        elif key := _KEY.match(line):
            self._read_key(key[1], key[2], number)

    def _open_table(self, parts: list[str], number: int, *, is_array: bool) -> None:
        path = ""
        for position, part in enumerate(parts):
            path = f"{path}.{part}" if path else part
            if is_array and position == len(parts) - 1:
                self._counts[path] += 1
            if self._counts[path]:
                path = f"{path}[{self._counts[path]}]"
        self._table = path
        self._places.setdefault(path, number)

    def _read_key(self, key: str, value: str, number: int) -> None:
        path = f"{self._table}.{key}" if self._table else key
        self._places.setdefault(path, number)
        self._in_text = value.count('"""') % 2 == 1
        if value.split("#")[0].strip() == "[":
            self._array = path

    def _read_element(self, line: str, number: int) -> None:
        if line.strip().startswith("]"):
            self._array = None
        elif _ELEMENT.match(line):
            self._counts[f"{self._array}"] += 1
            self._places[f"{self._array}[{self._counts[str(self._array)]}]"] = number
