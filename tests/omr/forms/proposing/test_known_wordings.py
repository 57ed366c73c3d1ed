"""Words of forms whose accents a copy lost."""

import pytest

from omr.forms.proposing.known_wordings import wording


@pytest.mark.parametrize("text", ["ghi chú", "GHI CHÚ", "Ghi chu", "(nhan xét)"])
def test_that_words_are_found_without_their_accents(text: str) -> None:
    assert wording(r"\bghi chú\b|nhận xét").search(text)


@pytest.mark.parametrize("text", ["màu sắc", "ghi chủ", "yêu"])
def test_that_words_with_other_accents_are_other_words(text: str) -> None:
    assert wording("mẫu|ghi chú|yếu").search(text) is None


def test_that_classes_and_escapes_of_a_pattern_keep_their_meaning() -> None:
    pattern = wording(r"\[v[ií]\s?d[uụ]\W\D[^\W\d]đ")

    assert pattern.search("[ví dụ: Xd")
    assert pattern.search("[vi dụ: 1d") is None
