"""The survey folder: whole or refused."""

import pytest

from omr.errors import SurveyExists, SurveyNotFound, UnknownUnit
from omr.survey.folder import Survey
from tests.conftest import UNITS


def test_that_a_new_survey_holds_its_template_units_and_an_empty_database(survey):
    names = {path.name for path in survey.folder.iterdir()}

    assert {"survey.toml", "survey.db", "units.csv", "scans", "templates", "exports"} <= names
    assert (survey.template.template_id, survey.units) == ("sipas-2020", UNITS)
    assert survey.pages() == []


def test_that_a_folder_with_something_in_it_is_not_overwritten(tmp_path, frozen_template):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(SurveyExists):
        Survey.create(tmp_path, frozen_template)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_that_a_folder_without_survey_is_refused(tmp_path):
    with pytest.raises(SurveyNotFound):
        Survey.open(tmp_path)


def test_that_an_unknown_unit_is_named(survey):
    with pytest.raises(UnknownUnit, match="12345"):
        survey.unit("12345")
