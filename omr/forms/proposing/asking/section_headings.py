"""Titles and headings among the words that are part of no question."""

from omr.forms.proposing.asking.prompts import names_column
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase, phrase_of

_NATIONAL = wording(r"cộng hòa xã hội|cộng hoà xã hội|độc lập\s*[-–—]")
_NUMBERED = wording(r"^\s*((phần|mục|section|part)\s+\w{1,5}\b|[IVX]{1,5}\s*[.):]|[A-H]\s*[.):]\s)")
_ASKING = wording(r"^\s*(câu|questions?|q)\s*\d{1,3}(\s*[,&–-]\s*\d{1,3})*\s*[.):]")
_LONGEST = 140  # letters of a heading
_TOP_SHARE = 0.55  # of a page, in which its title stands
_MOST_TITLE_LINES = 3


def title_lines(view: PageView, first_mm: float) -> list[Phrase]:
    """Return the lines of the largest words above the first question; none if they are not larger than the others."""
    limit_mm = min(first_mm, view.frame.h_mm * _TOP_SHARE)
    lines = [
        phrase
        for phrase in view.phrases_within(0.0, limit_mm)
        if not view.is_used(phrase)
        and not _NATIONAL.search(phrase.text)
        and _letters(phrase) >= 3
        and not names_column(phrase)
        and not _is_name_of_section(phrase)
    ]
    if not lines:
        return []
    largest = max(line.size_mm for line in lines)
    found = [line for line in lines if line.size_mm > 0.97 * largest and (line.is_bold or largest > 4.6)]
    return found[:_MOST_TITLE_LINES]


def section_headings(view: PageView) -> list[Phrase]:
    """Return the headings in a frame, from top to bottom; of those right below each other the lowest."""
    lines = [phrase for phrase in view.phrases if not view.is_used(phrase) and _is_heading(phrase)]
    lines = [line for line in lines if not _heads_a_column(line, view)]
    return [_whole(line, view) for line in sorted(lines, key=lambda line: line.middle_mm)]


def _is_heading(phrase: Phrase) -> bool:
    if _letters(phrase) < 3 or len(phrase.text) > _LONGEST or _NATIONAL.search(phrase.text) or names_column(phrase):
        return False
    is_loud = phrase.is_bold or phrase.text.isupper()
    return is_loud or _NUMBERED.match(phrase.text) is not None


def _heads_a_column(phrase: Phrase, view: PageView) -> bool:
    """Whether words on the same level head columns of spots, so that these head the column of the questions."""
    level = [other for other in view.beside(phrase.rect) if other is not phrase]
    cell = view.cell_at(phrase.rect.center_mm)
    is_in_row = (
        cell is not None
        and cell.rect.w_mm < 0.6 * view.frame.w_mm
        and any(view.cell_at(other.rect.center_mm) not in (None, cell) and len(other.text) > 4 for other in level)
    )
    return is_in_row or (any(map(view.is_used, level)) and not _is_name_of_section(phrase))


def _is_name_of_section(phrase: Phrase) -> bool:
    """Whether a phrase names what is asked below it though options stand beside it: "B. ..." or "Câu 4, 5. ..."."""
    return _NUMBERED.match(phrase.text) is not None or _ASKING.match(phrase.text) is not None


def _whole(phrase: Phrase, view: PageView) -> Phrase:
    """Return a heading with the number that stands in a cell of its own before it."""
    before = [
        other
        for other in view.beside(phrase.rect)
        if other.rect.x_mm < phrase.rect.x_mm and len(other.text) <= 4 and not view.is_used(other)
    ]
    return phrase_of([*before[-1].words, *phrase.words]) if before else phrase


def _letters(phrase: Phrase) -> int:
    return sum(letter.isalpha() for letter in phrase.text)
