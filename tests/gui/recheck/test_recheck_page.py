"""The re-check in the real window: blind, by keyboard, by two different people."""

import shutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from form_templates.model import ItemKind, Language
from gui.paper.picture_view import Emphasis
from gui.recheck.overview_panel import Tab
from gui.survey_places import SurveyPlace
from omr.errors import SurveyBusy
from omr.results import AnswerStatus

_LONG_MS = 60_000


@pytest.fixture
def recheck(qtbot, window, preferences, read_once, tmp_path):
    """The overview of the re-check, Lan at the keyboard."""
    preferences.operator = "Lan"
    window.open_survey(shutil.copytree(read_once, tmp_path / "s"))
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.RECHECK)
    page = window.survey_view.recheck_page
    qtbot.waitUntil(lambda: page.state is not None, timeout=_LONG_MS)
    return page


def _reading(page):
    entry = page.desk.entry
    return page.state.pages[entry.page_id].readings[entry.item_id].answer


def _start(qtbot, page, key=Qt.Key.Key_Return):
    _press(qtbot, page, key)
    qtbot.waitUntil(lambda: page.desk.can_decide, timeout=_LONG_MS)


def _press(qtbot, page, key):
    """Press a key in the overview, as a person does: on what has the focus."""
    page.window().activateWindow()
    page.overview.setFocus()
    qtbot.waitUntil(page.overview.hasFocus, timeout=_LONG_MS)
    qtbot.keyClick(page.overview, key)


def _go_to(qtbot, page, wanted):
    """Bring the first entry whose item is ``wanted`` to the front."""
    while not wanted(page.desk._item()):
        page.desk._session.pass_by()
        page.desk._show_entry()
    qtbot.waitUntil(lambda: page.desk.can_decide, timeout=_LONG_MS)
    return page.desk._item()


def _leave(qtbot, page):
    qtbot.keyClick(page.desk, Qt.Key.Key_Escape)
    workspace = page._workspace
    qtbot.waitUntil(lambda: not (workspace.jobs.is_busy or page._is_looking or page._is_stale), timeout=_LONG_MS)


def _checks(page):
    return page._workspace.survey.rechecks.checks()


def _other_than(page):
    """An answer that the program did not read."""
    reading, options = _reading(page), page.desk._item().options
    return next(option.value for option in options if (option.value,) != reading)


def test_that_a_key_keeps_a_signed_check_and_no_verification(qtbot, recheck):
    _start(qtbot, recheck)
    item = _go_to(qtbot, recheck, lambda item: item.kind is ItemKind.SINGLE)
    entry = recheck.desk.entry

    qtbot.keyClick(recheck.desk, Qt.Key.Key_2)

    (check,) = _checks(recheck)
    assert (check.key, check.answer, check.operator) == (
        (entry.page_id, entry.item_id), (item.options[1].value,), "Lan",
    )  # fmt: skip
    assert recheck.desk.entry != entry
    assert all(not page.verifications for page in recheck._workspace.survey.pages())


def test_that_nothing_on_the_desk_shows_the_reading(qtbot, recheck):
    _start(qtbot, recheck)
    desk = recheck.desk
    for wanted in (ItemKind.SINGLE, ItemKind.MULTIPLE):
        _go_to(qtbot, recheck, lambda item, wanted=wanted: item.kind is wanted and _reading(recheck) != ())

        assert {outline.emphasis for outline in desk.view.outlines} == {Emphasis.SOFT}
        assert not any(button.isChecked() for button in desk.panel.options.buttons.values())
        assert {button.property("reading") for button in desk.panel.options.buttons.values()} == {"false"}
        assert not any(label.text() == "đã đọc" and label.isVisible() for label in desk.findChildren(QLabel))


def test_that_enter_alone_decides_no_single_choice(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind is ItemKind.SINGLE)
    entry = recheck.desk.entry

    qtbot.keyClick(recheck.desk, Qt.Key.Key_Return)

    assert recheck.desk.entry == entry
    assert _checks(recheck) == ()


def test_that_nothing_is_checked_before_its_paper_is_shown(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind.is_choice)  # the order is drawn; 0 in a line is a digit
    recheck.desk.draft.lose_sight()

    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_U):
        qtbot.keyClick(recheck.desk, key)

    assert _checks(recheck) == ()


def test_that_a_key_held_down_checks_nothing(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind.is_choice)  # the order is drawn; 0 in a line is a digit

    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, "0", autorep=True)
    recheck.desk.keyPressEvent(held)

    assert _checks(recheck) == ()


