"""The form being edited: done, previewed, undone, done again, saved."""

import pytest

from form_templates.editing.errors import EditRefused
from form_templates.editing.history import FormDocument
from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.operations.questions import RelabelItem
from form_templates.editing.operations.settling import SettleDoubts
from form_templates.editing.operations.texts import SetNote
from form_templates.model import ItemId, Language
from tests.form_templates.editing.build import form, large_form, ref

NUDGE = MoveAreas((ref("c01", "1"),), 0.1, 0.0)
OTHER_NUDGE = MoveAreas((ref("c02", "1"),), 0.1, 0.0)


@pytest.fixture
def document():
    return FormDocument(form())


def names(entries):
    return [str(entry.name) for entry in entries]


def typed(words):
    return RelabelItem(ItemId("c01"), Language.VIETNAMESE, words)


def test_that_what_is_done_can_be_undone_and_done_again(document):
    moved = document.do(NUDGE)
    noted = document.do(SetNote("x"))

    assert (document.undo_name, document.redo_name) == ("note changed", None)
    assert document.undo() is moved
    assert document.undo() == form()
    assert document.undo() == form()
    assert (document.undo_name, document.redo_name) == (None, "1 area moved 0.1 mm")
    document.redo()
    assert document.redo() is noted
    assert names(document.done) == ["1 area moved 0.1 mm", "note changed"]


def test_that_what_was_undone_is_gone_after_another_edit(document):
    document.do(NUDGE)
    document.undo()

    document.do(SetNote("x"))

    assert document.undone == ()
    assert names(document.done) == ["note changed"]


def test_that_ten_nudges_in_one_gesture_are_one_entry(document):
    for _ in range(10):
        document.do(NUDGE, continues=True)

    assert names(document.done) == ["1 area moved 1 mm"]
    assert document.undo() == form()


def test_that_nudges_apart_or_of_other_areas_are_entries_of_their_own(document):
    document.do(NUDGE, continues=True)
    document.do(NUDGE)
    document.do(OTHER_NUDGE, continues=True)

    assert len(document.done) == 3


def test_that_typing_goes_on_until_it_is_saved_or_undone(document):
    document.do(typed("A"))
    document.do(typed("AB"), continues=True)
    document.mark_saved()
    document.do(typed("ABC"), continues=True)
    document.undo()
    document.do(typed("ABD"), continues=True)

    assert [entry.after.item(ItemId("c01")).label.vi for entry in document.done] == ["AB", "ABD"]


def test_that_a_gesture_there_and_back_again_leaves_no_entry(document):
    document.do(SetNote("x"))
    document.do(NUDGE)
    document.do(MoveAreas(NUDGE.refs, -0.1, 0.0), continues=True)

    assert names(document.done) == ["note changed"]


def test_that_an_edit_that_changes_nothing_leaves_no_entry_and_what_was_undone(document):
    document.do(NUDGE)
    document.undo()

    document.do(typed("Câu 1"))

    assert document.done == ()
    assert document.redo_name == "1 area moved 0.1 mm"


def test_that_a_preview_changes_nothing(document):
    shown = document.preview(NUDGE)

    assert shown != document.form
    assert document.form == form()
    assert document.done == ()


def test_that_a_refused_edit_changes_nothing(document):
    document.do(NUDGE)
    document.undo()

    with pytest.raises(EditRefused):
        document.do(MoveAreas((ref("none", "1"),), 1.0, 0.0))

    assert document.form == form()
    assert document.redo_name is not None


def test_that_a_form_is_changed_until_it_is_saved_or_what_was_saved_again(document):
    assert not document.is_changed
    document.do(NUDGE)
    assert document.is_changed
    document.mark_saved()
    assert not document.is_changed
    document.undo()
    assert document.is_changed
    document.do(NUDGE)
    assert not document.is_changed


def test_that_a_form_that_was_never_saved_is_changed():
    assert FormDocument(form(), is_saved=False).is_changed


def test_that_a_doubt_settled_changes_no_form_and_can_be_undone_and_done_again(document):
    before = document.form
    document.do(SettleDoubts((ItemId("c01"), ItemId("c02"))))
    document.do(SettleDoubts((ItemId("c01"),)))  # which it is already
    assert document.form is before
    assert document.settled == {"c01", "c02"}
    assert document.is_changed
    assert names(document.done) == ["2 questions found right"]
    document.mark_saved()
    assert not document.is_changed
    document.undo()
    assert document.settled == set()
    assert document.is_changed
    document.redo()
    assert document.settled == {"c01", "c02"}
    assert not document.is_changed


def test_that_what_was_settled_stays_so_when_the_history_forgets_it():
    document = FormDocument(form(), most_entries=2)
    document.do(SettleDoubts((ItemId("c01"),)))
    for number in range(4):
        document.do(SetNote(f"{number}"))
    assert document.settled == {"c01"}


def test_that_a_full_history_forgets_the_oldest_and_never_the_form():
    document = FormDocument(form(), most_entries=3)
    for number in range(10):
        document.do(SetNote(f"{number}"))

    assert document.form.note == "9"
    assert [document.undo().note for _ in range(5)] == ["8", "7", "6", "6", "6"]


def test_that_entries_share_what_an_edit_does_not_touch():
    document = FormDocument(large_form())
    document.do(MoveAreas((ref("c101", "1"),), 0.1, 0.0))

    entry = document.done[0]

    assert entry.after.sections is entry.before.sections
    assert sum(new is old for new, old in zip(entry.after.pages, entry.before.pages, strict=True)) == 7
