"""Rules -> tables: cells between rules that cross or touch, merged ones included."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PageContent, PrintedRule, PrintedShape, ShapeKind
from omr.forms.proposing.content.places import between, bottom_of, right_of
from omr.forms.proposing.spotting.double_rules import as_single_rules

LARGEST_BOX_MM = 9.5
"""Side of the largest box that is there to be ticked; what is larger is a frame."""

_TOUCH_MM = 0.6  # ends of rules that are meant to meet do so within this
_SAME_MM = 0.5  # rules nearer than this are one, such as the edges of neighbouring cells
_DASH_GAP_MM = 1.3  # between the dashes of a dashed rule
_COVERED = 0.75  # share of a cell's side that must be ruled
_MOST_CROSSINGS = 30_000  # of a table; a page of graph paper has no cells that are answers


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, between the middles of its rules.

    Attributes:
        rect: Its place.
        row: First row of the table's finest division that it covers, 0-based.
        column: Likewise.
        rows: How many it covers.
        columns: Likewise.
    """

    rect: Rect
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """Cells that hang together.

    Attributes:
        rect: Its place.
        cells: Row by row.
    """

    rect: Rect
    cells: tuple[Cell, ...]

    def cell_at(self, point_mm: tuple[float, float]) -> Cell | None:
        """Return the cell around a point."""
        x_mm, y_mm = point_mm
        for cell in self.cells:
            if cell.rect.x_mm <= x_mm < right_of(cell.rect) and cell.rect.y_mm <= y_mm < bottom_of(cell.rect):
                return cell
        return None


def find_tables(content: PageContent) -> tuple[list[Table], list[PrintedRule]]:
    """Return the tables, and the rules that belong to none.

    Frames, and small boxes that share their edges with others, count as rules.
    """
    rules = merge_rules([*content.rules, *_edges(content.shapes)])
    tables, left = [], [rule for rule in rules if rule.is_dotted]
    for group in _hanging_together([rule for rule in rules if not rule.is_dotted]):
        table = _table(group)
        if table is None:
            left += group
        else:
            tables.append(table)
    return tables, left


def touching_boxes(shapes: Sequence[PrintedShape]) -> set[int]:
    """Return the positions of small boxes that share an edge with another one: cells of a table, or of a comb."""
    boxes = [(place, shape.rect) for place, shape in enumerate(shapes) if _is_small_box(shape)]
    boxes.sort(key=lambda box: box[1].x_mm)
    found: set[int] = set()
    for number, (place, rect) in enumerate(boxes):
        for other_place, other in boxes[number + 1 :]:
            if other.x_mm > right_of(rect) + _SAME_MM:
                break
            if _share_an_edge(rect, other):
                found |= {place, other_place}
    return found


def merge_rules(rules: Iterable[PrintedRule]) -> list[PrintedRule]:
    """Join rules that lie on each other or continue each other, and the dashes of dashed ones."""
    found: list[PrintedRule] = []
    for is_level in (True, False):
        for is_dotted in (True, False):
            wanted = [rule for rule in rules if rule.is_level is is_level and rule.is_dotted is is_dotted]
            for bundle in _bundles(as_single_rules(wanted)):
                found += _joined(bundle)
    return found


def _bundles(rules: list[PrintedRule]) -> Iterable[list[PrintedRule]]:
    """Yield rules of one direction that lie on one line."""
    bundle: list[PrintedRule] = []
    for rule in sorted(rules, key=lambda one: one.at_mm):
        if bundle and rule.at_mm - bundle[0].at_mm > _SAME_MM:
            yield bundle
            bundle = []
        bundle.append(rule)
    if bundle:
        yield bundle


def _joined(bundle: list[PrintedRule]) -> list[PrintedRule]:
    found: list[PrintedRule] = []
    for rule in sorted(bundle, key=lambda one: one.start_mm):
        last = found[-1] if found else None
        gap_mm = _DASH_GAP_MM if last is not None and min(last.length_mm, rule.length_mm) < 2.5 else 0.15
        if last is not None and rule.start_mm - last.end_mm <= gap_mm:
            found[-1] = replace(last, end_mm=max(last.end_mm, rule.end_mm))
        else:
            found.append(rule)
    return found


def _edges(shapes: Sequence[PrintedShape]) -> Iterable[PrintedRule]:
    touching = touching_boxes(shapes)
    for place, shape in enumerate(shapes):
        rect = shape.rect
        is_frame = shape.kind is ShapeKind.BOX and max(rect.w_mm, rect.h_mm) > LARGEST_BOX_MM
        if not is_frame and place not in touching:
            continue
        for y_mm in (rect.y_mm, bottom_of(rect)):
            yield PrintedRule(True, y_mm, rect.x_mm, right_of(rect))
        for x_mm in (rect.x_mm, right_of(rect)):
            yield PrintedRule(False, x_mm, rect.y_mm, bottom_of(rect))


