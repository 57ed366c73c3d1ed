"""What several rooms' tests share: a printed form, and a small pile of it with known answers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

# As in a worker of a batch: threads that wait for each other cost a third more, and tests run side by side already.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # read by numpy at start

from form_templates.loading import freeze_template, load_template
from form_templates.typesetting import printing
from omr.batches.batch import read_batch
from omr.forms.more_forms import add_form
from omr.opencv import cv2
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import Pile
from omr.survey.folder import Survey
from omr.units.unit_list import Unit

UNITS = (Unit("09163", "Phường Vũ Ninh", "commune", "Phường"), Unit("09166", "Phường Đáp Cầu", "commune", "Phường"))

cv2.setNumThreads(1)


@pytest.fixture(scope="session")
def frozen_template(tmp_path_factory) -> Path:
    """The folder of a frozen sipas-2020."""
    folder = tmp_path_factory.mktemp("template") / "sipas-2020-v1"
    freeze_template("sipas-2020", folder)
    return folder


@pytest.fixture(scope="session")
def forms_pdf(tmp_path_factory, frozen_template) -> Path:
    """Three forms for each of two units."""
    path = tmp_path_factory.mktemp("print") / "forms.pdf"
    recipients = [printing.Recipient(unit.code, unit.name) for unit in UNITS]
    path.write_bytes(printing.forms_pdf(load_template(frozen_template), recipients=recipients, copies=3))
    return path


@pytest.fixture(scope="session")
def pile(tmp_path_factory, frozen_template, forms_pdf) -> Pile:
    """Six filled forms (12 pages), scanned to grey JPEGs by a good office scanner."""
    return simulate_pile(
        load_template(frozen_template),
        UNITS,
        PdfPages(forms_pdf, 2),
        tmp_path_factory.mktemp("pile"),
        PileOrder(respondents=6, seed=5),
    )


@pytest.fixture(scope="session")
def read_pile(tmp_path_factory, frozen_template, pile) -> Path:
    """A survey folder whose pile was read undisturbed by one worker, for all to copy and nobody to change."""
    folder = tmp_path_factory.mktemp("read") / "s"
    with Survey.create(folder, frozen_template, units=UNITS) as survey:
        read_batch(survey, [pile.folder], jobs=1)
    return folder


@pytest.fixture(scope="session")
def empty_survey(tmp_path_factory, frozen_template) -> Path:
    """The folder of an empty survey of sipas-2020, for all to copy: to make one takes four times as long."""
    folder = tmp_path_factory.mktemp("empty") / "s"
    Survey.create(folder, frozen_template, name="Khảo sát", units=UNITS).close()
    return folder


@pytest.fixture
def survey(tmp_path, empty_survey):
    """An empty survey of sipas-2020."""
    with Survey.open(shutil.copytree(empty_survey, tmp_path / "Khảo sát")) as opened:
        yield opened


@pytest.fixture(scope="session")
def short_template(tmp_path_factory) -> Path:
    """The folder of a frozen one-stop-short, a form of one page."""
    folder = tmp_path_factory.mktemp("template") / "one-stop-short-v1"
    freeze_template("one-stop-short", folder)
    return folder


@pytest.fixture
def two_forms(tmp_path, empty_survey, short_template) -> Iterator[Survey]:
    """An open survey of sipas-2020 and one-stop-short without pages."""
    folder = shutil.copytree(empty_survey, tmp_path / "Hai mẫu")
    with Survey.open(folder) as survey:
        add_form(survey, short_template)
    with Survey.open(folder) as opened:
        yield opened
