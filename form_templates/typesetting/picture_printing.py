"""Pages of a form made elsewhere -> PDF: each page image on paper of its own size, the same on every copy."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import FormTemplate, PageLayout
from form_templates.typesetting.fonts import MM_PER_PT, normalised

_PT = 1 / MM_PER_PT


def pictures_pdf(template: FormTemplate, pictures: Sequence[bytes], *, copies: int = 1) -> bytes:
    """Return a PDF with ``copies`` of the form; its images are stored once.

    Args:
        template: As loaded; gives the size of the paper.
        pictures: One image file for each page, grey or colour, 8 bits a channel; stands for the whole page.
        copies: How many.

    Raises:
        PrintError: Fewer than one copy is asked for.
    """
    if copies < 1:
        raise PrintError(template.template_id, Fact("print one copy or more"))
    buffer = BytesIO()
    pdf = Canvas(buffer, invariant=1, pageCompression=1)
    pdf.setTitle(normalised(template.title.in_language(template.language).replace("\n", " ")))
    pdf.setAuthor("Phiếu")
    pdf.setSubject(f"{template.template_id} {template.version}")
    for page, picture in zip(template.pages, pictures, strict=True):
        _define_page(pdf, page, picture)
    for _ in range(copies):
        for page in template.pages:
            pdf.setPageSize(_size_pt(page))
            pdf.doForm(_form_name(page))
            pdf.showPage()
    pdf.save()
    return buffer.getvalue()


def _define_page(pdf: Canvas, page: PageLayout, picture: bytes) -> None:
    width_pt, height_pt = _size_pt(page)
    pdf.beginForm(_form_name(page), 0, 0, width_pt, height_pt)
    pdf.drawImage(ImageReader(BytesIO(picture)), 0, 0, width_pt, height_pt)
    pdf.endForm()


def _size_pt(page: PageLayout) -> tuple[float, float]:
    return page.width_mm * _PT, page.height_mm * _PT


def _form_name(page: PageLayout) -> str:
    return f"page{page.number}"
