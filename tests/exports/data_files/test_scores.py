"""Weight and scores of a respondent, by hand, and that the workbook's figures follow from them."""

from dataclasses import replace

import numpy as np

from exports.data_files.scores import build_scores
from exports.gathered.gathered_survey import GatheredSurvey
from exports.wording.speaker import Speaker
from form_templates.model import Language
from omr.survey.counting_rules import Weighting
from tests.exports.build import FACTS, TWO_SCALES, UNITS, gathered, response

_BLANK = {"c1": (), "c2": (), "c3": (), "all": (), "late": (), "wish": (), "nps": (), "sex": ()}
_GIVEN = [
    response(1, c1=("5",), c2=("2",), c3=("na",)),
    response(2, c1=("3",), c2=()),
    response(3, **_BLANK),
    response(4, unit="258", c1=("1",), c2=("1",), c3=("1",)),
]


def _scores(survey: GatheredSurvey) -> dict[str, list[float]]:
    scores = build_scores(survey, survey.answer_table(), Speaker(Language.ENGLISH))
    return {score.name: np.nan_to_num(score.values, nan=-1.0).tolist() for score in scores}


def test_that_scores_count_criteria_and_take_their_mean() -> None:
    found = _scores(gathered(_GIVEN))

    assert found["f1_answered"] == [2, 1, 0, 2]
    assert found["f1_satisfied"] == [1, 0, 0, 0]
    assert found["f1_mean"] == [3.5, 3.0, -1.0, 1.0]  # (5 + 2) / 2; an invalid response has none
    assert found["f2_answered"] == [0, 1, 0, 1]
    assert found["index_mean"] == [3.5, 3.5, -1.0, 1.0]


def test_that_criteria_on_other_scales_have_no_mean_together() -> None:
    found = _scores(gathered([response()], TWO_SCALES))

    assert (found["f1_mean"], found["f2_mean"], found["index_mean"]) == ([-1.0], [4.0], [-1.0])
    assert (found["f1_answered"], found["f1_satisfied"]) == ([2], [1])


def test_that_an_invalid_response_weighs_nothing_and_others_alike() -> None:
    assert _scores(gathered(_GIVEN))["weight"] == [1, 1, 0, 1]


def test_that_the_index_by_transactions_follows_from_weight_and_scores() -> None:
    units = [replace(unit, transactions={"09163": 300, "258": 50}.get(unit.code)) for unit in UNITS]
    survey = gathered(_GIVEN, units=units, facts=replace(FACTS, weighting=Weighting.TRANSACTIONS))

    found = {name: np.array(values) for name, values in _scores(survey).items()}

    assert found["weight"].tolist() == [150, 150, 0, 50]
    share = found["weight"] @ found["index_satisfied"] / (found["weight"] @ found["index_answered"])
    assert share == (150 * 1 + 150 * 1) / (150 * 2 + 150 * 2 + 50 * 3)
    weighted = survey.tally().levels[0].weighted
    assert weighted is not None
    assert share == weighted.index.value


def test_that_nobody_is_weighted_where_one_unit_tells_no_transactions() -> None:
    units = [replace(unit, transactions={"09163": 300}.get(unit.code)) for unit in UNITS]
    survey = gathered(_GIVEN, units=units, facts=replace(FACTS, weighting=Weighting.TRANSACTIONS))

    assert _scores(survey)["weight"] == [1, 1, 0, 1]
