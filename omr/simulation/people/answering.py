"""What a respondent means at every item, and the gestures of the pen that say so."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from form_templates.model import FormTemplate, Item, ItemId, ItemKind, MarkStyle, Option, Scale, ScaleKind
from omr.simulation.chance import happens, pick
from omr.simulation.people.respondents import Correction, Habit, Population, Respondent

_MOST_PICKS = 3  # what people tick where nothing limits them
_STRAIGHT_LINER_SLIPS = 0.03


class Action(StrEnum):
    """What the pen does at one response area."""

    MARK = "mark"  # the person's ordinary mark
    LIGHT_MARK = "light-mark"  # a hesitant touch that was not meant
    CANCEL_RING = "cancel-ring"  # a ring round a mark takes it back
    STRIKE_OUT = "strike-out"  # a large cross through a fill or a ring takes it back
    BLOT = "blot"  # scribbled over until nothing can be seen
    BLACKEN = "blacken"  # a cancelled option filled in black is chosen again
    GHOST = "ghost"  # what a rubber leaves of a mark
    PAINT_OVER = "paint-over"  # correction fluid over a mark
    COLUMN_STROKE = "column-stroke"  # part of one stroke down a column


@dataclass(frozen=True, slots=True)
class Gesture:
    """One action at the response area of ``option``.

    Attributes:
        option: Whose area.
        action: What is done.
        habit: How a mark is made.
        swell: How many times too large it is drawn.
    """

    option: str
    action: Action
    habit: Habit
    swell: float = 1.0


@dataclass(frozen=True, slots=True)
class ItemResponse:
    """What one person did at one choice item.

    Attributes:
        item_id: The item.
        answer: Options the person meant, in printed order; both of two equal marks where nobody could decide.
        habit: How the marks were made; None where there is none.
        is_plain: An ordinary mark (or several, where allowed) or a blank; nothing corrected, nothing too much.
        is_decidable: False where a person could not tell what was meant.
        gestures: What the pen did, in order.
    """

    item_id: ItemId
    answer: tuple[str, ...]
    habit: Habit | None
    is_plain: bool
    is_decidable: bool
    gestures: tuple[Gesture, ...]

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Options that the pen touched and that are not meant, in the order they were touched."""
        return tuple(dict.fromkeys(g.option for g in self.gestures if g.option not in self.answer))


@dataclass(frozen=True, slots=True)
class FormResponse:
    """All that one person did on one form.

    Attributes:
        items: Choice items, by id, in printed order.
        written: Text and number items written in; the digits of a number, ``""`` for text nobody need read.
        write_ins: (item, option) whose write-in line is used.
    """

    items: Mapping[ItemId, ItemResponse]
    written: Mapping[ItemId, str]
    write_ins: frozenset[tuple[ItemId, str]]


def respond(
    template: FormTemplate, respondent: Respondent, population: Population, rng: np.random.Generator
) -> FormResponse:
    """Fill in one form.

    Args:
        template: What is asked.
        respondent: Who answers.
        population: How often people leave out, correct and write.
        rng: The respondent's stream.

    Returns:
        What was meant and done at every item.
    """
    items: dict[ItemId, ItemResponse] = {}
    written: dict[ItemId, str] = {}
    unanswered = _broken_off(template, population, rng)
    for item in template.items():
        if item.item_id in unanswered or _is_skipped(item, items, population, rng):
            if item.kind.is_choice:
                items[item.item_id] = _blank(item)
        elif item.kind.is_choice:
            chosen = _choose(item, _scale_of(template, item), respondent, population, rng)
            items[item.item_id] = _respond_to(item, chosen, respondent, population, rng)
        elif happens(population.number_written if item.kind is ItemKind.NUMBER else population.text_written, rng):
            written[item.item_id] = _digits(item, rng) if item.kind is ItemKind.NUMBER else ""
    if population.column_stroke and happens(population.column_stroke, rng):
        items |= _answered_in_one_stroke(template, items, rng)
    return FormResponse(items, written, _used_write_ins(template, items, population, rng))


def _broken_off(template: FormTemplate, population: Population, rng: np.random.Generator) -> frozenset[ItemId]:
    """Return the items at the end of sections that this person does not get to."""
    if not population.breaks_off:
        return frozenset()
    return frozenset(
        item.item_id
        for section in template.sections
        if happens(population.breaks_off, rng)
        for item in section.items[int(rng.integers(len(section.items))) :]
    )


def _is_skipped(
    item: Item, answered: Mapping[ItemId, ItemResponse], population: Population, rng: np.random.Generator
) -> bool:
    """Whether the skip rule keeps this person from the item."""
    if item.asked_if is None or item.asked_if.item_id not in answered:
        return False
    is_asked = bool(item.asked_if.values.intersection(answered[item.asked_if.item_id].answer))
    return not is_asked and not happens(population.ignores_skip, rng)


def _scale_of(template: FormTemplate, item: Item) -> Scale | None:
    return template.scale(item.scale_id) if item.scale_id is not None else None


