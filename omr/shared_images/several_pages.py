"""Find all pages of forms on one image: most hold one, which costs no more than seeing that it fills the image.

1. The page that is found first tells what of the image lies outside of it; mostly nothing, and that is all.
2. What is left is looked at in parts: beside the page, above and below. A part that shows corner marks or a code is
   searched as if it were an image of its own, and so is one with room for a whole page, for forms may have neither.
3. Where another page is found, the first is found again in its own part, as fine as if it had come alone.
4. Where no page is found on the whole image, though it bears two codes or is said to be twice as large as a page, its
   halves are searched likewise.

Of a part that shows marks or a code and no page that can be found, that is said: no form is lost without a word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from omr.geometry import MM_PER_INCH, Points, map_points
from omr.images.page_image import PageImage, ScanFile
from omr.images.preprocess import enough_px, prepare_for
from omr.registration.fiducials import find_candidates
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.registration.page_identity import find_page_codes
from omr.results import PageOutcome, Reason
from omr.shared_images.image_parts import ImagePart, cut, scan_of_part

Found = LocatedPage | RegistrationFailure
Finder = Callable[[ScanFile, int], Found]
"""Finds the page of a form on one page of a file."""

_LEAST_SHARE = 0.3  # of a page's shorter side: a narrower part holds no page of which anything could be read
_ROOM_SHARE = 0.8  # of a page's sides: as much as a page needs whose margins were cut off
_LEAST_MARKS = 2  # of a page's four; one shape that looks like a mark may be anything
_LARGE_SHARE = 1.35  # of a form's longer side: A3 is 1.41 times as long as A4
_NOTHING_THERE = (Reason.BLANK_PAGE, Reason.DARK_PAGE)


@dataclass(frozen=True, slots=True, eq=False)
class PlacedPage:
    """What was found in a part of an image.

    Attributes:
        found: The page, in the scan frame of the part, or why there is none.
        part: The part; None where that is the whole image.
    """

    found: Found
    part: ImagePart | None = None


def find_pages(scan: ScanFile, index: int, find: Finder, long_side_mm: float) -> list[PlacedPage]:
    """Find the pages on one page of a file, in reading order; at least one, which may be a failure.

    Args:
        scan: The opened file.
        index: 0-based page of it.
        find: Finds one page of a form on an image.
        long_side_mm: The longest side of a form.

    Raises:
        UnreadableScan: The page cannot be turned into an image.
    """
    first = find(scan, index)
    if isinstance(first, RegistrationFailure):
        if first.outcome is PageOutcome.COVER or first.reason in _NOTHING_THERE:
            return [PlacedPage(first)]
        return _ImageSearch(scan, index, find, scan.load(index, enough_px=2 * enough_px(long_side_mm))).in_halves(
            first, long_side_mm
        )
    image = first.image
    size_px = image.pixels.shape[1] * image.factor, image.pixels.shape[0] * image.factor
    whole = ImagePart(0, 0, *size_px)
    if not any(_is_worth_a_look(part, first) for part in _parts_around(whole, first)):
        return [PlacedPage(first)]
    return _ImageSearch(scan, index, find, scan.load(index, enough_px=2 * enough_px(long_side_mm))).around(first)


class _ImageSearch:
    """Looks at what one page leaves of an image, and at what further pages leave of that."""

    def __init__(self, scan: ScanFile, index: int, find: Finder, page: PageImage) -> None:
        self._scan, self._index, self._find = scan, index, find
        self._page = page
        self._size_px = page.pixels.shape[1] * page.shrink, page.pixels.shape[0] * page.shrink

    def around(self, first: LocatedPage) -> list[PlacedPage]:
        whole = ImagePart(0, 0, *self._size_px)
        further = list(self._further(first, whole))
        if not any(isinstance(each.found, LocatedPage) for each in further):
            return [PlacedPage(first), *further]
        pages = [self._again(first, further), *further]
        return sorted(pages, key=_reading_order)

    def in_halves(self, failure: RegistrationFailure, long_side_mm: float) -> list[PlacedPage]:
        """Find pages in the halves of an image on which none was found as a whole."""
        if not self._may_hold_two(long_side_mm):
            return [PlacedPage(failure)]
        width, height = self._size_px
        left, top = (0, height // 2) if height > width else (width // 2, 0)
        halves = ImagePart(0, 0, left or width, top or height), ImagePart(left, top, width, height)
        pages = [page for half in halves for page in self._in_half(half.on_grid())]
        if not any(isinstance(page.found, LocatedPage) for page in pages):
            return [PlacedPage(failure)]
        return sorted(pages, key=_reading_order)

    def _in_half(self, half: ImagePart) -> Iterator[PlacedPage]:
        found = self._find(scan_of_part(self._scan, self._index, self._size_px, half), 0)
        if isinstance(found, LocatedPage):
            if _lies_in(half, found):
                yield PlacedPage(found, half)
                yield from self._further(found, half)
        elif found.reason not in _NOTHING_THERE:
            yield PlacedPage(found, half)

    def _may_hold_two(self, long_side_mm: float) -> bool:
        """Whether an image bears several codes, or is as large as two pages by the resolution that its file states."""
        if len(find_page_codes(self._page)) > 1:
            return True
        stated = self._page.stated_dpi
        sides_mm = [side / stated * MM_PER_INCH for side in self._size_px] if stated else [0.0]
        return max(sides_mm) >= _LARGE_SHARE * long_side_mm

    def _further(self, page: LocatedPage, within: ImagePart) -> Iterator[PlacedPage]:
        """Yield the pages in what a page leaves of a part of the image."""
        for part in _parts_around(within, page):
            if not _is_worth_a_look(part, page):
                continue
            part = part.on_grid()
            shows_form = self._shows_form(part, page)
            if not shows_form and not _has_room(part, page):
                continue
            found = self._find(scan_of_part(self._scan, self._index, self._size_px, part), 0)
            if isinstance(found, LocatedPage) and _lies_in(part, found):
                yield PlacedPage(found, part)
                yield from self._further(found, part)
            elif shows_form:
                yield PlacedPage(RegistrationFailure(PageOutcome.UNREADABLE, Reason.MORE_ON_IMAGE), part)

    def _again(self, first: LocatedPage, further: list[PlacedPage]) -> PlacedPage:
        """Find the first page in its own part; where that fails, it stays as it was found on the whole image."""
        part = ImagePart(0, 0, *self._size_px)
        center = _corners(first).mean(axis=0)
        for each in further:
            part = _without(part, each.part, center)
        part = part.on_grid()
        found = self._find(scan_of_part(self._scan, self._index, self._size_px, part), 0)
        is_same = isinstance(found, LocatedPage) and found.identity.page == first.identity.page
        return PlacedPage(found, part) if is_same else PlacedPage(first)

    def _shows_form(self, part: ImagePart, beside: LocatedPage) -> bool:
        """Whether a part shows corner marks or a code, as forms like the page beside it bear them."""
        piece = cut(self._page, part)
        if find_page_codes(piece):
            return True
        fiducials = beside.model.layout.fiducials
        if not fiducials:
            return False
        image = prepare_for(piece, beside.registration.dpi)
        return len(find_candidates(image, fiducials[0].size_mm, everywhere=True)) >= _LEAST_MARKS


def _corners(page: LocatedPage) -> Points:
    """Return where the paper's corners lie, in the scan frame of the part that the page was found in, (4, 2)."""
    right, bottom = page.model.layout.width_mm, page.model.layout.height_mm
    paper = np.array([(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)])
    return map_points(np.array(page.registration.template_to_scan).reshape(3, 3), paper)


