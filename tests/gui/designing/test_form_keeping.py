"""What somebody else saved meanwhile is not replaced before a person was told."""

from dataclasses import replace

import pytest

from form_templates.loading import DEFINITION_NAME, load_template
from form_templates.model import FormKey, FormTemplate, Text
from gui.designing.form_keeping import FolderKeeping, SurveyKeeping
from omr.survey.folder import Survey
from omr.survey.form_errors import FormChangedMeanwhile
from omr.survey.forms import PRINTED_NAME, form_folder
from tests.form_templates.build import SMALL_DEFINITION


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    (place / DEFINITION_NAME).write_text(SMALL_DEFINITION, encoding="utf-8")
    return place


def titled(form: FormTemplate, title: str) -> FormTemplate:
    return replace(form, title=Text(title), pages=())


def test_that_a_form_saved_elsewhere_is_replaced_only_when_it_is_saved_again(folder):
    form = load_template(folder)
    mine, theirs = FolderKeeping(folder), FolderKeeping(folder)
    for keeping in (mine, theirs):
        keeping.as_editable(form)
    mine.keep(titled(form, "Một"), {})

    with pytest.raises(FormChangedMeanwhile, match="nothing was overwritten"):
        theirs.keep(titled(form, "Hai"), {})
    assert load_template(folder).title.vi == "Một"
    theirs.keep(titled(form, "Hai"), {})
    assert load_template(folder).title.vi == "Hai"
    with pytest.raises(FormChangedMeanwhile):
        mine.keep(titled(form, "Ba"), {})


def test_that_who_saves_alone_is_never_asked(folder):
    form, keeping = load_template(folder), FolderKeeping(folder)
    keeping.as_editable(form)
    for title in ("Một", "Hai", "Ba"):
        keeping.keep(titled(form, title), {})

    assert load_template(folder).title.vi == "Ba"


def test_that_a_version_that_somebody_else_made_of_a_used_form_is_not_replaced_unasked(folder, tmp_path):
    with Survey.create(tmp_path / "s", folder) as survey:
        key = survey.template.key
        (form_folder(survey.folder, key) / PRINTED_NAME).touch()
        mine, theirs = SurveyKeeping(survey), SurveyKeeping(survey)
        next_one = mine.as_editable(survey.template)
        assert theirs.as_editable(survey.template).key == next_one.key == FormKey(key.template_id, key.version + 1)
        kept = mine.keep(titled(next_one, "Một"), {})

        with pytest.raises(FormChangedMeanwhile):
            theirs.keep(titled(next_one, "Hai"), {})
        assert load_template(kept).title.vi == "Một"
        mine.keep(titled(next_one, "Ba"), {})
        assert load_template(kept).title.vi == "Ba"
