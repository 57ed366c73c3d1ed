"""Whether a person could still tell from the scan what was meant: marks may be covered, cut off, or too faint."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from form_templates.model import ItemId, PageLayout, Rect, ResponseArea
from omr.opencv import cv2
from omr.simulation.devices.conditions import ScanConditions
from omr.simulation.devices.placement import FloatArray
from omr.simulation.devices.scanner import Scan, Sheet
from omr.simulation.effects import Image

_COVERED_LEVELS = 60  # grey levels by which print changes when something lies on it
_COVERED_SHARE = 0.3  # of an area's print: then a mark may be gone too
_INK_GREY = 128
_CUT_SHARE = 0.2  # of an area's width or height: then a mark at its edge may be gone
_AROUND = 0.4  # of an area's smaller side: how far beyond it its mark is looked for
_INK_LEVELS = 25  # grey levels by which ink darkens the paper before anything befalls it
_SEEN_LEVELS = 20  # by which ink must darken a grey scan to be seen
_SEEN_LEVELS_BILEVEL = 50  # and a scan in black and white, whose dots are blurred first
_EYE_MM = 0.15  # standard deviation of that blur: dots of this size are seen as grey
_LEFT_MM2 = 0.12  # less than a dot of a ballpoint
_LEFT_SHARE = 0.2  # of the mark's ink: less looks like dirt

AreaKey = tuple[ItemId, str]


def hidden_items(layout: PageLayout, filled: Sheet, worn: Sheet) -> frozenset[ItemId]:
    """Return the items of which a part of some response area was torn off or covered: nobody can say what was there."""
    if worn.image is filled.image:
        return frozenset()
    before, after = _grey(filled.image), _grey(worn.image)
    is_lost = (before < _INK_GREY) & (cv2.absdiff(before, after) > _COVERED_LEVELS)
    hidden = set[ItemId]()
    for area in layout.areas:
        corners_px = np.rint(_on_sheet(filled, _corners_mm(area.rect))).astype(int)
        (left, top), (right, bottom) = corners_px[0], corners_px[2]
        lost = int(is_lost[top:bottom, left:right].sum())
        if lost > _COVERED_SHARE * int((before[top:bottom, left:right] < _INK_GREY).sum()):
            hidden.add(area.item_id)
    return frozenset(hidden)


def cut_items(layout: PageLayout, scan: Scan) -> frozenset[ItemId]:
    """Return the items of which some response area is not in the scan, or not wholly."""
    if not layout.areas:
        return frozenset()
    inner_mm = np.vstack([_corners_mm(_grown(area.rect, -_CUT_SHARE)) for area in layout.areas])
    is_whole = np.all(scan.shows(inner_mm).reshape(-1, 4), axis=1).tolist()
    return frozenset(area.item_id for area, whole in zip(layout.areas, is_whole, strict=True) if not whole)


def may_fade(conditions: ScanConditions, blank: Sheet) -> bool:
    """Whether ink may be on paper and not in the scan: black and white, or copied after it was filled in."""
    return conditions.is_bilevel or blank.copies_left > 0


def faded_areas(
    layout: PageLayout, sheets: tuple[Sheet, Sheet], scans: tuple[Scan, Scan], *, is_bilevel: bool
) -> frozenset[AreaKey]:
    """Return the response areas that were marked on paper and look unmarked in the scan.

    Args:
        layout: The page.
        sheets: Blank, and filled in.
        scans: Of both, made with the same random draws, so that they differ by the ink only.
        is_bilevel: Whether the scans are black and white.
    """
    on_paper = cv2.absdiff(_grey(sheets[0].image), _grey(sheets[1].image)) > _INK_LEVELS
    without, inked = (_grey(scan.image) for scan in scans)
    sheet_px_per_mm = _length(_on_sheet(sheets[1], _ONE_MM))
    scan_px_per_mm = _length(scans[1].template_to_scan(_ONE_MM))
    if is_bilevel:
        without, inked = (_blurred(each, _EYE_MM * scan_px_per_mm) for each in (without, inked))
    in_scan = cv2.absdiff(without, inked) > (_SEEN_LEVELS_BILEVEL if is_bilevel else _SEEN_LEVELS)
    faded = set[AreaKey]()
    for area, corners_mm in _surroundings(layout):
        ink_mm2 = _count(on_paper, _on_sheet(sheets[1], corners_mm)) / sheet_px_per_mm**2
        left_mm2 = _count(in_scan, scans[1].template_to_scan(corners_mm)) / scan_px_per_mm**2
        if ink_mm2 > 0 and left_mm2 < max(_LEFT_MM2, _LEFT_SHARE * ink_mm2):
            faded.add((area.item_id, area.option))
    return frozenset(faded)


def _surroundings(layout: PageLayout) -> Iterator[tuple[ResponseArea, FloatArray]]:
    for area in layout.areas:
        yield area, _corners_mm(_grown(area.rect, _AROUND))


def _grown(rect: Rect, share: float) -> Rect:
    """Return ``rect`` larger on every side by a share of its smaller side."""
    by_mm = share * min(rect.w_mm, rect.h_mm)
    return Rect(rect.x_mm - by_mm, rect.y_mm - by_mm, rect.w_mm + 2 * by_mm, rect.h_mm + 2 * by_mm)


def _corners_mm(rect: Rect) -> FloatArray:
    """Clockwise from the top left, (4, 2)."""
    right_mm, bottom_mm = rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm
    return np.array([(rect.x_mm, rect.y_mm), (right_mm, rect.y_mm), (right_mm, bottom_mm), (rect.x_mm, bottom_mm)])


def _on_sheet(sheet: Sheet, points_mm: FloatArray) -> FloatArray:
    return np.asarray(points_mm @ sheet.template_to_px[:, :2].T + sheet.template_to_px[:, 2])


_ONE_MM = np.array([(100.0, 100.0), (101.0, 100.0)])


def _length(ends_px: FloatArray) -> float:
    return float(np.hypot(*(ends_px[1] - ends_px[0])))


def _count(is_ink: npt.NDArray[np.bool_], corners_px: FloatArray) -> int:
    """Count the pixels that are ink in the box around four corners."""
    left, top = np.maximum(np.floor(corners_px.min(axis=0)), 0).astype(int)
    right, bottom = np.maximum(np.ceil(corners_px.max(axis=0)), 0).astype(int)
    return int(np.count_nonzero(is_ink[top:bottom, left:right]))


def _blurred(image: Image, sd_px: float) -> Image:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sd_px), np.uint8)


def _grey(image: Image) -> Image:
    return image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)
