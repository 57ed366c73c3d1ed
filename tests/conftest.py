"""What several rooms' tests share: a printed form, and a small pile of it with known answers."""

import gc
import os
import pickle
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest
from filelock import FileLock

from gui.environment import import_plainly

gc.disable()  # nothing that is imported while tests are collected becomes garbage

# As in a worker of a batch: threads that wait for each other cost a third more, and tests run side by side already.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # read by numpy at start

from form_templates.loading import freeze_template, load_template
from form_templates.typesetting import printing
from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.forms.more_forms import add_form
from omr.opencv import cv2
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import Pile
from omr.survey.folder import Survey
from omr.units.unit_list import Unit
from tests.forked_processes import fork_processes
from tests.omr.two_versions import survey_of  # noqa: F401 - a fixture

UNITS = (Unit("09163", "Phường Vũ Ninh", "commune", "Phường"), Unit("09166", "Phường Đáp Cầu", "commune", "Phường"))

Made = TypeVar("Made")
MakeOnce: TypeAlias = Callable[[str, Callable[[Path], Made]], Made]

cv2.setNumThreads(1)
fork_processes()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: tests wait for programs, for events and for each other's making."""
    return default_jobs() + 1


def pytest_sessionstart():
    """Import tests as Python does: pytest-qt has loaded PySide by now."""
    import_plainly()


def pytest_collection_finish():
    """Set aside all that was imported: to look through it for garbage again and again takes a fifth of the time."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def make_once(tmp_path_factory) -> MakeOnce:
    """Make by its name what all processes of a run look at and nobody changes: one makes it, the others wait."""
    of_process = tmp_path_factory.getbasetemp()
    shared = of_process.parent if "PYTEST_XDIST_WORKER" in os.environ else of_process

    def make(name: str, into: Callable[[Path], Made]) -> Made:
        folder, made = shared / f"shared {name}", shared / f"shared {name}.pickle"
        with FileLock(shared / f"shared {name}.lock"):
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a process in which making it failed
                folder.mkdir()
                made.write_bytes(pickle.dumps(into(folder)))
        return pickle.loads(made.read_bytes())

    return make


@pytest.fixture(scope="session")
def frozen_template(make_once) -> Path:
    """The folder of a frozen sipas-2020."""

    def into(folder: Path) -> Path:
        freeze_template("sipas-2020", folder / "sipas-2020-v2")
        return folder / "sipas-2020-v2"

    return make_once("template", into)


@pytest.fixture(scope="session")
def forms_pdf(make_once, frozen_template) -> Path:
    """Three forms for each of two units."""
    recipients = [printing.Recipient(unit.code, unit.name) for unit in UNITS]

    def into(folder: Path) -> Path:
        path = folder / "forms.pdf"
        path.write_bytes(printing.forms_pdf(load_template(frozen_template), recipients=recipients, copies=3))
        return path

    return make_once("print", into)


@pytest.fixture(scope="session")
def pile(make_once, frozen_template, forms_pdf) -> Pile:
    """Six filled forms (12 pages), scanned to grey JPEGs by a good office scanner."""
    order = PileOrder(respondents=6, seed=5)
    template = load_template(frozen_template)
    return make_once("pile", lambda folder: simulate_pile(template, UNITS, PdfPages(forms_pdf, 2), folder, order))


@pytest.fixture(scope="session")
def read_pile(make_once, frozen_template, pile) -> Path:
    """A survey folder whose pile was read undisturbed by one worker, for all to copy and nobody to change."""
    return make_once("read", lambda folder: make_read_survey(folder / "s", frozen_template, [pile.folder]))


def make_read_survey(folder: Path, template: Path, sources: Sequence[Path], name: str = "") -> Path:
    """Make a survey in ``folder`` and read scans into it by one worker."""
    with Survey.create(folder, template, name=name, units=UNITS) as survey:
        read_batch(survey, sources, jobs=1)
    return folder


@pytest.fixture(scope="session")
def empty_survey(make_once, frozen_template) -> Path:
    """The folder of an empty survey of sipas-2020, for all to copy: to make one takes four times as long."""

    def into(folder: Path) -> Path:
        Survey.create(folder / "s", frozen_template, name="Khảo sát", units=UNITS).close()
        return folder / "s"

    return make_once("empty", into)


@pytest.fixture
def survey(tmp_path, empty_survey):
    """An empty survey of sipas-2020."""
    with Survey.open(shutil.copytree(empty_survey, tmp_path / "Khảo sát")) as opened:
        yield opened


@pytest.fixture(scope="session")
def short_template(make_once) -> Path:
    """The folder of a frozen one-stop-short, a form of one page."""

    def into(folder: Path) -> Path:
        freeze_template("one-stop-short", folder / "one-stop-short-v2")
        return folder / "one-stop-short-v2"

    return make_once("short template", into)


@pytest.fixture
def two_forms(tmp_path, empty_survey, short_template) -> Iterator[Survey]:
    """An open survey of sipas-2020 and one-stop-short without pages."""
    folder = shutil.copytree(empty_survey, tmp_path / "Hai mẫu")
    with Survey.open(folder) as survey:
        add_form(survey, short_template)
    with Survey.open(folder) as opened:
        yield opened
