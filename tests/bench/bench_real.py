"""How right the readings of real scans are, form by form."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from omr.batches.batch import read_batch
from omr.survey.folder import Survey
from tests.bench.contact_sheet import Tile, save_sheets, tile
from tests.bench.figures import Measured, condition_lines, group_lines, stated
from tests.bench.keeping import keep_json
from tests.bench.real_cases import RealAnswer, RealCase, RealComparison, compare_real, find_cases
from tests.bench.reliability import deciles, lines

_PROJECT = Path(__file__).parents[2]
DEFAULT_FOLDER = _PROJECT.parent / "shared" / "real"


def run(folder: Path, out: Path, *, cases: Path) -> None:
    """Import, read and compare every case, and print the figures.

    Args:
        folder: For surveys.
        out: Gets ``real.json`` and, per case, pictures of what is wrong or flagged.
        cases: A folder of cases; without any, one line says so.
    """
    print(f"== Real scans: {cases}")
    found = find_cases(cases)
    if not found:
        print("   nothing to measure: this folder holds no case (a folder with layout.json, scans/ and truth.json)")
        return
    compared: dict[str, RealComparison] = {}
    for case in found:
        place = folder / "real" / case.name
        place.mkdir(parents=True)
        if import_case(case, place / "template"):
            compared[case.name] = _measure(case, place, out)
    if compared:
        _report(compared, out)


def import_case(case: RealCase, template: Path) -> bool:
    """Make the case's template as a user would; say why it cannot be made."""
    pages = [argument for page in case.blank_pages for argument in ("--page", str(page))]
    command = [sys.executable, "main.py", "template", "import", str(case.layout), *pages, "--out", str(template)]
    done = subprocess.run(
        command, cwd=_PROJECT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        print(f"-- {case.name}: not imported: {' '.join((done.stderr or done.stdout).split())}")
    return done.returncode == 0


def _measure(case: RealCase, place: Path, out: Path) -> RealComparison:
    with Survey.create(place / "survey", place / "template") as survey:
        report = read_batch(survey, case.scans)
        compared = compare_real(case.truth, survey.pages())
        print(f"-- {case.name}: read in {report.seconds:.1f} s")
        _print_case(compared)
        tiles = [_tile(survey, each) for each in _worst_first(compared.answers)]
    for path in save_sheets(tiles, out, f"real-{case.name}"):
        print(f"   kept: {path}")
    return compared


def _print_case(compared: RealComparison) -> None:
    for line in group_lines("", compared.measured, with_kinds=False):
        print(f"   {line}")
    if compared.fair:
        print(f"   {compared.fair} answers left out: either reading is fair")
    for file, reason in compared.unread:
        print(f"   NOT READ {file}: {reason}")
    for each in compared.answers:
        if each.is_wrong and not each.reading.flags:
            print(f"   WRONG {each.file} {each.item_id}: {_meant_and_read(each)}, p_wrong {each.reading.p_wrong:.2e}")
    flags = Counter(flag for each in compared.answers for flag in each.reading.flags)
    if flags:
        print(f"   flags: {', '.join(f'{flag} {number}' for flag, number in flags.most_common())}")


def _meant_and_read(each: RealAnswer) -> str:
    meant, read = (";".join(sorted(options)) or "blank" for options in (each.meant, each.reading.answer))
    return f"meant {meant}, read {read}"


def _worst_first(answers: Sequence[RealAnswer]) -> list[RealAnswer]:
    looked_at = [each for each in answers if each.is_to_be_looked_at]
    return sorted(looked_at, key=lambda each: (bool(each.reading.flags), not each.is_wrong, each.reading.p_wrong))


def _tile(survey: Survey, each: RealAnswer) -> Tile:
    assert each.page_id is not None, "a page that was read has a key"
    fate = f"flagged: {', '.join(sorted(each.reading.flags))}" if each.reading.flags else "ACCEPTED"
    caption = f"{each.file} {each.item_id}: {fate}\n{_meant_and_read(each)}, {each.reading.p_wrong:.1e}"
    options = tuple(each.meant)
    return tile(survey, each.page_id, each.item_id, meant=options, read=each.reading.answer, caption=caption)


def _report(compared: dict[str, RealComparison], out: Path) -> None:
    measured = {name: each.measured for name, each in compared.items()}
    together = sum(measured.values(), Measured())
    print("-- real scans, by form")
    for line in condition_lines({**measured, "in all": together}):
        print(f"   {line}")
    print("-- real scans, stated P(wrong) against measured, ten groups of equal size")
    for line in lines(deciles(stated(together.answers))):
        print(f"   {line}")
    keep_json(
        out / "real.json",
        {"in_all": together.as_dict(), "cases": {name: _facts(each) for name, each in compared.items()}},
    )


def _facts(compared: RealComparison) -> dict[str, Any]:
    wrong = [each for each in compared.answers if each.is_wrong and not each.reading.flags]
    return {
        **compared.measured.as_dict(),
        "fair": compared.fair,
        "unread": [{"file": file, "reason": reason} for file, reason in compared.unread],
        "wrong": [
            {
                "file": each.file,
                "item": each.item_id,
                "meant": sorted(each.meant),
                "read": list(each.reading.answer),
                "p_wrong": each.reading.p_wrong,
            }
            for each in wrong
        ],
    }
