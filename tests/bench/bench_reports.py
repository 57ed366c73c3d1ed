"""Measure how long printed reports of 135 units take: 7,000 respondents, 40 items, two earlier rounds; reach 30 s."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from exports.report.figures import open_basis
from exports.report.report_files import write_report, write_unit_reports
from exports.rounds.round import EarlierRounds, Round, make_round
from exports.tally.answer_table import build_answer_table
from form_templates.model import FormTemplate
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units
from tests.exports.build import gathered, large_survey, large_template

RESPONDENTS = 7_000


def main() -> None:
    """Write every report of a generated round; print processor seconds, for other programs must not count."""
    template, units = large_template(), load_units(SHIPPED_UNITS)
    responses = large_survey(template, units, RESPONDENTS)
    items = len(list(template.items()))
    earlier = EarlierRounds(tuple(_round(template, units, year) for year in (2018, 2019)), ())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.process_time()
        basis = open_basis(gathered(responses, template, units, earlier=earlier))
        counted = time.process_time()
        written = write_unit_reports(folder / "units", basis)
        each = time.process_time()
        write_report(folder / "round.pdf", basis)
        end = time.process_time()
        size_mb = sum(path.stat().st_size for path in written.paths) / 1e6
    print(f"reports: {RESPONDENTS} respondents x {items} items counted once in {counted - start:.1f} s")
    print(f"  {len(written.paths)} units, a file each: {each - counted:.1f} s, {size_mb:.0f} MB")
    print(f"  the whole round: {end - each:.1f} s")


def _round(template: FormTemplate, units: Sequence[Unit], year: int) -> Round:
    responses = large_survey(template, units, RESPONDENTS, seed=year)
    return make_round(str(year), str(year), build_answer_table(template, responses), units)


if __name__ == "__main__":
    main()
