"""What keeps a folder from being watched."""

from pathlib import Path

from omr.errors import HeldElsewhere, InputError


class CannotBeWatched(InputError):
    """A folder is to be watched that is not there, or that a survey lies in or around."""

    def __init__(self, folder: Path, fact: str) -> None:
        super().__init__(f"{folder} cannot be watched ({fact}); nothing was changed. Choose another folder.")
        self.folder = folder
        self.fact = fact


class BeingWatched(HeldElsewhere):
    """Scans are being taken from the folder by another process."""

    def __init__(self, folder: Path, holder: str, machine: str, since: str, process: int) -> None:
        super().__init__(folder, "Scans are being taken from", holder, machine, since, process)