def _choose(
    item: Item,
    scale: Scale | None,
    respondent: Respondent,
    population: Population,
    rng: np.random.Generator,
) -> tuple[str, ...]:
    """Return the options a person has in mind, before the pen touches the paper; empty for a blank."""
    if happens(population.blank, rng):
        return ()
    if item.kind is ItemKind.MULTIPLE:
        return _choose_several(item, rng)
    not_applicable = [option.value for option in item.options if option.is_not_applicable]
    if not_applicable and happens(population.not_applicable, rng):
        return (not_applicable[int(rng.integers(len(not_applicable)))],)
    if scale is not None and scale.kind in (ScaleKind.SATISFACTION, ScaleKind.NPS):
        keeps_line = respondent.is_straight_liner and not happens(_STRAIGHT_LINER_SLIPS, rng)
        mood = 0.0 if keeps_line else float(rng.normal(0.0, population.item_sd))
        return (_nearest_level(item, scale, respondent.attitude + mood),)
    return (pick({option.value: _popularity(item, option) for option in item.options}, rng),)


def _choose_several(item: Item, rng: np.random.Generator) -> tuple[str, ...]:
    most = min(item.max_choices or _MOST_PICKS, len(item.options))
    count = int(rng.integers(1, most + 1))
    weights = np.array([_popularity(item, option) for option in item.options])
    picked = rng.choice(len(item.options), count, replace=False, p=weights / weights.sum())
    return tuple(item.options[index].value for index in sorted(picked))


def _popularity(item: Item, option: Option) -> float:
    """Return a weight that belongs to the option, so that everybody's answers to one item lean the same way."""
    return 0.15 + zlib.crc32(f"{item.item_id}/{option.value}".encode()) / 2**32


def _nearest_level(item: Item, scale: Scale, felt: float) -> str:
    """Return the option of ``scale`` nearest to a satisfaction of 0.0-1.0 (beyond is the end of the scale)."""
    levels = sorted((option.value for option in item.options if not option.is_not_applicable), key=_level_key)
    if levels and levels[0] in scale.satisfied:
        levels.reverse()
    position = round(felt * (len(levels) - 1))
    return levels[min(max(position, 0), len(levels) - 1)]


def _level_key(value: str) -> tuple[float, str]:
    return (float(value) if value.isdecimal() else 0.0, value)


def _blank(item: Item) -> ItemResponse:
    return ItemResponse(item.item_id, (), None, is_plain=True, is_decidable=True, gestures=())


def _respond_to(
    item: Item,
    chosen: tuple[str, ...],
    respondent: Respondent,
    population: Population,
    rng: np.random.Generator,
) -> ItemResponse:
    """Mark what was chosen, sometimes with a detour."""
    if not chosen:
        return _blank(item)
    plain = _plain_response(item, chosen, _habit_at(item, respondent, population, rng))
    if population.overshoot and happens(population.overshoot, rng):
        plain = _overshooting(plain, float(rng.uniform(1.6, 2.6)))
    others = [option.value for option in item.options if option.value not in chosen]
    if not others:
        return plain
    other = others[int(rng.integers(len(others)))]
    if happens(population.corrected, rng):
        return _correct(plain, other, _way_of_correcting(respondent, population, rng))
    if happens(population.double, rng) and _would_be_too_many(item, chosen):
        return _overmark(item, plain, other, is_light=happens(population.double_one_light, rng))
    return plain


def _habit_at(item: Item, respondent: Respondent, population: Population, rng: np.random.Generator) -> Habit:
    """Return how this person marks this item: as the form asks where it prints digits, else their own way."""
    if item.style is MarkStyle.RING:
        return pick({Habit.RING: 0.9, Habit.CROSS: 0.05, Habit.TICK: 0.05}, rng)
    if item.style is MarkStyle.CROSS:
        return pick({Habit.CROSS: 0.75, Habit.SLASH: 0.25}, rng)
    return pick(population.habits, rng) if happens(population.other_habit, rng) else respondent.habit


def _plain_response(item: Item, chosen: tuple[str, ...], habit: Habit) -> ItemResponse:
    gestures = tuple(Gesture(value, Action.MARK, habit) for value in chosen)
    return ItemResponse(item.item_id, chosen, habit, is_plain=True, is_decidable=True, gestures=gestures)


def _overshooting(plain: ItemResponse, swell: float) -> ItemResponse:
    return replace(plain, gestures=tuple(replace(gesture, swell=swell) for gesture in plain.gestures))


def _answered_in_one_stroke(
    template: FormTemplate, items: Mapping[ItemId, ItemResponse], rng: np.random.Generator
) -> dict[ItemId, ItemResponse]:
    """Answer a few neighbouring statements of one scale and page alike, with one stroke down their column."""
    runs = list(_statements_below_each_other(template))
    if not runs:
        return {}
    run = runs[int(rng.integers(len(runs)))]
    first = int(rng.integers(len(run) - 2))
    stroked = run[first : first + int(rng.integers(3, 9))]
    given = next((items[item_id].answer for item_id in stroked if items[item_id].answer), ())
    if not given:
        return {}
    gestures = (Gesture(given[0], Action.COLUMN_STROKE, Habit.COLUMN),)
    return {
        item_id: ItemResponse(item_id, given[:1], Habit.COLUMN, is_plain=False, is_decidable=True, gestures=gestures)
        for item_id in stroked
    }


