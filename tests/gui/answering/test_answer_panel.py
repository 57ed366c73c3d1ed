"""Where an item is answered: what keys and clicks become."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from form_templates.model import Item, ItemId, ItemKind, Language, Option, Text
from gui.answering.answer_draft import AnswerDraft, Answered, Asked
from gui.answering.answer_panel import AnswerPanel
from gui.answering.keys import REVIEW_KEYS, Command

_OPTIONS = (Option("1", Text("Có")), Option("2", Text("Không")))
_SINGLE = Item(ItemId("q"), ItemKind.SINGLE, Text("?"), _OPTIONS)
_TEXT = Item(ItemId("t"), ItemKind.TEXT, Text("?"), ())


@pytest.fixture
def panel(qtbot):
    """A panel of review, and what it told."""
    made = AnswerPanel(AnswerDraft(keeps_reading=True), REVIEW_KEYS)
    qtbot.addWidget(made)
    made.told = []
    made.answered.connect(made.told.append)
    made.commanded.connect(made.told.append)
    made.show()
    return made


def _key(key, text="", *, modifiers=Qt.KeyboardModifier.NoModifier, autorep=False):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, autorep)


def test_that_a_key_answers_with_its_option_once_the_paper_was_seen(panel):
    panel.ask(Asked("a", _SINGLE, ("1",), ("1",)), Language.VIETNAMESE)
    panel.take_key(_key(Qt.Key.Key_2, "2"), is_typing=False)
    assert panel.told == []

    panel.draft.see("a")
    assert panel.take_key(_key(Qt.Key.Key_2, "2"), is_typing=False)
    assert panel.told == [Answered(("2",))]


def test_that_a_command_that_answers_nothing_keeps_nothing(panel):
    panel.ask(Asked("a", _SINGLE), Language.VIETNAMESE)
    panel.draft.see("a")

    panel.answer_by(Command.NOTE)

    assert panel.told == []


def test_that_what_stands_in_the_line_is_answered(panel):
    panel.ask(Asked("a", _TEXT, ("cũ",)), Language.VIETNAMESE)
    panel.draft.see("a")
    panel.line.edit.setText("mới")

    panel.answer_by(Command.CONFIRM)

    assert panel.told == [Answered(("mới",))]


def test_that_the_text_of_one_answer_is_not_kept_for_the_next(panel):
    panel.ask(Asked("a", _TEXT), Language.VIETNAMESE)
    panel.line.edit.setText("của câu trước")

    panel.ask(Asked("b", _TEXT), Language.VIETNAMESE)
    panel.draft.see("b")
    panel.answer_by(Command.CONFIRM)

    assert panel.told == [Answered(())]


def test_that_a_key_held_down_in_the_line_decides_no_row_of_answers(panel):
    control = Qt.KeyboardModifier.ControlModifier
    panel.ask(Asked("a", _TEXT), Language.VIETNAMESE)

    QApplication.sendEvent(panel.line.edit, _key(Qt.Key.Key_U, "\x15", modifiers=control, autorep=True))
    assert panel.told == []
    QApplication.sendEvent(panel.line.edit, _key(Qt.Key.Key_U, "\x15", modifiers=control))
    assert panel.told == [Command.UNREADABLE]
