"""One page, from pixels to answers: the stages in order, nothing else."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from form_templates.model import FormKey, FormTemplate, ItemId
from omr.decisions import decide_page, gather_evidence, mark_readings, suspect_blanks
from omr.form_choice.choosing import FormChooser
from omr.health.page_health import find_plain_print, measure_health
from omr.images.page_image import GrayImage, PageImage, ScanFile, UnreadableScan
from omr.images.preprocess import enough_px, prepare
from omr.images.sampling import Patches
from omr.marks.full_fills import with_full_fills
from omr.marks.handwriting import SeenFields, measure_fields
from omr.marks.ink_signing import sign_ink
from omr.marks.learned_blank import EmptyAreas, learn_blank, with_learned
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.mark_model import load_mark_model
from omr.marks.measuring import Measurements, build_zones, measure_marks
from omr.marks.neighbours_ink import without_neighbours_ink
from omr.marks.seals import without_seals
from omr.marks.stray_ink import Surroundings
from omr.marks.suspect_blanks import find_suspect_blanks
from omr.registration.cover_sheets import find_cover_codes
from omr.registration.form_model import FormModel, build_form_model
from omr.registration.identifying import other_template
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.registration.locating import locate_page
from omr.registration.page_identity import find_form_code
from omr.results import ItemReading, PageOutcome, PageReading, Reason
from omr.settings import ReadingSettings
from omr.shared_images.image_parts import ImagePart
from omr.shared_images.several_pages import Finder, find_pages


def find_page(
    scan: ScanFile, index: int, form: FormModel, page: PageImage | None = None
) -> LocatedPage | RegistrationFailure:
    """Load one page of a file, no finer than is needed, and find out which page of the form lies where in it.

    Args:
        scan: The opened file.
        index: 0-based page of it.
        form: The only form it can be of.
        page: The page as it would be loaded, if it was already.

    Raises:
        UnreadableScan: The page cannot be turned into an image.
    """
    page = page or scan.load(index, enough_px=enough_px(form.long_side_mm))
    if not form.pages[0].layout.fiducials and (cover := _as_cover(page, patiently=False)):
        return cover  # a form made elsewhere is known by its print alone, and a cover has much of that
    located = locate_page(prepare(page, form.long_side_mm), form, lambda: scan.load(index))
    if isinstance(located, LocatedPage) or located.reason in _SETTLED:
        return located
    return _as_cover(page, patiently=True) or located


def find_page_of_any(scan: ScanFile, index: int, chooser: FormChooser) -> LocatedPage | RegistrationFailure:
    """Do the same where the page may be of several forms; one whose code is read is found as if there were no other.

    Raises:
        UnreadableScan: The page cannot be turned into an image.
    """
    enough = enough_px(chooser.long_side_mm)
    page = scan.load(index, enough_px=enough)
    if code := find_form_code(page):
        form = chooser.form(code.form)
        if form is None:
            return other_template(code)
        return find_page(scan, index, form, page if enough_px(form.long_side_mm) == enough else None)
    if cover := _as_cover(page, patiently=False):
        return cover
    located = chooser.locate(page, lambda: scan.load(index))
    if isinstance(located, LocatedPage) or located.reason in _SETTLED:
        return located
    return _as_cover(page, patiently=True) or located


def _as_cover(page: PageImage, *, patiently: bool) -> RegistrationFailure | None:
    """Return what a cover of a stack says, see ``omr.units.stacks``; None if the page is none."""
    codes = find_cover_codes(page.pixels, patiently=patiently)
    said = " ".join(sorted(code.encode() for code in codes))
    return RegistrationFailure(PageOutcome.COVER, None, said) if codes else None


_SETTLED = (Reason.OTHER_TEMPLATE, Reason.BLANK_PAGE, Reason.DARK_PAGE, Reason.FORM_IN_DOUBT)
"""Reasons that a page is no cover."""


_WORTH_COLOUR = 1e-3  # P(wrong) of an accepted answer from which on a page is loaded in colour for it

InColour = Callable[[int], PageImage]
"""Loads a page in colour, its longer side at least so many pixels long where it was delivered as large."""


@dataclass(frozen=True, slots=True, eq=False)
class _JudgedMarks:
    """What was made of a page's response areas as they were measured."""

    measured: Measurements
    likelihoods: LogLikelihoods
    items: tuple[ItemReading, ...]

    @property
    def doubtful(self) -> frozenset[ItemId]:
        """The items that a person would be asked about."""
        return frozenset(item.item_id for item in self.items if item.flags)

    @property
    def may_be_wrong(self) -> bool:
        """Whether any answer is so doubtful that a second look pays, though a person might not be asked."""
        return any(item.flags or item.p_wrong > _WORTH_COLOUR for item in self.items)


