"""The whole way on generated sheets: define, print, fill in, scan, read, export - and compare with the truth."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exports.demo.sample_plan import FORMS_PER_UNIT, SEED, TEMPLATE, UNIT_CODES
from exports.export_request import ExportRequest
from exports.survey_export import export_survey, suggested_name
from omr.batches.batch import read_batch
from omr.batches.report import BatchReport
from omr.batches.worker import default_jobs
from omr.forms.issuing import issue_forms
from omr.results import PageOutcome
from omr.simulation.accuracy import Accuracy, compare
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.survey.folder import Survey
from omr.units.unit_list import SHIPPED_UNITS, load_units


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo made and how well it was read."""

    report: BatchReport
    accuracy: Accuracy
    workbook: Path


def free_folder() -> Path:
    """Return ``demo-survey`` here, or with a number behind it when that is taken; nobody's demo is overwritten."""
    names = ("demo-survey", *(f"demo-survey-{number}" for number in range(2, 1000)))
    return next(Path(name) for name in names if not Path(name).exists())


def run_demo(folder: Path, say: Callable[[str], object]) -> DemoResult:
    """Make a survey in ``folder``, fill it with simulated forms, read them and export the workbook.

    Args:
        folder: A new or empty folder.
        say: Takes each line of the account.

    Raises:
        SurveyExists: The folder holds something.
    """
    units = load_units(SHIPPED_UNITS)
    with Survey.create(folder, TEMPLATE, name="Demo: SIPAS 2020", round_name="2020", units=units) as survey:
        forms = survey.exports_folder / "forms.pdf"
        issued = issue_forms(survey, forms, UNIT_CODES, FORMS_PER_UNIT)
        say(f"Printed   {issued.forms} forms of {TEMPLATE} for {issued.units} units: {forms}")
        with tempfile.TemporaryDirectory(prefix="phieu-demo-") as scans:
            return _fill_and_read(survey, forms, Path(scans), say)


def _fill_and_read(survey: Survey, forms: Path, scans: Path, say: Callable[[str], object]) -> DemoResult:
    units = [survey.unit(code) for code in UNIT_CODES]
    pile = simulate_pile(
        survey.template,
        units,
        PdfPages(forms, len(survey.template.pages)),
        scans,
        PileOrder(respondents=len(units) * FORMS_PER_UNIT, seed=SEED),
        jobs=default_jobs(),
    )
    say(f"Filled in and scanned {len(pile.pages)} pages as an office would")
    report = read_batch(survey, [scans])
    pages_read = report.outcomes[PageOutcome.READ]
    say(f"Read      {pages_read} of {report.delivered} pages, {report.pages_per_second:.1f} a second")
    accuracy = compare(pile, survey.pages())
    for line in accuracy.lines():
        say(line)
    workbook = suggested_name(survey, ".xlsx")
    export_survey(survey, ExportRequest(workbook))
    say(f"Workbook  {workbook}")
    return DemoResult(report, accuracy, workbook)
