"""Options without boxes whose number or letter is ringed -> spots, where they can be told from other counted lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedRule, Word
from omr.forms.proposing.content.places import bottom_of, right_of, shared_height
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.option_lists import Listed, find_option_lists, lines_rect
from omr.forms.proposing.spotting.page_view import read_together
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, SpotLook, rows_of
from omr.forms.proposing.spotting.tables import Cell, Table

_NO_QUESTION = wording(
    r"hướng dẫn|cách (trả lời|ghi|đánh|chọn|điền)|lưu ý|chú ý|ghi chú|căn cứ|mục đích|yêu cầu|quy (định|ước|trình)"
    r"|thông tin (chung|cá nhân)"
    r"|phạm vi|thời gian|nơi nhận|kính gửi|thang (điểm|đo)|như sau|trong đó|instructions?|\bnotes?\b|how to|purpose"
    r"|\blegal\b|\bplease (read|note)|important|as follows"
)
_INSTRUCTS = wording(
    r"\s*(khoanh|đánh (dấu|chéo)|tô |đọc|ghi |điền|gạch|xin |không (ghi|viết|tô)|chỉ (chọn|khoanh|đánh)|căn cứ"
    r"|nghị định|thông tư|quyết định|luật|please|circle|mark |read |write|fill|tick |do not|use a)"
)
_OTHER = wording(r"khác|others?\b|ghi rõ|nêu rõ|cụ thể|lý do|vì sao|specify|why")
_NUMBERED = re.compile(
    r"\s*(câu( hỏi)?\s*)?[(]?([A-Z]?\d{1,3}(\.\d{1,3})*|[a-zA-Z]|[IVX]{1,4})\s*([.):/]|(?<=\d)\s+[^\W\d])",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s*([A-Z]|[IVX]{1,4})\s*[.):/]")
_LONGEST, _SHORT = 60, 40  # letters of an option, and of one on a form that does not speak of rings
_ABOVE_MM, _LINE_GAP = 8.0, 0.85  # from a list up to its question; between the lines of that, of the font's size
_BEFORE_MM, _IN_LINE_MM = 60.0, 70.0  # words before a list on its line; spots behind it
_MOST_LINES = 3
_NEXT_ROW_MM = 40.0  # a row of as many spots so near below a list is what the list explains
_LEVELS = 3
_WIDEST_MM, _NARROWEST_MM = 7.0, 3.0  # of the area around a digit
_SIDE = 1.5  # of that, of the font's size


@dataclass(slots=True)
class RingedOptions:
    """What was found of options without boxes.

    Attributes:
        spots: Their numbers and letters.
        words: All words of the page, those parted that a number was printed together with.
        untold: Places of the numbers and letters of what may be options as well, by list.
    """

    spots: list[Spot]
    words: list[Word]
    untold: list[list[Rect]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PagePrint:
    """What else is on a page: its words, those in phrases, its tables, rules that belong to no table, and spots."""

    words: Sequence[Word]
    phrases: Sequence[Phrase]
    tables: Sequence[Table]
    rules: Sequence[PrintedRule]
    spots: Sequence[Spot]


def find_ringed_options(page: PagePrint, *, are_rings_asked: bool) -> RingedOptions:
    """Find lists of options that are ringed, below or behind their question.

    What is told from numbered questions, instructions, legends and paragraphs by its question, its short texts and what
    stands beside it becomes spots; what may be options as well is returned as lines.

    Args:
        page: What is printed.
        are_rings_asked: Whether the form asks to ring what is chosen.
    """
    lists = [found for found in find_option_lists(page.words, page.tables) if _could_be_options(found, page)]
    prompts = [_prompt(found, page) for found in lists]
    are_many = sum("?" in prompt for prompt in prompts) > 1
    told: list[Listed] = []
    untold: list[list[Rect]] = []
    for found, prompt in zip(lists, prompts, strict=True):
        if any(listed.whole in [one.whole for one in told] for listed in found):
            continue
        is_asked = are_rings_asked or (are_many and _are_shorter(found, prompt))
        if is_asked and _asks(prompt) and _are_options(found) and not _is_legend(found, page.spots):
            told += found
        elif _may_ask(found, prompt, page.spots):
            untold.append([listed.mark.rect for listed in found])
    return RingedOptions([_spot(listed, page.words) for listed in told], _parted(page.words, told), untold)


def _could_be_options(found: Sequence[Listed], page: PagePrint) -> bool:
    """Whether nothing beside counted texts is to be marked or written, unless for "other" or in the last."""
    texts = [listed.text.rstrip(" .…_") for listed in found]
    if any(text.endswith(("?", ":")) and not _OTHER.search(text) for text in texts):
        return False
    for listed in found:
        beside = [spot.rect for spot in page.spots if shared_height(spot.rect, listed.mark.rect) > 0.5]
        if any(listed.mark.rect.x_mm - 12.0 < rect.x_mm < listed.right_mm + _IN_LINE_MM for rect in beside):
            return False
    return not any(_is_written(listed, page.rules) for listed in found[:-1])


def _is_written(listed: Listed, rules: Sequence[PrintedRule]) -> bool:
    left_mm, right_mm, low_mm = listed.mark.rect.x_mm, listed.right_mm, bottom_of(listed.mark.rect)
    is_line = any(
        rule.is_level
        and -2.0 < rule.at_mm - low_mm < 2.0
        and left_mm < rule.end_mm
        and rule.start_mm < right_mm + _IN_LINE_MM / 3
        for rule in rules
    )
    return (is_line or "...." in listed.text or "…" in listed.text) and not _OTHER.search(listed.text)


def _prompt(found: Sequence[Listed], page: PagePrint) -> str:
    """Return the question of a list: before it on its line, in the cell at its left, or in the lines above it."""
    rect, cell = found[0].mark.rect, found[0].cell
    before = [
        phrase
        for phrase in page.phrases
        if shared_height(phrase.rect, rect) > 0.5
        and phrase.rect.x_mm < rect.x_mm - 1.0
        and rect.x_mm - right_of(phrase.rect) < _BEFORE_MM
    ]
    if before:
        words = [word for phrase in before for word in phrase.words if right_of(word.rect) < rect.x_mm + 0.5]
        return " ".join(word.text for word in sorted(words, key=lambda word: word.rect.x_mm))
    top_mm = 0.0 if cell is None else cell.rect.y_mm
    above = _lines_above(lines_rect(found), top_mm, page.phrases)
    if cell is not None and not above:
        return read_together(_at_left_in_row(cell, page.phrases))
    return read_together(above)


def _at_left_in_row(cell: Cell, phrases: Sequence[Phrase]) -> list[Phrase]:
    rect = cell.rect
    level = [phrase for phrase in phrases if rect.y_mm < phrase.middle_mm < bottom_of(rect)]
    return [phrase for phrase in level if rect.x_mm - _BEFORE_MM < right_of(phrase.rect) < rect.x_mm + 0.5]


def _lines_above(rect: Rect, top_mm: float, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Return the lines of one text above a place, the lowest first."""
    over = [
        phrase
        for phrase in phrases
        if top_mm < phrase.middle_mm < rect.y_mm
        and phrase.rect.x_mm < rect.x_mm + 3.0
        and right_of(phrase.rect) > rect.x_mm - 15.0
    ]
    found: list[Phrase] = []
    edge_mm = rect.y_mm
    for phrase in sorted(over, key=lambda one: -one.middle_mm):
        most_mm = _LINE_GAP * phrase.size_mm if found else _ABOVE_MM
        if edge_mm - bottom_of(phrase.rect) > most_mm or len(found) == _MOST_LINES:
            break
        if found and phrase.text.rstrip().endswith(("?", ".", ":", ";")):
            break
        found.append(phrase)
        edge_mm = phrase.rect.y_mm
        if _NUMBERED.match(phrase.text):
            break
    return found


