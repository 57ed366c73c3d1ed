"""Names and labels fit into SPSS without losing half a letter."""

from hypothesis import given
from hypothesis import strategies as st

from exports.spss_limits import NAME_BYTES, NOTE_BYTES, cut_to_bytes, to_names, to_note


@given(st.text(), st.integers(min_value=3, max_value=40))
def test_that_a_cut_text_fits_and_is_still_text(text: str, most: int) -> None:
    assert len(cut_to_bytes(text.encode(errors="ignore").decode(), most).encode()) <= most


def test_that_a_letter_is_kept_whole_with_its_marks_or_not_at_all() -> None:
    assert cut_to_bytes("Tiếp", 6) == "Tiếp"  # "ế" takes three bytes
    assert cut_to_bytes("Tiếp cận", 7) == "Ti…"
    assert cut_to_bytes("Tiếp cận", 8) == "Tiế…"
    assert cut_to_bytes("axx\u0323\u0323\u0323", 7) == "ax…"  # no composed letter exists for x with a dot below


@given(st.lists(st.text(max_size=80), max_size=12))
def test_that_names_are_legal_and_different(wanted: list[str]) -> None:
    names = to_names(wanted)

    assert len({name.upper() for name in names}) == len(wanted)
    assert all(name.isascii() and name[0].isalpha() and len(name) <= NAME_BYTES for name in names)
    assert all(not name.endswith("_") for name in names)


def test_that_names_stay_recognisable() -> None:
    assert to_names(["c01", "C01", "Đánh giá", "all", "1a", "p1.Q1"]) == [
        "c01",
        "C01_2",
        "Danh_gia",
        "all_1",
        "v1a",
        "p1_Q1",
    ]


def test_that_a_note_breaks_between_words() -> None:
    text = "A – gộp câu trả lời: số câu trả lời hài lòng chia cho tổng số câu trả lời của mọi tiêu chí"

    lines = to_note(text)

    assert " ".join(lines) == text
    assert all(len(line.encode()) <= NOTE_BYTES for line in lines)
