"""Everything that readings depend on besides the scans: what a survey sets, and which program, model and tools read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What may differ between surveys.

    Attributes:
        tolerance: Share of accepted answers that may be wrong; see ``decisions`` for the limit of a single one.
    """

    tolerance: float = 1e-4

    def as_dict(self) -> dict[str, Any]:
        """Return the settings as they are stored with a batch."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "ReadingSettings":
        """Read what ``as_dict`` wrote, now or in an earlier release; what is missing takes its default."""
        return cls(tolerance=float(values["tolerance"])) if "tolerance" in values else cls()


class Condition(StrEnum):
    """Something outside the survey that readings depend on."""

    PROGRAM = "program"
    MARK_MODEL = "mark-model"
    RENDERER = "renderer"  # what draws the pages of PDF files


@dataclass(frozen=True, slots=True)
class ChangedCondition:
    """A difference between what a batch was begun with and what it goes on with; ``before`` is empty if unknown."""

    condition: Condition
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ReadingConditions:
    """What a batch is read with; kept when it begins.

    Attributes:
        settings: Hold for every page of the batch, whatever the survey says later.
        program: Version of the program; empty for batches of a release that did not keep it.
        mark_model: SHA-256 of the trained networks, hexadecimal.
        renderer: Version of Poppler; empty if it is not installed.
        template_id: The form.
        template_version: Its version.
    """

    settings: ReadingSettings = field(default_factory=ReadingSettings)
    program: str = ""
    mark_model: str = ""
    renderer: str = ""
    template_id: str = ""
    template_version: int = 0

    def changes_since(self, begun: "ReadingConditions") -> tuple[ChangedCondition, ...]:
        """Return what differs outside the survey from the conditions that a batch was begun with.

        A batch of a release that kept nothing was begun with another program; of the rest nothing is known.
        """
        pairs = {Condition.PROGRAM: (begun.program, self.program)}
        if begun.program:
            pairs[Condition.MARK_MODEL] = begun.mark_model, self.mark_model
            pairs[Condition.RENDERER] = begun.renderer, self.renderer
        return tuple(ChangedCondition(what, *both) for what, both in pairs.items() if both[0] != both[1])
