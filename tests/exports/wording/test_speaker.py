"""A cut text is still text."""

from hypothesis import given
from hypothesis import strategies as st

from exports.wording.speaker import cut_to_bytes


@given(st.text(), st.integers(min_value=3, max_value=40))
def test_that_a_cut_text_fits_and_is_still_text(text: str, most: int) -> None:
    assert len(cut_to_bytes(text.encode(errors="ignore").decode(), most).encode()) <= most


def test_that_a_letter_is_kept_whole_with_its_marks_or_not_at_all() -> None:
    assert cut_to_bytes("Tiếp", 6) == "Tiếp"  # "ế" takes three bytes
    assert cut_to_bytes("Tiếp cận", 7) == "Ti…"
    assert cut_to_bytes("Tiếp cận", 8) == "Tiế…"
    assert cut_to_bytes("axx\u0323\u0323\u0323", 7) == "ax…"  # no composed letter exists for x with a dot below
