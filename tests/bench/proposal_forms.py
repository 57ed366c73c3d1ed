"""Forms for the bench of proposals, and the ways in which an office has them: as PDF, scanned, copied, filled in."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from form_templates.loading import load_template, template_folder
from form_templates.model import AreaShape, ItemId, MarkStyle, PageLayout, ResponseArea
from omr.forms.issuing import blank_form_pdf
from omr.forms.template_import import import_template
from omr.simulation.chance import stream
from omr.simulation.devices.conditions import OFFICE, PHONE_PHOTOS, PHOTOCOPY, Lie, ScanConditions
from omr.simulation.devices.phone import PHONE
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.devices.scanner import print_blank, scan_page, wear
from omr.simulation.foreign.forms import draw_form
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.bench.real_cases import find_cases
from tests.bench.word_documents import print_documents
from tests.omr.forms.proposing.blank_forms import FORMS
from tests.omr.forms.proposing.sheet import Sheet

WAYS = ("vector", "scan", "photocopy", "filled", "turned", "photograph")

FIRST_SEED = 50_000  # no form below it was looked at for this bench, and those above were never tuned on
COPIES = 10

_SHIPPED = ("one-stop-short", "sipas-2020", "sipas-2023")
_WORD_LIKE = ("inline_boxes", "ringed_digits", "bare_digits", "empty_cells", "sign_boxes", "two_columns")
_SCANNED = replace(
    OFFICE,
    name="scan",
    scanner=Lie(shift_sd_mm=1.2, scale_sd=0.003, anisotropy_sd=0.0007),
    turns=((0, 1.0),),
)
_SKEW_DEG = 1.0
_COPIED = replace(PHOTOCOPY, copied_after_filling=0.0, turns=((0, 1.0),))
_TURNED = replace(_SCANNED, name="turned", turns=((90, 1 / 3), (180, 1 / 3), (270, 1 / 3)))
_PHOTOGRAPHED = replace(PHONE_PHOTOS, phone=replace(PHONE, turns=((0, 1.0),)))
_CONDITIONS = {"scan": _SCANNED, "photocopy": _COPIED, "turned": _TURNED, "photograph": _PHOTOGRAPHED}
_EVERY_WAY = (
    "one-stop-short",
    "inline_boxes",
    "empty_cells",
    "merged-grid",
    "box-lists",
)  # turned and photographed too


@dataclass(frozen=True, slots=True)
class BenchForm:
    """A form with its truth.

    Attributes:
        name: For the table.
        template: The truth.
        pdf: Its blank pages.
        has_wording: Whether its words mean something, so that the direction of scales can be told.
        ways: In which an office has it.
        filled: Copies that people filled in; empty: they are made.
    """

    name: str
    template: Any
    pdf: bytes
    has_wording: bool
    ways: tuple[str, ...] = WAYS[:4]
    filled: tuple[Path, ...] = ()

    def raster(self, page: int) -> np.ndarray:
        """Return a blank page, 1-based, (H, W) uint8 at 300 dpi."""
        return PdfPages(self.pdf, len(self.template.pages)).raster(0, page, 300)


@dataclass(frozen=True, slots=True)
class _Unit:
    code: str = "0"
    name: str = ""


def bench_forms(drawn: int, seed: int) -> Iterator[BenchForm]:
    """Yield the shipped forms, some like those of offices, and some drawn at random."""
    for template_id in _SHIPPED:
        template = load_template(template_id)
        yield BenchForm(template_id, template, blank_form_pdf(template_folder(template_id), template), True)
    for name in _WORD_LIKE:
        yield _word_like(name, FORMS[name]())
    for number in range(drawn):
        form = draw_form(FIRST_SEED + seed * 10_000 + number)
        yield BenchForm(form.template.template_id, form.template, form.pdf, False)


def document_forms(folder: Path) -> Iterator[BenchForm]:
    """Yield the forms that LibreOffice prints; none where it is not installed."""
    folder.mkdir()
    for template, pdf in print_documents(folder):
        yield BenchForm(template.template_id, template, pdf, True)


def real_forms(cases: Path, folder: Path) -> Iterator[BenchForm]:
    """Yield other people's forms: their blanks, which are pictures, and copies that people really filled in."""
    for case in find_cases(cases):
        template = import_template(case.layout, case.blank_pages, folder / case.name)
        layouts = {layout.number: layout for layout in template.pages}
        pictures = [Image.open(path).convert("L") for path in case.blank_pages]
        dpi = pictures[0].width / layouts[1].width_mm * 25.4
        file = io.BytesIO()
        pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
        filled = case.scans[: COPIES * len(template.pages)]
        yield BenchForm(case.name, template, file.getvalue(), False, ("scan", "photocopy", "filled"), filled)


