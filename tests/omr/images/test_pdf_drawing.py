"""Drawing PDF pages: what comes out, and what is said where Poppler is not installed."""

import io
import os
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from omr.errors import RendererMissing
from omr.forms.form_pictures import first_form_pictures
from omr.images.limits import ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.images.pdf_drawing import draw_page
from omr.results import Reason
from omr.wording import reason_phrase

WIDTH_PT, HEIGHT_PT = 288.0, 360.0  # 4 x 5 inches


def _drawn_pdf(pages=1):
    """Pages with a black square, an inch wide, an inch from the left and from the top; the second has a red one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH_PT, HEIGHT_PT))
    for number in range(pages):
        canvas.setFillColorRGB(1.0 if number else 0.0, 0.0, 0.0)
        canvas.rect(72, HEIGHT_PT - 144, 72, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def without_poppler(monkeypatch, tmp_path):
    """A machine on which no program of Poppler's is found."""
    monkeypatch.setenv("PATH", str(tmp_path))


def _refused(act):
    with pytest.raises(UnreadableScan) as caught:
        act()
    return caught.value.reason


@pytest.fixture
def drawn(tmp_path):
    """A file of three such pages."""
    path = tmp_path / "-r drawn.pdf"  # a name that looks like an option
    path.write_bytes(_drawn_pdf(pages=3))
    return path


def test_that_a_page_is_drawn_where_and_as_large_as_it_is_printed(drawn, monkeypatch):
    monkeypatch.chdir(drawn.parent)
    page = draw_page(Path(drawn.name), 0, dpi=100, colour=False)

    assert page.shape == (500, 400)
    assert page[102:198, 102:198].max() == 0
    assert page[:98].min() == page[:, :98].min() == page[202:].min() == page[:, 202:].min() == 255


def test_that_the_page_asked_for_is_drawn_and_in_colour_if_wanted(drawn):
    first, second = (draw_page(drawn, index, dpi=72, colour=True) for index in (0, 1))

    assert first[108, 108].tolist() == [0, 0, 0]
    assert second[108, 108].tolist() == [0, 0, 255]


def test_that_what_is_no_pdf_is_damaged(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 and nothing else")

    assert _refused(lambda: draw_page(path, 0, dpi=100, colour=False)) is Reason.FILE_DAMAGED


def test_that_a_drawn_page_is_refused_and_not_drawn_otherwise_where_poppler_is_missing(tmp_path, without_poppler):
    path = tmp_path / "drawn.pdf"
    path.write_bytes(_drawn_pdf())

    with open_scan(path) as scan:
        assert scan.page_count == 1
        assert _refused(lambda: scan.load(0)) is Reason.RENDERER_MISSING


def _pretend_poppler(folder, monkeypatch, script):
    program = folder / "pdftoppm"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a shell")
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("printf 'P5\\n2 2\\n255\\nabcd'; echo 'Out of memory' >&2", Reason.NEEDS_TOO_MUCH_MEMORY),
        ("cat /dev/zero", Reason.NEEDS_TOO_MUCH_MEMORY),
        ("kill -9 $$", Reason.WORKER_KILLED),
        ("printf 'P5\\n2 2\\n255\\nabc'", Reason.FILE_DAMAGED),
        ("exec sleep 60", Reason.TAKES_TOO_LONG),
    ],
)
def test_that_a_program_that_leaves_its_limits_or_ends_early_draws_no_page(tmp_path, monkeypatch, script, reason):
    _pretend_poppler(tmp_path, monkeypatch, script)
    limits = ReadingLimits(page_seconds=0.5 if "sleep" in script else 60)

    assert _refused(lambda: draw_page(tmp_path, 0, dpi=100, colour=False, limits=limits)) is reason


def test_that_a_scanned_pdf_is_read_without_poppler(tmp_path, without_poppler):
    pixels, jpeg = np.full((600, 480), 200, np.uint8), io.BytesIO()
    Image.fromarray(pixels).save(jpeg, "JPEG")
    document = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(document)
    image.load_jpeg(jpeg)
    image.set_matrix(pdfium.PdfMatrix().scale(WIDTH_PT, HEIGHT_PT))
    page = document.new_page(WIDTH_PT, HEIGHT_PT)
    page.insert_obj(image)
    page.gen_content()
    document.save(tmp_path / "scan.pdf")

    with open_scan(tmp_path / "scan.pdf") as scan:
        assert scan.load(0).pixels.shape == (600, 480)


def test_that_a_page_too_large_to_be_drawn_is_refused_before_poppler_is_looked_for(tmp_path, without_poppler):
    canvas = Canvas(str(tmp_path / "poster.pdf"), pagesize=(3000, 3000))
    canvas.rect(0, 0, 10, 10)
    canvas.save()

    with open_scan(tmp_path / "poster.pdf") as scan:
        assert _refused(lambda: scan.load(0)) is Reason.IMAGE_TOO_LARGE


def test_that_the_words_say_what_to_install():
    words = reason_phrase(Reason.RENDERER_MISSING, "")

    assert "install poppler-utils" in words
    assert "Windows" in words
    assert "read the file again" in words


def test_that_pictures_of_a_form_say_what_is_missing(survey, without_poppler):
    with pytest.raises(RendererMissing, match="poppler-utils"):
        first_form_pictures(survey, "", dpi=100)
