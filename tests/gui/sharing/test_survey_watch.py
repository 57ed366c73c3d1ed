"""Two windows on one survey: different items, decisions seen at once, nothing overwritten."""

import pytest
from PySide6.QtCore import Qt

from form_templates.model import Language
from gui.review.review_round import key_of
from gui.survey_places import SurveyPlace
from gui.survey_view import SurveyView
from gui.workspace import Workspace
from omr.results import Verification
from omr.survey.folder import Survey
from tests.omr.build import deliver

_LONG_MS = 30_000


class _Names:
    """Who decides in a window; everything else is as the test's preferences have it."""

    def __init__(self, preferences, operator):
        self._preferences = preferences
        self.operator = operator
        self.last_place = SurveyPlace.REVIEW

    def __getattr__(self, name):
        return getattr(self._preferences, name)


@pytest.fixture
def folder(survey):
    """A survey of three pages without scans; each has one doubtful answer."""
    for number in range(3):
        deliver(survey, f"{number}.jpg", f"{number}" * 64)
    survey.close()
    return survey.folder


@pytest.fixture
def open_view(qtbot, folder, preferences):
    """Opens another window of the survey for an operator."""
    opened = []

    def make(operator):
        workspace = Workspace(Survey.open(folder))
        view = SurveyView(workspace, _Names(preferences, operator), Language.VIETNAMESE)
        qtbot.addWidget(view)
        view.show()
        workspace.refresh()
        desk = view.review_page.desk
        qtbot.waitUntil(lambda: desk.round.entry is not None, timeout=_LONG_MS)
        qtbot.waitUntil(lambda: _claims(workspace.survey) >= {key_of(desk.round.entry)}, timeout=_LONG_MS)
        qtbot.waitUntil(lambda: desk.can_decide, timeout=_LONG_MS)
        opened.append(workspace)
        return view

    yield make
    for workspace in opened:
        workspace.close()


def _claims(survey):
    return survey.store.claims.of_others("nobody")


def test_that_two_windows_get_different_items_and_see_each_other_s_decisions(qtbot, open_view):
    lan, minh = open_view("Lan").review_page, open_view("Minh").review_page
    qtbot.waitUntil(lambda: key_of(minh.round.entry) != key_of(lan.round.entry), timeout=_LONG_MS)
    decided = key_of(lan.round.entry)

    qtbot.keyClick(lan.desk, Qt.Key.Key_U)

    qtbot.waitUntil(lambda: minh.round.remaining == 2, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: minh._workspace.snapshot.pages[0].verifications != {} or decided[0] != 1, timeout=_LONG_MS)
    assert {key_of(entry) for entry in minh.round.upcoming(9)} & {decided} == set()
    qtbot.waitUntil(lambda: key_of(lan.round.entry) != key_of(minh.round.entry), timeout=_LONG_MS)


def test_that_a_decision_on_what_was_decided_meanwhile_shows_it_and_overwrites_nothing(qtbot, open_view, folder):
    view = open_view("Lan")
    desk, watch = view.review_page.desk, view.workspace.watch
    page_id, item_id = key_of(desk.round.entry)
    watch._timer.stop()  # as if the other were quicker than this window looks
    rival = Verification(("4",), "Minh", "2026-11-18T09:00:00+07:00")
    with Survey.open(folder) as other:
        other.store.judgements.keep([(page_id, item_id, rival)], seen={})

        qtbot.keyClick(desk, Qt.Key.Key_U)

        assert other.store.judgements.in_force([(page_id, item_id)]) == {(page_id, item_id): rival}
        assert key_of(desk.round.entry) == (page_id, item_id)
        assert "Minh" in desk.question.reading.text()
        assert "Minh" in desk.question.notice.text()
        assert not desk.round.can_undo

        qtbot.waitUntil(lambda: desk.can_decide, timeout=_LONG_MS)
        qtbot.keyClick(desk, Qt.Key.Key_U)  # knowing it now

        (kept,) = other.store.judgements.in_force([(page_id, item_id)]).values()
        assert (kept.operator, kept.answer) == ("Lan", None)


def test_that_what_is_in_front_shows_what_another_decided_on_it(qtbot, open_view, folder):
    desk = open_view("Lan").review_page.desk
    page_id, item_id = key_of(desk.round.entry)
    with Survey.open(folder) as other:
        rival = Verification(("4",), "Minh", "2026-11-18T09:00:00+07:00")
        other.store.judgements.keep([(page_id, item_id, rival)], seen={})

    qtbot.waitUntil(lambda: "Minh" in desk.question.reading.text(), timeout=_LONG_MS)

    assert key_of(desk.round.entry) == (page_id, item_id)
    assert desk.round.remaining == 2


def test_that_a_window_that_is_closed_claims_nothing(qtbot, open_view, folder):
    view = open_view("Lan")
    view.workspace.watch.close()

    with Survey.open(folder) as other:
        assert _claims(other) == set()


def test_that_a_read_only_survey_says_so_in_the_window_and_is_not_written(qtbot, folder, preferences):
    workspace = Workspace(Survey.open(folder, is_read_only=True))
    view = SurveyView(workspace, preferences, Language.VIETNAMESE)
    qtbot.addWidget(view)
    workspace.refresh()
    qtbot.waitUntil(lambda: len(workspace.snapshot.pages) == 3, timeout=_LONG_MS)

    assert "read-only" in view.notice.text()
    assert not workspace.watch._timer.isActive()
    workspace.close()
