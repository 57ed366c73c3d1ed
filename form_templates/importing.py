"""A layout made elsewhere -> the definition of its form, for people to fill in with the wording."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import AoT, Array, InlineTable, Table

from form_templates.coding import with_codes
from form_templates.definition import needed_format
from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.layout_files import LayoutFile, LayoutLabels, read_layout_as_far_as_possible
from form_templates.model import (
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    ItemRole,
    Language,
    MarkStyle,
    Option,
    PageLayout,
    Scale,
    Section,
    Text,
    Typesetting,
)
from form_templates.validation import check_layout

_SECTION = ("questions", Text("Câu hỏi", "Questions"))
_HINTS = (
    "A form that exists on paper, imported from a layout. What you can edit here, as often as you like until a survey",
    "uses it (then give it the next version, here and in layout.json):",
    "- title, and every label: vi is Vietnamese, en is English and may stay empty",
    "- sections: put further [[section]] blocks between the items; is_factor = true counts one in the index",
    '- scales: move options that several items share into a [[scale]] and write scale = "its id" in the items instead',
    "  (form_templates/library has examples)",
    "The ids of the items and the values of their options must stay as layout.json says. After editing run:",
    "  python main.py template check FOLDER",
)


def read_foreign_form(path: Path, findings: FindingList) -> FormTemplate:
    """Read a layout and make up the definition that it needs: one section, items by first appearance.

    Args:
        path: The ``layout.json``.
        findings: Collects the mistakes; with any of them the template is incomplete.

    Raises:
        TemplateError: Nothing can be read at all.
    """
    layout = with_codes(read_layout_as_far_as_possible(path, findings))
    template = _define(layout)
    if not layout.pages:
        findings.add("pages", Fact("the layout has no pages"))
    elif not findings.findings and not any(page.areas for page in layout.pages):
        findings.add("pages", Fact("the layout has no response areas"))
    check_layout(template, findings)
    return template


def definition_text(template: FormTemplate) -> str:
    """Return the ``template.toml`` of a form; one with places made elsewhere says what may be edited in it."""
    document = tomlkit.document()
    if template.pages and not any(page.fiducials for page in template.pages):
        for hint in _HINTS:
            document.add(tomlkit.comment(hint))
        document.add(tomlkit.nl())
    document["format"] = needed_format(template)
    document["id"] = template.template_id
    document["version"] = template.version
    if template.language is not Language.VIETNAMESE:
        document["language"] = template.language.value
    document["title"] = _text(template.title)
    for key in ("subtitle", "organisation", "motto", "instructions", "closing"):
        _add_text(document, key, getattr(template, key))
    if template.overall_item is not None:
        document["overall_item"] = template.overall_item
    if template.note:
        document["note"] = tomlkit.string(template.note, multiline="\n" in template.note)
    if template.typesetting != Typesetting():
        document["typesetting"] = _typesetting_table(template.typesetting)
    if said := template.taking_back.said():
        document["taking_back"] = _plain_table(said)
    if template.scales:
        document["scale"] = _tables(map(_scale_table, template.scales))
    document["section"] = _tables(map(_section_table, template.sections))
    return tomlkit.dumps(document)


def _tables(each: Iterable[Table]) -> AoT:
    together = tomlkit.aot()
    for table in each:
        together.append(table)
    return together


def _plain_table(values: Mapping[str, str]) -> Table:
    table = tomlkit.table()
    table.update(values)
    return table


def _typesetting_table(typesetting: Typesetting) -> Table:
    table = tomlkit.table()
    table["edition"] = typesetting.edition
    table["typeface"] = typesetting.typeface.value
    table["text_pt"] = typesetting.text_pt
    return table


def _define(layout: LayoutFile) -> FormTemplate:
    pages = tuple(sorted(layout.pages, key=lambda page: page.number or inf))
    kinds = dict(layout.kinds)
    items: dict[ItemId, Item] = {}
    for page in pages:
        _add_items(page, kinds, layout.labels, items)
    section = Section(*_SECTION, tuple(items.values()))
    title = layout.labels.title if layout.labels.title.vi else Text(layout.template_id)
    return FormTemplate(
        layout.template_id, layout.version, title, (section,), pages=pages, taking_back=layout.taking_back
    )


def _add_items(
    page: PageLayout, kinds: Mapping[ItemId, ItemKind], labels: LayoutLabels, items: dict[ItemId, Item]
) -> None:
    """Add the items that begin on a page: those with response areas, then those that are written in."""
    write_ins = {(field.item_id, field.option) for field in page.fields}
    options: dict[ItemId, dict[str, Option]] = {}
    styles: dict[ItemId, MarkStyle] = {}
    for area in page.areas:
        label = _or_name(labels.options.get((area.item_id, area.option)), area.option)
        option = Option(area.option, label, has_write_in=(area.item_id, area.option) in write_ins)
        options.setdefault(area.item_id, {}).setdefault(area.option, option)
        styles.setdefault(area.item_id, area.style)
    for item_id, found in options.items():
        label = _or_name(labels.items.get(item_id), item_id)
        item = Item(item_id, kinds[item_id], label, tuple(found.values()), style=styles[item_id])
        items.setdefault(item_id, item)
    for field in page.fields:
        if field.option is None:
            label = _or_name(labels.items.get(field.item_id), field.item_id)
            items.setdefault(field.item_id, Item(field.item_id, ItemKind.TEXT, label))


def _or_name(label: Text | None, name: str) -> Text:
    return label if label is not None and label.vi else Text(name)


def _section_table(section: Section) -> Table:
    table = tomlkit.table()
    table["id"] = section.section_id
    table["title"] = _text(section.title)
    _add_text(table, "intro", section.intro)
    _add_text(table, "group", section.group)
    if section.is_factor:
        table["is_factor"] = True
    items = tomlkit.aot()
    for item in section.items:
        items.append(_item_table(item))
    table["item"] = items
    return table


def _item_table(item: Item) -> Table:
    table = tomlkit.table()
    table["id"] = item.item_id
    table["kind"] = item.kind.value
    if item.number:
        table["number"] = item.number
    if item.style is not MarkStyle.BOX:
        table["style"] = item.style.value
    table["label"] = _text(item.label)
    if item.max_choices is not None:
        table["max_choices"] = item.max_choices
    if item.kind is ItemKind.TEXT and item.lines > 1:
        table["lines"] = item.lines
    if item.kind is ItemKind.NUMBER:
        table["digits"] = item.digits
    _add_what_was_said(table, item)
    if item.asked_if is not None:
        table["asked_if"] = _condition_table(item.asked_if)
    if item.scale_id is not None:
        table["scale"] = item.scale_id
    elif item.options:
        table["options"] = _option_tables(item.options)
    return table


def _add_what_was_said(table: Table, item: Item) -> None:
    """Write what nobody needs to say of an item; see ``definition.needed_format``."""
    if item.role is not ItemRole.IMPLIED:
        table["role"] = item.role.value
    if item.columns:
        table["columns"] = item.columns


def _condition_table(condition: Condition) -> InlineTable:
    table = tomlkit.inline_table()
    table["item"] = condition.item_id
    table["values"] = sorted(condition.values)
    return table


def _scale_table(scale: Scale) -> Table:
    table = tomlkit.table()
    table["id"] = scale.scale_id
    table["kind"] = scale.kind.value
    for key, values in (("satisfied", scale.satisfied), ("dissatisfied", scale.dissatisfied)):
        if values:
            table[key] = sorted(values)
    table["options"] = _option_tables(scale.options)
    return table


def _option_tables(options: Sequence[Option]) -> Array:
    tables = tomlkit.array()
    for option in options:
        tables.add_line(_option_table(option), indent="  ")
    tables.add_line(indent="")
    return tables


def _option_table(option: Option) -> InlineTable:
    table = tomlkit.inline_table()
    table["value"] = option.value
    table["label"] = _text(option.label)
    if option.is_not_applicable:
        table["not_applicable"] = True
    if option.has_write_in:
        table["write_in"] = True
    return table


def _add_text(table: TOMLDocument | Table, key: str, text: Text) -> None:
    """Write a text that may be empty; one in English alone stands for both, for a file must have the other."""
    if text.vi or text.en:
        table[key] = _text(Text(text.vi or text.en, text.en))


def _text(text: Text) -> InlineTable:
    table = tomlkit.inline_table()
    table["vi"] = text.vi
    table["en"] = text.en
    return table
