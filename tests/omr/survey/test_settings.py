"""survey.toml: what it says is kept, what it says wrongly is named."""

from dataclasses import replace

import pytest

from omr.errors import SurveyDamaged, SurveyTooNew
from omr.survey.counting_rules import Weighting
from omr.survey.folder import Survey


@pytest.mark.parametrize("text", ["", "format = 1\n", "format = [", 'format = 1\nname = "x"\ntolerance = "much"\n'])
def test_that_a_broken_settings_file_is_named(survey, text):
    (survey.folder / "survey.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=r"survey\.toml"):
        Survey.open(survey.folder)


def test_that_settings_of_a_newer_program_are_refused(survey):
    path = survey.folder / "survey.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = 2"), encoding="utf-8")

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


@pytest.mark.parametrize(
    ("before", "after", "fact"),
    [
        ('index_rule = "pooled"', 'index_rule = "mean"', "'mean' is none of pooled, equal-criteria, "),
        ('index_rule = "pooled"', "index_rule = 1", "1 is none of pooled, "),
        ('weighting = "none"', 'weighting = "people"', "'people' is none of none, transactions"),
        ("min_answered = 0.5", "min_answered = 50", "50 is no share from 0 to 1"),
        ("min_answered = 0.5", "min_answered = nan", "nan is no share from 0 to 1"),
        ("min_answered = 0.5", "min_answered = true", "True is no share from 0 to 1"),
    ],
)
def test_that_a_way_of_counting_that_is_none_is_named(survey, before, after, fact):
    path = survey.folder / "survey.toml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=fact):
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
