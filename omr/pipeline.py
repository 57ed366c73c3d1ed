"""One page, from pixels to answers: the stages in order, nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from form_templates.model import FormTemplate, ItemId, ItemKind
from omr.decisions import AreaEvidence, decide_handwriting, decide_items, option_probabilities, suspect_blank
from omr.health.page_health import find_printed_lines, measure_health
from omr.images.page_source import GrayImage, ScanFile
from omr.images.preprocess import enough_px, prepare
from omr.images.sampling import Patches
from omr.marks.handwriting import measure_fields
from omr.marks.ink_signing import sign_ink
from omr.marks.learned_blank import EmptyAreas, learn_blank, with_learned
from omr.marks.mark_model import load_mark_model
from omr.marks.measuring import Measurements, build_zones, measure_marks
from omr.marks.stray_ink import SUSPICIOUS_MM2, Surroundings, suspicious_px
from omr.registration.form_model import FormModel, PageModel, build_form_model
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.registration.locating import locate_page
from omr.results import ItemReading, MarkReading, PageOutcome, PageReading
from omr.settings import ReadingSettings


def find_page(scan: ScanFile, index: int, form: FormModel) -> LocatedPage | RegistrationFailure:
    """Load one page of a file, no finer than is needed, and find out which page of the form lies where in it.

    Raises:
        UnreadableScan: The page cannot be turned into an image.
    """
    page = scan.load(index, enough_px=enough_px(form.long_side_mm))
    return locate_page(prepare(page, form.long_side_mm), form, lambda: scan.load(index))


@dataclass(frozen=True, slots=True, eq=False)
class SeenPage:
    """What was seen of a page that was read.

    Attributes:
        page: The page where it was found.
        measured: Its response areas.
        logs: Log likelihoods of marked and cancelled, relative to empty, (N, 2).
    """

    page: LocatedPage
    measured: Measurements
    logs: NDArray[np.float64]


class PageReader:
    """Reads pages of one form; the same page gives the same reading, whatever was read before.

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
        self._lines = {
            page.number: find_printed_lines(blank, page)
            for page, blank in zip(template.pages, blank_pages, strict=True)
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
        return self.read_located(find_page(scan, index, self._form))

    def read_located(self, located: LocatedPage | RegistrationFailure) -> tuple[PageReading, SeenPage | None]:
        """Measure and decide a page that was found, whoever found it; the second as of ``look_at_page``."""
        if isinstance(located, RegistrationFailure):
            return PageReading(located.outcome, located.reason, located.detail), None
        number = located.model.layout.number
        measured = measure_marks(located, self._zones[number])
        logs = load_mark_model().log_likelihoods(measured, located.model.blank)
        reading = PageReading(
            PageOutcome.READ,
            identity=located.identity,
            registration=located.registration,
            items=self._decide(located, measured, logs),
            marks=_mark_readings(located.model, measured, logs),
            health=measure_health(located, measured, self._lines[number]),
            ink=sign_ink(measured, self._zones[number].tolerant, logs.max(axis=1) > 0),
        )
        return reading, SeenPage(located, measured, logs)

    def learn(self, found: Sequence[EmptyAreas]) -> dict[int, Patches]:
        """Return what pages that were looked at teach about the blank print; see ``omr.marks.learned_blank``."""
        return learn_blank(found, self._form)

    def _decide(self, page: LocatedPage, measured: Measurements, logs: NDArray[np.float64]) -> tuple[ItemReading, ...]:
        evidence: dict[ItemId, list[AreaEvidence]] = {item.item_id: [] for item in page.model.items}
        rows = zip(page.model.layout.areas, logs.tolist(), page.misplaced_mm, measured.is_hidden, strict=True)
        for area, (marked, cancelled), off_mm, is_hidden in rows:
            evidence[area.item_id].append(AreaEvidence(area.option, marked, cancelled, off_mm, bool(is_hidden)))
        handwriting = measure_fields(page)
        choices = [(item, evidence[item.item_id]) for item in page.model.items if item.kind.is_choice]
        decided = {reading.item_id: reading for reading in decide_items(choices, self._settings.tolerance)}
        decided |= self._suspects(page, measured, logs, decided.values())
        return tuple(
            decided[item.item_id] if item.kind.is_choice else decide_handwriting(item, handwriting[item.item_id])
            for item in page.model.items
        )

    def _suspects(
        self, page: LocatedPage, measured: Measurements, logs: NDArray[np.float64], readings: Iterable[ItemReading]
    ) -> dict[ItemId, ItemReading]:
        """Return the items that read as left blank although there is ink in or around them, with that doubt."""
        blank = {reading.item_id: reading for reading in readings if not reading.answer and not reading.flags}
        areas: dict[ItemId, list[int]] = {item_id: [] for item_id in blank}
        for index, area in enumerate(page.model.layout.areas):
            if area.item_id in areas:
                areas[area.item_id].append(index)
        around = self._surroundings[page.model.layout.number]
        is_mark = (logs[:, 0] > 0) & (logs[:, 0] > logs[:, 1])
        enough_px = suspicious_px(measured.ink_px[is_mark])
        is_mark_or_was = logs.max(axis=1, initial=0) > 0

        def holds_ink(index: int) -> bool:
            ink_px = float(measured.ink_px[index])
            return ink_px >= enough_px and ink_px * around.own_share(page, index, is_mark_or_was) >= enough_px

        return {
            item_id: suspect_blank(reading)
            for item_id, reading in blank.items()
            if any(map(holds_ink, areas[item_id]))
            or around.stray_ink_mm2(page, areas[item_id], is_mark_or_was) > SUSPICIOUS_MM2
        }


def _mark_readings(model: PageModel, measured: Measurements, logs: NDArray[np.float64]) -> tuple[MarkReading, ...]:
    kinds = {item.item_id: item.kind for item in model.items}
    is_multiple = np.array([kinds[area.item_id] is ItemKind.MULTIPLE for area in model.layout.areas], bool)[:, None]
    single, multiple = (option_probabilities(logs, kind) for kind in (ItemKind.SINGLE, ItemKind.MULTIPLE))
    chances = np.where(is_multiple, multiple, single)[:, 1:]
    numbers = np.column_stack([measured.fill_ratio, chances]).tolist()
    return tuple(
        MarkReading(area.item_id, area.option, *row) for area, row in zip(model.layout.areas, numbers, strict=True)
    )
