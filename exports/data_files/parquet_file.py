"""Write a Parquet file: one row per respondent, typed; pandas alone reads it, labels and all.

Every item has its value and, as ``<item>_state``, what the answer counts as (``answer_states``), so that denominators
can be made as the workbook makes them:

- one choice: a number where the values of the options are numbers, as on the workbook's data sheet, else a category,
  ordered where the scale is; missing unless answered
- several choices: one truth value per option; missing unless answered
- a number: a number; missing where the text is none
- words: a text; missing where there is none

Behind them stand the weight and the scores of ``scores``.

``pandas.read_parquet(path).attrs`` holds the survey's name and, by column, the label, what the values mean and which
columns are ordered. The schema says the same for other programs: under ``phieu``, as JSON, and at every column as
``label``, ``values`` (JSON) and ``measure``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd

from exports.data_files.respondents import LEAD_COLUMNS, build_lead
from exports.data_files.scores import Score, build_scores
from exports.errors import PackageMissing, cannot_export
from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.tally.answer_codes import as_number, variables_of
from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.wording import workbook_words as words
from exports.wording.naming import MISSING_WORDS, RULE_WORDS
from exports.wording.speaker import Speaker
from form_templates.model import FormTemplate, Item, ItemKind, Language, Option, ScaleKind
from omr.results import Answer
from omr.units.unit_list import Unit
from omr.whole_files import replacing

FORMAT = 2
"""Version of the layout, kept in the file: ``attrs["format"]``. In 1 numbers were categories, and pages numbers."""

_NOMINAL, _ORDINAL, _SCALE = "nominal", "ordinal", "scale"

_STATES = {state: state.name.lower().replace("_", "-") for state in AnswerState}
_STATE_WORDS = {AnswerState.ANSWERED: words.COL_ITEMS_ANSWERED, **MISSING_WORDS}


def write_parquet(path: Path, gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> None:
    """Write every respondent, valid or not, with labels in ``language``.

    Raises:
        PackageMissing: pyarrow is not installed.
        ExportFailed: The file cannot be written.
    """
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise PackageMissing(path, "pyarrow") from error
    table, say = gathered.answer_table(), Speaker(language)
    columns = [
        *_lead_columns(table, gathered.units, say),
        *(c for item in gathered.template.items() for c in _item_columns(table, item, say)),
        *(_score_column(score) for score in build_scores(gathered, table, say)),
    ]
    named = dict(zip(_different([column.name for column in columns]), columns, strict=True))
    frame = pd.DataFrame({name: column.values for name, column in named.items()})
    found = pyarrow.Table.from_pandas(frame, preserve_index=False)
    about = json.dumps(_describe(gathered.facts, gathered.template, named, say), ensure_ascii=False).encode()
    fields = [each.with_metadata(named[each.name].metadata()) for each in found.schema]
    schema = pyarrow.schema(fields, {**found.schema.metadata, b"PANDAS_ATTRS": about, b"phieu": about})
    with replacing(path, cannot_export) as part, part.open("wb") as file:
        pyarrow.parquet.write_table(found.cast(schema), file)


@dataclass(frozen=True, slots=True, eq=False)
class _ParquetColumn:
    """One column: typed values, what people read above it, what its values mean, and what may be made of them."""

    name: str
    values: object
    label: str
    categories: Mapping[str, str] = field(default_factory=dict)
    measure: str = _NOMINAL

    def metadata(self) -> dict[str, str]:
        """Return what the schema says of it."""
        values = {"values": json.dumps(dict(self.categories), ensure_ascii=False)} if self.categories else {}
        return {"label": self.label, "measure": self.measure, **values}


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
        return [_single_column(template, item, texts, label, say)]
    if item.kind is ItemKind.NUMBER:
        numbers = pd.to_numeric(pd.Series(texts, dtype=object), errors="coerce").astype(float)
        return [_ParquetColumn(item.item_id, numbers.replace([np.inf, -np.inf], np.nan), label, measure=_SCALE)]
    return [_ParquetColumn(item.item_id, pd.array(texts, dtype="string"), label)]


def _single_column(
    template: FormTemplate, item: Item, texts: Sequence[str | None], label: str, say: Speaker
) -> _ParquetColumn:
    """Return the chosen values: as numbers where all are numbers, by the rule of the workbook's data sheet."""
    meanings = {option.value: say(option.label) for option in _levels(template, item)}
    measure = _ORDINAL if _is_ordered(template, item) else _NOMINAL
    (variable,) = variables_of(item)
    if not variable.is_numeric:
        values = pd.Categorical(list(texts), list(meanings), ordered=measure is _ORDINAL)
        return _ParquetColumn(item.item_id, values, label, meanings, measure)
    numbers = [None if text is None else as_number(text) for text in texts]
    is_whole = all(isinstance(as_number(value), int) for value in meanings)
    return _ParquetColumn(
        item.item_id, pd.array(numbers, dtype="Int64" if is_whole else "Float64"), label, meanings, measure
    )


def _score_column(score: Score) -> _ParquetColumn:
    values = pd.Series(score.values).astype("Int64") if score.is_count else score.values
    return _ParquetColumn(score.name, values, score.label, measure=_SCALE)


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
        "ordered": [name for name, column in columns.items() if column.measure is _ORDINAL],
    }
