"""A person says of two scans whether they show one sheet, and takes it back; nothing is lost before."""

from types import SimpleNamespace

import pytest

from gui.scan.sheets.compared_pages import ComparedPages
from gui.scan.sheets.same_sheet_dialog import SameSheetDialog
from gui.scan.sheets.sheet_questions_panel import SheetQuestionsPanel
from omr.rescans.sheet_questions import SheetPair, SheetQuestion
from omr.results import PageOutcome
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.omr.build import deliver, kept_reading, read_page


@pytest.fixture
def survey(tmp_path, frozen_template):
    """A survey with two pages that look alike."""
    with Survey.create(tmp_path / "s", frozen_template, units=UNITS) as survey:
        for number in (1, 2):
            deliver(survey, f"{number}.jpg", str(number) * 64, kept_reading(""))
        yield survey


@pytest.fixture
def dialog(qtbot, monkeypatch, preferences, survey):
    """The dialog about these pages, without their pictures."""
    monkeypatch.setattr(ComparedPages, "show_pair", lambda self, pair: None)
    preferences.operator = "Lan"
    snapshot = SimpleNamespace(sheet_questions=(SheetQuestion((SheetPair(*survey.pages()),)),))
    workspace = SimpleNamespace(survey=survey, snapshot=snapshot, change=lambda work: work(), picture_jobs=None)
    dialog = SameSheetDialog(workspace, preferences)
    qtbot.addWidget(dialog)
    return dialog


def _counted(survey):
    return [page.source for page in survey.pages() if page.outcome is PageOutcome.READ]


def test_that_both_scans_count_until_a_person_says_which(dialog, survey):
    assert _counted(survey) == ["1.jpg", "2.jpg"]

    for button, counted in (
        (dialog.earlier_button, ["1.jpg"]),
        (dialog.later_button, ["2.jpg"]),
        (dialog.both_button, ["1.jpg", "2.jpg"]),
    ):
        button.click()
        assert _counted(survey) == counted
        assert dialog.question is None
        dialog.undo_button.click()
        assert _counted(survey) == ["1.jpg", "2.jpg"]
        assert dialog.question is not None
    assert [page.same_sheet_as for page in survey.pages()] == [None, None]


def test_that_nothing_can_be_said_when_all_is_answered(dialog):
    assert not dialog.undo_button.isEnabled()

    dialog.both_button.click()

    assert not any(each.isEnabled() for each in (dialog.earlier_button, dialog.later_button, dialog.both_button))
    assert dialog.undo_button.isEnabled()


def test_that_nobody_who_does_not_sign_decides(dialog, survey, monkeypatch):
    monkeypatch.setattr("gui.widgets.dialogs.sign", lambda *_: "")

    dialog.earlier_button.click()

    assert _counted(survey) == ["1.jpg", "2.jpg"]
    assert dialog.question is not None


def test_that_the_panel_counts_questions_and_hides_without(qtbot):
    panel = SheetQuestionsPanel()
    qtbot.addWidget(panel)
    assert panel.isHidden()

    panel.show_questions([SheetQuestion((SheetPair(read_page(1), read_page(1)),))] * 3)

    assert not panel.isHidden()
    assert panel.title.text().startswith("3 ")
    with qtbot.waitSignal(panel.answers_wanted):
        panel.answer_button.click()
