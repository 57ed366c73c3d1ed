"""Whether every response area is found where it is, or said not to be, on sheets whose places are known exactly.

Boxes repeat themselves, so an area may be laid over the next row's box, where everything fits but the text. The worst
is an area that lies off and is said to be located: its question is answered by its neighbour's ink, without a word.
"""

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from form_templates.loading import load_template
from form_templates.model import PageLayout
from omr.batches.worker import default_jobs
from omr.decisions import MISPLACED_MM
from omr.geometry import map_points, scale_at
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import FormModel, build_form_model
from omr.registration.located_page import LocatedPage
from omr.registration.locating import locate_page
from omr.simulation.chance import Range, stream
from omr.simulation.devices.conditions import PHONE_PHOTOS, Conditions
from omr.simulation.devices.cropping import Cropping
from omr.simulation.devices.phone import PHONE
from omr.simulation.devices.presets import CROPPED, PRESETS
from omr.simulation.devices.scanner import Scan, Sheet, print_blank, rescaled, scan_page, wear
from omr.simulation.foreign.forms import draw_form
from omr.simulation.piles import TEMPLATE_FOLDER

CONDITIONS: Mapping[str, Conditions] = {
    **{name: PRESETS[name] for name in ("office", "phone", "cropped", "hard", "photocopy")},
    "curled": replace(PHONE_PHOTOS, phone=replace(PHONE, curl_mm=Range(8.0, 25.0))),
    "cut off": replace(CROPPED, cropping=Cropping(Range(15.0, 50.0))),
}
"""Those of the simulator, photographs of sheets that had been rolled up, and sheets laid across the scanner's edge."""

_SHEETS = 3  # of every form under every condition
_MARKED = 0.2  # of the areas
_DENSE = 250  # areas of a page: an answer sheet
_INK = 60
_OFF_SHARE = 0.4  # of the way to the next area: farther off, its box is as near
_MOST_OFF_MM = 1.2  # where the next is far


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the response areas of one sheet, or of many.

    Attributes:
        pages: How many there are.
        read: How many were located.
        areas: How many lie in the image of those.
        off: How many were laid elsewhere.
        silent: How many of ``off`` were said to be located.
        doubted: How many were said not to be located, rightly or not.
        errors_mm: Of all areas in the image.
    """

    pages: int = 0
    read: int = 0
    areas: int = 0
    off: int = 0
    silent: int = 0
    doubted: int = 0
    errors_mm: tuple[float, ...] = ()

    def __add__(self, other: "Placed") -> "Placed":
        return Placed(
            self.pages + other.pages,
            self.read + other.read,
            self.areas + other.areas,
            self.off + other.off,
            self.silent + other.silent,
            self.doubted + other.doubted,
            self.errors_mm + other.errors_mm,
        )


def run(folder: Path, *, forms: int, seed: int) -> None:
    """Draw answer sheets as others print them, mark and scan them, place their areas, and print how many lie off.

    Args:
        folder: For the templates.
        forms: How many.
        seed: Another one gives other forms and scans.
    """
    by_condition: dict[str, Placed] = {}
    seeds = _dense_forms(forms, seed)
    with ProcessPoolExecutor(default_jobs(), get_context("spawn")) as workers:
        for number, placed in zip(seeds, workers.map(partial(_place_form, folder), seeds), strict=True):
            for condition, one in placed.items():
                by_condition[condition] = by_condition.get(condition, Placed()) + one
                if one.silent:
                    print(f"   form {number}, {condition}: {one.silent} of {one.areas} areas off without a word")
    for condition, placed in by_condition.items():
        _print(condition, placed)


def _dense_forms(count: int, seed: int) -> list[int]:
    """Return the seeds of forms with a page of many areas: on others a row is told from the next by its text."""
    rng, found = np.random.default_rng(seed), list[int]()
    while len(found) < count:
        drawn = int(rng.integers(0, 2**31))
        if max(len(page.areas) for page in draw_form(drawn).template.pages) >= _DENSE:
            found.append(drawn)
    return found


def _print(condition: str, placed: Placed) -> None:
    errors = np.array(placed.errors_mm or (0.0,))
    print(
        f"   {condition}: {placed.read} of {placed.pages} pages read; of {placed.areas} areas {placed.off} off, "
        f"{placed.silent} of them said to be located; {placed.doubted} said not to be; "
        f"half within {np.median(errors):.2f} mm, 99 % within {np.percentile(errors, 99):.2f} mm",
        flush=True,
    )


def _place_form(folder: Path, seed: int) -> dict[str, Placed]:
    """Place the areas of one form's sheets, by condition."""
    cv2.setNumThreads(1)
    drawn, place = draw_form(seed), folder / f"{seed}"
    drawn.save(place / TEMPLATE_FOLDER)
    template = load_template(place / TEMPLATE_FOLDER)
    form = build_form_model(template, load_blank_pages(place / TEMPLATE_FOLDER, template))
    placed = {condition: Placed() for condition in CONDITIONS}
    for condition in CONDITIONS:
        for scan, layout in _scans(seed, condition):
            placed[condition] += place_areas_of(scan, layout, form)
    shutil.rmtree(place)
    return placed


