"""Numbers that begin again: which numbered lines are questions and which are options under them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from omr.forms.question_lists.line_signs import ListLine


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to take the lines so far.

    Attributes:
        cost: How unlikely it is.
        options: Indices of the lines that are options.
        restarts: How many questions have options.
    """

    cost: int = 0
    options: tuple[int, ...] = ()
    restarts: int = 0


_Ways = dict[tuple[int, int], _Way]
"""By the number of the last question and that of its last option, 0 before any."""


def numbered_options(lines: Sequence[ListLine]) -> frozenset[int]:
    """Return the indices of the lines that are options, of lines that are counted alike under one heading.

    Questions count on (1, 2, 3); options begin again at 1 below each and are two at least. Where that does not explain
    every number, or could as well be a second list, none are options.
    """
    ways: _Ways = {}
    for place, line in enumerate(lines):
        number = int(line.sign) if line.sign.isdecimal() else 0
        begun = {(number, 0): _Way()} if place == 0 else {}
        ways = begun or _with_line(ways, place, number, asks=line.asks)
        if not ways:
            return frozenset()
    ended = [(count, way) for (_, count), way in ways.items() if count != 1]
    if not ended:
        return frozenset()
    count, best = min(ended, key=lambda each: each[1].cost)
    is_at_end_only = best.restarts == 1 and count > 0
    if is_at_end_only and not lines[best.options[0] - 1].asks:
        return frozenset()
    return frozenset(best.options)


def _with_line(ways: _Ways, place: int, number: int, *, asks: bool) -> _Ways:
    following: _Ways = {}
    for (question, option), way in ways.items():
        if number == question + 1 and option != 1:
            is_doubtful = number == option + 1 and not asks
            _keep_better(following, (number, 0), _Way(way.cost + is_doubtful, way.options, way.restarts))
        if number == option + 1 and not asks:
            made = _Way(way.cost, (*way.options, place), way.restarts + (option == 0))
            _keep_better(following, (question, number), made)
    return following


def _keep_better(ways: _Ways, state: tuple[int, int], way: _Way) -> None:
    if state not in ways or way.cost < ways[state].cost:
        ways[state] = way
