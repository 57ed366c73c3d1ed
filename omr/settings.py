"""Everything that readings depend on besides the scans: what a survey sets, and which program, model and tools read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from form_templates.model import FormKey


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What may differ between surveys.

    Attributes:
        tolerance: Share of accepted answers that may be wrong; see ``omr.tolerance`` for the limit of a single one.
    """

    tolerance: float = 1e-4

    def as_dict(self) -> dict[str, Any]:
        """Return the settings as they are stored with a batch."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "ReadingSettings":
        """Read what ``as_dict`` wrote, now or in an earlier release; what is missing takes its default."""
        return cls(tolerance=float(values["tolerance"])) if "tolerance" in values else cls()


class ReadingTool(StrEnum):
    """Something that readings depend on and that may be another one when a batch goes on."""

    PROGRAM = "program"
    MARK_MODEL = "mark-model"
    RENDERER = "renderer"  # Poppler, which draws the pages of delivered PDF files
    PDFIUM = "pdfium"  # draws the blank print of our own forms, and takes images out of PDF files


@dataclass(frozen=True, slots=True)
class ChangedTool:
    """A batch goes on with another version of a tool than it was begun with; ``before`` is empty if unknown."""

    tool: ReadingTool
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ReadingConditions:
    """What a batch is read with; kept when it begins.

    Attributes:
        settings: Hold for every page of the batch, whatever the survey says later.
        program: Version of the program, ``simulated`` for answers that were made up; empty for batches of a release
            that did not keep it.
        mark_model: SHA-256 of the trained networks, hexadecimal.
        renderer: Version of Poppler; empty if it is not installed.
        pdfium: Version of the package that brings pdfium.
        template_id: The form that the survey began with.
        template_version: Its version.
        other_forms: The others that its pages may be of, in the order of the survey.
    """

    settings: ReadingSettings = field(default_factory=ReadingSettings)
    program: str = ""
    mark_model: str = ""
    renderer: str = ""
    pdfium: str = ""
    template_id: str = ""
    template_version: int = 0
    other_forms: tuple[FormKey, ...] = ()

    def changed_tools_since(self, begun: "ReadingConditions") -> tuple[ChangedTool, ...]:
        """Return what is another version than a batch was begun with.

        A batch of a release that kept nothing was begun with another program; of the rest nothing is known.
        """
        pairs = {ReadingTool.PROGRAM: (begun.program, self.program)}
        if begun.program:
            pairs[ReadingTool.MARK_MODEL] = begun.mark_model, self.mark_model
            pairs[ReadingTool.RENDERER] = begun.renderer, self.renderer
            pairs[ReadingTool.PDFIUM] = begun.pdfium, self.pdfium
        return tuple(ChangedTool(what, *both) for what, both in pairs.items() if both[0] != both[1])
