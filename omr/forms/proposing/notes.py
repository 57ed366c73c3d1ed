"""What was assumed or left out while a form was read, as sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from omr.forms.page_findings import PageFinding


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
    UNREADABLE = "Left out: {names}: {why}."
    NEVER_TOGETHER = (
        "No file holds page {page} together with page {others}: if they are pages of different forms, propose each "
        "form by itself."
    )
    PERHAPS_FILLED = (
        "{count} pages hold much the same words: if the files are filled copies of one form, propose it with --filled."
    )
    REPEATED = "Left out, as a file before it holds exactly the same: {names}."
    LONE_LINES = (
        "Beside {count} numbered lines on page {page} no places to mark were found: {lines}. If they are questions or "
        "options, add their areas by hand or use a cleaner copy."
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
        facts: What its sentence names: words, or what is wrong with a file.
    """

    kind: NoteKind
    facts: Mapping[str, str | PageFinding] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence."""
        facts = {name: fact.message if isinstance(fact, PageFinding) else fact for name, fact in self.facts.items()}
        return self.kind.value.format(**facts)
