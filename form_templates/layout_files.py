"""``layout.json``: where everything lies on paper, in millimetres, readable by other programs.

Places are rounded to 0.001 mm by the typesetter already, so what is written and read again is equal. Others may add
labels: ``"label"`` of an area is what the form prints for the option; a list ``"items"`` beside ``"pages"`` may give
``"item"``, ``"label"`` and ``"kind"`` of each item, and ``"title"`` that of the form. ``"taking_back"`` says what the
form prints about that, such as ``{"blackened": "withdrawn", "ringed": "withdrawn"}``. Other keys are passed over.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.definition import read_taking_back
from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import (
    AreaShape,
    Fiducial,
    FormTemplate,
    ItemId,
    ItemKind,
    MarkStyle,
    PageLayout,
    Rect,
    ResponseArea,
    Text,
    TextField,
)
from form_templates.tables import TableReader
from form_templates.taking_back import NOTHING_SAID, TakingBack
from form_templates.text_files import UnreadableText, read_text

LAYOUT_NAME = "layout.json"

_MOST_BYTES = 32 << 20  # a response area takes 200 bytes


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """What a ``layout.json`` says.

    Attributes:
        template_id: The template it belongs to.
        version: The version of that template.
        pages: In the order of the file.
        kinds: Single or multiple choice by item, in the order of the file; single where the file does not say.
        labels: What the file says of the form's wording.
        taking_back: What it says of taking back a mark.
    """

    template_id: str
    version: int
    pages: tuple[PageLayout, ...]
    kinds: tuple[tuple[ItemId, ItemKind], ...]
    labels: "LayoutLabels"
    taking_back: TakingBack = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class LayoutLabels:
    """The wording that a layout made elsewhere may carry; whatever it does not say is missing here."""

    title: Text
    items: Mapping[ItemId, Text]
    options: Mapping[tuple[ItemId, str], Text]


def write_layout(template: FormTemplate, path: Path) -> None:
    """Write the pages of ``template`` to ``path``."""
    path.write_text(layout_text(template), encoding="utf-8", newline="\n")


def layout_text(template: FormTemplate) -> str:
    """Return the pages of ``template`` as JSON; one line per response area keeps differences readable."""
    kinds = {item.item_id: item.kind for item in template.items()}
    pages = ",\n".join(_page_text(page, kinds) for page in template.pages)
    head = f'"template": {json.dumps(template.template_id)}, "version": {template.version}'
    if said := template.taking_back.said():
        head += f', "taking_back": {json.dumps(said)}'
    return f'{{{head}, "pages": [\n{pages}\n]}}\n'


def read_layout(path: Path) -> LayoutFile:
    """Read a ``layout.json``.

    Raises:
        TemplateError: It cannot be read or holds mistakes; all of them are listed.
    """
    findings = FindingList(path)
    layout = read_layout_as_far_as_possible(path, findings)
    findings.raise_if_any()
    return layout


def read_layout_as_far_as_possible(path: Path, findings: FindingList) -> LayoutFile:
    """Read what can be read; places with mistakes, which go to ``findings``, are left out.

    A page whose number cannot be read has the number 0, a paper size that cannot be read is NaN.

    Raises:
        TemplateError: Nothing can be read at all.
    """
    return _read_root(TableReader(_parse(path, findings), "", findings), findings)


def _page_text(page: PageLayout, kinds: dict[ItemId, ItemKind]) -> str:
    head: dict[str, object] = {"page": page.number, "width_mm": page.width_mm, "height_mm": page.height_mm}
    if page.code is not None:
        head["code"] = _rect_table(page.code)
    if page.code_text is not None:
        head["code_text"] = _rect_table(page.code_text)
    lists = (
        ("fiducials", [{"x_mm": mark.x_mm, "y_mm": mark.y_mm, "size_mm": mark.size_mm} for mark in page.fiducials]),
        ("fields", [_field_table(field) for field in page.fields]),
        ("areas", [_area_table(area, kinds.get(area.item_id, ItemKind.SINGLE)) for area in page.areas]),
    )
    body = ", ".join(f'"{key}": {_lines_text(rows)}' for key, rows in lists)
    return f"{json.dumps(head)[:-1]}, {body}}}"


def _lines_text(rows: Sequence[object]) -> str:
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]" if rows else "[]"


def _rect_table(rect: Rect) -> dict[str, object]:
    return {"x_mm": rect.x_mm, "y_mm": rect.y_mm, "w_mm": rect.w_mm, "h_mm": rect.h_mm}


def _field_table(field: TextField) -> dict[str, object]:
    option: dict[str, object] = {} if field.option is None else {"option": field.option}
    return {"item": field.item_id, **option, **_rect_table(field.rect)}


def _area_table(area: ResponseArea, kind: ItemKind) -> dict[str, object]:
    looks = {"shape": area.shape, "style": area.style, "kind": kind}
    return {"item": area.item_id, "option": area.option, **_rect_table(area.rect), **looks}


def _parse(path: Path, findings: FindingList) -> dict[str, object]:
    """Return the outermost table."""
    content: object = None
    try:
        content = json.loads(read_text(path, _MOST_BYTES))
    except UnreadableText as error:
        findings.add_at_line(error.line, error.fact)
    except json.JSONDecodeError as error:
        findings.add_at_line(error.lineno, Fact("is not JSON: {why}", why=error.msg))
    except (ValueError, RecursionError):  # whole numbers of thousands of digits, brackets in brackets without end
        findings.add("", Fact("holds a number or a nesting beyond all measure"))
    else:
        if not isinstance(content, dict):
            findings.add("", Fact("must hold one JSON object"))
    findings.raise_if_any()
    assert isinstance(content, dict), "anything else was found above"
    return content


@dataclass(slots=True)
class _Words:
    """Gathers what areas say of their items: kinds and labels. The first place that says something counts."""

    kinds: dict[ItemId, ItemKind] = field(default_factory=dict)
    items: dict[ItemId, Text] = field(default_factory=dict)
    options: dict[tuple[ItemId, str], Text] = field(default_factory=dict)
    known: dict[ItemId, None] = field(default_factory=dict)  # in the order of the file
    disputed: set[ItemId] = field(default_factory=set)
    named: dict[ItemId, str] = field(default_factory=dict)  # by the list of items, and where in it

    def note_kind(self, item_id: ItemId, table: TableReader) -> None:
        if not table.has("kind"):
            return
        kind = table.choice("kind", ItemKind.SINGLE)
        if not kind.is_choice:
            table.report(
                "kind",
                Fact(
                    '"{item_id}" has response areas: it is "single" or "multiple", not "{kind}"',
                    item_id=item_id,
                    kind=kind,
                ),
            )
        elif self.kinds.setdefault(item_id, kind) is not kind and item_id not in self.disputed:
            self.disputed.add(item_id)  # said once, not for each of its areas
            table.report(
                "kind",
                Fact(
                    '"{item_id}" is "{kind}" here, but "{value}" before',
                    item_id=item_id,
                    kind=kind,
                    value=self.kinds[item_id],
                ),
            )


def _read_root(root: TableReader, findings: FindingList) -> LayoutFile:
    words = _Words()
    for table in root.tables("items"):
        item_id = ItemId(table.string("item", required=True))
        words.note_kind(item_id, table)
        words.items.setdefault(item_id, table.label("label"))
        words.named.setdefault(item_id, table.place)
    template_id, version = root.string("template", required=True), root.integer("version", 1) or 1
    pages = tuple(_read_page(table, words, findings) for table in root.tables("pages", required=True))
    kinds = tuple((item_id, words.kinds.get(item_id, ItemKind.SINGLE)) for item_id in words.known)
    placed = {*words.known, *(place.item_id for page in pages for place in page.fields)}
    for item_id, place in words.named.items():
        if item_id and item_id not in placed:
            findings.add(place, Fact("no response area and no writing field belongs to this item"), item_id)
    labels = LayoutLabels(root.label("title"), words.items, words.options)
    return LayoutFile(template_id, version, pages, kinds, labels, read_taking_back(root.table("taking_back")))


def _read_page(table: TableReader, words: _Words, findings: FindingList) -> PageLayout:
    before = len(findings.findings)
    number = table.integer("page", 0) or 0
    if not number and len(findings.findings) == before:
        findings.add(table.place, Fact('"page" is missing: wanted a whole number, 1 for the first page'))
    areas = (_read_area(area, words, findings) for area in table.tables("areas", required=True))
    fields = (_read_field(place, words, findings) for place in table.tables("fields"))
    return PageLayout(
        number=number,
        width_mm=_mm(table, "width_mm"),
        height_mm=_mm(table, "height_mm"),
        areas=tuple(area for area in areas if area is not None),
        fields=tuple(place for place in fields if place is not None),
        fiducials=tuple(_read_fiducial(mark) for mark in table.tables("fiducials")),
        code=_read_optional_rect(table.table("code")),
        code_text=_read_optional_rect(table.table("code_text")),
    )


def _read_area(table: TableReader, words: _Words, findings: FindingList) -> ResponseArea | None:
    """Return the area; None if it holds a mistake, so that nobody goes on to complain of what follows from it."""
    before = len(findings.findings)
    area = ResponseArea(
        item_id=ItemId(table.string("item", required=True)),
        option=table.string("option", required=True),
        rect=_read_rect(table),
        shape=table.choice("shape", AreaShape.BOX),
        style=table.choice("style", MarkStyle.BOX),
    )
    label = table.label("label")
    if len(findings.findings) > before:
        return None
    words.note_kind(area.item_id, table)
    words.known.setdefault(area.item_id)
    words.options.setdefault((area.item_id, area.option), label)
    return area


def _read_field(table: TableReader, words: _Words, findings: FindingList) -> TextField | None:
    """Return the field; None if it holds a mistake."""
    before = len(findings.findings)
    place = TextField(ItemId(table.string("item", required=True)), _read_rect(table), table.string("option") or None)
    label = table.label("label")
    if len(findings.findings) > before:
        return None
    if place.option is None:
        words.items.setdefault(place.item_id, label)
    return place


def _read_fiducial(table: TableReader) -> Fiducial:
    return Fiducial(_mm(table, "x_mm"), _mm(table, "y_mm"), _mm(table, "size_mm"))


def _read_optional_rect(table: TableReader | None) -> Rect | None:
    return None if table is None else _read_rect(table)


def _read_rect(table: TableReader) -> Rect:
    return Rect(_mm(table, "x_mm"), _mm(table, "y_mm"), _mm(table, "w_mm"), _mm(table, "h_mm"))


def _mm(table: TableReader, key: str) -> float:
    """Return a length; the file's digits beyond 0.001 mm carry nothing that paper could hold."""
    return round(table.number(key), 3)
