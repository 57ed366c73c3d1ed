"""Gather from an open survey what its workbook tells beside answers."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from exports.workbook.records import CropKey, RecheckRecord, SurveyRecords
from omr.recheck.survey_recheck import read_book
from omr.responses import DeliveredPage
from omr.store.change_log import read_changes
from omr.survey.folder import Survey


def gather_records(
    survey: Survey, pages: Sequence[DeliveredPage], workbook: Path, crops: Mapping[CropKey, Path]
) -> SurveyRecords:
    """Return the records of a survey with these delivered pages; ``crops`` are those that were written already."""
    book = read_book(survey, pages)
    folder = workbook.parent
    return SurveyRecords(
        scans={page_id: relative_link(path, folder) for page_id, path in survey.scans().items()},
        crops={key: relative_link(path, folder) for key, path in crops.items()},
        changes=read_changes(survey.store.database, pages),
        health=survey.health_of(pages),
        recheck=RecheckRecord(book.whole, book.batches, book.limit),
    )


def relative_link(target: Path, folder: Path) -> str:
    """Return how a workbook in ``folder`` names a file: by the way from there, so that the survey can be moved whole.

    A file on another drive of Windows has no such way and is named in full.
    """
    try:
        way = os.path.relpath(target.resolve(), folder.resolve())
    except ValueError:
        return target.resolve().as_uri()
    # What ends a link's path or begins an escape; letters with diacritics stay, as Excel itself writes them.
    return "".join(f"%{ord(sign):02X}" if sign in ' %#?"' else sign for sign in Path(way).as_posix())
