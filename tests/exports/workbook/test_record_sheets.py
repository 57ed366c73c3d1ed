"""What the workbook of a survey tells beside answers: paper, people's decisions, re-check."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from exports.export_request import ExportRequest
from exports.survey_export import export_survey
from exports.workbook.crop_files import crops_folder, write_crops
from exports.workbook.sheets.records.paper_links import link
from exports.workbook.valued_formulas import LONGEST_LITERAL, ValuedFormula
from form_templates.model import ItemId
from omr.batches.batch import read_batch
from omr.errors import Cancelled
from omr.recheck.checks import Check
from omr.responses import Aspect, DeliveredPage
from omr.results import Verification
from omr.store.page_decisions import PageAssignment
from omr.survey.folder import Survey
from tests.exports.workbook.test_book import rows, sheet, texts

C01 = ItemId("c01")
COMMENT = ItemId("comment")


@pytest.fixture
def told(survey: Survey, pile: Any) -> Survey:
    """A survey that was read, in which people decided something of every kind."""
    read_batch(survey, pile.files[:4], jobs=1)
    first, second = survey.pages()[:2]
    keep = survey.store.verify
    undone = keep(first.page_id, C01, Verification(("2",), "Bình", "2026-11-02T08:30:00+07:00"))
    survey.store.withdraw_verification(undone)
    keep(first.page_id, C01, Verification(None, "Lan", "2026-11-02T09:30:00+07:00", note="-hỏi lại"))
    keep(second.page_id, COMMENT, Verification(("=1+1 thêm ghế",), "Lan", "2026-11-02T10:00:00+07:00"))
    survey.store.assign_pages(
        [PageAssignment(second.page_id, Aspect.UNIT, "09166", "Lan", "2026-11-03T10:00:00+07:00")]
    )
    return survey


def exported(survey: Survey, path: Path, **options: Any) -> Workbook:
    """Return the workbook as it is shown."""
    export_survey(survey, ExportRequest(path, **options))
    return load_workbook(path, data_only=True)


def test_that_every_decision_is_in_the_log_with_what_the_engine_read(told: Survey) -> None:
    book = exported(told, told.exports_folder / "a.xlsx")

    undone, unreadable, typed, assigned = rows(sheet(book, "Nhật ký sửa"), "Thời điểm")
    reading = told.pages()[0].readings[C01].answer[0]
    assert [row["Người kiểm tra"] for row in (undone, unreadable, typed, assigned)] == ["Bình", "Lan", "Lan", "Lan"]
    assert unreadable["Thời điểm"] == datetime(2026, 11, 2, 9, 30)  # noqa: DTZ001 - Excel knows no zones
    assert unreadable["Máy đọc"].startswith(f"{reading} · ")
    assert (unreadable["Quyết định"], unreadable["Khác máy đọc"]) == ("không đọc được", "có")
    assert unreadable["Ghi chú"] == "-hỏi lại"
    assert undone["Rút lại lúc"] is not None
    assert unreadable["Rút lại lúc"] is None
    assert (typed["Máy đọc"], typed["Quyết định"]) == ("bỏ trống", "=1+1 thêm ghế")
    assert (assigned["Việc"], assigned["Quyết định"]) == ("Gán đơn vị", "09166")


def test_that_comments_stand_with_their_respondent_and_apart_from_notes(told: Survey) -> None:
    book = exported(told, told.exports_folder / "a.xlsx")

    comment, note = rows(sheet(book, "Ý kiến khác"), "Loại")
    assert (comment["Loại"], comment["Nội dung"], comment["Người nhập"]) == ("Ý kiến", "=1+1 thêm ghế", "Lan")
    assert (note["Loại"], note["Nội dung"]) == ("Ghi chú", "-hỏi lại")


def test_that_every_response_links_to_the_scans_of_its_pages(told: Survey) -> None:
    path = told.exports_folder / "a.xlsx"
    export_survey(told, ExportRequest(path))

    data = sheet(load_workbook(path), "Dữ liệu")
    links = [cell.value for cell in data[2] if str(cell.value).startswith("=HYPERLINK")]
    target = links[0].split('"')[1]
    assert len(links) == 2
    assert target.startswith("../scans/")
    assert (path.parent / target).is_file()


def test_that_the_rate_of_the_blind_recheck_is_told_with_its_interval(told: Survey) -> None:
    page = told.pages()[0]
    items = [item for item, reading in page.readings.items() if not reading.flags and item != C01][:4]
    for item in items:
        reading = page.readings[item].answer
        told.rechecks.keep(Check(page.page_id, item, reading, "Bình", "2026-11-05T10:00:00+07:00"), reading)

    book = exported(told, told.exports_folder / "a.xlsx")

    _batch, whole, *_ = rows(sheet(book, "Chất lượng"), "Lô quét")
    assert (whole["Lô quét"], whole["Đã phúc tra"], whole["Sai"], whole["Từ"]) == ("Tất cả", 4, 0, 0)
    assert whole["Đến"] == pytest.approx(0.6024, abs=0.0001)  # Clopper and Pearson: 1 - 0.025 ** (1 / 4)
    assert any("60,236\u00a0%" in text for text in texts(sheet(book, "Phương pháp")))


def test_that_crops_of_verified_answers_are_written_and_linked(told: Survey, tmp_path: Path) -> None:
    path = tmp_path / "Kết quả.xlsx"
    seen: list[tuple[int, int]] = []

    export_survey(told, ExportRequest(path, with_crops=True), lambda done, total: seen.append((done, total)))

    log = sheet(load_workbook(path), "Nhật ký sửa")
    links = [cell.value for line in log.iter_rows() for cell in line if str(cell.value).startswith("=HYPERLINK")]
    crops = sorted(crops_folder(path).iterdir())
    assert [crop.suffix for crop in crops] == [".jpg", ".jpg"]
    assert links[-1].startswith('=HYPERLINK("Kết%20quả-crops/')
    assert seen[-1] == (2, 2)


def test_that_a_missing_scan_costs_the_picture_and_nothing_else(told: Survey, tmp_path: Path) -> None:
    for scan in (told.folder / "scans").iterdir():
        scan.unlink()

    book = exported(told, tmp_path / "a.xlsx", with_crops=True)

    assert len(rows(sheet(book, "Nhật ký sửa"), "Thời điểm")) == 4


def test_that_cancelling_keeps_the_earlier_workbook(told: Survey, tmp_path: Path) -> None:
    import threading

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


def test_that_a_text_too_long_for_a_formula_is_no_link_and_quotes_end_none() -> None:
    assert link("a" * (LONGEST_LITERAL + 1), "x") == "x"
    assert link("", "=x") == "=x"
    assert link("a.pdf", 'tên "lạ".pdf') == ValuedFormula('HYPERLINK("a.pdf","tên ""lạ"".pdf")', 'tên "lạ".pdf')
