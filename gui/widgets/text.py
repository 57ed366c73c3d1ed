"""Small text rules that need no window."""

import unicodedata


def fold(text: str) -> str:
    """Return ``text`` for searching: lower case, no diacritics, ``đ`` as ``d``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).replace("đ", "d")


def to_answer(written: str) -> tuple[str, ...]:
    """Return typed handwriting as an answer: one value, or none if nothing was written.

    The store joins values by ';', so a written one becomes a comma; line breaks and double spaces become one space.
    """
    value = " ".join(unicodedata.normalize("NFC", written).replace(";", ",").split())
    return (value,) if value else ()
