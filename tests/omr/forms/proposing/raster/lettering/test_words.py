"""What of the page's ink is part of a word, and what is not."""

import numpy as np
import pytest

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.raster.ink import PX_PER_MM, pieces_of
from omr.forms.proposing.raster.lettering.tesseract import ReadWord
from omr.forms.proposing.raster.lettering.words import FoundWords, find_words
from omr.forms.proposing.raster.picture_content import picture_content
from omr.opencv import cv2

_MODULE = "omr.forms.proposing.raster.lettering.words"


def test_that_a_speck_over_a_number_does_not_make_it_higher(monkeypatch: pytest.MonkeyPatch) -> None:
    ink = np.zeros((200, 200), np.uint8)
    cv2.rectangle(ink, (60, 80), (66, 115), (1,), -1)
    cv2.ellipse(ink, (88, 98), (12, 17), 0, 0, 360, (1,), 4)
    cv2.circle(ink, (75, 68), 3, (1,), -1)
    pieces = pieces_of(ink)
    read = [ReadWord("10", (58, 62, 46, 56), (0, 0, 0), 96.0)]
    monkeypatch.setattr(f"{_MODULE}.languages", lambda: ("eng",))
    monkeypatch.setattr(f"{_MODULE}.read_words", lambda _page, _dpi, layout: read[: layout == 11])

    found = find_words(255 * (1 - ink), pieces, range(1, len(pieces.boxes)), ()).words

    assert [word.text for word in found] == ["10"]
    assert found[0].rect.h_mm * PX_PER_MM < 40


def test_that_an_empty_box_that_was_read_as_a_digit_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    page = np.full((600, 800), 255, np.uint8)
    for y in (100, 200, 300):
        cv2.rectangle(page, (100, y), (140, y + 40), (0,), 3)
    box = Rect(98 / PX_PER_MM, 98 / PX_PER_MM, 44 / PX_PER_MM, 44 / PX_PER_MM)
    word = Word("2", Rect(200 / PX_PER_MM, 105 / PX_PER_MM, 2.0, 2.5), 3.5)
    read = FoundWords((Word("2", box, 4.3), word), 100.0)
    monkeypatch.setattr("omr.forms.proposing.raster.picture_content.find_words", lambda *_: read)

    content = picture_content(page, 800 / PX_PER_MM, 600 / PX_PER_MM).content

    assert len(content.shapes) == 3
    assert content.words == (word,)


def test_that_a_digit_torn_in_two_is_what_its_row_says(monkeypatch: pytest.MonkeyPatch) -> None:
    ink = np.zeros((200, 600), np.uint8)
    for place in (0, 1, 3, 4):
        cv2.rectangle(ink, (60 + 100 * place, 80), (76 + 100 * place, 105), (1,), -1)
    cv2.rectangle(ink, (260, 80), (276, 96), (1,), -1)
    cv2.rectangle(ink, (260, 100), (276, 105), (1,), -1)
    pieces = pieces_of(ink)
    read = [
        ReadWord(text, (58 + 100 * place, 78, 21, 30), (0, 0, place), 96.0)
        for place, text in ((0, "1"), (1, "2"), (3, "4"), (4, "5_"))
    ]
    monkeypatch.setattr(f"{_MODULE}.languages", lambda: ("eng",))
    monkeypatch.setattr(
        f"{_MODULE}.read_words",
        lambda _page, _dpi, layout: read if layout == 11 else [],
    )

    found = find_words(255 * (1 - ink), pieces, range(1, len(pieces.boxes)), ()).words

    assert sorted(word.text for word in found) == ["1", "2", "3", "4", "5"]
