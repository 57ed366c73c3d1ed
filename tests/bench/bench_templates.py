"""Does every page of a mixed pile find its own form, and do two-page forms of six forms shuffled come together rightly?

Twelve forms: three of ours with codes, and nine made elsewhere without, one of which is another version of one of the
others, with two lines of print changed. Pages of two further forms lie among them and are to be foreign.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np

from form_templates.layout_files import write_layout
from form_templates.loading import freeze_template, load_template
from form_templates.model import FormKey, FormTemplate, PageLayout, Rect
from form_templates.page_code import PageCode
from form_templates.typesetting.printing import Recipient, forms_pdf
from omr.batches.batch import read_batch
from omr.forms.more_forms import add_form
from omr.images.page_image import ScanFile
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.pipeline import PageReader, PileReader
from omr.registration.blank_page import load_blank_pages
from omr.results import IdentitySource, PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings
from omr.simulation.devices.conditions import OFFICE, Conditions
from omr.simulation.devices.presets import HARD
from omr.simulation.effects import Image
from omr.simulation.foreign.forms import ForeignForm, ForeignPages, draw_form
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages, PrintedPages
from omr.simulation.sheets import simulate_pile
from omr.survey.folder import Survey
from omr.units.unit_list import Unit

_UNIT = Unit("09163", "Phường Vũ Ninh", "commune", "Phường")
_OURS = ("sipas-2020", "one-stop-short", "sipas-2023")
_TWO_PAGES, _ONE_PAGE, _STRANGERS = 4, 4, 2
_CHANGED_MM = (80.0, 5.0)  # of print, in two places
_LEAST_INK = 0.06  # of a changed place


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of the bench: its template folder, and its printed copies."""

    folder: Path
    template: FormTemplate
    pages: PrintedPages


@dataclass(frozen=True, slots=True)
class _Page:
    """A scan of one page, and what it is."""

    path: Path
    form: FormKey
    page: int
    sheet: int


class _ChangedPages:
    """Another version of a print-out: two pieces of print on every page are other ones."""

    def __init__(self, pages: PrintedPages, places: dict[int, tuple[Rect, ...]]) -> None:
        self._pages, self._places = pages, places

    def raster(self, copy: int, page: int, dpi: int) -> Image:
        """See ``PrintedPages``; mirrored print is as dark as other words would be."""
        image = self._pages.raster(copy, page, dpi).copy()
        for rect in self._places[page]:
            left, top, right, bottom = (
                round(mm / 25.4 * dpi) for mm in (rect.x_mm, rect.y_mm, rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm)
            )
            image[top:bottom, left:right] = image[top:bottom, left:right][:, ::-1]
        return image

    def code(self, copy: int) -> PageCode | None:
        """See ``PrintedPages``."""
        return self._pages.code(copy)


def run(folder: Path, *, copies: int, seed: int) -> None:
    """Print a line for each kind of scanner, and one for the shuffled pile.

    Args:
        folder: For forms and scans.
        copies: How many of each form each kind of scanner scans.
        seed: Another one gives other forms, people and scanners.
    """
    known, strangers = make_forms(folder / "forms", copies, seed)
    print(f"== Templates: {len(known)} forms in one pile, {copies} copies of each and kind of scanner, seed {seed}")
    several, alone = _reader(known), {form.template.key: _reader([form]) for form in known}
    for name, conditions in (("office", OFFICE), ("hard", HARD)):
        pages = list(_scans(folder / name, [*known, *strangers], conditions, copies, seed))
        _measure(name, pages, several, alone)
    _shuffle(folder / "shuffled", [form for form in known if len(form.template.pages) == 2][:6], copies, seed)


def make_forms(folder: Path, copies: int, seed: int) -> tuple[list[_Form], list[_Form]]:
    """Return twelve forms, the last of them another version of the fourth, and two that are in no survey."""
    ours = [_ours(folder / name, name, copies) for name in _OURS]
    drawn = list(_drawn(folder, seed))
    known, strangers = drawn[:-_STRANGERS], drawn[-_STRANGERS:]
    return [*ours, *known, _changed(folder / "changed", known[0])], strangers


