"""What the tests of the engine share: reading without processes, where processes are not what a test is about."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from form_templates.loading import load_template
from omr.batches import worker
from omr.batches.worker import WorkerOutfit
from omr.pipeline import PageReader
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import FormModel, build_form_model
from omr.settings import ReadingSettings


class _ReadingHere(ThreadPoolExecutor):
    """Does in this process what a worker does in one of its own."""

    def __init__(self, _jobs: int, outfit: WorkerOutfit) -> None:
        super().__init__(1, initializer=worker.start_worker, initargs=(outfit,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False, patience_s: float | None = None) -> None:
        super().shutdown(wait=True, cancel_futures=cancel_futures)
        if worker._state is not None:
            worker._state.close()
            worker._state = None


def read_here(monkeypatch):
    """Read batches in this process: to start a worker takes as long as to read three pages."""
    monkeypatch.setattr("omr.batches.workers.make_pool", _ReadingHere)


@pytest.fixture
def reading_here(monkeypatch):
    """Read the batches of a test in this process."""
    read_here(monkeypatch)


reads_here = pytest.mark.usefixtures("reading_here")


@pytest.fixture(scope="session")
def form(frozen_template) -> FormModel:
    """The model of sipas-2020, for all to look at and nobody to change."""
    template = load_template(frozen_template)
    return build_form_model(template, load_blank_pages(frozen_template, template))


@pytest.fixture(scope="session")
def reader(frozen_template) -> PageReader:
    """Reads pages of sipas-2020 as a survey with ordinary settings does."""
    template = load_template(frozen_template)
    return PageReader(template, load_blank_pages(frozen_template, template), ReadingSettings())
