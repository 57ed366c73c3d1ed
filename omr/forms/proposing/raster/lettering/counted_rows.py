"""Rows of digits or letters that count, a few of them misread -> what they must be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import right_of, shared_height

_FEWEST = 4
_LONGEST = 2  # letters
_UNEVEN = 0.18  # of the step
_LEAST_APART = 0.8  # of their height: nearer to each other they are a word
_BAR = 0.3  # widths of what is no digit but a "1" or a stroke, of its height
_LEAST_SHARE = 0.6  # of a row that must agree


def mend_counted_rows(words: Sequence[Word]) -> list[Word]:
    """Return words with those of evenly spaced rows that count, such as 1 2 3 4 5, as they must be."""
    mended = list(words)
    places = [place for place, word in enumerate(words) if _may_count(word.text)]
    for row in _rows(words, places):
        for place, text in zip(row, _counted([words[place].text for place in row]), strict=True):
            mended[place] = replace(mended[place], text=text)
    return mended


def counted_among(words: Sequence[Word], unread: Sequence[Rect]) -> list[Word]:
    """Return words for ink that nobody read where rows that count, such as 2 3 4 5, need one: their first perhaps.

    Args:
        words: Those of the page.
        unread: Places of ink as large as letters, digits of one number together.
    """
    added = [Word("", rect, rect.h_mm) for rect in unread]
    every = [*words, *added]
    places = [place for place, word in enumerate(every) if not word.text or _may_count(word.text)]
    found = []
    for row in _rows(every, places):
        known = [every[place] for place in row if every[place].text]
        if len(known) == len(row) or not known:
            continue
        for place, text in zip(row, _counted([every[place].text for place in row]), strict=True):
            rect = every[place].rect
            if not every[place].text and text and (text == "1" or rect.w_mm > _BAR * rect.h_mm):
                found.append(replace(known[0], text=text, rect=rect))
    return found


def _may_count(text: str) -> bool:
    """Whether a short word may be a number or a letter that counts, misread perhaps, and not a word of two letters."""
    return len(text) <= _LONGEST and text.isalnum() and not (len(text) > 1 and text.isalpha())


def _rows(words: Sequence[Word], places: Sequence[int]) -> list[list[int]]:
    """Return runs of short words beside each other in even steps."""
    lines: list[list[int]] = []
    for place in sorted(places, key=lambda one: words[one].rect.x_mm):
        rect = words[place].rect
        for line in lines:
            last = words[line[-1]].rect
            if (
                shared_height(last, rect) > 0.7
                and 0.75 < last.h_mm / rect.h_mm < 1.33
                and rect.x_mm - right_of(last) > _LEAST_APART * rect.h_mm
            ):
                line.append(place)
                break
        else:
            lines.append([place])
    return [row for line in lines for row in _even(words, line) if len(row) >= _FEWEST]


def _even(words: Sequence[Word], line: Sequence[int]) -> list[list[int]]:
    if len(line) < _FEWEST:
        return []
    steps_mm = [words[two].rect.center_mm[0] - words[one].rect.center_mm[0] for one, two in pairwise(line)]
    usual_mm = median(steps_mm)
    rows, row = [], [line[0]]
    for place, step_mm in zip(line[1:], steps_mm, strict=True):
        if abs(step_mm - usual_mm) > _UNEVEN * usual_mm:
            rows.append(row)
            row = []
        row.append(place)
    return [*rows, row]


def _counted(texts: Sequence[str]) -> list[str]:
    """Return texts as most of them count; as they are if most do not."""
    for step in (1, -1):
        for ranks, letters in (
            ([int(text) if text.isdecimal() else None for text in texts], str),
            ([ord(text) if len(text) == 1 and text.isalpha() else None for text in texts], chr),
        ):
            starts = Counter(rank - step * index for index, rank in enumerate(ranks) if rank is not None)
            if not starts:
                continue
            start, votes = starts.most_common(1)[0]
            last = start + step * (len(texts) - 1)
            if votes >= _LEAST_SHARE * len(texts) and min(start, last) >= 0:
                return [letters(start + step * index) for index in range(len(texts))]
    return list(texts)
