"""What a sample survey consists of, and how far the work of making it has got.

Kept apart from the code that makes it: the window shows the progress and must not load the simulator for that.
"""

from dataclasses import dataclass
from enum import StrEnum

UNIT_CODES = ("27", "256", "261", "09163", "09319", "09379")
"""A provincial centre, two district centres, a ward, a township and a commune."""

TEMPLATE = "sipas-2020"
FORMS_PER_UNIT = 10
SEED = 2020


class SampleStage(StrEnum):
    """The two stages of making a sample survey."""

    MAKING = "making"  # forms are printed, filled in and scanned
    READING = "reading"


@dataclass(frozen=True, slots=True)
class SampleProgress:
    """How far the sample is: the stage, and the share of the whole work that is done, 0.0-1.0."""

    stage: SampleStage
    share: float
