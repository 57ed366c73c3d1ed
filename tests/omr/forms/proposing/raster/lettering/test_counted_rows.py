"""Rows of digits that count."""

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.raster.lettering.counted_rows import counted_among, mend_counted_rows


def _row(*texts: str) -> list[Word]:
    return [Word(text, Rect(20.0 + 10 * place, 30.0, 2.0, 2.6), 3.6) for place, text in enumerate(texts)]


def test_that_a_misread_digit_is_what_the_others_say() -> None:
    assert [word.text for word in mend_counted_rows(_row("1", "2", "S", "4", "l"))] == ["1", "2", "3", "4", "5"]


def test_that_a_word_as_far_before_the_digits_as_they_are_apart_stays_a_word() -> None:
    assert [word.text for word in mend_counted_rows(_row("kê", "1", "2", "3", "4"))] == ["kê", "1", "2", "3", "4"]


def _unread(place: int, width_mm: float) -> Rect:
    return Rect(20.0 + 10 * place, 30.0, width_mm, 2.6)


def test_that_ink_in_the_place_of_a_first_middle_or_last_digit_is_that_digit() -> None:
    row = _row("?", "2", "3", "?", "5", "6", "7", "8", "9", "?")
    words = [word for word in row if word.text != "?"]

    found = counted_among(words, [_unread(0, 0.8), _unread(3, 2.0), _unread(9, 4.0), Rect(75.0, 60.0, 2.0, 2.6)])

    assert [(word.text, word.rect.x_mm) for word in found] == [("1", 20.0), ("4", 50.0), ("10", 110.0)]


def test_that_a_stroke_before_the_digits_is_no_zero() -> None:
    assert not counted_among(_row("?", "1", "2", "3", "4")[1:], [_unread(0, 0.4)])