def _asks(prompt: str) -> bool:
    """Whether words are a question: they say so, or have a number and are no heading of a section."""
    if "?" in prompt:
        return True
    is_section = prompt.isupper() or _SECTION.match(prompt) is not None
    return _NUMBERED.match(prompt) is not None and not is_section and not _NO_QUESTION.search(prompt)


def _are_shorter(found: Sequence[Listed], prompt: str) -> bool:
    return "?" in prompt and all(len(listed.text) <= _SHORT for listed in found)


def _may_ask(found: Sequence[Listed], prompt: str, spots: Sequence[Spot]) -> bool:
    """Whether a list that is not known to be one of options may be one."""
    if "?" in prompt:
        return True
    is_named = _asks(prompt) or (prompt.rstrip().endswith(":") and not _NO_QUESTION.search(prompt))
    return (is_named or len(found) >= _LEVELS) and _are_options(found) and not _is_legend(found, spots)


def _are_options(found: Sequence[Listed]) -> bool:
    """Whether texts are as short as those of options, and instruct nobody."""
    for listed in found:
        text = listed.text.rstrip()
        is_sentence = text.endswith((";", ",")) or (text.endswith(".") and not _OTHER.search(text))
        if is_sentence or len(text) > _LONGEST or _INSTRUCTS.match(text):
            return False
    return True


