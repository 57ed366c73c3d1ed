"""A template made ready for reading: what the reader needs to know of every page, worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from form_templates.model import FormTemplate, Item, PageLayout
from omr.geometry import MM_PER_INCH, Homography
from omr.images.page_image import GrayImage
from omr.images.sampling import Patches, PatchGeometry, sample_patches
from omr.local_correction import grid_of
from omr.opencv import cv2
from omr.registration.blank_page import BLANK_DPI
from omr.registration.pieces.cells import CellBorders, Cells, find_cells
from omr.registration.pieces.landmarks import LANDMARK_DPI, Landmarks, choose_landmarks
from omr.registration.pieces.outlines import Outlines
from omr.registration.print_features import FEATURE_DPI, SMOOTHINGS_PX, PrintFeatures, find_features

THUMBNAIL_DPI = 50
"""Resolution at which whole pages are compared."""

_REDUCTION = 2  # the blank print is drawn at 300 dpi and measured at 150, like a scan
_PITCH_SHARE = 0.42  # of the way to the next area: an outline found farther away may be the next one's


@dataclass(frozen=True, eq=False)
class PageModel:
    """One page of the form as the reader knows it.

    Attributes:
        layout: Where everything lies.
        items: The items answered on it, in template order.
        cells: The insides of its response areas.
        geometry: The patches around its response areas; of a wide cell, around a window in its middle.
        outlines: What the areas' outlines look like.
        borders: What the borders of wide cells look like.
        pixels: The blank print, (H, W) uint8, at 150 dpi.
        blank: Darkness of the blank print in each patch, 0.0 = paper, 1.0 = print.
        thumbnail: The whole blank page, (H, W) float32 darkness at ``THUMBNAIL_DPI``.
        thumbnail_weight: Where the thumbnail may be compared: 0.0 where people write or copies differ.
    """

    layout: PageLayout
    items: tuple[Item, ...]
    cells: Cells
    geometry: PatchGeometry
    outlines: Outlines
    borders: CellBorders
    pixels: GrayImage
    blank: Patches
    thumbnail: NDArray[np.float32]
    thumbnail_weight: NDArray[np.float32]

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the paper, mm."""
        return self.layout.width_mm, self.layout.height_mm

    @property
    def grid(self) -> tuple[int, int]:
        """Control points of its local correction."""
        return grid_of(*self.size_mm)

    @property
    def is_outline_printed(self) -> NDArray[np.bool_]:
        """Which response areas have an outline, or a cell's borders, to be seen in both directions, (N,)."""
        is_printed = self.outlines.is_printed.copy()
        is_printed[self.borders.areas] = self.borders.is_printed
        return is_printed

    @property
    def blank_px_per_mm(self) -> float:
        """Resolution of ``pixels``, whose edges align with the paper's."""
        return BLANK_DPI / _REDUCTION / MM_PER_INCH

    def blank_around(self, geometry: PatchGeometry) -> Patches:
        """Return the darkness of the blank print in other patches than those of the response areas."""
        return _darkness_of(self.pixels, geometry)

    @cached_property
    def landmarks(self) -> Landmarks:
        """Unmistakable pieces of its print; chosen when a page first needs them."""
        return choose_landmarks(self.pixels, self.layout)

    @cached_property
    def features(self) -> tuple[PrintFeatures, ...]:
        """Features of its print, for each of ``SMOOTHINGS_PX``; found when a page first needs them."""
        return tuple(find_features(self.pixels, LANDMARK_DPI / FEATURE_DPI, smoothing) for smoothing in SMOOTHINGS_PX)


@dataclass(frozen=True, slots=True, eq=False)
class FormModel:
    """A template and the models of its pages."""

    template: FormTemplate
    pages: tuple[PageModel, ...]

    @property
    def long_side_mm(self) -> float:
        """The longest side of any of its pages."""
        return max(max(page.size_mm) for page in self.pages)

    def page(self, number: int) -> PageModel | None:
        """Return the model of the 1-based page ``number``, or None."""
        return next((page for page in self.pages if page.layout.number == number), None)


