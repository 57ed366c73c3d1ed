"""What a form says about how it is to be answered: how to mark, how many options, which language."""

import re
import unicodedata

from form_templates.model import Language, MarkStyle
from omr.forms.proposing.known_wordings import respaced, wording
from omr.forms.proposing.spotting.spots import SpotLook

_MANY = wording(
    r"nhiều (lựa chọn|đáp án|phương án|câu trả lời|ô|hơn một)|chọn nhiều|tối đa"
    r"|tất cả (các|những)? ?\w* ?(phù hợp|đúng)|có thể chọn|chọn (đúng )?([2-9]|hai|ba|bốn|năm)\b"
    r"|all that apply|select all|check all|tick all|more than one|multiple|up to|as many"
)
_ONE = wording(
    r"chọn (một|1)\b|chỉ (chọn|đánh|khoanh)|một (lựa chọn|phương án|đáp án)|one only|only one|choose one|select one"
    r"|tick one|single answer|one answer"
)
_CAP = wording(r"(?:tối đa|không quá|chọn đúng|exactly|up to|at most|maximum(?: of)?|no more than)\s+(\w+)")
_NUMBERS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_RING = re.compile(r"khoanh|\bcircl(e|ing) (the|one|a|your|around)|\bring (the|round)", re.IGNORECASE)
_CROSS = wording(r"gạch chéo|dấu nhân|đánh (dấu )?[(\"“]?x\b|cross (out|through|the)")
_LEGEND = re.compile(r"\b(\d{1,2})\)?\s*[=:–-]\s*([^\W\d][^,;.()\d=]{1,40})")
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def takes_several(text: str) -> bool | None:
    """Whether a question takes several options; None if it does not say."""
    if _MANY.search(text):
        return True
    return False if _ONE.search(text) else None


def cap_of(text: str, options: int) -> int | None:
    """Return how many options may be chosen at most, if a question says so and it is fewer than there are."""
    found = _CAP.search(unicodedata.normalize("NFC", text))
    if found is None:
        return None
    word = found[1].lower()
    cap = int(word) if word.isdecimal() and len(word) < 3 else _NUMBERS.get(word, 0)
    return cap if 1 < cap < options else None


def legend_of(text: str) -> dict[str, str]:
    """Return what digits mean by a line such as "1 = Rất không hài lòng, 5 = Rất hài lòng"."""
    found = {match[1]: _usual_part(match[2].strip()) for match in _LEGEND.finditer(text)}
    return found if len(found) > 1 else {}


def _usual_part(text: str) -> str:
    """Return the usual wording with which a text begins, if a text of its own follows; else all of it."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        usual = respaced(" ".join(words[:count]))
        if usual is not None and words[count][0].isupper():
            return usual
    return text


def mark_style(look: SpotLook, text_inside: str, instructions: str) -> tuple[MarkStyle, bool]:
    """Return how an area is marked, and whether the form says so.

    Args:
        look: How it is printed.
        text_inside: What is printed in it.
        instructions: All that the form says.
    """
    if look is not SpotLook.DIGIT and not text_inside:
        return MarkStyle.BOX, True
    is_ringed, is_crossed = bool(_RING.search(instructions)), bool(_CROSS.search(instructions))
    if look is SpotLook.DIGIT:
        is_cross = is_crossed and not is_ringed
        return (MarkStyle.CROSS if is_cross else MarkStyle.RING), is_ringed or is_crossed
    if is_crossed:
        return MarkStyle.CROSS, True
    return (MarkStyle.RING, True) if is_ringed else (MarkStyle.BOX, False)


def language_of(text: str) -> Language:
    """Return the language of a form: Vietnamese if a word in twenty has a letter that only Vietnamese has."""
    words = text.split()
    marked = sum(_VIETNAMESE.search(word) is not None for word in words)
    return Language.VIETNAMESE if marked * 20 > len(words) else Language.ENGLISH
