"""Doubts about areas that were found are worded, in the window's own words."""

from pathlib import Path

from gui.i18n.doubt_messages import DOUBTS, NOTES, describe_area_doubt, describe_note
from gui.i18n.fact_messages import advise_form_file, describe_page_problem
from omr.forms.page_findings import unreadable
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.notes import NoteKind, ReadingNote
from omr.results import Reason


def test_that_every_doubt_has_a_sentence():
    assert set(AreaDoubt) - DOUBTS.keys() == set()
    assert len(set(DOUBTS.values())) == len(DOUBTS)


def test_that_the_window_says_what_the_command_says():
    for doubt in AreaDoubt:
        said, printed = describe_area_doubt(doubt), doubt.sentence
        assert said == f"{printed[0].upper()}{printed[1:]}."


def test_that_every_note_is_told_with_its_facts():
    facts = {
        "name": "a.jpg",
        "page": "2",
        "other": "7",
        "others": "8, 9",
        "count": "10",
        "lines": "1) A",
        "names": "b.jpg",
        "why": "?",
    }
    for kind in NoteKind:
        told = describe_note(ReadingNote(kind, facts))

        assert "{" not in told
        assert [value for key, value in facts.items() if f"{{{key}}}" in kind.value and value not in told] == []
    assert set(NOTES) == set(NoteKind)


def test_that_a_note_says_in_the_windows_words_why_a_file_was_left_out():
    why = unreadable(Path("b.pdf"), Reason.FILE_ENCRYPTED, "")

    told = describe_note(ReadingNote(NoteKind.UNREADABLE, {"names": "b.pdf", "why": why}))

    assert told == f"Left out: b.pdf: {describe_page_problem(why)}"
    assert why.message not in told


def test_that_a_form_file_that_is_lost_or_of_an_odd_size_comes_with_what_to_do():
    for reason in (Reason.FILE_NOT_FOUND, Reason.IMAGE_TOO_LARGE, Reason.IMAGE_TOO_SMALL):
        assert advise_form_file(unreadable(Path("form.pdf"), reason, ""))
