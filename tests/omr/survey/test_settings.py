"""survey.toml: what it says is kept, what it says wrongly is named."""

import re
from dataclasses import replace

import pytest

from omr.errors import SurveyDamaged, SurveyTooNew
from omr.survey.counting_rules import Weighting
from omr.survey.folder import Survey
from omr.survey.settings import change_settings, load_settings


@pytest.mark.parametrize("text", ["", "format = 1\n", "format = [", 'format = 1\nname = "x"\ntolerance = "much"\n'])
def test_that_a_broken_settings_file_is_named(survey, text):
    (survey.folder / "survey.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=r"survey\.toml"):
        Survey.open(survey.folder)


def test_that_settings_of_a_newer_program_are_refused(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = 3"), encoding="utf-8")

    with pytest.raises(SurveyTooNew):
        Survey.open(survey.folder)


def test_that_the_limit_of_the_recheck_is_one_in_a_thousand_unless_the_survey_says_otherwise(survey):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    before = Survey.open(survey.folder)
    path.write_text(text.replace("recheck_limit = 0.001\n", ""), encoding="utf-8")
    without = Survey.open(survey.folder)
    path.write_text(text.replace("recheck_limit = 0.001", "recheck_limit = 0.01"), encoding="utf-8")
    other = Survey.open(survey.folder)

    assert [each.settings.recheck_limit for each in (before, without, other)] == [0.001, 0.001, 0.01]
    for each in (before, without, other):
        each.close()


def test_that_an_older_survey_counts_every_response_alike_and_asks_for_half_of_the_items(survey):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    older = text.replace('weighting = "none"\n', "").replace("min_answered = 0.5\n", "")
    assert len(older.splitlines()) == len(text.splitlines()) - 2
    path.write_text(older, encoding="utf-8")

    with Survey.open(survey.folder) as opened:
        assert (opened.settings.weighting, opened.settings.min_answered) == (Weighting.NONE, 0.5)


def test_that_a_target_is_kept_and_a_survey_without_one_is_written_as_ever(survey):
    path = survey.folder / "survey.toml"
    before = path.read_bytes()
    none = load_settings(survey.folder)

    change_settings(survey.folder, replace(none, target=0.85))
    kept, text = load_settings(survey.folder), path.read_text(encoding="utf-8")
    change_settings(survey.folder, none)

    assert (none.target, kept.target) == (None, 0.85)
    assert "target = 0.85" in text
    assert "format = 1" in text
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after", "fact"),
    [
        ('index_rule = "pooled"', 'index_rule = "mean"', 'line 9: index_rule: "mean" is not known; wanted: "pooled"'),
        ('index_rule = "pooled"', "index_rule = 1", "index_rule: must be a text in quotes"),
        ('index_rule = "pooled"', "", '"index_rule" is missing'),
        ('weighting = "none"', 'weighting = "people"', 'weighting: "people" is not known; wanted: "none"'),
        ("min_answered = 0.5", "min_answered = 50", "min_answered: must be a share from 0 to 1, not 50"),
        ("min_answered = 0.5", "min_answered = nan", "min_answered: must be a number of ordinary size"),
        ("min_answered = 0.5", "min_answered = true", "min_answered: must be a number"),
        ("tolerance = 0.0001", "tolerance = nan", "tolerance: must be a number of ordinary size"),
        ("tolerance = 0.0001", "tolerance = 2.0", "tolerance: must be a share from 0 to 1, not 2"),
        ("tolerance = 0.0001", "tolerance = -0.1", "tolerance: must be a share from 0 to 1, not -0.1"),
        ("tolerance = 0.0001", 'tolerance = "much"', "tolerance: must be a number"),
        ("tolerance = 0.0001", "", '"tolerance" is missing: wanted a number'),
        ("version = 2", "target = 85\nversion = 2", "target: must be a share from 0 to 1, not 85"),
        ("version = 2", "version = 0", "version: must be 1 or more, not 0"),
        ("compare_with = []", 'compare_with = "2019"', "compare_with: must be an array of texts"),
    ],
)
def test_that_an_entry_that_cannot_be_used_is_named_with_its_place(survey, before, after, fact):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=re.escape(fact)):
        Survey.open(survey.folder)


@pytest.mark.parametrize("limit", ["0", "1.0", "-0.1", '"little"'])
def test_that_a_limit_of_the_recheck_that_is_no_share_is_named(survey, limit):
    path = survey.folder / "survey.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("recheck_limit = 0.001", f"recheck_limit = {limit}"), encoding="utf-8"
    )

    with pytest.raises(SurveyDamaged, match=r"survey\.toml"):
        Survey.open(survey.folder)


def test_that_other_settings_are_kept_and_what_else_the_file_says_stays(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8") + "later = 7  # from a newer program\n", encoding="utf-8")
    wanted = replace(survey.settings, round_name="2027", tolerance=5e-5)

    survey.change_settings(wanted)

    text = path.read_text(encoding="utf-8")
    assert text.startswith("# A Phiếu survey.")
    assert "later = 7  # from a newer program" in text
    with Survey.open(survey.folder) as again:
        assert again.settings == wanted == survey.settings


def test_that_all_mistakes_are_told_at_once_each_with_its_line(survey):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    for before, after in (("tolerance = 0.0001", "tolerance = 2"), ('weighting = "none"', "weighting = 3")):
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SurveyDamaged) as told:
        Survey.open(survey.folder)

    tolerance, weighting = (
        next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(key))
        for key in ("tolerance", "weighting")
    )
    assert told.value.fact == (
        f"line {tolerance}: tolerance: must be a share from 0 to 1, not 2; "
        f"line {weighting}: weighting: must be a text in quotes"
    )


def test_that_keys_of_a_later_program_are_no_mistake(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\nremark = "old"\n[later]\nx = 1\n', encoding="utf-8")

    assert load_settings(survey.folder) == survey.settings
