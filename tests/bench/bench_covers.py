"""How covers of stacks are recognised, on simulated scanners of all kinds: right, not recognised, wrong.

Run: python -m tests.bench.bench_covers [covers of each device]
"""

import sys
import time
from collections import Counter

from form_templates.cover_code import CoverCode, CoverSide
from form_templates.model import Language
from form_templates.typesetting.covers import CoveredUnit, covers_pdf
from omr.images.page_image import to_gray
from omr.opencv import cv2
from omr.registration.cover_sheets import find_cover_codes
from omr.simulation.chance import stream
from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scanner import print_blank, scan_page, wear
from omr.simulation.effects import Image
from omr.simulation.printed import PdfPages
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units

SEED = 20_260_115
COVERS = 24


def main(covers: int = COVERS) -> bool:
    """Print a table, a row for each device; returns whether no cover was taken for another one."""
    units = load_units(SHIPPED_UNITS)
    pdf = covers_pdf("Khảo sát", [CoveredUnit(unit.code, unit.name) for unit in units], Language.VIETNAMESE)
    pages = PdfPages(pdf, pages_per_copy=len(tuple(CoverSide)))
    total: Counter[str] = Counter()
    print(f"{'device':16} {'right':>6} {'doubtful':>9} {'wrong':>6}  ms a cover")
    for number, name in enumerate(PRESETS):
        begun_s, spent_s = Counter[str](), 0.0
        for index in range(covers):
            rng = stream(SEED, number, index)
            place = int(rng.integers(2 * len(units)))
            image = _scanned(pages, place, name, rng)
            start_s = time.perf_counter()
            found = find_cover_codes(image, patiently=True)
            spent_s += time.perf_counter() - start_s
            begun_s[_verdict(found, units[place // 2], tuple(CoverSide)[place % 2])] += 1
        total += begun_s
        row = "".join(
            f"{begun_s[verdict]:>{width}}" for verdict, width in (("right", 7), ("doubtful", 10), ("wrong", 7))
        )
        print(f"{name:16}{row}  {1000 * spent_s / covers:.0f}", flush=True)
    print(f"{'all':16}" + "".join(f"{total[each]:>{w}}" for each, w in (("right", 7), ("doubtful", 10), ("wrong", 7))))
    return total["wrong"] == 0


def _scanned(pages: PdfPages, place: int, device: str, rng) -> Image:
    conditions = PRESETS[device].drawn(rng)
    raster = pages.raster(place // 2, place % 2 + 1, conditions.dpi)
    sheet = wear(print_blank(cv2.merge([raster] * 3), conditions, rng), conditions, rng)
    image = scan_page(sheet, conditions, rng).image
    return image if image.ndim == 2 else to_gray(image)


def _verdict(found: frozenset[CoverCode], unit: Unit, side: CoverSide) -> str:
    if len(found) != 1:
        return "doubtful"
    (code,) = found
    return "right" if code.side is side and code.names(unit.code, unit.name) else "wrong"


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:2])) else 1)
