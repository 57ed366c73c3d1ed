"""Which outlines are answers, and which are marks for machines or rows of each other."""

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PageContent, PrintedShape, ShapeKind
from omr.forms.proposing.spotting.drawn_spots import find_drawn_spots
from omr.forms.proposing.spotting.spots import Spot, SpotLook, rows_of


def _ring(x_mm: float, y_mm: float, side_mm: float) -> PrintedShape:
    return PrintedShape(ShapeKind.OVAL, Rect(x_mm, y_mm, side_mm, side_mm))


def _found(*shapes: PrintedShape) -> list[Rect]:
    spots, _ = find_drawn_spots(PageContent(210.0, 297.0, (), (), shapes))
    return [spot.rect for spot in spots]


def test_that_rings_in_corners_are_marks_for_machines_though_the_paper_was_fed_askew() -> None:
    answer = _ring(60, 100, 4)
    corners = (_ring(7.5, 11.3, 7), _ring(197.0, 10.8, 7), _ring(8.0, 287.6, 7), _ring(197.8, 287.3, 7))

    assert _found(answer, *corners) == [answer.rect]


def test_that_an_answer_in_a_corner_with_another_shape_across_is_kept() -> None:
    answer, other = _ring(8, 285, 4), _ring(196, 284, 7)

    assert answer.rect in _found(answer, other)


def test_that_spots_of_one_row_stay_together_beside_one_a_little_higher() -> None:
    higher = Spot(Rect(20, 20.0, 3, 3), SpotLook.OVAL)
    row = [Spot(Rect(30 + 5 * place, 21.0 + 0.04 * (place % 3), 3, 3), SpotLook.OVAL) for place in range(9)]

    assert row in [[spot for spot in found if spot is not higher] for found in rows_of([higher, *row])]
