"""How files are to be read: what a person can choose beside the files themselves."""

from dataclasses import dataclass

from omr.images.limits import DEFAULT_LIMITS, ReadingLimits


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """How a batch is to be read.

    Attributes:
        unit: Code of the unit that all its files belong to; overrules what is printed. Empty: as printed.
        jobs: Worker processes; None takes one per core. The readings do not depend on it.
        is_retry: Whether pages that were never seen, for a reason in ``RETRIED``, are tried again.
        limits: Of every page and file.
    """

    unit: str = ""
    jobs: int | None = None
    is_retry: bool = False
    limits: ReadingLimits = DEFAULT_LIMITS
