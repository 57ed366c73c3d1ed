"""What an edit is, how it names the areas it is about, and the words that its name is made of."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from form_templates.editing.errors import EditRefused
from form_templates.facts import Fact
from form_templates.model import FormTemplate, ItemId, PageLayout, Rect, ResponseArea, TextField


class Edit(ABC):
    """One change of a form: a frozen value of plain data, which can be written down and done again.

    Attributes:
        kind: Names the operation wherever it is written down; it never changes.
    """

    __slots__ = ()

    kind: ClassVar[str]

    @abstractmethod
    def applied_to(self, template: FormTemplate) -> FormTemplate:
        """Return the changed form; whatever the edit does not touch is the same object as before.

        Raises:
            EditRefused: It cannot be done to this form.
        """

    @abstractmethod
    def describe(self, template: FormTemplate) -> Fact:
        """Return what a history calls the edit.

        Args:
            template: The form before it was done.
        """

    @property
    def settles(self) -> frozenset[ItemId]:
        """Questions that a person looked at and found right; the form itself stays as it is then."""
        return frozenset()

    def merged_with(self, later: "Edit") -> "Edit | None":
        """Return one edit that does what this one and then ``later`` do; None where they are two to a person."""
        del later
        return None


class AreaRef(NamedTuple):
    """Names a response area, or a place for handwriting, of a form.

    Attributes:
        page: 1-based page number.
        item_id: The item.
        option: The option; empty for the place of a text or number item.
        is_field: Whether it is a place for handwriting.
    """

    page: int
    item_id: ItemId
    option: str = ""
    is_field: bool = False

    @classmethod
    def of(cls, page: int, place: ResponseArea | TextField) -> "AreaRef":
        """Return the name of what lies on ``page``."""
        return cls(page, place.item_id, place.option or "", isinstance(place, TextField))


def named_places(page: PageLayout) -> Iterator[tuple[AreaRef, ResponseArea | TextField]]:
    """Yield everything on a page with its name, response areas before writing fields."""
    for area in page.areas:
        yield AreaRef(page.number, area.item_id, area.option), area
    for field in page.fields:
        yield AreaRef(page.number, field.item_id, field.option or "", is_field=True), field


@dataclass(frozen=True, slots=True)
class PlacedRef:
    """Where an area is to lie."""

    ref: AreaRef
    rect: Rect


@dataclass(frozen=True, slots=True)
class Several(Edit):
    """Several edits done as one: all of them, or none.

    Attributes:
        edits: In order.
        named_by: Position of the one that a history names them by.
    """

    kind: ClassVar[str] = "several"

    edits: tuple[Edit, ...]
    named_by: int = 0

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        """Do all of them."""
        if not 0 <= self.named_by < len(self.edits):
            raise EditRefused(Fact("there is nothing to do"))
        for edit in self.edits:
            template = edit.applied_to(template)
        return template

    def describe(self, template: FormTemplate) -> Fact:
        """Return the name of one of them."""
        for edit in self.edits[: self.named_by]:
            template = edit.applied_to(template)
        return self.edits[self.named_by].describe(template)


def counted_areas(count: int) -> Fact:
    """Say how many areas."""
    return Fact("1 area") if count == 1 else Fact("{count} areas", count=count)


def counted_items(count: int) -> Fact:
    """Say how many questions."""
    return Fact("1 question") if count == 1 else Fact("{count} questions", count=count)


def counted_options(count: int) -> Fact:
    """Say how many options."""
    return Fact("1 option") if count == 1 else Fact("{count} options", count=count)


def counted_times(count: int) -> Fact:
    """Say how often."""
    return Fact("once") if count == 1 else Fact("{count} times", count=count)