def build_form_model(template: FormTemplate, blank_pages: Sequence[GrayImage]) -> FormModel:
    """Work out what the reader needs to know of every page: patches, outlines, blank print and thumbnail.

    Args:
        template: A template with its places.
        blank_pages: The blank print of every page at 300 dpi.
    """
    pairs = zip(template.pages, blank_pages, strict=True)
    return FormModel(template, tuple(_build_page(template, layout, blank) for layout, blank in pairs))


def thumbnail_mapping() -> Homography:
    """Return the mapping from template mm to thumbnail pixels."""
    return _mm_to_px(THUMBNAIL_DPI)


def _build_page(template: FormTemplate, layout: PageLayout, blank: GrayImage) -> PageModel:
    height, width = (side // _REDUCTION * _REDUCTION for side in blank.shape)
    half = (width // _REDUCTION, height // _REDUCTION)
    reduced = np.asarray(cv2.resize(blank[:height, :width], half, interpolation=cv2.INTER_AREA), np.uint8)
    dpi = BLANK_DPI / _REDUCTION
    cells = find_cells(reduced, dpi, layout.areas)
    geometry = PatchGeometry.around(cells.centers_mm, cells.windows_mm)
    reach_mm = _PITCH_SHARE * _pitches_mm(cells)
    darkness = _darkness_of(reduced, geometry)
    on_page = {area.item_id for area in layout.areas} | {field.item_id for field in layout.fields if not field.option}
    size = tuple(round(side / MM_PER_INCH * THUMBNAIL_DPI) for side in (layout.width_mm, layout.height_mm))
    small = cv2.resize(blank, size, interpolation=cv2.INTER_AREA)
    return PageModel(
        layout=layout,
        items=tuple(item for item in template.items() if item.item_id in on_page),
        cells=cells,
        geometry=geometry,
        outlines=Outlines.of(darkness, geometry, reach_mm),
        borders=CellBorders.of(reduced, _mm_to_px(dpi), cells, reach_mm),
        pixels=reduced,
        blank=darkness,
        thumbnail=np.float32(1) - small.astype(np.float32) / np.float32(255),
        thumbnail_weight=_comparable(layout, small.shape),
    )


def _darkness_of(reduced: GrayImage, geometry: PatchGeometry) -> Patches:
    patches = sample_patches(reduced, _mm_to_px(BLANK_DPI / _REDUCTION), geometry, geometry.centers_mm)
    return np.float32(1) - patches.astype(np.float32) / np.float32(255)


def _pitches_mm(cells: Cells) -> NDArray[np.float64]:
    """Return the distance to the next area beside each, and to the next above or below: (N, 2), infinite if none."""
    apart = cells.centers_mm[:, None] - cells.centers_mm[None]
    reaches = (cells.sizes_mm[:, None] + cells.sizes_mm[None]) / 2
    pitches = []
    for along, other in ((0, 1), (1, 0)):
        is_beside = np.abs(apart[:, :, other]) < reaches[:, :, other]
        distance = np.where(is_beside, np.abs(apart[:, :, along]), np.inf)
        np.fill_diagonal(distance, np.inf)
        pitches.append(distance.min(axis=1, initial=np.inf))
    return np.column_stack(pitches)


def _comparable(layout: PageLayout, shape: tuple[int, int]) -> NDArray[np.float32]:
    weight = np.ones(shape, np.float32)
    scale = THUMBNAIL_DPI / MM_PER_INCH
    places = [area.rect for area in layout.areas] + [field.rect for field in layout.fields]
    places += [rect for rect in (layout.code, layout.code_text) if rect]
    for rect in places:
        top, bottom = int((rect.y_mm - 1) * scale), int((rect.y_mm + rect.h_mm + 1) * scale) + 1
        left, right = int((rect.x_mm - 1) * scale), int((rect.x_mm + rect.w_mm + 1) * scale) + 1
        weight[max(top, 0) : bottom, max(left, 0) : right] = 0
    return weight


def _mm_to_px(dpi: float) -> Homography:
    """Return the mapping from template mm to pixel centres of a raster whose pixel edges align with the paper's."""
    scale = dpi / MM_PER_INCH
    return np.array([[scale, 0.0, -0.5], [0.0, scale, -0.5], [0.0, 0.0, 1.0]])
