"""Numbered lines beside which no place to mark or to write was found."""

import re
from collections.abc import Sequence

from omr.forms.proposing.content.places import right_of, shared_height
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase

FEWEST_LINES = 3
"""Numbered lines in a row that are no chance."""

_NUMBERED = re.compile(r"\s*\(?(\d{1,3})\s*[.):/]?\s+[^\W\d]")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\s*[.):/]?\s*")
_ALIGNED_MM = 3.0  # left ends of the numbers of one list
_WIDEST_GAP_MM = 30.0  # from the number to the words of its line


def count_lone_lines(view: PageView) -> int:
    """Return how many lines of lists with running numbers have nothing to mark or write in beside them; 0 if few."""
    lines = [phrase for phrase in view.phrases if not view.is_used(phrase)]
    lists: list[list[tuple[int, Phrase]]] = []
    for phrase in sorted(lines, key=lambda one: one.rect.y_mm):
        number = _number_of(phrase, lines)
        if number is None or view.beside_spots(phrase.rect):
            continue
        for found in lists:
            last, above = found[-1]
            if number == last + 1 and abs(above.rect.x_mm - phrase.rect.x_mm) < _ALIGNED_MM:
                found.append((number, phrase))
                break
        else:
            lists.append([(number, phrase)])
    counts = (_without_headings(found, view) for found in lists if len(found) >= FEWEST_LINES)
    return sum(count for count in counts if count >= FEWEST_LINES)


def _without_headings(lines: Sequence[tuple[int, Phrase]], view: PageView) -> int:
    """Return how many lines of a list are no headings: nothing to mark lies between them and the next number."""
    tops = [phrase.rect.y_mm for _, phrase in lines]
    ends = [*tops[1:], 2 * tops[-1] - tops[-2]]  # the last is taken to be as far from what follows
    spots_mm = [spot.rect.center_mm[1] for spot in view.spots]
    return sum(not any(top < spot_mm < end for spot_mm in spots_mm) for top, end in zip(tops, ends, strict=True))


def _number_of(phrase: Phrase, lines: Sequence[Phrase]) -> int | None:
    """Return the number with which a line begins; None if it has none, or no words of its own."""
    alone = _NUMBER.fullmatch(phrase.text)
    if alone is not None:
        is_before_words = any(
            0 <= other.rect.x_mm - right_of(phrase.rect) < _WIDEST_GAP_MM
            and shared_height(other.rect, phrase.rect) > 0.4
            and _NUMBER.fullmatch(other.text) is None
            for other in lines
        )
        return int(alone[1]) if is_before_words else None
    numbered = _NUMBERED.match(phrase.text)
    return None if numbered is None else int(numbered[1])
