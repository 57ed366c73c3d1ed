"""The line for handwriting: proposals and earlier entries, and what they must not do."""

import pytest
from PySide6.QtCore import Qt

from gui.answering.answer_edit import AnswerEdit


@pytest.fixture
def edit(qtbot):
    made = AnswerEdit()
    qtbot.addWidget(made)
    made.show()
    made.ask("", 0, ("Cần thêm ghế", "Tốt"))
    return made


def test_that_enter_keeps_a_proposal_only_after_it_could_be_seen(qtbot, edit):
    edit.propose("Tốt")
    with qtbot.assertNotEmitted(edit.confirmed):
        qtbot.keyClick(edit.edit, Qt.Key.Key_Return)
    edit._proposed_s -= 1.0

    with qtbot.waitSignal(edit.confirmed):
        qtbot.keyClick(edit.edit, Qt.Key.Key_Return)
    assert edit.text() == "Tốt"


def test_that_typing_replaces_a_proposal_and_tab_goes_on_from_it(qtbot, edit):
    edit.propose("Tốt")
    qtbot.keyClick(edit.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(edit.edit, " lam")
    assert edit.text() == "Tốt lam"

    edit.ask("", 0)
    edit.propose("Tốt")
    qtbot.keyClicks(edit.edit, "x")
    assert edit.text() == "x"


def test_that_a_proposal_never_overwrites_what_was_typed_or_emptied(qtbot, edit):
    qtbot.keyClicks(edit.edit, "x")
    edit.propose("Tốt")
    assert edit.text() == "x"

    qtbot.keyClick(edit.edit, Qt.Key.Key_Escape)
    edit.propose("Tốt")
    assert edit.text() == ""


def test_that_letters_are_no_proposal_for_a_number(edit):
    edit.ask("", 2)

    edit.propose("abc")
    assert edit.text() == ""
    edit.propose("12")
    assert edit.text() == "12"


def test_that_earlier_entries_are_found_without_diacritics(edit):
    completer = edit.edit.completer()
    completer.setCompletionPrefix("can them")

    assert completer.currentCompletion() == "Cần thêm ghế"
    assert completer.completionCount() == 1
