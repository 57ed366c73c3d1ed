"""What people want improved first, and how satisfied those are who want it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from exports.tally.answer_states import AnswerState
from exports.tally.satisfaction_index import Ratings, Rows
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import ItemTally, SurveyTally
from form_templates.model import Item, ItemKind, Option

_ASKS_FOR_WISHES = ("cải thiện", "improve")  # how forms ask what should be improved first


@dataclass(frozen=True, slots=True)
class ImprovementWish:
    """One thing that people may want improved.

    Attributes:
        option: The thing; None for everybody who answered the question.
        chosen: The people who chose it, of those who answered.
        factors: The pooled satisfied share of these people per factor, in template order.
    """

    option: Option | None
    chosen: Share
    factors: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """The answers to what should be improved first.

    Attributes:
        item: The question.
        everyone: All who answered it.
        wishes: What was chosen, most often first.
    """

    item: Item
    everyone: ImprovementWish
    wishes: tuple[ImprovementWish, ...]


def question_of_wishes(items: Sequence[ItemTally]) -> ItemTally | None:
    """Return the first question where several may be chosen that asks what to improve; None if there is none."""
    return next((each for each in items if each.item.kind is ItemKind.MULTIPLE and _asks(each.item)), None)


def find_wishes(tally: SurveyTally) -> Wishes | None:
    """Count what people want improved, with their satisfaction; None where the form does not ask or nobody answers."""
    asked = question_of_wishes(tally.items)
    if asked is None or not asked.answered:
        return None
    table, item, rows = tally.table, asked.item, tally.ratings.all_rows()
    is_answered = table.states[item.item_id].to_numpy()[rows] == AnswerState.ANSWERED
    rows = rows[is_answered]
    given = table.answers[item.item_id].to_numpy()[rows].tolist()
    wishes = []
    for each in asked.options:
        if each.option.is_not_applicable:
            continue
        chose = np.fromiter((each.option.value in answer for answer in given), np.bool_, len(given))
        wishes.append(_wish(tally.ratings, each.option, rows[chose], len(rows)))
    wishes.sort(key=lambda wish: -wish.chosen.count)
    return Wishes(item, _wish(tally.ratings, None, rows, len(rows)), tuple(wishes))


def _wish(ratings: Ratings, option: Option | None, rows: Rows, of: int) -> ImprovementWish:
    return ImprovementWish(option, Share.pooled(len(rows), of, of), tuple(_factor_shares(ratings, rows)))


def _factor_shares(ratings: Ratings, rows: Rows) -> list[Share]:
    shares = []
    for section in ratings.sections:
        cells = np.ix_(rows, np.asarray(ratings.columns_of(section), dtype=np.intp))
        answered = ratings.is_answered[cells]
        people = int(answered.any(axis=1).sum())
        shares.append(Share.pooled(int(ratings.is_satisfied[cells].sum()), int(answered.sum()), people))
    return shares


def _asks(item: Item) -> bool:
    text = f"{item.label.vi} {item.label.en}".casefold()
    return any(word in text for word in _ASKS_FOR_WISHES)
