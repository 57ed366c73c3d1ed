"""What is counted for every respondent, so that others find the figures of the workbook again: weight and scores.

For each factor, and for what the index is made of: how many criteria are answered, how many of these satisfied, and the
mean level. The pooled share of a factor is the sum of the second over that of the first, each times the weight.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from exports.gathered.gathered_survey import GatheredSurvey
from exports.tally.answer_table import AnswerTable
from exports.tally.roll_ups import weigh_responses
from exports.tally.satisfaction_index import Columns, Ratings, build_ratings
from exports.wording import data_file_words
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker

WEIGHT = "weight"
"""Name of the weight's column."""


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """One number of every respondent.

    Attributes:
        name: Of its column, ASCII where the ids of the form are.
        label: What people read above it.
        values: (respondents,), NaN where there is none; an invalid response has answered nothing.
        is_count: Whether all values are whole numbers.
    """

    name: str
    label: str
    values: npt.NDArray[np.float64]
    is_count: bool = False


def build_scores(gathered: GatheredSurvey, table: AnswerTable, say: Speaker) -> list[Score]:
    """Return the weight of every respondent, then the scores of the factors, then of the index."""
    facts, ratings = gathered.facts, build_ratings(table, gathered.units)
    weights = weigh_responses(table, ratings, gathered.units, facts.weighting)
    is_alike = bool(np.isin(weights, (0.0, 1.0)).all())
    counted = say(data_file_words.WEIGHT_ALIKE if is_alike else data_file_words.WEIGHT_TRANSACTIONS)
    scores = [Score(WEIGHT, say(data_file_words.WEIGHT, counted=counted), weights)]
    for section in ratings.sections:
        scores += _part(ratings, section.section_id, ratings.columns_of(section), say(section.title), say)
    columns = ratings.index_columns(facts.index_rule)
    return [*scores, *_part(ratings, "index", columns, say(data_file_words.INDEX), say)]


def _part(ratings: Ratings, key: str, columns: Columns, part: str, say: Speaker) -> Iterator[Score]:
    at = np.asarray(columns, dtype=np.intp)
    for name, has_property, text in (
        ("answered", ratings.is_answered, words.COL_PART_ANSWERED),
        ("satisfied", ratings.is_satisfied, words.COL_PART_SATISFIED),
    ):
        yield Score(f"{key}_{name}", say(text, part=part), _count(has_property[:, at]), is_count=True)
    levels = ratings.levels[:, at] if ratings.are_on_one_scale(columns) else np.full((len(ratings.levels), 0), np.nan)
    yield Score(f"{key}_mean", say(data_file_words.COL_PART_MEAN, part=part), _mean(levels))


def _count(truths: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    return truths.sum(axis=1, dtype=np.float64)


def _mean(levels: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the mean of the levels that are known in each row, NaN where none is."""
    known = np.isfinite(levels).sum(axis=1)
    total = np.nansum(levels, axis=1)
    return np.divide(total, known, out=np.full(len(levels), np.nan), where=known > 0)
