"""Conditions under which forms are printed, copied, worn and scanned: one device each, good or bad.

``presets`` adds what many offices deliver together, and names all.
"""

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

import numpy as np

from omr.simulation import effects, paper
from omr.simulation.chance import Range, happens
from omr.simulation.devices import bilevel
from omr.simulation.devices.cropping import Cropping
from omr.simulation.devices.phone import PHONE, PhoneConditions
from omr.simulation.devices.placement import FloatArray, affine
from omr.simulation.effects import Effect, Image

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
        """Return these conditions: one scanner is the same for every file."""
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