def _parts_around(image: ImagePart, page: LocatedPage) -> Iterator[ImagePart]:
    """Yield what of an image lies left of the page found in it, right of it, above it and below it."""
    corners = _corners(page) + np.array((image.left, image.top))
    (left, top), (right, bottom) = corners.min(axis=0).round().astype(int), corners.max(axis=0).round().astype(int)
    left, right = np.clip((left, right), image.left, image.right).tolist()
    top, bottom = np.clip((top, bottom), image.top, image.bottom).tolist()
    yield ImagePart(image.left, image.top, left, image.bottom)
    yield ImagePart(right, image.top, image.right, image.bottom)
    yield ImagePart(left, image.top, right, top)
    yield ImagePart(left, bottom, right, image.bottom)


def _sides_px(page: LocatedPage) -> tuple[float, float]:
    """Return the shorter and the longer side of a page, delivered px."""
    corners = _corners(page)
    sides = [float(np.linalg.norm(corners[1] - corners[0])), float(np.linalg.norm(corners[3] - corners[0]))]
    return min(sides), max(sides)


def _is_worth_a_look(part: ImagePart, page: LocatedPage) -> bool:
    return min(part.width, part.height) >= _LEAST_SHARE * _sides_px(page)[0]


def _lies_in(part: ImagePart, page: LocatedPage) -> bool:
    """Whether most of a page that was found in a part lies there, and not in what was cut off."""
    corners = _corners(page)
    size = corners.max(axis=0) - corners.min(axis=0)
    seen = np.clip(corners.max(axis=0), 0, (part.width, part.height)) - np.clip(
        corners.min(axis=0), 0, (part.width, part.height)
    )
    return bool((seen >= _ROOM_SHARE * size).all())


def _has_room(part: ImagePart, page: LocatedPage) -> bool:
    """Whether a whole page like this one fits into a part, upright or on its side."""
    shorter, longer = _sides_px(page)
    sides = sorted((part.width, part.height))
    return sides[0] >= _ROOM_SHARE * shorter and sides[1] >= _ROOM_SHARE * longer


def _without(part: ImagePart, other: ImagePart | None, center: Points) -> ImagePart:
    """Return what of a part lies on the side of ``center`` from another part."""
    if other is None:
        return part
    x, y = center.tolist()
    if other.left >= x:
        return replace(part, right=min(part.right, other.left))
    if other.right <= x:
        return replace(part, left=max(part.left, other.right))
    if other.top >= y:
        return replace(part, bottom=min(part.bottom, other.top))
    return replace(part, top=max(part.top, other.bottom))


def _reading_order(page: PlacedPage) -> tuple[bool, int, float]:
    """Sort pages that were found before what was not, from top to bottom and in a row from left to right."""
    if not isinstance(page.found, LocatedPage):
        return True, 0, 0.0
    corners = _corners(page.found)
    if page.part is not None:
        corners = corners + np.array((page.part.left, page.part.top))
    x, y = corners.mean(axis=0).tolist()
    return False, round(y / max(_sides_px(page.found))), x
