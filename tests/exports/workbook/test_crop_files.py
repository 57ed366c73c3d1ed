"""Crops of verified answers lie beside the workbook, which links to them."""

import threading
from pathlib import Path

import pytest

from exports.export_request import ExportRequest
from exports.survey_export import export_survey
from exports.workbook.crop_files import crops_folder, write_crops
from omr.errors import Cancelled
from omr.responses import DeliveredPage
from omr.survey.folder import Survey
from tests.exports.opening import opened
from tests.exports.workbook.test_book import rows, sheet


def test_that_crops_of_verified_answers_are_written_and_linked(told: Survey, tmp_path: Path) -> None:
    path = tmp_path / "Kết quả.xlsx"
    seen: list[tuple[int, int]] = []

    export_survey(told, ExportRequest(path, with_crops=True), lambda done, total: seen.append((done, total)))

    log = sheet(opened(path), "Nhật ký sửa")
    links = [cell.value for line in log.iter_rows() for cell in line if str(cell.value).startswith("=HYPERLINK")]
    crops = sorted(crops_folder(path).iterdir())
    assert [crop.suffix for crop in crops] == [".jpg", ".jpg"]
    assert links[-1].startswith('=HYPERLINK("Kết%20quả-crops/')
    assert seen[-1] == (2, 2)


def test_that_a_missing_scan_costs_the_picture_and_nothing_else(told: Survey, tmp_path: Path) -> None:
    for scan in (told.folder / "scans").iterdir():
        scan.unlink()

    export_survey(told, ExportRequest(tmp_path / "a.xlsx", with_crops=True))

    book = opened(tmp_path / "a.xlsx", data_only=True)
    assert len(rows(sheet(book, "Nhật ký sửa"), "Thời điểm")) == 4


def test_that_cancelling_keeps_the_earlier_workbook(told: Survey, tmp_path: Path) -> None:
    path, cancel = tmp_path / "a.xlsx", threading.Event()
    path.write_bytes(b"earlier")
    cancel.set()

    with pytest.raises(Cancelled):
        export_survey(told, ExportRequest(path, with_crops=True), cancel=cancel)

    assert path.read_bytes() == b"earlier"


def test_that_pages_that_were_never_verified_have_no_crop(survey: Survey, tmp_path: Path) -> None:
    pages: list[DeliveredPage] = []

    assert write_crops(survey, pages, tmp_path / "crops", lambda done, total: None, None) == {}
    assert not (tmp_path / "crops").exists()
