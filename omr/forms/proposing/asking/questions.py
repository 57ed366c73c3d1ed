"""Questions as they are found on a page: options with their spots, texts, and what is doubtful."""

from dataclasses import dataclass, field

from form_templates.model import ItemKind, Rect
from omr.forms.proposing.content.places import hull
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.spots import Spot

_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Choice:
    """One option.

    Attributes:
        spot: Where it is marked.
        label: What the form says of it; may be empty.
        printed: The short code printed in or above the spot: ``"3"``, ``"A"``; may be empty.
        write_in: The line beside it on which people write more, if there is one.
        doubts: What may be wrong about it besides the doubts of the question.
    """

    spot: Spot
    label: str = ""
    printed: str = ""
    write_in: Rect | None = None
    doubts: list[AreaDoubt] = field(default_factory=list)


@dataclass(slots=True)
class FoundQuestion:
    """What one answer belongs to.

    Attributes:
        label: The question, without its number; may be empty.
        number: What is printed before it; may be empty.
        kind: How it is answered.
        choices: Its options in the order in which they are read; none if it is written in.
        fields: Where it is written in.
        digits: Boxes of a number.
        lines: Lines of a text.
        is_scale: Whether the options share headings or stand in one row, as levels do.
        is_listed: Whether each option has its own text beside it.
        place: What it covers.
        doubts: What may be wrong about all of it.
    """

    label: str
    number: str = ""
    kind: ItemKind = ItemKind.SINGLE
    choices: list[Choice] = field(default_factory=list)
    fields: list[Rect] = field(default_factory=list)
    digits: int = 0
    lines: int = 1
    is_scale: bool = False
    is_listed: bool = False
    place: Rect = _NOWHERE
    doubts: list[AreaDoubt] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Questions that stand together and are read one after the other."""

    questions: list[FoundQuestion]
    place: Rect


def place_of(question: FoundQuestion) -> Rect:
    """Return what the spots and fields of a question cover."""
    return hull([*(choice.spot.rect for choice in question.choices), *question.fields])
