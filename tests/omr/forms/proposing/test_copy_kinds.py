"""Which copies are put together, and in which order their pages come."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from omr.forms.page_images import PageOpener
from omr.forms.proposing.copy_kinds import CopySorter, PageKind, ScannedCopy, in_order
from omr.forms.proposing.raster.copies import FlatCopy
from omr.forms.proposing.raster.flattening import PaperSize
from omr.opencv import cv2
from omr.processes.limited_process import call_here
from tests.omr.forms.proposing.raster.drawn_tables import filled_in, table_page
from tests.omr.forms.proposing.raster.pictures import Pixels

_SIZE_MM = (1240 / 300 * 25.4, 1320 / 300 * 25.4)


def _sorted(copies: Sequence[Pixels]) -> list[PageKind]:
    with PageOpener(call=call_here) as opener:
        sorter = CopySorter(opener)
        for place, copy in enumerate(copies):
            data = bytes(cv2.imencode(".jpg", copy)[1])
            assert sorter.add(_scan(place), FlatCopy(data, *_SIZE_MM, PaperSize.ASSUMED))
        assert not sorter.tell_apart()
    return in_order(sorter.kinds)


def _scan(place: int, index: int | None = None) -> ScannedCopy:
    return ScannedCopy(f"{place}", place, place if index is None else index, Path("scans.pdf"))


def _places(kinds: Sequence[PageKind]) -> list[list[int]]:
    return [[scan.place for scan in kind.scans] for kind in kinds]


def test_that_pages_with_the_same_tables_are_kept_apart_whichever_way_up_they_lie() -> None:
    copies = [filled_in(table_page(number % 2, title=number % 2), number, number % 3) for number in range(6)]
    copies[3] = np.ascontiguousarray(np.rot90(copies[3], 2))

    kinds = _sorted(copies)

    assert _places(kinds) == [[0, 2, 4], [1, 3, 5]]
    assert kinds[0] in kinds[1].alike


def test_that_pages_come_in_their_order_though_the_first_copy_lacks_one() -> None:
    kinds = [PageKind([], [_scan(place) for place in places]) for places in ((0, 2, 5), (1, 4, 7), (3, 6))]

    assert _places(in_order(kinds)) == [[0, 2, 5], [3, 6], [1, 4, 7]]


def test_that_the_page_with_which_files_begin_comes_first() -> None:
    first = [_scan(place, 0) for place in (1, 3, 5)]
    second = [_scan(place, place % 2) for place in (0, 2, 4, 6)]  # the first copy lacks its first page
    second[1:] = [_scan(place, 1) for place in (2, 4, 6)]

    assert in_order([PageKind([], second), PageKind([], first)])[0].spare == first


def test_that_pages_in_files_of_their_own_come_as_they_were_named_though_one_copy_lacks_its_first() -> None:
    kinds = [
        PageKind([], [ScannedCopy(f"{place}.jpg", place, 0, Path(f"{place}.jpg")) for place in places])
        for places in ((0, 3, 5), (1, 2, 4, 6))
    ]

    assert in_order(kinds[::-1]) == kinds
