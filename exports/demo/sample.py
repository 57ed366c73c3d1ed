"""A sample survey to try the program on: simulated forms of six units, printed, filled in, scanned and read."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from exports.demo.sample_plan import FORMS_PER_UNIT, SEED, TEMPLATE, UNIT_CODES, SampleProgress, SampleStage
from omr.batches.batch import read_batch
from omr.batches.report import Progress
from omr.batches.worker import default_jobs
from omr.errors import Cancelled
from omr.forms.issuing import issue_forms
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.survey.folder import Survey
from omr.units.unit_list import SHIPPED_UNITS, load_units

_SHARE_OF_MAKING = 0.7  # of the time; the rest is reading


def make_sample(folder: Path, name: str, report: Callable[[SampleProgress], object], cancel: threading.Event) -> Path:
    """Make a survey in ``folder`` with simulated forms that were read; returns ``folder``.

    Args:
        folder: A new or empty folder.
        name: What the survey is called.
        report: Called now and then, in this thread.
        cancel: Set it to stop.

    Raises:
        SurveyExists: The folder holds something.
        Cancelled: ``cancel`` was set; the folder is gone again, as it is when anything else goes wrong.
    """
    units = load_units(SHIPPED_UNITS)
    survey = Survey.create(folder, TEMPLATE, name=name, round_name="2020", units=units)
    try:
        with survey, tempfile.TemporaryDirectory(prefix="phieu-sample-") as scans:
            _make_scans(survey, Path(scans), report, cancel)
            read_batch(survey, [Path(scans)], report=_reading_to(report), cancel=cancel)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # half a sample is of no use, and nobody's work
        raise
    return folder


def free_sample_folder(parent: Path, name: str) -> Path:
    """Return a folder named ``name`` in ``parent``, or with a number behind it when that is taken."""
    names = (name, *(f"{name} {number}" for number in range(2, 1000)))
    return next(parent / each for each in names if not (parent / each).exists())


def _make_scans(
    survey: Survey, scans: Path, report: Callable[[SampleProgress], object], cancel: threading.Event
) -> None:
    """Unit by unit, so that a cancel need not wait for the whole pile."""
    for number, code in enumerate(UNIT_CODES):
        report(SampleProgress(SampleStage.MAKING, _SHARE_OF_MAKING * number / len(UNIT_CODES)))
        if cancel.is_set():
            raise Cancelled
        forms = survey.exports_folder / f"forms-{code}.pdf"
        issue_forms(survey, forms, [code], FORMS_PER_UNIT)
        simulate_pile(
            survey.template,
            [survey.unit(code)],
            PdfPages(forms, len(survey.template.pages)),
            scans / code,
            PileOrder(respondents=FORMS_PER_UNIT, seed=SEED + number),
            jobs=max(default_jobs(), 2),  # in processes of their own: one would keep this process busy
        )


def _reading_to(report: Callable[[SampleProgress], object]) -> Callable[[Progress], None]:
    def tell(progress: Progress) -> None:
        share = progress.done / max(progress.total, 1)
        report(SampleProgress(SampleStage.READING, _SHARE_OF_MAKING + (1 - _SHARE_OF_MAKING) * share))

    return tell
