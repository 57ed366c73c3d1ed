"""The place where scans come in: figures lead to pages, people have their say, a stopped batch goes on."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt

from form_templates.loading import load_template
from form_templates.model import ItemKind
from gui.scan.page_counts_table import TARGET_ROLE
from gui.scan.pages.page_table_model import PageColumn
from gui.scan.pages.pin_dialog import PinDialog
from gui.scan.pages.typing_dialog import TypingDialog
from gui.scan.pages.unit_dialog import UnitDialog
from gui.scan.scan_page import Outlook
from gui.scan.stack_units_dialog import StackUnitsDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from omr.batches.batch import read_batch
from omr.results import AnswerStatus, PageOutcome
from omr.survey.folder import Survey
from tests.conftest import UNITS

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def read_folder(tmp_path_factory, frozen_template, pile):
    """A survey whose pile was read, with one more page that shows too little of the form to be found."""
    scans = tmp_path_factory.mktemp("scans")
    for file in sorted(path for path in pile.folder.iterdir() if path.suffix == ".jpg"):
        (scans / file.name).write_bytes(file.read_bytes())
    _save_torn_page(pile, scans / "z-torn.png")
    folder = tmp_path_factory.mktemp("survey") / "s"
    with Survey.create(folder, frozen_template, units=UNITS) as survey:
        survey.store.issued.add({"09163": 1, "09166": 1}, 5)
        read_batch(survey, [scans], jobs=1)
    return folder


@pytest.fixture
def folder(tmp_path, read_folder):
    """A copy of it for this test alone."""
    return Path(shutil.copytree(read_folder, tmp_path / "s"))


def _save_torn_page(pile, path):
    """Save a page of which only a strip is left: too little print to place it by."""
    truth = pile.pages[0]
    pixels = np.array(Image.open(pile.folder / truth.file).convert("L"))
    height = len(pixels)
    pixels[: height // 5] = pixels[height // 3 :] = 250
    Image.fromarray(pixels).save(path)


@pytest.fixture
def view(qtbot, window, preferences, folder):
    preferences.operator = "Lan"
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    view.go_to(SurveyPlace.SCAN)
    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 13, timeout=_LONG_MS)
    return view


def _select(pages_view, *rows):
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    pages_view.table.clearSelection()
    none = QItemSelectionModel.SelectionFlag.NoUpdate
    pages_view.table.selectionModel().setCurrentIndex(pages_view.filter.index(rows[0], 0), none)
    for row in rows:
        pages_view.table.selectionModel().select(pages_view.filter.index(row, 0), select)


def _renewed(qtbot, view):
    return qtbot.waitSignal(view.workspace.pages_changed, timeout=_LONG_MS)


def _respondents(view):
    return [view.workspace.snapshot.respondents.get(page.page_id) for page in view.workspace.snapshot.pages]


def _torn(view):
    return view.workspace.snapshot.pages[-1]


def test_that_the_outcomes_sum_to_the_pages_delivered_and_each_shows_its_pages(qtbot, view):
    pages = view.scan_page.pages
    texts = {outcome: button.text() for outcome, button in pages.ledger.filters.items()}
    assert texts[None].endswith("13")
    assert sum(int(text.rsplit(" ", 1)[1]) for outcome, text in texts.items() if outcome) == 13

    qtbot.mouseClick(pages.ledger.filters[PageOutcome.READ], Qt.MouseButton.LeftButton)

    assert pages.filter.rowCount() == 12
    assert pages.table.isColumnHidden(PageColumn.REASON)


def test_that_a_figure_of_a_unit_leads_to_its_pages_and_back(qtbot, view):
    scan = view.scan_page
    scan.look_at(Outlook.UNITS)
    qtbot.waitUntil(lambda: scan.returns.model.rowCount() == 3, timeout=_LONG_MS)
    rows = [[scan.returns.model.index(r, c).data() for c in range(7)] for r in range(3)]
    assert rows[0][1:] == ["10", "6", "60,0 %", "6", "0", "0"]
    assert rows[1][:3] == ["09163 · Phường Vũ Ninh", "5", "3"]

    index = scan.returns.model.index(1, 2)
    scan.returns.table.clicked.emit(index)

    assert scan.outlooks[Outlook.PAGES].isChecked()
    assert scan.pages.filter.rowCount() == 6
    assert {page.unit for page in map(scan.pages.model.page_at, range(6))} == {"09163"}
    assert "Phường Vũ Ninh" in scan.pages.ledger.scope_button.text()
    qtbot.mouseClick(scan.pages.ledger.scope_button, Qt.MouseButton.LeftButton)
    assert scan.pages.filter.rowCount() == 13


def test_that_a_figure_of_zero_leads_nowhere(qtbot, view):
    scan = view.scan_page
    scan.look_at(Outlook.UNITS)
    qtbot.waitUntil(lambda: scan.returns.model.rowCount() == 3, timeout=_LONG_MS)

    assert scan.returns.model.index(0, 6).data(TARGET_ROLE) is None


def test_that_a_batch_shows_its_pages_by_outcome(view):
    batches = view.scan_page.batches
    read = batches.model.index(0, 3)

    batches.table.clicked.emit(read)

    assert read.data() == "12"
    assert view.scan_page.pages.filter.rowCount() == 12


def test_that_pages_and_batches_are_taken_out_of_the_count_where_they_are_listed_and_brought_back(qtbot, view):
    pages, batches = view.scan_page.pages, view.scan_page.batches
    _select(pages, 0, 1)
    taken = [pages.model.page_at(row).page_id for row in (0, 1)]

    pages.actions_row.out_action.trigger()

    qtbot.waitUntil(lambda: view.workspace.snapshot.outcomes[PageOutcome.TAKEN_OUT] == 2, timeout=_LONG_MS)
    assert pages.ledger.filters[PageOutcome.TAKEN_OUT].text().endswith("2")
    assert sum(view.workspace.snapshot.outcomes.values()) == 13
    assert pages.model.index(0, PageColumn.FILE).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert not {entry.page.page_id for entry in view.workspace.snapshot.queue} & set(taken)
    assert not pages.actions_row.out_action.isEnabled()
    pages.actions_row.in_action.trigger()
    qtbot.waitUntil(lambda: view.workspace.snapshot.outcomes[PageOutcome.TAKEN_OUT] == 0, timeout=_LONG_MS)

    batches.table.setCurrentIndex(batches.model.index(0, 0))
    batches.actions_row.out_action.trigger()

    qtbot.waitUntil(lambda: view.workspace.snapshot.outcomes[PageOutcome.TAKEN_OUT] == 13, timeout=_LONG_MS)
    assert "Lan" in batches.actions_row.name.text()
    batches.actions_row.in_action.trigger()
    qtbot.waitUntil(lambda: view.workspace.snapshot.outcomes[PageOutcome.READ] == 12, timeout=_LONG_MS)


def test_that_a_unit_is_set_for_the_chosen_range_signed_and_taken_back(qtbot, view):
    pages = view.scan_page.pages
    _select(pages, 0, 1, 2, 3)
    pages.actions_row.unit_action.trigger()
    dialog = view.findChild(UnitDialog)
    dialog.unit_box.setCurrentIndex(dialog.unit_box.findData("09166"))
    with _renewed(qtbot, view):
        dialog.confirm_button.click()

    snapshot = view.workspace.snapshot.pages
    assert [page.unit for page in snapshot[:4]] == ["09166"] * 4
    assert {page.identity.unit for page in snapshot[:4]} == {"09163"}
    assert len(pages.selected_pages()) == 4
    assert "Lan" in pages.page_panel.state.text()
    with _renewed(qtbot, view):
        pages.actions_row.back_action.trigger()
    assert [page.unit for page in view.workspace.snapshot.pages[:4]] == ["09163"] * 4


def test_that_units_are_said_by_serial_numbers_and_by_stack(qtbot, view):
    pages = view.scan_page.pages
    meant = [p.page_id for p in view.workspace.snapshot.pages if p.identity and p.identity.serial.endswith("2")]
    _select(pages, 0)
    pages.actions_row.unit_action.trigger()
    dialog = view.findChild(UnitDialog)
    dialog.unit_box.setCurrentIndex(dialog.unit_box.findData("09166"))
    qtbot.keyClicks(dialog.serials_edit, "2")
    with _renewed(qtbot, view):
        dialog.confirm_button.click()
    named = [p for p in view.workspace.snapshot.pages if p.said_by]
    assert [p.page_id for p in named] == meant
    assert {p.unit for p in named} == {"09166"}

    view.scan_page.unit_doubts.stacks_wanted.emit()
    stacks = view.findChild(StackUnitsDialog)
    assert stacks.named() == ()
    with _renewed(qtbot, view):
        stacks.confirmed.emit((("09163", tuple(named)),))

    assert {p.unit for p in view.workspace.snapshot.pages if p.page_id in meant} == {"09163"}


def test_that_what_is_dropped_is_a_form_where_forms_are_looked_at_and_scans_elsewhere(view, tmp_path, monkeypatch):
    forms, scans = [], []
    view.proposal_wanted.disconnect()
    view.proposal_wanted.connect(forms.append)
    monkeypatch.setattr(view, "add_scans", scans.append)
    picture, document = tmp_path / "a.png", tmp_path / "b.docx"
    for path in (picture, document):
        path.touch()

    for place, dropped in (
        (SurveyPlace.FORM, [picture]),
        (SurveyPlace.FORM, [tmp_path]),
        (SurveyPlace.SCAN, [picture]),
        (SurveyPlace.SCAN, [document]),
    ):
        view.go_to(place)
        view.take_in(dropped)

    assert forms == [(picture,), (document,)]
    assert scans == [[tmp_path], [picture]]


def test_that_pages_are_set_apart_and_joined_again(qtbot, view):
    pages = view.scan_page.pages
    assert _respondents(view)[:4] == [1, 1, 2, 2]
    _select(pages, 1)
    with _renewed(qtbot, view):
        pages.actions_row.apart_action.trigger()
    assert _respondents(view)[:4] == [1, 2, 3, 3]
    _select(pages, 1, 2)
    with _renewed(qtbot, view):
        pages.actions_row.join_action.trigger()

    assert _respondents(view)[:4] == [1, 2, 2, 3]


def test_that_two_fronts_cannot_be_joined(view):
    pages = view.scan_page.pages
    _select(pages, 0, 2)

    assert not pages.actions_row.join_action.isEnabled()


def test_that_nothing_is_changed_without_a_name(qtbot, view, preferences, monkeypatch):
    preferences.operator = ""
    monkeypatch.setattr(dialogs, "sign", lambda *_: "")
    before = view.workspace.survey.pages()
    pages = view.scan_page.pages
    _select(pages, 1)
    pages.actions_row.apart_action.trigger()

    qtbot.waitUntil(lambda: not view.workspace.jobs.is_busy, timeout=_LONG_MS)
    assert view.workspace.survey.pages() == before


def test_that_a_page_that_could_not_be_read_is_typed_by_keyboard(qtbot, view):
    pages, page = view.scan_page.pages, _torn(view)
    assert page.outcome is not PageOutcome.READ
    _select(pages, 12)
    assert pages.actions_row.place_action.isEnabled()
    pages.actions_row.place_action.trigger()
    pin = view.findChild(PinDialog)
    qtbot.waitUntil(lambda: pin.type_button.isEnabled(), timeout=_LONG_MS)
    qtbot.mouseClick(pin.right_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pin.type_button, Qt.MouseButton.LeftButton)
    typing = view.findChild(TypingDialog)
    assert not typing.save_button.isEnabled()
    for item in typing.entry.items:
        if item.kind.is_choice:
            qtbot.keyClick(typing, Qt.Key.Key_1)
            if item.kind is ItemKind.MULTIPLE:
                qtbot.keyClick(typing, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(typing.panel.line.edit, "3")
            qtbot.keyClick(typing.panel.line.edit, Qt.Key.Key_Return)
    with _renewed(qtbot, view):
        qtbot.mouseClick(typing.save_button, Qt.MouseButton.LeftButton)

    typed = _torn(view)
    assert typed.outcome is PageOutcome.READ
    assert {v.operator for v in typed.verifications.values()} == {"Lan"}
    last = view.workspace.survey.responses()[-1]
    assert {a.status for a in last.answers if a.page is not None} == {AnswerStatus.VERIFIED}
    qtbot.waitUntil(lambda: pages.page_panel.view.picture is not None, timeout=_LONG_MS)
    image = pages.page_panel.view.picture.image
    assert image.width() > image.height()  # turned as the person said


def test_that_a_page_pinned_where_nothing_fits_is_not_kept(qtbot, view, pile):
    pages = view.scan_page.pages
    _select(pages, 12)
    before = view.workspace.survey.pages()
    pages.actions_row.place_action.trigger()
    pin = view.findChild(PinDialog)
    qtbot.waitUntil(lambda: pin.read_button.isEnabled(), timeout=_LONG_MS)
    pin.numbers[2].setChecked(True)
    qtbot.mouseClick(pin.read_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pin.read_button.isEnabled(), timeout=_LONG_MS)

    assert pin.isVisible()
    assert "không khớp" in pin.state.text()
    assert view.workspace.survey.pages() == before
    pin.reject()


def test_that_a_pinned_page_is_read_and_shown_upright_with_its_areas(qtbot, view, pile):
    """A page that was found before stands in for one that was not: any page can be pinned by its corners."""
    page, truth = view.workspace.snapshot.pages[0], pile.pages[0]
    pin = PinDialog(view.workspace, page, "Lan", view)
    pin.open()
    qtbot.waitUntil(lambda: pin.read_button.isEnabled(), timeout=_LONG_MS)
    pin.corners.turn(truth.turned_deg // 90)
    pin.numbers[truth.page].setChecked(True)
    with _renewed(qtbot, view):
        qtbot.mouseClick(pin.read_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not pin.isVisible(), timeout=_LONG_MS)

    pinned = view.workspace.snapshot.pages[0]
    assert pinned.said_by
    assert pinned.identity.page == truth.page
    picture = view.scan_page.pages.page_panel.view
    qtbot.waitUntil(lambda: bool(picture.picture and picture.picture.areas), timeout=_LONG_MS)


def test_that_corners_are_moved_by_keyboard(qtbot, view):
    pin = PinDialog(view.workspace, _torn(view), "Lan", view)
    pin.open()
    qtbot.waitUntil(lambda: pin.corners.has_picture, timeout=_LONG_MS)
    before = pin.corners.points
    qtbot.keyClick(pin.corners, Qt.Key.Key_3)
    qtbot.keyClick(pin.corners, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pin.corners, Qt.Key.Key_Up)

    (x, y), (was_x, was_y) = pin.corners.points[2], before[2]
    assert (x - was_x, y - was_y) == (-10.0, -1.0)
    assert pin.corners.points[:2] == before[:2]
    pin.reject()


def test_that_a_stopped_batch_goes_on_with_one_click_also_after_a_restart(
    qtbot, window, tmp_path, frozen_template, pile
):
    folder = tmp_path / "stopped"
    Survey.create(folder, frozen_template, units=UNITS).close()
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    with qtbot.waitSignal(view.workspace.progressed, timeout=_LONG_MS):
        view.add_scans([pile.folder])
    with qtbot.waitSignal(view.workspace.reading_changed, timeout=_LONG_MS):
        view.scan_page.batch_panel.stop_button.click()
    assert view.scan_page.batch_panel.resume_button.isVisibleTo(view.scan_page.batch_panel)
    window.close_survey()

    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    with qtbot.waitSignal(view.workspace.batch_read, timeout=_LONG_MS):
        view.scan_page.batch_panel.resume_button.click()

    assert len(view.workspace.survey.pages()) == 12
    assert [batch.is_done for batch in view.workspace.survey.store.batches.all()] == [True]
    qtbot.waitUntil(lambda: not view.workspace.is_reading, timeout=_LONG_MS)
    assert not view.scan_page.batch_panel.resume_button.isVisibleTo(view.scan_page.batch_panel)


def test_that_the_form_shows_the_page_of_the_chosen_question_and_the_question_of_a_click(qtbot, view):
    template = load_template(view.workspace.survey.template_folder)
    view.go_to(SurveyPlace.FORM)
    form = view.form_page
    qtbot.waitUntil(lambda: form.has_pictures, timeout=_LONG_MS)
    last = list(template.items())[-1]

    form.tree.choose(last.item_id)

    assert form.page_number == template.page_of(last.item_id)
    assert last.item_id in {tag.item_id for tag in form.view.tags}
    first = template.page(form.page_number).areas[0]
    form.view.area_clicked.emit(first.item_id, first.option)
    assert form.tree.chosen() == first.item_id


def test_that_place_and_splitter_are_as_they_were_left(qtbot, window, view, preferences, folder):
    view.go_to(SurveyPlace.FORM)
    splitter = view.form_page.view.parentWidget()
    splitter.setSizes([300, 820])
    splitter.splitterMoved.emit(300, 1)
    window.close_survey()

    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    assert window.survey_view.place is SurveyPlace.FORM
    assert window.survey_view.form_page.view.parentWidget().sizes()[0] == pytest.approx(300, abs=20)
