"""What surrounds the questions: fiducials, page code, running heads, title, how-to-mark box. Pure values."""

from dataclasses import dataclass

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import (
    Fiducial,
    FormTemplate,
    Language,
    MarkStyle,
    Rect,
    Text,
)
from form_templates.page_code import PageCode
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import (
    HEADING_PT,
    LEFT_MM,
    RIGHT_MM,
    RULE_MM,
    SMALL_PT,
    TEXT_PT,
    WIDTH_MM,
    Align,
    leading_mm,
    paragraph,
    space,
    text_runs,
)
from form_templates.typesetting.drawing import Block, Line, Primitive, Shape, TextRun, below, placed_primitive
from form_templates.typesetting.examples import marking_example
from form_templates.typesetting.fonts import Span, line_width_mm, text_width_mm, wrap, wrap_evenly
from form_templates.typesetting.qr_codes import SERIAL_DIGITS

PAPER_W_MM, PAPER_H_MM = 210.0, 297.0
MODULE_MM = 0.55
"""Side of one module of the page code."""

_FIDUCIAL_MODULE_MM = 0.9
FIDUCIAL_MM = 7 * _FIDUCIAL_MODULE_MM
_FIDUCIAL_INSET_MM = 12.0  # from the paper's edges to the centre: office printers reach 5 mm, photocopiers lose 4 mm
_TOP_MM = _FIDUCIAL_INSET_MM - FIDUCIAL_MM / 2
_INNER_LEFT_MM = 20.0  # clear of the fiducials and the 3 mm of white around them
_CODE_TOP_MM = 7.5
_CODE_RIGHT_MM = 189.0  # the quiet zone of the code ends where that of the fiducial begins
CODE_TEXT_PT = 6.5
_CODE_TEXT_W_MM, _CODE_TEXT_H_MM = 56.0, 2.8
_CODE_TEXT_GAP_MM = 1.4  # white between code and code text, seen from the code part of its quiet zone

