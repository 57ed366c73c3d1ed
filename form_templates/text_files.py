"""Read a text file that people edit, whatever lies at its path: bounded, as UTF-8, every refusal one sentence."""

import re
import stat
import unicodedata
from pathlib import Path

from form_templates.facts import Fact, system_fact

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UNSOUND = ("Cc", "Cs", "Zl", "Zp")
_LONGEST_ECHO = 60  # characters of what a file says that are repeated in a message


class UnreadableText(Exception):
    """A file that is no text we read.

    Attributes:
        fact: Why.
        line: 1-based line of the fact, 0 if it is about the whole file.
        is_missing: Whether there is no such file at all.
    """

    def __init__(self, fact: Fact, line: int = 0, *, is_missing: bool = False) -> None:
        super().__init__(fact)
        self.fact = fact
        self.line = line
        self.is_missing = is_missing


def read_text(path: Path, most_bytes: int) -> str:
    r"""Return a file's text, without a byte order mark and with ``\n`` at the end of every line.

    Args:
        path: The file.
        most_bytes: A larger file is refused before it is read.

    Raises:
        UnreadableText: It is not there, no ordinary file, too large, not UTF-8, or holds control characters.
    """
    return plain_text(_decode(read_bytes(path, most_bytes)))


def plain_text(text: str) -> str:
    r"""Return a text with ``\n`` at the end of every line.

    Raises:
        UnreadableText: It holds control characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        raise UnreadableText(
            Fact("holds the control character U+{code}", code=f"{ord(found[0]):04X}"),
            line_at(text, found.start()),
        )
    return text


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableText: It is not there, no ordinary file, or larger than ``most_bytes``.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # to open a pipe would wait for somebody to write into it
            is_folder = stat.S_ISDIR(found.st_mode)
            raise UnreadableText(Fact("it is a folder") if is_folder else Fact("it is no ordinary file"))
        if found.st_size > most_bytes:
            raise _too_large(most_bytes)
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except OSError as error:
        fact = Fact("cannot be read: {why}", why=system_fact(error))
        raise UnreadableText(fact, is_missing=isinstance(error, FileNotFoundError)) from error
    if len(content) > most_bytes:
        raise _too_large(most_bytes)
    return content


def line_at(text: str, position: int) -> int:
    """Return the 1-based line of a place in a text."""
    return text.count("\n", 0, position) + 1


def shortened(text: object) -> str:
    """Return what a file says as a message can repeat it: on one line, not long, nothing but letters and signs."""
    shown = one_line(str(text)[: _LONGEST_ECHO + 1])
    return shown if len(shown) <= _LONGEST_ECHO else f"{shown[:_LONGEST_ECHO]}…"


def one_line(text: str, replacement: str = " ") -> str:
    """Return a text without line ends, control characters and the halves of letters that file names can hold."""
    if text.isprintable():  # most are, and this is told at once
        return text
    return "".join(replacement if unicodedata.category(letter) in _UNSOUND else letter for letter in text)


def _too_large(most_bytes: int) -> UnreadableText:
    return UnreadableText(
        Fact("is larger than {limit} MB, more than a file of this kind can be", limit=most_bytes >> 20)
    )


def _decode(content: bytes) -> str:
    if content.startswith(_UTF_16):
        raise UnreadableText(Fact("is UTF-16 text: save it as UTF-8"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableText(Fact("is not UTF-8 text: save it as UTF-8"), line) from error
