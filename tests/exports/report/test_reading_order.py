"""What a screen reader is told of a report: headings and pieces in order, each page leading back into the tree."""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from pypdfium2 import raw

from exports.report.document import report_pdf
from tests.exports.build import responses
from tests.exports.report.pages import basis


@pytest.fixture(scope="module")
def pdf() -> bytes:
    tallied = basis([*responses([{"c1": ("1",)}, {}] * 20), *responses([{}] * 35, unit="09166")])
    return report_pdf([tallied.of_unit("09163"), tallied.of_unit("09166")])


def roles_of(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield what the pieces of a page are, in the order of the tree."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    for child in range(raw.FPDF_StructTree_CountChildren(tree)):
        document = raw.FPDF_StructTree_GetChildAtIndex(tree, child)
        for place in range(raw.FPDF_StructElement_CountChildren(document)):
            if piece := raw.FPDF_StructElement_GetChildAtIndex(document, place):  # else it stands on another page
                yield text_of(lambda buffer, size, piece=piece: raw.FPDF_StructElement_GetType(piece, buffer, size))
    raw.FPDF_StructTree_Close(tree)


def text_of(ask: Callable[[ctypes.Array[ctypes.c_char] | None, int], int]) -> str:
    """Return what pdfium writes into a buffer of the size that it names."""
    buffer = ctypes.create_string_buffer(ask(None, 0))
    ask(buffer, len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def test_that_every_page_tells_its_pieces_and_parts_are_headings(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)

    pages = [list(roles_of(page)) for page in document]

    assert raw.FPDFCatalog_IsTagged(document)
    assert all(pages)
    assert set().union(*pages) == {"H1", "H2", "P"}
    parts = [entry for entry in document.get_toc() if entry.level == 1]
    assert sum(page.count("H1") for page in pages) == len(parts) > 10


def test_that_what_is_read_and_what_is_not_make_up_the_page(pdf: bytes) -> None:
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]

    assert sum("Trang 2/" in page for page in pages) == 2  # running titles are there, though nobody reads them out


def test_that_two_reports_share_two_embedded_fonts_and_there_is_no_other(pdf: bytes) -> None:
    assert pdf.count(b"/FontFile2 ") == 2
    assert b"Helvetica" not in pdf
