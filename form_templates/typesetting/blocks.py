"""Building blocks of a page: text, rules, headings, response areas. Pure values.

Everything is black, rules are thin, and the inside of a response area stays empty: what the reader will find there is
ink of the respondent and nothing else (printed digits of the ``ring`` and ``cross`` styles excepted).
"""

from collections.abc import Sequence
from enum import Enum, auto

from form_templates.model import AreaShape, Item, MarkStyle, Option, Rect, ResponseArea, Section, Text, Typeface
from form_templates.typesetting.drawing import Block, Line, TextRun
from form_templates.typesetting.fonts import MM_PER_PT, Span, SpanLine, leading_mm, line_width_mm, span_width_mm, wrap
from form_templates.typesetting.setting import Setting

LEFT_MM, RIGHT_MM = 12.0, 198.0
WIDTH_MM = RIGHT_MM - LEFT_MM

HAIRLINE_MM = 0.15
RULE_MM = 0.35
HEAVY_RULE_MM = 0.6
DOTTED_MM = 0.25

_BOX_MM = 4.2
_PRINTED_DIGIT_MM = 5.5  # outside width of an area with a digit in it


class Align(Enum):
    """Where a line stands within its width."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


def space(height_mm: float) -> Block:
    """Return white space, which disappears at the top of a page."""
    return Block(height_mm, is_space=True)


def text_runs(
    lines: Sequence[SpanLine],
    size_pt: float,
    x_mm: float,
    width_mm: float,
    align: Align = Align.LEFT,
    top_mm: float = 0,
) -> tuple[TextRun, ...]:
    """Set wrapped lines one below the other, the first one's upper edge at ``top_mm``."""
    runs: list[TextRun] = []
    for position, line in enumerate(lines):
        free_mm = width_mm - line_width_mm(line, size_pt)
        left_mm = x_mm + free_mm * {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[align]
        middle_mm = top_mm + (position + 0.5) * leading_mm(size_pt, line[0].typeface if line else Typeface.SANS)
        runs += _line_runs(line, size_pt, left_mm, baseline_mm(middle_mm, size_pt))
    return tuple(runs)


def baseline_mm(middle_mm: float, size_pt: float) -> float:
    """Return where the baseline lies for letters that look centred on ``middle_mm``."""
    return middle_mm + 0.34 * size_pt * MM_PER_PT  # half the height of a capital


def paragraph(
    spans: Sequence[Span],
    size_pt: float,
    align: Align = Align.LEFT,
    x_mm: float = LEFT_MM,
    width_mm: float = WIDTH_MM,
) -> Block:
    """Set running text."""
    lines = wrap(spans, size_pt, width_mm)
    height_mm = sum(leading_mm(size_pt, line[0].typeface) if line else 0.0 for line in lines)
    return Block(height_mm, text_runs(lines, size_pt, x_mm, width_mm, align))


def rule(y_mm: float, width_mm: float = HAIRLINE_MM) -> Line:
    """Return a rule over the whole measure."""
    return Line(LEFT_MM, y_mm, RIGHT_MM, y_mm, width_mm)


def section_heading(section: Section, setting: Setting) -> Block:
    """Set title and introduction of a section above a rule."""
    title = wrap((setting.words(section.title, is_bold=True),), setting.heading_pt, WIDTH_MM)
    intro = wrap((setting.words(section.intro),), setting.small_pt, WIDTH_MM) if section.intro.vi else ()
    title_mm = 0.9 + len(title) * setting.leading_mm(setting.heading_pt)
    height_mm = title_mm + len(intro) * setting.leading_mm(setting.small_pt) + 0.6
    runs = text_runs(title, setting.heading_pt, LEFT_MM, WIDTH_MM, top_mm=0.9)
    intro_runs = text_runs(intro, setting.small_pt, LEFT_MM, WIDTH_MM, top_mm=title_mm)
    return Block(height_mm, (*runs, *intro_runs, rule(height_mm, RULE_MM)), keeps_with_next=True)


def group_heading(group: Text, setting: Setting) -> Block:
    """Set the heading that neighbouring sections share."""
    size_pt = setting.heading_pt + 1
    lines = wrap((setting.words(group, is_bold=True),), size_pt, WIDTH_MM)
    height_mm = 1.6 + len(lines) * setting.leading_mm(size_pt) + 0.6
    return Block(height_mm, text_runs(lines, size_pt, LEFT_MM, WIDTH_MM, top_mm=1.6), keeps_with_next=True)


def area_mm(style: MarkStyle) -> float:
    """Return the outside width of a response area."""
    return _BOX_MM if style is MarkStyle.BOX else _PRINTED_DIGIT_MM


def response_area(item: Item, option: Option, x_mm: float, y_mm: float) -> ResponseArea:
    """Return the area of ``option`` with its middle at (x_mm, y_mm)."""
    side_mm = area_mm(item.style)
    shape = AreaShape.CIRCLE if item.style is MarkStyle.CROSS else AreaShape.BOX
    rect = Rect(x_mm - side_mm / 2, y_mm - side_mm / 2, side_mm, side_mm)
    return ResponseArea(item.item_id, option.value, rect, shape, item.style)


def printed_digits(areas: Sequence[ResponseArea], setting: Setting) -> tuple[TextRun, ...]:
    """Print the value into each area whose style wants it."""
    runs: list[TextRun] = []
    for area in areas:
        if area.style is not MarkStyle.BOX:
            runs.append(centred_words(setting.span(area.option), setting.text_pt, area.rect.center_mm))
    return tuple(runs)


def centred_words(words: Span, size_pt: float, middle_mm: tuple[float, float]) -> TextRun:
    """Return words around a point."""
    left_mm = middle_mm[0] - span_width_mm(words, size_pt) / 2
    return TextRun(left_mm, baseline_mm(middle_mm[1], size_pt), words.text, size_pt, words.is_bold, words.typeface)


def _line_runs(line: SpanLine, size_pt: float, x_mm: float, y_mm: float) -> list[TextRun]:
    runs: list[TextRun] = []
    for span in line:
        runs.append(TextRun(x_mm, y_mm, span.text.rstrip(), size_pt, span.is_bold, span.typeface))
        x_mm += span_width_mm(span, size_pt)
    return runs
