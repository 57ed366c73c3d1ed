"""The answers behind a figure, each with its respondent and the page it was read from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from exports.tally.answer_states import AnswerState
from form_templates.model import FormTemplate, Item, ItemId, ItemKind
from omr.responses import ItemAnswer, Response

if TYPE_CHECKING:  # whoever asks a question need not load pandas
    from exports.tally.answer_table import AnswerTable
    from exports.tally.dashboard import CountedSurvey, Dashboard
    from exports.tally.satisfaction_index import Rows


class Part(StrEnum):
    """Which of the answers to an item a question asks for."""

    ALL = "all"
    COUNTED = "counted"  # the denominator of the item's shares
    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"
    OPTION = "option"  # one option was chosen
    NOT_APPLICABLE = "not-applicable"
    BLANK = "blank"
    DOUBLE = "double"
    ILLEGIBLE = "illegible"
    AWAITING = "awaiting"


_STATE_OF = {
    Part.COUNTED: AnswerState.ANSWERED,
    Part.NOT_APPLICABLE: AnswerState.NOT_APPLICABLE,
    Part.BLANK: AnswerState.BLANK,
    Part.DOUBLE: AnswerState.DOUBLE,
    Part.ILLEGIBLE: AnswerState.ILLEGIBLE,
    Part.AWAITING: AnswerState.AWAITING_REVIEW,
}


@dataclass(frozen=True, slots=True)
class Question:
    """Which answers a figure is made of.

    Attributes:
        items: Of these items.
        part: Which of their answers.
        option: The chosen value, for ``Part.OPTION``.
        unit: Only of responses that name this unit; None means all that are selected.
    """

    items: tuple[ItemId, ...]
    part: Part = Part.COUNTED
    option: str = ""
    unit: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it asks for answers that are in no figure yet or no more, of invalid responses too."""
        return self.part in (Part.ALL, Part.AWAITING)


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """One answer, whose it is, and what it counts as."""

    response: Response
    item: Item
    answer: ItemAnswer
    state: AnswerState


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Answers found in a table, by respondent in delivered order, then by item; each is looked up when asked for.

    Attributes:
        question: What was asked.
        table: Where they are.
        rows: Position of each answer's response.
        columns: Position of each answer's item, in template order.
    """

    question: Question
    table: "AnswerTable"
    rows: "Rows"
    columns: "Rows"

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> FoundAnswer:
        row, column = int(self.rows[place]), int(self.columns[place])
        answer = self.table.responses[row].answers[column]
        item = self.table.template.item(answer.item_id)
        return FoundAnswer(
            self.table.responses[row], item, answer, AnswerState(int(self.table.states.to_numpy()[row, column]))
        )

    @property
    def respondents(self) -> int:
        """How many people gave these answers."""
        return len(np.unique(self.rows))

    def place_of(self, page_id: int | None, item_id: ItemId) -> int | None:
        """Return where the answer to an item on a page stands; None if it is not among these."""
        column = list(self.table.states.columns).index(item_id)
        for place in np.flatnonzero(self.columns == column).tolist():
            page = self.table.responses[int(self.rows[place])].answers[column].page
            if page is not None and page.page_id == page_id:
                return int(place)
        return None


def index_question(counted: "CountedSurvey", unit: str | None = None) -> Question:
    """Return what asks for the answers behind the index: of one unit, or of all that are selected."""
    ratings = counted.ratings
    if counted.rule == "overall-item":
        columns = [] if ratings.overall_column is None else [ratings.overall_column]
    else:
        columns = [column for section in ratings.sections for column in ratings.columns_of(section)]
    return Question(tuple(ratings.items[column].item_id for column in columns), unit=unit)


def awaiting_question(template: FormTemplate) -> Question:
    """Return what asks for all answers that may still change a figure."""
    items = tuple(item.item_id for item in template.items() if item.kind is not ItemKind.TEXT)
    return Question(items, Part.AWAITING)


def find_evidence(counted: "CountedSurvey", dashboard: "Dashboard", question: Question) -> Evidence:
    """Return the answers that a figure of ``dashboard`` is made of."""
    rows = dashboard.rows
    return find_answers(
        counted.table, rows if question.is_open else rows[counted.table.is_valid.to_numpy()[rows]], question
    )


def find_answers(table: "AnswerTable", rows: "Rows", question: Question) -> Evidence:
    """Return the answers at ``rows`` that a question asks for."""
    if question.unit is not None:
        is_there = (table.responses[row].unit == question.unit for row in rows.tolist())
        rows = rows[np.fromiter(is_there, np.bool_, len(rows))]
    order = {item.item_id: column for column, item in enumerate(table.template.items())}
    hits = [(order[item_id], rows[_is_wanted(table, rows, item_id, question)]) for item_id in question.items]
    columns = np.concatenate([np.full(len(found), column, dtype=np.intp) for column, found in hits] or [_NONE])
    found_rows = np.concatenate([found for _, found in hits] or [_NONE])
    by_respondent = np.lexsort((columns, found_rows))
    return Evidence(question, table, found_rows[by_respondent], columns[by_respondent])


_NONE: "Rows" = np.empty(0, dtype=np.intp)


def _is_wanted(table: "AnswerTable", rows: "Rows", item_id: ItemId, question: Question) -> npt.NDArray[np.bool_]:
    states = table.states[item_id].to_numpy()[rows]
    match question.part:
        case Part.ALL:
            return states != AnswerState.PAGE_MISSING
        case Part.OPTION:
            return _chose(table, rows, item_id, frozenset({question.option}))
        case Part.SATISFIED | Part.DISSATISFIED:
            values = _scale_values(table.template, table.template.item(item_id), question.part)
            return (states == AnswerState.ANSWERED) & _chose(table, rows, item_id, values)
        case _:
            return np.asarray(states == _STATE_OF[question.part], dtype=np.bool_)


def _chose(table: "AnswerTable", rows: "Rows", item_id: ItemId, values: frozenset[str]) -> npt.NDArray[np.bool_]:
    answers: Iterable[tuple[str, ...]] = table.answers[item_id].to_numpy()[rows]
    return np.fromiter((not values.isdisjoint(answer) for answer in answers), np.bool_, len(rows))


def _scale_values(template: FormTemplate, item: Item, part: Part) -> frozenset[str]:
    scale = template.scale(item.scale_id) if item.scale_id else None
    if scale is None:
        return frozenset()
    return scale.satisfied if part is Part.SATISFIED else scale.dissatisfied
