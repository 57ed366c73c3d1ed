"""Spots in a row with nothing between them -> runs, and runs with the same columns -> blocks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from form_templates.model import Rect
from omr.forms.proposing.content.places import bottom_of, hull, right_of
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.spots import Spot, SpotLook, are_alike, rows_of

_WIDER = 1.65  # a step wider than this, of the usual one, begins another run
_FARTHEST_MM = 70.0  # between neighbours of a run
_COLUMN = 0.22  # of the step: middles of one column differ by less
_NEXT_ROW_MM = 45.0  # of a block
_MOST_SAME = 0.7  # share of the texts of a row up to which they tell its spots apart; beyond, others are misread


@dataclass(frozen=True, slots=True)
class Run:
    """Spots in a row, from left to right."""

    spots: tuple[Spot, ...]

    @property
    def rect(self) -> Rect:
        """What they cover."""
        return hull(spot.rect for spot in self.spots)

    @property
    def step_mm(self) -> float:
        """The usual step from middle to middle; the width of a spot that is alone."""
        if len(self.spots) < 2:
            return self.spots[0].rect.w_mm * 2
        return median(other.x_mm - one.x_mm for one, other in pairwise(self.spots))


@dataclass(frozen=True, slots=True)
class SpotBlock:
    """Runs with the same columns, from top to bottom."""

    runs: tuple[Run, ...]

    @property
    def rect(self) -> Rect:
        """What they cover."""
        return hull(run.rect for run in self.runs)

    @property
    def step_mm(self) -> float:
        """The usual step from column to column."""
        return self.runs[0].step_mm


def find_runs(view: PageView) -> tuple[list[Run], list[Spot]]:
    """Return the runs of two and more, from top to bottom, and the spots that are in none."""
    runs, single = [], []
    for row in rows_of(view.spots):
        for chain in _chains(row, view):
            if len(chain) > 1:
                runs.append(Run(tuple(chain)))
            else:
                single += chain
    return sorted(runs, key=lambda run: (run.rect.y_mm, run.rect.x_mm)), single


def find_blocks(runs: Sequence[Run], view: PageView) -> list[SpotBlock]:
    """Return blocks of runs that stand below each other; every run is in one."""
    open_blocks: list[list[Run]] = []
    for run in runs:
        fitting = [block for block in open_blocks if _continues(block[-1], run, view)]
        if fitting:
            fitting[-1].append(run)
        else:
            open_blocks.append([run])
    return [SpotBlock(tuple(block)) for block in open_blocks]


def _chains(row: Sequence[Spot], view: PageView) -> Iterator[list[Spot]]:
    level = view.beside(row[0].rect)
    chain: list[Spot] = []
    for spot in row:
        if chain and not _are_neighbours(chain[-1], spot, [phrase.rect for phrase in level]):
            yield from _even(chain)
            chain = []
        chain.append(spot)
    yield from _even(chain)


def _are_neighbours(one: Spot, other: Spot, level: Sequence[Rect]) -> bool:
    if not are_alike(one, other) or other.x_mm - one.x_mm > _FARTHEST_MM:
        return False
    left_mm, right_mm = right_of(one.rect) - 0.3, other.rect.x_mm + 0.3
    return not any(left_mm <= rect.center_mm[0] <= right_mm for rect in level)


def _even(chain: list[Spot]) -> Iterator[list[Spot]]:
    """Part a chain where its step becomes wider, and where what is printed in it begins again."""
    wider = 2.2 if chain[0].look is SpotLook.CELL else _WIDER
    steps_mm = [other.x_mm - one.x_mm for one, other in pairwise(chain)]
    widest_mm = wider * median(steps_mm) if len(steps_mm) > 1 else _FARTHEST_MM
    part = chain[:1]
    for spot, step_mm in zip(chain[1:], steps_mm, strict=True):
        if step_mm > widest_mm:
            yield from _counted(part)
            part = []
        part.append(spot)
    yield from _counted(part)


def _counted(chain: list[Spot]) -> Iterator[list[Spot]]:
    """Part a chain where its first text comes again; where most are the same it is a row of an answer sheet."""
    are_different = max(Counter(spot.text for spot in chain).values(), default=0) <= _MOST_SAME * len(chain)
    part: list[Spot] = []
    for spot in chain:
        if part and are_different and spot.text and spot.text == part[0].text:
            yield part
            part = []
        part.append(spot)
    yield part


def _continues(last: Run, run: Run, view: PageView) -> bool:
    """Whether a run has the columns of the one above it, with no text over all of them between."""
    if len(last.spots) != len(run.spots) or not are_alike(last.spots[0], run.spots[0]):
        return False
    reach_mm = _COLUMN * min(last.step_mm, run.step_mm)
    if any(abs(one.x_mm - other.x_mm) > reach_mm for one, other in zip(last.spots, run.spots, strict=True)):
        return False
    top_mm, low_mm = bottom_of(last.rect), run.rect.y_mm
    if not -0.5 <= low_mm - top_mm < _NEXT_ROW_MM and not _are_next_cells(last, run, view):
        return False
    left_mm, right_mm = run.spots[0].x_mm, run.spots[-1].x_mm
    return not any(
        left_mm < phrase.rect.center_mm[0] < right_mm for phrase in view.phrases_within(top_mm, low_mm)
    ) and not any(left_mm < spot.x_mm < right_mm and top_mm < spot.y_mm < low_mm for spot in view.spots)


def _are_next_cells(last: Run, run: Run, view: PageView) -> bool:
    """Whether two runs stand in cells right below each other, whatever the height of their rows."""
    above, below = view.cell_at(last.spots[0].rect.center_mm), view.cell_at(run.spots[0].rect.center_mm)
    return (
        above is not None
        and below is not None
        and abs(bottom_of(above.rect) - below.rect.y_mm) < 0.5
        and abs(above.rect.x_mm - below.rect.x_mm) < 0.5
    )
