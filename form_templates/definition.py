"""The tables of ``template.toml`` -> ``FormTemplate``: shapes and types; ``validation`` checks what they mean."""

from collections.abc import Mapping

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import (
    LATEST_EDITION,
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    ItemRole,
    Language,
    MarkStyle,
    Option,
    Scale,
    ScaleKind,
    Section,
    Typeface,
    Typesetting,
)
from form_templates.tables import LONGEST_TEXT, TableReader
from form_templates.taking_back import NOTHING_SAID, BlackenedBox, RingedMark, TakingBack

FORMAT = 4
"""Version of the file format that this program reads.

2 added how the program sets the form it prints; 3, what a question does in the results and in how many columns its
options stand, where a person said so; 4, what the printed instruction says about taking back a mark.
"""


def needed_format(template: FormTemplate) -> int:
    """Return the least format that says all of a form, so that older programs read it where they know all it says."""
    if template.taking_back != NOTHING_SAID:
        return 4
    if any(item.role is not ItemRole.IMPLIED or item.columns for item in template.items()):
        return 3
    return 1 if template.typesetting == Typesetting() else 2


def read_definition(tables: Mapping[str, object], findings: FindingList) -> FormTemplate:
    """Read a definition; whatever is wrong goes to ``findings`` and leaves an empty place, so that reading goes on.

    Args:
        tables: What ``tomllib`` read.
        findings: Collects the mistakes.

    Returns:
        The template without pages; complete only if nothing was found.
    """
    root = TableReader(tables, "", findings)
    if not _format_is_known(root):
        return FormTemplate("", 1, root.text("title"), ())
    scales = tuple(_read_scale(table) for table in root.tables("scale"))
    template = _read_head(root, scales, _read_sections(root, scales))
    root.report_unknown_keys()
    return template


def _format_is_known(root: TableReader) -> bool:
    """Whether the file can be read at all: a newer format may mean something else by the same words."""
    if not root.has("format"):
        root.report("", Fact('"format" is missing: the file must say format = 1'))
        return True
    found = root.integer("format", FORMAT)
    if found is not None and found > FORMAT:
        root.report(
            "format",
            Fact(
                "this file has format {found}, this program knows formats up to {format}: update Phiếu",
                found=found,
                format=FORMAT,
            ),
        )
        return False
    return True


def _read_head(root: TableReader, scales: tuple[Scale, ...], sections: tuple[Section, ...]) -> FormTemplate:
    overall = root.string("overall_item")
    return FormTemplate(
        template_id=root.string("id", required=True),
        version=root.integer("version", 1) or 1,
        title=root.text("title", required=True),
        sections=sections,
        scales=scales,
        subtitle=root.text("subtitle"),
        instructions=root.text("instructions"),
        closing=root.text("closing"),
        organisation=root.text("organisation"),
        motto=root.text("motto"),
        language=root.choice("language", Language.VIETNAMESE),
        overall_item=ItemId(overall) if overall else None,
        note=root.string("note", longest=LONGEST_TEXT),
        typesetting=_read_typesetting(root),
        taking_back=_read_own_taking_back(root.table("taking_back")),
    )


def _read_typesetting(root: TableReader) -> Typesetting:
    table = root.table("typesetting")
    if table is None:
        return Typesetting()
    read = Typesetting(
        edition=table.integer("edition", LATEST_EDITION) or LATEST_EDITION,
        typeface=table.choice("typeface", Typeface.SANS),
        text_pt=table.number("text_pt", Typesetting().text_pt),
    )
    table.report_unknown_keys()
    return read


def _read_own_taking_back(table: TableReader | None) -> TakingBack:
    read = read_taking_back(table)
    if table is not None:
        table.report_unknown_keys()
    return read


def read_taking_back(table: TableReader | None) -> TakingBack:
    """Return what a table of a definition or a layout says of taking back a mark: nothing without a table."""
    if table is None:
        return NOTHING_SAID
    return TakingBack(
        blackened=table.choice("blackened", BlackenedBox.UNSAID), ringed=table.choice("ringed", RingedMark.UNSAID)
    )


def _read_scale(table: TableReader) -> Scale:
    scale = Scale(
        scale_id=table.string("id", required=True),
        kind=table.choice("kind", ScaleKind.ORDINAL),
        options=_read_options(table, required=True),
        satisfied=frozenset(table.strings("satisfied")),
        dissatisfied=frozenset(table.strings("dissatisfied")),
    )
    table.report_unknown_keys()
    return scale


def _read_options(table: TableReader, *, required: bool = False) -> tuple[Option, ...]:
    return tuple(_read_option(option) for option in table.tables("options", required=required))


def _read_option(table: TableReader) -> Option:
    option = Option(
        value=table.string("value", required=True),
        label=table.text("label", required=True),
        is_not_applicable=table.flag("not_applicable"),
        has_write_in=table.flag("write_in"),
    )
    table.report_unknown_keys()
    return option


def _read_sections(root: TableReader, scales: tuple[Scale, ...]) -> tuple[Section, ...]:
    options_of_scale = {scale.scale_id: scale.options for scale in scales}
    return tuple(_read_section(table, options_of_scale) for table in root.tables("section", required=True))


def _read_section(table: TableReader, options_of_scale: Mapping[str, tuple[Option, ...]]) -> Section:
    section = Section(
        section_id=table.string("id", required=True),
        title=table.text("title", required=True),
        items=tuple(_read_item(item, options_of_scale) for item in table.tables("item", required=True)),
        intro=table.text("intro"),
        is_factor=table.flag("is_factor"),
        group=table.text("group"),
    )
    table.report_unknown_keys()
    return section


def _read_item(table: TableReader, options_of_scale: Mapping[str, tuple[Option, ...]]) -> Item:
    own_options = _read_options(table)
    scale_id = table.string("scale") or None
    if scale_id and own_options:
        table.report("options", Fact('an item has either "scale" or "options", not both'))
    item = Item(
        item_id=ItemId(table.string("id", required=True)),
        kind=table.choice("kind", ItemKind.SINGLE),
        label=table.text("label", required=True),
        options=options_of_scale.get(scale_id, ()) if scale_id else own_options,
        number=table.string("number"),
        scale_id=scale_id,
        style=table.choice("style", MarkStyle.BOX),
        max_choices=table.integer("max_choices"),
        asked_if=_read_condition(table.table("asked_if")),
        lines=table.integer("lines", 1) or 1,
        digits=table.integer("digits", 0) or 0,
        role=table.choice("role", ItemRole.IMPLIED),
        columns=table.integer("columns", 0) or 0,
    )
    table.report_unknown_keys()
    return item


def _read_condition(table: TableReader | None) -> Condition | None:
    if table is None:
        return None
    condition = Condition(ItemId(table.string("item", required=True)), frozenset(table.strings("values")))
    table.report_unknown_keys()
    return condition
