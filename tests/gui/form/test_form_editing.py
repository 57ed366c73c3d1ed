"""A form is edited from the Form place; once something rests on it, as another version."""

import pytest

from form_templates.editing.operations.questions import RelabelItem
from form_templates.loading import DEFINITION_NAME
from form_templates.model import ItemId, Language
from gui.designing import designer_page
from gui.designing.designer_dialog import DesignerDialog
from gui.survey_places import SurveyPlace
from omr.forms.issuing import issue_forms
from omr.forms.page_images import PageOpener
from omr.processes.limited_process import call_here
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.form_templates.build import SMALL_DEFINITION
from tests.gui.designing.conftest import folder as template_folder  # noqa: F401 - a fixture

_LONG_MS = 60_000


@pytest.fixture
def view(qtbot, window, tmp_path, template_folder, monkeypatch):  # noqa: F811
    monkeypatch.setattr(designer_page, "PageOpener", lambda: PageOpener(call=call_here))
    Survey.create(tmp_path / "survey", template_folder, units=UNITS).close()
    window.open_survey(tmp_path / "survey")
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.FORM)
    return window.survey_view


def test_that_the_survey_goes_on_with_the_form_as_it_was_edited(qtbot, window, view):
    assert view.form_page.edit_button.isEnabled()
    view.form_page.edit_button.click()
    (designer,) = view.form_page.findChildren(DesignerDialog)
    qtbot.waitUntil(lambda: designer.page.view is not None, timeout=_LONG_MS)
    designer.page.view.editor.do(RelabelItem(ItemId("c01"), Language.VIETNAMESE, "Thời gian chờ"))
    with qtbot.waitSignal(designer.saved, timeout=_LONG_MS):
        designer.page.view.save()
    designer.accept()

    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    assert window.survey_view.workspace.survey.template.item(ItemId("c01")).label.vi == "Thời gian chờ"


def test_that_a_form_of_which_something_was_printed_becomes_another_version(qtbot, window, view):
    survey = view.workspace.survey
    survey.store.issued.add({UNITS[0].code: 1}, 1)
    before = survey.template
    view.form_page.edit_button.click()
    (designer,) = view.form_page.findChildren(DesignerDialog)
    qtbot.waitUntil(lambda: designer.page.view is not None, timeout=_LONG_MS)
    assert "2" in designer.page.view.save_button.text()
    assert designer.page.view.version_note.isVisible()
    designer.page.view.editor.do(RelabelItem(ItemId("c01"), Language.VIETNAMESE, "Thời gian chờ"))
    with qtbot.waitSignal(designer.saved, timeout=_LONG_MS):
        designer.page.view.save()
    assert designer.page.folder.name == "theirs-v2"
    designer.page.view.editor.do(RelabelItem(ItemId("c02"), Language.VIETNAMESE, "Thái độ"))
    with qtbot.waitSignal(designer.saved, timeout=_LONG_MS):
        designer.page.view.save()
    designer.accept()

    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    survey = window.survey_view.workspace.survey
    assert survey.forms.keys == (("theirs", 1), ("theirs", 2))
    assert survey.forms.first.template == before
    assert [survey.template.item(ItemId(name)).label.vi for name in ("c01", "c02")] == ["Thời gian chờ", "Thái độ"]
    assert "2" in window.survey_view.form_page.versions.text()
    assert not list(survey.folder.glob("templates/*/*.journal"))


def test_that_a_typeset_form_that_was_printed_becomes_another_version_that_prints(qtbot, window, tmp_path):
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / DEFINITION_NAME).write_text(SMALL_DEFINITION, encoding="utf-8")
    with Survey.create(tmp_path / "survey", tmp_path / "small") as made:
        issue_forms(made, tmp_path / "old.pdf", [], 1)
    window.open_survey(tmp_path / "survey")
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    view.go_to(SurveyPlace.FORM)
    view.form_page.edit_button.click()
    (designer,) = view.form_page.findChildren(DesignerDialog)
    qtbot.waitUntil(lambda: designer.page.view is not None, timeout=_LONG_MS)
    designer.page.view.editor.do(RelabelItem(ItemId("c01"), Language.VIETNAMESE, "Thời gian chờ"))
    with qtbot.waitSignal(designer.saved, timeout=_LONG_MS):
        designer.page.view.save()
    designer.accept()

    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    survey = window.survey_view.workspace.survey
    assert survey.template.key == ("small", 4)
    assert survey.template.item(ItemId("c01")).label.vi == "Thời gian chờ"
    assert survey.forms.first.template.item(ItemId("c01")).label.vi == "Câu một"
    assert issue_forms(survey, tmp_path / "new.pdf", [], 2).pages == 2
