"""The same sheet scanned twice, at another angle, scale or brightness, told from sheets merely filled in alike.

Losing a respondent is worse than counting one twice, so a pair is *sure* only if nearly every mark agrees with its
counterpart stroke by stroke; what lies between sure and different is a *suspicion*, which is told and changes nothing.

That marks are alike is not enough: circles filled in with care look the same whoever fills them in. So each mark must
resemble its counterpart on the other page far more than it resembles the other marks there. It may have others beside
it: a sheet that was filled in further between two scans is still the same sheet.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omr.rescans.ink_signature import FEWEST_MARKS, PICTURE_PX, SKETCH_SIZE, unpack_pictures

# Cosines. Of the ink: scans of one sheet reach 0.94 and more, in a bad feeder seldom less; but so do sheets on which
# two people fill the same circles. Of the strokes: scans of one sheet reach 0.85, photographs 0.78, those filled in
# further or scanned in black and white 0.48; of 20,000 pairs of people who mark the same options alike at most 0.43.
_ALIKE_INK = 0.85
_ALIKE_STROKES = 0.45
# Mean correlation over all marks of both pages: two scans of one sheet reach 0.93 to 0.99.
_SURE_LIKENESS = 0.90
_SURE_MARK = 0.80  # correlation of a single mark
_SURE_SHARE = 0.90
# Of the marks that both pages have: two scans or photographs reach 0.90 and more, pencil on a 1-bit scan 0.95 too; but
# so do well filled circles of two people (0.94).
_SHARED_LIKENESS = 0.85
# How much of what is missing to full likeness the right counterpart makes up: two scans of one sheet 0.8 to 0.99, of
# photographs all but one in fifty beyond 0.75; two people who fill the same circles at most 0.5, printed letters in
# the circles 0.69.
_OWN_LIKENESS = 0.72
_SHARED_MARKS = 0.70  # of the page with fewer marks
_ROWS_AT_ONCE = 512  # of sketches: 20 MB of products with 10,000 others
_LIGHT_MARK = 0.25  # of a page's usual ink: less may be seen in one scan and missed in the other
_NO_MARK = 0.02  # of a page's usual ink


class Likeness(IntEnum):
    """What two pages have to do with each other."""

    DIFFERENT = 0
    SUSPECTED = 1
    SURE = 2


class SketchedPage(NamedTuple):
    """A kept page as far as it is needed to find candidates."""

    page_id: int
    page_number: int
    sketch: bytes


@dataclass(frozen=True, slots=True)
class InkAgreement:
    """How the marks of two pages agree.

    Attributes:
        marks: How many were compared.
        mean: Mean correlation of the marks' pictures; a mark that the other page lacks counts 0.0.
        share: Share of the marks whose pictures correlate as those of two scans do.
        shared: How many are on both pages.
        smaller: How many the page with fewer marks has.
        shared_mean: Mean correlation of those that are on both pages.
        own: How much more a mark is like its counterpart than like the other marks there: 0.0 not at all, 1.0 it is
            like its counterpart alone. 0.0 too where marks are unlike anyway.
    """

    marks: int
    mean: float
    share: float
    shared: int = 0
    smaller: int = 0
    shared_mean: float = 0.0
    own: float = 0.0

    @property
    def likeness(self) -> Likeness:
        """What that makes of the two."""
        if self.shared < FEWEST_MARKS or self.shared < _SHARED_MARKS * self.smaller:
            return Likeness.DIFFERENT
        if self.shared_mean < _SHARED_LIKENESS or self.own < _OWN_LIKENESS:
            return Likeness.DIFFERENT
        is_sure = self.mean >= _SURE_LIKENESS and self.share >= _SURE_SHARE
        return Likeness.SURE if is_sure else Likeness.SUSPECTED


def compare_ink(first: bytes, second: bytes) -> InkAgreement:
    """Compare the pictures of two signatures mark by mark; the order of the two makes no difference.

    1. Marks that are light on both pages are left out.
    2. A mark without counterpart disagrees fully.
    3. Of the others the correlation counts, at the best of nine places: scans lie a quarter of a millimetre apart.
    4. Where those are alike, each is compared with the other page's other marks too.
    """
    (areas, pictures), (other_areas, others) = (unpack_pictures(packed) for packed in sorted((first, second)))
    ink, other_ink = pictures.sum(axis=(1, 2), dtype=int), others.sum(axis=(1, 2), dtype=int)
    usual = float(np.percentile(np.concatenate([ink, other_ink]), 75))
    shared, at, other_at = np.intersect1d(areas, other_areas, assume_unique=True, return_indices=True)
    heavier = np.maximum(ink[at], other_ink[other_at])
    lighter = np.minimum(ink[at], other_ink[other_at])
    counts = heavier >= _LIGHT_MARK * usual
    is_shared = counts & (lighter >= _NO_MARK * usual)
    correlations = _correlations(pictures[at], others[other_at])
    scores = np.where(lighter >= _NO_MARK * usual, correlations, 0.0)[counts]
    alone = [_lonely(areas, ink, shared, usual), _lonely(other_areas, other_ink, shared, usual)]
    marks = len(scores) + sum(alone)
    if not marks:
        return InkAgreement(0, 0.0, 0.0)
    of_shared = float(correlations[is_shared].mean()) if is_shared.any() else 0.0
    return InkAgreement(
        marks,
        float(scores.sum()) / marks,
        float((scores >= _SURE_MARK).sum()) / marks,
        int(is_shared.sum()),
        int(is_shared.sum()) + min(alone),
        of_shared,
        _own(pictures[at][is_shared], others[other_at][is_shared]) if of_shared >= _SHARED_LIKENESS else 0.0,
    )


def is_consistent(first: bytes | None, second: bytes | None) -> bool:
    """Return whether two pages may well be one, however few marks there are; None stands for a page without ink."""
    if first is None or second is None:
        return first is second
    agreement = compare_ink(first, second)
    return agreement.mean >= _SURE_LIKENESS and agreement.share >= _SURE_SHARE


def _lonely(areas: NDArray[np.uint16], ink: NDArray[np.int_], shared: NDArray[np.uint16], usual: float) -> int:
    return int((~np.isin(areas, shared) & (ink >= _LIGHT_MARK * usual)).sum())


def _correlations(pictures: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the correlation of each pair of pictures at the best shift by up to a pixel, (M,)."""
    fixed = _centred(pictures.astype(np.float32))
    best = np.full(len(pictures), -1.0)
    for moved in _moved(others):
        best = np.maximum(best, np.einsum("npq,npq->n", fixed, moved))
    return best