def _as_sure(judged: _JudgedMarks, before: _JudgedMarks) -> _JudgedMarks:
    """Return what a second look gave, in which an item that was doubtful before stays so unless that settles it."""
    doubts = {item.item_id: item.flags for item in before.items}
    items = tuple(
        replace(item, flags=doubts[item.item_id]) if not item.flags and item.p_wrong > _WORTH_COLOUR else item
        for item in judged.items
    )
    return replace(judged, items=items)


@dataclass(frozen=True, slots=True, eq=False)
class SeenPage:
    """What was seen of a page that was read.

    Attributes:
        page: The page where it was found.
        measured: Its response areas.
        likelihoods: What the mark model says of them.
    """

    page: LocatedPage
    measured: Measurements
    likelihoods: LogLikelihoods


class PageReader:
    """Read pages of one form; the same page gives the same reading, whatever was read before.

    Args:
        template: The form.
        blank_pages: Its blank print at 300 dpi.
        settings: What the survey wants.
        learned: What the batch learned of the blank print, by page number, see ``omr.marks.learned_blank``.
    """

    def __init__(
        self,
        template: FormTemplate,
        blank_pages: Sequence[GrayImage],
        settings: ReadingSettings,
        learned: Mapping[int, Patches] = MappingProxyType({}),
    ) -> None:
        self._form = with_learned(build_form_model(template, blank_pages), learned)
        self._zones = {page.layout.number: build_zones(page) for page in self._form.pages}
        self._plain = {
            page.number: find_plain_print(blank, page) for page, blank in zip(template.pages, blank_pages, strict=True)
        }
        self._surroundings = {page.layout.number: Surroundings(page) for page in self._form.pages}
        self._settings = settings

    @property
    def form(self) -> FormModel:
        """The form it reads."""
        return self._form

    def read_page(self, scan: ScanFile, index: int) -> PageReading:
        """Read one page of a file: load it, find it, measure it, decide it.

        Raises:
            UnreadableScan: The page cannot be turned into an image.
        """
        return self.look_at_page(scan, index)[0]

    def look_at_page(self, scan: ScanFile, index: int) -> tuple[PageReading, SeenPage | None]:
        """Read one page as ``read_page`` does; returns what was seen beside the reading, None if it is not read."""
        return _read_all(scan, index, self._find, self._form.long_side_mm, self.read_located)

    def _find(self, scan: ScanFile, index: int) -> LocatedPage | RegistrationFailure:
        return find_page(scan, index, self._form)

    def read_located(
        self, located: LocatedPage | RegistrationFailure, in_colour: InColour | None = None
    ) -> tuple[PageReading, SeenPage | None]:
        """Measure and decide a page found by the engine or by a person; returns what ``look_at_page`` does.

        Args:
            located: The page.
            in_colour: Loads it in colour, which is asked for only where colour could settle a doubt.
        """
        if isinstance(located, RegistrationFailure):
            return PageReading(located.outcome, located.reason, located.detail), None
        number, fields = located.model.layout.number, measure_fields(located)
        first = self._judged(located, measure_marks(located, self._zones[number]), fields)
        stamped = self._without_seals(located, first, in_colour)
        judged = self._judged(located, stamped, fields) if stamped is not None else first
        alone = self._without_neighbours(located, judged)
        judged = self._judged(located, alone, fields) if alone is not None else judged
        judged = _as_sure(judged, first) if stamped is not None else judged
        suspects = self._suspects(located, judged, first if stamped is not None else None)
        measured, likelihoods = judged.measured, judged.likelihoods
        reading = PageReading(
            PageOutcome.READ,
            identity=located.identity,
            registration=located.registration,
            items=suspect_blanks(judged.items, suspects),
            marks=mark_readings(located.model.layout.areas, located.model.items, measured.fill_ratio, likelihoods),
            health=measure_health(located, measured, self._plain[number]),
            ink=sign_ink(measured, measured.prints.tolerant, likelihoods.is_mark_or_was),
        )
        return reading, SeenPage(located, measured, likelihoods)

    def _judged(self, located: LocatedPage, measured: Measurements, fields: SeenFields) -> _JudgedMarks:
        """Decide what was measured, in the light of what the form says about taking back."""
        said = load_mark_model().log_likelihoods(measured, measured.prints.blank)
        likelihoods = with_full_fills(said, measured.fill_ratio, self._form.template.taking_back.blackened)
        areas, missing = located.model.layout.areas, (measured.is_hidden, measured.is_off)
        evidence = gather_evidence(areas, likelihoods, located.misplaced_mm, *missing)
        tolerance = self._settings.tolerance
        items = decide_page(located.model.items, evidence, fields.ink_shares, tolerance, fields.unseen)
        return _JudgedMarks(measured, likelihoods, items)

    def _without_seals(
        self, located: LocatedPage, judged: _JudgedMarks, in_colour: InColour | None
    ) -> Measurements | None:
        if in_colour is None or located.image.source.is_grey or not judged.may_be_wrong:
            return None
        zones = self._zones[located.model.layout.number]
        try:
            page = in_colour(max(located.image.source.pixels.shape) - 1)  # of odd sides, halves are rounded up
        except (UnreadableScan, MemoryError):  # colour takes three times the memory; in grey the page is read
            return None
        return without_seals(located, judged.measured, judged.likelihoods, zones, page.pixels)

    def _without_neighbours(self, located: LocatedPage, judged: _JudgedMarks) -> Measurements | None:
        number = located.model.layout.number
        around, zones = self._surroundings[number], self._zones[number]
        return without_neighbours_ink(located, judged.measured, judged.likelihoods, around, zones, judged.doubtful)

    def _suspects(
        self, located: LocatedPage, judged: _JudgedMarks, under_seals: _JudgedMarks | None
    ) -> Collection[ItemId]:
        """Return the blank items that a person should see: with ink near them, or doubtful until a seal was gone."""
        around = self._surroundings[located.model.layout.number]
        suspects = find_suspect_blanks(located, judged.measured, judged.likelihoods, around, judged.items)
        if under_seals is None:
            return suspects
        blank = {item.item_id for item in judged.items if not item.answer and not item.flags}
        return suspects | (blank & {item.item_id for item in under_seals.items if item.answer or item.flags})

    def learn(self, found: Sequence[EmptyAreas]) -> dict[int, Patches]:
        """Return what pages that were looked at teach about the blank print; see ``omr.marks.learned_blank``."""
        return learn_blank(found, self._form)