def _is_small_box(shape: PrintedShape) -> bool:
    is_box = shape.kind is ShapeKind.BOX and not shape.is_letter
    return is_box and max(shape.rect.w_mm, shape.rect.h_mm) <= LARGEST_BOX_MM


def _share_an_edge(one: Rect, other: Rect) -> bool:
    beside = abs(right_of(one) - other.x_mm) < _SAME_MM and abs(one.y_mm - other.y_mm) < _SAME_MM
    below = min(abs(bottom_of(one) - other.y_mm), abs(bottom_of(other) - one.y_mm)) < _SAME_MM
    is_level = abs(one.h_mm - other.h_mm) < _SAME_MM
    return (beside and is_level) or (below and abs(one.x_mm - other.x_mm) < _SAME_MM)


def _hanging_together(rules: list[PrintedRule]) -> Iterable[list[PrintedRule]]:
    """Yield rules that cross or touch each other, directly or through others."""
    levels = [number for number, rule in enumerate(rules) if rule.is_level]
    uprights = sorted((number for number, rule in enumerate(rules) if not rule.is_level), key=lambda n: rules[n].at_mm)
    parent = list(range(len(rules)))
    for level in levels:
        for upright in uprights:
            if _meet(rules[level], rules[upright]):
                parent[_root(parent, level)] = _root(parent, upright)
    groups: dict[int, list[PrintedRule]] = {}
    for number, rule in enumerate(rules):
        groups.setdefault(_root(parent, number), []).append(rule)
    return groups.values()


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _meet(level: PrintedRule, upright: PrintedRule) -> bool:
    return (
        level.start_mm - _TOUCH_MM <= upright.at_mm <= level.end_mm + _TOUCH_MM
        and upright.start_mm - _TOUCH_MM <= level.at_mm <= upright.end_mm + _TOUCH_MM
    )


def _table(rules: list[PrintedRule]) -> Table | None:
    """Return the table that rules make; None if they enclose nothing."""
    levels = [rule for rule in rules if rule.is_level]
    uprights = [rule for rule in rules if not rule.is_level]
    ys, xs = _places(levels), _places(uprights)
    if len(ys) < 2 or len(xs) < 2 or len(ys) * len(xs) > _MOST_CROSSINGS:
        return None
    cells = _cells(_Ruling(xs, ys, levels, uprights))
    if not cells:
        return None
    return Table(between(xs[0], ys[0], xs[-1], ys[-1]), tuple(cells))


def _places(rules: list[PrintedRule]) -> list[float]:
    found: list[float] = []
    for at_mm in sorted(rule.at_mm for rule in rules):
        if not found or at_mm - found[-1] > _SAME_MM:
            found.append(at_mm)
    return found


class _Ruling:
    """Where rules part the finest division that all of them make together."""

    def __init__(
        self, xs: list[float], ys: list[float], levels: list[PrintedRule], uprights: list[PrintedRule]
    ) -> None:
        self.xs = xs
        self.ys = ys
        self.above = [self._parts(levels, y_mm, xs) for y_mm in ys]
        self.left = [self._parts(uprights, x_mm, ys) for x_mm in xs]

    @staticmethod
    def _parts(rules: list[PrintedRule], at_mm: float, steps: list[float]) -> list[bool]:
        """Return for every step along a line whether it is ruled."""
        near = [rule for rule in rules if abs(rule.at_mm - at_mm) <= _SAME_MM]
        return [
            sum(max(min(rule.end_mm, end) - max(rule.start_mm, start), 0.0) for rule in near)
            >= _COVERED * (end - start)
            for start, end in pairwise(steps)
        ]


def _cells(grid: _Ruling) -> list[Cell]:
    """Return the cells: pieces of the finest division, joined where nothing parts them, that end up as rectangles."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    parent = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and not grid.left[column][row]:
                parent[_root(parent, here)] = _root(parent, here - 1)
            if row and not grid.above[row][column]:
                parent[_root(parent, here)] = _root(parent, here - columns)
    pieces: dict[int, list[int]] = {}
    for here in range(rows * columns):
        pieces.setdefault(_root(parent, here), []).append(here)
    cells = (_cell(grid, members, columns) for members in pieces.values())
    return sorted((cell for cell in cells if cell is not None), key=lambda cell: (cell.row, cell.column))


def _cell(grid: _Ruling, members: list[int], columns: int) -> Cell | None:
    top, bottom = min(members) // columns, max(members) // columns
    across = [here % columns for here in members]
    left, right = min(across), max(across)
    if len(members) != (bottom - top + 1) * (right - left + 1):
        return None
    is_closed = (
        all(grid.above[top][left : right + 1])
        and all(grid.above[bottom + 1][left : right + 1])
        and all(grid.left[left][top : bottom + 1])
        and all(grid.left[right + 1][top : bottom + 1])
    )
    if not is_closed:
        return None
    rect = between(grid.xs[left], grid.ys[top], grid.xs[right + 1], grid.ys[bottom + 1])
    return Cell(rect, top, left, bottom - top + 1, right - left + 1)
