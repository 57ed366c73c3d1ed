"""What the beginning of a line says: a heading, a question, an option, a place to write. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from omr.forms.question_lists.wordings import folded


class ListLineKind(Enum):
    """What a line looks like by itself."""

    PART = auto()  # "Phần I", "Section 2", "II."
    LETTERED = auto()  # "A. ...": a heading, or an option
    ASKED = auto()  # "Câu 1", "Question 1"
    COUNTED = auto()  # "1. ...", "1) ..."
    OPTION = auto()  # "- ...", "a) ...", "☐ ..."
    FILLER = auto()  # dots to write on
    LABELLED = auto()  # "Họ tên: ......", with its dots
    CAPITALS = auto()  # a heading by its letters alone
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line with its sign taken off.

    Attributes:
        kind: What it looks like.
        sign: Number or letter of it; may be empty.
        text: What follows.
        whole: As it was written.
        style: What follows the number, so that two ways of counting are told apart.
        follows_gap: Whether the line before it is empty.
    """

    kind: ListLineKind
    sign: str
    text: str
    whole: str
    style: str = ""
    follows_gap: bool = False

    @property
    def asks(self) -> bool:
        """Whether its words ask something."""
        return self.text.endswith(("?", ":")) or "?" in self.text


BOXES = "☐□○◯◻❏❑❒⬜☑☒"
LIST_SIGNS = BOXES + "●▪■◦➢❖✓✔\uf0b7\uf0a7\uf06f"
"""Signs that mark lines of a list and are never printed."""

_FLAGS = re.IGNORECASE
_PART = re.compile(
    r"(?:Phần|Mục|Chương|Part|Section)\s+(?:thứ\s+)?([IVXLC]+|\d+|[A-ZĐ]|\w+)\b\s*[.:)\-–—]*\s*(.*)", _FLAGS
)
_ROMAN = re.compile(r"([IVX]{1,5})\s*[.)/:\-–]\s*(\D.*)")
_LETTER = re.compile(r"([A-ZĐ])\s*[.):]\s*(\S.*)")
_ASKED = re.compile(r"(?:Câu hỏi|Câu|Question|Q)\s*\.?\s*(\d{1,3}(?:\.\d+)*[a-z]?)\b\s*([.:)\-–—]*)\s*(.*)", _FLAGS)
_COUNTED = re.compile(r"([A-ZĐ]?\d{1,3}(?:\.\d{1,2})*)(\s*[.):/\-–]+)(?!\d)\s*(.*)")
_IN_BRACKETS = re.compile(r"\((\d{1,3})(\))\s*(.+)")  # a number such as (1)
_DOTTED = re.compile(r"([A-ZĐ]?\d{1,2}(?:\.\d{1,2})+)()\s+(.*)")
_BULLET = re.compile(rf"(?:[-–—•●▪■◦*·+§➢❖✓✔\uf0b7\uf0a7\uf06f{BOXES}]|\[[\sxX]?\]|\(\s?\)|o(?=\s))\s*(.*)")
_SMALL_LETTER = re.compile(r"\(?([a-zđ]|i{2,3}|i?v|vi{1,3}|ix)\s*[.)]\s*(.*)")
_FILLER = re.compile(r"[.…_\-–—\s·]{3,}|[.…_]+")
_LABELLED = re.compile(r"[^.…_:]{2,80}:\s*(?:(?:[.…_·]\s*){3,}|(?:…\s*)+)")  # bounded, for a list may be hostile
_LETTERS = re.compile(r"[^\W\d_]")


def read_line(text: str, *, follows_gap: bool = False) -> ListLine:
    """Return what a line looks like by itself."""
    for pattern, kind in ((_PART, ListLineKind.PART), (_ROMAN, ListLineKind.PART), (_LETTER, ListLineKind.LETTERED)):
        if (found := pattern.fullmatch(text)) and (pattern is not _PART or _is_heading(found, text)):
            return ListLine(
                kind, found[1], text if kind is ListLineKind.PART else found[2], text, follows_gap=follows_gap
            )
    for pattern, kind in (
        (_ASKED, ListLineKind.ASKED),
        (_COUNTED, ListLineKind.COUNTED),
        (_DOTTED, ListLineKind.COUNTED),
        (_IN_BRACKETS, ListLineKind.COUNTED),
    ):
        if found := pattern.fullmatch(text):
            style = f"{found[1][0]}{found[2].strip()}" if found[1][0].isalpha() else found[2].strip()
            style = "()" if pattern is _IN_BRACKETS else style
            return ListLine(kind, found[1], found[3], text, style, follows_gap)
    if _FILLER.fullmatch(text):
        return ListLine(ListLineKind.FILLER, "", text, text, follows_gap=follows_gap)
    if found := _BULLET.fullmatch(text):
        sign = text[0] if text[0] in BOXES or text[0] in "[(" else "-"
        return ListLine(ListLineKind.OPTION, sign, text if sign != "-" else found[1], text, follows_gap=follows_gap)
    if found := _SMALL_LETTER.fullmatch(text):
        return ListLine(ListLineKind.OPTION, found[1], found[2], text, follows_gap=follows_gap)
    if _LABELLED.fullmatch(text) and _LETTERS.search(text):
        return ListLine(ListLineKind.LABELLED, "", text, text, follows_gap=follows_gap)
    kind = ListLineKind.CAPITALS if is_capitals(text) else ListLineKind.PLAIN
    return ListLine(kind, "", text, text, follows_gap=follows_gap)


def labelled_parts(text: str) -> list[str]:
    """Return a line that has several labels, each with dots to write on, in parts; whole if it has not."""
    number, rest = without_number(text)
    parts = [found[0].strip() for found in _LABELLED.finditer(rest)]
    if len(parts) < 2 or "".join(parts).replace(" ", "") != rest.replace(" ", ""):
        return [text]
    return [text[: len(text) - len(rest)] + parts[0], *parts[1:]] if number else parts


def is_capitals(text: str) -> bool:
    """Whether a line of some length has capital letters only."""
    return len(_LETTERS.findall(text)) >= 4 and text == text.upper() and text != text.lower()


def is_roman(text: str) -> bool:
    """Whether a text is a number such as IV, or one letter: what headings are counted by."""
    return re.fullmatch(r"[IVX]{1,5}|[A-ZĐ]", text.strip().rstrip(".):")) is not None


def without_number(text: str) -> tuple[str, str]:
    """Return the number with which a question begins, which may be none, and the rest."""
    line = read_line(text)
    return (
        (line.sign, line.text) if line.kind in (ListLineKind.ASKED, ListLineKind.COUNTED) and line.text else ("", text)
    )


def _is_heading(found: re.Match[str], text: str) -> bool:
    """Whether "phần" or "mục" counts here and is not the first word of a question."""
    words = folded(found[1])
    counts = {"mot", "hai", "ba", "bon", "nam", "one", "two", "three", "four", "five", "nhat"}
    return (not words.isalpha() or len(words) == 1 or is_roman(found[1].upper()) or words in counts) and text[:1] != "("
