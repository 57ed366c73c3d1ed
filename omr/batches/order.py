"""How files are to be read: what a person can choose beside the files themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omr.images.limits import DEFAULT_LIMITS, ReadingLimits


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """How a batch is to be read.

    Attributes:
        unit: Code of the unit that all its files belong to; overrules what is printed. Empty: as printed.
        jobs: Worker processes; None takes one per core. The readings do not depend on it.
        is_retry: Whether pages that were never seen or recognised, for a reason in ``RETRIED``, are tried again: by all
            forms that the survey has by now.
        limits: Of every page and file.
        folder_units: Codes of the units that folders are named after, by folder, see ``omr.units.folder_names``; what
            lies directly in one belongs to its unit. ``unit`` overrules them.
    """

    unit: str = ""
    jobs: int | None = None
    is_retry: bool = False
    limits: ReadingLimits = DEFAULT_LIMITS
    folder_units: Mapping[Path, str] = field(default_factory=dict)

    def unit_of(self, file: Path) -> tuple[str, str]:
        """Return the unit named for a file, and the folder that named it; both empty if none."""
        if self.unit or file.parent not in self.folder_units:
            return self.unit, ""
        return self.folder_units[file.parent], file.parent.resolve().name
