"""Spots that show how to mark, or belong to the office: no answers."""

import re
from collections.abc import Sequence

from omr.forms.proposing.content.places import bottom_of, right_of, shared_height
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, are_alike, rows_of

_HOW_TO_MARK = wording(
    r"\s*\(?(cách (đánh dấu|ghi|chọn|trả lời)|hướng dẫn (cách )?(đánh dấu|trả lời)|how to mark|right way|like this)"
)
_NAME_OF_EXAMPLE = r"\s*\(?(v[ií]\s?d[uụ]|vd|mẫu|hướng dẫn|đúng|sai|example|e\.g\.|sample|correct|incorrect|wrong)"
_LABEL = wording(_NAME_OF_EXAMPLE + r"( \w+)?\s*\d{0,2}\s*[:：(]")
_WORD_ALONE = re.compile(_NAME_OF_EXAMPLE + r"\)?", re.IGNORECASE)
_MARK_READ = wording(r"\s*\(?(v[ií]\s?d[uụ]|vd|example|e\.g\.)\s*[:.]?\s*[MXVWNKZvxwyY4&@%√✓✔]{1,2}\s*")
_BEFORE_MM = 30.0  # from the word "example" to the first box
_UNEVEN = 1.8  # of the shortest step between an example's boxes, up to the next that is part of it
_HEADED_MM, _BLOCK_MM = 16.0, 70.0  # from such a heading to the first spots below it, and to the first mark
_SAME_LINE_MM = 1.2
_NEAR_MM = 14.0  # an example's other boxes stand as near to the one that is marked


def without_examples(spots: Sequence[Spot], examples: Sequence[Spot], phrases: Sequence[Phrase]) -> list[Spot]:
    """Return the spots without those beside a printed mark, behind "example", or in a marked block below that word."""
    dropped: set[int] = set()
    for row in rows_of([*spots, *examples]):
        marked = [spot for spot in row if spot in examples]
        for spot in row:
            if marked and _hangs_on(spot, marked, row):
                dropped.add(id(spot))
        for phrase in phrases:
            behind = [spot for spot in row if spot.x_mm > right_of(phrase.rect)]
            if behind and _names_example(phrase.text) and _is_before(phrase, behind[0]):
                dropped.update(id(spot) for spot in _close_to_each_other(behind))
    for phrase in phrases:
        if _names_example(phrase.text):
            dropped.update(id(spot) for spot in _block_below(phrase, spots, examples))
    return [spot for spot in spots if id(spot) not in dropped]


def _close_to_each_other(row: Sequence[Spot]) -> list[Spot]:
    """Return the first spots of a row up to one that looks otherwise or stands far from, or off the step of, those."""
    found = [row[0]]
    most_mm = _BEFORE_MM
    for spot in row[1:]:
        step_mm = spot.x_mm - found[-1].x_mm
        if step_mm > most_mm or not are_alike(found[0], spot):
            break
        found.append(spot)
        most_mm = min(most_mm, _UNEVEN * step_mm)
    return found


def _block_below(phrase: Phrase, spots: Sequence[Spot], examples: Sequence[Spot]) -> list[Spot]:
    """Return the spots around the printed marks below a heading: a whole number grid may be filled in as an example."""
    block = [mark for mark in examples if _is_below(phrase, mark, _BLOCK_MM)]
    left = list(spots)
    reached = block
    while reached:
        reached = [spot for spot in left if any(_is_next(spot, one) for one in reached)]
        left = [spot for spot in left if spot not in reached]
        block = [*block, *reached]
    if not any(_is_below(phrase, spot, _HEADED_MM) for spot in block):
        return []
    return [spot for spot in block if spot.y_mm > bottom_of(phrase.rect)]


def _is_below(phrase: Phrase, spot: Spot, most_mm: float) -> bool:
    is_near = 0 < spot.y_mm - bottom_of(phrase.rect) < most_mm
    return is_near and phrase.rect.x_mm - _BEFORE_MM < spot.x_mm < right_of(phrase.rect) + _BEFORE_MM


def _is_next(one: Spot, other: Spot) -> bool:
    """Whether two spots of a kind stand beside or below each other, as in a grid."""
    across_mm, down_mm = sorted((abs(one.x_mm - other.x_mm), abs(one.y_mm - other.y_mm)))
    return are_alike(one, other) and across_mm < _SAME_LINE_MM and down_mm < _NEAR_MM


def _names_example(text: str) -> bool:
    """Whether words announce an example; rows that only speak of one, or of help given, are questions.

    "Ví dụ:", "Example" and "Cách đánh dấu" do; "hướng dẫn" at the beginning of a line in the middle of a sentence does
    not, nor does "Sample collection was prompt". A box with a mark in it may have been read as a letter: "Ví dụ M".
    """
    is_alone = any(pattern.fullmatch(text.strip()) for pattern in (_WORD_ALONE, _MARK_READ))
    is_alone &= text.lstrip(" (")[:1].isupper()
    return is_alone or _LABEL.match(text) is not None or _HOW_TO_MARK.match(text) is not None


def _hangs_on(spot: Spot, marked: Sequence[Spot], row: Sequence[Spot]) -> bool:
    """Whether a spot of a row can be reached from a marked one by short steps over spots of its kind."""
    reached = list(marked)
    grew = True
    while grew and spot not in reached:
        grew = False
        for other in row:
            if other not in reached and any(_is_near(other, one) for one in reached):
                reached.append(other)
                grew = True
    return spot in reached


def _is_near(one: Spot, other: Spot) -> bool:
    return are_alike(one, other) and abs(one.x_mm - other.x_mm) < _NEAR_MM


def _is_before(phrase: Phrase, spot: Spot) -> bool:
    is_near = 0 < spot.x_mm - right_of(phrase.rect) < _BEFORE_MM
    return is_near and shared_height(phrase.rect, spot.rect) > 0.35