def _ours(folder: Path, name: str, copies: int) -> _Form:
    template = freeze_template(name, folder)
    pdf = forms_pdf(template, recipients=[Recipient(_UNIT.code, _UNIT.name)], copies=copies)
    return _Form(folder, template, PdfPages(pdf, len(template.pages)))


def _drawn(folder: Path, seed: int) -> Iterator[_Form]:
    """Yield forms made elsewhere: those of two pages, those of one, and the strangers."""
    wanted = [2] * _TWO_PAGES + [1] * (_ONE_PAGE + _STRANGERS)
    for number in count(seed * 1000):
        if not wanted:
            return
        form: ForeignForm = draw_form(number)
        if len(form.template.pages) == wanted[0]:
            wanted.pop(0)
            path = folder / form.template.template_id
            form.save(path)
            yield _Form(path, load_template(path), ForeignPages(form.pdf, len(form.template.pages)))


def _changed(folder: Path, form: _Form) -> _Form:
    """Return the second version of a form, on which a few words are other ones."""
    folder.mkdir()
    text = (form.folder / "template.toml").read_text(encoding="utf-8")
    (folder / "template.toml").write_text(text.replace("version = 1", "version = 2", 1), encoding="utf-8")
    template = replace(form.template, version=2)
    write_layout(template, folder / "layout.json")
    pages = _ChangedPages(form.pages, {page.number: _words(form, page) for page in template.pages})
    for page in template.pages:
        data = cv2.imencode(".png", pages.raster(0, page.number, 300))[1].tobytes()
        (folder / f"blank-{page.number}.png").write_bytes(data)
    return _Form(folder, load_template(folder), pages)


def _words(form: _Form, page: PageLayout) -> tuple[Rect, ...]:
    """Return two places of a page with print and without response areas."""
    dpi = 100
    image = form.pages.raster(0, page.number, dpi)
    width_mm, height_mm = _CHANGED_MM
    taken = [area.rect for area in page.areas] + [field.rect for field in page.fields]
    found: list[tuple[float, Rect]] = []
    for y_mm in np.arange(8, page.height_mm - 12, 2.5):
        for x_mm in np.arange(8, page.width_mm - width_mm - 8, 10):
            rect = Rect(float(x_mm), float(y_mm), width_mm, height_mm)
            rows = slice(round(rect.y_mm / 25.4 * dpi), round((rect.y_mm + height_mm) / 25.4 * dpi))
            columns = slice(round(rect.x_mm / 25.4 * dpi), round((rect.x_mm + width_mm) / 25.4 * dpi))
            ink = float((image[rows, columns] < 128).mean())
            if _LEAST_INK < ink < 0.4 and not any(rect.overlaps(other) for other in taken):
                found.append((abs(ink - 0.12), rect))
    chosen: list[Rect] = []
    for _, rect in sorted(found, key=lambda each: each[0]):
        if not any(rect.overlaps(other) for other in chosen):
            chosen.append(rect)
    return tuple(chosen[:2])


def _reader(forms: Sequence[_Form]) -> PileReader:
    return PileReader(
        [PageReader(each.template, load_blank_pages(each.folder, each.template), ReadingSettings()) for each in forms]
    )


def _scans(folder: Path, forms: Sequence[_Form], conditions: Conditions, copies: int, seed: int) -> Iterator[_Page]:
    for number, form in enumerate(forms):
        out = folder / f"{number:02}"
        order = PileOrder(respondents=copies, seed=seed * 100 + number, conditions=conditions)
        pile = simulate_pile(form.template, [_UNIT], form.pages, out, order)
        for page in pile.pages:
            yield _Page(out / page.file, form.template.key, page.page, page.respondent)


