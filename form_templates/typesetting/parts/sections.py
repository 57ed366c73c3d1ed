"""Sections -> blocks: which items share a table, and where headings stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from form_templates.model import FormTemplate, Item, ItemId, ItemKind, ScaleKind, Section
from form_templates.typesetting import phrases
from form_templates.typesetting.blocks import group_heading, section_heading, space
from form_templates.typesetting.drawing import Block
from form_templates.typesetting.fonts import Span
from form_templates.typesetting.parts.grids import GridColumns, grid_columns, grid_head, grid_row
from form_templates.typesetting.parts.questions import (
    SectionColumns,
    list_item,
    number_item,
    paired_items,
    section_columns,
    strip_item,
    text_item,
)
from form_templates.typesetting.setting import Setting

_SPACE_BEFORE_SECTION_MM = 2.0
_SPACE_BEFORE_GROUP_MM = 3.0


class _Title(Enum):
    """Whose heading the column headers carry beside them."""

    SECTION = auto()  # the table is one whole section
    GROUP = auto()  # several sections share the table; their headings are rows in it
    NONE = auto()


@dataclass(frozen=True, slots=True)
class _Table:
    """A run of items on one scale, maybe through several sections, printed under one row of column headers."""

    columns: GridColumns
    head: Block
    title: "_Title"


def section_blocks(template: FormTemplate) -> Iterator[Block]:
    """Yield the blocks of all sections, in printed order."""
    tables = _find_tables(template)
    setting = Setting.of(template)
    group = ""
    for position, section in enumerate(template.sections):
        table = tables.get(section.items[0].item_id)
        starts = table if table is not None and not _continues(template, position, tables) else None
        heading = group_heading(section.group, setting) if section.group.vi not in ("", group) else None
        group = section.group.vi
        yield from _heading_blocks(section, heading, table, starts_table=starts is not None, setting=setting)
        yield from _item_blocks(template, section, tables)


def _continues(template: FormTemplate, position: int, tables: dict[ItemId, _Table]) -> bool:
    """Whether the section goes on with the table that the section before it ended in."""
    if position == 0:
        return False
    before = tables.get(template.sections[position - 1].items[-1].item_id)
    return before is not None and before is tables.get(template.sections[position].items[0].item_id)


def _heading_blocks(
    section: Section, group: Block | None, table: _Table | None, *, starts_table: bool, setting: Setting
) -> Iterator[Block]:
    is_continued = table is not None and not starts_table
    if not is_continued:
        yield space(_SPACE_BEFORE_GROUP_MM if group else _SPACE_BEFORE_SECTION_MM)
    if group is not None and (table is None or is_continued or table.title is not _Title.GROUP):
        yield replace(group, table_head=table.head if table is not None and is_continued else None)
    if table is None or table.title is not _Title.SECTION:
        yield replace(section_heading(section, setting), table_head=table.head if table else None)


def _item_blocks(template: FormTemplate, section: Section, tables: dict[ItemId, _Table]) -> Iterator[Block]:
    setting = Setting.of(template)
    columns = section_columns([item for item in section.items if item.item_id not in tables], setting)
    for table, run in groupby(section.items, key=lambda item: tables.get(item.item_id)):
        if table is None:
            yield from _list_blocks(template, list(run), columns)
        else:
            yield from _rows(list(run), table, setting)


def _list_blocks(template: FormTemplate, items: Sequence[Item], columns: SectionColumns) -> Iterator[Block]:
    """Yield one block per item, or per two short ones that fit side by side."""
    position = 0
    while position < len(items):
        pair = _pair(items[position : position + 2], columns, Setting.of(template))
        yield pair or _single_block(template, items[position], columns)
        position += 2 if pair else 1


def _pair(items: Sequence[Item], columns: SectionColumns, setting: Setting) -> Block | None:
    if len(items) < 2 or any(item.kind is not ItemKind.SINGLE or item.columns for item in items):
        return None
    return paired_items(items[0], items[1], columns, setting)


def _rows(items: Sequence[Item], table: _Table, setting: Setting) -> Iterator[Block]:
    for position, item in enumerate(items):
        # A heading is followed by three rows at least, and no page begins with the last one.
        is_kept = position < len(items) - 1 and position in (0, 1, len(items) - 2)
        yield replace(grid_row(item, table.columns, setting), table_head=table.head, keeps_with_next=is_kept)


def _single_block(template: FormTemplate, item: Item, columns: SectionColumns) -> Block:
    setting = Setting.of(template)
    match item.kind:
        case ItemKind.TEXT:
            return text_item(item, setting)
        case ItemKind.NUMBER:
            return number_item(item, setting)
        case _ if _is_strip(template, item):
            return strip_item(item, setting)
        case _:
            return list_item(item, columns, setting)


def in_rows_of_options(template: FormTemplate) -> frozenset[ItemId]:
    """Return the items whose options stand in rows of their own: those in no table that are no 0-10 strip either."""
    in_tables = {item.item_id for run in _table_runs(template) for item in run}
    return frozenset(
        item.item_id
        for item in template.items()
        if item.kind.is_choice and item.item_id not in in_tables and not _is_strip(template, item)
    )


def _find_tables(template: FormTemplate) -> dict[ItemId, _Table]:
    """Return the table of every item that stands in one."""
    tables: dict[ItemId, _Table] = {}
    for items in _table_runs(template):
        table = _build_table(template, items)
        tables.update({item.item_id: table for item in items})
    return tables


def _table_runs(template: FormTemplate) -> Iterator[list[Item]]:
    """Yield the items of each table: two or more neighbours on the same scale and style."""
    for key, run in groupby(template.items(), key=lambda item: _table_key(template, item)):
        items = list(run)
        if key is not None and len(items) > 1:
            yield items


def _table_key(template: FormTemplate, item: Item) -> tuple[str, str] | None:
    if item.kind is not ItemKind.SINGLE or item.scale_id is None or item.columns or _is_strip(template, item):
        return None
    return item.scale_id, item.style


def _build_table(template: FormTemplate, items: Sequence[Item]) -> _Table:
    setting = Setting.of(template)
    columns = grid_columns(items, setting)
    section = template.section_of(items[0].item_id)
    kind = _title_kind(section, items)
    title = {
        _Title.SECTION: _section_title(section, setting),
        _Title.GROUP: (setting.words(section.group, is_bold=True),),
        _Title.NONE: (setting.words(phrases.STATEMENT, is_bold=True),),
    }[kind]
    return _Table(columns, grid_head(columns, title, setting), kind)


def _title_kind(section: Section, items: Sequence[Item]) -> _Title:
    if section.items[0] is not items[0]:
        return _Title.NONE
    if section.items == tuple(items):
        return _Title.SECTION
    return _Title.GROUP if section.group.vi else _Title.NONE


def _section_title(section: Section, setting: Setting) -> tuple[Span, ...]:
    title = setting.words(section.title, is_bold=True)
    return (title, setting.span("\n" + section.intro.in_language(setting.language))) if section.intro.vi else (title,)


def _is_strip(template: FormTemplate, item: Item) -> bool:
    is_nps = item.scale_id is not None and template.scale(item.scale_id).kind is ScaleKind.NPS
    return is_nps and not item.columns  # one that has columns stands in these
