"""Who fills in the forms: the habits a person has, drawn once, and the shares of them in a population."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from omr.simulation.chance import Range, happens, normal_within, pick
from omr.simulation.people.pens import Pen, PenKind, draw_pen


class Habit(StrEnum):
    """How a person marks an option."""

    CROSS = "cross"
    TICK = "tick"
    FILL = "fill"
    PART_FILL = "part-fill"  # stops filling halfway
    SCRIBBLE = "scribble"
    SLASH = "slash"
    DOT = "dot"
    RING = "ring"
    DIGIT = "digit"  # writes the level's number into the box
    COLUMN = "column"  # one long stroke down a column answers several items


class Correction(StrEnum):
    """How a person takes back a mark."""

    RINGED_THEN_OTHER = "ringed-then-other"  # the school-test rule: ring it, mark another
    BLOTTED_THEN_OTHER = "blotted-then-other"  # scribbled out, another marked
    CANCELLED_ONLY = "cancelled-only"  # taken back, nothing else marked: blank is meant
    ERASED_THEN_OTHER = "erased-then-other"  # rubbed out, which leaves a ghost; with ink: as the next
    ERASED_ONLY = "erased-only"  # rubbed out, nothing else marked; with ink: as cancelled-only
    PAINTED_THEN_OTHER = "painted-then-other"  # covered with correction fluid
    CHOSEN_AGAIN = "chosen-again"  # ringed, another marked and ringed, the first blacked: the first is meant


_HABITS: Mapping[Habit, float] = MappingProxyType({
    Habit.CROSS: 0.40, Habit.TICK: 0.27, Habit.FILL: 0.10, Habit.SCRIBBLE: 0.08,
    Habit.SLASH: 0.10, Habit.DOT: 0.03, Habit.RING: 0.02,
})  # fmt: skip
_PENS: Mapping[PenKind, float] = MappingProxyType({
    PenKind.BLUE_BALLPOINT: 0.55, PenKind.BLACK_BALLPOINT: 0.29, PenKind.PENCIL: 0.08,
    PenKind.FAINT_PENCIL: 0.02, PenKind.FELT_TIP: 0.03, PenKind.RED: 0.03,
})  # fmt: skip
_CORRECTIONS: Mapping[Correction, float] = MappingProxyType({
    Correction.RINGED_THEN_OTHER: 0.45, Correction.BLOTTED_THEN_OTHER: 0.30,
    Correction.CANCELLED_ONLY: 0.12, Correction.CHOSEN_AGAIN: 0.13,
})  # fmt: skip


_UNRULY_HABITS: Mapping[Habit, float] = MappingProxyType({
    Habit.CROSS: 0.30, Habit.TICK: 0.24, Habit.FILL: 0.08, Habit.PART_FILL: 0.03, Habit.SCRIBBLE: 0.09,
    Habit.SLASH: 0.11, Habit.DOT: 0.06, Habit.RING: 0.06, Habit.DIGIT: 0.03,
})  # fmt: skip
_UNRULY_PENS: Mapping[PenKind, float] = MappingProxyType({
    PenKind.BLUE_BALLPOINT: 0.40, PenKind.BLACK_BALLPOINT: 0.23, PenKind.PENCIL: 0.12, PenKind.FAINT_PENCIL: 0.04,
    PenKind.FELT_TIP: 0.07, PenKind.RED: 0.05, PenKind.GREEN: 0.05, PenKind.HIGHLIGHTER: 0.04,
})  # fmt: skip
_UNRULY_CORRECTIONS: Mapping[Correction, float] = MappingProxyType({
    Correction.RINGED_THEN_OTHER: 0.30, Correction.BLOTTED_THEN_OTHER: 0.25, Correction.ERASED_THEN_OTHER: 0.12,
    Correction.PAINTED_THEN_OTHER: 0.10, Correction.CANCELLED_ONLY: 0.11, Correction.CHOSEN_AGAIN: 0.12,
})  # fmt: skip


_EXAM_HABITS: Mapping[Habit, float] = MappingProxyType({
    Habit.FILL: 0.58, Habit.PART_FILL: 0.12, Habit.DOT: 0.06, Habit.CROSS: 0.07,
    Habit.SLASH: 0.06, Habit.SCRIBBLE: 0.06, Habit.TICK: 0.05,
})  # fmt: skip
_EXAM_PENS: Mapping[PenKind, float] = MappingProxyType({
    PenKind.PENCIL: 0.26, PenKind.SOFT_PENCIL: 0.14, PenKind.FAINT_PENCIL: 0.10, PenKind.BLUE_BALLPOINT: 0.22,
    PenKind.BLACK_BALLPOINT: 0.20, PenKind.FELT_TIP: 0.05, PenKind.RED: 0.03,
})  # fmt: skip
_EXAM_CORRECTIONS: Mapping[Correction, float] = MappingProxyType({
    Correction.ERASED_THEN_OTHER: 0.55, Correction.ERASED_ONLY: 0.12, Correction.PAINTED_THEN_OTHER: 0.08,
    Correction.BLOTTED_THEN_OTHER: 0.10, Correction.RINGED_THEN_OTHER: 0.07, Correction.CANCELLED_ONLY: 0.05,
    Correction.CHOSEN_AGAIN: 0.03,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Population:
    """How often people do what. All rates are shares, 0.0-1.0, per item unless said otherwise.

    Attributes:
        habits: Shares of people by their way of marking.
        pens: Shares of people by pen.
        corrections: Shares of the corrected items by way of correcting.
        other_habit: Marks made in another way than the person's own.
        blank: Items left blank by mistake or reluctance.
        breaks_off: Sections of which only the first items are answered, such as the first digits of a number.
        double: Items with one mark more than allowed.
        double_one_light: Of the doubles, those where one of the two is much lighter and the heavier is meant.
        corrected: Items with a mark taken back.
        overshoot: Marks drawn far too large, into their neighbours.
        column_stroke: Per person: answers neighbouring statements with one stroke down their column.
        straight_line: People who give one level to all statements.
        not_applicable: Items answered "no opinion", where the form offers it.
        ignores_skip: Items answered although the skip rule says not to.
        text_written: Text fields written in.
        number_written: Number fields written in.
        write_in_written: Write-in lines used by those who chose their option.
        satisfaction: Mean level, 0.0 = the most dissatisfied, 1.0 = the most satisfied option.
        unit_sd: How much units differ in satisfaction, same scale.
        person_sd: How much the people of one unit differ.
        item_sd: How much one person's answers differ between items.
        offset_sd_mm: By person, how far marks lie from the middle of the box.
        size: By person, size of the mark relative to the box.
        tremor_mm: By person, unsteadiness of the line.
        turn_sd_deg: By person, how much marks are turned.
    """

    habits: Mapping[Habit, float] = field(default_factory=lambda: dict(_HABITS))
    pens: Mapping[PenKind, float] = field(default_factory=lambda: dict(_PENS))
    corrections: Mapping[Correction, float] = field(default_factory=lambda: dict(_CORRECTIONS))
    other_habit: float = 0.02
    blank: float = 0.025
    breaks_off: float = 0.0
    double: float = 0.004
    double_one_light: float = 0.3
    corrected: float = 0.01
    overshoot: float = 0.0
    column_stroke: float = 0.0
    straight_line: float = 0.08
    not_applicable: float = 0.03
    ignores_skip: float = 0.05
    text_written: float = 0.12
    number_written: float = 0.9
    write_in_written: float = 0.7
    satisfaction: float = 0.74
    unit_sd: float = 0.06
    person_sd: float = 0.12
    item_sd: float = 0.13
    offset_sd_mm: Range = field(default=Range(0.3, 0.9))
    size: Range = field(default=Range(0.6, 1.8))
    tremor_mm: Range = field(default=Range(0.01, 0.08))
    turn_sd_deg: Range = field(default=Range(2.0, 9.0))

    @classmethod
    def plain(cls) -> "Population":
        """Return people who never correct and never mark too much."""
        return replace(cls(), corrected=0.0, double=0.0)

    @classmethod
    def unruly(cls) -> "Population":
        """Return people with every habit, pen and way of correcting there is, the rare ones often."""
        return cls(
            habits=dict(_UNRULY_HABITS),
            pens=dict(_UNRULY_PENS),
            corrections=dict(_UNRULY_CORRECTIONS),
            corrected=0.02,
            double=0.006,
            other_habit=0.04,
            overshoot=0.02,
            column_stroke=0.04,
        )

    @classmethod
    def exam(cls) -> "Population":
        """Return people at an answer sheet: they fill, mostly with pencil, rub out, and leave the end blank."""
        return cls(
            habits=dict(_EXAM_HABITS),
            pens=dict(_EXAM_PENS),
            corrections=dict(_EXAM_CORRECTIONS),
            corrected=0.025,
            double=0.008,
            other_habit=0.05,
            breaks_off=0.25,
        )


@dataclass(frozen=True, slots=True)
class Hand:
    """How a person moves the pen; see ``Population`` for the units.

    Attributes:
        offset_mm: Where this person's marks lie on average, from the middle of the box, (x, y).
        offset_sd_mm: How far a mark lies from there.
        size: Size of a mark relative to the box.
        tremor_mm: Unsteadiness of the line.
        turn_deg: Usual turn of the marks, clockwise.
        turn_sd_deg: How much marks differ from it.
        joins_strokes: Whether the pen is not lifted between the strokes of a cross.
    """

    offset_mm: tuple[float, float]
    offset_sd_mm: float
    size: float
    tremor_mm: float
    turn_deg: float
    turn_sd_deg: float
    joins_strokes: bool


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person.

    Attributes:
        habit: How they mark.
        pen: What they hold.
        hand: How they move it.
        attitude: Their satisfaction, 0.0-1.0 and a little beyond.
        is_straight_liner: Whether they give one level to all statements.
    """

    habit: Habit
    pen: Pen
    hand: Hand
    attitude: float
    is_straight_liner: bool


