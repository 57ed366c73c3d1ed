"""Pieces of a delivered page for people to look at: upright, in colour, with the response areas marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from form_templates.facts import Fact, system_fact
from form_templates.model import ItemId, PageLayout, Rect
from omr.batches.kept_scans import is_as_delivered
from omr.errors import KeptScanDamaged, SurveyDamaged
from omr.geometry import MM_PER_INCH, map_points, reduced_to_scan
from omr.images.page_image import PageImage, UnreadableScan
from omr.images.page_source import open_scan
from omr.images.straightening import ColourImage, straightened
from omr.opencv import cv2
from omr.store.pages import PageDetails
from omr.survey.folder import Survey

_ROW_MARGIN_MM = 3.5  # shows the neighbouring rules, so that a person sees which row it is
_SIDE_MARGIN_MM = 6.0
_AREA_MARGIN_MM = 3.0  # a mark often reaches beyond its box
_FIELD_MARGIN_MM = 1.5  # letters hang below the line and rise above it
_NEARLY_ENOUGH = 0.9  # of the wished resolution: a scan of 300 dpi may come at 145, which takes half the time


@dataclass(frozen=True, slots=True)
class CropArea:
    """A response area or field in a crop's pixels; ``option`` is empty for a field."""

    item_id: ItemId
    option: str
    x_px: float
    y_px: float
    w_px: float
    h_px: float


@dataclass(frozen=True, slots=True, eq=False)
class Crop:
    """An upright piece of a page and the places in it."""

    pixels: ColourImage
    areas: tuple[CropArea, ...]


def item_crop(survey: Survey, page_id: int, item_id: ItemId, *, dpi: float = 150.0) -> Crop:
    """Cut one item's row or block out of its page.

    Raises:
        SurveyDamaged: The kept scan is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    layout = _layout_of(survey, details)
    return _cut(survey, details, layout, _surroundings(layout, item_id), dpi, {item_id})


def item_crops(survey: Survey, page_id: int, items: Sequence[ItemId], *, dpi: float) -> dict[ItemId, Crop]:
    """Cut several items' rows or blocks out of one page, which is opened once; none of a page typed by hand.

    Raises:
        SurveyDamaged: The kept scan is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    if details.registration is None:
        return {}
    layout = _layout_of(survey, details)
    scale = dpi / MM_PER_INCH
    page = _load(survey, details, _NEARLY_ENOUGH * scale * max(layout.width_mm, layout.height_mm))
    places = {item_id: _surroundings(layout, item_id) for item_id in items}
    return {
        item_id: Crop(
            straightened(page, details.registration, place, scale), tuple(_areas_in(layout, place, scale, {item_id}))
        )
        for item_id, place in places.items()
    }


def answer_crop(survey: Survey, page_id: int, item_id: ItemId, *, dpi: float) -> Crop:
    """Cut the response areas of one item out of its page, without the question beside them.

    Raises:
        SurveyDamaged: The kept scan is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    layout = _layout_of(survey, details)
    return _cut(survey, details, layout, answer_place(layout, item_id), dpi, {item_id})


def answer_place(layout: PageLayout, item_id: ItemId) -> Rect:
    """Return where an item is marked on a page, a little margin included; template frame, mm."""
    rects = [area.rect for area in layout.areas if area.item_id == item_id]
    place = _union(rects, _AREA_MARGIN_MM)
    is_list = len({round(rect.y_mm) for rect in rects}) > 1
    if not is_list:
        return place
    # The options of a list are printed to the right of their boxes, also of the last column.
    return replace(place, w_mm=layout.width_mm - _SIDE_MARGIN_MM - place.x_mm)


def field_crop(survey: Survey, page_id: int, item_id: ItemId, *, dpi: float = 200.0) -> Crop:
    """Cut the place for handwriting of one item out of its page.

    Raises:
        SurveyDamaged: The kept scan is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    layout = _layout_of(survey, details)
    return _cut(survey, details, layout, field_place(layout, item_id), dpi, {item_id})


def field_place(layout: PageLayout, item_id: ItemId) -> Rect:
    """Return where an item is written on a page, a little margin included; template frame, mm."""
    fields = [field.rect for field in layout.fields if field.item_id == item_id and field.option is None]
    return _union(fields, _FIELD_MARGIN_MM)


def page_view(survey: Survey, page_id: int, *, dpi: float = 110.0) -> Crop:
    """Return a whole read page, upright.

    Raises:
        SurveyDamaged: The kept scan is missing or broken.
    """
    details = survey.store.pages.details(page_id)
    layout = _layout_of(survey, details)
    whole = Rect(0.0, 0.0, layout.width_mm, layout.height_mm)
    return _cut(survey, details, layout, whole, dpi, {area.item_id for area in layout.areas})


