"""Conditions beyond one good or bad device: what many offices deliver together; all presets by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from omr.simulation import effects
from omr.simulation.chance import Range, happens, pick
from omr.simulation.devices import bilevel, copier
from omr.simulation.devices.conditions import (
    CONDITIONS,
    DITHERED,
    FAX_1BIT,
    LOW_DPI,
    OFFICE,
    PHONE_PHOTOS,
    PHOTOCOPY,
    ROUGH,
    SKEWED,
    STAMPED,
    WORN,
    Conditions,
    Lie,
    ScanConditions,
    Step,
)
from omr.simulation.devices.cropping import Cropping


@dataclass(frozen=True, slots=True)
class Mix:
    """Several scanners; every file comes from one of them.

    Attributes:
        name: For reports.
        draw: Returns the conditions of one file; a function of a module, so that it can be sent to workers.
    """

    name: str
    draw: Callable[[np.random.Generator], ScanConditions]

    def drawn(self, rng: np.random.Generator) -> ScanConditions:
        """See ``Conditions``."""
        return self.draw(rng)


COPY_OF_COPY = replace(
    PHOTOCOPY,
    name="copy-of-copy",
    copier=Lie(skew_sd_deg=0.4, shift_sd_mm=1.0, scale=Range(0.998, 1.002), anisotropy_sd=0.0015),
    generations=(1, 3),
    zoom=Range(0.93, 1.04),
    copied_after_filling=0.25,
    copy_steps=(
        Step(effects.copy_toner, Range(0.35, 0.95)),
        Step(effects.erode_toner, Range(0.1, 0.6), share=0.6),
        Step(copier.fade_band, Range(0.1, 0.6), share=0.35),
        Step(copier.scatter_toner, Range(0.1, 2.5), share=0.6),
        Step(effects.add_specks, Range(10, 120)),
        Step(copier.black_border, Range(2.0, 9.0), share=0.35),
        Step(effects.grey_paper, Range(0, 25), share=0.5),
    ),
)
"""Photocopies of photocopies, 93 to 104 % in size, with loose toner, pale bands and black edges."""

CROPPED = replace(
    OFFICE,
    name="cropped",
    scanner=Lie(skew_sd_deg=0.9, shift_sd_mm=2.0, scale_sd=0.003, anisotropy_sd=0.0007),
    cropping=Cropping(Range(1.0, 8.0)),
    dark_background=0.7,
)
"""The scanner misses up to 8 mm of one or two sides, so that corners are lost."""

FINE = replace(OFFICE, name="fine", dpi=600)
"""Scanned at 600 dpi, as by somebody who means well."""

ORDERED = replace(
    FAX_1BIT,
    name="ordered-1bit",
    dpi=300,
    scan_steps=(*OFFICE.scan_steps, Step(bilevel.dither_ordered, Range(-15.0, 25.0))),
)
"""Scanned in black and white by a driver that dithers in a fixed pattern (Bayer)."""

TOO_PALE = replace(FAX_1BIT, name="fax-pale", scan_steps=(*OFFICE.scan_steps, Step(effects.threshold, Range(75, 120))))
"""Black and white with the limit far too low: pale strokes break or vanish."""

TOO_DARK = replace(FAX_1BIT, name="fax-dark", scan_steps=(*OFFICE.scan_steps, Step(effects.threshold, Range(205, 230))))
"""Black and white with the limit far too high: paper becomes specks, strokes swell."""


def _draw_bad_fax(rng: np.random.Generator) -> ScanConditions:
    """Draw a fax or a badly set driver; fax lines are not square: 204 by 196 a inch."""
    chosen = pick({TOO_PALE: 0.4, TOO_DARK: 0.4, ORDERED: 0.2}, rng)
    if happens(0.3, rng):
        return replace(chosen, dpi=200, scanner=replace(chosen.scanner, anisotropy_sd=0.01))
    return replace(chosen, dpi=int(rng.choice((200, 240, 300))))


def _draw_office(rng: np.random.Generator) -> ScanConditions:
    """Draw a device: half of them are good, half vary as far as devices reasonably do."""
    if happens(0.5, rng):
        return OFFICE
    quality = Range(40, 95).draw(rng)
    scan_steps = (
        Step(effects.grey_paper, Range(0, 30)),
        Step(effects.tint, Range(0.0, 0.15), share=0.5),
        Step(effects.add_specks, Range(1, 8), share=0.25),
        Step(effects.bend_contrast, _about(Range(-0.4, 0.5).draw(rng), 0.05)),
        Step(effects.shade, Range(0.005, 0.1)),
        Step(effects.soften, _about(Range(0.02, 0.1).draw(rng), 0.01)),
        Step(effects.add_noise, Range(1, 7)),
        *((Step(effects.sharpen, _about(Range(0.3, 1.8).draw(rng), 0.1)),) if happens(0.5, rng) else ()),
    )
    return replace(
        OFFICE,
        name="office-varied",
        dpi=int(rng.choice((150, 200, 240, 300, 400))),
        print_steps=(Step(effects.fade_black, Range(0, 90)),),
        scan_steps=scan_steps,
        jpeg_quality=_about(quality, 2.0),
    )


def _about(value: float, reach: float) -> Range:
    """Return the values that one device gives: near ``value``."""
    return Range(value - reach, value + reach)


FAX_BAD = Mix("fax-bad", _draw_bad_fax)
"""Black and white, 200 to 300 dpi, with limits far too low or too high, or dithered in a pattern."""

MIXED_OFFICE = Mix("mixed-office", _draw_office)
"""Many offices: half of their devices are good, the others vary in everything, 150 to 400 dpi."""

_HARD: tuple[Conditions, ...] = (
    PHOTOCOPY, COPY_OF_COPY, FAX_1BIT, FAX_BAD, DITHERED, LOW_DPI, ROUGH, SKEWED, CROPPED, WORN, STAMPED, PHONE_PHOTOS,
)  # fmt: skip


def _draw_hard(rng: np.random.Generator) -> ScanConditions:
    return _HARD[int(rng.integers(len(_HARD)))].drawn(rng)


HARD = Mix("hard", _draw_hard)
"""All hard conditions together: every file is made under one of them."""

PRESETS: Mapping[str, Conditions] = MappingProxyType(
    {
        **CONDITIONS,
        **{each.name: each for each in (COPY_OF_COPY, CROPPED, FINE, ORDERED, TOO_PALE, TOO_DARK)},
        **{each.name: each for each in (FAX_BAD, MIXED_OFFICE, HARD)},
    }
)
"""All presets by name: single devices, and mixes of them."""
