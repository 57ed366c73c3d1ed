"""Versions of a form on the same paper: one file for both where all questions mean the same, else one each."""

from exports.data_files.answers_csv import write_answers_csv
from exports.export_request import ExportRequest
from exports.gathered.gathering import gather_survey
from exports.several_forms import requests_of_forms
from exports.tally.answer_states import AnswerState, classify_responses
from exports.tally.answer_table import build_answer_table
from exports.tally.satisfaction_index import build_ratings
from exports.tally.statistics.share import Share
from omr.survey.counting_rules import IndexRule
from omr.survey.folder import Survey
from tests.omr.drawn_form import ANSWERS
from tests.omr.two_versions import corrected, of_other_values, partly_counted


def test_that_the_later_version_alone_gets_a_file_and_every_answer_is_in_it_once(survey_of, tmp_path):
    survey = Survey.open(survey_of(corrected).folder)

    ((seen, request),) = requests_of_forms(survey, ExportRequest(tmp_path / "out.csv"))
    write_answers_csv(request.path, gather_survey(seen, seen.counted(seen.pages()), seen.settings))

    assert gather_survey(seen, seen.counted(seen.pages()), seen.settings).facts.with_versions == (1,)
    rows = request.path.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert request.path.name == "out-theirs-v2.csv"
    assert len(rows) == 2 * len(ANSWERS)
    assert [row.split(",")[1] for row in rows[:: len(ANSWERS)]] == ["a.png", "b.png"]
    survey.close()


def test_that_a_version_with_a_question_of_its_own_gets_its_own_file(survey_of, tmp_path):
    with Survey.open(survey_of(of_other_values).folder) as survey:
        paths = [request.path.name for _, request in requests_of_forms(survey, ExportRequest(tmp_path / "out.csv"))]

    assert paths == ["out-theirs-v1.csv", "out-theirs-v2.csv"]


def test_that_what_an_earlier_version_did_not_ask_is_missing_and_no_work(survey_of):
    survey = survey_of(of_other_values)

    states = classify_responses(survey.template, survey.responses_of(survey.counted(survey.pages())))

    assert [row[:2] for row in states] == [
        [AnswerState.PAGE_MISSING, AnswerState.ANSWERED],
        [AnswerState.ANSWERED, AnswerState.ANSWERED],
    ]


def test_that_what_the_newest_version_says_of_its_questions_holds_for_the_pages_of_all(survey_of):
    survey = survey_of(partly_counted)
    seen = gather_survey(survey, survey.counted(survey.pages()), survey.settings)

    ratings = build_ratings(build_answer_table(seen.template, seen.responses))

    # c02 was answered "2" and c05 "5", both times; that c01 is "1" and "2" counts no more.
    assert seen.template.version == 2
    assert [item.item_id for item in ratings.items] == ["c02", "c05"]
    assert ratings.index(ratings.all_rows(), IndexRule.POOLED) == Share(2 / 4, 2, 4, 2)
