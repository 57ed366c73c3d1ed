"""Write a Parquet file: one row per respondent, typed; pandas alone reads it, labels and all.

Every item has its value and, as ``<item>_state``, what the answer counts as (``answer_states``), so that denominators
can be made as the workbook makes them:

- one choice: a category, ordered where the scale is; missing unless answered
- several choices: one truth value per option; missing unless answered
- a number: a number; missing where the text is none
- words: a text; missing where there is none

``pandas.read_parquet(path).attrs`` holds the survey's name and, by column, the label and what the categories mean.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd

from exports.data_files.respondents import LEAD_COLUMNS, build_lead
from exports.errors import PackageMissing, cannot_export
from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.wording import workbook_words as words
from exports.wording.naming import MISSING_WORDS, RULE_WORDS
from exports.wording.speaker import Speaker
from form_templates.model import FormTemplate, Item, ItemKind, Language, Option, ScaleKind
from omr.results import Answer
from omr.units.unit_list import Unit
from omr.whole_files import replacing

FORMAT = 1
"""Version of the layout, kept in the file: ``attrs["format"]``."""

_STATES = {state: state.name.lower().replace("_", "-") for state in AnswerState}
_STATE_WORDS = {AnswerState.ANSWERED: words.COL_ITEMS_ANSWERED, **MISSING_WORDS}


def write_parquet(path: Path, gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> None:
    """Write every respondent, valid or not, with labels in ``language``.

    Raises:
        PackageMissing: pyarrow is not installed.
        ExportFailed: The file cannot be written.
    """
    try:
        import pyarrow  # noqa: F401 - pandas would say the same in words of its own
    except ImportError as error:
        raise PackageMissing(path, "pyarrow") from error
    table, say = gathered.answer_table(), Speaker(language)
    columns = [
        *_lead_columns(table, gathered.units, say),
        *(c for item in gathered.template.items() for c in _item_columns(table, item, say)),
    ]
    named = dict(zip(_different([column.name for column in columns]), columns, strict=True))
    frame = pd.DataFrame({name: column.values for name, column in named.items()})
    frame.attrs.update(_describe(gathered.facts, gathered.template, named, say))
    with replacing(path, cannot_export) as part, part.open("wb") as file:
        frame.to_parquet(file, engine="pyarrow", index=False)


@dataclass(frozen=True, slots=True, eq=False)
class _ParquetColumn:
    """One column: typed values, what people read above it, and what its categories mean."""

    name: str
    values: object
    label: str
    categories: Mapping[str, str] = field(default_factory=dict)


def _lead_columns(table: AnswerTable, units: Sequence[Unit], say: Speaker) -> list[_ParquetColumn]:
    lead = build_lead(table, units, say)
    return [_ParquetColumn(column.name, lead[column.name], say(column.label)) for column in LEAD_COLUMNS]


def _item_columns(table: AnswerTable, item: Item, say: Speaker) -> list[_ParquetColumn]:
    codes: list[int] = table.states[item.item_id].tolist()
    given: list[Answer] = table.answers[item.item_id].tolist()
    answers = [answer if code == AnswerState.ANSWERED else None for answer, code in zip(given, codes, strict=True)]
    label = " ".join(filter(None, (item.number, say(item.label))))
    states = pd.Categorical([_STATES[AnswerState(code)] for code in codes], list(_STATES.values()))
    meanings = {name: say(_STATE_WORDS[state]) for state, name in _STATES.items()}
    return [
        *_value_columns(table.template, item, answers, label, say),
        _ParquetColumn(f"{item.item_id}_state", states, label, meanings),
    ]


def _value_columns(
    template: FormTemplate, item: Item, answers: Sequence[Answer | None], label: str, say: Speaker
) -> list[_ParquetColumn]:
    """Return the columns of an item's answers; None stands for an answer that is missing."""
    if item.kind is ItemKind.MULTIPLE:
        return [
            _ParquetColumn(f"{item.item_id}_{option.value}", _choices(option, answers), f"{label}: {say(option.label)}")
            for option in item.options
        ]
    texts = [None if answer is None else " ".join(answer) for answer in answers]
    if item.kind is ItemKind.SINGLE:
        meanings = {option.value: say(option.label) for option in _levels(template, item)}
        values = pd.Categorical(texts, list(meanings), ordered=_is_ordered(template, item))
        return [_ParquetColumn(item.item_id, values, label, meanings)]
    if item.kind is ItemKind.NUMBER:
        numbers = pd.to_numeric(pd.Series(texts, dtype=object), errors="coerce").astype(float)
        return [_ParquetColumn(item.item_id, numbers.replace([np.inf, -np.inf], np.nan), label)]
    return [_ParquetColumn(item.item_id, pd.array(texts, dtype="string"), label)]


def _choices(option: Option, answers: Sequence[Answer | None]) -> object:
    return pd.array([None if answer is None else option.value in answer for answer in answers], dtype="boolean")


def _levels(template: FormTemplate, item: Item) -> Sequence[Option]:
    """Return the options that are answers: from the lowest up where they have an order, else as printed."""
    if item.scale_id is not None and _is_ordered(template, item):
        return template.scale(item.scale_id).levels
    return [option for option in item.options if not option.is_not_applicable]


def _is_ordered(template: FormTemplate, item: Item) -> bool:
    return item.scale_id is not None and template.scale(item.scale_id).kind is not ScaleKind.NOMINAL


def _different(wanted: Sequence[str]) -> list[str]:
    """Return the names with a number behind those that came before: a form may call an item ``"number"``."""
    names: list[str] = []
    for name in wanted:
        numbered = (f"{name}_{number}" for number in count(2))
        names.append(name if name not in names else next(free for free in numbered if free not in names))
    return names


def _describe(
    facts: SurveyFacts, template: FormTemplate, columns: Mapping[str, _ParquetColumn], say: Speaker
) -> dict[str, object]:
    """Return what a reader needs beside the values, as JSON can keep it."""
    return {
        "format": FORMAT,
        "survey": facts.name,
        "round": facts.round_name,
        "template": template.template_id,
        "version": template.version,
        "index_rule": say(RULE_WORDS[facts.index_rule]),
        "labels": {name: column.label for name, column in columns.items()},
        "categories": {name: dict(column.categories) for name, column in columns.items() if column.categories},
    }