BODY_TOP_MM = 29.0
BODY_BOTTOM_MM = 278.8  # 3 mm above the lower fiducials
_FOOTER_MIDDLE_MM = PAPER_H_MM - _FIDUCIAL_INSET_MM
_FOOTER_PT = 7.0


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The parts of a page that do not flow.

    Attributes:
        primitives: What is drawn, the same on every copy.
        fiducials: Clockwise from the top left.
        code: Place of the page code, without its quiet zone.
        code_text: Place of the code text.
        unit: Place of the unit's name on pages after the first; on the first one it stands under the title.
    """

    primitives: tuple[Primitive, ...]
    fiducials: tuple[Fiducial, ...]
    code: Rect
    code_text: Rect
    unit: Rect | None


def page_frame(template: FormTemplate, number: int, pages: int, code_modules: int) -> PageFrame:
    """Build the frame of the 1-based page ``number``; ``code_modules`` is the width of the page code."""
    fiducials = corner_fiducials()
    code_mm = round(code_modules * MODULE_MM, 3)
    code = Rect(round(_CODE_RIGHT_MM - code_mm, 3), _CODE_TOP_MM, code_mm, code_mm)
    text_top_mm = round(_CODE_TOP_MM + code_mm + _CODE_TEXT_GAP_MM, 3)
    code_text = Rect(RIGHT_MM - _CODE_TEXT_W_MM, text_top_mm, _CODE_TEXT_W_MM, _CODE_TEXT_H_MM)
    targets = [shape for fiducial in fiducials for shape in _fiducial_shapes(fiducial)]
    head_right_mm = code.x_mm - 5.0
    head, unit = (_letterhead(template, head_right_mm), None) if number == 1 else _running_head(template, head_right_mm)
    return PageFrame((*targets, *head, *_footer(template, number, pages)), fiducials, code, code_text, unit)


def check_code_text(template: FormTemplate) -> None:
    """Raise PrintError if the code text of a unit with a five-digit code is too long for its place."""
    code = PageCode(template.template_id, template.version, 9, "0" * 5, "0" * SERIAL_DIGITS)
    if text_width_mm(code.encode_text(), CODE_TEXT_PT) > _CODE_TEXT_W_MM:
        raise PrintError(
            template.template_id,
            Fact('id "{template_id}" is too long to be printed with unit and serial', template_id=template.template_id),
        )


def corner_fiducials() -> tuple[Fiducial, ...]:
    """Return the four targets, clockwise from the top left."""
    left, right = _FIDUCIAL_INSET_MM, PAPER_W_MM - _FIDUCIAL_INSET_MM
    top, bottom = _FIDUCIAL_INSET_MM, PAPER_H_MM - _FIDUCIAL_INSET_MM
    size_mm = round(FIDUCIAL_MM, 3)
    return tuple(Fiducial(x, y, size_mm) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)))


def title_block(template: FormTemplate) -> tuple[Block, Rect]:
    """Set title, subtitle and the line for the unit's name.

    Returns:
        The block, and within it the place of the unit's name.
    """
    language = template.language
    parts = [space(0.8), paragraph((Span(template.title.in_language(language), is_bold=True),), 13.0, Align.CENTRE)]
    if template.subtitle.vi:
        subtitle = (Span(template.subtitle.in_language(language)),)
        parts.append(paragraph(subtitle, TEXT_PT, Align.CENTRE, LEFT_MM + 12, WIDTH_MM - 24))
    above = below(*parts)
    label = Span(phrases.UNIT.in_language(language))
    top_mm = above.height_mm + 1.2
    runs = text_runs(((label,),), HEADING_PT, LEFT_MM, WIDTH_MM, top_mm=top_mm)
    left_mm = LEFT_MM + text_width_mm(label.text, HEADING_PT) + 1.5
    unit = Rect(left_mm, top_mm, RIGHT_MM - left_mm, leading_mm(HEADING_PT))
    return Block(top_mm + unit.h_mm + 1.4, (*above.primitives, *runs)), unit


def instructions_block(template: FormTemplate) -> Block:
    """Set the instructions and a drawn example of marking and cancelling, in a frame."""
    language = template.language
    inset_mm = 2.5
    spans = (Span(template.instructions.in_language(language)),)
    width_mm = WIDTH_MM - 2 * inset_mm
    lines = wrap_evenly(spans, TEXT_PT, width_mm) if template.instructions.vi else ()
    runs = text_runs(lines, TEXT_PT, LEFT_MM + inset_mm, width_mm, top_mm=1.0)
    text_mm = 1.0 + len(lines) * leading_mm(TEXT_PT)
    example = marking_example(_first_style(template), language, LEFT_MM + inset_mm, width_mm)
    height_mm = text_mm + example.height_mm + 0.5
    border = Shape(Rect(LEFT_MM, 0.0, WIDTH_MM, height_mm), line_mm=RULE_MM)
    moved = [placed_primitive(primitive, text_mm) for primitive in example.primitives]
    return Block(height_mm + 0.6, (*runs, *moved, border))


def closing_block(template: FormTemplate) -> Block:
    """Set the closing words."""
    words = (Span(template.closing.in_language(template.language), is_bold=True),)
    return paragraph(words, TEXT_PT, Align.CENTRE)


def _fiducial_shapes(fiducial: Fiducial) -> tuple[Shape, ...]:
    """Draw a target like the finder of a QR code: ring, white ring, centre of three modules."""
    return (
        Shape(_square(fiducial, 7), line_mm=_FIDUCIAL_MODULE_MM),
        Shape(_square(fiducial, 3), is_filled=True),
    )


def _square(fiducial: Fiducial, modules: int) -> Rect:
    side_mm = modules * _FIDUCIAL_MODULE_MM
    return Rect(fiducial.x_mm - side_mm / 2, fiducial.y_mm - side_mm / 2, side_mm, side_mm)


def _letterhead(template: FormTemplate, right_mm: float) -> tuple[Primitive, ...]:
    """Set organisation and national header pair side by side."""
    middle_mm = _INNER_LEFT_MM + (right_mm - _INNER_LEFT_MM) * 0.46
    left = _letterhead_column(template.organisation, _INNER_LEFT_MM, middle_mm - 2.0, template.language)
    right = _letterhead_column(template.motto, middle_mm, right_mm, template.language)
    return (*left, *right)


def _letterhead_column(text: Text, left_mm: float, right_mm: float, language: Language) -> tuple[Primitive, ...]:
    """Set centred lines with a short rule under them."""
    if not text.vi:
        return ()
    width_mm = right_mm - left_mm
    lines = wrap((Span(text.in_language(language), is_bold=True),), SMALL_PT, width_mm)
    runs = text_runs(lines, SMALL_PT, left_mm, width_mm, Align.CENTRE, _TOP_MM)
    y_mm = _TOP_MM + len(lines) * leading_mm(SMALL_PT) + 0.5
    half_mm = line_width_mm(lines[-1], SMALL_PT) * 0.3
    centre_mm = left_mm + width_mm / 2
    return (*runs, Line(centre_mm - half_mm, y_mm, centre_mm + half_mm, y_mm, 0.25))


def _running_head(template: FormTemplate, right_mm: float) -> tuple[tuple[Primitive, ...], Rect]:
    """Set the title small, and the place of the unit's name under it."""
    language = template.language
    width_mm = right_mm - _INNER_LEFT_MM
    title = wrap((Span(template.title.in_language(language), is_bold=True),), SMALL_PT, width_mm)[:2]
    runs = text_runs(title, SMALL_PT, _INNER_LEFT_MM, width_mm, top_mm=_TOP_MM)
    label = Span(phrases.UNIT.in_language(language))
    top_mm = _TOP_MM + len(title) * leading_mm(SMALL_PT) + 1.6
    unit_runs = text_runs(((label,),), SMALL_PT, _INNER_LEFT_MM, width_mm, top_mm=top_mm)
    left_mm = _INNER_LEFT_MM + text_width_mm(label.text, SMALL_PT) + 1.5
    return (*runs, *unit_runs), Rect(left_mm, top_mm, right_mm - left_mm, leading_mm(SMALL_PT))


def _footer(template: FormTemplate, number: int, pages: int) -> tuple[TextRun, ...]:
    """Set name and version, page number and print hint between the lower fiducials."""
    language = template.language
    version = phrases.VERSION.in_language(language).format(version=template.version)
    parts = (
        (f"{template.template_id.upper()} · {version}", Align.LEFT, False),
        (phrases.PAGE.in_language(language).format(page=number, pages=pages), Align.CENTRE, True),
        (phrases.PRINT_HINT.in_language(language), Align.RIGHT, False),
    )
    top_mm = _FOOTER_MIDDLE_MM - leading_mm(_FOOTER_PT) / 2
    width_mm = PAPER_W_MM - 2 * _INNER_LEFT_MM
    return tuple(
        run
        for words, align, is_bold in parts
        for run in text_runs(((Span(words, is_bold),),), _FOOTER_PT, _INNER_LEFT_MM, width_mm, align, top_mm)
    )


def _first_style(template: FormTemplate) -> MarkStyle:
    return next((item.style for item in template.items() if item.kind.is_choice), MarkStyle.BOX)
