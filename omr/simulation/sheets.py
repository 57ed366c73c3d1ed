"""Make a pile of filled and scanned forms with known answers; callers of the simulation start here.

Every page is made from its own random streams, derived from the seed and its place in the pile, so that the same pile
comes out whatever the number of workers.
"""

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import product
from pathlib import Path
from typing import Protocol

import numpy as np

from form_templates.model import FormTemplate, ItemId, ItemKind, PageLayout, TextField
from form_templates.page_code import PageCode
from omr.opencv import cv2
from omr.simulation.chance import stream
from omr.simulation.devices.conditions import ScanConditions
from omr.simulation.devices.placement import FloatArray
from omr.simulation.devices.scan_files import FileFormat, write_pages
from omr.simulation.devices.scanner import Scan, Sheet, print_blank, rescaled, scan_page, wear
from omr.simulation.effects import Image
from omr.simulation.legibility import AreaKey, cut_items, faded_areas, hidden_items, may_fade
from omr.simulation.order import PileOrder
from omr.simulation.people.answering import Action, FormResponse, ItemResponse, respond
from omr.simulation.people.handwriting import write_digits, write_words
from omr.simulation.people.ink import Paper
from omr.simulation.people.respondents import Hand, Respondent, draw_respondent, draw_unit_satisfaction
from omr.simulation.people.strokes import Place, Stroke, column_stroke, gesture_strokes, place_of_mark
from omr.simulation.printed import PrintedPages
from omr.simulation.truth import ItemTruth, PageTruth, Pile, save_truth

_BRUSH_MM = 1.1  # of correction fluid, along strokes close enough to leave no gap
_ALONE_MM = 20.0  # room of a response area that has no neighbour


class _Stream(IntEnum):
    """What a random stream is for; the first part of its place in the pile."""

    UNIT = 0
    RESPONDENT = 1
    PAGE = 2
    DEVICE = 3


class UnitLike(Protocol):
    """What the simulation needs to know of a unit."""

    @property
    def code(self) -> str:
        """Official code."""

    @property
    def name(self) -> str:
        """Printed name."""


@dataclass(frozen=True, slots=True)
class _Job:
    """All that a worker needs to make any page of the pile."""

    template: FormTemplate
    units: tuple[str, ...]
    printed: PrintedPages
    out: Path
    order: PileOrder


@dataclass(frozen=True, slots=True, eq=False)
class _Drawing:
    """Strokes put on paper together: with the respondent's pen, or with correction fluid."""

    strokes: tuple[Stroke, ...]
    is_fluid: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _MadePage:
    """One page, scanned, before it is written to a file; its truth does not know the file yet."""

    image: Image
    quality: int
    truth: PageTruth


def simulate_pile(
    template: FormTemplate,
    units: Sequence[UnitLike],
    blank_pages: PrintedPages,
    out: Path,
    order: PileOrder,
    *,
    jobs: int = 1,
) -> Pile:
    """Fill in, scan and save a pile of forms, and write ``truth.json`` beside them.

    Args:
        template: What is asked, with its layout.
        units: The units people come to: the one printed on a form, else in blocks of equal size.
        blank_pages: The printed forms, one copy per respondent.
        out: Folder for the files; made if it does not exist.
        order: Who fills them in, and what scans them.
        jobs: Worker processes; the pile does not depend on it.

    Returns:
        What was made.
    """
    out.mkdir(parents=True, exist_ok=True)
    job = _Job(template, tuple(unit.code for unit in units), blank_pages, out, order)
    pages = tuple(page for file in _made_files(job, jobs) for page in file)
    conditions = order.rescan.conditions if order.rescan else order.conditions
    pile = Pile(out, template.template_id, template.version, conditions.name, pages)
    save_truth(pile)
    return pile


