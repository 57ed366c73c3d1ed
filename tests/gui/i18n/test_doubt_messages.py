"""Doubts about areas that were found are worded, in the window's own words."""

from gui.i18n.doubt_messages import DOUBTS, NOTES, describe_area_doubt, describe_note
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.notes import NoteKind, ReadingNote


def test_that_every_doubt_has_a_sentence():
    assert set(AreaDoubt) - DOUBTS.keys() == set()
    assert len(set(DOUBTS.values())) == len(DOUBTS)


def test_that_the_window_says_what_the_command_says():
    for doubt in AreaDoubt:
        said, printed = describe_area_doubt(doubt), doubt.sentence
        assert said == f"{printed[0].upper()}{printed[1:]}."


def test_that_every_note_is_told_with_its_facts():
    facts = {"name": "a.jpg", "page": "2", "other": "7", "count": "10", "names": "b.jpg"}
    for kind in NoteKind:
        told = describe_note(ReadingNote(kind, facts))

        assert "{" not in told
        assert [value for key, value in facts.items() if f"{{{key}}}" in kind.value and value not in told] == []
    assert set(NOTES) == set(NoteKind)
