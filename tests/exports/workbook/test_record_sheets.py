"""What the workbook of a survey tells beside answers: paper, people's decisions, re-check."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from exports.export_request import ExportRequest
from exports.survey_export import export_survey
from exports.wording import record_words
from form_templates.model import ItemId
from omr.recheck.checks import Check
from omr.results import Acceptance, PageOutcome
from omr.survey.folder import Survey
from tests.exports.opening import opened
from tests.exports.workbook.test_book import rows, sheet, texts

C01 = ItemId("c01")


def exported(survey: Survey, path: Path, **options: Any) -> Workbook:
    """Return the workbook as it is shown."""
    export_survey(survey, ExportRequest(path, **options))
    return opened(path, data_only=True)


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


def test_that_a_flagged_answer_accepted_after_all_is_in_the_log_and_counted_as_what_it_is(told: Survey) -> None:
    page, reading = next(
        (page, each)
        for page in told.pages()
        for each in page.readings.values()
        if each.flags and each.is_proposal and each.item_id not in page.verifications
    )
    acceptance = Acceptance(reading.answer, 0.002, 47, 3, "{}", "Lan", "2027-01-02T09:30:00+07:00")
    judgements = told.store.judgements
    judgements.accept([(page.page_id, reading.item_id, acceptance)], judgements.said().stamp)

    book = exported(told, told.exports_folder / "a.xlsx")

    accepted = rows(sheet(book, "Nhật ký sửa"), "Thời điểm")[-1]
    assert (accepted["Việc"], accepted["Người kiểm tra"]) == ("Chấp nhận theo các quyết định", "Lan")
    assert accepted["Máy đọc"] == accepted["Quyết định"]
    assert "0,20\u00a0% theo 47 quyết định" in accepted["Ghi chú"]
    names = {record_words.FLAGS[flag].vi for flag in reading.flags}
    by_flag = [row["Chấp nhận sau"] for row in rows(sheet(book, "Chất lượng"), "Lý do") if row["Lý do"] in names]
    assert by_flag[: len(names)] == [1] * len(names)
    assert any(text.startswith("trong đó: máy còn ngờ") for text in texts(sheet(book, "Chất lượng")))
    assert any(text.startswith("1 câu máy còn ngờ") for text in texts(sheet(book, "Phương pháp")))


def test_that_every_form_of_a_unit_is_found_again_in_its_stacks(told: Survey) -> None:
    book = exported(told, told.exports_folder / "a.xlsx")
    runs = rows(sheet(book, "Tập phiếu"), "Lô quét")

    assert sum(run["Số trang"] for run in runs) == sum(page.outcome is PageOutcome.READ for page in told.pages())
    by_unit = Counter[str]()
    for run in runs:
        by_unit[run["Mã đơn vị"]] += run["Số phiếu"]
    assert by_unit == Counter(response.unit for response in told.responses())
    said = [run for run in runs if run["Căn cứ"] == "do Lan gán"]
    assert [run["Mã đơn vị"] for run in said] == ["09166"]
    assert {run["Căn cứ"] for run in runs} == {"do Lan gán", "in trên phiếu"}


def test_that_comments_stand_with_their_respondent_and_apart_from_notes(told: Survey) -> None:
    book = exported(told, told.exports_folder / "a.xlsx")

    comment, note = rows(sheet(book, "Ý kiến khác"), "Loại")
    assert (comment["Loại"], comment["Nội dung"], comment["Người nhập"]) == ("Ý kiến", "=1+1 thêm ghế", "Lan")
    assert (note["Loại"], note["Nội dung"]) == ("Ghi chú", "-hỏi lại")


def test_that_every_response_links_to_the_scans_of_its_pages(told: Survey) -> None:
    path = told.exports_folder / "a.xlsx"
    export_survey(told, ExportRequest(path))

    data = sheet(opened(path), "Dữ liệu")
    links = [cell.value for cell in data[2] if str(cell.value).startswith("=HYPERLINK")]
    target = links[0].split('"')[1]
    assert len(links) == 2
    assert target.startswith("../scans/")
    assert (path.parent / target).is_file()


def test_that_the_rate_of_the_blind_recheck_is_told_with_its_interval(told: Survey) -> None:
    page = told.pages()[0]
    criteria = [item for item in page.readings if item[1:].isdigit() and item != C01]
    items = [item for item in criteria if not page.readings[item].flags][:4]
    for item in items:
        reading = page.readings[item].answer
        told.rechecks.keep(Check(page.page_id, item, reading, "Bình", "2026-11-05T10:00:00+07:00"), reading)

    book = exported(told, told.exports_folder / "a.xlsx")

    _batch, whole, *_ = rows(sheet(book, "Chất lượng"), "Lô quét")
    assert (whole["Lô quét"], whole["Đã phúc tra"], whole["Sai"], whole["Từ"]) == ("Tất cả", 4, 0, 0)
    assert whole["Đến"] == pytest.approx(0.6024, abs=0.0001)  # Clopper and Pearson: 1 - 0.025 ** (1 / 4)
    assert any("60,236\u00a0%" in text for text in texts(sheet(book, "Phương pháp")))
    (beside_index,) = (text for text in texts(sheet(book, "Tổng quan")) if text.startswith("Do máy đọc"))
    assert "nhiều nhất ±" in beside_index
    (method,) = (text for text in texts(sheet(book, "Phương pháp")) if text.startswith("Một câu đọc sai"))
    assert "0 câu khác" in method
