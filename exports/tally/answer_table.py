"""All answers of a survey as one table, classified, and which respondents are valid."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from exports.tally.answer_states import AnswerState, classify_responses
from form_templates.model import FormTemplate, Item, ItemId
from omr.responses import Response
from omr.survey.counting_rules import MIN_ANSWERED


@dataclass(frozen=True, slots=True)
class ValidityRule:
    """When a response counts.

    Attributes:
        min_answered: Least share of the choice items asked of everyone that must be answered, 0.0-1.0. "No opinion"
            is an answer; blanks, doubles, illegible answers and those awaiting review are not.
    """

    min_answered: float = MIN_ANSWERED


@dataclass(frozen=True, slots=True, eq=False)
class AnswerTable:
    """Every answer of every respondent; rows are respondents, columns are item ids in template order.

    Attributes:
        template: What was asked.
        responses: One per row.
        states: ``AnswerState`` as int8.
        answers: Option values as tuples; empty unless answered or "not applicable".
        answered_share: Share of the items asked of everyone that are answered, 0.0-1.0.
        is_valid: Whether the response counts in the tallies; what is perhaps the rest of another one does not.
    """

    template: FormTemplate
    responses: tuple[Response, ...]
    states: pd.DataFrame
    answers: pd.DataFrame
    answered_share: "pd.Series[float]"
    is_valid: "pd.Series[bool]"


def build_answer_table(
    template: FormTemplate, responses: Sequence[Response], validity: ValidityRule | None = None
) -> AnswerTable:
    """Classify every answer and decide which responses count."""
    rule = validity or ValidityRule()
    states = _states(template, responses)
    share = _answered_share(template, states)
    return AnswerTable(
        template=template,
        responses=tuple(responses),
        states=states,
        answers=_answers(states, responses),
        answered_share=share,
        is_valid=(share >= rule.min_answered) & ~_are_rests(responses, share.index),
    )


def _are_rests(responses: Sequence[Response], rows: "pd.Index[int]") -> "pd.Series[bool]":
    return pd.Series([response.is_rest for response in responses], index=rows, dtype=bool)


def items_asked_of_everyone(template: FormTemplate) -> list[ItemId]:
    """Return the choice items without a skip rule: those the validity of a response is judged by."""
    return [item.item_id for item in template.items() if item.kind.is_choice and item.asked_if is None]


def _states(template: FormTemplate, responses: Sequence[Response]) -> pd.DataFrame:
    columns = [item.item_id for item in template.items()]
    rows = np.array(classify_responses(template, responses), dtype=np.int8).reshape(len(responses), len(columns))
    return pd.DataFrame(rows, columns=columns)


def _answers(states: pd.DataFrame, responses: Sequence[Response]) -> pd.DataFrame:
    is_counted = states.isin([AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE]).to_numpy()
    cells = np.empty(states.shape, dtype=object)
    for row, response in enumerate(responses):
        for column, given in enumerate(response.answers):
            cells[row, column] = given.answer if is_counted[row, column] else ()
    return pd.DataFrame(cells, columns=states.columns)


def _answered_share(template: FormTemplate, states: pd.DataFrame) -> "pd.Series[float]":
    asked = states[items_asked_of_everyone(template)]
    if asked.shape[1] == 0:  # nothing to judge by: every response counts
        return pd.Series(1.0, index=states.index)
    return asked.isin([AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE]).mean(axis=1).astype(float)


def chosen_values(table: AnswerTable, item_ids: Sequence[ItemId]) -> list[list[str]]:
    """Return one list per item: the chosen value of every response, empty where there is none or it is invalid."""
    is_valid = table.is_valid.to_numpy()
    return [
        [answer[0] if answer and valid else "" for answer, valid in zip(table.answers[item_id], is_valid, strict=True)]
        for item_id in item_ids
    ]


def counted_values(item: Item) -> frozenset[str]:
    """Return the values that count as an answer: all but those that say the question does not apply."""
    return frozenset(option.value for option in item.options if not option.is_not_applicable)


def scale_values(template: FormTemplate, item: Item, *, is_satisfied: bool) -> frozenset[str]:
    """Return the values of an item at one end of its scale."""
    scale = template.scale(item.scale_id or "")
    return (scale.satisfied if is_satisfied else scale.dissatisfied) & counted_values(item)


def values_matrix(
    values: Sequence[Sequence[str]], wanted: Sequence[frozenset[str]], shape: tuple[int, int]
) -> npt.NDArray[np.bool_]:
    """Return which responses chose a wanted value.

    Args:
        values: Per item one value of every response, as of ``chosen_values``.
        wanted: The values looked for, per item.
        shape: How many items and responses there are.

    Returns:
        (responses, items)
    """
    columns = [[value in of_item for value in column] for column, of_item in zip(values, wanted, strict=True)]
    return np.array(columns, dtype=np.bool_).reshape(shape).T