def _is_legend(found: Sequence[Listed], spots: Sequence[Spot]) -> bool:
    """Whether a list says what the columns of the spots below it mean."""
    rect = lines_rect(found)
    below = [spot for spot in spots if 0 < spot.rect.y_mm - bottom_of(rect) < _NEXT_ROW_MM]
    return len(found) >= _LEVELS and any(len(row) == len(found) for row in rows_of(below)[:2])


def _parted(words: Sequence[Word], told: Sequence[Listed]) -> list[Word]:
    """Return words, each number and letter that is to be ringed left out."""
    by_word = {id(listed.whole): listed for listed in told}
    found = []
    for word in words:
        listed = by_word.get(id(word))
        if listed is None:
            found.append(word)
        elif len(word.text) > len(listed.mark.text):
            left_mm = right_of(listed.mark.rect)
            rect = replace(word.rect, x_mm=left_mm, w_mm=right_of(word.rect) - left_mm)
            found.append(replace(word, text=word.text[len(listed.mark.text) :], rect=rect))
    return found


def _spot(listed: Listed, words: Sequence[Word]) -> Spot:
    """Return an area around the number or letter that leaves the words before and behind it theirs."""
    rect, share = listed.mark.rect, len(listed.code) / (len(listed.mark.text) + 1)
    is_bracketed = listed.mark.text.startswith("(")
    x_mm = rect.x_mm + rect.w_mm * (0.5 if is_bracketed else min(share, 0.5))
    level = [word.rect for word in words if word is not listed.whole and shared_height(word.rect, rect) > 0.5]
    ends = [x_mm - right_of(one) for one in level if right_of(one) < x_mm]
    glued = listed.whole.text != listed.mark.text
    starts = [one.x_mm - x_mm for one in level if one.x_mm > x_mm] + [right_of(rect) - x_mm] * glued
    free_mm = 2 * min([*ends, *starts], default=_WIDEST_MM)
    high_mm = min(_SIDE * listed.mark.size_mm, _WIDEST_MM)
    wide_mm = min(high_mm, max(free_mm, _NARROWEST_MM))
    y_mm = rect.y_mm + rect.h_mm / 2
    place = Rect(x_mm - wide_mm / 2, y_mm - high_mm / 2, wide_mm, high_mm)
    return Spot(place, SpotLook.DIGIT, listed.code, (AreaDoubt.RINGED_OPTION,))