def test_that_no_key_passes_an_answer_whose_paper_is_shown(qtbot, recheck):
    _start(qtbot, recheck)
    entry = recheck.desk.entry

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(recheck.desk, key)

    assert recheck.desk.entry == entry


def test_that_a_scan_that_cannot_be_shown_may_be_passed(qtbot, recheck):
    _start(qtbot, recheck)
    entry = recheck.desk.entry
    recheck.desk._on_load_failed(entry, SurveyBusy(recheck._workspace.survey.folder))

    qtbot.keyClick(recheck.desk, Qt.Key.Key_PageDown)

    assert recheck.desk.entry != entry
    assert _checks(recheck) == ()


def test_that_several_marks_are_ticked_and_confirmed(qtbot, recheck):
    _start(qtbot, recheck)
    item = _go_to(qtbot, recheck, lambda item: item.kind is ItemKind.SINGLE)

    for key in (Qt.Key.Key_D, Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(recheck.desk, key)
    assert _checks(recheck) == ()
    qtbot.keyClick(recheck.desk, Qt.Key.Key_Return)

    assert _checks(recheck)[0].answer == (item.options[0].value, item.options[1].value)


def test_that_undo_takes_the_check_back_and_returns_to_its_answer(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind.is_choice)  # the order is drawn; 0 in a line is a digit
    entry = recheck.desk.entry
    qtbot.keyClick(recheck.desk, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: recheck.desk.can_decide, timeout=_LONG_MS)

    qtbot.keyClick(recheck.desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert recheck.desk.entry == entry
    assert _checks(recheck) == ()


def test_that_a_check_that_cannot_be_kept_stays_in_front(qtbot, recheck, monkeypatch):
    told = []
    recheck.failed.disconnect()
    recheck.failed.connect(told.append)
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind.is_choice)  # the order is drawn; 0 in a line is a digit
    entry = recheck.desk.entry

    def fail(*_arguments):
        raise SurveyBusy(recheck._workspace.survey.folder)

    monkeypatch.setattr(recheck._workspace.survey.rechecks, "keep", fail)
    qtbot.keyClick(recheck.desk, Qt.Key.Key_0)

    assert recheck.desk.entry == entry
    assert isinstance(told[0], SurveyBusy)


def test_that_escape_shows_what_was_checked(qtbot, recheck):
    _start(qtbot, recheck)
    recheck.desk.decide(_reading(recheck))

    _leave(qtbot, recheck)

    assert recheck.stack.currentWidget() is recheck.overview
    assert recheck.state.whole.checked == 1
    assert recheck.overview.batches.index(0, 2).data() == "1"


def test_that_a_difference_is_offered_to_someone_else_only_and_becomes_verified(qtbot, recheck, window):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind is ItemKind.SINGLE)
    entry, other = recheck.desk.entry, _other_than(recheck)
    recheck.desk.panel.pick(other)
    _leave(qtbot, recheck)
    assert not recheck.overview.second_button.isEnabled()
    _press(qtbot, recheck, Qt.Key.Key_S)
    assert recheck.stack.currentWidget() is recheck.overview

    recheck.set_operator("Minh")
    assert recheck.overview.second_button.isEnabled()
    assert "(1)" in window.survey_view.navigation.buttons[SurveyPlace.RECHECK].text()
    _start(qtbot, recheck, Qt.Key.Key_S)
    assert recheck.desk.entry.item_id == entry.item_id
    recheck.desk.panel.pick(other)
    qtbot.waitUntil(lambda: recheck.state.whole.errors == 1, timeout=_LONG_MS)

    answers = [a for r in recheck._workspace.survey.responses() for a in r.answers]
    (verified,) = [answer for answer in answers if answer.status is AnswerStatus.VERIFIED]
    assert (verified.item_id, verified.answer, verified.verification.operator) == (entry.item_id, (other,), "Minh")
    assert {work.operator for work in recheck._look.work} == {"Lan", "Minh"}


def test_that_the_list_for_the_second_operator_names_no_answer(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind is ItemKind.SINGLE)
    item, other = recheck.desk._item(), _other_than(recheck)
    reading = _reading(recheck)
    recheck.desk.panel.pick(other)
    _leave(qtbot, recheck)
    recheck.set_operator("Minh")

    model = recheck.overview.second_looks
    shown = [model.index(0, column).data() for column in range(model.columnCount())]

    assert item.label.vi in shown[0]
    hints = {item.option(value).label.vi for value in (other, *reading)}
    assert not hints & set(shown)


