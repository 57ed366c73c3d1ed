from dataclasses import replace
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from form_templates.errors import PrintError
from form_templates.model import PageLayout
from form_templates.typesetting.picture_printing import pictures_pdf
from tests.form_templates.build import rasterised, shipped

TEMPLATE = replace(shipped("one-stop-short"), pages=(PageLayout(1, 210.0, 297.0, ()), PageLayout(2, 152.4, 203.2, ())))


def picture(grey: int, mode: str = "L") -> bytes:
    """A page of one shade with its top-left corner black."""
    pixels = np.full((297, 210), grey, np.uint8)
    pixels[:100, :70] = 0
    buffer = BytesIO()
    Image.fromarray(pixels).convert(mode).save(buffer, "PNG")
    return buffer.getvalue()


def test_that_each_page_fills_paper_of_its_own_size_on_every_copy():
    pdf = pictures_pdf(TEMPLATE, (picture(200), picture(120, "RGB")), copies=3)

    pages = pypdfium2.PdfDocument(pdf)
    sizes_mm = [tuple(side / 72 * 25.4 for side in page.get_size()) for page in pages]
    assert sizes_mm == [pytest.approx(size, abs=0.01) for size in [(210, 297), (152.4, 203.2)] * 3]
    for number, grey in [(1, 200), (2, 120), (5, 200), (6, 120)]:
        pixels = rasterised(pdf, number, 50)
        assert (pixels[5, 5], pixels[-5, -5], pixels[5, -5]) == (0, grey, grey)


def test_that_copies_share_the_images():
    one, many = (len(pictures_pdf(TEMPLATE, (picture(200), picture(120)), copies=n)) for n in (1, 100))

    assert many < one + 100 * 2 * 700  # what a page costs that only refers to its image


def test_that_no_copies_are_refused():
    with pytest.raises(PrintError, match="one copy or more"):
        pictures_pdf(TEMPLATE, (picture(200), picture(120)), copies=0)
