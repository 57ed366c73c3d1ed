"""Areas are aligned, made alike and spread evenly."""

import pytest

from form_templates.editing.edit import PlacedRef
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.areas import PlaceAreas
from form_templates.editing.operations.arranging import (
    AlignAreas,
    Alignment,
    Direction,
    DistributeAreas,
    MakeSameSize,
)
from form_templates.editing.operations.parts import rects_of
from form_templates.model import Rect
from tests.form_templates.editing.build import form, ref

ONE, TWO, THREE = ref("c01", "1"), ref("c02", "1"), ref("c03", "1")
REFS = (ONE, TWO, THREE)


@pytest.fixture
def crooked():
    rects = (Rect(120, 40, 4, 4), Rect(122, 45, 6, 4), Rect(118, 60, 4, 6))
    return PlaceAreas(tuple(map(PlacedRef, REFS, rects))).applied_to(form())


@pytest.mark.parametrize(
    ("alignment", "lefts_mm", "tops_mm"),
    [
        (Alignment.LEFT, [118, 118, 118], [40, 45, 60]),
        (Alignment.RIGHT, [124, 122, 124], [40, 45, 60]),
        (Alignment.CENTER_X, [120.5, 119.5, 120.5], [40, 45, 60]),
        (Alignment.TOP, [120, 122, 118], [40, 40, 40]),
        (Alignment.BOTTOM, [120, 122, 118], [62, 62, 60]),
        (Alignment.CENTER_Y, [120, 122, 118], [50.5, 50.5, 49.5]),
    ],
)
def test_that_areas_are_brought_onto_one_line(crooked, alignment, lefts_mm, tops_mm):
    aligned = rects_of(AlignAreas(REFS, alignment).applied_to(crooked), REFS).values()

    assert [rect.x_mm for rect in aligned] == lefts_mm
    assert [rect.y_mm for rect in aligned] == tops_mm


def test_that_areas_are_brought_onto_the_line_of_one_of_them(crooked):
    aligned = AlignAreas(REFS, Alignment.LEFT, anchor=TWO).applied_to(crooked)

    assert {rect.x_mm for rect in rects_of(aligned, REFS).values()} == {122}


def test_that_areas_of_the_same_size_keep_their_centres(crooked):
    alike = rects_of(MakeSameSize(REFS, TWO).applied_to(crooked), REFS)

    assert alike == {ONE: Rect(119, 40, 6, 4), TWO: Rect(122, 45, 6, 4), THREE: Rect(117, 61, 6, 4)}


def test_that_rows_are_spread_evenly_and_stay_rows(crooked):
    beside = ref("c02", "2")
    level = PlaceAreas((PlacedRef(beside, Rect(140, 45.4, 4, 4)),)).applied_to(crooked)

    spread = rects_of(DistributeAreas((*REFS, beside), Direction.DOWN).applied_to(level), (*REFS, beside))

    assert spread[ONE].center_mm[1] == 42
    assert spread[THREE].center_mm[1] == 63
    assert (spread[TWO].y_mm, spread[beside].y_mm) == (50.3, 50.7)
    assert spread[beside].x_mm == 140


def test_that_columns_are_spread_evenly():
    refs = (ref("c01", "1"), ref("c01", "2"), ref("c01", "5"))

    spread = rects_of(DistributeAreas(refs, Direction.ACROSS).applied_to(form()), refs)

    assert [rect.x_mm for rect in spread.values()] == [120, 144, 168]


def test_that_two_rows_cannot_be_spread(crooked):
    with pytest.raises(EditRefused, match="three areas or more"):
        DistributeAreas((ONE, ref("c01", "2"), TWO), Direction.DOWN).applied_to(form())
