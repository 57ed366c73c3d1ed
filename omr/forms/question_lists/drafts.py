"""Collects what the lines and tables of a list say, before it is decided how each question is answered. Pure."""

from dataclasses import dataclass, field

MOST_ITEMS = 300
"""Of a form; beyond that the rest of a list is left out."""


@dataclass(slots=True)
class DraftItem:
    """An item while its lines are gathered.

    Attributes:
        number: What stands before it; may be empty.
        text: What is asked.
        options: As they are written, one or several in each.
        said: What a column says about its kind.
        lines: Empty lines to write on that follow it.
    """

    number: str
    text: str
    options: list[str] = field(default_factory=list)
    said: str = ""
    lines: int = 0


@dataclass(slots=True)
class DraftSection:
    """A heading with what follows it."""

    title: str
    intro: list[str] = field(default_factory=list)
    items: list[DraftItem] = field(default_factory=list)


@dataclass(slots=True)
class ListDraft:
    """A list while it is read.

    Attributes:
        sections: The first has no heading.
        title: Lines of the form's title.
        before: Lines before the first item that are no title.
        closing: Lines of thanks.
        left_out: Lines that belong to nothing.
        unused: Headings of columns in which something stands that is not used.
        is_after_table: Whether a table was read last.
        is_cut: Whether there were more items than are used.
    """

    sections: list[DraftSection] = field(default_factory=lambda: [DraftSection("")])
    title: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    is_cut: bool = False
    is_after_table: bool = False
    _count: int = 0

    @property
    def has_items(self) -> bool:
        """Whether a question was found yet."""
        return self._count > 0

    @property
    def item(self) -> DraftItem | None:
        """The item that lines belong to now; None right after a heading."""
        return self.sections[-1].items[-1] if self.sections[-1].items else None

    def begin_section(self, title: str) -> None:
        """Begin what stands under a heading."""
        self.sections.append(DraftSection(title))

    def add_item(self, number: str, text: str) -> DraftItem:
        """Add a question and return it, to be completed."""
        item = DraftItem(number, text)
        if self._count >= MOST_ITEMS:
            self.is_cut = True
            return item  # belongs to nothing
        self._count += 1
        self.sections[-1].items.append(item)
        return item

    def leave_out(self, text: str) -> None:
        """Note a line that belongs to nothing."""
        self.left_out.append(text)
