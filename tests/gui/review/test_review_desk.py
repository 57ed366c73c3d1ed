"""Notes, the whole page, proposals for handwriting: what they do at the desk, and what they must not do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from form_templates.model import ItemKind
from gui.answering.keys import Command
from gui.paper.picture_view import Emphasis
from gui.review import text_proposals
from gui.survey_places import SurveyPlace
from omr.results import NOT_READ, Flag

_LONG_MS = 60_000


@pytest.fixture
def desk(review):
    return review.desk


def _go_to(qtbot, desk, kind):
    template = desk._workspace.survey.template
    entries = desk.round.upcoming(len(desk.round))
    place = next(n for n, entry in enumerate(entries) if template.item(entry.item_id).kind is kind)
    desk.look(place)
    qtbot.waitUntil(lambda: desk.can_decide, timeout=_LONG_MS)
    return desk.round.entry


def test_that_only_what_is_in_front_is_loaded_before_anybody_reviews(qtbot, window, preferences, read_once):
    preferences.operator = "Lan"
    window.open_survey(read_once)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    desk = view.review_page.desk
    qtbot.waitUntil(lambda: bool(desk._loader._kept) and not view.workspace.is_busy, timeout=_LONG_MS)
    assert list(desk._loader._kept) == [desk.round.entry.page.page_id]

    view.go_to(SurveyPlace.REVIEW)

    assert desk.can_decide
    soon = {entry.page.page_id for entry in desk.round.upcoming(1)}
    assert len(soon) > 1
    qtbot.waitUntil(lambda: soon <= set(desk._loader._kept), timeout=_LONG_MS)


def test_that_a_note_is_written_shown_and_stored_with_the_decision(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.SINGLE)

    qtbot.keyClick(desk, Qt.Key.Key_M)
    qtbot.keyClicks(desk.note_edit.edit, "nhoe 2 0 u")  # keys that would decide belong to the note
    qtbot.keyClick(desk.note_edit.edit, Qt.Key.Key_Return)
    assert not desk.round.is_decided(entry)
    assert "nhoe 2 0 u" in desk.question.note.text()
    qtbot.keyClick(desk, Qt.Key.Key_Return)

    page = next(p for p in desk._workspace.survey.pages() if p.page_id == entry.page.page_id)
    assert page.verifications[entry.item_id].note == "nhoe 2 0 u"
    desk.undo()
    page = next(p for p in desk._workspace.survey.pages() if p.page_id == entry.page.page_id)
    assert entry.item_id not in page.verifications


def test_that_escape_leaves_the_note_as_it_was(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.SINGLE)

    qtbot.keyClick(desk, Qt.Key.Key_M)
    qtbot.keyClicks(desk.note_edit.edit, "x")
    qtbot.keyClick(desk.note_edit.edit, Qt.Key.Key_Escape)

    assert desk.round.note(entry) == ""
    assert desk.note_edit.isHidden()


def test_that_the_whole_page_outlines_every_area_and_fills_what_was_read(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.SINGLE)

    qtbot.keyClick(desk, Qt.Key.Key_F)

    template = desk._workspace.survey.template
    layout = template.page(entry.page.identity.page)
    outlines = {(o.area.item_id, o.area.option): o.emphasis for o in desk.view.outlines}
    assert {(area.item_id, area.option) for area in layout.areas} <= set(outlines)
    assert Emphasis.READ in outlines.values()
    own = {emphasis for (item_id, _), emphasis in outlines.items() if item_id == entry.item_id}
    assert own <= {Emphasis.DOUBT, Emphasis.READING}
    assert desk.view.picture.focus is None

    qtbot.keyClick(desk, Qt.Key.Key_F)
    assert desk.view.picture.focus is not None


def test_that_on_the_whole_page_arrows_move_over_it_and_decide_nothing(qtbot, desk):
    _go_to(qtbot, desk, ItemKind.SINGLE)
    before, position = desk.round.remaining, desk.round.position
    qtbot.keyClick(desk, Qt.Key.Key_F)
    for _ in range(6):
        qtbot.keyClick(desk, Qt.Key.Key_Plus)
    top = desk.view.verticalScrollBar().value()

    qtbot.keyClick(desk, Qt.Key.Key_Down)

    assert desk.view.verticalScrollBar().value() > top
    assert (desk.round.remaining, desk.round.position) == (before, position)


def test_that_a_click_on_another_item_of_the_page_decides_nothing(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.SINGLE)
    qtbot.keyClick(desk, Qt.Key.Key_F)
    before = desk.round.remaining
    other = next(o for o in desk.view.outlines if o.area.item_id != entry.item_id and o.area.option)

    place = desk.view.mapFromScene(other.area.rect.center())
    qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert desk.round.remaining == before


def test_that_keys_with_control_command_also_while_something_is_typed(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.TEXT)
    control = Qt.KeyboardModifier.ControlModifier

    qtbot.keyClick(desk.panel.line.edit, Qt.Key.Key_F, control)
    assert desk.view.picture.focus is None
    qtbot.keyClick(desk.panel.line.edit, Qt.Key.Key_F, control)
    qtbot.keyClick(desk.panel.line.edit, Qt.Key.Key_U, control)

    assert desk.round.verification(entry).answer is None
    assert desk.round.is_decided(entry)
    desk.undo()


def test_that_an_earlier_entry_is_offered_for_the_next_one(qtbot, desk):
    entry = _go_to(qtbot, desk, ItemKind.TEXT)
    desk.panel.line.edit.setText("Cần thêm ghế")

    qtbot.keyClick(desk.panel.line.edit, Qt.Key.Key_Return)

    assert desk._typed[entry.item_id][0] == "Cần thêm ghế"
    desk.undo()


def test_that_a_proposal_of_the_program_comes_into_an_empty_line(qtbot, desk, monkeypatch):
    monkeypatch.setattr(text_proposals, "can_propose", lambda: True)
    monkeypatch.setattr(text_proposals, "propose_text", lambda _pixels, is_number: "tốt")
    # What is in hand was begun before there was anything to propose, and would count as found.
    qtbot.waitUntil(lambda: desk._proposals._in_hand is None, timeout=_LONG_MS)
    desk._proposals.forget()

    entry = _go_to(qtbot, desk, ItemKind.TEXT)
    qtbot.waitUntil(lambda: desk.panel.line.text() == "tốt", timeout=_LONG_MS)

    assert desk.panel.line.is_proposed
    assert not desk.round.is_decided(entry)


def test_that_a_proposal_nobody_confirms_is_no_answer_however_one_goes_on(qtbot, desk, monkeypatch):
    monkeypatch.setattr(text_proposals, "can_propose", lambda: True)
    monkeypatch.setattr(text_proposals, "propose_text", lambda _pixels, is_number: "7" if is_number else "tốt")
    # What is in hand was begun before there was anything to propose, and would count as found.
    qtbot.waitUntil(lambda: desk._proposals._in_hand is None, timeout=_LONG_MS)
    desk._proposals.forget()
    entry = _go_to(qtbot, desk, ItemKind.TEXT)
    qtbot.waitUntil(lambda: desk.panel.line.is_proposed, timeout=_LONG_MS)
    before = desk.round.remaining

    desk.look(-1)
    desk.look(1)
    desk.show_whole_page(is_whole=True)
    desk.show_whole_page(is_whole=False)
    desk._workspace.refresh()
    qtbot.waitUntil(lambda: not desk._workspace.is_busy, timeout=_LONG_MS)

    assert desk.round.remaining == before
    page = next(page for page in desk._workspace.survey.pages() if page.page_id == entry.page.page_id)
    assert entry.item_id not in page.verifications
    assert page.readings[entry.item_id].answer == ()


def _without_reading(desk, entry):
    """Have the entry in front say that nothing of it is on the paper."""
    reading = replace(entry.reading, answer=(), p_wrong=NOT_READ, flags=frozenset({Flag.CUT_OFF}))
    page = replace(entry.page, readings={**entry.page.readings, entry.item_id: reading})
    desk.round.ask_again(replace(entry, page=page, reading=reading))
    desk.round._entries[desk.round.position] = replace(entry, page=page, reading=reading)
    desk.show_entry()


@pytest.mark.parametrize("kind", [ItemKind.SINGLE, ItemKind.TEXT])
def test_that_enter_makes_no_blank_of_what_is_cut_off_or_written(qtbot, desk, kind):
    entry = _go_to(qtbot, desk, kind)
    if kind is ItemKind.SINGLE:
        _without_reading(desk, entry)
    keys_go_to = desk.panel.line.edit if kind is ItemKind.TEXT else desk
    qtbot.keyClick(keys_go_to, Qt.Key.Key_Return)

    assert not desk.round.is_decided(entry)
    assert desk.question.notice.text()
    assert not desk.question.reading.text()
    assert desk.decisions.buttons[Command.CONFIRM].isVisible() == (kind is ItemKind.TEXT)

    qtbot.keyClick(keys_go_to, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert desk.round.is_decided(entry)
    page = next(p for p in desk._workspace.survey.pages() if p.page_id == entry.page.page_id)
    assert page.verifications[entry.item_id].answer == ()
