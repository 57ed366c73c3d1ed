"""What can go wrong when answers are exported.

They hang in the tree of ``omr.errors``::

    InputError
    `-- UnknownFormat            the file's ending names no format that can be written
    MachineError
    |-- ExportFailed             the file could not be written
    `-- PackageMissing           a library that writes this kind of file is not installed
"""

from pathlib import Path

from form_templates.facts import system_fact
from omr.errors import DiskFull, InputError, MachineError, PhieuError
from omr.whole_files import is_full


class UnknownFormat(InputError):
    """The file's ending names no format that can be written."""

    def __init__(self, path: Path, endings: tuple[str, ...]) -> None:
        super().__init__(
            f"{path.name} does not say which kind of file to write; nothing was written. "
            f"End the name in {' or '.join(endings)}."
        )
        self.path = path
        self.endings = endings


class ExportFailed(MachineError):
    """The file could not be written; often it is open in Excel."""

    def __init__(self, path: Path, fact: str) -> None:
        super().__init__(
            f"{path} could not be written ({fact}); a file that was there before is kept as it was. "
            "Close it in Excel or choose another place, then export again."
        )
        self.path = path
        self.fact = fact


def cannot_export(path: Path, error: OSError) -> PhieuError:
    """Return the error about a file of an export that cannot be written."""
    return DiskFull(path.parent) if is_full(error) else ExportFailed(path, system_fact(error))


class PackageMissing(MachineError):
    """A library that writes this kind of file is not installed."""

    def __init__(self, path: Path, package: str) -> None:
        super().__init__(
            f"{path.name} was not written, for the library {package} is not installed; nothing was changed. "
            f"Install it with 'pip install {package}', or choose another kind of file."
        )
        self.path = path
        self.package = package
