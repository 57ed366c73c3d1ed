"""The questionnaire as values: what is asked, and where each answer is marked on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from form_templates.taking_back import NOTHING_SAID, TakingBack

ItemId = NewType("ItemId", str)
"""Names an item within one form template, e.g. ``"c01"``."""


class Language(StrEnum):
    """A language the product speaks."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class ItemKind(StrEnum):
    """How many options an item takes, or that it is written in by hand."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TEXT = "text"
    NUMBER = "number"

    @property
    def is_choice(self) -> bool:
        """Whether the item is answered by marking response areas."""
        return self in (ItemKind.SINGLE, ItemKind.MULTIPLE)


class ItemRole(StrEnum):
    """What a question does in the results, see ``roles``."""

    IMPLIED = "implied"  # as its section, kind and scale imply
    CRITERION = "criterion"  # counts in the satisfaction index
    DEMOGRAPHIC = "demographic"  # tells respondents apart
    NEITHER = "neither"


class MarkStyle(StrEnum):
    """How the form asks people to mark an option."""

    BOX = "box"  # a cross, tick or fill in an empty box or circle
    RING = "ring"  # the printed digit is circled
    CROSS = "cross"  # the printed digit is crossed


class Typeface(StrEnum):
    """What a form is set in."""

    SANS = "sans"  # Be Vietnam Pro
    SERIF = "serif"  # Liberation Serif, as wide as the face of official papers


LATEST_EDITION = 2
"""The rules that new forms are set by, see ``Typesetting``."""


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How the program sets a form that it prints; says nothing to forms made elsewhere.

    Attributes:
        edition: By which of its rules: a form goes on to be set by those that it was made under, for what was printed
            must stay where its layout says.
        typeface: What it is set in.
        text_pt: Size of questions and options, in points; all other sizes follow.
    """

    edition: int = 1
    typeface: Typeface = Typeface.SANS
    text_pt: float = 9.0


class AreaShape(StrEnum):
    """The printed outline of a response area."""

    BOX = "box"
    CIRCLE = "circle"


class ScaleKind(StrEnum):
    """How the values of a scale are summarised."""

    SATISFACTION = "satisfaction"  # ordered levels with a satisfied and a dissatisfied end
    ORDINAL = "ordinal"  # ordered levels without a satisfied end
    NOMINAL = "nominal"  # no order: yes/no
    NPS = "nps"  # 0-10, promoters minus detractors


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; English falls back to Vietnamese when it is empty."""

    vi: str
    en: str = ""

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``, or the other one where it is missing."""
        wanted, other = (self.vi, self.en) if language is Language.VIETNAMESE else (self.en, self.vi)
        return wanted or other


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer of an item.

    Attributes:
        value: The code written into answers, as text: ``"4"``, ``"na"``.
        label: What the form prints for it.
        is_not_applicable: "No opinion" or "does not apply": left out of every denominator.
        has_write_in: A line follows on which the respondent may write ("other, please state").
    """

    value: str
    label: Text
    is_not_applicable: bool = False
    has_write_in: bool = False

    @property
    def value_order(self) -> tuple[int, str]:
        """Sort key by value that puts ``"10"`` after ``"9"``."""
        return len(self.value), self.value


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered set of options shared by items.

    Attributes:
        scale_id: Name within the template.
        kind: How its values are summarised.
        options: In printed order, left to right. The value says the level; the order says nothing about it.
        satisfied: Values that count as satisfied (or promoters).
        dissatisfied: Values that count as dissatisfied (or detractors).
    """

    scale_id: str
    kind: ScaleKind
    options: tuple[Option, ...]
    satisfied: frozenset[str] = frozenset()
    dissatisfied: frozenset[str] = frozenset()

    @property
    def levels(self) -> tuple[Option, ...]:
        """The options from the lowest value up, whatever order they are printed in; "not applicable" is no level."""
        levels = (option for option in self.options if not option.is_not_applicable)
        return tuple(sorted(levels, key=lambda option: option.value_order))


