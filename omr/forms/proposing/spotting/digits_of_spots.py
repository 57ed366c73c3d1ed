"""Rows of bare digits that nobody rings: they name boxes, ovals or cells above, below or beside them."""

from collections.abc import Sequence

from omr.forms.proposing.content.places import bottom_of, holds_point, right_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, SpotLook
from omr.forms.proposing.spotting.tables import Cell, Table

_NEXT_DIGITS_MM = 14.0  # from row to row of digits
_CODE_MM = 6.5  # from the middle of a code to that of its box
_HEADING_MM = 22.0  # a row of digits over columns of spots is their heading up to this height
_CAPTION_MM = 4.5  # from the lower edge of a spot to that of the area around a digit that is printed below it
_PAST_MM = 2.0  # from the middle of the first or last digit of a row
_FEWEST_CELLS, _MOST_CELLS = 4, 40  # of a table with one such row
_CELL_MM = (4.0, 20.0)  # width and height of a cell that stands in a row without words


def digits_to_ring(
    rows: Sequence[Sequence[Spot]], spots: Sequence[Spot], phrases: Sequence[Phrase]
) -> list[Sequence[Spot]]:
    """Return the rows of digits that are options themselves, not the names of other spots."""
    kept = [row for row in rows if _follows_another(row, rows) or not _are_headings(row, spots)]
    kept = [row for row in kept if not _are_codes(row, spots)]
    return [row for row in kept if _has_own_words(row, phrases) or not _are_captions(row, spots)]


def _has_own_words(row: Sequence[Spot], phrases: Sequence[Phrase]) -> bool:
    """Whether words stand before digits, and none behind them: a question; words at both ends are levels."""
    level = [phrase.rect for phrase in phrases if abs(phrase.middle_mm - row[0].y_mm) < 0.3 * row[0].rect.h_mm]
    is_behind = any(rect.x_mm > row[-1].x_mm + _PAST_MM for rect in level)
    return not is_behind and any(right_of(rect) < row[0].x_mm - _PAST_MM for rect in level)


def cells_of_digits(
    rows: Sequence[Sequence[Spot]], tables: Sequence[Table], phrases: Sequence[Phrase], spots: Sequence[Spot]
) -> list[Spot]:
    """Return the empty cells of tables that hold one row of them and no words, above or below a row of digits."""
    found: list[Spot] = []
    words = [phrase.rect.center_mm for phrase in phrases if any(letter.isalpha() for letter in phrase.text)]
    taken = [spot.rect.center_mm for spot in spots]
    inside = [phrase.rect.center_mm for phrase in phrases]
    for table in tables:
        if len(table.cells) > _MOST_CELLS or any(holds_point(table.rect, point) for point in [*words, *taken]):
            continue
        cells = [cell for cell in table.cells if not any(holds_point(cell.rect, point) for point in inside)]
        are_in_row = len({cell.row for cell in cells}) == 1
        if are_in_row and len(cells) >= _FEWEST_CELLS and all(map(_could_be_marked, cells)):
            empty = [Spot(cell.rect, SpotLook.CELL, "", (AreaDoubt.EMPTY_CELL,)) for cell in cells]
            if any(len(row) == len(empty) and (_are_captions(row, empty) or _are_over(row, empty)) for row in rows):
                found += empty
    return found


def _could_be_marked(cell: Cell) -> bool:
    return all(_CELL_MM[0] <= side_mm <= _CELL_MM[1] for side_mm in (cell.rect.w_mm, cell.rect.h_mm))


def _are_over(row: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    low_mm = row[0].y_mm + row[0].rect.h_mm / 4
    return all(-1.0 < spot.rect.y_mm - low_mm < _CAPTION_MM for spot in spots) and _each_has_one(row, spots)


def _follows_another(row: Sequence[Spot], rows: Sequence[Sequence[Spot]]) -> bool:
    """Whether digits stand right below others in the same columns, so that they are no heading."""
    return any(
        0 < row[0].y_mm - other[0].y_mm < _NEXT_DIGITS_MM
        and len(row) == len(other)
        and all(abs(one.x_mm - above.x_mm) < 0.3 * one.rect.w_mm for one, above in zip(row, other, strict=True))
        for other in rows
    )


def _are_headings(row: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    """Whether digits stand over columns of other spots."""
    low_mm = bottom_of(row[0].rect)
    return _each_has_one(row, [spot for spot in spots if -1.5 < spot.rect.y_mm - low_mm < _HEADING_MM])


def _are_captions(row: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    """Whether each digit stands right below a spot of a row that has no others: ``□ □ □`` over ``1 2 3``."""
    top_mm = row[0].y_mm - row[0].rect.h_mm / 4  # that of the digit; its area is twice as high
    above = [spot for spot in spots if -1.0 < top_mm - bottom_of(spot.rect) < _CAPTION_MM]
    step_mm = row[1].x_mm - row[0].x_mm
    between = [spot for spot in above if row[0].x_mm - step_mm < spot.x_mm < row[-1].x_mm + step_mm]
    return len(between) == len(row) and _each_has_one(row, between)


def _each_has_one(row: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    reach_mm = 0.4 * (row[1].x_mm - row[0].x_mm)
    return all(any(abs(spot.x_mm - digit.x_mm) < reach_mm for spot in spots) for digit in row)


def _are_codes(row: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    """Whether each digit is the code of a box beside it, ``1 □  2 □  3 □``, or of the cell beside its own."""
    level = [spot for spot in spots if abs(spot.y_mm - row[0].y_mm) < 0.6 * max(spot.rect.h_mm, row[0].rect.h_mm)]
    return all(any(0 < abs(spot.x_mm - digit.x_mm) < _reach(spot) for spot in level) for digit in row)


def _reach(spot: Spot) -> float:
    return max(_CODE_MM, spot.rect.w_mm) if spot.look is SpotLook.CELL else _CODE_MM
