"""Conditions under which forms are printed, copied, worn and scanned, and the scanner itself."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

import numpy as np

from omr.opencv import cv2
from omr.simulation import paper
from omr.simulation.chance import Range, happens, pick
from omr.simulation.devices import bilevel, effects
from omr.simulation.devices.cropping import Cropping, Cut
from omr.simulation.devices.effects import Effect, Image
from omr.simulation.devices.phone import PHONE, PhoneConditions, photograph
from omr.simulation.devices.placement import (
    FloatArray,
    Placement,
    affine,
    chained,
    feeder_stretch,
    place,
    sheet_to_scan_points,
    surround,
)

MM_PER_INCH = 25.4
_NO_RANGE = Range(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Step:
    """One effect and how often and how strongly it strikes; its strength is drawn anew for every page."""

    effect: Effect
    strength: Range
    share: float = 1.0

    def apply(self, image: Image, rng: np.random.Generator) -> Image:
        """Return ``image`` with the effect, or as it is when this page is spared."""
        return self.effect(image, self.strength.draw(rng), rng) if happens(self.share, rng) else image


@dataclass(frozen=True, slots=True)
class Lie:
    """How badly sheets lie in a machine; standard deviations, for printer, copier or scanner."""

    skew_sd_deg: float = 0.0
    shift_sd_mm: float = 0.0
    scale: Range = field(default=Range(1.0, 1.0))
    scale_sd: float = 0.0
    anisotropy_sd: float = 0.0

    def draw(self, shape: tuple[int, ...], px_per_mm: float, rng: np.random.Generator) -> FloatArray:
        """Return the (2, 3) map px -> px of one sheet in an image of ``shape``."""
        scale = self.scale.draw(rng) * (1 + float(rng.normal(0.0, self.scale_sd)))
        stretch = 1 + float(rng.normal(0.0, self.anisotropy_sd))
        shift_x_px, shift_y_px = rng.normal(0.0, self.shift_sd_mm * px_per_mm, 2)
        skew_deg = float(rng.normal(0.0, self.skew_sd_deg))
        return affine(shape, skew_deg, (scale * stretch, scale / stretch), (float(shift_x_px), float(shift_y_px)))


class Conditions(Protocol):
    """One scanner, or a mix of scanners, with all that comes before."""

    @property
    def name(self) -> str:
        """For reports."""

    def drawn(self, rng: np.random.Generator) -> "ScanConditions":
        """Return the conditions of one file."""
        ...


@dataclass(frozen=True, slots=True)
class ScanConditions:
    """What happens to a page between the printer and the file.

    Attributes:
        name: For reports.
        dpi: Resolution of the scan.
        printer: How the print lies on the paper.
        print_steps: Effects on the printed page before anybody writes on it.
        copier: How a sheet lies in the copier, per generation.
        generations: Photocopies of photocopies, lowest and highest number; (0, 0) = originals.
        zoom: Size of the copy in the respondent's or scanner's hands, all generations together, over that of the
            original; None: as ``copier`` says.
        copied_after_filling: Share of the pages whose last generation is made after the form was filled in.
        copy_steps: Effects of one generation.
        sheet_steps: What befalls the filled sheet before it is scanned.
        scanner: How the paper lies in the scanner.
        stretch_mm: How far the feeder pulls rows from their place, at most.
        scan_steps: Effects of the scanner, in order.
        cropping: Edges that are not delivered; None: all are.
        dark_background: Share of the pages scanned against a dark background, seen beyond the edge of the paper.
        turns: Shares of the clockwise turns, degrees, that would make the scans upright.
        jpeg_quality: Of JPEG files.
        is_bilevel: Whether scans have black and white pixels only.
        phone: How pages are photographed instead of scanned; None: they are scanned.
    """

    name: str
    dpi: int = 300
    printer: Lie = Lie(skew_sd_deg=0.05, shift_sd_mm=0.5)
    print_steps: tuple[Step, ...] = (Step(effects.fade_black, Range(20, 60)),)
    copier: Lie = Lie()
    generations: tuple[int, int] = (0, 0)
    zoom: Range | None = None
    copied_after_filling: float = 0.0
    copy_steps: tuple[Step, ...] = ()
    sheet_steps: tuple[Step, ...] = ()
    scanner: Lie = Lie(skew_sd_deg=0.7, shift_sd_mm=1.2, scale_sd=0.003, anisotropy_sd=0.0007)
    stretch_mm: Range = field(default=Range(0.0, 0.2))
    scan_steps: tuple[Step, ...] = ()
    cropping: Cropping | None = None
    dark_background: float = 0.35
    turns: tuple[tuple[int, float], ...] = ((0, 0.97), (180, 0.03))
    jpeg_quality: Range = field(default=Range(75, 92))
    is_bilevel: bool = False
    phone: PhoneConditions | None = None

    @property
    def px_per_mm(self) -> float:
        """Resolution in pixels per millimetre."""
        return self.dpi / MM_PER_INCH

    def drawn(self, _rng: np.random.Generator) -> "ScanConditions":
        """Return the conditions of one file: these."""
        return self


_OFFICE_SCAN = (
    Step(effects.add_specks, Range(1, 8), share=0.25),
    Step(effects.bend_contrast, Range(-0.15, 0.25)),
    Step(effects.shade, Range(0.005, 0.04)),
    Step(effects.soften, Range(0.02, 0.06)),
    Step(effects.add_noise, Range(2, 5)),
)
_PAPER = Step(effects.grey_paper, Range(3, 20))

OFFICE = ScanConditions("office", scan_steps=(_PAPER, *_OFFICE_SCAN))
"""A good office scanner with a feeder, 300 dpi, on prints from a laser printer."""

CLEAN = ScanConditions(
    "clean",
    printer=Lie(),
    print_steps=(),
    scanner=Lie(),
    stretch_mm=_NO_RANGE,
    dark_background=0.0,
    turns=((0, 1.0),),
    jpeg_quality=Range(95, 95),
)
"""Nothing happens at all: what was printed and written, pixel by pixel."""

PHOTOCOPY = replace(
    OFFICE,
    name="photocopy",
    copier=Lie(skew_sd_deg=0.4, shift_sd_mm=1.0, scale=Range(0.965, 1.02), anisotropy_sd=0.001),
    generations=(1, 2),
    copied_after_filling=0.2,
    copy_steps=(
        Step(effects.copy_toner, Range(0.35, 0.85)),
        Step(effects.erode_toner, Range(0.1, 0.5), share=0.6),
        Step(effects.add_specks, Range(10, 80)),
        Step(effects.grey_paper, Range(0, 20), share=0.5),
    ),
)
"""Forms photocopied once or twice, mostly before they were filled in; 95 to 103 % in size."""

FAX_1BIT = replace(
    OFFICE,
    name="fax-1bit",
    dpi=200,
    scan_steps=(_PAPER, *_OFFICE_SCAN, Step(effects.threshold, Range(140, 185))),
    is_bilevel=True,
)
"""Scanned in black and white at 200 dpi, as a fax machine or an old scanner driver does."""

LOW_DPI = replace(OFFICE, name="low-dpi", dpi=150)
"""Scanned at 150 dpi, the default of some drivers."""

TURNED = replace(OFFICE, name="turned", turns=((0, 0.1), (90, 0.3), (180, 0.3), (270, 0.3)))
"""Fed sideways and upside down."""

WORN = replace(
    OFFICE,
    name="worn",
    sheet_steps=(
        Step(paper.show_through, Range(0.02, 0.12), share=0.5),
        Step(paper.stain, Range(0.0, 2.0), share=0.25),
        Step(paper.crease, Range(0.0, 3.0), share=0.35),
        Step(paper.punch_holes, Range(2.0, 2.0), share=0.25),
        Step(paper.staple, Range(1.0, 1.0), share=0.3),
        Step(paper.dog_ear, Range(8.0, 30.0), share=0.12),
        Step(paper.tear_corner, Range(10.0, 35.0), share=0.06),
        Step(paper.cover_with_note, Range(25.0, 50.0), share=0.02),
    ),
)
"""Sheets that went through many hands: stained, folded, stapled, punched, torn."""

STAMPED = replace(OFFICE, name="stamped", sheet_steps=(Step(paper.stamp, Range(0.0, 2.0), share=0.9),))
"""Red stamps wherever there was room, or not."""

SKEWED = replace(
    OFFICE,
    name="skewed",
    scanner=Lie(skew_sd_deg=3.0, shift_sd_mm=2.5, scale_sd=0.004, anisotropy_sd=0.0015),
    stretch_mm=Range(0.1, 0.8),
    scan_steps=(*OFFICE.scan_steps, Step(effects.streak, Range(0.0, 2.0), share=0.3)),
    dark_background=0.8,
)
"""A worn feeder: skewed up to 8 degrees, slipping, with streaks, against a dark background."""

ROUGH = replace(
    OFFICE,
    name="rough",
    dpi=200,
    scan_steps=(
        _PAPER,
        Step(effects.bend_contrast, Range(-0.3, 0.4)),
        Step(effects.shade, Range(0.03, 0.15)),
        Step(effects.soften, Range(0.06, 0.15)),
        Step(effects.add_noise, Range(4, 9)),
    ),
    jpeg_quality=Range(30, 55),
)
"""An old flatbed at 200 dpi: out of focus, badly lit, files made as small as they get."""

DITHERED = replace(
    FAX_1BIT,
    name="dithered-1bit",
    scan_steps=(_PAPER, *_OFFICE_SCAN, Step(bilevel.dither_diffused, Range(-15.0, 25.0))),
)
"""Scanned in black and white by a driver set to "photo": greys become dots."""

PHONE_PHOTOS = replace(OFFICE, name="phone", phone=PHONE)
"""Photographed by phone on a desk."""

CONDITIONS = MappingProxyType({
    c.name: c
    for c in (
        CLEAN, OFFICE, PHOTOCOPY, FAX_1BIT, LOW_DPI, TURNED,
        WORN, STAMPED, SKEWED, ROUGH, DITHERED, PHONE_PHOTOS,
    )
})  # fmt: skip
"""All presets by name."""


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
    placement = Placement(chained(sheet.lie, paper_to_scan), stretch_px)
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
    """Grey level of what the scanner sees beside the paper."""
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