def _measure(name: str, pages: Sequence[_Page], several: PileReader, alone: dict[FormKey, PileReader]) -> None:
    """Read pages among all forms, and by their own form alone where they are not found, or of the first copy."""
    verdicts: Counter[str] = Counter()
    spent_s: dict[str, list[float]] = {"code": [], "print": [], "alone": []}
    for page in pages:
        with open_scan(page.path) as scan:
            reading, seconds = _timed(several, scan)
            own = alone.get(page.form)
            is_found = reading.identity is not None and reading.identity.form == page.form
            by_itself = None
            if own and (page.sheet == 0 or not is_found):
                by_itself, alone_s = _timed(own, scan)
                spent_s["alone"].append(alone_s)
        is_by_code = reading.identity is not None and reading.identity.source is IdentitySource.CODE
        spent_s["code" if is_by_code else "print"].append(seconds)
        verdict = _verdict(page, reading, by_itself, is_known=own is not None)
        verdicts[verdict] += 1
        if verdict not in ("right", "stranger left out"):
            what = f"{page.form} page {page.page}, {page.path.parent.name}/{page.path.name}"
            told = f"{identity_of(reading)} {reading.reason or ''} {reading.detail}"
            print(f"   {verdict}: {what}: {told}", flush=True)
    own_pages = sum(page.form in alone for page in pages)
    shown = ", ".join(f"{number} {verdict}" for verdict, number in sorted(verdicts.items()))
    costs = ", ".join(f"{kind} {np.mean(times):.2f} s" for kind, times in spent_s.items() if times)
    right = f"{verdicts['right'] / own_pages:.2%} right"
    print(f"{name:8} {own_pages} pages: {shown}; {right}; processor time a page: {costs}", flush=True)


def identity_of(reading: PageReading) -> str:
    """Name the form and page that a page was read as; empty if it was not read."""
    return f"{reading.identity.form} page {reading.identity.page}" if reading.identity else ""


def _timed(reader: PileReader, scan: ScanFile) -> tuple[PageReading, float]:
    start_s = time.process_time()
    reading = reader.look_at_page(scan, 0)[0]
    return reading, time.process_time() - start_s


def _verdict(page: _Page, reading: PageReading, by_itself: PageReading | None, *, is_known: bool) -> str:
    identity = reading.identity
    if not is_known:
        return "stranger read" if identity else "stranger left out"
    if identity is None:
        if reading.reason is Reason.FORM_IN_DOUBT:
            return "doubtful"
        return "lost" if by_itself and by_itself.outcome is PageOutcome.READ else "unreadable alone too"
    if identity.form != page.form:
        return "wrong form"
    return "right" if identity.page == page.page else "wrong page"


def _shuffle(folder: Path, forms: Sequence[_Form], copies: int, seed: int) -> None:
    """Read the two-page forms of six forms, shuffled, as a survey does, and see which pages came together."""
    sheets = list(_scans(folder / "made", forms, OFFICE, copies, seed + 1))
    by_sheet: dict[tuple[FormKey, int], list[_Page]] = {}
    for page in sheets:
        by_sheet.setdefault((page.form, page.sheet), []).append(page)
    rng = np.random.default_rng(seed)
    order = [list(by_sheet)[place] for place in rng.permutation(len(by_sheet))]
    pile = folder / "pile"
    pile.mkdir()
    names = {}
    for place, key in enumerate(order):
        for page in sorted(by_sheet[key], key=lambda each: each.page):
            name = f"{place:04}-{page.page}{page.path.suffix}"
            names[name] = key
            page.path.rename(pile / name)
    with Survey.create(folder / "survey", forms[0].folder, units=(_UNIT,)) as survey:
        for form in forms[1:]:
            add_form(survey, form.folder)
    with Survey.open(folder / "survey") as survey:
        read_batch(survey, [pile])
        whole = mixed = 0
        for template in survey.forms.templates:
            for response in survey.of_form(template).responses():
                truths = {names[page.source] for page in response.pages}
                is_whole = truths == {next(iter(truths))} and len(response.pages) == 2
                whole += is_whole and next(iter(truths))[0] == template.key
                mixed += len(truths) > 1 or next(iter(truths))[0] != template.key
    print(f"shuffled {len(order)} two-page forms of {len(forms)} templates: {whole} put together, {mixed} mixed up")
