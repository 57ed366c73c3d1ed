"""Naming a form that starts from another: what is proposed, what is refused at once, what is made."""

import pytest

from form_templates.errors import TemplateError
from form_templates.loading import load_template
from gui.form.start_form_dialog import StartFormDialog
from gui.widgets import dialogs
from tests.form_templates.build import shipped

_LONG_MS = 20_000


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = StartFormDialog(shipped("one-stop-short"), tmp_path)
    qtbot.addWidget(made)
    return made


def test_that_id_and_folder_are_proposed_and_the_folder_follows_the_id(dialog, tmp_path):
    assert dialog.id_edit.text().startswith("one-stop-short-20")
    dialog.id_edit.setText("quy-2")
    assert dialog.folder_edit.text() == str(tmp_path / "quy-2")
    assert dialog.start_button.isEnabled()


@pytest.mark.parametrize(
    ("template_id", "told"), [("Quý 2", "small letters"), ("", "small letters"), ("one-stop-short", "another id")]
)
def test_that_an_id_that_cannot_be_is_told_as_it_is_typed(dialog, template_id, told):
    dialog.id_edit.setText(template_id)
    assert told in dialog.problem.text()
    assert not dialog.start_button.isEnabled()


def test_that_a_folder_that_holds_something_is_told(dialog, tmp_path):
    (tmp_path / "quy-2").mkdir()
    (tmp_path / "quy-2" / "other.txt").touch()
    dialog.id_edit.setText("quy-2")
    assert "holds something" in dialog.problem.text()


def test_that_the_form_is_made_and_words_that_were_left_alone_keep_both_languages(qtbot, dialog, tmp_path):
    dialog.id_edit.setText("quy-2")
    dialog.subtitle_edit.setText("Quý 2 năm 2026")
    with qtbot.waitSignal(dialog.started, timeout=_LONG_MS):
        dialog.start_button.click()
    made = load_template(tmp_path / "quy-2")
    assert made.title == shipped("one-stop-short").title
    assert (made.subtitle.vi, made.subtitle.en) == ("Quý 2 năm 2026", "")


def test_that_the_dialog_stays_where_no_folder_can_be_made(qtbot, dialog, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: told.append(error))
    dialog.title_edit.setText("DAI " * 600)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: bool(told) and dialog.isEnabled(), timeout=_LONG_MS)
    assert isinstance(told[0], TemplateError)
    assert list(tmp_path.iterdir()) == []
