"""Taking things away through the real window: one menu, every kind of file, and the way to what was written."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from exports.tally.selection import Selection
from form_templates.model import Language
from gui.exporting import proposed_name
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.errors import Cancelled
from tests.conftest import UNITS

_LONG_MS = 60_000
NAME = UNITS[1].name


@pytest.fixture
def view(qtbot, window, read_once):
    """The survey's view at its results."""
    window.open_survey(read_once)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.RESULTS)
    return window.survey_view


@pytest.fixture
def opened(monkeypatch):
    """What was asked of the desktop to open."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()))
    return urls


def _today():
    return f"{datetime.now().astimezone():%Y-%m-%d}"


def _choose(qtbot, view, action, monkeypatch, target):
    """Choose an entry, answer where to, and wait until it is written."""
    asked = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *arguments: asked.append(arguments[2]) or target)
    workbook = (target, False) if target else None
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *arguments: asked.append(arguments[2]) or workbook)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_arguments: target)
    action.trigger()
    qtbot.waitUntil(view.results_page.export_button.isEnabled, timeout=_LONG_MS)
    return asked


@pytest.mark.parametrize(
    ("entry", "ending", "first_bytes"),
    [
        ("workbook", ".xlsx", b"PK"),
        ("round_report", ".pdf", b"%PDF"),
        ("spss", ".sav", b"$FL2"),
        ("parquet", ".parquet", b"PAR1"),
        ("answers", ".csv", b"\xef\xbb\xbfbatch"),
    ],
)
def test_that_every_entry_writes_its_kind_of_file(qtbot, view, monkeypatch, tmp_path, entry, ending, first_bytes):
    menu = view.results_page.export_menu

    (proposal,) = _choose(qtbot, view, getattr(menu, entry), monkeypatch, tmp_path / "out")

    assert proposal.name == f"{view.workspace.survey.folder.name}-{_today()}{ending}"
    assert (tmp_path / f"out{ending}").read_bytes().startswith(first_bytes)


def test_that_the_report_of_a_unit_is_offered_once_one_is_chosen(qtbot, view, monkeypatch, tmp_path):
    page = view.results_page
    assert not page.export_menu.unit_report.isEnabled()

    page.selection_bar.choose(Selection(unit=UNITS[1].code))
    assert page.export_menu.unit_report.text() == f"Báo cáo của {NAME} (PDF)…"
    (proposal,) = _choose(qtbot, view, page.export_menu.unit_report, monkeypatch, tmp_path / "a.pdf")

    folder = view.workspace.survey.folder.name
    assert proposal.name == f"{folder}-{UNITS[1].code} - {NAME}-{_today()}.pdf"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    page.selection_bar.choose(Selection())
    assert not page.export_menu.unit_report.isEnabled()


def test_that_a_name_tells_the_round_unless_the_folder_does_and_fits_any_disk(survey):
    def name_of(round_name):
        survey.settings = replace(survey.settings, round_name=round_name)
        return proposed_name(survey, ".pdf", what="phiếu", unit=UNITS[0].code)

    unit = f"{UNITS[0].code} - {UNITS[0].name}"
    assert name_of("Đợt 1/2026") == f"Khảo sát-Đợt 1 2026-phiếu-{unit}-{_today()}.pdf"
    assert name_of("Khảo") == name_of("") == f"Khảo sát-phiếu-{unit}-{_today()}.pdf"
    assert len(name_of("đ" * 500).encode()) < 255


def test_that_what_was_written_can_be_opened_and_found_from_the_form_too(qtbot, view, monkeypatch, tmp_path, opened):
    page = view.results_page
    assert not page.state.open_button.isVisible()
    _choose(qtbot, view, page.export_menu.answers, monkeypatch, tmp_path / "a.csv")

    for place, state in ((SurveyPlace.RESULTS, page.state), (SurveyPlace.FORM, view.form_page.state)):
        view.go_to(place)
        for button in (state.open_button, state.folder_button):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert opened == 2 * [str(tmp_path / "a.csv"), str(tmp_path)]


def test_that_each_unit_gets_its_report_and_the_folder_is_offered(qtbot, view, monkeypatch, tmp_path, opened):
    page = view.results_page
    _choose(qtbot, view, page.export_menu.unit_reports, monkeypatch, tmp_path)

    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [f"{u.code} - {u.name}.pdf" for u in UNITS]
    assert not page.state.open_button.isVisible()
    qtbot.mouseClick(page.state.folder_button, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path)]


def test_that_everything_goes_into_a_new_folder_which_is_offered(qtbot, view, monkeypatch, tmp_path, opened):
    page = view.results_page
    monkeypatch.setattr("gui.file_writing.proposed_name", lambda _survey: "all")
    _choose(qtbot, view, page.export_menu.everything, monkeypatch, tmp_path)

    written = {path.suffix for path in (tmp_path / "all").iterdir()}
    assert written == {".xlsx", ".pdf", ".csv", ".sav", ".sps", ".parquet", ".txt"}
    qtbot.mouseClick(page.state.folder_button, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "all")]


def test_that_the_reports_can_be_stopped_and_the_window_says_so(qtbot, view, monkeypatch, tmp_path):
    state = view.results_page.state

    def write(_survey, _request, report, cancel):
        report((1, 135))
        assert cancel.wait(_LONG_MS / 1000)
        raise Cancelled

    monkeypatch.setattr("gui.file_writing.export_unit_reports", write)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_arguments: tmp_path)
    view.results_page.export_menu.unit_reports.trigger()
    qtbot.waitUntil(lambda: state.label.text() == "Đã ghi 1/135 báo cáo")
    assert not view.results_page.export_menu.workbook.isEnabled()
    qtbot.mouseClick(state.cancel_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(view.results_page.export_button.isEnabled, timeout=_LONG_MS)
    assert state.label.text() == "Đã dừng. Những gì đã ghi được giữ lại."
    assert not state.cancel_button.isVisible()
    assert not state.folder_button.isVisible()


def test_that_thinking_better_of_it_writes_nothing(qtbot, view, monkeypatch, tmp_path):
    _choose(qtbot, view, view.results_page.export_menu.unit_reports, monkeypatch, None)
    _choose(qtbot, view, view.results_page.export_menu.workbook, monkeypatch, None)

    assert view.results_page.state.label.text() == ""


def test_that_the_menu_follows_the_language(qtbot, view, window):
    menu = view.results_page.export_menu
    view.results_page.selection_bar.choose(Selection(unit=UNITS[0].code))

    window.set_language(Language.ENGLISH)

    qtbot.waitUntil(lambda: menu.unit_report.text() == f"Report of {UNITS[0].name} (PDF)…")
    assert menu.spss.text() == "Data for SPSS (.sav)…"
    view.results_page.selection_bar.choose(Selection())
