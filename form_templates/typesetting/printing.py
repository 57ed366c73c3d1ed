"""Typeset pages -> PDF: the static side once as a form XObject, on every copy only code, serial and unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import AreaShape, FormTemplate
from form_templates.page_code import PageCode
from form_templates.typesetting.blocks import DOTTED_MM, baseline_mm
from form_templates.typesetting.drawing import Line, Primitive, Shape, TextRun
from form_templates.typesetting.fonts import MM_PER_PT, Span, font_name, normalised, span_width_mm, text_width_mm
from form_templates.typesetting.page_frame import CODE_TEXT_PT, MODULE_MM, PAPER_H_MM, PAPER_W_MM
from form_templates.typesetting.pages import TypesetForm, TypesetPage, typeset
from form_templates.typesetting.qr_codes import SERIAL_DIGITS, check_unit_code, code_runs
from form_templates.typesetting.setting import Setting

_PT = 1 / MM_PER_PT
_DOTS_MM = (0.3, 0.9)  # ink and gap of a dotted line: light enough to write over
_SMALLEST_UNIT_PT = 6.5


@dataclass(frozen=True, slots=True)
class Recipient:
    """A unit that forms are printed for.

    Attributes:
        code: Goes into the page code: digits, capital letters, "." and "-"; empty for forms without a unit.
        name: Printed in the header.
        first_serial: Number of its first copy, so that later print runs go on counting.
    """

    code: str
    name: str
    first_serial: int = 1


ANYONE = Recipient("", "")
"""Forms without a unit: a dotted line stands where its name would."""


def forms_pdf(template: FormTemplate, *, recipients: Sequence[Recipient] = (), copies: int = 1) -> bytes:
    """Return a PDF with ``copies`` of the form for each recipient; copies are numbered within a recipient.

    Args:
        template: As loaded; its pages must be those that the typesetter makes.
        recipients: In the order to print; empty for forms without a unit.
        copies: Forms per recipient.

    Raises:
        PrintError: The form was made elsewhere, its layout is not ours any more, or a unit code or serial cannot be
            printed.
    """
    return _forms_pdf(template, _typeset_as_laid_out(template), recipients or (ANYONE,), copies)


def first_form_pdf(template: FormTemplate, recipient: Recipient = ANYONE) -> bytes:
    """Return the first form that ``forms_pdf`` would print for a recipient.

    Raises:
        PrintError: As ``forms_pdf`` does.
    """
    return _forms_pdf(template, _typeset_as_laid_out(template), (recipient,), 1)


def blank_pdf(template: FormTemplate) -> bytes:
    """Return the pages as they are the same on every copy: without page code and unit.

    Raises:
        PrintError: The form was made elsewhere, or its layout is not ours any more.
    """
    return typeset_pdf(template, _typeset_as_laid_out(template))


def typeset_pdf(template: FormTemplate, form: TypesetForm) -> bytes:
    """Return what ``blank_pdf`` does, of pages that were typeset just now."""
    buffer = BytesIO()
    canvas = _Canvas(template, buffer)
    canvas.define_static_pages(form)
    for page in form.pages:
        canvas.draw_blank(page)
    canvas.save()
    return buffer.getvalue()


def _forms_pdf(template: FormTemplate, form: TypesetForm, recipients: Sequence[Recipient], copies: int) -> bytes:
    for recipient in recipients:
        check_unit_code(template, recipient.code)
        _check_serials(template, recipient, copies)
    buffer = BytesIO()
    canvas = _Canvas(template, buffer)
    canvas.define_static_pages(form)
    for code, page, recipient in _copies(template, form, recipients, copies):
        canvas.draw_copy(page, recipient, code)
    canvas.save()
    return buffer.getvalue()


def _check_serials(template: FormTemplate, recipient: Recipient, copies: int) -> None:
    if copies < 1:
        raise PrintError(template.template_id, Fact("print one copy or more"))
    if recipient.first_serial + copies > 10**SERIAL_DIGITS:
        raise PrintError(
            template.template_id,
            Fact(
                'unit "{code}" has used up its {serial_digits}-digit numbers',
                code=recipient.code,
                serial_digits=SERIAL_DIGITS,
            ),
        )


def _typeset_as_laid_out(template: FormTemplate) -> TypesetForm:
    """Typeset and make sure that what will be printed lies where the reader will look."""
    form = typeset(replace(template, pages=()))
    if not template.pages or form.layouts == template.pages:
        return form
    if not any(page.fiducials for page in template.pages):
        raise PrintError(template.template_id, Fact("this form was made elsewhere: print it from its own document"))
    raise PrintError(
        template.template_id,
        Fact(
            "this version of the program would print the form with other places than its layout says; "
            "nothing was printed"
        ),
    )


def _copies(
    template: FormTemplate, form: TypesetForm, recipients: Sequence[Recipient], copies: int
) -> Iterator[tuple[PageCode, TypesetPage, Recipient]]:
    for recipient in recipients:
        for serial in range(recipient.first_serial, recipient.first_serial + copies):
            for page in form.pages:
                code = PageCode(
                    template.template_id,
                    template.version,
                    page.layout.number,
                    recipient.code,
                    f"{serial:0{SERIAL_DIGITS}d}",
                )
                yield code, page, recipient


class _Canvas:
    """Draws primitives through reportlab: millimetres from the top left in, points from the bottom left out."""

    def __init__(self, template: FormTemplate, buffer: BytesIO) -> None:
        self._template = template
        page_size = (PAPER_W_MM * _PT, PAPER_H_MM * _PT)
        self._pdf = Canvas(buffer, pagesize=page_size, invariant=1, pageCompression=1)
        self._pdf.setTitle(normalised(template.title.in_language(template.language).replace("\n", " ")))
        self._pdf.setAuthor("Phiếu")
        self._pdf.setSubject(f"{template.template_id} {template.version}")

    def save(self) -> None:
        self._pdf.save()

    def define_static_pages(self, form: TypesetForm) -> None:
        """Store what all copies share, once for the whole document."""
        for page in form.pages:
            self._pdf.beginForm(_form_name(page), 0, 0, PAPER_W_MM * _PT, PAPER_H_MM * _PT)
            for primitive in page.primitives:
                self._draw(primitive)
            self._pdf.endForm()

    def draw_blank(self, page: TypesetPage) -> None:
        self._pdf.doForm(_form_name(page))
        self._pdf.showPage()

    def draw_copy(self, page: TypesetPage, recipient: Recipient, code: PageCode) -> None:
        self._pdf.doForm(_form_name(page))
        self._draw_unit(page, recipient)
        self._draw_code(page, code)
        self._draw_code_text(page, code)
        self._pdf.showPage()

    def _draw(self, primitive: Primitive) -> None:
        match primitive:
            case TextRun():
                self._draw_text(primitive)
            case Line():
                self._draw_line(primitive)
            case Shape():
                self._draw_shape(primitive)

    def _draw_text(self, run: TextRun) -> None:
        self._pdf.setFont(font_name(is_bold=run.is_bold, typeface=run.typeface), run.size_pt)
        self._pdf.drawString(run.x_mm * _PT, _up(run.y_mm), normalised(run.text))

    def _draw_line(self, line: Line) -> None:
        self._pdf.setLineWidth(line.width_mm * _PT)
        self._pdf.setDash([part * _PT for part in _DOTS_MM] if line.is_dotted else [])
        self._pdf.line(line.x1_mm * _PT, _up(line.y1_mm), line.x2_mm * _PT, _up(line.y2_mm))

    def _draw_shape(self, shape: Shape) -> None:
        inset_mm = 0.0 if shape.is_filled else shape.line_mm / 2  # the outline lies inside the rectangle
        x, y = (shape.rect.x_mm + inset_mm) * _PT, _up(shape.rect.y_mm + shape.rect.h_mm - inset_mm)
        width, height = ((side - 2 * inset_mm) * _PT for side in (shape.rect.w_mm, shape.rect.h_mm))
        self._pdf.setLineWidth(shape.line_mm * _PT)
        self._pdf.setDash([])
        how = {"stroke": int(not shape.is_filled), "fill": int(shape.is_filled)}
        if shape.shape is AreaShape.CIRCLE:
            self._pdf.ellipse(x, y, x + width, y + height, **how)
        else:
            self._pdf.rect(x, y, width, height, **how)

    def _draw_unit(self, page: TypesetPage, recipient: Recipient) -> None:
        setting = Setting.of(self._template)
        wished_pt = setting.heading_pt if page.layout.number == 1 else setting.small_pt
        y_mm = baseline_mm(page.unit.center_mm[1], wished_pt)
        if recipient.name:
            name, size_pt = _fitted(setting.span(recipient.name, is_bold=True), wished_pt, page.unit.w_mm)
            self._draw_text(TextRun(page.unit.x_mm, y_mm, name.text, size_pt, name.is_bold, name.typeface))
        else:
            end_mm = page.unit.x_mm + page.unit.w_mm
            self._draw_line(Line(page.unit.x_mm, y_mm + 0.5, end_mm, y_mm + 0.5, DOTTED_MM, is_dotted=True))

    def _draw_code(self, page: TypesetPage, code: PageCode) -> None:
        """Fill all modules as one path: renderers leave no seams within a path."""
        place = page.layout.code
        if place is None:
            return
        module = MODULE_MM * _PT
        left, top = place.x_mm * _PT, _up(place.y_mm)
        path = self._pdf.beginPath()
        for column, row, count in code_runs(code):
            path.rect(left + column * module, top - (row + 1) * module, count * module, module)
        self._pdf.drawPath(path, stroke=0, fill=1)

    def _draw_code_text(self, page: TypesetPage, code: PageCode) -> None:
        place = page.layout.code_text
        if place is None:
            return
        text = code.encode_text()
        width_mm = text_width_mm(text, CODE_TEXT_PT)
        if width_mm > place.w_mm:
            raise PrintError(
                self._template.template_id, Fact('the code text "{text}" is too long for its place', text=text)
            )
        free_mm = place.w_mm - width_mm
        left_mm = place.x_mm + (free_mm / 2 if Setting.of(self._template).has_code_between else free_mm)
        self._draw_text(TextRun(left_mm, baseline_mm(place.center_mm[1], CODE_TEXT_PT), text, CODE_TEXT_PT))


def _up(y_mm: float) -> float:
    """Return the PDF ordinate of a height counted down from the top edge."""
    return (PAPER_H_MM - y_mm) * _PT


def _form_name(page: TypesetPage) -> str:
    return f"page{page.layout.number}"


def _fitted(words: Span, wished_pt: float, width_mm: float) -> tuple[Span, float]:
    """Return words and size that fit: smaller letters first, then fewer of them."""
    size_pt = wished_pt
    while size_pt > _SMALLEST_UNIT_PT and span_width_mm(words, size_pt) > width_mm:
        size_pt -= 0.5
    while len(words.text) > 1 and span_width_mm(words, size_pt) > width_mm:
        words = replace(words, text=words.text[:-2] + "…")
    return words, size_pt
