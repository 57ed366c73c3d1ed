"""What a pile of pages tells about scanner or camera and paper: findings worth a person's time, else silence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from omr.health.medium import Medium, medium_of, medium_of_pile
from omr.rescans.scanned_twice import Likenesses
from omr.rescans.sheet_questions import find_sheet_questions
from omr.respondents.grouping import group_pages
from omr.responses import DeliveredPage
from omr.results import PageHealth, PageOutcome, Reason, Side


class HealthKind(StrEnum):
    """What a finding is about, the most urgent first."""

    MISSING_SIDES = "missing-sides"  # forms without a page that their neighbours have: two sheets fed at once?
    MIXED_MEDIA = "mixed-media"  # photographs among scans; value: pages that may be either
    STREAK = "streak"  # value: mm from ``side`` of the picture
    CROPPED = "cropped"  # value: mm lost at ``side`` of the form
    LOW_RESOLUTION = "low-resolution"  # value: dpi
    ONE_BIT = "one-bit"
    PALE_PRINT = "pale-print"  # value: contrast of the print, 0.0-1.0
    OUT_OF_FOCUS = "out-of-focus"
    SKEWED_FEEDER = "skewed-feeder"  # value: degrees
    TILTED = "tilted"  # value: how much larger the nearest corner is seen than the farthest; 0.3 = by 30 %
    UNEVEN_LIGHT = "uneven-light"  # value: share of the light missing at the darkest place
    BENT = "bent"  # value: mm off a plane
    PRINT_SCALE = "print-scale"  # value: size of the print relative to the template
    LOOK_ALIKE = "look-alike"  # perhaps the same sheet twice; both count
    SAME_SHEET = "same-sheet"  # surely the same sheet twice; counted once
    SAME_FILE = "same-file"  # the same file twice; counted once
    BLANK_PAGES = "blank-pages"
    MEDIUM_IN_DOUBT = "medium-in-doubt"  # it cannot be told whether they are photographs or scans


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """One thing worth telling about a pile.

    Attributes:
        kind: What it is about.
        pages: How many pages show it.
        of: Among how many: of a fault of scanner or camera, pages of the same medium.
        first: 1-based number, in delivered order, of the first of them.
        value: The fact; see ``HealthKind``. 0.0 where there is none.
        side: The edge it is about; None where it is about none.
        medium: What the pages came through; what helps depends on it.
    """

    kind: HealthKind
    pages: int
    of: int
    first: int
    value: float = 0.0
    side: Side | None = None
    medium: Medium = Medium.SCAN


@dataclass(frozen=True, slots=True)
class _Measured:
    """A page with its number in the pile and its health."""

    number: int
    health: PageHealth

    @property
    def medium(self) -> Medium:
        """What it came through."""
        return medium_of(self.health.p_photo)


_MEDIA = (Medium.PHOTO, Medium.SCAN, Medium.UNSURE)

_Fault = tuple[HealthKind, Callable[[PageHealth], bool], Callable[[PageHealth], float]]
"""What may be wrong, with which pages, and the fact about one."""

# A page or two may have been torn, moved or fed badly by chance; a fault of the machine returns.
_FEWEST_PAGES = 3
_FEW_SHARE = 0.02  # of the pages: streaks and crops matter even where they are rare
_MANY_SHARE = 0.25  # of the pages: settings are the same for all, so fewer is another matter

_LEFT_OUT = (Reason.ALREADY_DELIVERED, Reason.PAGE_TAKEN_OUT, Reason.BATCH_TAKEN_OUT)

_STREAK_APART_MM = 1.5  # dirt stays where it is; sheets of other formats move it by no more
_CROPPED_MM = 5.0  # office feeders cut off 2 to 4 mm where nothing is printed; the corner marks begin at 8 mm
_LOW_DPI = 140.0  # a pen line is 2 pixels wide then
_LEAST_CONTRAST = 0.45  # of the way from black to white; print of an empty toner cartridge, faded copies
_LEAST_SHARPNESS = 1.6  # of solid print per mm at 300 dpi; good scans reach 3.1 to 3.9, at 150 dpi 2.9
_SKEWED_DEG = 1.5  # median; good feeders stay within 1
_ODD_SCALE = 0.02  # good printers and scanners differ by 1 %
_SCALE_SPREAD = 0.01  # median distance from the median: pages that differ more were not printed in one way
_BLANK_SHARE = 0.05
_TILTED = 0.35  # the far edge has three quarters of the resolution of the near one
_UNEVEN = 0.3  # a third of the light
_BENT_MM = 1.5  # a sheet laid down without care departs by half a millimetre


def find_health(
    pages: Sequence[DeliveredPage],
    health: Mapping[int, PageHealth],
    likenesses: Likenesses,
    pages_per_form: int,
) -> tuple[HealthFinding, ...]:
    """Return what is worth telling about a pile, the most urgent first; nothing if all is well.

    Args:
        pages: The pile in delivered order.
        health: By page id; pages not read have none.
        likenesses: Which pages are perhaps of one sheet.
        pages_per_form: How many pages the form has.
    """
    measured = [
        _Measured(number, health[page.page_id])
        for number, page in enumerate(pages, start=1)
        if page.page_id is not None and page.page_id in health and page.reason not in _LEFT_OUT
    ]
    medium = medium_of_pile(page.medium for page in measured)
    stack = [replace(finding, medium=medium) for finding in _of_stack(pages, likenesses, pages_per_form)]
    found = [*_of_media(measured), *_of_machines(measured), *stack]
    order = list(HealthKind)
    return tuple(sorted(found, key=lambda finding: order.index(finding.kind)))  # stable


def _of_media(measured: Sequence[_Measured]) -> list[HealthFinding]:
    """Tell photographs among scans, and pages that may be either where there are several."""
    photos, scans, unsure = ([page for page in measured if page.medium is each] for each in _MEDIA)
    if photos and scans:
        kind, hit, value = HealthKind.MIXED_MEDIA, photos, float(len(unsure))
    elif len(unsure) >= _FEWEST_PAGES:
        kind, hit, value = HealthKind.MEDIUM_IN_DOUBT, unsure, 0.0
    else:
        return []
    return [replace(_finding(kind, hit, measured, value), medium=Medium.UNSURE)]


def _of_machines(measured: Sequence[_Measured]) -> list[HealthFinding]:
    """Look at scans, at photographs and at pages that may be either, each by what can be wrong with them."""
    found: list[HealthFinding] = []
    for medium in _MEDIA:
        pages = [page for page in measured if page.medium is medium]
        if not pages:
            continue
        faults = _photo_faults(pages) if medium is Medium.PHOTO else _crops(pages)
        if medium is Medium.SCAN:
            faults += [*_streaks(pages), *_skew(pages), *_scale(pages)]
        found += [replace(finding, medium=medium) for finding in (*faults, *_frequent(pages, _SETTINGS))]
    return found


def _frequent(pages: Sequence[_Measured], faults: Sequence[_Fault]) -> list[HealthFinding]:
    """Tell what is wrong with many of the pages."""
    found = []
    for kind, is_so, value in faults:
        hit = [page for page in pages if is_so(page.health)]
        if len(hit) >= max(_FEWEST_PAGES, _MANY_SHARE * len(pages)):
            found.append(_finding(kind, hit, pages, median(value(page.health) for page in hit)))
    return found


def _photo_faults(photos: Sequence[_Measured]) -> list[HealthFinding]:
    """Look at how photographs were taken; which side of the sheet is missing varies from one to the next."""
    cropped = [page for page in photos if max(page.health.cropped_mm) >= _CROPPED_MM]
    found = _frequent(photos, _OF_PHOTOS)
    if len(cropped) >= max(_FEWEST_PAGES, _FEW_SHARE * len(photos)):
        lost_mm = median(max(page.health.cropped_mm) for page in cropped)
        found.append(_finding(HealthKind.CROPPED, cropped, photos, lost_mm))
    return found


def _contrast(health: PageHealth) -> float:
    return (health.paper_level - health.print_level) / 255


_SETTINGS: tuple[_Fault, ...] = (
    (HealthKind.LOW_RESOLUTION, lambda health: health.dpi < _LOW_DPI, lambda health: health.dpi),
    (HealthKind.ONE_BIT, lambda health: health.is_one_bit, lambda _health: 0.0),
    (HealthKind.PALE_PRINT, lambda health: not health.is_one_bit and _contrast(health) < _LEAST_CONTRAST, _contrast),
    (
        HealthKind.OUT_OF_FOCUS,
        lambda health: not health.is_one_bit and 0.0 < health.sharpness < _LEAST_SHARPNESS and health.dpi >= _LOW_DPI,
        lambda _health: 0.0,
    ),
)
_OF_PHOTOS: tuple[_Fault, ...] = (
    (HealthKind.TILTED, lambda health: health.tilt >= _TILTED, lambda health: health.tilt),
    (HealthKind.UNEVEN_LIGHT, lambda health: health.shade >= _UNEVEN, lambda health: health.shade),
    (HealthKind.BENT, lambda health: health.bend_mm >= _BENT_MM, lambda health: health.bend_mm),
)


def _finding(
    kind: HealthKind, hit: Sequence[_Measured], among: Sequence[_Measured], value: float, side: Side | None = None
) -> HealthFinding:
    return HealthFinding(kind, len(hit), len(among), hit[0].number, round(value, 3), side)


def _streaks(measured: Sequence[_Measured]) -> list[HealthFinding]:
    """Gather streaks at one place of the glass; what shows up on a page or two was dirt on the sheet."""
    found: list[HealthFinding] = []
    for side in (Side.LEFT, Side.TOP):
        places = sorted(
            (streak.distance_mm, page.number, page)
            for page in measured
            for streak in page.health.streaks
            if streak.side is side
        )
        for group in _grouped(places, _STREAK_APART_MM):
            hit = sorted({page.number: page for _, _, page in group}.values(), key=lambda page: page.number)
            if len(hit) >= max(_FEWEST_PAGES, _FEW_SHARE * len(measured)):
                found.append(_finding(HealthKind.STREAK, hit, measured, median(at for at, _, _ in group), side))
    return sorted(found, key=lambda finding: -finding.pages)


def _grouped(
    places: Sequence[tuple[float, int, _Measured]], apart_mm: float
) -> list[list[tuple[float, int, _Measured]]]:
    groups = [[place] for place in places[:1]]
    for before, place in pairwise(places):
        if place[0] - before[0] > apart_mm:
            groups.append([])
        groups[-1].append(place)
    return groups


def _crops(measured: Sequence[_Measured]) -> list[HealthFinding]:
    found: list[HealthFinding] = []
    for at, side in enumerate(Side):
        hit = [page for page in measured if page.health.cropped_mm[at] >= _CROPPED_MM]
        if len(hit) >= max(_FEWEST_PAGES, _FEW_SHARE * len(measured)):
            lost_mm = median(page.health.cropped_mm[at] for page in hit)
            found.append(_finding(HealthKind.CROPPED, hit, measured, lost_mm, side))
    return found


def _skew(measured: Sequence[_Measured]) -> list[HealthFinding]:
    typical_deg = median(abs(page.health.skew_deg) for page in measured)
    hit = [page for page in measured if abs(page.health.skew_deg) > _SKEWED_DEG]
    if len(hit) < _FEWEST_PAGES or typical_deg <= _SKEWED_DEG:
        return []
    return [_finding(HealthKind.SKEWED_FEEDER, hit, measured, typical_deg)]


def _scale(measured: Sequence[_Measured]) -> list[HealthFinding]:
    stated = [page for page in measured if page.health.print_scale]
    if len(stated) < _FEWEST_PAGES:
        return []
    scales = [page.health.print_scale or 1.0 for page in stated]
    typical = median(scales)
    if abs(typical - 1) < _ODD_SCALE or median(abs(scale - typical) for scale in scales) > _SCALE_SPREAD:
        return []
    hit = [page for page, scale in zip(stated, scales, strict=True) if abs(scale - 1) >= _ODD_SCALE]
    return [_finding(HealthKind.PRINT_SCALE, hit, stated, typical)]


# The stack of sheets


def _of_stack(pages: Sequence[DeliveredPage], likenesses: Likenesses, pages_per_form: int) -> list[HealthFinding]:
    found: list[HealthFinding] = []
    for kind, is_so, fewest in (
        (HealthKind.SAME_SHEET, lambda page: page.reason == Reason.SAME_SHEET, 1),
        (HealthKind.SAME_FILE, lambda page: page.reason == Reason.ALREADY_DELIVERED, 1),
        (
            HealthKind.BLANK_PAGES,
            lambda page: page.outcome is PageOutcome.BLANK,
            max(_FEWEST_PAGES, _BLANK_SHARE * len(pages)),
        ),
    ):
        places = [at for at, page in enumerate(pages) if is_so(page)]
        if len(places) >= fewest:
            found.append(HealthFinding(kind, len(places), len(pages), places[0] + 1))
    asked = {id(pair.later) for each in find_sheet_questions(pages, likenesses) for pair in each.pairs}
    if asked:
        first = next(at for at, page in enumerate(pages) if id(page) in asked)
        found.append(HealthFinding(HealthKind.LOOK_ALIKE, len(asked), len(pages), first + 1))
    return found + _missing_sides(pages, pages_per_form)


def _missing_sides(pages: Sequence[DeliveredPage], pages_per_form: int) -> list[HealthFinding]:
    """Count forms that lack a page although the forms before and after them are complete.

    Pages that came but could not be read explain a gap and are listed with their reasons; two sheets fed at once leave
    no page at all. Where no form around is complete, sides were scanned apart, or one-sidedly on purpose.
    """
    numbers = {id(page): number for number, page in enumerate(pages, start=1)}
    groups = group_pages(pages, pages_per_form)
    unread = [number for number, page in enumerate(pages, start=1) if page.outcome is not PageOutcome.READ]
    gaps = []
    for at, group in enumerate(groups[1:-1], start=1):
        around = (groups[at - 1], groups[at + 1])
        if len(group) == pages_per_form or any(len(other) < pages_per_form for other in around):
            continue
        start, end = (min(numbers[id(page)] for page in side) for side in (group, around[1]))
        first = max(numbers[id(page)] for page in around[0])
        if not any(first < number < end for number in unread):
            gaps.append(start)
    if not gaps:
        return []
    return [HealthFinding(HealthKind.MISSING_SIDES, len(gaps), len(groups), gaps[0])]