@dataclass(frozen=True, slots=True)
class Condition:
    """Ask an item only of those who chose one of ``values`` at another item."""

    item_id: ItemId
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """What one answer belongs to.

    Attributes:
        item_id: Name within the template.
        kind: Single or multiple choice, text or number.
        label: The printed question or statement.
        options: In printed order; empty for text and number items.
        number: What is printed before the label ("1", "A2"); may be empty.
        scale_id: The scale the options come from, if they do.
        style: How the form asks people to mark.
        max_choices: Cap of a multiple-choice item; None means no cap.
        asked_if: Skip rule; None means asked of everyone.
        lines: Writing lines of a text item.
        digits: Digit boxes of a number item.
        role: What it does in the results, where that is not as the form implies.
        columns: In how many columns its options stand where the program prints them; 0: as they fit.
    """

    item_id: ItemId
    kind: ItemKind
    label: Text
    options: tuple[Option, ...] = ()
    number: str = ""
    scale_id: str | None = None
    style: MarkStyle = MarkStyle.BOX
    max_choices: int | None = None
    asked_if: Condition | None = None
    lines: int = 1
    digits: int = 0
    role: ItemRole = ItemRole.IMPLIED
    columns: int = 0

    def option(self, value: str) -> Option:
        """Return the option with ``value``; KeyError if the item has none."""
        for option in self.options:
            if option.value == value:
                return option
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class Section:
    """Items printed under one heading.

    Attributes:
        section_id: Name within the template.
        title: The printed heading.
        items: In printed order.
        intro: A sentence printed under the heading; may be empty.
        is_factor: Whether the section's items count in the satisfaction index.
        group: Heading shared by neighbouring sections, printed once above the first of them; may be empty.
    """

    section_id: str
    title: Text
    items: tuple[Item, ...]
    intro: Text = Text("")
    is_factor: bool = False
    group: Text = Text("")


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on paper, mm, template frame; (x_mm, y_mm) is its top-left corner."""

    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float

    @property
    def center_mm(self) -> tuple[float, float]:
        """The middle, (x, y)."""
        return self.x_mm + self.w_mm / 2, self.y_mm + self.h_mm / 2

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x_mm < other.x_mm + other.w_mm
            and other.x_mm < self.x_mm + self.w_mm
            and self.y_mm < other.y_mm + other.h_mm
            and other.y_mm < self.y_mm + self.h_mm
        )


@dataclass(frozen=True, slots=True)
class ResponseArea:
    """The printed place for the mark of one option; ``rect`` is the outside of its outline."""

    item_id: ItemId
    option: str
    rect: Rect
    shape: AreaShape = AreaShape.BOX
    style: MarkStyle = MarkStyle.BOX


@dataclass(frozen=True, slots=True)
class TextField:
    """The printed place for handwriting: a text or number item, or the write-in line of an option."""

    item_id: ItemId
    rect: Rect
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Fiducial:
    """A printed target for registration, given by its centre; all have ``size_mm`` as outer width."""

    x_mm: float
    y_mm: float
    size_mm: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One side of the printed form.

    Attributes:
        number: 1-based page number.
        width_mm: Paper width.
        height_mm: Paper height.
        areas: Response areas, in printed order.
        fields: Places for handwriting.
        fiducials: Corner targets, clockwise from the top left; empty for a form made elsewhere.
        code: Where the page code is printed; it differs between copies. None for a form made elsewhere.
        code_text: Where the page code is repeated in letters. None for a form made elsewhere.
    """

    number: int
    width_mm: float
    height_mm: float
    areas: tuple[ResponseArea, ...]
    fields: tuple[TextField, ...] = ()
    fiducials: tuple[Fiducial, ...] = ()
    code: Rect | None = None
    code_text: Rect | None = None


class FormKey(NamedTuple):
    """What names a form: the id and the version of its template."""

    template_id: str
    version: int

    def __str__(self) -> str:
        return f"{self.template_id}-v{self.version}"


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """The definition of a printed questionnaire; never changed once used.

    Attributes:
        template_id: Lower-case letters, digits and hyphens.
        version: Counts up from 1; a change to the form is a new version.
        title: Printed at the top.
        subtitle: Printed under the title; may be empty.
        instructions: Printed before the first section.
        closing: Printed at the end.
        organisation: Printed in the top-left corner; may be empty.
        language: The language the form is printed in.
        scales: By order of definition.
        sections: In printed order.
        pages: Where everything lies; empty until the template is typeset or its layout is loaded.
        overall_item: The item that asks for overall satisfaction, if one does.
        note: For those who maintain the template: sources, what remains to be checked.
        motto: Printed opposite the organisation, the national header pair, one line each; may be empty.
        typesetting: How it is set where the program prints it.
        taking_back: What its printed instruction says about taking back a mark.
    """

    template_id: str
    version: int
    title: Text
    sections: tuple[Section, ...]
    scales: tuple[Scale, ...] = ()
    subtitle: Text = Text("")
    instructions: Text = Text("")
    closing: Text = Text("")
    organisation: Text = Text("")
    language: Language = Language.VIETNAMESE
    pages: tuple[PageLayout, ...] = ()
    overall_item: ItemId | None = None
    note: str = ""
    motto: Text = Text("")
    typesetting: Typesetting = Typesetting()
    taking_back: TakingBack = NOTHING_SAID

    @property
    def key(self) -> FormKey:
        """What names it."""
        return FormKey(self.template_id, self.version)

    def items(self) -> Iterator[Item]:
        """Yield every item in printed order."""
        for section in self.sections:
            yield from section.items

    def item(self, item_id: ItemId) -> Item:
        """Return the item named ``item_id``; KeyError if there is none."""
        for item in self.items():
            if item.item_id == item_id:
                return item
        raise KeyError(item_id)

    def section_of(self, item_id: ItemId) -> Section:
        """Return the section that holds ``item_id``; KeyError if there is none."""
        for section in self.sections:
            if any(item.item_id == item_id for item in section.items):
                return section
        raise KeyError(item_id)

    def scale(self, scale_id: str) -> Scale:
        """Return the scale named ``scale_id``; KeyError if there is none."""
        for scale in self.scales:
            if scale.scale_id == scale_id:
                return scale
        raise KeyError(scale_id)

    def page(self, number: int) -> PageLayout:
        """Return the layout of the 1-based page ``number``; KeyError if there is none."""
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(number)

    def page_of(self, item_id: ItemId) -> int:
        """Return the 1-based number of the page on which ``item_id`` is answered; KeyError if on none."""
        for page in self.pages:
            if any(area.item_id == item_id for area in page.areas) or any(
                field.item_id == item_id and field.option is None for field in page.fields
            ):
                return page.number
        raise KeyError(item_id)
