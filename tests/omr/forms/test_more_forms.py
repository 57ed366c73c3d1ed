"""Adding forms to a survey and taking them out: whole or not at all, and nothing that is in use goes."""

import shutil

import pytest

from form_templates.errors import TemplateError
from form_templates.model import FormKey
from omr.checking.check import check_survey
from omr.checking.damage import DamageKind
from omr.errors import BeingRead, SurveyReadOnly
from omr.forms.more_forms import add_form, take_out_form
from omr.forms.new_survey import create_survey
from omr.results import IdentitySource, PageIdentity, PageOutcome, PageReading
from omr.survey.folder import Survey
from omr.survey.form_errors import FormInSurvey, FormInUse, FormIsFirst
from omr.survey.settings import load_settings
from omr.survey.work_lock import Work, working_alone
from tests.omr.build import deliver

SIPAS, SHORT = FormKey("sipas-2020", 2), FormKey("one-stop-short", 2)


def test_that_an_added_form_is_frozen(survey, short_template):
    add_form(survey, "one-stop-short")

    folder = survey.folder / "templates" / "one-stop-short-v2"
    assert {path.name for path in folder.iterdir()} == {path.name for path in short_template.iterdir()}


@pytest.mark.parametrize("source", ["sipas-2020", "one-stop-short"])
def test_that_a_form_is_added_once(two_forms, source):
    with pytest.raises(FormInSurvey, match="version number"):
        add_form(two_forms, source)

    assert load_settings(two_forms.folder).more_forms == (SHORT,)


def test_that_a_form_with_mistakes_is_not_added(survey, tmp_path, short_template):
    broken = shutil.copytree(short_template, tmp_path / "broken")
    (broken / "layout.json").write_text("{", encoding="utf-8")

    with pytest.raises(TemplateError):
        add_form(survey, broken)

    assert load_settings(survey.folder).more_forms == ()
    assert [path.name for path in (survey.folder / "templates").iterdir()] == ["sipas-2020-v2"]


def test_that_what_a_killed_try_left_is_no_obstacle(survey):
    left = survey.folder / "templates" / "one-stop-short-v2"
    left.mkdir()
    (left / "half").write_text("", encoding="utf-8")

    add_form(survey, "one-stop-short")

    with Survey.open(survey.folder) as opened:
        assert opened.forms.keys == (SIPAS, SHORT)


def test_that_no_form_is_added_while_scans_are_read(survey):
    with working_alone(survey.folder, Work.READING), pytest.raises(BeingRead):
        add_form(survey, "one-stop-short")


def test_that_a_survey_that_can_only_be_looked_at_gets_no_form(survey):
    with Survey.open(survey.folder, is_read_only=True) as looked_at, pytest.raises(SurveyReadOnly):
        add_form(looked_at, "one-stop-short")


def test_that_a_form_of_which_nothing_was_read_can_be_taken_out(two_forms):
    take_out_form(two_forms, SHORT)

    with Survey.open(two_forms.folder) as opened:
        assert opened.forms.keys == (SIPAS,)
    assert "format = 1" in (two_forms.folder / "survey.toml").read_text(encoding="utf-8")


def test_that_the_first_form_stays(two_forms):
    with pytest.raises(FormIsFirst):
        take_out_form(two_forms, SIPAS)


def test_that_a_form_stays_of_which_pages_were_read(two_forms):
    identity = PageIdentity(*SHORT, 1, "", "", IdentitySource.CODE)
    deliver(two_forms, reading=PageReading(PageOutcome.READ, identity=identity))

    with pytest.raises(FormInUse, match="1 pages"):
        take_out_form(two_forms, SHORT)

    assert (two_forms.folder / "templates" / "one-stop-short-v2").is_dir()


def test_that_a_form_stays_of_which_copies_were_printed(two_forms):
    two_forms.store.issued.add({"09163": 1}, 7, SHORT)

    with pytest.raises(FormInUse, match="7 copies"):
        take_out_form(two_forms, SHORT)


def test_that_a_survey_can_be_made_with_several_forms(tmp_path):
    with create_survey(tmp_path / "s", "sipas-2020", more_templates=["one-stop-short"]) as made:
        assert made.forms.keys == (SIPAS, SHORT)


def test_that_a_form_named_twice_makes_no_survey(tmp_path):
    with pytest.raises(FormInSurvey):
        create_survey(tmp_path / "s", "sipas-2020", more_templates=["sipas-2020"])

    assert not (tmp_path / "s").exists()


def test_that_the_check_knows_every_form_and_tells_of_one_that_is_lost(two_forms):
    assert check_survey(two_forms.folder).is_whole

    (two_forms.folder / "templates" / "one-stop-short-v2" / "layout.json").write_text("{", encoding="utf-8")

    assert [damage.kind for damage in check_survey(two_forms.folder).damages] == [DamageKind.TEMPLATE]
