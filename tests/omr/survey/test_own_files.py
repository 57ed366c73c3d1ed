"""What a survey keeps for itself is never the target of an export or a printing; what lies beside it may be."""

import os

import pytest

from exports.export_request import ExportRequest
from exports.survey_export import export_survey
from omr.errors import PartOfSurvey
from omr.forms.issuing import issue_forms
from omr.survey.own_files import ensure_not_its_own


@pytest.mark.parametrize(
    "name",
    [
        ".",
        "units.csv",
        "UNITS.csv",
        "crosswalk.csv",
        "survey.toml",
        "survey.db",
        "survey.db-wal",
        "scans/a.pdf",
        "Scans",
        "templates/sipas-2020-v2/blank.pdf",
        "backups/out.csv",
        "exports/../units.csv",
    ],
)
def test_that_a_part_of_the_survey_is_refused(survey, name):
    with pytest.raises(PartOfSurvey):
        ensure_not_its_own(survey.folder, survey.folder / name)


@pytest.mark.parametrize("name", ["answers.csv", "exports/units.csv", "exports", "../units.csv", "my units.csv"])
def test_that_a_file_beside_is_not(survey, name):
    ensure_not_its_own(survey.folder, survey.folder / name)


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_that_a_link_to_a_part_is_refused(survey, tmp_path):
    link = tmp_path / "results.csv"
    link.symlink_to(survey.folder / "units.csv")

    with pytest.raises(PartOfSurvey):
        ensure_not_its_own(survey.folder, link)


def test_that_an_export_and_a_printing_leave_the_list_of_units_and_a_blank_form_as_they_are(survey):
    blank = next((survey.folder / "templates").rglob("*.toml")).with_name("blank.pdf")
    blank.write_bytes(b"a blank form")
    units = (survey.folder / "units.csv").read_bytes()

    with pytest.raises(PartOfSurvey):
        export_survey(survey, ExportRequest(survey.folder / "units.csv"))
    with pytest.raises(PartOfSurvey):
        issue_forms(survey, blank, ["09163"], 1)

    assert (survey.folder / "units.csv").read_bytes() == units
    assert blank.read_bytes() == b"a blank form"
    assert survey.store.issued.next_serials() == {}
