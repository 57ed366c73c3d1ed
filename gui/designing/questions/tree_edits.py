"""What is done to lines of the list of questions, as edits."""

from dataclasses import dataclass
from enum import Enum, auto

from form_templates.editing.edit import Edit, Several
from form_templates.editing.operations.options import DeleteOptions, MoveOption, OptionList
from form_templates.editing.operations.question_order import MergeItems, MoveItems, SplitItem
from form_templates.editing.operations.questions import DeleteItems
from form_templates.editing.operations.references import free_item_id, next_free
from form_templates.editing.operations.sections import DeleteSection, MergeSections, MoveSection, SplitSection
from form_templates.model import FormTemplate, ItemId, Text

_NONE = ItemId("")


class LineKind(Enum):
    """What a line of the list is."""

    SECTION = auto()
    ITEM = auto()
    OPTION = auto()


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A line of the list: a section, a question, or an option of one."""

    kind: LineKind
    section_id: str
    item_id: ItemId = _NONE
    option: str = ""

    @property
    def above(self) -> "TreeLine | None":
        """The line that this one is below; None for a section."""
        match self.kind:
            case LineKind.SECTION:
                return None
            case LineKind.ITEM:
                return TreeLine(LineKind.SECTION, self.section_id)
            case LineKind.OPTION:
                return TreeLine(LineKind.ITEM, self.section_id, self.item_id)


class TreeCommand(Enum):
    """What can be done to lines beside moving and renaming."""

    MERGE = auto()
    SPLIT = auto()
    NEW_SECTION = auto()
    MERGE_SECTIONS = auto()
    DELETE = auto()


def possible_commands(form: FormTemplate, lines: tuple[TreeLine, ...]) -> frozenset[TreeCommand]:
    """Return what can be done to these lines."""
    return frozenset(command for command in TreeCommand if edit_of(command, form, lines) is not None)


def edit_of(command: TreeCommand, form: FormTemplate, lines: tuple[TreeLine, ...]) -> Edit | None:
    """Return what a command does to these lines; None where it has nothing to do."""
    items, options, sections = (_of(lines, kind) for kind in (LineKind.ITEM, LineKind.OPTION, LineKind.SECTION))
    match command:
        case TreeCommand.MERGE if len(items) > 1 and all(form.item(line.item_id).options for line in items):
            return MergeItems(tuple(line.item_id for line in items))
        case TreeCommand.SPLIT if options and not items:
            return _splitting(form, options)
        case TreeCommand.NEW_SECTION if len(items) == 1 and form.section_of(items[0].item_id).items[0].item_id != (
            items[0].item_id
        ):
            new_id = next_free(items[0].section_id, {section.section_id for section in form.sections})
            return SplitSection(items[0].item_id, new_id, Text(new_id))
        case TreeCommand.MERGE_SECTIONS if len(sections) > 1:
            return MergeSections(tuple(line.section_id for line in sections))
        case TreeCommand.DELETE:
            return deletion_of(form, lines)
    return None


def deletion_of(form: FormTemplate, lines: tuple[TreeLine, ...]) -> Edit | None:
    """Return what deletes these lines; sections before questions before options, for they hold them."""
    items, options, sections = (_of(lines, kind) for kind in (LineKind.ITEM, LineKind.OPTION, LineKind.SECTION))
    if sections:
        edits = tuple(DeleteSection(line.section_id) for line in sections)
        return edits[0] if len(edits) == 1 else Several(edits)
    if items:
        return DeleteItems(tuple(line.item_id for line in items))
    if options:
        item_id = options[0].item_id
        return DeleteOptions(OptionList(item_id), tuple(line.option for line in options if line.item_id == item_id))
    return None


def line_moved(form: FormTemplate, lines: tuple[TreeLine, ...], way: int) -> Edit | None:
    """Return what brings lines one place up (-1) or down (1)."""
    if not lines:
        return None
    first = lines[0]
    if first.kind is LineKind.SECTION:
        ids = [section.section_id for section in form.sections]
        return MoveSection(first.section_id, max(ids.index(first.section_id) + way, 0))
    if first.kind is LineKind.OPTION:
        values = [option.value for option in form.item(first.item_id).options]
        return MoveOption(OptionList(first.item_id), first.option, max(values.index(first.option) + way, 0))
    return _items_moved(form, tuple(line.item_id for line in lines if line.kind is LineKind.ITEM), way)


def moved_lines(form: FormTemplate, lines: tuple[TreeLine, ...], onto: TreeLine, *, is_below: bool) -> Edit | None:
    """Return what brings lines before or below another; None where they cannot go there.

    Args:
        form: Before.
        lines: What is moved; the kind of the first counts.
        onto: The line that they are dropped at.
        is_below: Whether they go below it; below a section means to its beginning.
    """
    if not lines or onto in lines:
        return None
    kind = lines[0].kind
    if kind is LineKind.SECTION:
        others = [section.section_id for section in form.sections if section.section_id != lines[0].section_id]
        index = others.index(onto.section_id) + int(is_below or onto.kind is not LineKind.SECTION)
        return MoveSection(lines[0].section_id, index)
    if kind is LineKind.OPTION:
        if onto.item_id != lines[0].item_id or onto.kind is LineKind.SECTION:
            return None
        values = [option.value for option in form.item(onto.item_id).options if option.value != lines[0].option]
        index = 0 if onto.kind is LineKind.ITEM else values.index(onto.option) + int(is_below)
        return MoveOption(OptionList(onto.item_id), lines[0].option, index)
    going = tuple(line.item_id for line in lines if line.kind is LineKind.ITEM)
    section_id, index = _place_for_items(form, going, onto, is_below=is_below)
    return MoveItems(going, section_id, index)


def _of(lines: tuple[TreeLine, ...], kind: LineKind) -> tuple[TreeLine, ...]:
    return tuple(line for line in lines if line.kind is kind)


def _splitting(form: FormTemplate, options: tuple[TreeLine, ...]) -> Edit | None:
    item = form.item(options[0].item_id)
    values = tuple(line.option for line in options if line.item_id == item.item_id)
    if len(values) == len(item.options):
        return None
    label = item.option(values[0]).label
    return SplitItem(item.item_id, values, free_item_id(form, item.item_id), label)


def _place_for_items(
    form: FormTemplate, going: tuple[ItemId, ...], onto: TreeLine, *, is_below: bool
) -> tuple[str, int]:
    """Return the section, and before which of the items that stay there."""
    ids = [section.section_id for section in form.sections]
    if onto.kind is LineKind.SECTION and not is_below and ids.index(onto.section_id) > 0:
        return ids[ids.index(onto.section_id) - 1], len(list(form.items()))  # above a title: the end of the one before
    section = form.sections[ids.index(onto.section_id)]
    staying = [item.item_id for item in section.items if item.item_id not in going]
    if onto.kind is LineKind.SECTION or onto.item_id not in staying:
        return section.section_id, 0
    return section.section_id, staying.index(onto.item_id) + int(is_below)


def _items_moved(form: FormTemplate, going: tuple[ItemId, ...], way: int) -> Edit | None:
    """Move items over one of those that stay, or over a section's title."""
    at = [section.section_id for section in form.sections].index(form.section_of(going[0]).section_id)
    section = form.sections[at]
    staying = [item.item_id for item in section.items if item.item_id not in going]
    before = next(position for position, item in enumerate(section.items) if item.item_id in going)
    index = sum(item.item_id in staying for item in section.items[:before]) + way
    if 0 <= index <= len(staying):
        return MoveItems(going, section.section_id, index)
    if not 0 <= at + way < len(form.sections):
        return None
    other = form.sections[at + way]
    return MoveItems(going, other.section_id, len(other.items) if way < 0 else 0)
