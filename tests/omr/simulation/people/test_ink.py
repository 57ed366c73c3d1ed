"""Ink darkens the paper where the pen went, in the pen's colour and width."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.model import Rect
from omr.simulation.people.answering import Action, Gesture
from omr.simulation.people.handwriting import write_digits, write_words
from omr.simulation.people.ink import Paper
from omr.simulation.people.pens import Pen, PenKind
from omr.simulation.people.respondents import Habit, Hand
from omr.simulation.people.strokes import Place, Stroke, column_stroke, gesture_strokes, place_of_mark

PX_PER_MM = 300 / 25.4
MM_TO_PX = np.array([[PX_PER_MM, 0.0, -0.5], [0.0, PX_PER_MM, -0.5]])
BLUE = Pen(PenKind.BLUE_BALLPOINT, (0.15, 0.22, 0.60), 0.4, 1.0, unevenness=0.0)
STEADY = Hand((0.0, 0.0), 0.05, 1.0, 0.0, 0.0, 1.0, joins_strokes=False)
BOX = Place(Rect(13.0, 13.0, 4.0, 4.0), room_mm=16.0)
BOX_PX = slice(round(13 * PX_PER_MM), round(17 * PX_PER_MM))


def _blank(channels: int = 1) -> Paper:
    shape = (354, 354) if channels == 1 else (354, 354, channels)  # 30 mm square
    return Paper(np.full(shape, 255, np.uint8), MM_TO_PX)


def _line() -> Stroke:
    x_mm = np.linspace(5.0, 25.0, 100)
    return Stroke(np.column_stack([x_mm, np.full(100, 15.0)]), np.ones(100))


def _mark(habit: Habit, action: Action, seed: int) -> np.ndarray:
    paper, rng = _blank(), np.random.default_rng(seed)
    paper.draw(gesture_strokes(Gesture("1", action, habit), BOX, STEADY, rng), BLUE, rng)
    return paper.image < 160


def test_that_a_line_is_as_wide_as_the_pen(rng: np.random.Generator) -> None:
    paper = _blank()

    paper.draw([_line()], BLUE, rng)

    ink_px = (255 - paper.image[:, 177].astype(float)).sum() / (255 - paper.image[:, 177].min())
    assert ink_px / PX_PER_MM == pytest.approx(0.4, abs=0.06)


def test_that_a_line_lies_where_the_stroke_is(rng: np.random.Generator) -> None:
    paper = _blank()

    paper.draw([_line()], BLUE, rng)

    darkness = 255 - paper.image[:, 177].astype(float)
    row = (darkness * np.arange(354)).sum() / darkness.sum()
    assert row == pytest.approx(15.0 * PX_PER_MM - 0.5, abs=0.2)


def test_that_colour_and_grey_paper_agree(rng: np.random.Generator) -> None:
    grey, colour = _blank(), _blank(3)

    grey.draw([_line()], BLUE, np.random.default_rng(3))
    colour.draw([_line()], BLUE, np.random.default_rng(3))

    luma = colour.image[177, 177].astype(float) @ np.array([0.299, 0.587, 0.114])
    assert colour.image[177, 177, 2] > colour.image[177, 177, 0] + 60  # blue
    assert luma == pytest.approx(float(grey.image[177, 177]), abs=2)


def test_that_ink_on_print_leaves_it_black_and_never_lightens(rng: np.random.Generator) -> None:
    paper = _blank()
    paper.image[170:180] = 30
    before = paper.image.copy()

    paper.draw([_line()], BLUE, rng)

    assert (paper.image <= before).all()
    assert paper.image[170:180].max() <= 30


def test_that_the_given_image_is_not_changed(rng: np.random.Generator) -> None:
    image = np.full((354, 354), 255, np.uint8)

    Paper(image, MM_TO_PX).draw([_line()], BLUE, rng)

    assert (image == 255).all()


def test_that_strokes_beyond_the_paper_are_cut_off(rng: np.random.Generator) -> None:
    paper = _blank()
    beyond = Stroke(_line().points_mm + np.array([20.0, 0.0]), np.ones(100))

    paper.draw([beyond], BLUE, rng)
    paper.draw([Stroke(_line().points_mm + 100.0, np.ones(100))], BLUE, rng)

    assert (paper.image[177, 310:350] < 160).all()


def test_that_two_layers_are_darker_than_one(rng: np.random.Generator) -> None:
    once, twice = _blank(), _blank()

    once.draw([_line()], BLUE, rng)
    twice.draw([_line(), _line()], BLUE, rng)

    assert twice.image.min() < once.image.min() - 20


def test_that_pencil_has_grain(rng: np.random.Generator) -> None:
    smooth, grainy = _blank(), _blank()

    smooth.draw([_line()], BLUE, rng)
    grainy.draw([_line()], replace(BLUE, grain=0.7), rng)

    assert grainy.image[176, 80:280].std() > smooth.image[176, 80:280].std() + 10


def test_that_felt_tip_bleeds(rng: np.random.Generator) -> None:
    sharp, bled = _blank(), _blank()

    sharp.draw([_line()], BLUE, rng)
    bled.draw([_line()], replace(BLUE, bleed_mm=0.15), rng)

    assert np.count_nonzero(bled.image[:, 177] < 250) > np.count_nonzero(sharp.image[:, 177] < 250) + 3


def test_that_a_skipping_pen_leaves_gaps(rng: np.random.Generator) -> None:
    paper = _blank()

    paper.draw([_line()], replace(BLUE, skips_per_mm=0.4), rng)

    row = paper.image[177, 70:290]
    assert row.min() < 90
    assert row.max() > 150


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("habit", list(Habit))
def test_that_every_mark_touches_its_box(habit: Habit, seed: int) -> None:
    ink = _mark(habit, Action.MARK, seed)

    near = slice(BOX_PX.start - 24, BOX_PX.stop + 24)  # 2 mm round the box
    assert np.count_nonzero(ink[near, near]) >= 8
    assert np.count_nonzero(ink[near, near]) > 0.5 * np.count_nonzero(ink)


@pytest.mark.parametrize("seed", range(5))
def test_that_a_fill_covers_most_of_the_box_and_a_slash_little(seed: int) -> None:
    filled = _mark(Habit.FILL, Action.MARK, seed)[BOX_PX, BOX_PX].mean()
    slashed = _mark(Habit.SLASH, Action.MARK, seed)[BOX_PX, BOX_PX].mean()

    assert filled > 0.45
    assert 0.03 < slashed < 0.25


@pytest.mark.parametrize("seed", range(5))
def test_that_a_ring_goes_round_the_box_and_spares_its_inside(seed: int) -> None:
    ink = _mark(Habit.RING, Action.MARK, seed)

    rows, columns = np.nonzero(ink)
    inside = slice(BOX_PX.start + 12, BOX_PX.stop - 12)
    assert not ink[inside, inside].any()
    assert rows.min() < BOX_PX.start < BOX_PX.stop < rows.max()
    assert columns.min() < BOX_PX.start < BOX_PX.stop < columns.max()


@pytest.mark.parametrize("seed", range(5))
def test_that_a_tick_rises_to_the_right(seed: int) -> None:
    rows, columns = np.nonzero(_mark(Habit.TICK, Action.MARK, seed))

    assert rows[columns.argmax()] < rows[columns.argmin()]


@pytest.mark.parametrize("seed", range(5))
def test_that_a_blot_covers_more_than_a_cross(seed: int) -> None:
    blot = np.count_nonzero(_mark(Habit.CROSS, Action.BLOT, seed))

    assert blot > 2 * np.count_nonzero(_mark(Habit.CROSS, Action.MARK, seed))


@pytest.mark.parametrize("seed", range(8))
def test_that_a_cancelling_ring_goes_round_the_mark_it_takes_back(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sloppy = replace(STEADY, offset_mm=(0.8, -0.5), offset_sd_mm=0.7)
    mark = gesture_strokes(Gesture("1", Action.MARK, Habit.CROSS), BOX, sloppy, rng)

    ring = gesture_strokes(Gesture("1", Action.CANCEL_RING, Habit.CROSS), place_of_mark(BOX, mark), sloppy, rng)[0]

    middle_mm = ring.points_mm.mean(axis=0)
    crossing_mm = np.vstack([stroke.points_mm for stroke in mark]).mean(axis=0)
    radius_mm = np.hypot(*(ring.points_mm - middle_mm).T).min()
    assert np.hypot(*(crossing_mm - middle_mm)) < 0.6 * radius_mm


def test_that_writing_stays_near_its_field(rng: np.random.Generator) -> None:
    rect = Rect(20.0, 100.0, 80.0, 7.0)

    strokes = [*write_words(rect, STEADY, rng), *write_digits(rect, "0123456789", STEADY, rng)]

    points_mm = np.vstack([stroke.points_mm for stroke in strokes])
    assert len(strokes) > 12
    assert points_mm[:, 0].min() > 18.0
    assert points_mm[:, 0].max() < 102.0
    assert points_mm[:, 1].min() > 97.0
    assert points_mm[:, 1].max() < 110.0


@pytest.mark.parametrize("seed", range(5))
def test_that_a_rubber_leaves_a_ghost(seed: int) -> None:
    pressed, left = (
        np.vstack([s.pressure for s in gesture_strokes(Gesture("1", action, Habit.SLASH), BOX, STEADY, rng)]).max()
        for action in (Action.MARK, Action.GHOST)
        for rng in [np.random.default_rng(seed)]
    )

    assert 0.03 < left < 0.3 * pressed


@pytest.mark.parametrize("channels", [1, 3])
def test_that_correction_fluid_hides_ink_and_print_and_nothing_else(channels: int) -> None:
    paper = _blank(channels)
    paper.image[...] = 90

    paper.cover([_line()], 2.0)

    assert paper.image[177 - 6 : 177 + 6, 90:260].min() > 245
    assert (paper.image[:140] == 90).all()
    assert (paper.image[215:] == 90).all()


def test_that_a_digit_looks_different_from_another_and_lies_in_its_box() -> None:
    inks = []
    for option in ("1", "5"):
        paper, rng = _blank(), np.random.default_rng(3)
        paper.draw(gesture_strokes(Gesture(option, Action.MARK, Habit.DIGIT), BOX, STEADY, rng), BLUE, rng)
        inks.append(paper.image < 160)

    one, five = inks
    assert np.count_nonzero(five) > 1.3 * np.count_nonzero(one)
    assert not five[: BOX_PX.start - 12].any()


@pytest.mark.parametrize("seed", range(5))
def test_that_a_swollen_mark_reaches_far_beyond_its_box(seed: int) -> None:
    rng = np.random.default_rng(seed)

    strokes = gesture_strokes(Gesture("1", Action.MARK, Habit.CROSS, swell=2.5), BOX, STEADY, rng)

    reach_mm = np.ptp(np.vstack([stroke.points_mm for stroke in strokes]), axis=0)
    assert reach_mm.min() > 1.8 * 4.0


def test_that_a_stroke_down_a_column_passes_through_all_its_boxes(rng: np.random.Generator) -> None:
    boxes = [Rect(100.0, top_mm, 4.0, 4.0) for top_mm in (40.0, 58.0, 49.0)]

    stroke = column_stroke(boxes, STEADY, rng)

    for box in boxes:
        inside = np.abs(stroke.points_mm - np.array(box.center_mm)).max(axis=1) < 2.0
        assert inside.any()
    assert stroke.points_mm[:, 1].min() < 42.0
    assert stroke.points_mm[:, 1].max() > 60.0


CELL = Place(Rect(20, 20, 12, 8), 12.0)
SMALL_CIRCLE = Place(Rect(20, 20, 2.2, 2.2), 3.3)


def _extents_mm(habit: Habit, place: Place) -> np.ndarray:
    """Width, height and middle of 60 marks, each by another hand."""
    marks = []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        hand = Hand((0.0, 0.0), 0.5, float(rng.uniform(0.8, 1.4)), 0.03, 0.0, 4.0, joins_strokes=False)
        strokes = gesture_strokes(Gesture("4", Action.MARK, habit), place, hand, rng)
        points_mm = np.vstack([stroke.points_mm for stroke in strokes])
        marks.append(np.append(np.ptp(points_mm, axis=0), points_mm.mean(axis=0)))
    return np.array(marks)


@pytest.mark.parametrize("habit", [Habit.CROSS, Habit.TICK, Habit.FILL])
def test_that_a_mark_in_a_ruled_cell_is_of_natural_size_and_anywhere_in_it(habit: Habit) -> None:
    marks = _extents_mm(habit, CELL)

    assert 3.5 < np.median(marks[:, :2].max(axis=1)) < 7.5
    assert np.std(marks[:, 2]) > 1.0
    assert (np.abs(marks[:, 2] - 26) < 6).all()


def test_that_people_overshoot_small_circles_but_not_into_the_next() -> None:
    marks = _extents_mm(Habit.CROSS, SMALL_CIRCLE)

    assert 2.2 < np.median(marks[:, 0]) < 4.0
    assert (np.hypot(*(marks[:, 2:] - 21.1).T) < 1.6).all()


def test_that_a_part_fill_covers_less_than_a_fill() -> None:
    filled, partly = (
        np.mean([np.count_nonzero(_mark(habit, Action.MARK, seed)[BOX_PX, BOX_PX]) for seed in range(30)])
        for habit in (Habit.FILL, Habit.PART_FILL)
    )

    assert 0.1 * filled < partly < 0.75 * filled
