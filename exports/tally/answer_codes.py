"""How answers are coded: numbers where options are numbers, and one set of codes that say why an answer is missing.

A file for SPSS holds both in one column, for it can be told which codes to leave out; a spreadsheet cannot, so there
the codes have columns of their own (``Variable.value`` and ``Variable.reason``).
"""

from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

from exports.tally.answer_states import AnswerState
from form_templates.model import Item, ItemKind, Option
from omr.results import Answer

Code: TypeAlias = int | float | str

MISSING_CODES = {
    AnswerState.BLANK: 99,
    AnswerState.DOUBLE: 98,
    AnswerState.ILLEGIBLE: 97,
    AnswerState.NOT_ASKED: 96,
    AnswerState.AWAITING_REVIEW: 95,
    AnswerState.PAGE_MISSING: 94,
    AnswerState.NOT_APPLICABLE: 93,
}
"""99-96 are the habit of Vietnamese survey offices; the others continue it."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of the data sheet.

    Attributes:
        name: Its heading: the item's id; for several choices with the option's value after it.
        item: What it codes.
        option: The option of a 0/1 column; None otherwise.
        is_numeric: Whether the options are written as numbers.
        missing_offset: Added to the missing codes, so that they differ from every value of the item.
    """

    name: str
    item: Item
    option: Option | None
    is_numeric: bool
    missing_offset: int

    def code(self, state: AnswerState, answer: Answer) -> Code:
        """Return what stands in the cell."""
        if self.option and state in (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE):
            return int(self.option.value in answer)
        if state is not AnswerState.ANSWERED:
            return self.missing_code(state)
        return self._value(answer)

    def value(self, state: AnswerState, answer: Answer) -> Code | None:
        """Return the answer where no code may stand among them; None for what is missing, and for no number."""
        if self.option and state in (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE):
            return int(self.option.value in answer)
        if state is not AnswerState.ANSWERED:
            return None
        value = self._value(answer)
        return None if self.is_numeric and isinstance(value, str) else value

    def reason(self, state: AnswerState) -> int | None:
        """Return the code that says why there is no answer; None where there is one."""
        return None if state is AnswerState.ANSWERED else self.missing_code(state)

    def missing_code(self, state: AnswerState) -> int:
        """Return the code of a missing answer."""
        return MISSING_CODES[state] + self.missing_offset

    def _value(self, answer: Answer) -> Code:
        text = " ".join(answer)
        if self.item.kind is ItemKind.NUMBER:
            return written_number(text)
        if not self.is_numeric:
            return text
        number = as_number(text)
        return text if number is None else number


def variables_of(item: Item) -> tuple[Variable, ...]:
    """Return the columns of ``item``: one, or one per option where several may be chosen."""
    if item.kind is ItemKind.MULTIPLE:
        return tuple(
            Variable(f"{item.item_id}_{option.value}", item, option, is_numeric=True, missing_offset=0)
            for option in item.options
        )
    return (Variable(item.item_id, item, None, _is_numeric(item), _missing_offset(item)),)


def as_number(text: str) -> int | float | None:
    """Return ``text`` as a number if writing the number back gives the same text: ``"01"`` stays a code."""
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if isfinite(number) and str(number) == text:
            return number
    return None


def written_number(text: str) -> int | float | str:
    """Return what was written as a number, ``"05"`` too, or the text itself if it is none."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not isfinite(number):
        return text
    return int(number) if number.is_integer() else number


def _is_numeric(item: Item) -> bool:
    """Whether every level is a number, so that the column has one type; free numbers are taken one by one."""
    if item.kind is ItemKind.NUMBER:
        return True
    levels = [option.value for option in item.options if not option.is_not_applicable]
    return bool(levels) and all(as_number(value) is not None for value in levels)


def _missing_offset(item: Item) -> int:
    """Return the offset that lifts the missing codes above every value of the item."""
    numbers = [as_number(option.value) for option in item.options]
    largest = max((number for number in numbers if number is not None), default=0)
    if item.kind is ItemKind.NUMBER:
        largest = 10 ** (item.digits or 6) - 1  # 6: more digits than any form so far asks for
    return missing_offset_above(largest)


def missing_offset_above(largest: float) -> int:
    """Return the least of 0, 900, 9900, ... that lifts the missing codes above ``largest``."""
    offset, nines = 0, 9
    while min(MISSING_CODES.values()) + offset <= largest:
        nines = nines * 10 + 9
        offset = (nines - 9) * 10
    return offset
