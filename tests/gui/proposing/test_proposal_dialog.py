"""A form in a file is found, shown with its doubts, kept where the person says, or nowhere."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from form_templates.editing.operations.questions import RelabelItem
from form_templates.errors import TemplateError
from form_templates.loading import load_template
from form_templates.model import Language
from gui import main_window
from gui.designing import designer_page
from gui.designing.designer_dialog import DesignerDialog
from gui.home import new_survey_dialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.i18n.translation import Translations
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.paper.picture_view import Emphasis
from gui.proposing import proposal_dialog
from gui.proposing.proposal_dialog import ProposalDialog
from gui.widgets import dialogs
from omr.forms.page_findings import unreadable
from omr.forms.page_images import PageOpener
from omr.forms.proposing.doubts import LIKELY, SURE
from omr.forms.proposing.notes import NoteKind, ReadingNote
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.omr.forms.proposing.sheet import Sheet

_LONG_MS = 30_000


@pytest.fixture(autouse=True)
def _opened_here(monkeypatch):
    """Open files in this process: these are harmless, and a process of its own takes a second to start."""
    for module in (proposal_dialog, new_survey_dialog, designer_page):
        monkeypatch.setattr(module, "PageOpener", lambda: PageOpener(call=call_here))


@pytest.fixture(scope="module")
def form_file(tmp_path_factory):
    """Two questions with boxes, and one box that stands alone."""
    sheet = Sheet()
    sheet.write(60, 20, "PHIẾU KHẢO SÁT", 14, bold=True)
    for row, (question, options) in enumerate(
        (("1. Giới tính của Ông/Bà?", ("Nam", "Nữ")), ("2. Nơi ở của Ông/Bà?", ("Đô thị", "Nông thôn")))
    ):
        y = 40.0 + 20 * row
        sheet.write(20, y, question)
        for place, option in enumerate(options):
            sheet.box(30 + 50 * place, y + 5, 4)
            sheet.write(36 + 50 * place, y + 8, option)
    sheet.box(150, 150, 4)
    path = tmp_path_factory.mktemp("form") / "phiếu mẫu.pdf"
    path.write_bytes(sheet.pdf())
    return path


@pytest.fixture
def english(qapp):
    """The words of the catalogue, in which plurals are told apart."""
    translations = Translations(qapp)
    translations.use(Language.ENGLISH)
    yield
    translations.stop()


@pytest.fixture
def dialog(qtbot, english, form_file, tmp_path):
    made = ProposalDialog([form_file], Language.VIETNAMESE, tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.found_view is not None, timeout=_LONG_MS)
    yield made
    made.reject()


def test_that_what_was_found_is_shown_by_how_sure_it_is(dialog):
    shown, form = dialog.found_view, dialog.form
    confidences = {(area.item_id, area.option): area.confidence for area in form.areas}
    emphases = {(outline.area.item_id, outline.area.option): outline.emphasis for outline in shown.view.outlines}

    assert shown.facts.text() == "3 questions, 5 areas to be marked, 1 question to look at"
    assert emphases.keys() == confidences.keys()
    for area, confidence in confidences.items():
        wanted = Emphasis.READ if confidence >= SURE else Emphasis.READING if confidence >= LIKELY else Emphasis.UNSURE
        assert emphases[area] is wanted
    assert [emphasis for emphasis in emphases.values() if emphasis is Emphasis.UNSURE] == [Emphasis.UNSURE]


def test_that_the_doubtful_question_is_chosen_first_with_its_doubts_in_words(dialog):
    shown = dialog.found_view
    doubtful = [item.item_id for item in dialog.form.template.items() if dialog.form.confidence(item.item_id) < SURE]

    assert shown.tree.chosen() == doubtful[0]
    assert "It stands alone: no other option belongs to it." in shown.doubts.text()
    shown.view.area_clicked.emit("q01", "1")
    assert (shown.item_name.text(), shown.item_facts.text()) == (
        "q01 · 1 Giới tính của Ông/Bà?",
        "One answer, marked in boxes, 2 options",
    )
    shown.next_button.click()
    assert shown.tree.chosen() == doubtful[0]


def test_that_every_question_lists_its_options(dialog):
    section = dialog.found_view.tree.topLevelItem(0)
    questions = [section.child(row) for row in range(section.childCount())]

    assert [[leaf.child(row).text(0) for row in range(leaf.childCount())] for leaf in questions[:2]] == [
        ["1 · Nam", "2 · Nữ"],
        ["1 · Đô thị", "2 · Nông thôn"],
    ]


def test_that_nothing_is_left_of_a_form_that_is_discarded(qtbot, dialog, tmp_path):
    folder = dialog.form.folder
    assert load_template(folder) == dialog.form.template

    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)

    assert not folder.parent.exists()
    assert list(tmp_path.iterdir()) == []


def test_that_a_form_is_saved_where_the_person_says(qtbot, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.state.text().startswith("Saved in "), timeout=_LONG_MS)

    target = tmp_path / "phiếu mẫu-template"
    assert load_template(target) == dialog.form.template
    assert (target / "proposal.json").is_file()


def test_that_a_kept_form_is_edited_and_a_survey_is_made_with_what_became_of_it(qtbot, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    assert not dialog.edit_button.isVisible()
    dialog.save_button.click()
    qtbot.waitUntil(dialog.edit_button.isVisible, timeout=_LONG_MS)
    dialog.edit_button.click()
    (designer,) = dialog.findChildren(DesignerDialog)
    qtbot.waitUntil(lambda: designer.page.view is not None, timeout=_LONG_MS)
    editor = designer.page.view.editor
    item_id = next(editor.form.items()).item_id
    editor.do(RelabelItem(item_id, Language.VIETNAMESE, "Giới tính của người trả lời"))
    with qtbot.waitSignal(designer.saved, timeout=_LONG_MS):
        designer.page.view.save()
    designer.accept()

    assert dialog.form.folder == tmp_path / "phiếu mẫu-template"
    assert dialog.form.template.item(item_id).label.vi == "Giới tính của người trả lời"
    dialog.found_view.tree.choose(item_id)
    assert "Giới tính của người trả lời" in dialog.found_view.item_name.text()
    assert not dialog.save_button.isVisible()


def test_that_a_file_without_a_form_is_told_in_one_sentence_and_another_can_be_chosen(
    qtbot, form_file, tmp_path, monkeypatch, qapp
):
    (tmp_path / "ghi chú.pdf").write_bytes(b"no form")
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    dialog = ProposalDialog([tmp_path / "ghi chú.pdf"], Language.VIETNAMESE, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=_LONG_MS)
    told, advice = dialog.problem.text(), dialog.advice.text()
    translations.stop()

    assert told.startswith("ghi chú.pdf: ")
    assert "\n" not in told
    assert advice == "Chưa ghi gì cả."
    assert not dialog.details.isVisible()
    assert not dialog.survey_button.isVisible()
    monkeypatch.setattr(dialogs, "ask_form_files", lambda *_: (form_file,))
    dialog.again_button.click()
    qtbot.waitUntil(lambda: dialog.found_view is not None, timeout=_LONG_MS)
    dialog.reject()


def test_that_a_picture_is_not_refused_for_its_name(qtbot, tmp_path):
    """What an image holds is for the search to say."""
    path = tmp_path / "trang.png"
    Image.fromarray(np.full((200, 140), 255, np.uint8)).save(path)
    dialog = ProposalDialog([path], Language.ENGLISH, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.is_searching
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=_LONG_MS)

    assert dialog.problem.text().startswith("trang.png: ")
    dialog.reject()


def test_that_a_search_can_be_left_at_any_time(qtbot, form_file, tmp_path):
    dialog = ProposalDialog([form_file], Language.ENGLISH, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    place = Path(dialog._place.name)

    dialog.close_button.click()

    assert not dialog.isVisible()
    assert not place.exists()
    assert dialog.found_view is None


def test_that_a_search_ends_with_the_window_and_nothing_is_dropped_behind_it(qtbot, window, form_file):
    window.propose_form([form_file])
    (dialog,) = window.findChildren(ProposalDialog)
    place = Path(dialog._place.name)

    window.dropEvent(_drop_of(form_file))
    assert not window.start_page.scans_card.isVisible()
    window.close()

    assert not dialog.isVisible()
    assert not place.exists()


def test_that_a_survey_is_made_with_a_form_dropped_on_the_dialog_of_a_new_survey(qtbot, form_file, tmp_path):
    jobs = Jobs(threads=1)
    dialog = NewSurveyDialog((), Language.VIETNAMESE, tmp_path, jobs)
    qtbot.addWidget(dialog)
    dialog.name_edit.setText("Ở đây")
    dialog.dropEvent(_drop_of(form_file))
    inner = dialog.findChild(ProposalDialog)
    qtbot.waitUntil(lambda: inner.found_view is not None, timeout=_LONG_MS)
    inner.survey_button.click()
    assert not inner.isVisible()

    wanted = dialog.survey_wanted()
    jobs.stop()
    with wanted.create() as survey:
        assert survey.template.title.vi == "PHIẾU KHẢO SÁT"
    assert dialog.template_box.currentText() == "PHIẾU KHẢO SÁT"
    dialog.reject()
    assert not wanted.template.exists()
    assert load_template(wanted.folder / "templates" / survey.template_folder.name) == survey.template


def test_that_what_waits_on_the_start_page_can_be_a_form_for_a_new_survey(qtbot, window, form_file, monkeypatch):
    monkeypatch.setattr(main_window, "_find_templates", tuple)
    window.take_in([form_file])
    assert window.start_page.scans_card.isVisible()
    window.start_page.form_scans_button.click()
    proposal = window.findChild(ProposalDialog)
    qtbot.waitUntil(lambda: proposal.found_view is not None, timeout=_LONG_MS)
    assert not window.start_page.scans_card.isVisible()
    proposal.survey_button.click()
    qtbot.waitUntil(lambda: proposal.findChild(NewSurveyDialog) is not None, timeout=_LONG_MS)
    dialog = proposal.findChild(NewSurveyDialog)

    assert dialog.survey_wanted().template == proposal.form.folder
    dialog.accept()
    assert not proposal.isVisible()
    assert proposal.form is None


@pytest.mark.parametrize("name", ["phiếu.docx", "PHIẾU.DOC"])
def test_that_a_document_dropped_on_the_start_page_is_a_form(window: MainWindow, tmp_path, name, monkeypatch):
    searched = []
    monkeypatch.setattr(window, "propose_form", searched.append)
    (tmp_path / name).touch()

    window.take_in([tmp_path / name])

    assert searched == [[tmp_path / name]]
    assert not window.start_page.scans_card.isVisible()


def _drop_of(path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    event.data_kept = data  # Qt keeps no reference of its own
    return event


def test_that_a_locked_file_is_to_be_saved_without_its_password_and_no_traceback_is_printed(
    qtbot, english, tmp_path, monkeypatch, caplog
):
    finding = unreadable(tmp_path / "khóa.pdf", Reason.FILE_ENCRYPTED, "")
    dialog = _failing_dialog(qtbot, tmp_path, monkeypatch, TemplateError((finding,)))

    assert dialog.problem.text() == "khóa.pdf: The file has a password"
    assert dialog.advice.text() == "Save it without a password and choose it again. Nothing was written."
    assert "Traceback" not in caplog.text
    dialog.reject()


def test_that_the_details_of_what_nobody_foresaw_can_be_copied(qtbot, english, tmp_path, monkeypatch):
    dialog = _failing_dialog(qtbot, tmp_path, monkeypatch, ZeroDivisionError("by nought"))

    assert "details below" in dialog.advice.text()
    assert dialog.details.isVisible()
    assert dialog.details.toPlainText().endswith("ZeroDivisionError: by nought\n")
    dialog.reject()


def _failing_dialog(qtbot, folder, monkeypatch, error):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(proposal_dialog, "find_form", fail)
    dialog = ProposalDialog([folder / "a.pdf"], Language.ENGLISH, folder)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=_LONG_MS)
    return dialog


def test_that_tab_goes_from_the_questions_over_the_picture_to_the_buttons(dialog):
    shown = dialog.found_view
    wanted = [shown.tree, shown.next_button, shown.view, dialog.close_button, dialog.save_button, dialog.survey_button]
    reached, widget = [], shown.tree
    while widget not in reached:
        reached.append(widget)
        widget = widget.nextInFocusChain()

    assert [widget for widget in reached if widget in wanted] == wanted


def test_that_filled_copies_are_searched_as_such_and_what_was_assumed_is_told(qtbot, dialog, monkeypatch):
    found, asked = dialog.form, []
    note = ReadingNote(NoteKind.COPIES_USED, {"page": "1", "count": "10"})

    def find(paths, *_, are_filled):
        asked.append((tuple(paths), are_filled))
        return replace(found, notes=(note,))

    monkeypatch.setattr(proposal_dialog, "find_form", find)

    dialog.filled_box.click()
    qtbot.waitUntil(lambda: dialog.found_view is not None, timeout=_LONG_MS)

    assert asked == [(dialog.paths, True)]
    assert dialog.state.text().endswith("Page 1 is what 10 copies have in common.")
    assert dialog.filled_box.isVisible()
