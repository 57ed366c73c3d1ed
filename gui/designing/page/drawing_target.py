"""What a rectangle that is drawn becomes: the place of an option that has none, a new option, or a new question."""

from dataclasses import dataclass
from enum import Enum, auto

from form_templates.editing.edit import Edit, Several, named_places
from form_templates.editing.operations.areas import DrawArea, DrawField
from form_templates.editing.operations.options import AddOption, OptionList
from form_templates.editing.operations.questions import AddItem
from form_templates.editing.operations.references import free_item_id, next_free, taken_places
from form_templates.model import AreaShape, FormTemplate, Item, ItemId, ItemKind, Option, Rect, ResponseArea, Text


class TargetKind(Enum):
    """What becomes of a drawn rectangle."""

    OPTION = auto()  # an option of the chosen question that has no area
    FIELD = auto()  # the writing field of the chosen question
    NEW_OPTION = auto()  # another option of the chosen question
    NEW_ITEM = auto()  # another question


@dataclass(frozen=True, slots=True)
class DrawTarget:
    """What a rectangle becomes, and whose it is."""

    kind: TargetKind
    item_id: ItemId
    option: str = ""


def target_of(form: FormTemplate, item_ids: tuple[ItemId, ...]) -> DrawTarget:
    """Return what a rectangle becomes while these questions are chosen."""
    if len(item_ids) == 1:
        item = form.item(item_ids[0])
        taken = taken_places(form)
        if not item.kind.is_choice and (item.item_id, "", True) not in taken:
            return DrawTarget(TargetKind.FIELD, item.item_id)
        for option in item.options:
            if (item.item_id, option.value, False) not in taken:
                return DrawTarget(TargetKind.OPTION, item.item_id, option.value)
        for option in item.options:
            if option.has_write_in and (item.item_id, option.value, True) not in taken:
                return DrawTarget(TargetKind.FIELD, item.item_id, option.value)
        if item.kind.is_choice and item.scale_id is None:
            return DrawTarget(TargetKind.NEW_OPTION, item.item_id, _next_value(item))
    last = next(reversed([item.item_id for item in form.items()]), "q00")
    return DrawTarget(TargetKind.NEW_ITEM, free_item_id(form, _counted_from(item_ids[-1] if item_ids else last, form)))


def edit_for(form: FormTemplate, target: DrawTarget, page: int, rect: Rect, after: ItemId | None) -> Edit:
    """Return what drawing a rectangle does.

    Args:
        form: Before.
        target: What it becomes.
        page: Where it was drawn.
        rect: Where on it.
        after: The question after which a new one comes; None: at the end.
    """
    match target.kind:
        case TargetKind.FIELD:
            return DrawField(page, target.item_id, rect, target.option)
        case TargetKind.OPTION:
            return DrawArea(page, target.item_id, target.option, rect, _shape(form, page, target.item_id))
        case TargetKind.NEW_OPTION:
            item = form.item(target.item_id)
            new = AddOption(OptionList(target.item_id), len(item.options), Option(target.option, Text(target.option)))
            area = DrawArea(page, target.item_id, target.option, rect, _shape(form, page, target.item_id))
            return Several((new, area), named_by=1)
        case TargetKind.NEW_ITEM:
            section = form.section_of(after) if after is not None else form.sections[-1]
            ids = [item.item_id for item in section.items]
            index = ids.index(after) + 1 if after is not None else len(ids)
            item = Item(target.item_id, ItemKind.SINGLE, Text(target.item_id), (Option("1", Text("1")),))
            draw = DrawArea(page, target.item_id, "1", rect, _shape(form, page, target.item_id))
            return Several((AddItem(section.section_id, index, item), draw))


def _counted_from(item_id: str, form: FormTemplate) -> str:
    taken = {item.item_id for item in form.items()}
    return next_free(item_id, taken) if item_id in taken else item_id


def _next_value(item: Item) -> str:
    values = [option.value for option in item.options]
    return next_free(values[-1] if values else "0", set(values))


def _shape(form: FormTemplate, page: int, item_id: ItemId) -> AreaShape:
    """Return the shape of the question's other areas, else of most of the page."""
    layout = form.page(page)
    areas = [place for _ref, place in named_places(layout) if isinstance(place, ResponseArea)]
    shapes = [area.shape for area in areas if area.item_id == item_id] or [area.shape for area in areas]
    return max(set(shapes), key=shapes.count) if shapes else AreaShape.BOX
