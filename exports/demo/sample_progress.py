"""How far a sample survey is."""

from dataclasses import dataclass
from enum import StrEnum


class SampleStage(StrEnum):
    """What is being done."""

    MAKING = "making"  # forms are printed, filled in and scanned
    READING = "reading"


@dataclass(frozen=True, slots=True)
class SampleProgress:
    """How far the sample is: the stage, and the share of the whole work that is done, 0.0-1.0."""

    stage: SampleStage
    share: float
