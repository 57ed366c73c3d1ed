"""LibreOffice without a window: recalculates workbooks, so that their formulas can be held against our figures."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

SOFFICE = shutil.which("soffice")

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_DRAWN = ("conditionalFormatting", "drawing")

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return copies of workbooks whose every formula was worked out anew, in one start of the program.

    The values that stand beside the formulas are left out before, so that none can be handed through.
    """
    bare, out = folder / "bare", folder / "out"
    bare.mkdir()
    for path in paths:
        _write_bare(path, bare / path.name)
    convert([bare / path.name for path in paths], "xlsx", out, folder)
    return [out / path.name for path in paths]


def _write_bare(path: Path, bare: Path) -> None:
    """Copy a workbook without the values of formulas, and without what no formula looks at, which takes the longest."""
    with ZipFile(path) as source, ZipFile(bare, "w") as target:
        parts = {name: source.read(name) for name in source.namelist()}
        book, sheets = etree.fromstring(parts[_BOOK]), _sheets(source)
        names = book.find(f"{_MAIN}definedNames")
        for name in names.findall(f"{_MAIN}definedName"):
            if name.get("name").startswith("_xlnm."):  # what to print and to filter
                names.remove(name)
        formulas = {title: [each.text or "" for each in sheet.iter(f"{_MAIN}f")] for title, sheet in sheets.items()}
        looked_at = "\n".join([*(name.text for name in names), *chain(*formulas.values())])
        for each in book.findall(f"{_MAIN}sheets/{_MAIN}sheet"):
            if not formulas[each.get("name")] and each.get("name") not in looked_at:
                each.getparent().remove(each)
        parts[_BOOK] = etree.tostring(book)
        parts |= {_part_names(source)[title]: _without_values(sheet) for title, sheet in sheets.items()}
        for name, content in parts.items():
            target.writestr(name, content)


def _without_values(sheet: etree._Element) -> bytes:
    for formula in sheet.iter(f"{_MAIN}f"):
        for value in formula.getparent().findall(f"{_MAIN}v"):
            formula.getparent().remove(value)
    for drawn in [each for kind in _DRAWN for each in sheet.findall(f"{_MAIN}{kind}")]:
        sheet.remove(drawn)
    return etree.tostring(sheet)


def _sheets(book: ZipFile) -> dict[str, etree._Element]:
    return {title: etree.fromstring(book.read(part)) for title, part in _part_names(book).items()}


def _part_names(book: ZipFile) -> dict[str, str]:
    """Return the names of the parts that hold the sheets, by their titles."""
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(book.read(_RELATIONS))}
    sheets = etree.fromstring(book.read(_BOOK)).findall(f"{_MAIN}sheets/{_MAIN}sheet")
    return {each.get("name"): f"xl/{targets[each.get(_RELATION)].removeprefix('/xl/')}" for each in sheets}


def convert(paths: Sequence[Path], ending: str, out: Path, home: Path) -> None:
    """Convert files in one start of the program; ``home`` is for its settings."""
    assert SOFFICE, "the caller skips where it is missing"
    profile = home / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, paths)],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(home)},
        timeout=300,
    )


def differences(path: Path, recalculated_path: Path) -> tuple[int, list[str]]:
    """Return how many formulas a workbook has, and a line for each whose kept value is not what it yields."""
    kept, anew = _formulas(path), _formulas(recalculated_path)
    found = []
    for place, (formula, value) in kept.items():
        _, other = anew.get(place, ("", None))
        if not _is_same(value, other):
            found.append(f"{place}: kept {value!r}, yields {other!r}: {formula[:200]}")
    return len(kept), found


def _formulas(path: Path) -> Mapping[str, tuple[str, float | str]]:
    """Return every formula and its value, by sheet and cell: read without openpyxl, which takes ten times as long."""
    with ZipFile(path) as book:
        return {
            f"{title}!{formula.getparent().get('r')}": (formula.text or "", _value(formula.getparent()))
            for title, sheet in _sheets(book).items()
            for formula in sheet.iter(f"{_MAIN}f")
        }


def _value(cell: etree._Element) -> float | str:
    text = cell.findtext(f"{_MAIN}v") or ""
    return float(text) if text and cell.get("t", "n") == "n" else text


def _is_same(kept: float | str | None, anew: float | str | None) -> bool:
    if isinstance(kept, float) and isinstance(anew, float):
        return abs(kept - anew) <= 1e-12 * max(1.0, abs(kept))
    return kept == anew
