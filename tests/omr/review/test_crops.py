"""Pieces of paper for people: the right place, straight, whatever the size they come in."""

import shutil

import numpy as np
import pytest

from form_templates.model import ItemId, Rect
from omr.errors import KeptScanDamaged
from omr.review.crops import answer_crop, answer_place, field_crop, page_view
from omr.survey.folder import Survey

_PX_PER_MM_AT_100 = 100 / 25.4
_PRINT_LEVEL, _PAPER_LEVEL = 180, 210  # of grey; printed outlines are darker, bare paper is brighter


@pytest.fixture(scope="module")
def read_survey(tmp_path_factory, read_pile):
    with Survey.open(shutil.copytree(read_pile, tmp_path_factory.mktemp("crops") / "s")) as survey:
        yield survey


def _page(survey, number):
    return next(page for page in survey.pages() if page.identity and page.identity.page == number)


def _item_on(survey, number):
    return survey.template.page(number).areas[0].item_id


def test_that_an_answer_is_cut_out_with_all_its_boxes_inside(read_survey):
    item_id = _item_on(read_survey, 1)
    item = read_survey.template.item(item_id)

    crop = answer_crop(read_survey, _page(read_survey, 1).page_id, item_id, dpi=100)

    place = answer_place(read_survey.template.page(1), item_id)
    height, width = crop.pixels.shape[:2]
    assert (width, height) == (round(place.w_mm * _PX_PER_MM_AT_100), round(place.h_mm * _PX_PER_MM_AT_100))
    assert [area.option for area in crop.areas] == [option.value for option in item.options]
    assert all(area.x_px > 0 and area.x_px + area.w_px < width for area in crop.areas)


@pytest.mark.parametrize("dpi", [75, 100, 150, 220, 300])
def test_that_printed_boxes_lie_where_they_are_said_to_be_at_every_size(read_survey, dpi):
    item_id = _item_on(read_survey, 1)
    crop = answer_crop(read_survey, _page(read_survey, 1).page_id, item_id, dpi=dpi)
    gray = crop.pixels.mean(axis=2)

    for area in crop.areas:
        left, right = round(area.x_px), round(area.x_px + area.w_px)
        row = gray[round(area.y_px + area.h_px / 2)]
        reach = max(2, round(0.4 * dpi / 25.4))
        assert row[max(left - reach, 0) : left + reach + 1].min() < _PRINT_LEVEL
        assert row[right - reach : right + reach + 1].min() < _PRINT_LEVEL


def test_that_a_whole_page_has_every_response_area_and_the_size_of_the_paper(read_survey):
    crop = page_view(read_survey, _page(read_survey, 2).page_id, dpi=100)

    assert crop.pixels.shape == (1169, 827, 3)
    assert len(crop.areas) >= len(read_survey.template.page(2).areas)


def test_that_the_same_page_lies_at_the_same_place_at_half_the_size(read_survey):
    page_id = _page(read_survey, 1).page_id

    large, small = (page_view(read_survey, page_id, dpi=dpi).pixels.mean(axis=2) for dpi in (300, 150))

    height, width = (side // 2 * 2 for side in large.shape)
    halved = large[:height, :width].reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    rows, columns = min(halved.shape[0], small.shape[0]) - 2, min(halved.shape[1], small.shape[1]) - 2
    halved, moved = halved[1 : rows + 1, 1 : columns + 1], [(1, 0), (1, 2), (0, 1), (2, 1)]
    differences = {at: np.abs(halved - small[at[0] : at[0] + rows, at[1] : at[1] + columns]).mean() for at in moved}
    assert np.abs(halved - small[1 : rows + 1, 1 : columns + 1]).mean() < 0.6 * min(differences.values())


def test_that_a_field_for_handwriting_is_cut_out_as_wide_as_it_is_printed(read_survey):
    field = next(field for field in read_survey.template.page(2).fields if field.option is None)

    crop = field_crop(read_survey, _page(read_survey, 2).page_id, field.item_id, dpi=100)

    assert crop.pixels.shape[1] >= field.rect.w_mm * _PX_PER_MM_AT_100
    assert np.median(crop.pixels) > _PAPER_LEVEL


def test_that_the_place_of_an_answer_holds_its_areas_and_no_other_column(read_survey):
    layout = read_survey.template.page(1)
    item_id = ItemId("c01") if any(area.item_id == "c01" for area in layout.areas) else layout.areas[0].item_id

    place = answer_place(layout, item_id)

    rects = [area.rect for area in layout.areas if area.item_id == item_id]
    assert all(place.overlaps(rect) for rect in rects)
    assert place.w_mm < Rect(0.0, 0.0, layout.width_mm, layout.height_mm).w_mm


@pytest.mark.parametrize("damage", ["missing", "emptied", "replaced"])
def test_that_paper_which_is_not_what_was_delivered_is_not_shown(tmp_path, read_pile, pile, damage):
    with Survey.open(shutil.copytree(read_pile, tmp_path / "s")) as survey:
        page = _page(survey, 1)
        kept = survey.scans()[page.page_id]
        if damage == "replaced":
            kept.write_bytes(pile.files[-1].read_bytes() + b"x")
        else:
            kept.unlink() if damage == "missing" else kept.write_bytes(b"")

        with pytest.raises(KeptScanDamaged, match="Answers and decisions are kept"):
            page_view(survey, page.page_id)
