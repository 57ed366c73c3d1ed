"""Names and notes fit into SPSS."""

from hypothesis import given
from hypothesis import strategies as st

from exports.data_files.spss_limits import NAME_BYTES, NOTE_BYTES, to_names, to_note


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
