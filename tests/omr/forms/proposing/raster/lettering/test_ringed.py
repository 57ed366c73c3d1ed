"""What stands in rings, corrected by the others of their row and column."""

import numpy as np
from numpy.typing import NDArray

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedShape, Word
from omr.forms.proposing.content.places import holds
from omr.forms.proposing.raster.ink import PX_PER_MM
from omr.forms.proposing.raster.lettering.ringed import UNREAD, complete_rings, filled_rings
from omr.opencv import cv2

_BLANK = np.zeros((1200, 900), np.uint8)


def _texts(rings: list[Rect], read: dict[int, str]) -> tuple[list[str], list[PrintedShape]]:
    """Return what the rings hold after correction, of those in which something was read."""
    words = [
        Word(text, Rect(rings[place].x_mm + 1, rings[place].y_mm + 1, 1, 1.6), 2.5) for place, text in read.items()
    ]
    found, marks = complete_rings(words, rings, _BLANK)
    held = {word.rect.center_mm: word.text for word in found}
    texts = []
    for ring in rings:
        inside = [text for (x, y), text in held.items() if 0 < x - ring.x_mm < 3.6 and 0 < y - ring.y_mm < 3.6]
        texts.append("".join(inside))
    return texts, marks


def test_that_digits_misread_in_a_column_that_counts_are_corrected() -> None:
    rings = [Rect(20 + 6 * column, 10 + 5 * row, 3.6, 3.6) for column in range(2) for row in range(10)]
    read = {place: str(place % 10) for place in range(20)} | {0: "O", 4: "A", 17: "1"}

    texts, _ = _texts(rings, read)

    assert texts == [str(place % 10) for place in range(20)]


def test_that_what_a_single_ring_of_an_empty_row_holds_is_forgotten() -> None:
    rings = [Rect(20 + 6 * column, 10 + 8 * row, 3.6, 3.6) for row in range(3) for column in range(6)]

    texts, marks = _texts(rings, {6: "20"})

    assert texts == [""] * 18
    assert marks == []


def test_that_a_column_too_pale_to_be_read_counts_as_the_one_beside_it() -> None:
    rings = [Rect(20 + 6 * column, 10 + 5 * row, 3.6, 3.6) for column in range(3) for row in range(10)]
    read = {place: str(place % 10) for place in range(10)} | {11: "1", 16: "b"}

    texts, _ = _texts(rings, read)

    assert texts == [str(place % 10) for place in range(30)]


def test_that_letters_misread_as_crosses_in_many_rings_are_no_marks() -> None:
    rings = [Rect(20 + 12 * column, 10 + 8 * row, 3.6, 3.6) for row in range(4) for column in range(2)]

    texts, marks = _texts(rings, {place: "x" if place % 2 == 0 else "B" for place in range(8)})

    assert all(texts)
    assert marks == []


def test_that_a_speck_in_a_box_is_neither_print_nor_a_mark() -> None:
    rings = [Rect(20 + 12 * column, 10, 2.7, 2.7) for column in range(4)]
    ink = _BLANK.copy()
    x, y = (round(side * PX_PER_MM) for side in rings[2].center_mm)
    ink[y - 2 : y + 3, x - 2 : x + 3] = 1

    words, marks = complete_rings((), rings, ink)

    assert (words, marks) == ([], [])


def test_that_the_line_of_a_thick_ring_is_not_what_it_holds() -> None:
    rings = [Rect(20, 10 + 8 * row, 2.7, 2.7) for row in range(4)]
    ink = _BLANK.copy()
    for ring in rings:
        middle = tuple(round(side * PX_PER_MM) for side in ring.center_mm)
        cv2.circle(ink, middle, 13, (1,), 6)

    words, _ = complete_rings((), rings, ink)

    assert words == []


def _inked(rings: list[Rect], places: set[int]) -> NDArray[np.uint8]:
    ink = _BLANK.copy()
    for place in places:
        x, y = (round(side * PX_PER_MM) for side in rings[place].center_mm)
        ink[y - 8 : y + 9, x - 4 : x + 5] = 1
    return ink


def test_that_rings_of_the_same_columns_hold_something_or_nothing_together() -> None:
    rings = [Rect(20 + 6 * column, 10 + 8 * row, 3.6, 3.6) for row in range(4) for column in range(5)]

    most, _ = complete_rings((), rings, _inked(rings, set(range(20)) - {1, 4, 7, 11}))
    few, _ = complete_rings((), rings, _inked(rings, {1, 4, 11}))

    assert [word.text for word in most] == [UNREAD] * 20
    assert few == []


def test_that_a_column_that_is_empty_in_every_row_stays_empty() -> None:
    rings = [Rect(20 + 6 * column, 10 + 8 * row, 3.6, 3.6) for row in range(4) for column in range(5)]

    words, _ = complete_rings((), rings, _inked(rings, {place for place in range(20) if place % 5 < 4}))

    assert len(words) == 16


def test_that_dirt_in_one_ring_of_many_rows_is_no_printed_mark() -> None:
    rings = [Rect(20 + 6 * column, 10 + 8 * row, 3.6, 3.6) for row in range(4) for column in range(5)]

    words, marks = complete_rings((), rings, _inked(rings, {7}))

    assert (words, marks) == ([], [])


def test_that_ink_in_one_of_two_boxes_alone_is_a_printed_mark() -> None:
    rings = [Rect(20 + 6 * column, 10, 3.6, 3.6) for column in range(2)]

    _, marks = complete_rings((), rings, _inked(rings, {0}))

    assert len(marks) == 1


def test_that_few_rings_printed_full_are_marks_and_many_are_not() -> None:
    rings = [Rect(20 + 8 * column, 10, 2.9, 2.9) for column in range(5)]
    discs = [_BLANK.copy(), _BLANK.copy()]
    for ink, full in zip(discs, ((1,), (0, 1, 3)), strict=True):
        for place in range(5):
            middle = tuple(round(side * PX_PER_MM) for side in rings[place].center_mm)
            cv2.circle(ink, middle, 16, (1,), -1 if place in full else 2)

    assert [filled_rings(rings, ink) for ink in discs] == [{1}, set()]
    words, marks = complete_rings((), rings, _BLANK, filled={1})
    assert words == []
    assert [holds(rings[1], mark.rect) for mark in marks] == [True]
