"""Print, photocopy, wear and scan one sheet under given conditions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from omr.opencv import cv2
from omr.simulation.chance import happens, pick
from omr.simulation.devices.conditions import ScanConditions, Step
from omr.simulation.devices.cropping import Cut
from omr.simulation.devices.phone import PhoneConditions, photograph
from omr.simulation.devices.placement import (
    FloatArray,
    SheetPlacement,
    affine,
    chained,
    feeder_stretch,
    place,
    sheet_to_scan_points,
    surround,
)
from omr.simulation.effects import Image


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A printed sheet, before or after somebody wrote on it.

    Attributes:
        image: (H, W) or (H, W, 3) uint8, 0 = black, RGB order.
        template_to_px: (2, 3) float64, template mm -> pixels of ``image``.
        lie: (2, 3) float64, pixels of ``image`` -> where they really are on the paper: the printer's inaccuracy, kept
            aside so that the pixels are moved only once, by the next machine.
        copies_left: Photocopies still to be made of it after it has been filled in.
        zoom: Of every generation.
    """

    image: Image
    template_to_px: FloatArray
    lie: FloatArray
    copies_left: int = 0
    zoom: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A scanned page.

    Attributes:
        image: (H, W) or (H, W, 3) uint8, RGB order.
        turned_deg: Clockwise turn that makes it upright.
        template_to_scan: Maps template mm, (N, 2), to pixels of ``image`` as delivered, stretch included.
        shows: Tells which places of the template, mm, (N, 2), are in the image and on the paper, (N,).
    """

    image: Image
    turned_deg: int
    template_to_scan: Callable[[FloatArray], FloatArray]
    shows: Callable[[FloatArray], np.typing.NDArray[np.bool_]]


def print_blank(raster: Image, conditions: ScanConditions, rng: np.random.Generator) -> Sheet:
    """Print, and perhaps photocopy, one page.

    Args:
        raster: The page as designed, (H, W) uint8, at ``conditions.dpi``.
        conditions: Printer and copier.
        rng: The page's stream.

    Returns:
        The sheet as it lies before the respondent.
    """
    scale = conditions.px_per_mm
    # A pixel's centre is its coordinate, a template's origin is the corner of the paper: half a pixel apart.
    template_to_px = np.array([[scale, 0.0, -0.5], [0.0, scale, -0.5]])
    lie = conditions.printer.draw(raster.shape, scale, rng)
    copies = int(rng.integers(conditions.generations[0], conditions.generations[1] + 1))
    copies_left = 1 if copies and happens(conditions.copied_after_filling, rng) else 0
    zoom = conditions.zoom.draw(rng) ** (1 / copies) if conditions.zoom is not None and copies else 1.0
    sheet = Sheet(_stepped(raster, conditions.print_steps, rng), template_to_px, lie, copies_left, zoom)
    for _ in range(copies - copies_left):
        sheet = _photocopied(sheet, conditions, rng)
    return sheet


def wear(sheet: Sheet, conditions: ScanConditions, rng: np.random.Generator) -> Sheet:
    """Return a filled sheet after it went through people's hands."""
    return replace(sheet, image=_stepped(sheet.image, conditions.sheet_steps, rng))


