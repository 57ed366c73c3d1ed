"""What the tests of the engine share: reading without processes, where processes are not what a test is about."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from omr.batches import worker
from omr.batches.worker import WorkerOutfit


class _ReadingHere(ThreadPoolExecutor):
    """Does in this process what a worker does in one of its own."""

    def __init__(self, _jobs: int, outfit: WorkerOutfit) -> None:
        super().__init__(1, initializer=worker.start_worker, initargs=(outfit,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False, patience_s: float | None = None) -> None:
        super().shutdown(wait=True, cancel_futures=cancel_futures)
        if worker._state is not None:
            worker._state.close()
            worker._state = None


@pytest.fixture
def reading_here(monkeypatch):
    """Read batches in this process: to start a worker takes as long as to read three pages."""
    monkeypatch.setattr("omr.batches.workers.make_pool", _ReadingHere)


reads_here = pytest.mark.usefixtures("reading_here")
