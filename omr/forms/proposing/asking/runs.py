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
_REPEATED, _NEXT_SAME = (
    0.6,
    0.33,
)  # shares of a row of a number grid: what holds the same, and the same as its neighbour
_FEWEST_ROWS, _NEXT_GRID_ROW = 4, 2.5  # of a number grid; from row to row, of the step


@dataclass(frozen=True, slots=True)
class Run:
    """Spots in a row, from left to right; a single one in a column of letters beside a number grid."""

    spots: tuple[Spot, ...]

    @property
    def rect(self) -> Rect:
        """What they cover."""
        return hull(spot.rect for spot in self.spots)

    @property
    def repeated(self) -> str:
        """What most of the spots hold, as those of a row of a number grid do; empty if they differ."""
        text, count = Counter(spot.text for spot in self.spots).most_common(1)[0]
        return text if count > _REPEATED * len(self.spots) else ""

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
    """Return the runs, from top to bottom, and the spots that are in none."""
    runs, single = [], []
    for row in rows_of(view.spots):
        for chain in _chains(row, view):
            if len(chain) > 1:
                runs.append(Run(tuple(chain)))
            else:
                single += chain
    return sorted(_without_letters(runs), key=lambda run: (run.rect.y_mm, run.rect.x_mm)), single


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
    are_different &= _share_repeated(chain) < _NEXT_SAME
    part: list[Spot] = []
    for spot in chain:
        if part and are_different and spot.text and spot.text == part[0].text:
            yield part
            part = []
        part.append(spot)
    yield part


def _share_repeated(spots: Sequence[Spot]) -> float:
    """Return how many spots hold the same as the one before, 0.0-1.0; of options of one question none does."""
    return sum(bool(one.text) and one.text == other.text for one, other in pairwise(spots)) / max(len(spots) - 1, 1)


def _without_letters(runs: Sequence[Run]) -> list[Run]:
    """Cut columns of letters off the rows of number grids, at whose ends they stand; each of their spots is a run."""
    grids: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: one.rect.y_mm):
        if _share_repeated(run.spots) < _NEXT_SAME:
            continue
        fitting = [grid for grid in grids if _is_next_row(grid[-1], run)]
        if fitting:
            fitting[-1].append(run)
        else:
            grids.append([run])
    found = {id(run): [run] for run in runs}
    for grid in grids:
        if len(grid) >= _FEWEST_ROWS:
            found.update({id(run): parts for run, parts in zip(grid, _cut(grid), strict=True)})
    return [part for run in runs for part in found[id(run)]]


def _is_next_row(last: Run, run: Run) -> bool:
    is_near = 0 < run.rect.y_mm - last.rect.y_mm < _NEXT_GRID_ROW * last.step_mm
    return is_near and abs(run.spots[0].x_mm - last.spots[0].x_mm) < _COLUMN * last.step_mm


def _cut(grid: Sequence[Run]) -> list[list[Run]]:
    """Return the parts of each row of a number grid."""
    usual = [Counter(spot.text for spot in run.spots).most_common(1)[0][0] for run in grid]
    reach_mm = _COLUMN * grid[0].step_mm

    def is_digit(spot: Spot) -> bool:
        """Whether what stands in a spot's column is mostly what stands in most of its row."""
        held = [
            other.text == text
            for run, text in zip(grid, usual, strict=True)
            for other in run.spots
            if abs(other.x_mm - spot.x_mm) < reach_mm
        ]
        return sum(held) * 2 > len(held)

    parts = []
    for run in grid:
        digits = [number for number, spot in enumerate(run.spots) if is_digit(spot)]
        first, last = min(digits, default=0), max(digits, default=len(run.spots) - 1)
        outside = [Run((spot,)) for spot in [*run.spots[:first], *run.spots[last + 1 :]]]
        parts.append([Run(run.spots[first : last + 1]), *outside])
    return parts


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