def test_that_a_sitting_ends_when_someone_else_takes_over(qtbot, recheck, window):
    _start(qtbot, recheck)
    window.survey_view.go_to(SurveyPlace.REVIEW)
    window.survey_view.review_page.set_operator("Minh")

    window.survey_view.go_to(SurveyPlace.RECHECK)

    assert recheck.stack.currentWidget() is recheck.overview
    assert recheck.overview.operator_label.text() == "Minh"
    assert _checks(recheck) == ()


def test_that_nothing_is_checked_while_a_batch_is_read(qtbot, recheck):
    _start(qtbot, recheck)
    recheck._workspace._batch = object()

    recheck._workspace.reading_changed.emit(True)
    recheck.start()
    during = (recheck.stack.currentWidget(), recheck.overview.card.start_button.isEnabled())
    recheck._workspace._batch = None
    recheck._workspace.reading_changed.emit(False)

    assert during == (recheck.overview, False)
    assert recheck.overview.card.start_button.isEnabled()


def test_that_nobody_is_asked_twice_for_what_they_just_checked(qtbot, recheck):
    _start(qtbot, recheck)
    _go_to(qtbot, recheck, lambda item: item.kind.is_choice)  # the order is drawn; 0 in a line is a digit
    entry = recheck.desk.entry
    qtbot.keyClick(recheck.desk, Qt.Key.Key_0)
    qtbot.keyClick(recheck.desk, Qt.Key.Key_Escape)

    recheck.start()  # before the check was counted
    is_refused = recheck.desk.entry is None
    qtbot.waitUntil(lambda: recheck.state.whole.checked == 1 and not recheck._is_looking, timeout=_LONG_MS)
    recheck.start()

    assert is_refused
    assert entry not in recheck.desk._session.upcoming(1000)


def test_that_a_fresh_look_disturbs_nobody_who_types_a_name(recheck):
    recheck.overview.operator_button.click()
    recheck._on_looked(recheck._look)

    assert recheck.stack.currentWidget() is recheck.operator_form


def test_that_the_card_and_the_sitting_are_about_the_batch_that_is_chosen(qtbot, recheck):
    overview = recheck.overview
    before = (overview.batch, overview.card.scope.text())

    overview.tables[Tab.BATCHES].selectRow(1)
    recheck._on_looked(recheck._look)

    assert before == (None, "Tất cả các lô")
    assert (overview.batch, overview.card.scope.text()) == (1, "Lô 1")
    _start(qtbot, recheck)
    assert len(recheck.desk._session) == recheck.state.batches[1].more


def test_that_who_checks_is_asked_before_anything_is_shown(qtbot, recheck, preferences):
    preferences.operator = ""
    view = recheck.window().survey_view
    view.go_to(SurveyPlace.SCAN)

    view.go_to(SurveyPlace.RECHECK)
    asked = recheck.stack.currentWidget() is recheck.operator_form
    qtbot.keyClicks(recheck.operator_form.edit, "Ha")
    qtbot.keyClick(recheck.operator_form.edit, Qt.Key.Key_Return)

    assert asked
    assert preferences.operator == "Ha"
    assert recheck.stack.currentWidget() is recheck.overview


def test_that_the_overview_speaks_the_language_of_the_window(qtbot, recheck, window):
    def shown():
        texts = {label.text() for label in recheck.overview.findChildren(QLabel)}
        return texts | {button.text() for button in recheck.overview.tabs.values()}

    assert "Theo lô" in shown()
    window.set_language(Language.ENGLISH)

    qtbot.waitUntil(lambda: "By batch" in shown())
    assert "Theo lô" not in shown()
    assert recheck.overview.batches.headerData(2, Qt.Orientation.Horizontal) == "Checked"


def test_that_the_keys_work_also_while_a_table_has_the_focus(qtbot, recheck):
    table = recheck.overview.tables[Tab.BATCHES]
    recheck.window().activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus, timeout=_LONG_MS)

    with qtbot.waitSignal(recheck.overview.second_look_wanted):
        qtbot.keyClick(table, Qt.Key.Key_S)
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert recheck.stack.currentWidget() is recheck.desk


def test_that_every_part_of_the_overview_can_be_reached_by_keyboard(recheck):
    overview = recheck.overview
    buttons = [*overview.tabs.values(), overview.card.start_button, overview.second_button, overview.operator_button]

    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert all(table.accessibleName() for table in overview.tables.values())
    for tab in Tab:
        overview.show_tab(tab)
        assert overview.tables[tab].isVisible()
