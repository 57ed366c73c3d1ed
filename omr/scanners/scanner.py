"""The one interface of all scanners."""

import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from omr.scanners.devices import DeviceOptions, Profile


class PageTray(Protocol):
    """Where a scanner lays its pages, one file for each side, in the order in which they came."""

    def new_page(self, suffix: str) -> AbstractContextManager[Path]:
        """Yield the path for the next page, which counts once the block has ended without an error."""
        ...

    def side_folder(self) -> Path:
        """Return a folder on the same disk, for files that a program writes by itself."""
        ...

    def adopt(self, file: Path) -> None:
        """Take a whole file out of the side folder as the next page."""
        ...


class Scanner(Protocol):
    """A scanner that can be asked and told to scan; all calls may take seconds, and end soon after ``cancel`` is set.

    All raise ``ScannerFault``, and ``Cancelled`` where ``cancel`` was set.
    """

    def options(self, cancel: threading.Event) -> DeviceOptions:
        """Ask what it can do."""
        ...

    def scan(self, profile: Profile, tray: PageTray, cancel: threading.Event) -> None:
        """Scan until the feeder is empty, or the sheet on the glass; returns only if that is how it ended.

        Args:
            profile: As the scanner can do it, see ``Profile.fitted_to``.
            tray: For the pages; those that lie in it stay there, however this ends.
            cancel: Set it from anywhere to stop.
        """
        ...
