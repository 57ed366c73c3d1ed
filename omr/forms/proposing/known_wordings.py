"""The usual wordings of levels, spaced as they should be, and wordings without the accents that a copy lost."""

import re
import unicodedata

_GRADED = ("hài lòng", "đồng ý", "tốt", "quan trọng", "kém", "thuận tiện", "dễ dàng", "nhanh", "rõ ràng")
_DEGREES = (
    "{}", "rất {}", "không {}", "rất không {}", "chưa {}", "hoàn toàn {}", "hoàn toàn không {}", "tương đối {}",
    "ít {}", "khá {}", "bình thường", "trung bình", "không ý kiến", "không có ý kiến", "phân vân", "trung lập", "khá",
    "yếu", "tạm được", "xuất sắc", "không biết", "chưa sử dụng", "không sử dụng", "không áp dụng", "mức độ",
)  # fmt: skip
_ENGLISH = (
    "very satisfied", "satisfied", "neutral", "dissatisfied", "unsatisfied", "very dissatisfied", "very unsatisfied",
    "neither satisfied nor dissatisfied", "strongly agree", "agree", "disagree", "strongly disagree", "excellent",
    "very good", "good", "average", "fair", "poor", "very poor", "not applicable",
)  # fmt: skip
_WORDINGS = frozenset(degree.format(graded) for degree in _DEGREES for graded in _GRADED) | frozenset(_ENGLISH)
_ACCENTED = str.maketrans("đ", "d")


def _bare(text: str) -> str:
    """Return the letters of a text without accents and blanks, small."""
    parted = unicodedata.normalize("NFD", text.casefold()).translate(_ACCENTED)
    return "".join(letter for letter in parted if not unicodedata.combining(letter) and not letter.isspace())


_BY_LETTERS = {wording.replace(" ", ""): wording for wording in _WORDINGS}
_BY_BARE_LETTERS = {
    _bare(wording): wording for wording in sorted(_WORDINGS) if " " in wording and not wording.isascii()
}

KNOWN_WORDS = frozenset(word for wording in _WORDINGS for word in wording.split())
"""Every word of the wordings, in small letters."""


def plain_word(word: str) -> str:
    """Return a word as words are compared: composed, in small letters, without stops around it."""
    return unicodedata.normalize("NFC", word).casefold().strip(".,;:!?()[]\"'“”-–/")


def respaced(text: str) -> str | None:
    """Return a text with the blanks of the wording that has the same letters; None if there is none."""
    letters = "".join(unicodedata.normalize("NFC", text).split())
    wording = _BY_LETTERS.get(letters.casefold())
    if wording is None:
        return None
    words, start = [], 0
    for word in wording.split():
        words.append(letters[start : start + len(word)])
        start += len(word)
    return " ".join(words)


def with_accents(text: str) -> str | None:
    """Return the usual wording of several words that a text without any accent is; None if there is none."""
    return _BY_BARE_LETTERS.get(_bare(text)) if text.isascii() else None


def wording(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of Vietnamese or English words that finds them without their accents as well, large or small.

    Every letter with an accent may be its bare letter instead, but not one with another accent: "mẫu" is found in "mau"
    and not in "màu".
    """
    found, is_in_class = [], False
    for place, letter in enumerate(pattern):
        if letter in "[]" and pattern[place - 1 : place] != "\\":
            is_in_class = letter == "["
        has_accent = letter.isalpha() and not letter.isascii()
        found.append(f"[{letter}{_bare(letter)}]" if has_accent and not is_in_class else letter)
    return re.compile("".join(found), re.IGNORECASE)
