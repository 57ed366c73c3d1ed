"""Rows and grids of areas duplicated: every copy is a new item, its id and number counted up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_areas, counted_times
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.areas import moved
from form_templates.editing.operations.parts import found_items, inserted, sound_rect, sound_text, with_section
from form_templates.editing.operations.references import counted_up, new_item_id, next_free
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemId, PageLayout, Rect, ResponseArea, Text, TextField

_MOST_COPIES = 500  # of items; no page holds more


@dataclass(frozen=True, slots=True)
class RepeatItems(Edit):
    """Copy items with all that lies on paper of them: a row is one item, a grid several.

    A copy has the kind, options, scale, marks and skip rule of what it is a copy of. Its id and number count up; where
    no label is given, its id stands for one, as in a form made elsewhere. Copies come after the last of the items, in
    its section, downwards first.

    Attributes:
        item_ids: What is copied, in its order on the form.
        times: Copies downwards.
        pitch_mm: From one to the next of them; upwards where it is negative.
        columns: Copies of all that to the right.
        column_pitch_mm: From one to the next of those.
        labels: Of the copies, in order; may be fewer.
    """

    kind: ClassVar[str] = "items.repeat"

    item_ids: tuple[ItemId, ...]
    times: int
    pitch_mm: float
    columns: int = 0
    column_pitch_mm: float = 0.0
    labels: tuple[Text, ...] = ()

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        wanted = {item.item_id for item in found_items(template, self.item_ids)}
        sources = tuple(item for item in template.items() if item.item_id in wanted)
        if self.times < 0 or self.columns < 0 or not (self.times or self.columns):
            raise EditRefused(Fact("there is nothing to do"))
        if ((self.times + 1) * (self.columns + 1) - 1) * len(sources) > _MOST_COPIES:
            raise EditRefused(Fact("more than {limit} copies are no form", limit=_MOST_COPIES))
        for label in self.labels:
            sound_text(label)
        steps = list(self._steps())
        blocks = _copies(template, sources, len(steps))
        labels = iter(self.labels)
        copies = tuple(
            replace(item, label=next(labels, Text(item.item_id))) for block in blocks for item in block.values()
        )
        section = template.section_of(sources[-1].item_id)
        at = section.items.index(sources[-1]) + 1
        template = with_section(template, replace(section, items=inserted(section.items, at, copies)))
        names = [{source: copy.item_id for source, copy in block.items()} for block in blocks]
        pages = tuple(_with_copies(page, steps, names) for page in template.pages)
        return replace(template, pages=pages)

    def describe(self, template: FormTemplate) -> Fact:
        wanted = set(self.item_ids)
        areas = counted_areas(sum(area.item_id in wanted for page in template.pages for area in page.areas))
        times, pitch_mm = counted_times(self.times), round(abs(self.pitch_mm), 2)
        if self.columns:
            across = counted_times(self.columns)
            return Fact("{areas} repeated {times} downwards, {across} across", areas=areas, times=times, across=across)
        if len(wanted) > 1:
            return Fact("grid of {areas} repeated {times}, {mm:g} mm apart", areas=areas, times=times, mm=pitch_mm)
        return Fact("row of {areas} repeated {times}, {mm:g} mm apart", areas=areas, times=times, mm=pitch_mm)

    def _steps(self) -> Iterator[tuple[float, float]]:
        """Yield how far each copy lies from what it is a copy of, (dx, dy) in mm."""
        for column in range(self.columns + 1):
            for row in range(self.times + 1):
                if column or row:
                    yield column * self.column_pitch_mm, row * self.pitch_mm


def _copies(template: FormTemplate, sources: tuple[Item, ...], count: int) -> list[dict[ItemId, Item]]:
    """Return for each copy of the whole its items, by what they are copies of."""
    taken = {item.item_id for item in template.items()}
    latest: dict[str, str] = {_stem(source): source.item_id for source in sources}  # ids of a grid count up together
    copies: list[dict[ItemId, Item]] = []
    for number in range(1, count + 1):
        names: dict[ItemId, ItemId] = {}
        for source in sources:
            names[source.item_id] = new_item_id(template, ItemId(next_free(latest[_stem(source)], taken)))
            latest[_stem(source)] = names[source.item_id]
            taken.add(names[source.item_id])
        copies.append({source.item_id: _copy(source, names, number * len(sources)) for source in sources})
    return copies


def _stem(item: Item) -> str:
    return re.sub(r"\d+$", "", item.item_id)


def _copy(source: Item, names: dict[ItemId, ItemId], steps: int) -> Item:
    condition = source.asked_if
    if condition is not None and condition.item_id in names:
        condition = replace(condition, item_id=names[condition.item_id])
    number = counted_up(source.number, steps)
    return replace(source, item_id=names[source.item_id], number=number, asked_if=condition)


def _with_copies(page: PageLayout, steps: list[tuple[float, float]], names: list[dict[ItemId, ItemId]]) -> PageLayout:
    sources = names[0].keys()
    areas = [area for area in page.areas if area.item_id in sources]
    fields = [field for field in page.fields if field.item_id in sources]
    if not areas and not fields:
        return page
    new_areas: list[ResponseArea] = []
    new_fields: list[TextField] = []
    for (dx_mm, dy_mm), ids in zip(steps, names, strict=True):
        new_areas += [replace(a, item_id=ids[a.item_id], rect=_on(page, moved(a.rect, dx_mm, dy_mm))) for a in areas]
        new_fields += [replace(f, item_id=ids[f.item_id], rect=_on(page, moved(f.rect, dx_mm, dy_mm))) for f in fields]
    return replace(page, areas=(*page.areas, *new_areas), fields=(*page.fields, *new_fields))


def _on(page: PageLayout, rect: Rect) -> Rect:
    """Return a place on the paper."""
    rect = sound_rect(rect)
    right_mm, bottom_mm = rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm
    if min(rect.x_mm, rect.y_mm) < 0 or right_mm > page.width_mm or bottom_mm > page.height_mm:
        raise EditRefused(Fact("so many copies do not fit on page {number}", number=page.number))
    return rect