def _scans(seed: int, condition: str) -> Iterator[tuple[Scan, PageLayout]]:
    """Yield scans of a form's pages, some areas of which are marked."""
    drawn = draw_form(seed)
    pages = drawn.pages()
    for copy in range(_SHEETS):
        for layout in drawn.template.pages:
            rng = stream(seed, list(CONDITIONS).index(condition), copy, layout.number)
            conditions = CONDITIONS[condition].drawn(rng)
            blank = print_blank(pages.raster(copy, layout.number, conditions.dpi), conditions, rng)
            marked = wear(_marked(blank, layout, rng), conditions, rng)
            yield scan_page(rescaled(marked, 1.0), conditions, rng), layout


def _marked(blank: Sheet, layout: PageLayout, rng: np.random.Generator) -> Sheet:
    """Return the sheet with scrawls in some of its areas."""
    image = blank.image.copy()
    scale = float(blank.template_to_px[0, 0])
    for area in layout.areas:
        if rng.random() < _MARKED:
            x, y = blank.template_to_px[:, :2] @ np.array(area.rect.center_mm) + blank.template_to_px[:, 2]
            reach = min(area.rect.w_mm, area.rect.h_mm, 5.0) * scale / 2
            points = np.rint(np.array([x, y]) + rng.uniform(-reach, reach, (5, 2))).astype(np.int32)
            cv2.polylines(image, [points], isClosed=False, color=(_INK,), thickness=max(1, round(0.5 * scale)))
    return Sheet(image, blank.template_to_px, blank.lie, blank.copies_left, blank.zoom)


def place_areas_of(scan: Scan, layout: PageLayout, form: FormModel) -> Placed:
    """Place the areas of one page and compare with where they are."""
    delivered = PageImage(scan.image)
    located = locate_page(prepare(delivered, form.long_side_mm), form, lambda: delivered)
    if not isinstance(located, LocatedPage):
        return Placed(pages=1)
    middles_mm = np.array([area.rect.center_mm for area in layout.areas])
    in_image = scan.shows(middles_mm)
    if located.model.layout.number != layout.number:
        return Placed(1, 1, int(in_image.sum()), int(in_image.sum()), int(in_image.sum()))
    truly_px = scan.template_to_scan(located.model.geometry.centers_mm)
    found_px = map_points(located.image.to_scan @ located.template_to_working, located.centers_mm)
    px_per_mm = scale_at(
        located.image.to_scan @ located.template_to_working, (layout.width_mm / 2, layout.height_mm / 2)
    )
    errors_mm = (np.linalg.norm(found_px - truly_px, axis=1) / px_per_mm)[in_image]
    is_off = errors_mm > np.minimum(_OFF_SHARE * _nearest_mm(located.model.geometry.centers_mm), _MOST_OFF_MM)[in_image]
    is_doubted = located.misplaced_mm[in_image] > MISPLACED_MM
    return Placed(
        1,
        1,
        len(errors_mm),
        int(is_off.sum()),
        int((is_off & ~is_doubted).sum()),
        int(is_doubted.sum()),
        tuple(errors_mm.tolist()),
    )


def _nearest_mm(middles_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    distances = np.linalg.norm(middles_mm[:, None] - middles_mm[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    return np.asarray(distances.min(axis=1))
