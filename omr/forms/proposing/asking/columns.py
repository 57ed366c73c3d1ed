"""Columns of a page: frames in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from form_templates.model import Rect
from omr.forms.proposing.asking.prompts import is_prompt, without_number
from omr.forms.proposing.content.places import between, bottom_of, right_of
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot

_LOWEST_MM = 22.0  # height of columns; lower, they are read as rows
_STEP_MM = 0.5
_MARGIN = 0.12  # of a frame's width: no gap between columns lies nearer to its edge
_ALIGNED_MM = 2.5
_BELOW_MM = 30.0  # from the words that begin a question to its first spot
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Gap:
    """An upright strip with nothing in it."""

    x_mm: float
    top_mm: float
    low_mm: float


def frames_of(view: PageView, deepest: int = _DEEPEST) -> list[Rect]:
    """Return the frames of a page: above two columns, the left, the right, below; the page if it has no columns."""
    gap = _best_gap(view) if deepest else None
    if gap is None:
        return [view.frame]
    frame = view.frame
    right_mm, low_mm = right_of(frame), bottom_of(frame)
    above = between(frame.x_mm, frame.y_mm, right_mm, gap.top_mm)
    left = between(frame.x_mm, gap.top_mm, gap.x_mm, gap.low_mm)
    right = between(gap.x_mm, gap.top_mm, right_mm, gap.low_mm)
    below = between(frame.x_mm, gap.low_mm, right_mm, low_mm)
    parts = [part for part in (above, left, right, below) if part.h_mm > 0.1 and part.w_mm > 0.1]
    return [found for part in parts for found in frames_of(view.part(part), deepest - 1)]


def _best_gap(view: PageView) -> _Gap | None:
    whole = (_cut_nothing(gap, view) for gap in _gaps(view))
    gaps = [gap for gap in whole if gap is not None and _parts_questions(gap, view)]
    return max(gaps, key=lambda gap: (round(gap.low_mm - gap.top_mm), -gap.x_mm), default=None)


def _cut_nothing(gap: _Gap, view: PageView) -> _Gap | None:
    """Return a gap made shorter where its ends cut through what hangs together; None if too little is left."""
    top_mm, low_mm = gap.top_mm, gap.low_mm
    rects = [phrase.rect for phrase in view.phrases] + [*view.blocks] + [spot.rect for spot in view.spots]
    is_cut = True
    while is_cut:
        is_cut = False
        for rect in rects:
            if rect.y_mm < top_mm - 0.2 and bottom_of(rect) > top_mm + 0.2:
                top_mm, is_cut = bottom_of(rect), True
            if rect.y_mm < low_mm - 0.2 and bottom_of(rect) > low_mm + 0.2:
                low_mm, is_cut = rect.y_mm, True
    return _Gap(gap.x_mm, top_mm, low_mm) if low_mm - top_mm > _LOWEST_MM else None


def _gaps(view: PageView) -> Iterator[_Gap]:
    frame = view.frame
    rects = [phrase.rect for phrase in view.phrases] + [spot.rect for spot in view.spots]
    rects += view.blocks
    rects += [table.rect for table in view.tables if table.rect.overlaps(frame)]
    start_mm, end_mm = frame.x_mm + _MARGIN * frame.w_mm, right_of(frame) - _MARGIN * frame.w_mm
    for step in range(int((end_mm - start_mm) / _STEP_MM)):
        x_mm = start_mm + step * _STEP_MM
        crossing = sorted(
            (rect.y_mm, bottom_of(rect)) for rect in rects if rect.x_mm - 0.6 < x_mm < right_of(rect) + 0.6
        )
        yield from _free(x_mm, crossing, frame)


def _free(x_mm: float, crossing: Sequence[tuple[float, float]], frame: Rect) -> Iterator[_Gap]:
    top_mm = frame.y_mm
    for start_mm, end_mm in [*crossing, (bottom_of(frame), bottom_of(frame))]:
        if start_mm - top_mm > _LOWEST_MM:
            yield _Gap(x_mm, top_mm, start_mm)
        top_mm = max(top_mm, end_mm)


def _parts_questions(gap: _Gap, view: PageView) -> bool:
    """Whether questions stand on both sides: words at the left edge of each that begin one, and spots close to them."""
    phrases = view.phrases_within(gap.top_mm, gap.low_mm)
    spots = [spot for spot in view.spots if gap.top_mm <= spot.y_mm < gap.low_mm]
    left = (
        [phrase for phrase in phrases if phrase.rect.x_mm < gap.x_mm],
        [spot for spot in spots if spot.x_mm < gap.x_mm],
    )
    right = (
        [phrase for phrase in phrases if phrase.rect.x_mm >= gap.x_mm],
        [spot for spot in spots if spot.x_mm >= gap.x_mm],
    )
    begins = (_begin(*left), _begin(*right))
    if not all(begins):
        return False
    # where one side is numbered and the other not, that one has names of fields, and the options of the first go on
    are_numbered = [any(without_number(phrase.text)[0] for phrase in prompts) for prompts in begins]
    return are_numbered[0] == are_numbered[1]


def _begin(phrases: Sequence[Phrase], spots: Sequence[Spot]) -> list[Phrase]:
    """Return the words at the left edge that may begin the question of spots below them."""
    if len(spots) < 2 or not phrases:
        return []
    edge_mm = min(min(phrase.rect.x_mm for phrase in phrases), min(spot.rect.x_mm for spot in spots))
    return [
        phrase
        for phrase in phrases
        if is_prompt(phrase)
        and phrase.rect.x_mm < edge_mm + _ALIGNED_MM
        and any(-_ALIGNED_MM < spot.y_mm - phrase.rect.y_mm < _BELOW_MM for spot in spots)
    ]