def _made_files(job: _Job, jobs: int) -> Iterator[tuple[PageTruth, ...]]:
    """Make all files, in order."""
    pages = list(product(range(job.order.respondents), [page.number for page in job.template.pages]))
    size = job.order.respondents_per_file * len(job.template.pages) if job.order.file_format.holds_many_pages else 1
    files = [tuple(pages[first : first + size]) for first in range(0, len(pages), size)]
    if jobs == 1:
        yield from (_make_file(job, file) for file in files)
        return
    # A forked worker inherits OpenCV's threads as locks nobody will ever open.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start_worker, initargs=(job,)) as workers:
        yield from workers.map(_make_file_in_worker, files, chunksize=max(min(len(files) // (4 * jobs), 20), 1))


_worker_job: _Job | None = None  # set once per worker process: a template is too large to send with every page


def _start_worker(job: _Job) -> None:
    global _worker_job  # a process pool offers no other place
    _worker_job = job
    cv2.setNumThreads(1)


def _make_file_in_worker(pages: tuple[tuple[int, int], ...]) -> tuple[PageTruth, ...]:
    assert _worker_job is not None, "the pool starts its workers with _start_worker"
    return _make_file(_worker_job, pages)


def _make_file(job: _Job, pages: tuple[tuple[int, int], ...]) -> tuple[PageTruth, ...]:
    """Make one file of ``pages``, each (respondent, page), with one scanner."""
    conditions = job.order.conditions.drawn(stream(job.order.seed, _Stream.DEVICE, *pages[0]))
    file_format = job.order.file_format
    if conditions.is_bilevel and conditions is not job.order.conditions and not file_format.holds_many_pages:
        file_format = FileFormat.TIFF_G4
    made = [_make_page(job, conditions, respondent, page) for respondent, page in pages]
    name = _file_name(job.order.file_format, file_format.ending, pages)
    qualities = [page.quality for page in made]
    scanner = job.order.rescan.conditions if job.order.rescan else conditions
    write_pages(job.out / name, file_format, [page.image for page in made], scanner.dpi, qualities)
    return tuple(replace(page.truth, file=name, page_in_file=place) for place, page in enumerate(made, 1))


def _file_name(file_format: FileFormat, ending: str, pages: tuple[tuple[int, int], ...]) -> str:
    respondent, page = pages[0]
    if file_format.holds_many_pages:
        return f"forms-{respondent + 1:05}-{pages[-1][0] + 1:05}{ending}"
    return f"form-{respondent + 1:05}-p{page}{ending}"


def _make_page(job: _Job, conditions: ScanConditions, number: int, page: int) -> _MadePage:
    """Fill in and scan one page of the form of respondent ``number``."""
    code = job.printed.code(number)
    unit = _unit_of(job, number, code)
    respondent, response = _answered(job, number, unit)
    rng = stream(job.order.seed, _Stream.PAGE, number, page)
    blank = print_blank(job.printed.raster(number, page, conditions.dpi), conditions, rng)
    if job.order.file_format.has_colour:
        blank = replace(blank, image=np.asarray(cv2.cvtColor(blank.image, cv2.COLOR_GRAY2RGB), np.uint8))
    layout = job.template.page(page)
    filled = _filled(blank, layout, respondent, response, rng)
    twin = deepcopy(rng)
    worn = wear(filled, conditions, rng)
    scanner = job.order.rescan.conditions if job.order.rescan else conditions
    if job.order.rescan is not None:
        rng = stream(job.order.rescan.seed, _Stream.PAGE, number, page)
    scan = scan_page(rescaled(worn, scanner.dpi / conditions.dpi), scanner, rng)
    faded = frozenset[AreaKey]()
    if may_fade(conditions, blank) and job.order.rescan is None:
        inkless = scan_page(wear(blank, conditions, twin), conditions, twin)
        faded = faded_areas(layout, (blank, filled), (inkless, scan), is_bilevel=conditions.is_bilevel)
    unseen = hidden_items(layout, filled, worn) | cut_items(layout, scan)
    truth = PageTruth(
        file="",
        page_in_file=1,
        respondent=number,
        unit=job.units[unit],
        serial=code.serial if code is not None else "",
        page=page,
        turned_deg=scan.turned_deg,
        corners_px=_corners(scan, layout),
        items=_seen(_item_truths(job.template, page, respondent, response), unseen, faded),
        written=_written_on(job.template, page, response),
        conditions=conditions.name,
    )
    return _MadePage(scan.image, round(scanner.jpeg_quality.draw(rng)), truth)


def _unit_of(job: _Job, number: int, code: PageCode | None) -> int:
    """Return the index of the unit that respondent ``number`` came to: the one on their form, else units in blocks."""
    if code is not None and code.unit in job.units:
        return job.units.index(code.unit)
    return number * len(job.units) // job.order.respondents


def _answered(job: _Job, number: int, unit: int) -> tuple[Respondent, FormResponse]:
    """Return the person and their answers; drawn alike for every page of the form."""
    satisfaction = draw_unit_satisfaction(job.order.population, stream(job.order.seed, _Stream.UNIT, unit))
    rng = stream(job.order.seed, _Stream.RESPONDENT, number)
    respondent = draw_respondent(job.order.population, satisfaction, rng)
    return respondent, respond(job.template, respondent, job.order.population, rng)


def _filled(
    blank: Sheet,
    layout: PageLayout,
    respondent: Respondent,
    response: FormResponse,
    rng: np.random.Generator,
) -> Sheet:
    """Return the sheet with everything the respondent put on it."""
    paper = Paper(blank.image, blank.template_to_px)
    for drawing in _drawings(layout, respondent.hand, response, rng):
        if drawing.is_fluid:
            paper.cover(drawing.strokes, _BRUSH_MM)
        else:
            paper.draw(drawing.strokes, respondent.pen, rng)
    return replace(blank, image=paper.image)


def _drawings(layout: PageLayout, hand: Hand, response: FormResponse, rng: np.random.Generator) -> Iterator[_Drawing]:
    """Yield every gesture and every piece of handwriting on one page."""
    rooms_mm = _rooms(layout)
    places = {
        (area.item_id, area.option): Place(area.rect, room_mm)
        for area, room_mm in zip(layout.areas, rooms_mm, strict=True)
    }
    column = [
        places[item.item_id, gesture.option].rect
        for item in response.items.values()
        for gesture in item.gestures
        if gesture.action is Action.COLUMN_STROKE and (item.item_id, gesture.option) in places
    ]
    if column:
        yield _Drawing((column_stroke(column, hand, rng),))
    for item in response.items.values():
        yield from _gestures(item, places, hand, rng)
    for field in layout.fields:
        yield _Drawing(_handwriting(field, hand, response, rng))


def _gestures(
    item: ItemResponse, places: Mapping[tuple[ItemId, str], Place], hand: Hand, rng: np.random.Generator
) -> Iterator[_Drawing]:
    """Yield every gesture at one item; who takes back a mark goes by where it is, not by the box."""
    marked: dict[str, Place] = {}
    for gesture in item.gestures:
        place = places.get((item.item_id, gesture.option))
        if place is None or gesture.action is Action.COLUMN_STROKE:  # on another page, or drawn with its column
            continue
        is_new = gesture.action in (Action.MARK, Action.LIGHT_MARK, Action.BLACKEN, Action.GHOST)
        strokes = gesture_strokes(gesture, place if is_new else marked[gesture.option], hand, rng)
        if gesture.action is Action.MARK:
            marked[gesture.option] = place_of_mark(place, strokes)
        yield _Drawing(strokes, is_fluid=gesture.action is Action.PAINT_OVER)


def _rooms(layout: PageLayout) -> list[float]:
    """Return the distance from each response area's middle to its nearest neighbour's, mm."""
    if len(layout.areas) < 2:
        return [_ALONE_MM] * len(layout.areas)
    middles = np.array([area.rect.center_mm for area in layout.areas])
    distances = np.hypot(*(middles[:, None] - middles[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(distances, _ALONE_MM)
    return [float(distance) for distance in distances.min(axis=1)]


def _handwriting(field: TextField, hand: Hand, response: FormResponse, rng: np.random.Generator) -> tuple[Stroke, ...]:
    """Return the strokes of what is written in one field; none, mostly."""
    if field.option is not None:
        return write_words(field.rect, hand, rng) if (field.item_id, field.option) in response.write_ins else ()
    if field.item_id not in response.written:
        return ()
    digits = response.written[field.item_id]
    return write_digits(field.rect, digits, hand, rng) if digits else write_words(field.rect, hand, rng)


def _corners(scan: Scan, layout: PageLayout) -> tuple[tuple[float, float], ...]:
    width_mm, height_mm = layout.width_mm, layout.height_mm
    corners_mm: FloatArray = np.array([(0.0, 0.0), (width_mm, 0.0), (width_mm, height_mm), (0.0, height_mm)])
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in scan.template_to_scan(corners_mm))


def _item_truths(
    template: FormTemplate, page: int, respondent: Respondent, response: FormResponse
) -> Mapping[ItemId, ItemTruth]:
    """Return the truth of the choice items answered on ``page``, if all that was written can be seen."""
    pen = respondent.pen.kind
    return {
        item_id: ItemTruth(item.answer, item.habit or "", pen, item.is_plain, item.is_decidable, item.withdrawn)
        for item_id, item in response.items.items()
        if template.page_of(item_id) == page
    }


def _seen(items: Mapping[ItemId, ItemTruth], unseen: Set[ItemId], faded: Set[AreaKey]) -> Mapping[ItemId, ItemTruth]:
    """Return the truth with those items undecidable whose areas or marks cannot be seen any more."""
    lost = unseen | {item_id for item_id, item in items.items() for value in item.answer if (item_id, value) in faded}
    return {i: replace(item, is_decidable=False) if i in lost else item for i, item in items.items()}


def _written_on(template: FormTemplate, page: int, response: FormResponse) -> Mapping[ItemId, str]:
    kinds = (ItemKind.TEXT, ItemKind.NUMBER)
    return {
        item_id: text
        for item_id, text in response.written.items()
        if template.item(item_id).kind in kinds and template.page_of(item_id) == page
    }
