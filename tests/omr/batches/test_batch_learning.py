"""A batch looks at its first pages before it reads: what it learns is kept, and does not depend on the workers."""

import shutil
import threading

import pytest

from omr.batches.batch import read_batch
from omr.errors import Cancelled
from omr.simulation.foreign.piles import make_foreign_pile
from omr.simulation.order import PileOrder
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.survey.folder import Survey
from omr.training.rebuilt import rebuild_blanks
from tests.omr.conftest import read_here, reads_here

FORMS = 8
SMALL_FORM = 19
"""A form of one page of A5 with 39 areas: quick to read, and rebuilt as softly as any other."""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """A form made elsewhere of which the blank pages are rebuilt from three filled-in sheets, and a pile of it."""
    folder = tmp_path_factory.mktemp("rebuilt")
    make_foreign_pile(folder, PileOrder(respondents=FORMS, seed=SMALL_FORM))
    rebuild_blanks(folder, 3, seed=6)
    return folder


@pytest.fixture(scope="module")
def read_once(rebuilt, tmp_path_factory):
    folder = tmp_path_factory.mktemp("once") / "s"
    with pytest.MonkeyPatch.context() as patched, Survey.create(folder, rebuilt / TEMPLATE_FOLDER) as survey:
        read_here(patched)
        read_batch(survey, [rebuilt / SCANS_FOLDER], jobs=1)
        yield survey


def _answers(survey):
    return [
        (
            page.source,
            page.page_in_file,
            page.outcome,
            sorted((str(k), r.answer, r.p_wrong) for k, r in page.readings.items()),
        )
        for page in survey.pages()
    ]


@pytest.mark.slow
def test_that_a_batch_learns_where_the_blank_print_was_rebuilt(read_once):
    assert read_once.store.batches.learned(1)
    assert all(page.readings for page in read_once.pages())


@pytest.mark.slow
def test_that_what_is_learned_does_not_depend_on_the_number_of_workers(rebuilt, read_once, tmp_path):
    with Survey.create(tmp_path / "s", rebuilt / TEMPLATE_FOLDER) as survey:
        read_batch(survey, [rebuilt / SCANS_FOLDER], jobs=2)

        assert survey.store.batches.learned(1) == read_once.store.batches.learned(1)
        assert _answers(survey) == _answers(read_once)


@reads_here
@pytest.mark.slow
def test_that_a_batch_that_was_stopped_goes_on_with_what_it_learned(rebuilt, read_once, tmp_path):
    stop = threading.Event()
    with Survey.create(tmp_path / "s", rebuilt / TEMPLATE_FOLDER) as survey:
        with pytest.raises(Cancelled):
            read_batch(survey, [rebuilt / SCANS_FOLDER], jobs=1, report=lambda _: stop.set(), cancel=stop)
        learned = survey.store.batches.learned(1)
        pages = len(survey.pages())
        read_batch(survey, [rebuilt / SCANS_FOLDER], jobs=1)

        assert learned == read_once.store.batches.learned(1) == survey.store.batches.learned(1)
        assert pages < len(survey.pages())
        assert _answers(survey) == _answers(read_once)


@reads_here
def test_that_a_batch_cancelled_at_once_keeps_nothing_it_did_not_finish(rebuilt, tmp_path):
    stop = threading.Event()
    stop.set()
    with Survey.create(tmp_path / "s", rebuilt / TEMPLATE_FOLDER) as survey:
        with pytest.raises(Cancelled):
            read_batch(survey, [rebuilt / SCANS_FOLDER], jobs=1, cancel=stop)

        assert survey.store.batches.learned(1) is None


def test_that_a_form_of_ours_on_an_office_scanner_has_nothing_to_teach(read_pile, tmp_path):
    with Survey.open(shutil.copytree(read_pile, tmp_path / "s")) as survey:
        assert survey.store.batches.learned(1) == b""
