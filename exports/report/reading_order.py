"""Tags of a PDF: what a screen reader says of it, piece by piece in order, with headings; the rest is decoration.

reportlab marks nothing by itself; it passes on what PDF 1.7, 14.7 and 14.8 ask for: marked content on the pages, a tree
of elements, and from each page the way back into it. A row of a table is one piece, read from left to right.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress


class PieceRole(StrEnum):
    """What a piece of a page is to a reader; the value is the PDF's own name."""

    PART = "H1"
    BLOCK = "H2"
    TEXT = "P"


class ReadingOrder:
    """Collects the pieces of a document while its pages are drawn, and writes the tree of them at the end."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._document = self._element("Document", self._root)
        self._pieces: list[Any] = []
        self._on_page: list[Any] = []
        self._pages: list[list[Any]] = []

    @contextmanager
    def piece(self, role: PieceRole) -> Iterator[None]:
        """Mark what is drawn within as one piece; pieces do not stand within each other."""
        element = self._element(role.value, self._document)
        element.dict["Pg"] = self._pdf._doc.thisPageRef()
        element.dict["K"] = len(self._on_page)
        self._pdf.addLiteral(f"/{role.value} <</MCID {len(self._on_page)}>> BDC")
        yield
        self._pdf.addLiteral("EMC")
        self._on_page.append(element)
        self._pieces.append(element)

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Mark what is drawn within as nothing to be read: running titles, column heads that were read already."""
        self._pdf.addLiteral("/Artifact BMC")
        yield
        self._pdf.addLiteral("EMC")

    def end_page(self) -> None:
        """Finish the page and begin the next one."""
        self._pdf.showPage()
        page = self._pdf._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages), PDFName("S")
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])  # not spelled out in letters: smaller
        self._pages.append(self._on_page)
        self._on_page = []

    def finish(self) -> None:
        """Write the tree; to be called once, before the document is saved."""
        document = self._pdf._doc
        numbers: list[Any] = []
        for number, pieces in enumerate(self._pages):
            numbers += [number, PDFArray([document.Reference(piece) for piece in pieces])]
        self._document.dict["K"] = PDFArray([document.Reference(piece) for piece in self._pieces])
        self._root.dict["K"] = PDFArray([document.Reference(self._document)])
        self._root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        self._root.dict["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, kind: str, parent: Any) -> Any:
        above = self._pdf._doc.Reference(parent)
        return PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(kind), "P": above})
