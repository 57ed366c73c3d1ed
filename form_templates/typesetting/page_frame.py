"""What surrounds the questions: fiducials, page code, running heads, title, how-to-mark box. Pure values."""

from dataclasses import dataclass

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import (
    Fiducial,
    FormTemplate,
    MarkStyle,
    Rect,
    Text,
)
from form_templates.page_code import PageCode
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import (
    LEFT_MM,
    RIGHT_MM,
    RULE_MM,
    WIDTH_MM,
    Align,
    paragraph,
    space,
    text_runs,
)
from form_templates.typesetting.drawing import Block, Line, Primitive, Shape, TextRun, below, placed_primitive
from form_templates.typesetting.fonts import (
    line_width_mm,
    span_width_mm,
    text_width_mm,
    widest_line_mm,
    wrap,
    wrap_evenly,
)
from form_templates.typesetting.parts.examples import marking_example
from form_templates.typesetting.qr_codes import SERIAL_DIGITS
from form_templates.typesetting.setting import Setting

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
_CODE_TEXT_W_MM, _WIDER_CODE_TEXT_W_MM, _CODE_TEXT_H_MM = 56.0, 66.0, 2.8
_CODE_QUIET_MM = 5.0  # white beside the code
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
    code, code_text = _code_places(template, round(code_modules * MODULE_MM, 3))
    targets = [shape for fiducial in fiducials for shape in _fiducial_shapes(fiducial)]
    head, unit = (_letterhead(template, code), None) if number == 1 else _running_head(template, code)
    return PageFrame((*targets, *head, *_footer(template, number, pages)), fiducials, code, code_text, unit)


def _code_places(template: FormTemplate, code_mm: float) -> tuple[Rect, Rect]:
    """Return the places of a page code ``code_mm`` wide and of its text."""
    width_mm = _code_text_mm(template)
    if Setting.of(template).has_code_between:
        code_left_mm, text_left_mm = (PAPER_W_MM - code_mm) / 2, (PAPER_W_MM - width_mm) / 2
    else:
        code_left_mm, text_left_mm = _CODE_RIGHT_MM - code_mm, RIGHT_MM - width_mm
    code = Rect(round(code_left_mm, 3), _CODE_TOP_MM, code_mm, code_mm)
    return code, Rect(text_left_mm, round(_CODE_TOP_MM + code_mm + _CODE_TEXT_GAP_MM, 3), width_mm, _CODE_TEXT_H_MM)


def _code_text_mm(template: FormTemplate) -> float:
    return _WIDER_CODE_TEXT_W_MM if Setting.of(template).has_code_between else _CODE_TEXT_W_MM


def check_code_text(template: FormTemplate) -> None:
    """Raise PrintError if the code text of a unit with a five-digit code is too long for its place."""
    code = PageCode(template.template_id, template.version, 9, "0" * 5, "0" * SERIAL_DIGITS)
    if text_width_mm(code.encode_text(), CODE_TEXT_PT) > _code_text_mm(template):
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
    setting = Setting.of(template)
    parts = [space(0.8), paragraph((setting.words(template.title, is_bold=True),), setting.title_pt, Align.CENTRE)]
    if template.subtitle.vi:
        subtitle = (setting.words(template.subtitle),)
        parts.append(paragraph(subtitle, setting.text_pt, Align.CENTRE, LEFT_MM + 12, WIDTH_MM - 24))
    above = below(*parts)
    label = setting.words(phrases.UNIT)
    top_mm = above.height_mm + 1.2
    runs = text_runs(((label,),), setting.heading_pt, LEFT_MM, WIDTH_MM, top_mm=top_mm)
    left_mm = LEFT_MM + span_width_mm(label, setting.heading_pt) + 1.5
    unit = Rect(left_mm, top_mm, RIGHT_MM - left_mm, setting.leading_mm(setting.heading_pt))
    return Block(top_mm + unit.h_mm + 1.4, (*above.primitives, *runs)), unit


def instructions_block(template: FormTemplate) -> Block:
    """Set the instructions and a drawn example of marking and cancelling, in a frame."""
    setting = Setting.of(template)
    inset_mm = 2.5
    spans = (setting.words(template.instructions),)
    width_mm = WIDTH_MM - 2 * inset_mm
    lines = wrap_evenly(spans, setting.text_pt, width_mm) if template.instructions.vi else ()
    runs = text_runs(lines, setting.text_pt, LEFT_MM + inset_mm, width_mm, top_mm=1.0)
    text_mm = 1.0 + len(lines) * setting.leading_mm(setting.text_pt)
    example = marking_example(_first_style(template), setting, LEFT_MM + inset_mm, width_mm)
    height_mm = text_mm + example.height_mm + 0.5
    border = Shape(Rect(LEFT_MM, 0.0, WIDTH_MM, height_mm), line_mm=RULE_MM)
    moved = [placed_primitive(primitive, text_mm) for primitive in example.primitives]
    return Block(height_mm + 0.6, (*runs, *moved, border))


def closing_block(template: FormTemplate) -> Block:
    """Set the closing words."""
    setting = Setting.of(template)
    words = (setting.words(template.closing, is_bold=True),)
    return paragraph(words, setting.text_pt, Align.CENTRE)


