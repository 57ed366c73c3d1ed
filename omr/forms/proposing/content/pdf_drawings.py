"""The lines and shapes that a page of a PDF draws -> rules and shapes."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import PrintedRule, PrintedShape, ShapeKind
from omr.forms.proposing.content.places import bottom_of, grown, hull, right_of

MOST_DRAWN = 40_000  # paths on a page; ten times as many as the fullest answer sheet has
_MOST_NESTED = 8  # drawings in drawings

_PALE = 0.93  # of white: lighter ink is no ink
_SHADE = 0.72  # likewise: a filling lighter than this is the ground on which something stands
_THIN_MM = 0.7  # a filled rectangle not thicker than this is a line
_STRAIGHT_MM = 0.12  # a line leans by no more than this

_Point = tuple[float, float]
_ToPage = Callable[[float, float], _Point]


@dataclass(slots=True)
class _Outline:
    """One part of a path, mm.

    Attributes:
        points: Ends of its lines and curves, in order.
        curves: How many of them are curves.
        lines: How many are straight.
        is_closed: Whether it ends where it begins.
        bends: Points that its curves are drawn by.
    """

    points: list[_Point] = field(default_factory=list)
    curves: int = 0
    lines: int = 0
    is_closed: bool = False
    bends: list[_Point] = field(default_factory=list)

    @property
    def rect(self) -> Rect:
        """What the ends cover; of curves in quarters this is all."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@dataclass(frozen=True, slots=True)
class _Paint:
    """How a path is drawn: the darkness of line and filling, 0 black to 1 white, None for none; the line's width."""

    line: float | None
    filling: float | None
    width_mm: float


def read_drawings(page: raw.FPDF_PAGE, to_page: _ToPage) -> tuple[list[PrintedRule], list[PrintedShape], float]:
    """Return the rules and shapes of a page, and the largest share of it that one picture covers, 0.0-1.0.

    Raises:
        OverflowError: There are too many.
    """
    rules: list[PrintedRule] = []
    shapes: list[PrintedShape] = []
    pictures = [0.0]
    area = max(raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page), 1.0)
    for number, (obj, place) in enumerate(_objects(page, to_page)):
        if number > MOST_DRAWN:
            raise OverflowError("drawings")
        kind = raw.FPDFPageObj_GetType(obj)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            paint = _paint(obj, place)
            for outline in _outlines(obj, place):
                _sort(outline, paint, rules, shapes)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            rect = _image_rect(obj, place)
            pictures.append(rect.w_mm * rect.h_mm / 25.4**2 * 72**2 / area)
            shapes.append(PrintedShape(ShapeKind.STROKE, rect))
    return rules, _rings(shapes), max(pictures)


def _objects(page: raw.FPDF_PAGE, to_page: _ToPage) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, _ToPage]]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _unfolded(raw.FPDFPage_GetObject(page, index), to_page, _MOST_NESTED)


def _unfolded(obj: raw.FPDF_PAGEOBJECT, place: _ToPage, deepest: int) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, _ToPage]]:
    if raw.FPDFPageObj_GetType(obj) != raw.FPDF_PAGEOBJ_FORM:
        yield obj, place
        return
    inner = _through(obj, place)
    for index in range(raw.FPDFFormObj_CountObjects(obj) if deepest else 0):
        yield from _unfolded(raw.FPDFFormObj_GetObject(obj, index), inner, deepest - 1)


def _through(obj: raw.FPDF_PAGEOBJECT, place: _ToPage) -> _ToPage:
    """Return the way of a point within an object to the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(obj, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _image_rect(obj: raw.FPDF_PAGEOBJECT, place: _ToPage) -> Rect:
    way = _through(obj, place)
    corners = [way(x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
    return _Outline(corners).rect


def _paint(obj: raw.FPDF_PAGEOBJECT, place: _ToPage) -> _Paint:
    mode, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(obj, mode, stroke)
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(obj, width)
    way = _through(obj, place)
    origin, across = way(0.0, 0.0), way(1.0, 0.0)
    scale = ((across[0] - origin[0]) ** 2 + (across[1] - origin[1]) ** 2) ** 0.5
    line = _tone(obj, raw.FPDFPageObj_GetStrokeColor) if stroke.value else None
    filling = _tone(obj, raw.FPDFPageObj_GetFillColor) if mode.value else None
    return _Paint(line, filling, width.value * scale)


def _tone(obj: raw.FPDF_PAGEOBJECT, get: Callable[..., int]) -> float | None:
    """Return how light a colour is; None where nothing is to be seen."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not get(obj, red, green, blue, opacity):
        return 0.0
    light = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255
    seen = 1 - (1 - light) * opacity.value / 255
    return seen if seen < _PALE else None


