"""The journal gives back what was done, whatever ended the program."""

import json
import os

import pytest

from form_templates.editing.errors import JournalNotWritable, JournalUnreadable
from form_templates.editing.history import FormDocument
from form_templates.editing.journal import Journal, read_journal, steps_of
from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.operations.questions import DeleteItems, RelabelItem
from form_templates.editing.operations.texts import SetNote
from form_templates.model import ItemId, Language
from tests.form_templates.editing.build import form, ref

NUDGE = MoveAreas((ref("c01", "1"),), 0.1, 0.0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "form.journal"


@pytest.fixture
def document(path):
    """A form of whose editing there is a journal: nudged twice in one gesture, noted, undone, worded."""
    document = FormDocument(form())
    Journal.begin(path, document)
    document.do(NUDGE)
    document.do(NUDGE, continues=True)
    document.do(SetNote("x"))
    document.undo()
    document.do(RelabelItem(ItemId("c01"), Language.VIETNAMESE, "Câu hỏi “một”\nhai"))
    return document


def names(document):
    return [entry.name for entry in document.done]


def test_that_a_journal_gives_back_form_and_history(path, document):
    reading = read_journal(path)

    assert (reading.damage, reading.is_torn, reading.steps) == (None, False, 5)
    assert reading.document.form == document.form
    assert names(reading.document) == ["1 area moved 0.2 mm", 'wording of "c01" changed']
    assert list(steps_of(reading)) == names(document)
    assert reading.good_bytes == path.stat().st_size


def test_that_a_journal_knows_what_was_saved(path, document):
    assert read_journal(path).document.is_changed

    document.mark_saved()

    assert not read_journal(path).document.is_changed


def test_that_a_journal_begun_with_an_unsaved_form_says_so(path):
    document = FormDocument(form())
    document.do(SetNote("x"))

    Journal.begin(path, document)

    assert read_journal(path).document.is_changed
    assert read_journal(path).document.form.note == "x"


def test_that_a_journal_cut_anywhere_in_its_last_line_gives_back_all_before(path, document):
    whole = path.read_bytes()
    last_line = whole.rstrip(b"\n").rfind(b"\n") + 1
    document.undo()
    before = read_journal(path).document.form

    for length in range(last_line, len(whole)):
        path.write_bytes(whole[:length])
        reading = read_journal(path)

        assert reading.document.form == before
        assert reading.is_torn is (length > last_line)
        assert reading.damage is None
    assert len(whole) - last_line > 100


def test_that_a_journal_that_was_cut_off_goes_on_behind_its_last_whole_line(path, document):
    path.write_bytes(path.read_bytes()[:-7])
    reading = read_journal(path)

    Journal.resume(path, reading)
    reading.document.do(SetNote("on"))

    assert read_journal(path).document.form == reading.document.form
    assert read_journal(path).document.form.note == "on"
    assert not read_journal(path).is_torn


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"\xff\x00garbage", "the line is damaged"),
        (b"[1]", "the line is damaged"),
        (b'{"do": {"edit": "form.colour", "v": 1}}', 'there is no operation "form.colour"'),
        (b'{"do": {"edit": "form.note", "v": 2}}', "it was written by a newer version of the program (2)"),
        (b'{"do": {"edit": "form.note", "v": 1}}', '"note" is missing'),
        (b'{"do": {"edit": "form.note", "v": 1, "note": 7}}', "must be a text in quotes"),
        (b'{"do": {"edit": "form.note", "v": 1, "note": "x", "ink": 1}}', '"ink" is not known'),
        (b'{"undo": true, "redo": true}', "it is no step of a journal"),
        (b'{"do": {"edit": "items.delete", "v": 1, "item_ids": ["none"]}}', 'there is no question "none"'),
    ],
)
def test_that_a_damaged_line_ends_the_reading_and_is_told(path, document, line, why):
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:3], line, *lines[4:]]))

    reading = read_journal(path)

    assert reading.document.form.pages[0].areas[0].rect.x_mm == 120.2
    assert (reading.damage.line, reading.damage.fact, reading.damage.lost_lines) == (4, why, 3)
    assert path.read_bytes()[: reading.good_bytes] == b"\n".join(lines[:3]) + b"\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "its first line is missing"),
        (b'{"journal": 1', "its first line is missing"),
        (b"{}\n", "it is no journal of a form"),
        (b'{"journal": 2, "form": {}, "saved": true}\n', "it was written by a newer version of the program (2)"),
        (b'{"journal": 1, "form": {"v": 1}, "saved": true}\n', '"template_id" is missing'),
        (b'{"journal": 1, "form": [], "saved": true}\n', "must be a table"),
    ],
)
def test_that_a_file_that_is_no_journal_is_told(path, content, why):
    path.write_bytes(content)

    with pytest.raises(JournalUnreadable) as unreadable:
        read_journal(path)

    assert unreadable.value.fact == why


def test_that_a_journal_that_is_not_there_is_told(path):
    with pytest.raises(JournalUnreadable) as unreadable:
        read_journal(path)

    assert unreadable.value.fact == "cannot be read: there is no such file or folder"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_that_a_pipe_in_the_place_of_a_journal_is_not_waited_for(path):
    os.mkfifo(path)

    with pytest.raises(JournalUnreadable, match="it is no ordinary file"):
        read_journal(path)


def test_that_an_edit_that_cannot_be_kept_is_done_and_told_and_none_after_it_is_written(path, document):
    path.rename(path.with_suffix(".away"))

    with pytest.raises(JournalNotWritable):
        document.do(SetNote("kept"))
    path.with_suffix(".away").rename(path)
    with pytest.raises(JournalNotWritable, match="an edit before"):
        document.do(DeleteItems((ItemId("age"),)))

    assert document.form.note == "kept"
    assert read_journal(path).document.form.note == ""
    Journal.begin(path, document)
    assert read_journal(path).document.form == document.form


def test_that_a_journal_holds_no_letters_that_could_be_torn_apart(path, document):
    assert path.read_bytes().isascii()
    assert json.loads(path.read_bytes().splitlines()[-1])["do"]["words"] == "Câu hỏi “một”\nhai"


def test_that_a_journal_is_taken_away(path, document):
    Journal(path).remove()

    assert not path.exists()
