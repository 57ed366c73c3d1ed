"""How much of other people's forms is found, and how much is invented, by what is proposed for their files.

Every form comes as a PDF with text and lines, as a 300 dpi scan skewed by a degree, as a photocopy, and as ten filled
copies; some also lying on their side or head, and photographed on a desk. The words of forms drawn at random mean
nothing: there, places, questions and the order of options are measured, not wording. The order of options in several
rows and columns is not to be told from such words; there, only that they are one question counts.
"""

import os
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from form_templates.model import FormTemplate, Item, PageLayout, Rect, ResponseArea, ScaleKind
from omr.forms.page_images import PageOpener
from omr.forms.proposing.asking.across_pages import put_pages_together
from omr.forms.proposing.asking.page_understanding import PageQuestions, understand_form
from omr.forms.proposing.content.pdf_pages import read_pdf_pages
from omr.forms.proposing.drafting import draft_template
from omr.forms.proposing.filled_reading import read_filled
from omr.forms.proposing.form_reading import FormReading, read_blank
from omr.forms.proposing.raster.copies import Overlay, place_over
from omr.forms.proposing.spotting.spots import Spot
from omr.geometry import map_points
from omr.opencv import cv2
from omr.processes.limited_process import call_here
from omr.simulation.foreign.forms import draw_form
from tests.bench.proposal_forms import (
    FIRST_SEED,
    WAYS,
    BenchForm,
    bench_forms,
    document_forms,
    files_of,
    real_forms,
    with_every_way,
)

_SIZES = (0.3, 3.4)  # of a proposed area, in parts of the true one; a bare digit has no outline
_FOUND = {"vector": 0.98, "scan": 0.95, "photocopy": 0.95, "filled": 0.90, "turned": 0.95, "photograph": 0.90}
_TARGETS = {"invented": 0.02, "grouped": 0.95, "in order": 0.95}
_PX_PER_MM = 300 / 25.4