def _outlines(obj: raw.FPDF_PAGEOBJECT, place: _ToPage) -> Iterator[_Outline]:
    way = _through(obj, place)
    current = _Outline()
    for index in range(min(raw.FPDFPath_CountSegments(obj), MOST_DRAWN)):
        segment = raw.FPDFPath_GetPathSegment(obj, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind, point = raw.FPDFPathSegment_GetType(segment), way(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(current.points) > 1:
                yield current
            current = _Outline([point])
        elif kind == raw.FPDF_SEGMENT_LINETO:
            current.points.append(point)
            current.lines += 1
        else:
            _bend(current, point)
        current.is_closed |= bool(raw.FPDFPathSegment_GetClose(segment))
    if len(current.points) > 1:
        yield current


def _bend(outline: _Outline, point: _Point) -> None:
    """Take one of the three points of a curve: the third is its end."""
    outline.bends.append(point)
    if len(outline.bends) % 3 == 0:
        outline.points.append(point)
        outline.curves += 1


def _sort(outline: _Outline, paint: _Paint, rules: list[PrintedRule], shapes: list[PrintedShape]) -> None:
    """Put an outline among rules or shapes, or nowhere if nothing of it is seen."""
    rect = outline.rect
    is_filled = paint.filling is not None
    if paint.line is None and not is_filled:
        return
    if paint.line is not None and not is_filled and not outline.curves and len(outline.points) == 2:
        _sort_line(outline.points[0], outline.points[1], paint.width_mm, rules, shapes)
        return
    if not outline.curves and min(rect.w_mm, rect.h_mm) <= (_THIN_MM if is_filled else 0.05):
        rules += _thin(rect)
        return
    kind = _kind(outline, paint)
    if kind is not None:
        half_mm = paint.width_mm / 2 if paint.line is not None else 0.0
        shapes.append(PrintedShape(kind, grown(rect, half_mm)))
    elif paint.line is not None and not outline.curves:
        for one, other in zip(outline.points, outline.points[1:], strict=False):
            _sort_line(one, other, paint.width_mm, rules, shapes)
    elif paint.line is not None or (paint.filling or 0.0) < _SHADE:
        shapes.append(PrintedShape(ShapeKind.STROKE, rect))


def _sort_line(
    one: _Point, other: _Point, width_mm: float, rules: list[PrintedRule], shapes: list[PrintedShape]
) -> None:
    rect = _Outline([one, other]).rect
    leaning_mm, length_mm = sorted((rect.w_mm, rect.h_mm))
    if leaning_mm > _STRAIGHT_MM:
        shapes.append(PrintedShape(ShapeKind.STROKE, rect))
    elif length_mm < width_mm:  # a dot, or a bar drawn as a short thick line
        shapes.append(PrintedShape(ShapeKind.SOLID, grown(rect, width_mm / 2)))
    else:
        rules += _thin(rect)


def _thin(rect: Rect) -> tuple[PrintedRule, ...]:
    """Return the rule that a thin rectangle is; none for a speck."""
    if max(rect.w_mm, rect.h_mm) < 0.05:
        return ()
    if rect.w_mm >= rect.h_mm:
        return (PrintedRule(True, rect.y_mm + rect.h_mm / 2, rect.x_mm, right_of(rect)),)
    return (PrintedRule(False, rect.x_mm + rect.w_mm / 2, rect.y_mm, bottom_of(rect)),)


def _kind(outline: _Outline, paint: _Paint) -> ShapeKind | None:
    """Return what kind of closed shape an outline is; None for lines that enclose nothing in particular."""
    is_round, is_box = _is_round(outline), _is_box(outline)
    if not (is_round or is_box):
        return None
    is_dark = paint.filling is not None and paint.filling < _SHADE
    if is_dark:
        return ShapeKind.SOLID
    if paint.line is None:
        return None  # a shade on the ground
    return ShapeKind.OVAL if is_round else ShapeKind.BOX


def _is_round(outline: _Outline) -> bool:
    """Whether an outline is a circle, an ellipse, or has a half circle at either end."""
    first, last = outline.points[0], outline.points[-1]
    is_whole = outline.is_closed or (abs(first[0] - last[0]) < 0.05 and abs(first[1] - last[1]) < 0.05)
    if not (is_whole and outline.curves >= 2):
        return False
    rect = outline.rect
    if outline.lines <= 1:
        return min(rect.w_mm, rect.h_mm) > 0.3
    straight_mm = max(
        abs(one[0] - other[0]) + abs(one[1] - other[1])
        for one, other in zip(outline.points, [*outline.points[1:], first], strict=True)
    )
    return outline.lines == 2 and straight_mm < 0.75 * max(rect.w_mm, rect.h_mm)


def _is_box(outline: _Outline) -> bool:
    """Whether an outline is a rectangle along the page's edges, its corners square or rounded."""
    if not 3 <= outline.lines <= 5 or outline.curves not in (0, 4):
        return False
    rect = outline.rect
    corner_mm = 0.4 * min(rect.w_mm, rect.h_mm) if outline.curves else _STRAIGHT_MM
    first, last = outline.points[0], outline.points[-1]
    if outline.lines == 3 and not outline.is_closed and abs(first[0] - last[0]) + abs(first[1] - last[1]) > 0.1:
        return False
    return all(
        min(abs(x - rect.x_mm), abs(x - right_of(rect))) <= corner_mm
        and min(abs(y - rect.y_mm), abs(y - bottom_of(rect))) <= corner_mm
        for x, y in outline.points
    )


def _rings(shapes: Sequence[PrintedShape]) -> list[PrintedShape]:
    """Make an outline of two filled shapes of which one lies closely in the other, as some programs draw boxes."""
    found: list[PrintedShape] = []
    for shape in shapes:
        last = found[-1] if found else None
        if last is not None and last.kind is shape.kind is ShapeKind.SOLID and _is_ring(last.rect, shape.rect):
            is_round = False
            found[-1] = PrintedShape(ShapeKind.OVAL if is_round else ShapeKind.BOX, hull((last.rect, shape.rect)))
        else:
            found.append(shape)
    return found


def _is_ring(one: Rect, other: Rect) -> bool:
    inner, outer = sorted((one, other), key=lambda rect: rect.w_mm)
    edges_mm = (
        inner.x_mm - outer.x_mm,
        inner.y_mm - outer.y_mm,
        right_of(outer) - right_of(inner),
        bottom_of(outer) - bottom_of(inner),
    )
    return all(0 < edge_mm < 0.8 for edge_mm in edges_mm)
