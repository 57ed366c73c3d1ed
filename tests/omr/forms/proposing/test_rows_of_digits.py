"""Which rows of bare digits are answers, and which are headings of others."""

from dataclasses import replace

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.spotting.bare_digits import find_bare_digits


def _row(y_mm: float, *, bold: tuple[int, ...] = ()) -> list[Word]:
    return [
        Word(str(column + 1), Rect(100.0 + 18 * column, y_mm, 2.3, 3.4), 4.85, is_bold=column in bold)
        for column in range(5)
    ]


def test_that_a_digit_that_looks_bold_makes_no_heading_of_the_row_above() -> None:
    words = [*_row(50), *_row(63, bold=(0,)), *_row(76, bold=(0, 3))]

    assert [round(row[0].y_mm) for row in find_bare_digits(words)] == [52, 65, 78]


def test_that_a_bold_row_over_others_is_their_heading() -> None:
    words = [*_row(50, bold=(0, 1, 2, 3, 4)), *_row(63), *_row(76)]

    assert [round(row[0].y_mm) for row in find_bare_digits(words)] == [65, 78]


def test_that_a_row_is_no_heading_because_rows_below_look_a_little_bolder() -> None:
    words = [*_row(50, bold=(0, 3)), *_row(63, bold=(0, 1, 3)), *_row(76, bold=(0, 1, 2))]

    assert len(find_bare_digits(words)) == 3


def test_that_sizes_rounded_to_the_one_or_the_other_side_make_no_heading() -> None:
    """In a scan the size of a digit is one of a few; more of one row may be rounded up than of the next."""
    sizes = [(3.88, 3.88, 4.23, 3.88, 4.23), (3.88, 4.23, 4.23, 3.88, 4.23), (3.88, 4.23, 4.23, 3.88, 4.23)]
    words = [
        replace(word, size_mm=size)
        for row, row_sizes in enumerate(sizes)
        for word, size in zip(_row(50 + 10 * row), row_sizes, strict=True)
    ]

    assert len(find_bare_digits(words)) == 3


def test_that_digits_less_high_than_those_below_are_their_heading_whatever_size_was_read() -> None:
    """A few digits of one row are read as of one size and of another; how high they are is the same in all."""
    low = [
        replace(word, rect=replace(word.rect, h_mm=2.9), size_mm=size)
        for word, size in zip(_row(50), (4.85, 4.2, 4.85, 4.85, 4.85), strict=True)
    ]

    assert [round(row[0].y_mm) for row in find_bare_digits([*low, *_row(63), *_row(76)])] == [65, 78]
