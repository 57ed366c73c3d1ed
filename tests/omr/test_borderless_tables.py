"""A table without any rule, from its proposal to its readings: nothing is printed near what is marked."""

from pathlib import Path

import pytest

from form_templates.loading import load_template
from omr.pipeline import PageReader
from omr.registration.blank_page import load_blank_pages
from omr.results import Flag, PageOutcome
from omr.settings import ReadingSettings
from tests.omr.drawn_pages import draw_cross, scan_of
from tests.omr.forms.proposing.sheet import Sheet, propose

XS = (115, 137, 159, 181, 199)
ROWS = ("Phí đúng quy định", "Kết quả đúng hẹn", "Công chức lịch sự", "Trả lời đầy đủ", "Hồ sơ đúng quy định")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template proposed for rows of text under words of levels."""
    sheet = Sheet()
    sheet.middle(105, 22, "PHIẾU LẤY Ý KIẾN", 14, bold=True)
    for x, level in zip(XS, ("Rất tốt", "Tốt", "Bình thường", "Kém", "Rất kém"), strict=True):
        sheet.middle(x, 40, level, 8, bold=True)
    for place, words in enumerate(ROWS):
        sheet.write(20, 60 + 28 * place, f"{place + 1}. {words}")
        sheet.write(24, 66 + 28 * place, "tại nơi tiếp nhận hồ sơ")
    path = tmp_path_factory.mktemp("form")
    propose(sheet, path)
    return path / "made"


def test_that_marks_in_every_column_are_read_without_a_doubt_about_their_place(folder: Path) -> None:
    template = load_template(folder)
    blanks = load_blank_pages(folder, template)
    page = blanks[0].copy()
    meant = {}
    for item, column in zip(template.items(), (4, 0, 3, 4, 2), strict=True):
        areas = [area for area in template.pages[0].areas if area.item_id == item.item_id]
        draw_cross(page, areas[column].rect.center_mm, half_mm=2.5)
        meant[item.item_id] = (areas[column].option,)

    reading, _ = PageReader(template, blanks, ReadingSettings()).look_at_page(scan_of(page), 0)

    assert reading.outcome is PageOutcome.READ
    assert {item.item_id: item.answer for item in reading.items} == meant
    assert not any(Flag.NOT_LOCATED in item.flags for item in reading.items)
    assert reading.health is not None
    assert reading.health.sharpness == 0.0  # nothing has edges there, so nothing is said of focus
