"""One page, from pixels to answers: the stages in order, nothing else."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from form_templates.model import FormTemplate
from omr.decisions import decide_handwriting, decide_item, gather_evidence
from omr.form_book import PageModel, build_form_book
from omr.handwriting import measure_fields
from omr.mark_model import load_mark_model
from omr.marks import FEATURES, Measurements, build_zones, measure_marks
from omr.page_source import GrayImage, ScanFile
from omr.preprocess import WorkingImage, enough_px, prepare
from omr.registration import LocatedPage, RegistrationFailure, locate_page
from omr.results import ItemReading, MarkReading, PageOutcome, PageReading
from omr.settings import ReadingSettings


class PageReader:
    """Reads pages of one form; the same page gives the same reading, whatever was read before."""

    def __init__(self, template: FormTemplate, blank_pages: Sequence[GrayImage], settings: ReadingSettings) -> None:
        self._book = build_form_book(template, blank_pages)
        self._zones = {page.layout.number: build_zones(page) for page in self._book.pages}
        self._settings = settings
        self._long_side_mm = max(max(page.width_mm, page.height_mm) for page in template.pages)

    def read_page(self, scan: ScanFile, index: int) -> PageReading:
        """Read one page of a file: load it, find it, measure it, decide it.

        Raises:
            UnreadableScan: The page cannot be turned into an image.
        """
        page = scan.load(index, enough_px=enough_px(self._long_side_mm))
        image = prepare(page, self._long_side_mm)
        located = locate_page(image, self._book, lambda: scan.load(index))
        if isinstance(located, RegistrationFailure):
            return PageReading(located.outcome, located.reason, located.detail)
        measured = measure_marks(image, located, self._zones[located.model.layout.number])
        marks, items = self._decide(image, located, measured)
        return PageReading(
            PageOutcome.READ, identity=located.identity, registration=located.registration, items=items, marks=marks
        )

    def _decide(
        self, image: WorkingImage, page: LocatedPage, measured: Measurements
    ) -> tuple[tuple[MarkReading, ...], tuple[ItemReading, ...]]:
        mark_model = load_mark_model()
        log_probabilities = mark_model.log_probabilities(measured.features)
        marks = _mark_readings(page.model, measured.features, log_probabilities)
        evidence = gather_evidence(marks, log_probabilities, measured.misplaced_mm.tolist(), mark_model.marked_share)
        by_item = {item.item_id: [e for e in evidence if e.mark.item_id == item.item_id] for item in page.model.items}
        handwriting = measure_fields(image, page)
        items = tuple(
            decide_item(item, by_item[item.item_id], self._settings.tolerance)
            if item.kind.is_choice
            else decide_handwriting(item, handwriting[item.item_id])
            for item in page.model.items
        )
        return marks, items


def _mark_readings(
    model: PageModel, features: NDArray[np.float32], log_probabilities: NDArray[np.float64]
) -> tuple[MarkReading, ...]:
    p_marked = np.exp(log_probabilities[:, 1])
    fill_ratio = features[:, FEATURES.index("inside_share")]
    rows = zip(model.layout.areas, fill_ratio.tolist(), p_marked.tolist(), features.tolist(), strict=True)
    return tuple(
        MarkReading(area.item_id, area.option, fill, probability, tuple(row)) for area, fill, probability, row in rows
    )