def rescaled(sheet: Sheet, scale: float) -> Sheet:
    """Return a sheet as seen by a scanner of another resolution: ``scale`` times that of its image."""
    if scale == 1.0:
        return sheet
    smaller = cv2.resize(sheet.image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # Pixel edges stay aligned, so the middle of the first pixel moves.
    shift = (scale - 1) / 2
    to_smaller = np.array([[scale, 0.0, shift], [0.0, scale, shift]])
    to_larger = np.array([[1 / scale, 0.0, -shift / scale], [0.0, 1 / scale, -shift / scale]])
    lie = chained(chained(to_larger, sheet.lie), to_smaller)
    return replace(
        sheet,
        image=np.asarray(smaller, np.uint8),
        template_to_px=chained(sheet.template_to_px, to_smaller),
        lie=lie,
    )


def scan_page(sheet: Sheet, conditions: ScanConditions, rng: np.random.Generator) -> Scan:
    """Scan a filled sheet, or photograph it.

    Args:
        sheet: What was printed, with what was written on it.
        conditions: Copier and scanner.
        rng: The page's stream.

    Returns:
        The page as the scanner delivers it.
    """
    for _ in range(sheet.copies_left):
        sheet = _photocopied(sheet, conditions, rng)
    if conditions.phone is not None:
        return _photographed(sheet, conditions.phone, rng)
    paper_to_scan = conditions.scanner.draw(sheet.image.shape, conditions.px_per_mm, rng)
    reach_px = conditions.stretch_mm.draw(rng) * conditions.px_per_mm
    stretch_px = feeder_stretch(sheet.image.shape[0], reach_px, rng)
    placement = SheetPlacement(chained(sheet.lie, paper_to_scan), stretch_px)
    image = place(sheet.image, placement)
    image = surround(image, paper_to_scan, _background(conditions, rng))
    image = _stepped(image, conditions.scan_steps, rng)
    cut = conditions.cropping.draw(conditions.px_per_mm, rng) if conditions.cropping is not None else Cut()
    delivered = cut.apply(image)
    turned_deg = int(pick(dict(conditions.turns), rng))

    def template_to_upright(points_mm: FloatArray) -> FloatArray:
        return sheet_to_scan_points(placement, _on_sheet(sheet, points_mm))

    def template_to_scan(points_mm: FloatArray) -> FloatArray:
        return _turned_points(cut.moved(template_to_upright(points_mm)), delivered.shape, turned_deg)

    def shows(points_mm: FloatArray) -> np.typing.NDArray[np.bool_]:
        is_on_paper = Cut().keeps(_on_sheet(sheet, points_mm), sheet.image.shape)
        return is_on_paper & cut.keeps(template_to_upright(points_mm), image.shape)

    return Scan(_turned(delivered, turned_deg), turned_deg, template_to_scan, shows)


def _on_sheet(sheet: Sheet, points_mm: FloatArray) -> FloatArray:
    return np.asarray(points_mm @ sheet.template_to_px[:, :2].T + sheet.template_to_px[:, 2])


def _photographed(sheet: Sheet, conditions: PhoneConditions, rng: np.random.Generator) -> Scan:
    moved = cv2.warpAffine(sheet.image, sheet.lie, sheet.image.shape[1::-1], borderValue=(255, 255, 255))
    photo = photograph(np.asarray(moved, np.uint8), conditions, rng)
    template_to_sheet = chained(sheet.template_to_px, sheet.lie)

    def template_to_photo(points_mm: FloatArray) -> FloatArray:
        return photo.sheet_to_photo(points_mm @ template_to_sheet[:, :2].T + template_to_sheet[:, 2])

    def shows(points_mm: FloatArray) -> np.typing.NDArray[np.bool_]:
        return Cut().keeps(template_to_photo(points_mm), photo.image.shape)

    return Scan(photo.image, photo.turned_deg, template_to_photo, shows)


def _stepped(image: Image, steps: tuple[Step, ...], rng: np.random.Generator) -> Image:
    for step in steps:
        image = step.apply(image, rng)
    return image


def _photocopied(sheet: Sheet, conditions: ScanConditions, rng: np.random.Generator) -> Sheet:
    """Photocopy once, in black and white."""
    onto_copy = conditions.copier.draw(sheet.image.shape, conditions.px_per_mm, rng)
    if sheet.zoom != 1.0:
        onto_copy = chained(onto_copy, affine(sheet.image.shape, 0.0, (sheet.zoom, sheet.zoom), (0.0, 0.0)))
    move = chained(sheet.lie, onto_copy)
    moved = cv2.warpAffine(sheet.image, move, sheet.image.shape[1::-1], borderValue=(255, 255, 255))
    copy = _stepped(_colourless(np.asarray(moved, np.uint8)), conditions.copy_steps, rng)
    return Sheet(copy, chained(sheet.template_to_px, move), np.eye(2, 3), sheet.copies_left, sheet.zoom)


def _colourless(image: Image) -> Image:
    """Take the colour out, keeping the number of channels."""
    if image.ndim == 2:
        return image
    return np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)


def _background(conditions: ScanConditions, rng: np.random.Generator) -> int:
    """Return the grey level of what the scanner sees beside the paper."""
    is_dark = happens(conditions.dark_background, rng)
    return int(rng.integers(5, 40)) if is_dark else 255


def _turned(image: Image, turned_deg: int) -> Image:
    """Lay the page so that a clockwise turn by ``turned_deg`` makes it upright."""
    return np.ascontiguousarray(np.rot90(image, turned_deg // 90))


def _turned_points(points_px: FloatArray, shape: tuple[int, ...], turned_deg: int) -> FloatArray:
    """Follow points of an upright image of ``shape`` into the turned one."""
    x, y = points_px.T
    right, bottom = shape[1] - 1, shape[0] - 1
    turned = {0: (x, y), 90: (y, right - x), 180: (right - x, bottom - y), 270: (bottom - y, x)}[turned_deg]
    return np.column_stack(turned)
