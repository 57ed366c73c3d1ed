"""The variables of an SPSS file: values, labels, missing codes and measures, as SPSS understands them.

Values are those of the workbook's data sheet, but for what SPSS needs in another way:

- Options whose values are no numbers are numbered in printed order, for only numbers can have missing codes.
- A number item whose text is no number has the code of an illegible answer, whose label says so.
- A missing answer in words is an empty text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

import pandas as pd

from exports.data_files.respondents import LEAD_COLUMNS, build_lead
from exports.data_files.scores import Score
from exports.data_files.spss_limits import TEXT_BYTES, VALUE_LABEL_BYTES, VARIABLE_LABEL_BYTES
from exports.tally.answer_codes import MISSING_CODES, Variable, as_number, missing_offset_above, variables_of
from exports.tally.answer_states import AnswerState
from exports.tally.answer_table import AnswerTable
from exports.wording import workbook_words as words
from exports.wording.naming import MISSING_WORDS
from exports.wording.speaker import Speaker, cut_to_bytes
from form_templates.model import FormTemplate, Item, ItemKind, ScaleKind
from omr.results import Answer
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class SavColumn:
    """A variable of the file: its values with what they mean.

    Attributes:
        wanted_name: What it would be called if every name were legal.
        label: Of the variable, at most 256 bytes.
        values: One per respondent, numbers or texts; NaN where a score is not known.
        measure: ``"nominal"``, ``"ordinal"`` or ``"scale"``.
        value_labels: By value, at most 120 bytes each.
        missing: Lowest and highest code that mean a missing answer; None where there are none.
        decimals: Digits shown behind the decimal sign.
        chosen_of: Of an option that may be chosen beside others: id of its question, and what it asks.
    """

    wanted_name: str
    label: str
    values: "pd.Series[float] | pd.Series[str]"
    measure: str = "nominal"
    value_labels: Mapping[float, str] = field(default_factory=dict)
    missing: tuple[float, float] | None = None
    decimals: int = 0
    chosen_of: tuple[str, str] | None = None

    @property
    def is_text(self) -> bool:
        """Whether the values are texts."""
        return not pd.api.types.is_float_dtype(self.values.dtype)


def build_columns(table: AnswerTable, units: Sequence[Unit], say: Speaker) -> list[SavColumn]:
    """Return the lead columns and those of every item, in template order, labelled by ``say``."""
    columns = list(_lead_columns(table, units, say))
    for item in table.template.items():
        columns += [_item_column(table, variable, say) for variable in variables_of(item)]
    return columns


def score_columns(scores: Sequence[Score]) -> list[SavColumn]:
    """Return the weight and the scores as variables."""
    return [
        SavColumn(
            score.name,
            cut_to_bytes(score.label, VARIABLE_LABEL_BYTES),
            pd.Series(score.values, dtype=float),
            measure="scale",
            decimals=0 if all(value.is_integer() for value in score.values.tolist()) else 2,
        )
        for score in scores
    ]


def numbered_options(item: Item) -> dict[str, float]:
    """Return the number of every option that is an answer: its own value, or its place where values are no numbers."""
    values = [option.value for option in item.options if not option.is_not_applicable]
    numbers = [as_number(value) for value in values]
    if any(number is None for number in numbers):
        numbers = list(range(1, len(values) + 1))
    return {value: float(number or 0) for value, number in zip(values, numbers, strict=True)}


def _lead_columns(table: AnswerTable, units: Sequence[Unit], say: Speaker) -> Iterator[SavColumn]:
    lead = build_lead(table, units, say)
    for column in LEAD_COLUMNS:
        label, cells = say(column.label), lead[column.name]
        meanings = {1.0: say(words.COL_VALID), 0.0: say(words.SHEET_INVALID)} if column.name == "valid" else {}
        values = _texts(cells) if column.is_text else cells.to_numpy(float)
        yield SavColumn(column.name, label, pd.Series(values), value_labels=meanings)


def _item_column(table: AnswerTable, variable: Variable, say: Speaker) -> SavColumn:
    item = variable.item
    states = table.states[item.item_id].tolist()
    answers: list[Answer] = table.answers[item.item_id].tolist()
    asked = label = " ".join(filter(None, (item.number, say(item.label))))
    if variable.option is not None:
        label = f"{label}: {say(variable.option.label)}"
    label = cut_to_bytes(label, VARIABLE_LABEL_BYTES)
    if item.kind is ItemKind.TEXT:
        return SavColumn(variable.name, label, _texts(" ".join(answer) for answer in answers))
    coding = _Coding.of(variable)
    values = [coding.code(AnswerState(state), answer) for state, answer in zip(states, answers, strict=True)]
    return SavColumn(
        variable.name,
        label,
        pd.Series(values, dtype=float),
        measure=_measure(table.template, item),
        value_labels=coding.labels(say),
        missing=coding.missing,
        decimals=0 if all(value.is_integer() for value in values) else 2,
        chosen_of=(item.item_id, asked) if variable.option else None,
    )


@dataclass(frozen=True, slots=True)
class _Coding:
    """How the answers to one variable become numbers."""

    variable: Variable
    numbers: Mapping[str, float]
    offset: int

    @classmethod
    def of(cls, variable: Variable) -> "_Coding":
        numbers = {} if variable.option else numbered_options(variable.item)
        offset = max(variable.missing_offset, missing_offset_above(max(numbers.values(), default=0)))
        return cls(variable, numbers, offset)

    @property
    def missing(self) -> tuple[float, float]:
        codes = MISSING_CODES.values()
        return float(min(codes) + self.offset), float(max(codes) + self.offset)

    def code(self, state: AnswerState, answer: Answer) -> float:
        if self.variable.option and state in (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE):
            return float(self.variable.option.value in answer)
        if state is not AnswerState.ANSWERED:
            return self._missing(state)
        return self.numbers[answer[0]] if self.numbers else self._written_number(" ".join(answer))

    def labels(self, say: Speaker) -> dict[float, str]:
        """Return what every value means, the missing codes too."""
        item = self.variable.item
        if self.variable.option:
            meanings = {1.0: say(words.CHOSEN, label=say(self.variable.option.label)), 0.0: say(words.NOT_CHOSEN)}
        else:
            meanings = {number: say(item.option(value).label) or value for value, number in self.numbers.items()}
        meanings |= {self._missing(state): say(text) for state, text in MISSING_WORDS.items()}
        if item.kind is ItemKind.NUMBER:
            meanings[self._missing(AnswerState.ILLEGIBLE)] = say(words.MISSING_NO_NUMBER)
        return {number: cut_to_bytes(meaning, VALUE_LABEL_BYTES) for number, meaning in meanings.items()}

    def _missing(self, state: AnswerState) -> float:
        return float(MISSING_CODES[state] + self.offset)

    def _written_number(self, text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            return self._missing(AnswerState.ILLEGIBLE)
        lowest, highest = self.missing
        # What could be taken for a missing code is none of the few digits that the form has room for.
        is_number = isfinite(number) and not lowest <= number <= highest
        return number if is_number else self._missing(AnswerState.ILLEGIBLE)


def _measure(template: FormTemplate, item: Item) -> str:
    if item.kind is ItemKind.NUMBER:
        return "scale"
    is_ordered = item.scale_id is not None and template.scale(item.scale_id).kind is not ScaleKind.NOMINAL
    return "ordinal" if is_ordered and item.kind is ItemKind.SINGLE else "nominal"


def _texts(cells: Iterable[str]) -> "pd.Series[str]":
    return pd.Series([cut_to_bytes(cell, TEXT_BYTES) for cell in cells], dtype=str)
