"""Numbered lines beside which no place to mark or to write was found."""

import re
from collections.abc import Sequence

from form_templates.model import Rect
from omr.forms.proposing.content.places import holds_point, right_of, shared_height
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase

FEWEST_LINES = 3
"""Numbered lines in a row that are no chance."""

_NUMBERED = re.compile(r"\s*\(?(\d{1,3})\s*[.):/]?\s+[^\W\d]")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\s*[.):/]?\s*")
_ALIGNED_MM = 3.0  # left ends of the numbers of one list
_WIDEST_GAP_MM = 30.0  # from the number to the words of its line


def find_lone_lines(view: PageView, untold: Sequence[Sequence[Rect]]) -> tuple[str, ...]:
    """Return the lines of lists that have nothing to mark or write in beside them, from top to bottom.

    Args:
        view: The page, its questions known.
        untold: Places of the numbers and letters of lists that may be options; shorter ones than others are told of.
    """
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
    parts = [_without_headings([phrase for _, phrase in found], view) for found in lists if len(found) >= FEWEST_LINES]
    lone = [phrase for part in parts if len(part) >= FEWEST_LINES for phrase in part]
    for marks in untold:
        counted = [phrase for phrase in lines if any(holds_point(phrase.rect, mark.center_mm) for mark in marks)]
        lone += [phrase for phrase in counted if phrase not in lone]
    return tuple(_with_words(phrase, lines) for phrase in sorted(lone, key=lambda one: (one.rect.y_mm, one.rect.x_mm)))


def _without_headings(lines: Sequence[Phrase], view: PageView) -> list[Phrase]:
    """Return the lines of a list that are no headings: nothing to mark lies between them and the next number."""
    tops = [phrase.rect.y_mm for phrase in lines]
    ends = [*tops[1:], 2 * tops[-1] - tops[-2]]  # the last is taken to be as far from what follows
    spots_mm = [spot.rect.center_mm[1] for spot in view.spots]
    return [
        phrase
        for phrase, top, end in zip(lines, tops, ends, strict=True)
        if not any(top < spot_mm < end for spot_mm in spots_mm)
    ]


def _with_words(phrase: Phrase, lines: Sequence[Phrase]) -> str:
    """Return a line; of a number alone, with the words behind it."""
    behind = [
        other.text
        for other in lines
        if 0 <= other.rect.x_mm - right_of(phrase.rect) < _WIDEST_GAP_MM
        and shared_height(other.rect, phrase.rect) > 0.4
    ]
    return " ".join([phrase.text, *behind[:1]]) if _NUMBER.fullmatch(phrase.text) else phrase.text


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
