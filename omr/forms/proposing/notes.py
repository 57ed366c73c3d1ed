"""What was assumed or left out while a form was read, as sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class NoteKind(Enum):
    """What happened: the sentence, with the names of its facts in braces."""

    SIZE_ASSUMED = "{name}: the file does not say how large the paper is; A4 is assumed."
    NO_TESSERACT = (
        "Tesseract is not installed, so no words of a picture were read: areas are found, questions are called Câu 1, "
        "Câu 2 and so on."
    )
    NO_VIETNAMESE = "Tesseract has no Vietnamese here (tesseract-ocr-vie), so accents in the wording may be wrong."
    COPIES_USED = "Page {page} is what {count} copies have in common."
    PAGES_ALIKE = (
        "Pages {page} and {other} are laid out alike but their words differ, so they are two pages; compare them."
    )
    LEFT_OUT = "Left out, as it shows none of the form's pages: {names}."
    REPEATED = "Left out, as a file before it holds exactly the same: {names}."
    LONE_LINES = (
        "Beside {count} numbered lines on page {page} no places to mark were found. If they are questions, add their "
        "areas by hand or use a cleaner copy."
    )
    NO_SATISFACTION = (
        "No scale of the form is understood as one of satisfaction, so the index will be empty; where one is, "
        'template.toml has to say so: kind = "satisfaction", satisfied and dissatisfied.'
    )
    NOT_NEEDED = "The first {count} copies of every page were enough; the others were not used."


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something that was assumed or left out.

    Attributes:
        kind: What.
        facts: What its sentence names.
    """

    kind: NoteKind
    facts: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.kind.value.format(**self.facts)
