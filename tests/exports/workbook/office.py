"""LibreOffice without a window: recalculates workbooks, so that their formulas can be held against our figures."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

SOFFICE = shutil.which("soffice")

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
        load_workbook(path).save(bare / path.name)  # openpyxl keeps formulas alone
    convert([bare / path.name for path in paths], "xlsx", out, folder)
    return [out / path.name for path in paths]


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
    formulas, kept, anew = (
        load_workbook(path),
        load_workbook(path, data_only=True),
        load_workbook(recalculated_path, data_only=True),
    )
    count, found = 0, []
    for sheet in formulas.worksheets:
        for cell in _formula_cells(sheet):
            count += 1
            values = kept[sheet.title][cell.coordinate].value, anew[sheet.title][cell.coordinate].value
            if not _is_same(*values):
                found.append(
                    f"{sheet.title}!{cell.coordinate}: kept {values[0]!r}, yields {values[1]!r}: {_text(cell)}"
                )
    return count, found


def _formula_cells(sheet: object) -> Iterator[Cell]:
    for line in sheet.iter_rows():
        yield from (cell for cell in line if cell.data_type == "f")


def _is_same(kept: object, anew: object) -> bool:
    if isinstance(kept, int | float) and isinstance(anew, int | float):
        return abs(kept - anew) <= 1e-12 * max(1.0, abs(kept))
    return (kept or "") == (anew or "")


def _text(cell: Cell) -> str:
    return str(getattr(cell.value, "text", cell.value))[:200]
