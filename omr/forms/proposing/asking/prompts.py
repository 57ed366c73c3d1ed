"""The texts of questions: where they stand, and their numbers."""

import re
from collections.abc import Callable, Iterable, Sequence

from omr.forms.proposing.content.places import bottom_of, right_of
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.page_view import PageView, read_together
from omr.forms.proposing.spotting.phrases import Phrase

NUMBERED = wording(
    r"^\s*(?P<number>(?:(?:Câu hỏi|Câu|Question|Q|C)\s*\.?\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-z]\d{0,3}))"
    r"\s*[.):/](?:\s+|$|(?=[^\W\d]))"
)
"""A number before a text: ``1.``, ``Câu 3:``, ``B2)``, ``a)``."""

_COLUMN_NAME = wording(
    r"\s*(s?tt|nội dung( (đánh giá|khảo sát|câu hỏi))?|tiêu chí( đánh giá)?|câu hỏi|no\.?|items?|questions?)\s*"
)

_FARTHEST_MM = 11.0  # from a question to the first line above it
_MOST_LINES = 6
_LINE_GAP = 0.85  # between lines of one text, of the font's size
_ENDS = (":", "?", "：")


def is_numbered(phrase: Phrase) -> bool:
    """Whether a phrase begins with a number as questions do."""
    return NUMBERED.match(phrase.text) is not None


def names_column(phrase: Phrase) -> bool:
    """Whether a phrase only says that numbers or questions stand below it."""
    return _COLUMN_NAME.fullmatch(phrase.text) is not None


def is_prompt(phrase: Phrase) -> bool:
    """Whether a phrase looks like the beginning, or all, of a question."""
    return is_numbered(phrase) or phrase.text.rstrip().endswith(_ENDS)


def without_number(text: str) -> tuple[str, str]:
    """Return the number that a text begins with, bare, and the rest of it."""
    text = text.lstrip("-–•*+ ")
    found = NUMBERED.match(text)
    if found is None:
        alone = re.match(r"^\s*(\d{1,3})\s+(?=[^\W\d])", text)  # a number in a column of its own
        return (alone[1], text[alone.end() :].strip(" :")) if alone else ("", text.strip(" :"))
    return found["number"].strip(), text[found.end() :].strip(" :")


def prompt_above(view: PageView, left_mm: float, right_mm: float, y_mm: float, top_mm: float) -> list[Phrase]:
    """Return the lines right above a place that are its question, upwards until another text or a gap begins.

    Args:
        view: The page.
        left_mm: Where the place begins.
        right_mm: Where it ends.
        y_mm: Its upper edge.
        top_mm: Nothing above this belongs to it.
    """

    def is_over(phrase: Phrase) -> bool:
        return phrase.rect.x_mm < right_mm and right_of(phrase.rect) > left_mm - 12.0

    return lines_upwards(view, y_mm, top_mm, is_over)


def lines_upwards(view: PageView, y_mm: float, top_mm: float, fits: Callable[[Phrase], bool]) -> list[Phrase]:
    """Return the lines of one text above a height, the lowest of them near it."""
    lines = _lines(phrase for phrase in view.phrases_within(top_mm, y_mm) if fits(phrase) and not view.is_used(phrase))
    found: list[Phrase] = []
    edge_mm = y_mm
    for line in reversed(lines):
        low_mm, size_mm = max(bottom_of(phrase.rect) for phrase in line), line[0].size_mm
        farthest_mm = max(_LINE_GAP * size_mm, 1.2) if found else _FARTHEST_MM
        if edge_mm - low_mm > farthest_mm or (found and not _is_same_text(found, line)):
            break
        found += line
        edge_mm = min(phrase.rect.y_mm for phrase in line)
        if any(map(is_numbered, line)) or len(found) >= _MOST_LINES:
            break
    return found


def text_of(phrases: Sequence[Phrase]) -> str:
    """Return the text of the lines of a question."""
    return read_together(phrases).strip()


def _lines(phrases: Iterable[Phrase]) -> list[list[Phrase]]:
    lines: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda one: one.middle_mm):
        if lines and abs(lines[-1][0].middle_mm - phrase.middle_mm) < 0.5 * phrase.size_mm:
            lines[-1].append(phrase)
        else:
            lines.append([phrase])
    return lines


def _is_same_text(found: Sequence[Phrase], line: Sequence[Phrase]) -> bool:
    """Whether a line may be followed by those found below it, in one text."""
    last, upper = found[-1], line[0]
    is_like = last.is_bold == upper.is_bold and 0.85 < last.size_mm / upper.size_mm < 1.18
    return is_like and not upper.text.rstrip().endswith(("?", ".", ":", ";"))
