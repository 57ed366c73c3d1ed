"""A list is pasted, understood at once, corrected in place, and becomes a form, a survey and a PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox

from form_templates.loading import load_template
from form_templates.model import Language
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.i18n.remark_messages import KINDS, REMARKS
from gui.jobs import Jobs
from gui.new_form.new_form_dialog import NewFormDialog
from gui.new_form.understood_model import Column
from gui.widgets import dialogs
from omr.forms.question_lists.listed import ListedKind, ListRemarkKind

_LONG_MS = 30_000
LIST = (
    "STT\tCâu hỏi\tLoại\tPhương án\n1\tGiới tính\tMột lựa chọn\tNam; Nữ\nB. ĐÁNH GIÁ\t\t\t\n"
    "2\tThời gian chờ đợi\tHài lòng\t\n3\tThái độ phục vụ\t\t\n4\tGóp ý\tVăn bản\t\n"
)


@pytest.fixture
def dialog(qtbot, themed, tmp_path):
    """The dialog over an empty folder."""
    jobs = Jobs(None, threads=1)
    dialog = NewFormDialog(Language.VIETNAMESE, tmp_path, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()
    jobs.stop()


def paste(qtbot, dialog: NewFormDialog, text: str) -> None:
    """Put a text on the clipboard and into the dialog by its keys."""
    QApplication.clipboard().setText(text)
    qtbot.keyClick(dialog.text_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=_LONG_MS)


def texts(dialog: NewFormDialog, column: Column) -> list[str]:
    model = dialog.table.questions
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose_kind(qtbot, dialog: NewFormDialog, row: int, kind: ListedKind) -> None:
    """Click on how a question is answered, and take another way."""
    index = dialog.table.questions.index(row, Column.KIND)
    place = dialog.table.visualRect(index).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box = dialog.table.viewport().findChild(QComboBox)
    box.setCurrentIndex(box.findData(kind))
    box.hidePopup()
    box.activated.emit(box.currentIndex())


def test_that_what_is_pasted_is_shown_at_once_with_its_pages(qtbot, dialog):
    paste(qtbot, dialog, LIST)

    assert texts(dialog, Column.NUMBER) == ["1", "B. ĐÁNH GIÁ", "2", "3", "4"]
    assert dialog.table.questions.headings == (1,)
    assert "Thái độ phục vụ" in dialog.remarks.text()
    qtbot.waitUntil(lambda: dialog.preview.has_pictures, timeout=_LONG_MS)
    assert dialog.survey_button.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_a_kind_is_changed_in_place_and_outlasts_further_typing(qtbot, dialog):
    paste(qtbot, dialog, LIST)

    choose_kind(qtbot, dialog, 4, ListedKind.YES_NO)
    dialog.text_edit.appendPlainText("5\tCâu mới?\tCó/Không\t")
    qtbot.waitUntil(lambda: len(texts(dialog, Column.TEXT)) == 6, timeout=_LONG_MS)

    item = dialog.definition.item("q4")
    assert [option.label.vi for option in item.options] == ["Có", "Không"]


def test_that_a_row_can_be_left_out(qtbot, dialog):
    paste(qtbot, dialog, LIST)
    model = dialog.table.questions

    model.setData(model.index(0, Column.NUMBER), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)

    assert [item.item_id for item in dialog.definition.items()] == ["q2", "q3", "q4"]
    assert [section.is_factor for section in dialog.definition.sections] == [True]


def test_that_nothing_is_offered_without_a_question(qtbot, dialog):
    paste(qtbot, dialog, " \n\t\n 12 ")

    assert not dialog.survey_button.isEnabled()
    assert dialog.understood.text()
    qtbot.mouseClick(dialog.example_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_busy and dialog.survey_button.isEnabled(), timeout=_LONG_MS)


def test_that_what_hinders_a_form_is_said_in_the_words_of_the_list(qtbot, dialog):
    paste(qtbot, dialog, "1. Họ tên của bạn\n2. Góp ý gì?\n")
    questions = dialog.table.questions
    questions.set_kind(questions.index(1, Column.KIND), ListedKind.SINGLE)
    assert dialog.preview.view.note.endswith("let them be answered otherwise: 2. Góp ý gì?.")
    assert not dialog.save_button.isEnabled()

    questions.set_kind(questions.index(1, Column.KIND), ListedKind.TEXT)
    dialog.title_edit.setText("Phiếu 😀")
    assert dialog.preview.view.note == "Title of the form: cannot be printed in this typeface: 😀"
    assert not dialog.print_button.isEnabled()
    dialog.title_edit.setText("Phiếu")
    assert dialog.save_button.isEnabled()


def test_that_a_form_is_saved_where_the_person_says(qtbot, dialog, tmp_path, monkeypatch):
    paste(qtbot, dialog, LIST)
    dialog.title_edit.setText("Phiếu 2026")
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_arguments: tmp_path)

    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.form is not None, timeout=_LONG_MS)

    assert load_template(tmp_path / "phieu-2026-template").title.vi == "Phiếu 2026"
    assert "phieu-2026-template" in dialog.state.text().replace("\u200b", "")


def test_that_blank_pages_are_written(qtbot, dialog, tmp_path, monkeypatch):
    paste(qtbot, dialog, LIST)
    path = tmp_path / "blank.pdf"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_arguments: path)

    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists, timeout=_LONG_MS)

    assert path.read_bytes().startswith(b"%PDF")


def test_that_a_dropped_file_is_read(qtbot, dialog, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(LIST, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton

    dialog.dropEvent(QDropEvent(QPoint(1, 1), action, mime, button, Qt.KeyboardModifier.NoModifier))

    qtbot.waitUntil(lambda: len(texts(dialog, Column.TEXT)) == 5, timeout=_LONG_MS)


def test_that_a_form_of_a_list_becomes_a_survey_of_the_real_window(qtbot, window, tmp_path):
    window.new_form()
    dialog = window.findChild(NewFormDialog)
    paste(qtbot, dialog, LIST)

    qtbot.mouseClick(dialog.survey_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(NewSurveyDialog) is not None, timeout=_LONG_MS)
    survey = dialog.findChild(NewSurveyDialog)
    survey.units_box.setCurrentIndex(1)
    survey.name_edit.setText("Thử")
    survey.folder_edit.setText(str(tmp_path / "s"))
    qtbot.mouseClick(survey.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)

    template = window.survey_view.workspace.survey.template
    assert [item.item_id for item in template.items()] == ["q1", "q2", "q3", "q4"]
    assert not dialog.isVisible()


def test_that_a_new_survey_can_take_a_new_form(qtbot, themed, tmp_path):
    jobs = Jobs(None, threads=1)
    survey = NewSurveyDialog((), Language.VIETNAMESE, tmp_path, jobs)
    qtbot.addWidget(survey)
    survey.new_form_button.click()
    dialog = survey.findChild(NewFormDialog)
    paste(qtbot, dialog, LIST)

    dialog.survey_button.click()
    qtbot.waitUntil(lambda: isinstance(survey.template_box.currentData(), Path), timeout=_LONG_MS)

    assert len(list(load_template(survey.template_box.currentData()).items())) == 4
    survey.reject()
    jobs.stop()


def test_that_every_kind_and_remark_has_words():
    assert set(KINDS) == set(ListedKind)
    assert {kind: kind.value for kind in ListRemarkKind} == REMARKS
