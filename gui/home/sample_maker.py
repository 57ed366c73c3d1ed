"""Makes the sample survey in the background, in the documents of the person."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from gui.home.start_page import StartPage
from gui.jobs import Job, Jobs, Report


class SampleMaker(QObject):
    """Makes one sample at a time and shows on the start page how far it is."""

    made = Signal(object)  # Path of the sample
    failed = Signal(object)  # Exception
    ended = Signal()  # whatever came of it

    def __init__(self, jobs: Jobs, page: StartPage) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._page = page
        self._job: Job | None = None
        page.sample_wanted.connect(self.make)
        page.sample_panel.stop_wanted.connect(self.stop)

    @property
    def is_making(self) -> bool:
        """Whether a sample is being made."""
        return self._job is not None

    def make(self) -> None:
        """Make a sample, unless one is being made."""
        if self._job is not None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder, name = Path(documents or Path.home()), self.tr("Sample survey")
        self._job = self._jobs.start(lambda report, cancel: _make(folder, name, report, cancel))
        self._job.progressed.connect(self._page.sample_panel.show_progress)
        self._job.succeeded.connect(self.made)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._on_ended)
        self._page.sample_panel.begin()
        self._page.sample_button.setEnabled(False)

    def stop(self) -> None:
        """Stop; what was made so far is cleared away."""
        if self._job is not None:
            self._job.cancel()

    def _on_ended(self) -> None:
        self._job = None
        self._page.sample_panel.hide()
        self._page.sample_button.setEnabled(True)
        self.ended.emit()


def _make(folder: Path, name: str, report: Report, cancel: threading.Event) -> Path:
    # Imported here, for the window must not wait for pandas and the simulator when it starts.
    from exports.demo.sample import free_sample_folder, make_sample

    folder.mkdir(parents=True, exist_ok=True)
    return make_sample(free_sample_folder(folder, name), name, report, cancel)
