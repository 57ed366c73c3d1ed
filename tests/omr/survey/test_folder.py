"""The survey folder: whole or refused."""

import os
import unicodedata

import pytest

from omr.errors import SurveyExists, SurveyNotFound, UnknownUnit
from omr.survey.folder import Survey
from omr.survey.read_only import read_only
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


_ODD_NAMES = [
    "Dot%201", "a#b", "a&b=c;d", "%", "%(here)s", "-x", "x" * 200, "Đợt khảo sát",
    unicodedata.normalize("NFD", "Đợt khảo sát"),
]  # fmt: skip
_ODD_NAMES_BUT_ON_WINDOWS = ["a?b", ":memory:", "file:x", "ends with a dot.", "a\nb", os.fsdecode(b"caf\xe9")]


@pytest.mark.parametrize("name", _ODD_NAMES if os.name == "nt" else _ODD_NAMES + _ODD_NAMES_BUT_ON_WINDOWS)
def test_that_a_survey_lives_in_a_folder_of_any_name(tmp_path, frozen_template, name):
    with Survey.create(tmp_path / name, frozen_template, units=UNITS) as made:
        made.store.issued.add({"09163": 1}, 3)

    with Survey.open(tmp_path / name) as opened, read_only(tmp_path / name) as looked_at:
        assert opened.store.issued.copies() == looked_at.store.issued.copies() == {"09163": 3}
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_that_a_name_which_reads_like_another_one_leads_into_its_own_folder(tmp_path, frozen_template):
    with (
        Survey.create(tmp_path / "Dot 1", frozen_template, units=UNITS) as plain,
        Survey.create(tmp_path / "Dot%201", frozen_template, units=UNITS) as escaped,
    ):
        escaped.store.issued.add({"09163": 1}, 5)

        assert plain.store.issued.copies() == {}
        assert escaped.store.issued.copies() == {"09163": 5}
