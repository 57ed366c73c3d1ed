"""A small form made elsewhere, to be edited; what must hold of any form that was edited; random edits of all kinds."""

from collections import Counter
from dataclasses import replace
from random import Random

from form_templates.editing.edit import AreaRef, named_places
from form_templates.model import (
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    ItemRole,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    ScaleKind,
    Section,
    Text,
    TextField,
)

PITCH_MM = 7.2
LEVELS = tuple(Option(str(level), Text(f"Mức {level}", f"Level {level}")) for level in range(1, 6))
SCALE = Scale("level", ScaleKind.SATISFACTION, LEVELS, frozenset({"4", "5"}), frozenset({"1", "2"}))


def ref(item_id: str, option: str = "", page: int = 1, *, is_field: bool = False) -> AreaRef:
    return AreaRef(page, ItemId(item_id), option, is_field)


def rated(item_id: str, number: str, **more: object) -> Item:
    item = Item(ItemId(item_id), ItemKind.SINGLE, Text(f"Câu {number}"), LEVELS, number, SCALE.scale_id)
    return replace(item, **more)


def row(item: Item, y_mm: float) -> tuple[ResponseArea, ...]:
    return tuple(
        ResponseArea(item.item_id, option.value, Rect(120.0 + 12.0 * position, y_mm, 4.0, 4.0))
        for position, option in enumerate(item.options)
    )


def form() -> FormTemplate:
    """Return two pages: three rated rows, a question with a write-in, a comment and a number."""
    rows = tuple(rated(f"c{number:02d}", str(number)) for number in range(1, 4))
    choices = (Option("a", Text("A")), Option("b", Text("B")), Option("other", Text("Khác"), has_write_in=True))
    several = Item(ItemId("many"), ItemKind.MULTIPLE, Text("Nhiều"), choices, "4", max_choices=2)
    comment = Item(
        ItemId("why"),
        ItemKind.TEXT,
        Text("Vì sao?"),
        asked_if=Condition(ItemId("c01"), frozenset({"1", "2"})),
    )
    age = Item(ItemId("age"), ItemKind.NUMBER, Text("Tuổi"), digits=2)
    areas = tuple(area for position, item in enumerate(rows) for area in row(item, 40.0 + PITCH_MM * position))
    first = PageLayout(1, 210.0, 297.0, areas)
    second = PageLayout(
        2,
        210.0,
        297.0,
        row(several, 40.0),
        (
            TextField(several.item_id, Rect(150.0, 40.0, 40.0, 6.0), "other"),
            TextField(comment.item_id, Rect(20.0, 60.0, 160.0, 20.0)),
            TextField(age.item_id, Rect(20.0, 90.0, 20.0, 8.0)),
        ),
    )
    return FormTemplate(
        "theirs",
        1,
        Text("Phiếu"),
        (
            Section("rated", Text("Đánh giá"), rows, is_factor=True),
            Section("rest", Text("Khác"), (several, comment, age)),
        ),
        (SCALE,),
        pages=(first, second),
        overall_item=ItemId("c03"),
    )


def large_form() -> FormTemplate:
    """Return 8 pages of 15 rows of 5 areas."""
    pages, sections = [], []
    for page in range(1, 9):
        items = tuple(rated(f"c{page}{number:02d}", str(number)) for number in range(1, 16))
        areas = tuple(area for position, item in enumerate(items) for area in row(item, 40.0 + 12.0 * position))
        pages.append(PageLayout(page, 210.0, 297.0, areas))
        sections.append(Section(f"s{page}", Text(f"Phần {page}"), items, is_factor=True))
    return FormTemplate("large", 1, Text("Lớn"), tuple(sections), (SCALE,), pages=tuple(pages))


def loose_ends(template: FormTemplate) -> list[str]:
    """Return what in a form refers to nothing, is there twice, or contradicts itself."""
    items = {item.item_id: item for item in template.items()}
    scales = {scale.scale_id: scale for scale in template.scales}
    refs = [each for page in template.pages for each, _place in named_places(page)]
    found = _twice("item", [item.item_id for item in template.items()])
    found += _twice("scale", [scale.scale_id for scale in template.scales])
    found += _twice("section", [section.section_id for section in template.sections])
    found += _twice("area", [each[1:] for each in refs])
    found += [f"{each}" for each in refs if not _has_place(items.get(each.item_id), each)]
    for scale in scales.values():
        values = {option.value for option in scale.options if not option.is_not_applicable}
        found += [f"satisfied {scale}"] if not scale.satisfied | scale.dissatisfied <= values else []
    for item in items.values():
        found += _twice(f"option of {item.item_id}", [option.value for option in item.options])
        found += _of_item(item, items, scales)
    if template.overall_item is not None:
        overall = items.get(template.overall_item)
        found += [] if overall and overall.kind is ItemKind.SINGLE else ["overall item"]
    return found


def _of_item(item: Item, items: dict[ItemId, Item], scales: dict[str, Scale]) -> list[str]:
    found = []
    if item.scale_id is not None and (item.scale_id not in scales or scales[item.scale_id].options != item.options):
        found.append(f"scale of {item.item_id}")
    if item.options and not item.kind.is_choice:
        found.append(f"options of {item.item_id}")
    if item.max_choices is not None and not 1 <= item.max_choices <= len(item.options):
        found.append(f"cap of {item.item_id}")
    if item.role in (ItemRole.CRITERION, ItemRole.DEMOGRAPHIC) and item.kind is not ItemKind.SINGLE:
        found.append(f"role of {item.item_id}")
    if item.columns and not item.kind.is_choice:
        found.append(f"columns of {item.item_id}")
    if item.asked_if is not None:
        asked = items.get(item.asked_if.item_id)
        values = {option.value for option in asked.options} if asked and asked is not item else set()
        if not item.asked_if.values or not item.asked_if.values <= values:
            found.append(f"skip rule of {item.item_id}")
    return found


def _has_place(item: Item | None, area: AreaRef) -> bool:
    if item is None:
        return False
    if area.is_field and not area.option:
        return not item.kind.is_choice
    option = next((each for each in item.options if each.value == area.option), None)
    return option is not None and (option.has_write_in or not area.is_field)


def _twice(what: str, names: list[object]) -> list[str]:
    if len(set(names)) == len(names):
        return []
    return [f"{what} {name} twice" for name, count in Counter(names).items() if count > 1]


def random_refs(rng: Random, template: FormTemplate, most: int = 8) -> tuple[AreaRef, ...]:
    """Return some areas of one page."""
    page = rng.choice([page for page in template.pages if page.areas or page.fields])
    refs = [each for each, _place in named_places(page)]
    return tuple(rng.sample(refs, min(len(refs), rng.randint(1, most))))
