"""A survey with simulated paper and known readings, made in seconds and without the engine."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from form_templates.loading import load_template
from form_templates.printing import Recipient, print_forms
from omr.opencv import cv2
from omr.results import (
    Flag,
    IdentitySource,
    ItemReading,
    MarkReading,
    PageIdentity,
    PageOutcome,
    PageReading,
    Reason,
    Registration,
)
from omr.settings import ReadingSettings
from omr.simulation.printed import PdfPages
from omr.simulation.scan_files import FileFormat
from omr.simulation.scanner import ScanConditions
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import ItemTruth, PageTruth, Pile
from omr.store import Content
from omr.survey import Survey
from omr.units import SHIPPED_UNITS, Unit, load_units

TEMPLATE = "sipas-2020"
UNITS = ("09163", "09166")
_DPI = 150
_FLAGGED_PLAIN = 29  # every so many-th plain answer is doubted, as a machine would


def simulate(out: Path, *, respondents: int, seed: int = 7) -> Pile:
    """Print, fill in and scan forms of the shipped template."""
    out.mkdir(parents=True, exist_ok=True)
    template = load_template(TEMPLATE)
    recipients = [Recipient(unit.code, unit.name) for unit in _units()]
    print_forms(template, out / "blank.pdf", recipients=recipients, copies=respondents // len(recipients))
    return simulate_pile(
        template,
        respondents=respondents,
        units=_units(),
        seed=seed,
        out=out / "scans",
        blank_pages=PdfPages(out / "blank.pdf", len(template.pages)),
        conditions=ScanConditions("demo", dpi=_DPI, turns=((0, 1.0),)),
        file_format=FileFormat.PDF_JPEG,
    )


def build_demo_survey(folder: Path, pile: Pile, *, name: str = "Sự hài lòng của người dân, Bắc Ninh") -> Survey:
    """Make a survey that holds the pile as if the engine had read it, and some pages that it could not read."""
    survey = Survey.create(folder, TEMPLATE, name=name, round_name="2020", units=load_units(SHIPPED_UNITS))
    batch = survey.store.start_batch(ReadingSettings().as_dict())
    for file, pages in groupby(pile.pages, key=lambda page: page.file):
        _deliver(survey, batch, pile.folder / file, list(_readings(survey, list(pages))))
    _deliver_unread(survey, batch, pile.files[0])
    survey.store.finish_batch(batch)
    return survey


def _units() -> list[Unit]:
    by_code = {unit.code: unit for unit in load_units(SHIPPED_UNITS)}
    return [by_code.get(code, Unit(code, code)) for code in UNITS]


def _deliver(survey: Survey, batch: int, path: Path, readings: list[PageReading], name: str = "") -> None:
    key = f"{name or path.name}-{path.stat().st_size}".replace("/", "-")
    extension = path.suffix
    survey.scan_path(key, extension).write_bytes(path.read_bytes())
    survey.store.add_delivery(batch, name or path.name, "", Content(key, extension, None), path.stat().st_size)
    survey.store.set_page_count(key, len(readings))
    for number, reading in enumerate(readings, start=1):
        survey.store.save_page(key, number, reading)


def _deliver_unread(survey: Survey, batch: int, path: Path) -> None:
    unread = [
        PageReading(PageOutcome.BLANK, Reason.BLANK_PAGE),
        PageReading(PageOutcome.UNREADABLE, Reason.TOO_FEW_FIDUCIALS, "1/4"),
        PageReading(PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE, "HCAHPS 2"),
    ]
    _deliver(survey, batch, path, unread, name="quầy 2.pdf")
    survey.store.refuse_delivery(batch, "công văn.pdf", "", Reason.FILE_ENCRYPTED, "")
    first = survey.store.deliveries()[0]
    content = survey.store.content(first.content_hash or "")
    assert content is not None
    survey.store.add_delivery(batch, "bản sao.pdf", "", content, 1)


def _readings(survey: Survey, pages: list[PageTruth]) -> Iterator[PageReading]:
    layouts = {layout.number: layout for layout in survey.template.pages}
    for page in pages:
        layout = layouts[page.page]
        items = {item: reading for item, reading in _item_readings(page)}
        marks = tuple(
            MarkReading(area.item_id, area.option, 0.0, float(area.option in items[area.item_id].answer), ())
            for area in layout.areas
        )
        yield PageReading(
            PageOutcome.READ,
            identity=PageIdentity(
                TEMPLATE, survey.template.version, page.page, page.unit, page.serial, IdentitySource.CODE
            ),
            registration=_registration(page, layout.width_mm, layout.height_mm),
            items=tuple(items.values()),
            marks=marks,
        )


def _item_readings(page: PageTruth) -> Iterator[tuple]:
    for place, (item, truth) in enumerate(page.items.items()):
        flags = _flags(truth, place + page.respondent)
        yield item, ItemReading(item, truth.answer, 0.08 if flags else 1e-6, flags)
    for item, text in page.written.items():
        yield item, ItemReading(item, (text,) if text else (), 0.5, frozenset({Flag.HANDWRITING}))


def _flags(truth: ItemTruth, place: int) -> frozenset[Flag]:
    if not truth.is_decidable:
        return frozenset({Flag.DOUBLE_MARK})
    if not truth.is_plain:
        return frozenset({Flag.CANCELLED_MARK})
    return frozenset({Flag.UNCERTAIN}) if place % _FLAGGED_PLAIN == 0 else frozenset()


def _registration(page: PageTruth, width_mm: float, height_mm: float) -> Registration:
    corners_mm = np.array([(0, 0), (width_mm, 0), (width_mm, height_mm), (0, height_mm)], np.float32)
    homography = cv2.getPerspectiveTransform(corners_mm, np.array(page.corners_px, np.float32))
    return Registration(tuple(homography.ravel().tolist()), (0.0,) * 12, 4, 0.05, 0.05, float(_DPI), page.turned_deg)
