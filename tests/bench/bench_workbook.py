"""Measure how long the workbook of 10,000 respondents and 40 items takes: reach 20 s, then beat 10 s."""

import sys
import tempfile
import time
from pathlib import Path

from exports.export import export
from exports.facts import SurveyFacts
from omr.units import SHIPPED_UNITS, load_units
from tests.exports.build import large_survey, large_template

RESPONDENTS = 10_000


def main() -> None:
    """Write a workbook and a CSV file of generated answers and print the seconds each took."""
    template, units = large_template(), load_units(SHIPPED_UNITS)
    responses = large_survey(template, units, RESPONDENTS)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("bench.xlsx", "bench.csv"):
            start = time.perf_counter()
            export(Path(folder) / name, SurveyFacts("Bench"), template, responses, units)
            seconds = time.perf_counter() - start
            items = len(list(template.items()))
            sys.stdout.write(f"{name}: {RESPONDENTS} respondents x {items} items in {seconds:.1f} s\n")


if __name__ == "__main__":
    main()