def _own(pictures: NDArray[np.uint8], others: NDArray[np.uint8]) -> float:
    """Return how much more each picture is like its own counterpart than like the rest, see ``InkAgreement``."""
    count = len(pictures)
    if count < FEWEST_MARKS:
        return 0.0
    fixed = _centred(pictures.astype(np.float32)).reshape(count, -1)
    best = np.full((count, count), -1.0, np.float32)
    for moved in _moved(others):
        np.maximum(best, fixed @ moved.reshape(count, -1).T, out=best)
    own = float(np.trace(best)) / count
    rest = (float(best.sum()) - own * count) / (count * (count - 1))
    return max(own - rest, 0.0) / max(1.0 - rest, 0.01)  # below that it is rounding


def _moved(pictures: NDArray[np.uint8]) -> Iterator[NDArray[np.float32]]:
    """Yield pictures at each of nine places, centred."""
    room = np.pad(pictures.astype(np.float32), ((0, 0), (1, 1), (1, 1)))
    for down in range(3):
        for across in range(3):
            yield _centred(room[:, down : down + PICTURE_PX, across : across + PICTURE_PX])


def _centred(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return pictures of mean 0 and length 1."""
    centred = pictures - pictures.mean(axis=(1, 2), keepdims=True)
    length = np.sqrt(np.einsum("npq,npq->n", centred, centred))[:, None, None]
    return np.asarray(centred / np.maximum(length, 1e-6), np.float32)


class SheetIndex:
    """Which kept pages show the same sheet; grows with the pages and forgets nothing.

    A pair's likeness depends on its two pages alone, so the order in which pages are added makes no difference.

    Attributes:
        newest: The largest page id that was added; 0 at the beginning.
    """

    def __init__(self) -> None:
        self.newest = 0
        self._ids: dict[int, list[int]] = defaultdict(list)
        self._sketches: dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}  # of ink, of strokes
        self._pairs: dict[int, dict[int, Likeness]] = defaultdict(dict)

    def add(self, pages: Iterable[SketchedPage], load: Callable[[Sequence[int]], Mapping[int, bytes]]) -> None:
        """Compare new pages with each other and with all that are known.

        Args:
            pages: Pages that were not added before.
            load: Returns the packed pictures of pages by their ids.
        """
        by_number: dict[int, list[SketchedPage]] = defaultdict(list)
        for page in pages:
            by_number[page.page_number].append(page)
            self.newest = max(self.newest, page.page_id)
        candidates = [pair for number, new in by_number.items() for pair in self._candidates(number, new)]
        pictures = load(sorted({page_id for pair in candidates for page_id in pair}))
        for one, other in candidates:
            likeness = compare_ink(pictures[one], pictures[other]).likeness
            if likeness is not Likeness.DIFFERENT:
                self._pairs[one][other] = self._pairs[other][one] = likeness

    @property
    def is_empty(self) -> bool:
        """Whether no page is like another one."""
        return not self._pairs

    def like(self, page_id: int) -> Mapping[int, Likeness]:
        """Return the pages that surely or perhaps show the same sheet."""
        return self._pairs.get(page_id, {})

    def _candidates(self, number: int, new: Sequence[SketchedPage]) -> list[tuple[int, int]]:
        """Return the pairs with nearly parallel sketches that a page of ``new`` is part of.

        Pages whose sketch is of ink alone, as pages kept long ago have it, are compared by that.
        """
        ink, strokes = (_unit(half) for half in _halves(new))
        known = len(self._ids[number])
        before = self._sketches.get(number, (ink[:0], strokes[:0]))
        everything = np.concatenate([before[0], ink]), np.concatenate([before[1], strokes])
        has_strokes = np.asarray(everything[1].any(axis=1), np.bool_)
        ids = self._ids[number]
        ids += [page.page_id for page in new]
        self._sketches[number] = everything
        pairs: list[tuple[int, int]] = []
        for start in range(known, len(ids), _ROWS_AT_ONCE):
            end = min(start + _ROWS_AT_ONCE, len(ids))
            is_alike = everything[1][start:end] @ everything[1][:end].T >= _ALIKE_STROKES
            if not has_strokes[:end].all():
                by_ink = everything[0][start:end] @ everything[0][:end].T >= _ALIKE_INK
                is_alike |= by_ink & ~(has_strokes[start:end, None] & has_strokes[None, :end])
            rows, columns = np.nonzero(is_alike)
            is_earlier = columns < rows + start
            at = zip(columns[is_earlier].tolist(), (rows[is_earlier] + start).tolist(), strict=True)
            pairs += [(ids[one], ids[other]) for one, other in at]
        return pairs


def _halves(pages: Sequence[SketchedPage]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the sketches of ink and of strokes, (N, 96) each; the latter are zeros where a page has none."""
    whole = np.zeros((len(pages), 2 * SKETCH_SIZE), np.float32)
    for row, page in zip(whole, pages, strict=True):
        numbers = np.frombuffer(page.sketch, np.int8)
        row[: len(numbers)] = numbers
    return whole[:, :SKETCH_SIZE], whole[:, SKETCH_SIZE:]


def _unit(sketches: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(sketches / np.maximum(np.linalg.norm(sketches, axis=1, keepdims=True), 1e-6), np.float32)