def run(folder: Path, *, forms: int, pictures: int, seed: int, real: Path | None = None) -> None:
    """Measure proposals for PDFs of many forms, then the table of all ways for fewer.

    Args:
        folder: For files.
        forms: How many are drawn at random as PDF.
        pictures: How many of them come in the other ways too, besides the shipped ones.
        seed: Of the forms.
        real: Folder of real scans with their blank forms; None: without them.
    """
    _run_vectors(folder, forms, seed)
    print(f"== Proposal: forms shipped, like those of offices, of LibreOffice, and {pictures} drawn at random, by way")
    found = [*bench_forms(pictures, seed), *document_forms(folder / "documents")]
    found += real_forms(real, folder / "real-forms") if real is not None else ()
    jobs = [(form, way, folder, seed) for form in with_every_way(found) for way in form.ways]
    totals = {way: Counter[str]() for way in WAYS}
    seconds: dict[str, list[float]] = {way: [] for way in WAYS}
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for (form, way, *_), (counts, took_s) in zip(jobs, pool.map(_measure, jobs), strict=True):
            totals[way].update(counts)
            seconds[way].append(took_s / max(len(form.template.pages), 1))
            print(f"   {form.name:16} {way:10} {shares_line(counts)}", flush=True)
    for way in WAYS:
        if not seconds[way]:
            continue
        median_s = sorted(seconds[way])[len(seconds[way]) // 2]
        wanted = f"(found wanted: {_FOUND[way]:.0%}; {median_s:.1f} s a page)"
        print(f"   {'all':16} {way:10} {shares_line(totals[way])}  {wanted}")
    print(f"   wanted: {', '.join(f'{name} {share:.0%}' for name, share in _TARGETS.items())}")


def _run_vectors(folder: Path, forms: int, seed: int) -> None:
    print(f"== Proposal: {forms} forms drawn at random, vector PDF, seed {seed}")
    counts: Counter[str] = Counter()
    seconds = []
    for number in range(forms):
        form = draw_form(FIRST_SEED + seed * 10_000 + number)
        path = folder / "proposed.pdf"
        path.write_bytes(form.pdf)
        start = time.perf_counter()
        pages = understand_form(read_pdf_pages(path))
        seconds.append(time.perf_counter() - start)
        own = compare(form.template, pages)
        counts.update(own)
        if own["found"] < own["areas"] or own["invented"] or own["grouped"] < own["items"]:
            print(f"   {form.template.template_id:16} {shares_line(own)}")
    print(f"   {'all':16} {shares_line(counts)}")
    print(f"   {counts['areas']} areas, {counts['items']} questions")
    print(f"   {sorted(seconds)[len(seconds) // 2]:.2f} s a form (median), {max(seconds):.2f} s the slowest")


def _measure(job: tuple[BenchForm, str, Path, int]) -> tuple[Counter[str], float]:
    """Return the counts of a form in one way, and the time that its proposal took."""
    form, way, folder, seed = job
    cv2.setNumThreads(1)
    files = files_of(form, way, folder / f"{form.name}-{way}", seed)
    start = time.perf_counter()
    with PageOpener(call=call_here) as opener:
        reading = read_filled(files, opener) if way == "filled" else read_blank(files, opener)
    took_s = time.perf_counter() - start
    return compare_reading(form, reading, is_picture=way != "vector"), took_s


def compare_reading(form: BenchForm, reading: FormReading, *, is_picture: bool) -> Counter[str]:
    """Count as ``compare`` does, the truth moved to where the print lies on the pages that were read."""
    counts: Counter[str] = Counter()
    layouts = list(form.template.pages)
    for place, page in enumerate(put_pages_together(reading.pages)):
        layout, best = _seen_layout(form, layouts, reading.images[place]) if is_picture else (layouts[place], place)
        if layout is None:
            counts["invented"] += sum(len(question.choices) for question in page.questions)
            continue
        layouts[best] = None
        _compare_page(layout, page, counts)
        if form.has_wording:
            _compare_direction(form.template, layout, page, counts)
    for layout in layouts if is_picture else layouts[len(reading.pages) :]:
        if layout is not None:
            counts["areas"] += len(layout.areas)
            counts["items"] += len({area.item_id for area in layout.areas})
    return counts


def _seen_layout(form: BenchForm, layouts: Sequence[PageLayout | None], image: bytes) -> tuple[PageLayout | None, int]:
    """Return the layout of the page that an image shows, its areas where they lie there.

    Pages of one form often lie over each other, so it is the one of which most letters are seen.
    """
    seen = cv2.imdecode(np.frombuffer(image, np.uint8), cv2.IMREAD_GRAYSCALE)
    best: tuple[float, PageLayout | None, int] = (0.0, None, -1)
    for place, layout in enumerate(layouts):
        if layout is None:
            continue
        overlay = place_over(form.raster(layout.number), seen, (layout.width_mm, layout.height_mm))
        if overlay is not None and overlay.in_common > best[0]:
            areas = tuple(replace(area, rect=_moved(area.rect, overlay)) for area in layout.areas)
            best = overlay.in_common, replace(layout, areas=areas), place
    return best[1:]


def _moved(rect: Rect, overlay: Overlay) -> Rect:
    """Return where an area lies in an image over which the page lies so."""
    corners = np.array([(rect.x_mm, rect.y_mm), (rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm)])
    there = (map_points(overlay.mapping, overlay.correction.applied_to(corners)) + 0.5) / _PX_PER_MM
    (left, top), (right, bottom) = there.tolist()
    return Rect(left, top, right - left, bottom - top)


def _compare_direction(template: FormTemplate, layout: PageLayout, page: PageQuestions, counts: Counter[str]) -> None:
    """Count the scales of which the values rise to the end to which the true ones rise."""
    proposed, _ = draft_template("form", [page])
    items = list(proposed.items())
    spots = [(number, choice.spot) for number, question in enumerate(page.questions) for choice in question.choices]
    match = _matches(layout.areas, [spot for _, spot in spots])
    for item_id in dict.fromkeys(area.item_id for area in layout.areas):
        item = template.item(item_id)
        places = [match[place] for place, area in enumerate(layout.areas) if area.item_id == item_id and place in match]
        if item.scale_id is None or template.scale(item.scale_id).kind is not ScaleKind.SATISFACTION or not places:
            continue
        counts["scales"] += 1
        counts["directed"] += _rise(item) == _rise(items[spots[places[0]][0]])


def _rise(item: Item) -> int:
    """Return 1 if the values of an item rise in printed order, -1 if they fall, 0 if neither."""
    values = [int(option.value) for option in item.options if option.value.isdecimal()]
    steps = {(two > one) - (two < one) for one, two in pairwise(values)}
    return steps.pop() if len(steps) == 1 else 0


def compare(template: FormTemplate, pages: Sequence[PageQuestions]) -> Counter[str]:
    """Count true areas, found and invented ones, questions, those grouped right, and those in the right order."""
    counts: Counter[str] = Counter()
    for layout, page in zip(template.pages, pages, strict=True):
        _compare_page(layout, page, counts)
    return counts


def shares_line(counts: Counter[str]) -> str:
    """Return the counts as shares."""
    areas, items = max(counts["areas"], 1), max(counts["items"], 1)
    direction = f"  directed {counts['directed'] / counts['scales']:7.2%}" if counts["scales"] else ""
    return (
        f"found {counts['found'] / areas:7.2%}  invented {counts['invented'] / areas:6.2%}  "
        f"grouped {counts['grouped'] / items:7.2%}  in order {counts['in order'] / items:7.2%}{direction}"
    )


def _compare_page(layout: PageLayout, page: PageQuestions, counts: Counter[str]) -> None:
    proposed = [
        (number, place, choice.spot)
        for number, question in enumerate(page.questions)
        for place, choice in enumerate(question.choices)
    ]
    match = _matches(layout.areas, [spot for _, _, spot in proposed])
    counts["areas"] += len(layout.areas)
    counts["found"] += len(match)
    counts["invented"] += len(proposed) - len(match)
    items: dict[str, list[int]] = {}
    for place, area in enumerate(layout.areas):
        items.setdefault(area.item_id, []).append(place)
    last = -1
    for places in items.values():
        counts["items"] += 1
        found = [proposed[match[place]] for place in places if place in match]
        numbers = {number for number, _, _ in found}
        is_whole = len(found) == len(places) and len(numbers) == 1
        if not is_whole or len(page.questions[found[0][0]].choices) != len(places):
            continue
        counts["grouped"] += 1
        orders = [place for _, place, _ in found]
        is_in_order = orders == sorted(orders) or _stands_in_rows_and_columns([spot for _, _, spot in found])
        counts["in order"] += is_in_order and found[0][0] > last
        last = found[0][0]


def _matches(areas: Sequence[ResponseArea], spots: Sequence[Spot]) -> dict[int, int]:
    """Return for each area that was found which spot it is; a spot is one area at most."""
    free = set(range(len(spots)))
    found: dict[int, int] = {}
    for place, area in enumerate(areas):
        number = next((number for number in sorted(free) if _is_same(area.rect, spots[number].rect)), None)
        if number is not None:
            found[place] = number
            free.discard(number)
    return found


def _is_same(true: Rect, proposed: Rect) -> bool:
    """Whether each holds the middle of the other, and they are of a size."""
    size = (proposed.w_mm * proposed.h_mm) / (true.w_mm * true.h_mm)
    return _SIZES[0] < size < _SIZES[1] and _holds(true, proposed.center_mm) and _holds(proposed, true.center_mm)


def _holds(rect: Rect, point_mm: tuple[float, float]) -> bool:
    x_mm, y_mm = point_mm
    return rect.x_mm <= x_mm <= rect.x_mm + rect.w_mm and rect.y_mm <= y_mm <= rect.y_mm + rect.h_mm


def _stands_in_rows_and_columns(spots: Sequence[Spot]) -> bool:
    return len({round(spot.x_mm) for spot in spots}) > 1 and len({round(spot.y_mm) for spot in spots}) > 1
