"""Write a workbook to a file: openpyxl's sheets, long tables streamed into them, and beside every formula its value."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from exports.workbook.long_table import RowSource, yield_text
from exports.workbook.parts.data_bars import make_solid
from exports.workbook.parts.shared_texts import PART, announced
from exports.workbook.valued_formulas import carries_value, unload

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_END_OF_ROWS = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_ROWS_AT_ONCE = 500
_COMPRESSION = 3  # of such rows as small as 4, in six tenths of its time; 6 is the usual


def save_workbook(book: Workbook, long_tables: Sequence[RowSource], path: Path) -> None:
    """Write ``book`` with the rows of ``long_tables`` in their sheets; OSError as it comes."""
    tables = {table.sheet.title: (table, table.register_styles()) for table in long_tables}
    texts = [table.texts for table in long_tables if table.texts is not None]
    assert len(texts) <= 1, "cells count the texts of one table"
    made = _saved(book)
    by_part = {sheet.path.lstrip("/"): tables.get(sheet.title) for sheet in book.worksheets}
    with ZipFile(made) as source, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as target:
        for name in source.namelist():
            content = source.read(name)
            with target.open(name, "w", force_zip64=True) as part:
                if found := by_part.get(name):
                    table, looks = found
                    _stream(content, table.area, table.to_xml(looks), part)
                elif texts:
                    part.write(completed(content) if name in by_part else announced(name, content))
                else:
                    part.write(completed(content) if name in by_part else content)
        for each in texts:  # now that all of them are known
            target.writestr(PART, each.to_xml())


def _saved(book: Workbook) -> BytesIO:
    """Return the file as openpyxl writes it, but not compressed: it is read again at once."""
    made = BytesIO()
    book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    ExcelWriter(book, ZipFile(made, "w")).save()
    return made


def completed(sheet: bytes) -> bytes:
    """Return a sheet's XML with what openpyxl cannot write: values beside their formulas, and solid bars."""
    root = etree.fromstring(sheet)
    carrying = [each for each in root.iter(f"{_NAMESPACE}f") if each.text and carries_value(each.text)]
    for formula in carrying:
        _part(formula)
    is_changed = make_solid(root) or bool(carrying)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) if is_changed else sheet


def _part(formula: "etree._Element") -> None:
    formula.text, value = unload(formula.text or "")
    cell = formula.getparent()
    assert cell is not None, "a formula stands in a cell"
    for old in cell.findall(f"{_NAMESPACE}v"):
        cell.remove(old)
    if not isinstance(value, int | float):
        cell.set("t", "str")
    etree.SubElement(cell, f"{_NAMESPACE}v").text = yield_text(value)


def _stream(sheet: bytes, area: str, rows: Iterator[str], part: IO[bytes]) -> None:
    head, end, tail = sheet.partition(_END_OF_ROWS)
    assert end, "a long table has headings"
    part.write(_DIMENSION.sub(f'<dimension ref="{area}"'.encode(), head, count=1))
    while portion := "".join(islice(rows, _ROWS_AT_ONCE)):
        part.write(portion.encode())
    part.write(end + tail)
