"""Examples of marks for training: response areas of simulated sheets, with what the respondent meant by them."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.loading import load_template
from omr.geometry import MM_PER_INCH, map_points
from omr.images.page_source import open_scan
from omr.marks.mark_model import STATES
from omr.marks.measuring import LEAST_INK_PX, QUALITIES, Zones, build_zones, measure_marks
from omr.pipeline import find_page
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import FormModel, build_form_model
from omr.registration.located_page import LocatedPage
from omr.simulation.people.respondents import Habit
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.truth import ItemTruth, PageTruth, Pile, load_truth

EMPTY, MARKED, CANCELLED = range(len(STATES))
UNKNOWN = -1
"""State of an area about which the truth says nothing; it still shows how the sheet's other marks look."""

_BESIDE = frozenset({Habit.COLUMN, Habit.RING})  # marks that may lie outside of what is looked at
_MOST_OFF_MM = 1.5  # half of a page's corners at least; curled ones rise, torn ones are gone
_STEPS = 120  # grey levels per unit of darkness, to keep pictures small
_OFFSET = 32


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Response areas that hold ink, and how many marks left none.

    Attributes:
        pictures: Darkness around each area, (N, 56, 56) uint8; see ``to_darkness``.
        prints: Darkness of the different blank prints, (P, 56, 56) uint8.
        print_of: Which blank print belongs to each area, (N,).
        states: Index into ``STATES``, or ``UNKNOWN``, (N,).
        pages: Which page each area is on, (N,); the same number on the same page only.
        qualities: How good the scan of that page is, (N, 7) float32.
        faint: One row for each page with marks: how many there are, how many of them left no ink to be seen, mean and
            standard deviation of the log of the others' ink, and the qualities of the scan, (S, 11).
    """

    pictures: NDArray[np.uint8]
    prints: NDArray[np.uint8]
    print_of: NDArray[np.int64]
    states: NDArray[np.int64]
    pages: NDArray[np.int64]
    qualities: NDArray[np.float32]
    faint: NDArray[np.float64]


def to_darkness(pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Turn stored grey levels back into darkness: paper = 0.0, solid print = 1.0."""
    return (pictures.astype(np.float32) - np.float32(_OFFSET)) / np.float32(_STEPS)


def collect(pile_folder: Path) -> Examples:
    """Measure every response area of a pile made by ``omr.training.piles`` and label it with what was meant."""
    template_folder = pile_folder / TEMPLATE_FOLDER
    template = load_template(template_folder)
    form = build_form_model(template, load_blank_pages(template_folder, template))
    pile = load_truth(pile_folder / SCANS_FOLDER)
    parts = list(_measured_pages(pile, form))
    firsts = np.cumsum([0, *(len(page.layout.areas) for page in form.pages)])
    first_print = dict(zip((page.layout.number for page in form.pages), firsts.tolist(), strict=False))
    return Examples(
        pictures=np.concatenate([part.pictures for part in parts]),
        prints=_stored(np.concatenate([page.blank for page in form.pages])),
        print_of=np.concatenate([part.areas + first_print[part.page] for part in parts]),
        states=np.concatenate([part.states for part in parts]),
        pages=np.concatenate([np.full(len(part.areas), part.key) for part in parts]),
        qualities=np.concatenate([np.tile(part.quality, (len(part.areas), 1)) for part in parts]),
        faint=np.array([part.faint for part in parts if part.faint is not None]).reshape(-1, 4 + len(QUALITIES)),
    )


def join(parts: Sequence[Examples]) -> Examples:
    """Put examples of several piles together."""
    firsts = np.cumsum([0, *(len(part.prints) for part in parts)])[:-1]
    return Examples(
        np.concatenate([part.pictures for part in parts]),
        np.concatenate([part.prints for part in parts]),
        np.concatenate([part.print_of + first for part, first in zip(parts, firsts, strict=True)]),
        np.concatenate([part.states for part in parts]),
        np.concatenate([part.pages for part in parts]),
        np.concatenate([part.qualities for part in parts]),
        np.concatenate([part.faint for part in parts]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Page:
    """What one page contributes; ``areas`` are indices into its layout."""

    key: int
    page: int
    areas: NDArray[np.int64]
    pictures: NDArray[np.uint8]
    states: NDArray[np.int64]
    quality: NDArray[np.float32]
    faint: tuple[float, ...] | None


def _measured_pages(pile: Pile, form: FormModel) -> Iterator[_Page]:
    zones: dict[int, Zones] = {page.layout.number: build_zones(page) for page in form.pages}
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            located = find_page(scan, truth.page_in_file - 1, form)
        if not isinstance(located, LocatedPage) or not _is_where_it_was_put(located, truth):
            continue  # what is read beside its place would teach the wrong meaning
        measured = measure_marks(located, zones[truth.page])
        items = [truth.items.get(area.item_id) for area in located.model.layout.areas]
        states = np.array(
            [_state(item, area.option) for item, area in zip(items, located.model.layout.areas, strict=True)], np.int64
        )
        areas = np.flatnonzero(measured.is_worth_a_look & ~measured.is_hidden)
        # Ink too pale to arrive in the scan at all teaches nothing but to doubt every blank. A stroke down a column or
        # a wide ring passes beside its box, which says nothing about how pale ink may be.
        is_decidable = [item is not None and item.is_decidable and item.habit not in _BESIDE for item in items]
        has_ink = measured.ink_px >= LEAST_INK_PX
        could_show = ~measured.is_hidden & (has_ink | ~measured.is_worth_a_look)
        is_marked = (states == MARKED) & np.array(is_decidable, bool) & could_show
        seen = np.log(measured.ink_px[is_marked & has_ink])
        yield _Page(
            key=zlib.crc32(f"{pile.folder}/{truth.file}/{truth.page_in_file}".encode()),
            page=truth.page,
            areas=areas,
            pictures=_stored(measured.pictures[areas]),
            states=states[areas],
            quality=measured.quality,
            faint=(is_marked.sum(), (is_marked & ~has_ink).sum(), seen.mean(), seen.std(), *measured.quality)
            if len(seen)
            else None,
        )


def _is_where_it_was_put(located: LocatedPage, truth: PageTruth) -> bool:
    """Whether the reader found the page that the simulator laid there, and where it laid it."""
    layout, registration = located.model.layout, located.registration
    right, bottom = layout.width_mm, layout.height_mm
    corners_mm = registration.correction.applied_to(
        np.array([(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)])
    )
    corners_px = map_points(np.array(registration.template_to_scan).reshape(3, 3), corners_mm)
    off_mm = np.linalg.norm(corners_px - np.array(truth.corners_px), axis=1) / registration.dpi * MM_PER_INCH
    return layout.number == truth.page and bool(np.median(off_mm) < _MOST_OFF_MM)


def _state(item: ItemTruth | None, option: str) -> int:
    if item is None or (item.is_plain and not item.is_decidable):  # what was meant cannot be seen
        return UNKNOWN
    if option in item.withdrawn:
        return CANCELLED
    return MARKED if option in item.answer else EMPTY


def _stored(darkness: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(np.rint(darkness * _STEPS + _OFFSET), 0, 255), np.uint8)
