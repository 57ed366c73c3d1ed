"""People come with the habits, pens and attitudes the population says."""

import math
import pickle
from collections import Counter

import numpy as np
import pytest

from omr.simulation.people.pens import PenKind, draw_pen
from omr.simulation.people.respondents import Habit, Population, Respondent, draw_respondent

PEOPLE = 4000
SIGMAS = 4.0  # a share outside four standard deviations happens once in 16,000 seeds, and the seed is fixed


def _people(population: Population, satisfaction: float = 0.7) -> list[Respondent]:
    rng = np.random.default_rng(4)
    return [draw_respondent(population, satisfaction, rng) for _ in range(PEOPLE)]


def _deviation(share: float, count: int = PEOPLE) -> float:
    return SIGMAS * math.sqrt(share * (1 - share) / count)


@pytest.fixture(scope="module")
def people() -> list[Respondent]:
    return _people(Population())


@pytest.mark.parametrize(
    ("habit", "share"),
    [
        (Habit.CROSS, 0.40),
        (Habit.TICK, 0.27),
        (Habit.FILL, 0.10),
        (Habit.SCRIBBLE, 0.08),
        (Habit.SLASH, 0.10),
        (Habit.DOT, 0.03),
        (Habit.RING, 0.02),
    ],
)
def test_that_habits_have_their_shares(people: list[Respondent], habit: Habit, share: float) -> None:
    observed = Counter(person.habit for person in people)[habit] / PEOPLE

    assert observed == pytest.approx(share, abs=_deviation(share))


@pytest.mark.parametrize(
    ("kind", "share"), [(PenKind.PENCIL, 0.08), (PenKind.FAINT_PENCIL, 0.02), (PenKind.FELT_TIP, 0.03)]
)
def test_that_pens_have_their_shares(people: list[Respondent], kind: PenKind, share: float) -> None:
    observed = Counter(person.pen.kind for person in people)[kind] / PEOPLE

    assert observed == pytest.approx(share, abs=_deviation(share))


def test_that_marks_are_neither_tiny_nor_huge(people: list[Respondent]) -> None:
    sizes = [person.hand.size for person in people]

    assert min(sizes) >= 0.6
    assert max(sizes) <= 1.8


def test_that_people_of_a_better_unit_are_more_satisfied() -> None:
    worse, better = _people(Population(), 0.5), _people(Population(), 0.8)

    difference = np.mean([p.attitude for p in better]) - np.mean([p.attitude for p in worse])
    assert difference == pytest.approx(0.3, abs=0.01)


def test_that_plain_people_never_correct_or_mark_too_much() -> None:
    plain = Population.plain()

    assert (plain.corrected, plain.double) == (0.0, 0.0)


@pytest.mark.parametrize("kind", list(PenKind))
def test_that_every_pen_darkens(kind: PenKind, rng: np.random.Generator) -> None:
    pen = draw_pen(kind, rng)

    assert all(0.0 < channel < 1.0 for channel in pen.colour)
    assert 0.2 < pen.width_mm < (4.5 if kind is PenKind.HIGHLIGHTER else 1.5)


def test_that_a_faint_pencil_is_paler_than_a_pencil(rng: np.random.Generator) -> None:
    assert draw_pen(PenKind.FAINT_PENCIL, rng).colour[1] > draw_pen(PenKind.PENCIL, rng).colour[1] + 0.1


@pytest.mark.parametrize("population", [Population(), Population.plain(), Population.unruly(), Population.exam()])
def test_that_a_population_travels_to_other_processes(population: Population) -> None:
    assert pickle.loads(pickle.dumps(population)) == population


def test_that_people_at_an_answer_sheet_fill_mostly_and_half_of_them_with_pencil() -> None:
    people = _people(Population.exam(), 0.5)

    filling = np.mean([person.habit in (Habit.FILL, Habit.PART_FILL) for person in people])
    erasable = np.mean([person.pen.kind.is_erasable for person in people])
    assert filling == pytest.approx(0.7, abs=0.05)
    assert erasable == pytest.approx(0.5, abs=0.05)
