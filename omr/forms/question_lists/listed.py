"""What was understood of a list of questions: sections, items, and what was assumed on the way. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from form_templates.model import Language


class ListedKind(StrEnum):
    """How an item of a list is answered, as far as one can tell from a list."""

    SATISFACTION = "satisfaction"  # levels with a satisfied and a dissatisfied end
    YES_NO = "yes-no"
    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    TEXT = "text"
    NPS = "nps"  # how likely one recommends, 0-10


class ListRemarkKind(Enum):
    """What was assumed or left out: the sentence, with the names of its facts in braces."""

    SCALE_ASSUMED = "Without options, so five levels of satisfaction are used: {names}."
    YES_NO_ASSUMED = "Without options but asked so that yes or no answers it: {names}."
    NUMBER_ASSUMED = "Without options but asking for a number, so digit boxes are used: {names}."
    TEXT_ASSUMED = "Without options, so lines to write on are used: {names}."
    OPTIONS_IN_TEXT = "The options were found in the text of the question: {names}."
    DIRECTION = "The options do not say which end is the good one; the higher digit is taken for it: {names}."
    ONE_OPTION = "Only one option: {names}."
    SAME_OPTION = "An option stood there twice and is used once: {names}."
    ALIKE = "Asked more than once, all are kept: {names}."
    SHORTENED = "Too long for a form and cut: {names}."
    OPTIONS_UNUSED = "Answered otherwise than by the options that stand there, which are not used: {names}."
    NO_OPTIONS = "To be answered by options, but none are given, so lines to write on are used: {names}."
    KIND_UNKNOWN = "How it is to be answered is said in words that are not known: {names}."
    LEGEND_USED = "Without options, so the scale that is explained above is used: {names}."
    TOO_MANY_OPTIONS = "More than 80 options, of which the first 80 are used: {names}."
    SKIP_NOTE = "The note about skipping is printed, but nobody is held to it: {names}."
    RANKING = "Asks for an order, which cannot be marked; the options are simply chosen: {names}."
    UNUSED_COLUMNS = "These columns are not used: {names}."
    OTHER_SHEETS = "The workbook has further sheets, which are not read: {names}."
    LEFT_OUT = "{count} line(s) belong to no question and were left out: {text}"
    TOO_MANY = "Only the first {count} questions are used; a form of more has no use."
    TOO_LONG = "The list is longer than that of any form; only its beginning is used."
    NO_GLYPHS = "These signs cannot be printed and were left out: {signs}"
    NO_SATISFACTION = "No question has a scale of satisfaction, so there will be no index."


@dataclass(frozen=True, slots=True)
class ListRemark:
    """Something that was assumed or left out.

    Attributes:
        kind: What.
        facts: What its sentence names.
    """

    kind: ListRemarkKind
    facts: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.kind.value.format(**self.facts)


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One item as it was understood.

    Attributes:
        text: What is asked.
        kind: How it is answered.
        number: What stands before it in the list; may be empty.
        options: Its options in their order; empty where the kind brings its own or has none.
        codes: What is printed before each option, such as 1 to 5; empty where nothing is.
        written: The options that the list gives, whatever the kind makes of them.
        max_choices: Cap of several choices; None: no cap.
        lines: Lines to write on.
        digits: Boxes for digits.
        assumed: What was not said but assumed of it.
    """

    text: str
    kind: ListedKind
    number: str = ""
    options: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    max_choices: int | None = None
    lines: int = 2
    digits: int = 3
    assumed: tuple[ListRemarkKind, ...] = ()

    @property
    def name(self) -> str:
        """What a remark calls it."""
        start = self.text if len(self.text) <= _LONGEST_NAME else f"{self.text[:_LONGEST_NAME].rstrip()}…"
        return f"{self.number}. {start}" if self.number else start


@dataclass(frozen=True, slots=True)
class ListedSection:
    """Items under one heading.

    Attributes:
        title: The heading; empty for the items before any.
        items: In order.
        intro: A sentence under the heading; may be empty.
    """

    title: str
    items: tuple[ListedItem, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class QuestionList:
    """A list of questions as it was understood.

    Attributes:
        sections: With an item each at least.
        language: The language that it is written in.
        title: Of the form; empty if the list has none.
        instructions: What stands before the first item; may be empty.
        closing: What thanks at the end; may be empty.
        remarks: What was assumed or left out.
    """

    sections: tuple[ListedSection, ...]
    language: Language = Language.VIETNAMESE
    title: str = ""
    instructions: str = ""
    closing: str = ""
    remarks: tuple[ListRemark, ...] = ()

    def items(self) -> Iterator[ListedItem]:
        """Yield every item, in order."""
        for section in self.sections:
            yield from section.items


_LONGEST_NAME = 32
