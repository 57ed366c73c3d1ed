"""Whether readings hinge on what means nothing: places 0.01 mm beside, a grey level, another encoding or order.

Every way of saying the same is read beside the original. What is counted: answers that become others, answers that a
person sees in one of the two only, and by how much the stated probability of being wrong changes.
"""

import json
import math
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from form_templates.model import ItemId
from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.results import ItemReading
from omr.simulation.foreign.piles import make_foreign_pile
from omr.simulation.people.respondents import Population
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.survey.folder import Survey
from tests.bench.bench_real import import_case
from tests.bench.piles import pile_order
from tests.bench.real_cases import find_cases

_BESIDE_MM = 0.01
_QUALITY = 95
_LAYOUT = "layout.json"
_FORMS = (("office", "jpeg-grey"), ("phone", "jpeg-colour"), ("fax-1bit", "tiff-g4"), ("photocopy", "jpeg-grey"))
_SHEETS = 4
_SUREST = 1e-6  # below, the stated probability makes no difference to anybody

Readings = Mapping[tuple[str, int, ItemId], ItemReading]
"""By name of the file without its ending, page in it and item."""


@dataclass(frozen=True, slots=True)
class Unsteady:
    """How readings differ from those of the original.

    Attributes:
        answers: How many are in both.
        missing: How many are in one only.
        others: How many are other answers.
        fates: How many are accepted in one and left to a person in the other.
        factor: Geometric mean of the factors by which the stated probabilities of being wrong differ.
    """

    answers: int
    missing: int
    others: int
    fates: int
    factor: float


def compare_readings(original: Readings, varied: Readings) -> Unsteady:
    """Compare the readings of the same pages."""
    pairs = [(original[key], varied[key]) for key in original.keys() & varied.keys()]
    logs = [abs(math.log(max(a.p_wrong, _SUREST) / max(b.p_wrong, _SUREST))) for a, b in pairs]
    return Unsteady(
        len(pairs),
        len(original.keys() ^ varied.keys()),
        sum(set(a.answer) != set(b.answer) for a, b in pairs),
        sum(bool(a.flags) != bool(b.flags) for a, b in pairs),
        math.exp(sum(logs) / len(logs)) if logs else 1.0,
    )


def run(folder: Path, *, seed: int, cases: Path | None) -> None:
    """Read simulated forms made elsewhere, and real ones where there are any, in every way, and print what differs.

    Args:
        folder: For templates, scans and surveys.
        seed: Another one gives other forms.
        cases: A folder of real cases, see ``tests.bench.bench_real``.
    """
    print("== Steady: what differs where nothing that matters does")
    for name, template, scans in (*_simulated(folder / "steady", seed), *_real(folder / "steady", cases)):
        original = _read(template, scans, folder / "steady" / f"{name}-original")
        print(f"-- {name}: {len(original)} answers")
        for way, vary in _WAYS.items():
            place = folder / "steady" / f"{name}-{way.replace(' ', '-')}"
            shutil.copytree(template, place / "template")
            shutil.copytree(scans, place / "scans")
            vary(place)
            found = compare_readings(original, _read(place / "template", place / "scans", place / "survey"))
            print(
                f"   {way}: {found.others} other answers, {found.fates} accepted in one only, {found.missing} missing, "
                f"P(wrong) by a factor of {found.factor:.2f}",
                flush=True,
            )
            shutil.rmtree(place)


def _simulated(folder: Path, seed: int) -> Iterable[tuple[str, Path, Path]]:
    for number, (conditions, file_format) in enumerate(_FORMS):
        place = folder / conditions
        place.mkdir(parents=True)
        order = pile_order(
            _SHEETS, seed + number, conditions=conditions, file_format=file_format, population=Population.exam()
        )
        make_foreign_pile(place, order, jobs=default_jobs())
        yield conditions, place / TEMPLATE_FOLDER, place / SCANS_FOLDER


def _real(folder: Path, cases: Path | None) -> Iterable[tuple[str, Path, Path]]:
    for case in find_cases(cases) if cases else ():
        place = folder / case.name
        place.mkdir(parents=True)
        if import_case(case, place / "template"):
            yield case.name, place / "template", case.scans[0].parent


def _read(template: Path, scans: Path, folder: Path) -> Readings:
    with Survey.create(folder, template) as survey:
        read_batch(survey, [scans])
        return {
            (Path(page.source).stem, page.page_in_file, item): reading
            for page in survey.pages()
            for item, reading in page.readings.items()
        }


def _moved(place: Path) -> None:
    def beside(page: dict[str, Any]) -> None:
        for area in page["areas"]:
            area["x_mm"], area["y_mm"] = area["x_mm"] + _BESIDE_MM, area["y_mm"] - _BESIDE_MM

    _vary_layout(place, beside)


def _reordered(place: Path) -> None:
    _vary_layout(place, lambda page: page["areas"].reverse())


def _vary_layout(place: Path, vary: Callable[[dict[str, Any]], None]) -> None:
    path = place / "template" / _LAYOUT
    layout = json.loads(path.read_text(encoding="utf-8"))
    for page in layout["pages"]:
        vary(page)
    path.write_text(json.dumps(layout), encoding="utf-8")


def _paler_blank(place: Path) -> None:
    for path in (place / "template").glob("blank-*.png"):
        pixels = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
        cv2.imwrite(str(path), np.minimum(pixels, 254) + np.uint8(1))


def _recoded_blank(place: Path) -> None:
    for path in (place / "template").glob("blank-*.png"):
        cv2.imwrite(str(path), cv2.imdecode(_as_jpeg(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)), 0))


def _darker_scans(place: Path) -> None:
    for path, pixels in _pictures(place):
        path.unlink()
        cv2.imwrite(str(path.with_suffix(".png")), np.maximum(pixels, 1) - np.uint8(1))


def _recoded_scans(place: Path) -> None:
    for path, pixels in _pictures(place):
        path.unlink()
        path.with_suffix(".jpg").write_bytes(_as_jpeg(pixels).tobytes())


def _pictures(place: Path) -> list[tuple[Path, Any]]:
    """Return the pictures among the scans of a place; files of several pages stay as they are."""
    paths = [path for path in sorted((place / "scans").iterdir()) if path.suffix.lower() in {".jpg", ".jpeg", ".png"}]
    return [(path, cv2.imread(str(path), cv2.IMREAD_UNCHANGED)) for path in paths]


def _as_jpeg(pixels: Any) -> Any:
    return cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1]


_WAYS: Mapping[str, Callable[[Path], None]] = {
    "places 0.01 mm beside": _moved,
    "areas in another order": _reordered,
    "blank a grey level paler": _paler_blank,
    "blank encoded again": _recoded_blank,
    "scans a grey level darker": _darker_scans,
    "scans encoded again": _recoded_scans,
}
