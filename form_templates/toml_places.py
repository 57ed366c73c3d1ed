"""Line numbers of the keys of a TOML file, for messages: ``tomllib`` gives values without places.

This is a scan of the lines, not a parser: it runs only on text that ``tomllib`` accepted and knows the shapes that
definitions are written in (tables, arrays of tables, one key per line, arrays with one element per line). Where it
knows no better, the caller falls back to the line of the surrounding table.
"""

import re
from collections import Counter

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*=\s*(.*)")
_ELEMENT = re.compile(r"\s*[{\"'\d]")


def find_places(source: str) -> dict[str, int]:
    """Return 1-based line numbers by key path, such as ``section[2].item[3].label``; array places count from 1."""
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
