"""The operator's place with real paper: what keys do, and what they must not do."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from form_templates.model import ItemKind
from gui.answering.keys import Command
from gui.paper.picture_view import Emphasis
from omr.results import Flag

_LONG_MS = 60_000


def _go_to(qtbot, review, wanted):
    """Bring the first entry whose item is ``wanted`` to the front."""
    template = review._workspace.survey.template
    entries = review.round.upcoming(len(review.round))
    places = [place for place, entry in enumerate(entries) if wanted(template.item(entry.item_id))]
    assert places, "the pile is made so that every kind of item is doubtful somewhere"
    review.look(places[0])
    qtbot.waitUntil(lambda: review.can_decide, timeout=_LONG_MS)
    return template.item(review.round.entry.item_id)


def test_that_a_digit_keeps_the_option_with_this_key(qtbot, review):
    item = _go_to(qtbot, review, lambda item: item.kind is ItemKind.SINGLE)
    entry = review.round.entry

    qtbot.keyClick(review.desk, Qt.Key.Key_2)

    assert review.round.verification(entry).answer == (item.options[1].value,)
    review.undo()


def test_that_nothing_is_decided_before_its_paper_is_shown(qtbot, review):
    before = review.round.remaining
    review.desk.draft.lose_sight()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_U):
        qtbot.keyClick(review.desk, key)

    assert review.round.remaining == before


def test_that_a_key_held_down_decides_nothing_more(qtbot, review):
    before = review.round.remaining

    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, "0", autorep=True)
    review.desk.keyPressEvent(held)

    assert review.round.remaining == before


def test_that_moving_decides_nothing(qtbot, review):
    before = review.round.remaining

    qtbot.keyClick(review.desk, Qt.Key.Key_PageDown)
    qtbot.keyClick(review.desk, Qt.Key.Key_Right)
    qtbot.keyClick(review.desk, Qt.Key.Key_PageUp)

    assert review.round.position == 1
    assert review.round.remaining == before


def test_that_several_marks_are_ticked_and_confirmed(qtbot, review):
    item = _go_to(qtbot, review, lambda item: item.kind is ItemKind.SINGLE)
    entry = review.round.entry
    qtbot.keyClick(review.desk, Qt.Key.Key_D)
    for option in review.desk.draft.chosen:
        review.desk.panel.pick(option)

    qtbot.keyClick(review.desk, Qt.Key.Key_2)
    qtbot.keyClick(review.desk, Qt.Key.Key_1)
    assert not review.round.is_decided(entry)
    qtbot.keyClick(review.desk, Qt.Key.Key_Return)

    assert review.round.verification(entry).answer == (item.options[0].value, item.options[1].value)
    review.undo()


def test_that_letters_typed_as_handwriting_choose_nothing(qtbot, review):
    _go_to(qtbot, review, lambda item: not item.kind.is_choice)
    entry = review.round.entry
    edit = review.desk.panel.line.edit
    edit.clear()

    qtbot.keyClicks(edit, "Um 10")

    assert edit.text() == "Um 10"
    assert not review.round.is_decided(entry)


def test_that_an_empty_line_is_called_blank_and_undo_reaches_behind_typing(qtbot, review):
    _go_to(qtbot, review, lambda item: not item.kind.is_choice)
    entry = review.round.entry
    before = review.round.remaining
    review.desk.panel.line.edit.clear()

    qtbot.keyClick(review.desk.panel.line.edit, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert review.round.verification(entry).answer == ()
    assert review.round.remaining == before - 1
    review.undo()

    assert review.round.entry == entry
    assert not review.round.is_decided(entry)


def test_that_the_reading_stands_out_on_paper(qtbot, review):
    _go_to(qtbot, review, lambda item: item.kind is ItemKind.SINGLE)
    entry = review.round.entry

    emphases = {outline.area.option: outline.emphasis for outline in review.desk.view.outlines}

    assert {option for option, emphasis in emphases.items() if emphasis is Emphasis.READING} == set(
        entry.reading.answer
    )
    assert Flag.HANDWRITING not in entry.reading.flags


def test_that_a_click_on_a_box_chooses_it(qtbot, review):
    item = _go_to(qtbot, review, lambda item: item.kind is ItemKind.SINGLE)
    entry = review.round.entry
    outline = next(each for each in review.desk.view.outlines if each.area.option == item.options[0].value)
    point = review.desk.view.mapFromScene(outline.area.rect.center())

    qtbot.mouseClick(review.desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert review.round.verification(entry).answer == (item.options[0].value,)
    review.undo()


def test_that_every_button_in_review_can_be_reached_by_tab(review):
    buttons = [
        *review.desk.panel.options.buttons.values(),
        review.desk.decisions.buttons[Command.CONFIRM],
        review.desk.decisions.buttons[Command.ON],
    ]

    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_that_nothing_waits_is_not_said_before_anybody_looked(qtbot, review):
    workspace = review._workspace
    entries, snapshot = review.round, workspace.snapshot
    workspace.is_behind = True
    review.round.renew(())

    review._show_state()
    before = review.idle_title.text()
    workspace._on_refreshed(replace(snapshot, queue=()))

    assert before != review.idle_title.text()
    assert review.results_button.isVisible()
    assert entries is review.round


def test_that_a_survey_is_behind_from_the_end_of_a_batch_until_it_was_looked_at(qtbot, review):
    workspace = review._workspace
    assert not workspace.is_behind

    workspace._on_batch_ended()

    assert workspace.is_behind
    qtbot.waitUntil(lambda: not workspace.is_behind, timeout=_LONG_MS)