class PileReader:
    """Read pages of one form or of several in one pile; with one it reads as ``PageReader`` does.

    Args:
        readers: One for each form, in the order of the survey.
    """

    def __init__(self, readers: Sequence[PageReader]) -> None:
        self._readers = {reader.form.template.key: reader for reader in readers}
        self._only = readers[0] if len(readers) == 1 else None
        self._chooser = FormChooser([reader.form for reader in readers])

    @property
    def first(self) -> PageReader:
        """The reader of the form that the survey began with."""
        return next(iter(self._readers.values()))

    def look_at_page(self, scan: ScanFile, index: int) -> tuple[PageReading, SeenPage | None]:
        """Read one page of a file; returns what was seen beside the reading, None if it is not read.

        Raises:
            UnreadableScan: The page cannot be turned into an image.
        """
        if self._only is not None:
            return self._only.look_at_page(scan, index)
        return _read_all(scan, index, self._find, self._chooser.long_side_mm, self._read_located)

    def _find(self, scan: ScanFile, index: int) -> LocatedPage | RegistrationFailure:
        return find_page_of_any(scan, index, self._chooser)

    def _read_located(
        self, located: LocatedPage | RegistrationFailure, in_colour: InColour | None
    ) -> tuple[PageReading, SeenPage | None]:
        form = located.identity.form if isinstance(located, LocatedPage) else self.first.form.template.key
        return self._readers[form].read_located(located, in_colour)

    def learn(self, found: Sequence[EmptyAreas]) -> dict[FormKey, dict[int, Patches]]:
        """Return what pages that were looked at teach about the blank print of each form."""
        taught = {
            key: reader.learn([each for each in found if self._only is not None or each.form == key])
            for key, reader in self._readers.items()
        }
        return {key: pages for key, pages in taught.items() if pages}


def _read_all(
    scan: ScanFile,
    index: int,
    find: Finder,
    long_side_mm: float,
    read: Callable[[LocatedPage | RegistrationFailure, InColour | None], tuple[PageReading, SeenPage | None]],
) -> tuple[PageReading, SeenPage | None]:
    """Read every page on one page of a file; the first is the reading, the others are ``further`` in it."""

    def in_colour(enough_px: int) -> PageImage:
        return scan.load(index, colour=True, enough_px=enough_px)

    pages = find_pages(scan, index, find, long_side_mm)
    read_pages = ((page, *read(page.found, in_colour if page.part is None else None)) for page in pages)
    first, *further = [(_on_image(reading, page.part), seen) for page, reading, seen in read_pages]
    reading, seen = first
    return (replace(reading, further=tuple(each for each, _ in further)) if further else reading), seen


def _on_image(reading: PageReading, part: ImagePart | None) -> PageReading:
    """Return the reading of a part of an image with its place on that image."""
    if part is None or reading.registration is None:
        return reading
    mapping = part.from_part @ np.array(reading.registration.template_to_scan).reshape(3, 3)
    registration = replace(reading.registration, template_to_scan=tuple(mapping.ravel().tolist()))
    return replace(reading, registration=registration)
