"""Which earlier rounds an export reads: those named for it, else those that the survey remembers."""

import shutil
from pathlib import Path

import pytest

from exports.export_request import ExportRequest
from exports.rounds.earlier_rounds import read_chosen, read_remembered
from exports.survey_export import export_survey
from exports.tally.answer_table import ValidityRule
from omr.errors import CrosswalkError, SameSurvey, SurveyNotFound
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.exports.opening import opened


@pytest.fixture(scope="module")
def empty_years(tmp_path_factory: pytest.TempPathFactory, frozen_template: Path) -> dict[str, Path]:
    """Two empty rounds, by name, for all to copy and nobody to change."""
    folders = {name: tmp_path_factory.mktemp("years") / name for name in ("2019", "2018")}
    for name, folder in folders.items():
        Survey.create(folder, frozen_template, round_name=name, units=UNITS).close()
    return folders


@pytest.fixture
def years(survey: Survey, empty_years: dict[str, Path]) -> dict[str, Path]:
    """The rounds beside the survey, by name."""
    return {name: shutil.copytree(folder, survey.folder.parent / name) for name, folder in empty_years.items()}


def test_that_rounds_are_put_in_the_order_of_their_years(survey: Survey, years: dict[str, Path]) -> None:
    earlier = read_chosen(survey, [years["2019"], years["2018"]], ValidityRule())

    assert [each.name for each in earlier.rounds] == ["2018", "2019"]


def test_that_rounds_of_one_name_are_told_apart_by_their_folders(survey: Survey, years: dict[str, Path]) -> None:
    again, third = (shutil.copytree(years["2018"], survey.folder.parent / where) for where in ("again", "x/again"))
    with_own_name = shutil.copytree(years["2018"], survey.folder.parent / "own")
    _call(with_own_name, survey.settings.round_name or survey.settings.name)

    found = read_chosen(survey, [*years.values(), again, third, with_own_name], ValidityRule()).rounds

    names = [each.name for each in found]
    assert {"2018 (2018)", "2018 (again)", f"2018 ({third.resolve()})", "2019"} < set(names)
    assert len(set(names)) == 5
    assert (survey.settings.round_name or survey.settings.name) not in names


def _call(folder: Path, name: str) -> None:
    path = folder / "survey.toml"
    path.write_text(path.read_text("utf-8").replace('round = "2018"', f'round = "{name}"'), "utf-8")


def test_that_a_survey_which_remembers_none_is_compared_with_none(survey: Survey) -> None:
    assert read_remembered(survey, ValidityRule()) is None


def test_that_a_remembered_round_which_is_gone_keeps_nobody_from_exporting(
    survey: Survey, years: dict[str, Path]
) -> None:
    survey.compare_with([*years.values()])
    years["2018"].rename(survey.folder.parent / "elsewhere")

    earlier = read_remembered(survey, ValidityRule())

    assert earlier is not None
    assert [each.name for each in earlier.rounds] == ["2019"]
    assert [folder.resolve() for folder in earlier.unread] == [years["2018"]]


def test_that_a_round_named_for_an_export_must_be_there(survey: Survey, tmp_path: Path) -> None:
    with pytest.raises(SurveyNotFound):
        export_survey(survey, ExportRequest(tmp_path / "none.xlsx", compare_with=(tmp_path,)))
    with pytest.raises(SameSurvey):
        export_survey(survey, ExportRequest(tmp_path / "none.xlsx", compare_with=(survey.folder,)))

    assert not (tmp_path / "none.xlsx").exists()


def test_that_rounds_named_for_an_export_go_before_those_remembered_and_are_not_kept(
    survey: Survey, years: dict[str, Path], tmp_path: Path
) -> None:
    survey.compare_with([years["2019"]])
    before = (survey.folder / "survey.toml").read_bytes()

    export_survey(survey, ExportRequest(tmp_path / "named.xlsx", compare_with=(years["2018"],)))
    export_survey(survey, ExportRequest(tmp_path / "remembered.xlsx"))

    titles = [opened(tmp_path / f"{name}.xlsx")["So sánh năm trước"]["A1"].value for name in ("named", "remembered")]
    assert titles == ["So sánh với đợt trước: 2018", "So sánh với đợt trước: 2019"]
    assert (survey.folder / "survey.toml").read_bytes() == before


def test_that_the_surveys_own_crosswalk_goes_before_ours(survey: Survey, years: dict[str, Path]) -> None:
    (survey.folder / "crosswalk.csv").write_text("since,old_code,new_code\n2019-12-01,1,2\n", encoding="utf-8")

    changes = read_chosen(survey, [years["2019"]], ValidityRule()).changes

    assert [(change.old_code, change.new_code) for change in changes] == [("1", "2")]


def test_that_a_crosswalk_with_mistakes_stops_the_export(
    survey: Survey, years: dict[str, Path], tmp_path: Path
) -> None:
    survey.compare_with([years["2019"]])
    (survey.folder / "crosswalk.csv").write_text("since,old_code,new_code\nmai,1,2\n", encoding="utf-8")

    with pytest.raises(CrosswalkError):
        export_survey(survey, ExportRequest(tmp_path / "a.xlsx"))
