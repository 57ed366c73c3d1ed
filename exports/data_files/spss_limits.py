"""What SPSS allows of names (ASCII, 64 bytes) and of labels, notes and texts (so many bytes each)."""

import re
import unicodedata
from collections.abc import Iterable

from exports.wording.speaker import cut_to_bytes

NAME_BYTES = 64
VARIABLE_LABEL_BYTES = 256
VALUE_LABEL_BYTES = 120
FILE_LABEL_BYTES = 64
NOTE_BYTES = 80
TEXT_BYTES = 32_767

_RESERVED = frozenset(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"])


def to_note(text: str) -> list[str]:
    """Return ``text`` in as many lines of a note as it takes, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if len(longer.encode()) <= NOTE_BYTES:
            lines[-1] = longer
        else:
            lines.append(cut_to_bytes(word, NOTE_BYTES))
    return lines


def to_names(wanted: Iterable[str]) -> list[str]:
    """Return a legal variable name for each of ``wanted``, in order; as different from each other as SPSS sees it."""
    names: list[str] = []
    taken: set[str] = set()
    for text in wanted:
        name = _free(_legal(text), taken)
        taken.add(name.upper())
        names.append(name)
    return names


def _legal(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    plain = re.sub(r"[^A-Za-z0-9_]+", "_", "".join(c for c in letters if not unicodedata.combining(c)))
    name = plain if plain[:1].isalpha() else f"v{plain}"
    # A name may end in an underscore, but such names are kept for those that SPSS makes itself.
    name = name[:NAME_BYTES].rstrip("_")
    return f"{name}_1" if name.upper() in _RESERVED else name


def _free(name: str, taken: set[str]) -> str:
    """Return ``name``, or with the first free number behind it; SPSS does not tell case apart."""
    free, number = name, 1
    while free.upper() in taken:
        number += 1
        free = f"{name[: NAME_BYTES - len(str(number)) - 1]}_{number}"
    return free
