"""Rows of digits that count."""

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.raster.counted_rows import mend_counted_rows


def _row(*texts: str) -> list[Word]:
    return [Word(text, Rect(20.0 + 10 * place, 30.0, 2.0, 2.6), 3.6) for place, text in enumerate(texts)]


def test_that_a_misread_digit_is_what_the_others_say() -> None:
    assert [word.text for word in mend_counted_rows(_row("1", "2", "S", "4", "l"))] == ["1", "2", "3", "4", "5"]


def test_that_a_word_as_far_before_the_digits_as_they_are_apart_stays_a_word() -> None:
    assert [word.text for word in mend_counted_rows(_row("kê", "1", "2", "3", "4"))] == ["kê", "1", "2", "3", "4"]