def _layout_of(survey: Survey, details: PageDetails) -> PageLayout:
    """Return the layout of a page that was read, whichever form of the survey it is of."""
    form = survey.forms.of_page(details.form) or survey.forms.first
    return form.template.page(details.page_number)


@dataclass(frozen=True, slots=True, eq=False)
class DeliveredView:
    """A page as delivered, made smaller.

    Attributes:
        pixels: (H, W, 3) uint8, BGR.
        reduction: How many scan pixels one of ``pixels`` is wide.
    """

    pixels: ColourImage
    reduction: float

    def to_scan(self, points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        """Return where points of this view lie in the scan."""
        found = map_points(reduced_to_scan(self.reduction), np.array(points, np.float64))
        return tuple((x, y) for x, y in found.tolist())


def delivered_view(survey: Survey, page_id: int, *, max_side_px: int = 1600) -> DeliveredView:
    """Return a page as delivered, made smaller.

    Raises:
        SurveyDamaged: The kept scan is missing or cannot be opened.
    """
    page = _load(survey, survey.store.pages.details(page_id), max_side_px)
    height, width = page.pixels.shape[:2]
    reduction = max(height, width) / max_side_px
    if reduction <= 1:
        return DeliveredView(page.pixels, page.shrink)
    size = (round(width / reduction), round(height / reduction))
    small = cv2.resize(page.pixels, size, interpolation=cv2.INTER_AREA)
    return DeliveredView(np.asarray(small, np.uint8), page.shrink * reduction)


def raw_page(survey: Survey, page_id: int, *, max_side_px: int = 1600) -> ColourImage:
    """Return a page as delivered, made smaller, and turned as a person said.

    Raises:
        SurveyDamaged: The kept scan is missing or cannot be opened.
    """
    view = delivered_view(survey, page_id, max_side_px=max_side_px)
    quarters = survey.store.pages.details(page_id).turned_deg // 90
    return np.ascontiguousarray(np.rot90(view.pixels, -quarters))


def _load(survey: Survey, details: PageDetails, enough_px: float) -> PageImage:
    path = survey.scan_path(details.content_hash, details.extension)
    if not is_as_delivered(path):
        raise KeptScanDamaged(path, "it is missing or is not what was delivered")
    try:
        with open_scan(path) as scan:
            return scan.load(details.page_in_file - 1, colour=True, enough_px=round(enough_px))
    except UnreadableScan as failure:
        raise SurveyDamaged(path, Fact("the scan cannot be shown ({reason})", reason=failure.reason)) from failure
    except OSError as error:
        raise SurveyDamaged(path, system_fact(error)) from error


def _union(rects: Sequence[Rect], margin_mm: float) -> Rect:
    """Return the rectangle around all of ``rects``, mm."""
    left, top = min(rect.x_mm for rect in rects) - margin_mm, min(rect.y_mm for rect in rects) - margin_mm
    right = max(rect.x_mm + rect.w_mm for rect in rects) + margin_mm
    bottom = max(rect.y_mm + rect.h_mm for rect in rects) + margin_mm
    return Rect(left, top, right - left, bottom - top)


def _surroundings(layout: PageLayout, item_id: ItemId) -> Rect:
    """Return the item's rows over the width of the paper, so that its text is seen."""
    rects = [area.rect for area in layout.areas if area.item_id == item_id]
    rects += [field.rect for field in layout.fields if field.item_id == item_id]
    top = min(rect.y_mm for rect in rects) - _ROW_MARGIN_MM
    bottom = max(rect.y_mm + rect.h_mm for rect in rects) + _ROW_MARGIN_MM
    return Rect(_SIDE_MARGIN_MM, top, layout.width_mm - 2 * _SIDE_MARGIN_MM, bottom - top)


def _cut(survey: Survey, details: PageDetails, layout: PageLayout, place: Rect, dpi: float, items: set[ItemId]) -> Crop:
    registration = details.registration
    assert registration is not None, "only read pages have items"
    scale = dpi / MM_PER_INCH
    page = _load(survey, details, _NEARLY_ENOUGH * scale * max(layout.width_mm, layout.height_mm))
    return Crop(straightened(page, registration, place, scale), tuple(_areas_in(layout, place, scale, items)))


def _areas_in(layout: PageLayout, place: Rect, scale: float, items: set[ItemId]) -> Sequence[CropArea]:
    places = [(area.item_id, area.option, area.rect) for area in layout.areas]
    places += [(field.item_id, "", field.rect) for field in layout.fields if field.option is None]
    return [
        CropArea(
            item_id,
            option,
            (rect.x_mm - place.x_mm) * scale,
            (rect.y_mm - place.y_mm) * scale,
            rect.w_mm * scale,
            rect.h_mm * scale,
        )
        for item_id, option, rect in places
        if item_id in items
    ]