def _fiducial_shapes(fiducial: Fiducial) -> tuple[Shape, ...]:
    """Draw a target like the finder of a QR code: ring, white ring, centre of three modules."""
    return (
        Shape(_square(fiducial, 7), line_mm=_FIDUCIAL_MODULE_MM),
        Shape(_square(fiducial, 3), is_filled=True),
    )


def _square(fiducial: Fiducial, modules: int) -> Rect:
    side_mm = modules * _FIDUCIAL_MODULE_MM
    return Rect(fiducial.x_mm - side_mm / 2, fiducial.y_mm - side_mm / 2, side_mm, side_mm)


def _letterhead(template: FormTemplate, code: Rect) -> tuple[Primitive, ...]:
    """Set organisation and national header pair side by side.

    Raises:
        PrintError: One of them reaches into the title; earlier editions let it.
    """
    setting = Setting.of(template)
    if setting.has_code_between:
        left_end_mm, right_start_mm = code.x_mm - _CODE_QUIET_MM, code.x_mm + code.w_mm + _CODE_QUIET_MM
        drawn = (
            *_letterhead_column(template.organisation, _INNER_LEFT_MM, left_end_mm, setting),
            *_letterhead_column(template.motto, right_start_mm, PAPER_W_MM - _INNER_LEFT_MM, setting),
        )
        if any(each.y1_mm > BODY_TOP_MM for each in drawn if isinstance(each, Line)):
            why = Fact("institution or national heading has more lines than fit above the title")
            raise PrintError(template.template_id, why)
        return drawn
    right_mm = code.x_mm - _CODE_QUIET_MM
    middle_mm = _INNER_LEFT_MM + (right_mm - _INNER_LEFT_MM) * 0.46
    left = _letterhead_column(template.organisation, _INNER_LEFT_MM, middle_mm - 2.0, setting)
    right = _letterhead_column(template.motto, middle_mm, right_mm, setting)
    return (*left, *right)


def _letterhead_column(text: Text, left_mm: float, right_mm: float, setting: Setting) -> tuple[Primitive, ...]:
    """Set centred lines with a rule under them: short, or, since edition 2, as long as the last line."""
    if not text.vi:
        return ()
    width_mm = right_mm - left_mm
    words = (setting.words(text, is_bold=True),)
    size_pt = setting.small_pt
    while setting.has_code_between and size_pt > _FOOTER_PT and widest_line_mm(words, size_pt) > width_mm:
        size_pt -= 0.25
    lines = wrap(words, size_pt, width_mm)
    runs = text_runs(lines, size_pt, left_mm, width_mm, Align.CENTRE, _TOP_MM)
    y_mm = _TOP_MM + len(lines) * setting.leading_mm(size_pt) + 0.5
    half_mm = line_width_mm(lines[-1], size_pt) * (0.5 if setting.has_code_between else 0.3)
    centre_mm = left_mm + width_mm / 2
    return (*runs, Line(centre_mm - half_mm, y_mm, centre_mm + half_mm, y_mm, 0.25))


def _running_head(template: FormTemplate, code: Rect) -> tuple[tuple[Primitive, ...], Rect]:
    """Set the title small, and the place of the unit's name under it or, since edition 2, right of the code."""
    setting = Setting.of(template)
    right_mm = code.x_mm - _CODE_QUIET_MM
    width_mm = right_mm - _INNER_LEFT_MM
    title = wrap((setting.words(template.title, is_bold=True),), setting.small_pt, width_mm)[:2]
    runs = text_runs(title, setting.small_pt, _INNER_LEFT_MM, width_mm, top_mm=_TOP_MM)
    label, unit_mm, top_mm = setting.words(phrases.UNIT), _INNER_LEFT_MM, _TOP_MM
    if setting.has_code_between:
        unit_mm, right_mm = code.x_mm + code.w_mm + _CODE_QUIET_MM, PAPER_W_MM - _INNER_LEFT_MM
    else:
        top_mm += len(title) * setting.leading_mm(setting.small_pt) + 1.6
    unit_runs = text_runs(((label,),), setting.small_pt, unit_mm, right_mm - unit_mm, top_mm=top_mm)
    left_mm = unit_mm + span_width_mm(label, setting.small_pt) + 1.5
    return (*runs, *unit_runs), Rect(left_mm, top_mm, right_mm - left_mm, setting.leading_mm(setting.small_pt))


def _footer(template: FormTemplate, number: int, pages: int) -> tuple[TextRun, ...]:
    """Set name and version, page number and print hint between the lower fiducials."""
    setting = Setting.of(template)
    version = phrases.VERSION.in_language(setting.language).format(version=template.version)
    parts = (
        (f"{template.template_id.upper()} · {version}", Align.LEFT, False),
        (phrases.PAGE.in_language(setting.language).format(page=number, pages=pages), Align.CENTRE, True),
        (phrases.PRINT_HINT.in_language(setting.language), Align.RIGHT, False),
    )
    top_mm = _FOOTER_MIDDLE_MM - setting.leading_mm(_FOOTER_PT) / 2
    width_mm = PAPER_W_MM - 2 * _INNER_LEFT_MM
    return tuple(
        run
        for words, align, is_bold in parts
        for run in text_runs(
            ((setting.span(words, is_bold=is_bold),),), _FOOTER_PT, _INNER_LEFT_MM, width_mm, align, top_mm
        )
    )


def _first_style(template: FormTemplate) -> MarkStyle:
    return next((item.style for item in template.items() if item.kind.is_choice), MarkStyle.BOX)