def with_every_way(forms: Iterable[BenchForm]) -> Iterator[BenchForm]:
    """Yield forms, a few of them turned and photographed too."""
    for form in forms:
        yield replace(form, ways=(*form.ways, *WAYS[4:])) if form.name in _EVERY_WAY else form


@dataclass(frozen=True, slots=True)
class _Pages:
    """As much of a template as places need."""

    pages: tuple[PageLayout, ...]


def _word_like(name: str, sheet: Sheet) -> BenchForm:
    """Return a form drawn like those that offices write, with its truth; nobody can fill it in."""
    pdf = sheet.pdf()
    layouts = []
    for number in range(1, sheet.page + 1):
        areas = tuple(
            ResponseArea(ItemId(f"q{place}"), str(option), rect, AreaShape.BOX, MarkStyle.BOX)
            for place, question in enumerate(sheet.questions)
            if question.page == number
            for option, (rect, _) in enumerate(question.options)
        )
        layouts.append(PageLayout(number, 210.0, 297.0, areas))
    return BenchForm(name, _Pages(tuple(layouts)), pdf, False, WAYS[:3])


def files_of(form: BenchForm, way: str, folder: Path, seed: int) -> list[Path]:
    """Return the files in which an office has a form in one of ``WAYS``."""
    folder.mkdir(parents=True, exist_ok=True)
    if way == "vector":
        path = folder / "form.pdf"
        path.write_bytes(form.pdf)
        return [path]
    if way == "filled":
        return list(form.filled) or _filled(form, folder, seed)
    return [_scanned(form, page.number, _CONDITIONS[way], folder, seed) for page in form.template.pages]


def _scanned(form: BenchForm, page: int, conditions: ScanConditions, folder: Path, seed: int) -> Path:
    rng = stream(seed, 77, page)
    blank = print_blank(PdfPages(form.pdf, len(form.template.pages)).raster(0, page, conditions.dpi), conditions, rng)
    skew = _SKEW_DEG * (1 if rng.random() < 0.5 else -1)
    conditions = replace(conditions, scanner=replace(conditions.scanner, skew_sd_deg=0.0))
    turned = (
        replace(blank, lie=_skewed(blank.lie, skew, blank.image.shape))
        if conditions.name in ("scan", "turned")
        else blank
    )
    scan = scan_page(wear(turned, conditions, rng), conditions, rng)
    path = folder / f"page-{page}.jpg"
    stated = {} if conditions.phone else {"dpi": (conditions.dpi, conditions.dpi)}
    Image.fromarray(scan.image).save(path, quality=85, **stated)
    return path


def _skewed(lie: np.ndarray, degrees: float, shape: tuple[int, ...]) -> np.ndarray:
    """Return how a sheet lies that was turned about its middle."""
    angle, middle = np.radians(degrees), np.array([shape[1] / 2, shape[0] / 2])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return np.column_stack([turn @ lie[:, :2], turn @ (lie[:, 2] - middle) + middle])


def _filled(form: BenchForm, folder: Path, seed: int) -> list[Path]:
    order = PileOrder(respondents=COPIES, seed=seed, conditions=OFFICE, file_format=FileFormat.JPEG_GREY)
    printed = PdfPages(form.pdf, len(form.template.pages))
    simulate_pile(form.template, [_Unit()], _Same(printed), folder, order)
    return sorted(folder.glob("*.jpg"))


class _Same:
    """A print-out of which every copy is the same."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages

    def raster(self, copy: int, page: int, dpi: int) -> np.ndarray:
        del copy
        return self._pages.raster(0, page, dpi)

    def code(self, copy: int) -> None:
        del copy
