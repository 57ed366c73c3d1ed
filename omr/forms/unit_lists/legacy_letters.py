"""Vietnamese letters from before Unicode, as a program that does not know them shows them, and what they are. Pure.

Old fonts (.VnTime, VNI-Times) drew Vietnamese letters where Western ones have their place. A text in such a font, read
as Western, says "Vò TØnh" for "Vũ Tỉnh". Which letters they were is told by what they make: every word of the list must
then be a Vietnamese syllable, and in one way only.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from omr.forms.unit_lists.syllables import is_syllable, words_of

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

# TCVN 5712 as the .Vn fonts have it: capitals are the same letters in another font.
_TCVN3 = MappingProxyType(
    dict(
        zip(
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
            strict=True,
        )
    )
)
_VNI_ALONE = MappingProxyType(
    dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", strict=True))
)  # letters of their own
_VNI_MARKS = MappingProxyType(
    {
        "ù": _ACUTE,
        "ø": _GRAVE,
        "û": _HOOK,
        "õ": _TILDE,
        "ï": _DOT,
        "â": _CIRCUMFLEX,
        "á": _CIRCUMFLEX + _ACUTE,
        "à": _CIRCUMFLEX + _GRAVE,
        "å": _CIRCUMFLEX + _HOOK,
        "ã": _CIRCUMFLEX + _TILDE,
        "ä": _CIRCUMFLEX + _DOT,
        "ê": _BREVE,
        "é": _BREVE + _ACUTE,
        "è": _BREVE + _GRAVE,
        "ú": _BREVE + _HOOK,
        "ü": _BREVE + _TILDE,
        "ë": _BREVE + _DOT,
    }
)  # signs that stand behind their letter
_VNI_VOWELS = frozenset("aeouyôö")


class OldLetters(StrEnum):
    """What a text is written in that is not read as what it is; the value is what people call it."""

    TCVN3 = "TCVN3 (.VnTime)"
    VNI = "VNI (VNI-Times)"
    WINDOWS = "Windows-1258"
    UTF_8 = "UTF-8"  # read as Western and saved again


class UncertainLetters(Exception):
    """Words that are no Vietnamese as they stand, and none for certain in any other letters.

    Attributes:
        place: 0-based place of the first text with such a word.
        word: The word.
    """

    def __init__(self, place: int, word: str) -> None:
        super().__init__(word)
        self.place = place
        self.word = word


def decode_western(content: bytes) -> str:
    """Return bytes as Windows shows them to Western readers; the five that mean nothing there stay what they are."""
    return "".join(_WESTERN[byte] for byte in content)


def restore_letters(
    texts: Sequence[str], *, is_certainly_old: bool = False
) -> tuple[tuple[str, ...], OldLetters | None]:
    """Return texts as they were meant, and the letters that they were written in; None for those that read as they are.

    Args:
        texts: All texts of a list.
        is_certainly_old: Whether they were decoded from bytes that are no Unicode.

    Raises:
        UncertainLetters: They are in old letters, wholly or in part, and it is not certain in which.
    """
    strange = [place for place, text in enumerate(texts) if is_certainly_old or _foreign_word(text)]
    if all(text.isascii() for text in texts) or not strange:
        return tuple(texts), None
    found: dict[tuple[str, ...], OldLetters] = {}
    for letters, restore in _WAYS.items():
        restored = _restore_all(texts, restore)
        if restored is not None:
            found.setdefault(restored, letters)
    if len(found) == 1:
        return next(iter(found.items()))
    if is_certainly_old:
        place = next((place for place in strange if _foreign_word(texts[place])), strange[0])
        raise UncertainLetters(place, _foreign_word(texts[place]) or texts[place])
    for place in strange:
        if _is_certainly_old(texts[place]):
            raise UncertainLetters(place, _foreign_word(texts[place]))
    return tuple(texts), None


def _foreign_word(text: str) -> str:
    """Return the first word that has other letters than English and is no Vietnamese; empty if there is none."""
    return next((word for word in words_of(text) if not word.isascii() and not is_syllable(word)), "")


def _is_certainly_old(text: str) -> bool:
    """Whether a text by itself makes Vietnamese in old letters, so that it is no foreign name."""
    return any(_restore_all((text,), restore) is not None for restore in _WAYS.values())


def _restore_all(texts: Sequence[str], restore: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """Return texts in the letters that one way makes of them; None where a word is then no Vietnamese."""
    made: list[str] = []
    for text in texts:
        restored = text if text.isascii() else restore(text)
        if restored is None:
            return None
        if not all(is_syllable(word) for word in words_of(restored) if not word.isascii()):
            return None
        made.append(restored)
    return tuple(made)


def _from_tcvn3(text: str) -> str | None:
    if not _is_western(text) or any(_is_letter(sign) and sign not in _TCVN3 for sign in text):
        return None
    words = _split("".join(_TCVN3.get(sign, sign) for sign in text))
    told = [word for word in words if _english(word) > 1]
    is_capital = bool(told) and all(map(_is_in_capitals, told))
    # The font drew all letters of a word as capitals where those are that are English letters.
    return "".join(word.upper() if is_capital or (word in told and _is_in_capitals(word)) else word for word in words)


def _from_vni(text: str) -> str | None:
    if not _is_western(text):
        return None
    made: list[str] = []
    before = ""
    for sign in text:
        mark = _VNI_MARKS.get(sign.lower())
        if mark and before.lower() in _VNI_VOWELS:
            made.append(mark)
        elif _is_letter(sign) and sign not in _VNI_ALONE:
            return None
        else:
            made.append(_VNI_ALONE.get(sign, sign))
        before = sign
    return unicodedata.normalize("NFC", "".join(made))


def _from_windows(text: str) -> str | None:
    return _decoded_again(text, "cp1258")


def _from_utf_8(text: str) -> str | None:
    return _decoded_again(text, "utf-8")


def _decoded_again(text: str, encoding: str) -> str | None:
    """Return what the bytes of a Western text are in another encoding."""
    try:
        content = bytes(_BYTES[sign] for sign in text)
        return unicodedata.normalize("NFC", content.decode(encoding))
    except (KeyError, UnicodeDecodeError):
        return None


def _is_western(text: str) -> bool:
    return all(sign in _BYTES for sign in text)


def _is_letter(sign: str) -> bool:
    """Whether an old font would have drawn a letter of its own: no English letter, dash or quotation mark."""
    return not sign.isascii() and words_of(sign) != []


def _split(text: str) -> list[str]:
    """Return words and what stands between them, in order."""
    parts: list[str] = []
    for sign in text:
        if parts and sign.isalpha() == parts[-1][-1].isalpha():
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _english(word: str) -> int:
    return sum(map(str.isascii, word))


def _is_in_capitals(word: str) -> bool:
    return all(sign.isupper() for sign in word if sign.isascii())


_WESTERN = tuple(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_BYTES = MappingProxyType(
    {**{chr(byte): byte for byte in range(256)}, **{sign: byte for byte, sign in enumerate(_WESTERN)}}
)
_WAYS: Mapping[OldLetters, Callable[[str], str | None]] = MappingProxyType(
    {
        OldLetters.TCVN3: _from_tcvn3,
        OldLetters.VNI: _from_vni,
        OldLetters.WINDOWS: _from_windows,
        OldLetters.UTF_8: _from_utf_8,
    }
)
