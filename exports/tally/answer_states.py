"""The state of an answer: every answer of every respondent is counted in exactly one.

Decisions that the tallies rest on:

- A flagged answer that nobody has looked at yet is counted nowhere, also not as the engine's reading: a published
  share must not rest on guesses. It is shown as awaiting review, and the overview calls the figures provisional.
- An answer on a page that was not delivered is no work for a reviewer: it counts as missing, beside the blanks.
- More marks than the item allows are neither an answer nor blank.
- A blank is "not asked" only where the answer to the gate question says so. Where the gate itself is blank or still
  awaits review, the item stays blank. An answer given against the skip rule counts as an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from form_templates.model import Condition, FormTemplate, Item, ItemId, ItemKind
from omr.responses import ItemAnswer, Response
from omr.results import Answer, AnswerStatus, Flag


class AnswerState(IntEnum):
    """What an answer counts as."""

    ANSWERED = 0
    BLANK = 1
    DOUBLE = 2
    ILLEGIBLE = 3
    NOT_ASKED = 4  # the skip rule says so, and it is blank
    NOT_APPLICABLE = 5  # the respondent chose "no opinion" or "does not apply"
    AWAITING_REVIEW = 6
    PAGE_MISSING = 7


@dataclass(frozen=True, slots=True)
class _ItemRule:
    """What is needed to classify the answers of one item, looked up once instead of per answer."""

    item: Item
    values: frozenset[str]
    not_applicable: frozenset[str]
    cap: int


def classify_responses(template: FormTemplate, responses: Sequence[Response]) -> list[list[AnswerState]]:
    """Return the state of every answer: one list per response, items in template order."""
    rules = [_item_rule(item) for item in template.items()]
    return [_classify_response(rules, response) for response in responses]


def _item_rule(item: Item) -> _ItemRule:
    return _ItemRule(
        item=item,
        values=frozenset(option.value for option in item.options),
        not_applicable=frozenset(option.value for option in item.options if option.is_not_applicable),
        cap=1 if item.kind is ItemKind.SINGLE else item.max_choices or len(item.options),
    )


def _classify_response(rules: Sequence[_ItemRule], response: Response) -> list[AnswerState]:
    states = [_own_state(rule, given) for rule, given in zip(rules, response.answers, strict=True)]
    gates: dict[ItemId, tuple[AnswerState, Answer]] = {}
    for index, (rule, given) in enumerate(zip(rules, response.answers, strict=True)):
        condition = rule.item.asked_if
        if states[index] is AnswerState.BLANK and condition and _is_skipped(condition, gates):
            states[index] = AnswerState.NOT_ASKED
        gates[rule.item.item_id] = states[index], given.answer or ()
    return states


def _own_state(rule: _ItemRule, given: ItemAnswer) -> AnswerState:
    """Classify an answer without regard to skip rules."""
    if given.status is AnswerStatus.FLAGGED:
        return AnswerState.PAGE_MISSING if Flag.MISSING_PAGE in given.flags else AnswerState.AWAITING_REVIEW
    if given.answer is None:
        return AnswerState.ILLEGIBLE
    if not any(map(str.strip, given.answer)):
        return AnswerState.BLANK
    return _choice_state(rule, given.answer) if rule.item.kind.is_choice else AnswerState.ANSWERED


def _choice_state(rule: _ItemRule, answer: Answer) -> AnswerState:
    if not rule.values.issuperset(answer):
        # The store keeps template and answers together, so this is a bug and must not become a quiet miscount.
        raise AssertionError(f"item {rule.item.item_id} has no option {answer}")
    if len(answer) > rule.cap:
        return AnswerState.DOUBLE
    return AnswerState.NOT_APPLICABLE if rule.not_applicable.issuperset(answer) else AnswerState.ANSWERED


def _is_skipped(condition: Condition, gates: dict[ItemId, tuple[AnswerState, Answer]]) -> bool:
    """Whether an earlier item's answer says that this one does not concern the respondent."""
    state, answer = gates.get(condition.item_id, (AnswerState.BLANK, ()))
    if state in (AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE):
        return condition.values.isdisjoint(answer)
    return state is AnswerState.NOT_ASKED
