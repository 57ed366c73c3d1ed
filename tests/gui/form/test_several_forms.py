"""Several forms in one survey: a choice on top, and one more added from the Form place."""

import pytest

from gui.form.add_form_dialog import AddFormDialog
from gui.survey_places import SurveyPlace
from omr.forms.more_forms import add_form
from omr.survey.folder import Survey

_LONG_MS = 60_000


@pytest.fixture
def opened(qtbot, window, survey):
    """Open the survey in the window, with one more form if asked to."""

    def opened(*more):
        for template in more:
            add_form(survey, template)
        survey.close()
        window.open_survey(survey.folder)
        qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
        return window.survey_view

    return opened


def test_that_a_survey_of_one_form_shows_no_choice(opened):
    assert opened().form_box.isHidden()


def test_that_another_form_is_shown_everywhere_once_it_is_chosen(qtbot, window, opened):
    view = opened("one-stop-short")
    assert view.form_box.isVisible()
    assert "sipas-2020-v2" in view.form_box.currentText()

    view.form_box.activated.emit(1)

    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    shown = window.survey_view
    assert "one-stop-short-v2" in shown.form_box.currentText()
    assert shown.workspace.survey.template.template_id == "one-stop-short"
    assert len(shown.form_page.pages) == 1


def test_that_a_form_is_added_from_the_form_place_and_shown(qtbot, window, opened):
    view = opened()
    view.go_to(SurveyPlace.FORM)

    view.form_page.add_button.click()
    qtbot.waitUntil(lambda: window.findChild(AddFormDialog) is not None, timeout=_LONG_MS)
    dialog = window.findChild(AddFormDialog)
    offered = [dialog.template_box.itemData(place) for place in range(dialog.template_box.count())]
    assert "sipas-2020" not in offered
    dialog.template_box.setCurrentIndex(offered.index("one-stop-short"))
    dialog.add_button.click()

    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    assert window.survey_view.workspace.survey.template.template_id == "one-stop-short"
    assert window.survey_view.place is SurveyPlace.FORM
    with Survey.open(window.survey_view.workspace.survey.folder) as survey:
        assert [key.template_id for key in survey.forms.keys] == ["sipas-2020", "one-stop-short"]
