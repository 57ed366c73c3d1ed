"""The same sheet scanned twice, at another angle, scale or brightness, told from sheets merely filled in alike.

Losing a respondent is worse than counting one twice, so a pair is *sure* only if nearly every mark agrees with its
counterpart stroke by stroke; what lies between sure and different is a *suspicion*, which is told and changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omr.rescans.ink_signature import FEWEST_MARKS, PICTURE_PX, SKETCH_SIZE, unpack_pictures

_ALIKE_SKETCHES = 0.85  # cosine; scans of one sheet reach 0.94 and more, in a bad feeder seldom less
# Mean correlation: two scans of one sheet reach 0.93 to 0.99; of 600,000 pairs of sheets on which different people
# crossed the same boxes in the same way with the same pen, none went beyond 0.73.
_SURE_LIKENESS = 0.90
_SUSPECT_LIKENESS = 0.80
_SURE_MARK = 0.80  # correlation of a single mark; in a pair of different people at most 61 % of the marks reach it
_SURE_SHARE = 0.90
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
    """

    marks: int
    mean: float
    share: float

    @property
    def likeness(self) -> Likeness:
        """What that makes of the two."""
        if self.marks < FEWEST_MARKS or self.mean < _SUSPECT_LIKENESS:
            return Likeness.DIFFERENT
        is_sure = self.mean >= _SURE_LIKENESS and self.share >= _SURE_SHARE
        return Likeness.SURE if is_sure else Likeness.SUSPECTED


def compare_ink(first: bytes, second: bytes) -> InkAgreement:
    """Compare the pictures of two signatures mark by mark; the order of the two makes no difference.

    1. Marks that are light on both pages are left out.
    2. A mark without counterpart disagrees fully.
    3. Of the others the correlation counts, at the best of nine places: scans lie a quarter of a millimetre apart.
    """
    (areas, pictures), (other_areas, others) = (unpack_pictures(packed) for packed in sorted((first, second)))
    ink, other_ink = pictures.sum(axis=(1, 2), dtype=int), others.sum(axis=(1, 2), dtype=int)
    usual = float(np.percentile(np.concatenate([ink, other_ink]), 75))
    shared, at, other_at = np.intersect1d(areas, other_areas, assume_unique=True, return_indices=True)
    heavier = np.maximum(ink[at], other_ink[other_at])
    lighter = np.minimum(ink[at], other_ink[other_at])
    counts = heavier >= _LIGHT_MARK * usual
    correlations = _correlations(pictures[at], others[other_at])
    scores = np.where(lighter >= _NO_MARK * usual, correlations, 0.0)[counts]
    alone = _lonely(areas, ink, shared, usual) + _lonely(other_areas, other_ink, shared, usual)
    marks = len(scores) + alone
    if not marks:
        return InkAgreement(0, 0.0, 0.0)
    return InkAgreement(marks, float(scores.sum()) / marks, float((scores >= _SURE_MARK).sum()) / marks)


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
    room = np.pad(others.astype(np.float32), ((0, 0), (1, 1), (1, 1)))
    best = np.full(len(pictures), -1.0)
    for down in range(3):
        for across in range(3):
            moved = _centred(room[:, down : down + PICTURE_PX, across : across + PICTURE_PX])
            best = np.maximum(best, np.einsum("npq,npq->n", fixed, moved))
    return best


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
        self._sketches: dict[int, NDArray[np.float32]] = {}
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

    def like(self, page_id: int) -> Mapping[int, Likeness]:
        """Return the pages that surely or perhaps show the same sheet."""
        return self._pairs.get(page_id, {})

    def _candidates(self, number: int, new: Sequence[SketchedPage]) -> list[tuple[int, int]]:
        """Return the pairs with nearly parallel sketches that a page of ``new`` is part of."""
        fresh = _unit(np.array([np.frombuffer(page.sketch, np.int8) for page in new], np.float32))
        known = len(self._ids[number])
        before = self._sketches.get(number, np.zeros((0, SKETCH_SIZE), np.float32))
        everything = np.concatenate([before, fresh])
        ids = self._ids[number]
        ids += [page.page_id for page in new]
        self._sketches[number] = everything
        pairs: list[tuple[int, int]] = []
        for start in range(known, len(everything), _ROWS_AT_ONCE):
            end = min(start + _ROWS_AT_ONCE, len(everything))
            rows, columns = np.nonzero(everything[start:end] @ everything[:end].T >= _ALIKE_SKETCHES)
            is_earlier = columns < rows + start
            at = zip(columns[is_earlier].tolist(), (rows[is_earlier] + start).tolist(), strict=True)
            pairs += [(ids[one], ids[other]) for one, other in at]
        return pairs


def _unit(sketches: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(sketches / np.maximum(np.linalg.norm(sketches, axis=1, keepdims=True), 1e-6), np.float32)
