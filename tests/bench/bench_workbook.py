"""Measure the workbook: how long it takes, and how much memory, each in a process of its own.

10,000 respondents x 40 items: reach 20 s, then beat 10 s. 100,000 x 60: at most 120 s and 1.5 GB.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from exports.export_request import ExportRequest
from exports.survey_export import write_file
from omr.units.unit_list import SHIPPED_UNITS, load_units
from tests.exports.build import gathered, large_survey, large_template
from tests.exports.workbook.office import SOFFICE, convert

ROUNDS = (
    (10_000, (4, 5, 6, 3, 4), "bench.xlsx"),
    (10_000, (4, 5, 6, 3, 4), "bench.csv"),
    (100_000, (9, 9, 9, 9, 6), "large.xlsx"),
)
"""Respondents, criteria of each factor, and the file: with 22 criteria there are 40 items, with 42 there are 60."""


def main() -> None:
    """Write workbooks and a CSV file of generated answers and print what each took; then recalculate the first."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(len(ROUNDS)):
            command = [sys.executable, "-m", "tests.bench.bench_workbook", str(number), folder]
            sys.stdout.write(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if SOFFICE:
            _recalculate(Path(folder))


def measure(number: int, folder: Path) -> None:
    """Write one file and print the seconds, and the largest the process grew with the answers it was given."""
    respondents, factors, name = ROUNDS[number]
    template, units = large_template(factors), load_units(SHIPPED_UNITS)
    responses = large_survey(template, units, respondents)
    before_mb = peak_mb()
    start, start_cpu = time.perf_counter(), time.process_time()
    write_file(gathered(responses, template, units), ExportRequest(folder / name))
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    items = len(list(template.items()))
    size_mb = (folder / name).stat().st_size / 1e6
    sys.stdout.write(
        f"{name}: {respondents} respondents x {items} items in {seconds:.1f} s ({cpu:.1f} s of work), {size_mb:.1f} MB;"
        f" memory {peak_mb():.0f} MB, of which the answers {before_mb:.0f} MB\n"
    )


def peak_mb() -> float:
    """Return the most memory that this process ever had in use."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _recalculate(folder: Path) -> None:
    for name in ("bench.xlsx", "large.xlsx"):
        start = time.perf_counter()
        convert([folder / name], "csv", folder / "out", folder)
        sys.stdout.write(f"{name}: LibreOffice recalculates it in {time.perf_counter() - start:.0f} s\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