def draw_unit_satisfaction(population: Population, rng: np.random.Generator) -> float:
    """Return the mean satisfaction of the people of one unit, 0.0-1.0."""
    return float(np.clip(rng.normal(population.satisfaction, population.unit_sd), 0.0, 1.0))


def draw_respondent(population: Population, unit_satisfaction: float, rng: np.random.Generator) -> Respondent:
    """Draw one person who comes to a unit with ``unit_satisfaction``."""
    return Respondent(
        habit=pick(population.habits, rng),
        pen=draw_pen(pick(population.pens, rng), rng),
        hand=_draw_hand(population, rng),
        attitude=float(rng.normal(unit_satisfaction, population.person_sd)),
        is_straight_liner=happens(population.straight_line, rng),
    )


def _draw_hand(population: Population, rng: np.random.Generator) -> Hand:
    spread_mm = population.offset_sd_mm.draw(rng)
    # Two thirds of the spread is between marks, the rest is the person's own bias, such as always a little high.
    bias_x_mm, bias_y_mm = rng.normal(0.0, spread_mm * 0.55, 2)
    return Hand(
        offset_mm=(float(bias_x_mm), float(bias_y_mm)),
        offset_sd_mm=spread_mm * 0.8,
        size=normal_within(1.08, 0.25, population.size, rng),
        tremor_mm=population.tremor_mm.draw(rng) * (3.0 if happens(0.04, rng) else 1.0),  # 4 %: an old, shaking hand
        turn_deg=float(rng.normal(0.0, 6.0)),
        turn_sd_deg=population.turn_sd_deg.draw(rng),
        joins_strokes=happens(0.2, rng),
    )
