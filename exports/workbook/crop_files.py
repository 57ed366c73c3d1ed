"""Write the crops of verified answers as pictures beside the workbook, for the change log to link to.

This module alone loads OpenCV here, so it is imported only when somebody asks for crops.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from exports.errors import cannot_export
from exports.export_request import file_name
from exports.gathered.survey_records import CropKey
from form_templates.model import ItemId
from omr.errors import Cancelled, SurveyDamaged
from omr.opencv import cv2
from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.review.crops import item_crops
from omr.survey.folder import Survey
from omr.whole_files import write_whole

_DPI = 150.0
_JPEG_QUALITY = 80


def crops_folder(workbook: Path) -> Path:
    """Return the folder for a workbook's crops."""
    return workbook.with_name(file_name(workbook.stem, "-crops"))


def write_crops(
    survey: Survey,
    pages: Sequence[DeliveredPage],
    folder: Path,
    report: Callable[[int, int], object],
    cancel: threading.Event | None,
) -> dict[CropKey, Path]:
    """Write a JPEG of every verified answer of ``pages``; returns where each is.

    Pages whose scan is missing, and those that were typed by hand and so have no place on paper, have none.

    Raises:
        ExportFailed: The folder cannot be written.
        Cancelled: ``cancel`` was set.
    """
    wanted = [page for page in pages if page.outcome is PageOutcome.READ and page.verifications]
    written: dict[CropKey, Path] = {}
    for done, page in enumerate(wanted):
        if cancel is not None and cancel.is_set():
            raise Cancelled
        report(done, len(wanted))
        written |= _write_page(survey, page, folder)
    report(len(wanted), len(wanted))
    return written


def _write_page(survey: Survey, page: DeliveredPage, folder: Path) -> dict[CropKey, Path]:
    assert page.page_id is not None, "only pages with content are read"
    items = tuple(ItemId(item_id) for item_id in page.verifications if item_id in page.readings)
    try:
        crops = item_crops(survey, page.page_id, items, dpi=_DPI)
    except SurveyDamaged:
        return {}  # the answer and its log are worth exporting without their picture
    written: dict[CropKey, Path] = {}
    for item_id, crop in crops.items():
        path = folder / f"{page.page_id:07}-{item_id}.jpg"
        _, encoded = cv2.imencode(".jpg", crop.pixels, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise cannot_export(folder, error) from error
        write_whole(path, encoded.tobytes(), cannot_export)  # not imwrite: it knows no Vietnamese folders on Windows
        written[page.page_id, item_id] = path
    return written
