"""The codes of the data sheet never say two things at once."""

import pytest

from exports.tally.answer_codes import MISSING_CODES, as_number, variables_of
from exports.tally.answer_states import AnswerState
from form_templates.model import Item, ItemId, ItemKind, Option, Text
from tests.exports.build import REMARK, SEX, VISITS, WISHES, rated


def coded(item: Item, state: AnswerState, *answer: str) -> list[object]:
    """Return what stands in the columns of ``item``."""
    return [variable.code(state, answer) for variable in variables_of(item)]


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        (rated("c1"), ("4",), [4]),
        (SEX, ("f",), ["f"]),
        (WISHES, ("a", "c"), [1, 0, 1]),
        (VISITS, ("3",), [3]),
        (VISITS, ("03",), [3]),
        (VISITS, ("3 lần",), ["3 lần"]),
        (REMARK, ("=1+1",), ["=1+1"]),
    ],
)
def test_that_an_answer_is_coded_by_its_values(item: Item, answer: tuple[str, ...], expected: list[object]) -> None:
    assert coded(item, AnswerState.ANSWERED, *answer) == expected


def test_that_each_missing_state_has_its_own_code() -> None:
    states = [state for state in AnswerState if state is not AnswerState.ANSWERED]

    assert [coded(rated("c1"), state) for state in states] == [[99], [98], [97], [96], [93], [95], [94]]


def test_that_a_missing_answer_to_several_choices_is_missing_in_every_column() -> None:
    assert coded(WISHES, AnswerState.BLANK) == [99, 99, 99]


def test_that_missing_codes_cannot_be_mistaken_for_a_number_somebody_wrote() -> None:
    three_digits = Item(ItemId("n"), ItemKind.NUMBER, Text("n"), digits=3)

    assert coded(VISITS, AnswerState.BLANK) == [999]  # 99 visits is a possible answer
    assert coded(three_digits, AnswerState.BLANK) == [9999]


def test_that_missing_codes_cannot_be_mistaken_for_an_option() -> None:
    item = Item(ItemId("q"), ItemKind.SINGLE, Text("q"), (Option("1", Text("a")), Option("98", Text("b"))))

    assert coded(item, AnswerState.DOUBLE) == [998]


def test_that_missing_codes_differ() -> None:
    assert len(set(MISSING_CODES.values())) == len(MISSING_CODES)


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("05", None), ("1.5", 1.5), ("nan", None), ("x", None)])
def test_that_only_texts_that_survive_the_way_back_become_numbers(text: str, number: float | None) -> None:
    assert as_number(text) == number