def _statements_below_each_other(template: FormTemplate) -> Iterator[list[ItemId]]:
    """Yield runs of three and more single-choice items in a row that share a scale and a page."""
    run: list[Item] = []
    for item in (*template.items(), None):
        if item is not None and item.scale_id is not None and item.kind is ItemKind.SINGLE:
            is_next = bool(run) and _is_below(template, run[-1], item)
            if is_next or not run:
                run.append(item)
                continue
        if len(run) >= 3:
            yield [member.item_id for member in run]
        run = [item] if item is not None and item.scale_id is not None and item.kind is ItemKind.SINGLE else []


def _is_below(template: FormTemplate, item: Item, below: Item) -> bool:
    is_same_page = template.page_of(item.item_id) == template.page_of(below.item_id)
    return item.scale_id == below.scale_id and item.style is below.style and is_same_page


def _would_be_too_many(item: Item, chosen: tuple[str, ...]) -> bool:
    if item.kind is ItemKind.SINGLE:
        return True
    return item.max_choices is not None and len(chosen) == item.max_choices


def _overmark(item: Item, plain: ItemResponse, other: str, *, is_light: bool) -> ItemResponse:
    """Add one mark too many; only a clearly lighter one leaves no doubt."""
    assert plain.habit is not None, "a chosen option is marked somehow"
    action = Action.LIGHT_MARK if is_light else Action.MARK
    marked = (*plain.answer, other)
    printed = tuple(option.value for option in item.options if option.value in marked)
    return replace(
        plain,
        answer=plain.answer if is_light else printed,
        is_plain=False,
        is_decidable=is_light,
        gestures=(*plain.gestures, Gesture(other, action, plain.habit)),
    )


def _correct(plain: ItemResponse, other: str, correction: Correction) -> ItemResponse:
    """Rewrite a plain response so that a mark at ``other`` (or at its own first option) was taken back."""
    assert plain.habit is not None, "a chosen option is marked somehow"
    habit, first = plain.habit, plain.gestures[0].option
    cancel = _cancelling_action(habit)
    mistake = Gesture(other, Action.MARK, habit)
    answer = plain.answer
    match correction:
        case Correction.RINGED_THEN_OTHER:
            gestures = (mistake, Gesture(other, cancel, habit), *plain.gestures)
        case Correction.BLOTTED_THEN_OTHER:
            gestures = (mistake, Gesture(other, Action.BLOT, habit), *plain.gestures)
        case Correction.ERASED_THEN_OTHER:
            gestures = (Gesture(other, Action.GHOST, habit), *plain.gestures)
        case Correction.ERASED_ONLY:
            answer = plain.answer[1:]
            gestures = (Gesture(first, Action.GHOST, habit), *plain.gestures[1:])
        case Correction.PAINTED_THEN_OTHER:
            gestures = (mistake, Gesture(other, Action.PAINT_OVER, habit), *plain.gestures)
        case Correction.CANCELLED_ONLY:
            answer = plain.answer[1:]
            gestures = (*plain.gestures, Gesture(first, cancel, habit))
        case Correction.CHOSEN_AGAIN:
            detour = (Gesture(first, cancel, habit), mistake, Gesture(other, cancel, habit))
            gestures = (*plain.gestures, *detour, Gesture(first, Action.BLACKEN, habit))
    return replace(plain, answer=answer, is_plain=False, gestures=gestures)


def _way_of_correcting(respondent: Respondent, population: Population, rng: np.random.Generator) -> Correction:
    way = pick(population.corrections, rng)
    if respondent.pen.kind.is_erasable:
        return way
    return {
        Correction.ERASED_THEN_OTHER: Correction.PAINTED_THEN_OTHER,
        Correction.ERASED_ONLY: Correction.CANCELLED_ONLY,
    }.get(way, way)


def _cancelling_action(habit: Habit) -> Action:
    """Return how a mark is taken back: by a ring, unless it would not show on a fill or is itself the mark."""
    return Action.STRIKE_OUT if habit in (Habit.FILL, Habit.PART_FILL, Habit.RING) else Action.CANCEL_RING


def _digits(item: Item, rng: np.random.Generator) -> str:
    return "".join(str(digit) for digit in rng.integers(0, 10, max(item.digits, 1)))


def _used_write_ins(
    template: FormTemplate,
    items: Mapping[ItemId, ItemResponse],
    population: Population,
    rng: np.random.Generator,
) -> frozenset[tuple[ItemId, str]]:
    return frozenset(
        (item.item_id, option.value)
        for item in template.items()
        for option in item.options
        if option.has_write_in
        and option.value in items[item.item_id].answer
        and happens(population.write_in_written, rng)
    )
