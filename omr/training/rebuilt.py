"""Blank pages as people make them who have lost the original: the median of a few sheets that were filled in.

They are softer than print, doubled where the sheets did not lie alike, and keep ghosts of marks that most people made.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.loading import blank_image, load_template
from form_templates.model import PageLayout
from omr.geometry import MM_PER_INCH, map_points
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.pipeline import find_page
from omr.registration.blank_page import BLANK_DPI, load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.located_page import LocatedPage
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.truth import load_truth

_NODE_PX = 50  # every so many pixels a page's place is worked out; between them it is interpolated
_JITTER_MM = 0.2  # how far a sheet is off in somebody's picture editor, standard deviation


def rebuild_blanks(pile_folder: Path, sheets: int, seed: int) -> None:
    """Replace the blank pages of a form made elsewhere by the median of the first sheets of its pile."""
    rng = np.random.default_rng(seed)
    folder = pile_folder / TEMPLATE_FOLDER
    template = load_template(folder)
    for page in template.pages:
        found = [_as_printed(located, page, rng) for located in _first_located(pile_folder, page.number, sheets)]
        if found:
            median = np.median(np.array(found), axis=0).astype(np.uint8)
            blank_image(folder, page.number).write_bytes(cv2.imencode(".png", median)[1].tobytes())


def _first_located(pile_folder: Path, number: int, sheets: int) -> Sequence[LocatedPage]:
    folder = pile_folder / TEMPLATE_FOLDER
    template = load_template(folder)
    form = build_form_model(template, load_blank_pages(folder, template))
    pile, found = load_truth(pile_folder / SCANS_FOLDER), list[LocatedPage]()
    for truth in pile.pages:
        if truth.page != number or len(found) == sheets:
            continue
        with open_scan(pile.folder / truth.file) as scan:
            located = find_page(scan, truth.page_in_file - 1, form)
        if isinstance(located, LocatedPage) and located.model.layout.number == number:
            found.append(located)
    return found


def _as_printed(located: LocatedPage, page: PageLayout, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Lay a scanned page onto the paper it was printed on, as well as somebody does it by hand."""
    width, height = (round(side / MM_PER_INCH * BLANK_DPI) for side in (page.width_mm, page.height_mm))
    columns, rows = (-(-side // _NODE_PX) + 1 for side in (width, height))
    nodes = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).reshape(-1, 2)
    nodes_mm = nodes.astype(np.float64) * (_NODE_PX * MM_PER_INCH / BLANK_DPI)
    shifts_mm = located.registration.correction.shifts_at(nodes_mm) + rng.normal(0, _JITTER_MM, 2)
    at_px = map_points(located.template_to_working, nodes_mm + shifts_mm).reshape(rows, columns, 2)
    inner = _NODE_PX * np.array([columns - 1, rows - 1]) + 1
    to_source = _between_nodes(at_px.astype(np.float32), inner)[:height, :width]
    pixels = cv2.remap(located.image.pixels, to_source, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(pixels, np.uint8)


def _between_nodes(nodes: NDArray[np.float32], size: NDArray[np.int64]) -> NDArray[np.float32]:
    """Interpolate between nodes so that the outermost ones are the outermost pixels."""
    x = np.linspace(0, nodes.shape[1] - 1, int(size[0]), dtype=np.float32)
    y = np.linspace(0, nodes.shape[0] - 1, int(size[1]), dtype=np.float32)
    return np.asarray(cv2.remap(nodes, *np.meshgrid(x, y), cv2.INTER_LINEAR), np.float32)
