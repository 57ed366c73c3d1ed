"""The drawn example on every form: how to mark an option and how to take a mark back."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from form_templates.model import AreaShape, MarkStyle, Rect, Text
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import centred_words, text_runs
from form_templates.typesetting.drawing import Block, Line, Primitive, Shape, TextRun
from form_templates.typesetting.fonts import span_width_mm
from form_templates.typesetting.setting import Setting

_AREA_MM = 4.2
_DIGIT_AREA_MM = 5.5
_PICTURE_PITCH_MM = 6.2
_WORDS_GAP_MM = 1.0
_PEN_MM = 0.5
_HEIGHT_MM = 7.2
_DIGIT = "4"

_Picture = Callable[[float, float, Setting], tuple[Primitive, ...]]
_Legend = tuple[tuple[_Picture, ...], Text]


def marking_example(style: MarkStyle, setting: Setting, left_mm: float, width_mm: float) -> Block:
    """Draw areas with marks as people make them, each group with what it means."""
    legends = _LEGENDS[style]
    widths = [_legend_width_mm(legend, setting) for legend in legends]
    gap_mm = (width_mm - sum(widths)) / max(1, len(legends) - 1)
    primitives: list[Primitive] = []
    for legend, legend_mm in zip(legends, widths, strict=True):
        primitives += _draw_legend(legend, setting, left_mm)
        left_mm += legend_mm + gap_mm
    return Block(_HEIGHT_MM, tuple(primitives))


def _legend_width_mm(legend: _Legend, setting: Setting) -> float:
    pictures, text = legend
    words_mm = span_width_mm(setting.words(text), setting.small_pt)
    return len(pictures) * _PICTURE_PITCH_MM + _WORDS_GAP_MM + words_mm


def _draw_legend(legend: _Legend, setting: Setting, left_mm: float) -> list[Primitive]:
    pictures, text = legend
    primitives: list[Primitive] = []
    for position, picture in enumerate(pictures):
        primitives += picture(left_mm + (position + 0.5) * _PICTURE_PITCH_MM, _HEIGHT_MM / 2, setting)
    words_mm = left_mm + len(pictures) * _PICTURE_PITCH_MM + _WORDS_GAP_MM
    words = (setting.words(text),)
    top_mm = (_HEIGHT_MM - setting.leading_mm(setting.small_pt)) / 2
    return [*primitives, *text_runs((words,), setting.small_pt, words_mm, 0.0, top_mm=top_mm)]


def _square(x_mm: float, y_mm: float, side_mm: float) -> Rect:
    return Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)


def _strokes(x_mm: float, y_mm: float, points: Sequence[tuple[float, float]]) -> tuple[Line, ...]:
    """Draw a pen stroke through points given from the middle of the area."""
    return tuple(Line(x_mm + x1, y_mm + y1, x_mm + x2, y_mm + y2, _PEN_MM) for (x1, y1), (x2, y2) in pairwise(points))


def _cross(x_mm: float, y_mm: float) -> tuple[Primitive, ...]:
    reach = 1.5
    down, up = ((-reach, -reach), (reach, reach)), ((-reach, reach), (reach, -reach))
    return (*_strokes(x_mm, y_mm, down), *_strokes(x_mm, y_mm, up))


def _circle(x_mm: float, y_mm: float, side_mm: float) -> Shape:
    return Shape(_square(x_mm, y_mm, side_mm), AreaShape.CIRCLE, line_mm=_PEN_MM)


def _crossed_box(x_mm: float, y_mm: float, _setting: Setting) -> tuple[Primitive, ...]:
    return (Shape(_square(x_mm, y_mm, _AREA_MM)), *_cross(x_mm, y_mm))


def _ticked_box(x_mm: float, y_mm: float, _setting: Setting) -> tuple[Primitive, ...]:
    tick = ((-1.4, -0.1), (-0.4, 1.3), (1.7, -1.6))
    return (Shape(_square(x_mm, y_mm, _AREA_MM)), *_strokes(x_mm, y_mm, tick))


def _filled_box(x_mm: float, y_mm: float, _setting: Setting) -> tuple[Primitive, ...]:
    filling = Shape(_square(x_mm, y_mm, 3.2), is_filled=True)
    return (Shape(_square(x_mm, y_mm, _AREA_MM)), filling)


def _cancelled_box(x_mm: float, y_mm: float, _setting: Setting) -> tuple[Primitive, ...]:
    return (*_crossed_box(x_mm, y_mm, _setting), _circle(x_mm, y_mm, 6.8))


def _chosen_again_box(x_mm: float, y_mm: float, _setting: Setting) -> tuple[Primitive, ...]:
    return (*_filled_box(x_mm, y_mm, _setting), _circle(x_mm, y_mm, 6.8))


def _digit(x_mm: float, y_mm: float, setting: Setting) -> TextRun:
    return centred_words(setting.span(_DIGIT), setting.text_pt, (x_mm, y_mm))


def _ringed_digit(x_mm: float, y_mm: float, setting: Setting) -> tuple[Primitive, ...]:
    return (Shape(_square(x_mm, y_mm, _DIGIT_AREA_MM)), _digit(x_mm, y_mm, setting), _circle(x_mm, y_mm, 4.6))


def _cancelled_ring(x_mm: float, y_mm: float, setting: Setting) -> tuple[Primitive, ...]:
    return (*_ringed_digit(x_mm, y_mm, setting), *_cross(x_mm, y_mm))


def _crossed_digit(x_mm: float, y_mm: float, setting: Setting) -> tuple[Primitive, ...]:
    outline = Shape(_square(x_mm, y_mm, _DIGIT_AREA_MM), AreaShape.CIRCLE)
    return (outline, _digit(x_mm, y_mm, setting), *_cross(x_mm, y_mm))


def _cancelled_cross(x_mm: float, y_mm: float, setting: Setting) -> tuple[Primitive, ...]:
    return (*_crossed_digit(x_mm, y_mm, setting), _circle(x_mm, y_mm, 7.0))


_LEGENDS: dict[MarkStyle, tuple[_Legend, ...]] = {
    MarkStyle.BOX: (
        ((_crossed_box, _ticked_box, _filled_box), phrases.MARK_BOX),
        ((_cancelled_box,), phrases.CANCEL_BOX),
        ((_chosen_again_box,), phrases.AGAIN_BOX),
    ),
    MarkStyle.RING: (((_ringed_digit,), phrases.MARK_RING), ((_cancelled_ring,), phrases.CANCEL_RING)),
    MarkStyle.CROSS: (((_crossed_digit,), phrases.MARK_CROSS), ((_cancelled_cross,), phrases.CANCEL_CROSS)),
}
