"""What lies under a pointer, in a box, in a row; what a rectangle snaps to."""

from dataclasses import replace

import pytest

from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.operations.rows import RepeatItems
from form_templates.editing.selection import (
    areas_at,
    areas_in,
    areas_of_items,
    areas_on,
    column_of,
    grid_of,
    items_of,
    row_of,
)
from form_templates.editing.snapping import Edges, Guides, Snapped, guides_of, snapped, snapped_edges
from form_templates.model import ItemId, Rect, TextField
from tests.form_templates.editing.build import form, ref

LEVELS = ("1", "2", "3", "4", "5")
ROW = tuple(ref("c02", level) for level in LEVELS)
GRID = tuple(ref(f"c0{number}", level) for number in (1, 2, 3) for level in LEVELS)


@pytest.fixture
def two_tables():
    """The three rows, and beside them, after a wide gap, and below them, three more each."""
    ids = tuple(ItemId(f"c0{number}") for number in (1, 2, 3))
    beside = RepeatItems(ids, 0, 0.0, columns=1, column_pitch_mm=-110.0).applied_to(form())
    return RepeatItems(ids, 1, 80.0).applied_to(beside)


def test_that_the_smallest_area_under_a_point_comes_first():
    page = form().pages[0]
    comment = TextField(ItemId("why"), Rect(110, 30, 60, 20))
    template = replace(form(), pages=(replace(page, fields=(comment,)), form().pages[1]))

    assert areas_at(template, 1, (121.0, 41.0)) == (ref("c01", "1"), ref("why", is_field=True))
    assert areas_at(template, 1, (112.0, 41.0)) == (ref("why", is_field=True),)
    assert areas_at(template, 1, (5.0, 5.0)) == ()
    assert areas_at(template, 9, (121.0, 41.0)) == ()


def test_that_of_areas_of_one_size_over_each_other_the_one_whose_middle_is_nearest_comes_first():
    second = areas_on(form(), 1)[ref("c01", "2")]
    template = MoveAreas((ref("c01", "1"),), second.x_mm - 1.0 - areas_on(form(), 1)[ref("c01", "1")].x_mm, 0.0)
    overlapping = template.applied_to(form())
    first = areas_on(overlapping, 1)[ref("c01", "1")]
    assert first.x_mm < second.x_mm < first.center_mm[0]

    assert areas_at(overlapping, 1, first.center_mm)[0] == ref("c01", "1")
    assert areas_at(overlapping, 1, second.center_mm)[0] == ref("c01", "2")


def test_that_a_point_beside_an_area_is_within_reach():
    assert areas_at(form(), 1, (119.0, 41.0)) == ()
    assert areas_at(form(), 1, (119.0, 41.0), reach_mm=1.0) == (ref("c01", "1"),)


def test_that_a_box_takes_what_it_touches_or_what_lies_in_it():
    box = Rect(119, 39, 15, 6)

    assert areas_in(form(), 1, box) == (ref("c01", "1"), ref("c01", "2"))
    assert areas_in(form(), 1, box, wholly=True) == (ref("c01", "1"),)


def test_that_row_column_and_grid_of_an_area_are_found():
    assert row_of(form(), ref("c02", "4")) == ROW
    assert column_of(form(), ref("c02", "4")) == tuple(ref(f"c0{number}", "4") for number in (1, 2, 3))
    assert grid_of(form(), ref("c02", "4")) == GRID
    assert row_of(form(), ref("c09", "1")) == ()


def test_that_a_wide_gap_ends_rows_columns_and_grids(two_tables):
    assert len(two_tables.pages[0].areas) == 45
    assert row_of(two_tables, ref("c02", "4")) == ROW
    assert grid_of(two_tables, ref("c02", "4")) == GRID


def test_that_a_row_a_little_crooked_is_a_row():
    crooked = MoveAreas((ref("c02", "3"),), 0.4, 1.5).applied_to(form())

    assert row_of(crooked, ref("c02", "1")) == ROW


def test_that_a_grid_ends_where_a_row_has_other_columns():
    shifted = MoveAreas(tuple(ref("c03", level) for level in LEVELS), 6.0, 0.0).applied_to(form())

    assert grid_of(shifted, ref("c01", "1")) == GRID[:10]


def test_that_areas_and_their_questions_find_each_other():
    assert items_of(form(), (ref("c03", "1"), ref("c01", "1"), ref("c03", "2"))) == ("c01", "c03")
    assert areas_of_items(form(), (ItemId("many"),)) == (
        ref("many", "a", page=2),
        ref("many", "b", page=2),
        ref("many", "other", page=2),
        ref("many", "other", page=2, is_field=True),
    )


GUIDES = Guides.of((100.0, 50.0), (20.0,))


@pytest.mark.parametrize(
    ("rect", "expected"),
    [
        (Rect(49.6, 20.3, 4, 4), Snapped(Rect(50.0, 20.0, 4, 4), 50.0, 20.0)),
        (Rect(96.2, 60, 4, 4), Snapped(Rect(96.0, 60, 4, 4), 100.0, None)),
        (Rect(97.9, 60, 4, 4), Snapped(Rect(98.0, 60, 4, 4), 100.0, None)),
        (Rect(70, 60, 4, 4), Snapped(Rect(70, 60, 4, 4))),
    ],
)
def test_that_a_moved_rectangle_snaps_by_its_nearest_edge_or_centre(rect, expected):
    found = snapped(rect, GUIDES, reach_mm=0.5)

    assert (found.x_mm, found.y_mm) == (expected.x_mm, expected.y_mm)
    assert found.rect.x_mm == pytest.approx(expected.rect.x_mm)
    assert found.rect.y_mm == pytest.approx(expected.rect.y_mm)


def test_that_only_dragged_edges_snap():
    right = snapped_edges(Rect(49.7, 10.0, 50.0, 9.8), Edges(right=True), GUIDES, 0.5)
    corner = snapped_edges(Rect(49.7, 10.0, 50.0, 9.8), Edges(left=True, bottom=True), GUIDES, 0.5)

    assert (right.x_mm, right.y_mm, right.rect.x_mm) == (100.0, None, 49.7)
    assert right.rect.w_mm == pytest.approx(50.3)
    assert corner.rect == Rect(50.0, 10.0, pytest.approx(49.7), 10.0)


def test_that_other_areas_are_guides_but_not_those_that_move():
    page = 2
    guides = guides_of(form(), page, without=(ref("many", "a", page=2),))

    assert guides.xs_mm[:7] == (20.0, 30.0, 40.0, 100.0, 132.0, 134.0, 136.0)
    assert guides.ys_mm == (40.0, 42.0, 43.0, 44.0, 46.0, 60.0, 70.0, 80.0, 90.0, 94.0, 98.0)
    assert Guides.of((5.0,), ()).with_others(guides).xs_mm[0] == 5.0
