"""Trying pages again that were never seen: offered where it may help, with higher limits where one was in the way."""

import pytest

from gui.scan.pages.page_actions import PageActions
from gui.scan.pages.page_panel import PagePanel
from gui.scan.pages.retry_dialog import RetryDialog
from gui.workspace import Workspace
from omr.images.limits import DEFAULT_LIMITS, GIGABYTE, ReadingLimits
from omr.responses import DeliveredPage
from omr.results import PageOutcome, Reason


def _page(reason, content_hash="a1", outcome=PageOutcome.UNREADABLE):
    return DeliveredPage(1, 1, "scan.pdf", 1, outcome, reason, content_hash=content_hash)


@pytest.fixture
def workspace(survey):
    workspace = Workspace(survey)
    yield workspace
    workspace.jobs.stop()
    workspace.picture_jobs.stop()


@pytest.mark.parametrize(
    ("page", "is_offered"),
    [
        (_page(Reason.FILE_DAMAGED), True),
        (_page(Reason.WORKER_KILLED), True),
        (_page(Reason.FILE_NOT_FOUND, content_hash=""), False),
        (_page(Reason.NO_FIDUCIALS, outcome=PageOutcome.FOREIGN), False),
        (_page(None, outcome=PageOutcome.READ), False),
    ],
)
def test_that_trying_again_is_offered_where_it_may_help(qtbot, workspace, preferences, page, is_offered):
    actions = PageActions(workspace, preferences)
    qtbot.addWidget(actions)

    actions.offer([page])

    assert actions.again_action.isEnabled() is is_offered


def test_that_pages_of_no_form_are_tried_again_where_the_survey_holds_several(qtbot, two_forms, preferences):
    workspace = Workspace(two_forms)
    actions = PageActions(workspace, preferences)
    qtbot.addWidget(actions)

    actions.offer([_page(Reason.NO_FIDUCIALS, outcome=PageOutcome.FOREIGN)])
    is_offered = actions.again_action.isEnabled()
    actions.offer([_page(Reason.BLANK_PAGE, outcome=PageOutcome.BLANK)])

    assert is_offered
    assert not actions.again_action.isEnabled()
    workspace.jobs.stop()
    workspace.picture_jobs.stop()


@pytest.mark.parametrize(
    ("reason", "is_shown"), [(Reason.PRINT_DOES_NOT_MATCH, True), (Reason.NEEDS_TOO_MUCH_MEMORY, False)]
)
def test_that_the_window_does_not_open_what_only_a_process_within_limits_may(
    qtbot, workspace, preferences, monkeypatch, reason, is_shown
):
    loaded = []
    panel, actions = PagePanel(workspace), PageActions(workspace, preferences)
    qtbot.addWidget(panel)
    qtbot.addWidget(actions)
    monkeypatch.setattr(panel, "_show_picture", loaded.append)

    panel.show_page(_page(reason))
    actions.offer([_page(reason)])

    assert bool(loaded) is is_shown
    assert actions.place_action.isEnabled() is is_shown


def test_that_the_chosen_scans_are_read_again_with_the_limits_that_were_confirmed(
    qtbot, workspace, preferences, monkeypatch
):
    asked = []
    monkeypatch.setattr(workspace, "read_again", lambda contents, limits: asked.append((contents, limits)))
    actions = PageActions(workspace, preferences)
    qtbot.addWidget(actions)
    actions.offer([_page(Reason.TAKES_TOO_LONG), _page(None, "b2", PageOutcome.READ)])

    actions.again_action.trigger()
    actions.findChild(RetryDialog).confirm_button.click()

    assert asked == [(["a1"], ReadingLimits(page_seconds=240.0))]


def test_that_limits_are_asked_only_where_one_was_in_the_way(qtbot):
    plain, limited = RetryDialog([Reason.FILE_DAMAGED]), RetryDialog([Reason.NEEDS_TOO_MUCH_MEMORY])
    qtbot.addWidget(plain)
    qtbot.addWidget(limited)

    assert not plain.memory.isVisibleTo(plain)
    assert plain.limits() == DEFAULT_LIMITS
    assert limited.memory.isVisibleTo(limited)
    assert limited.limits().memory_bytes == 6 * GIGABYTE
