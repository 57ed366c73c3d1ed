"""Texts that stand in many cells, written once: a cell names its text by number."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from exports.workbook.cells import clean_text

PART = "xl/sharedStrings.xml"

_CONTENT_TYPES, _RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OVERRIDE = (
    f'<Override PartName="/{PART}" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
_RELATION = (
    '<Relationship Id="rIdTexts" Target="sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)


class SharedTexts:
    """The texts of a workbook that are shared; openpyxl itself writes every text into its cell."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def number(self, text: str) -> int:
        """Return the number by which cells name ``text``."""
        return self._numbers.setdefault(clean_text(text), len(self._numbers))

    def to_xml(self) -> bytes:
        """Return the part of the file that holds the texts."""
        return "".join(self._xml()).encode()

    def _xml(self) -> Iterator[str]:
        yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="{_MAIN}">'
        for text in self._numbers:
            yield f'<si><t xml:space="preserve">{escape(text)}</t></si>'
        yield "</sst>"


def announced(name: str, part: bytes) -> bytes:
    """Return a part of the file as it must be for the texts to be found; ``part`` itself where it does not tell."""
    end, more = {_CONTENT_TYPES: (b"</Types>", _OVERRIDE), _RELATIONS: (b"</Relationships>", _RELATION)}.get(
        name, (b"", "")
    )
    if not end:
        return part
    assert part.endswith(end), "openpyxl ends it so"
    return part.removesuffix(end) + more.encode()
