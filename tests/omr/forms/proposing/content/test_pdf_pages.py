"""Which pages of a PDF file are looked at as print, and which as pictures."""

from pathlib import Path

import pypdfium2
import pytest

from omr.forms.proposing.content.pdf_pages import read_pdf_pages
from tests.omr.forms.proposing.sheet import Sheet


@pytest.mark.parametrize(("degrees", "is_picture"), [(0, False), (90, True), (270, True)])
def test_that_a_page_shown_on_its_side_is_looked_at_as_a_picture(
    tmp_path: Path, degrees: int, is_picture: bool
) -> None:
    sheet = Sheet()
    sheet.write(20, 50, "1. Ông bà đến lần đầu?")
    for x, option in ((30, "Có"), (90, "Không")):
        sheet.box(x, 56, 4)
        sheet.write(x + 7, 59.5, option)
    document = pypdfium2.PdfDocument(sheet.pdf())
    document[0].set_rotation(degrees)
    document.save(tmp_path / "form.pdf")

    (page,) = read_pdf_pages(tmp_path / "form.pdf")

    assert (page is None) == is_picture
