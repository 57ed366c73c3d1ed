"""What delivered files are called: their name, and where names repeat as many folders before it as tell them apart."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

_NOT_SHOWN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, ends of lines
_BETWEEN = "/"  # on every system, so that a survey says the same of a file wherever it is read


def readable_name(file: Path) -> str:
    """Return a file's name as one line of text, whatever bytes it is made of."""
    return _readable(file.name)


def last_name(name: str) -> str:
    """Return the name of a file without the folders that may stand before it."""
    return name.rsplit(_BETWEEN, 1)[-1]


def name_files(files: Iterable[Path]) -> Mapping[Path, str]:
    """Return what each of several files is called: ``scan1.jpg``, or ``commune-a/scan1.jpg`` where names repeat."""
    alike: dict[str, list[Path]] = defaultdict(list)
    for file in dict.fromkeys(files):
        alike[readable_name(file).casefold()].append(file)
    return {file: name for group in alike.values() for file, name in _told_apart(group).items()}


def _told_apart(files: list[Path]) -> dict[Path, str]:
    """Return the shortest names, all with as many folders, of which no two are the same."""
    parts = {file: [_readable(part) for part in file.absolute().parts] for file in files}
    most = max(map(len, parts.values()))
    for count in range(1, most + 1):
        names = {file: _BETWEEN.join(own[-count:]) for file, own in parts.items()}
        if len({name.casefold() for name in names.values()}) == len(files):
            break
    return names


def _readable(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        letter if unicodedata.category(letter) not in _NOT_SHOWN else letter.encode("unicode_escape").decode("ascii")
        for letter in unicodedata.normalize("NFC", text)
    )
