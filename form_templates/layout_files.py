"""``layout.json``: where everything lies on paper, in millimetres, readable by other programs.

Places are rounded to 0.001 mm by the typesetter already, so what is written and read again is equal. Keys that others
add (labels, comments) are allowed and passed over.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.errors import FindingList
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
    TextField,
)
from form_templates.tables import TableReader

LAYOUT_NAME = "layout.json"


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """What a ``layout.json`` says.

    Attributes:
        template_id: The template it belongs to.
        version: The version of that template.
        pages: In the order of the file.
        kinds: Single or multiple choice by item, in the order of the file; single where the file does not say.
    """

    template_id: str
    version: int
    pages: tuple[PageLayout, ...]
    kinds: tuple[tuple[ItemId, ItemKind], ...]


def write_layout(template: FormTemplate, path: Path) -> None:
    """Write the pages of ``template`` to ``path``."""
    path.write_text(layout_text(template), encoding="utf-8", newline="\n")


def layout_text(template: FormTemplate) -> str:
    """Return the pages of ``template`` as JSON; one line per response area keeps differences readable."""
    kinds = {item.item_id: item.kind for item in template.items()}
    pages = ",\n".join(_page_text(page, kinds) for page in template.pages)
    head = f'"template": {json.dumps(template.template_id)}, "version": {template.version}'
    return f'{{{head}, "pages": [\n{pages}\n]}}\n'


def read_layout(path: Path) -> LayoutFile:
    """Read a ``layout.json``.

    Raises:
        TemplateError: It cannot be read or holds mistakes; all of them are listed.
    """
    findings = FindingList(path)
    layout = _read_root(TableReader(_parse(path, findings), "", findings))
    findings.raise_if_any()
    return layout


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
    """Return the outermost table; an empty one, with the reason noted, if there is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        findings.add("", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        findings.add(f"byte {error.start}", "is not UTF-8 text")
    except json.JSONDecodeError as error:
        findings.add(f"line {error.lineno}", f"is not JSON: {error.msg}")
    else:
        if isinstance(content, dict):
            return content
        findings.add("", "must hold one JSON object")
    findings.raise_if_any()
    return {}


def _read_root(root: TableReader) -> LayoutFile:
    kinds: dict[ItemId, ItemKind] = {}
    return LayoutFile(
        template_id=root.string("template", required=True),
        version=root.integer("version", 1) or 1,
        pages=tuple(_read_page(table, kinds) for table in root.tables("pages", required=True)),
        kinds=tuple(kinds.items()),
    )


def _read_page(table: TableReader, kinds: dict[ItemId, ItemKind]) -> PageLayout:
    return PageLayout(
        number=table.integer("page", 1) or 1,
        width_mm=_mm(table, "width_mm"),
        height_mm=_mm(table, "height_mm"),
        areas=tuple(_read_area(area, kinds) for area in table.tables("areas", required=True)),
        fields=tuple(_read_field(field) for field in table.tables("fields")),
        fiducials=tuple(_read_fiducial(mark) for mark in table.tables("fiducials")),
        code=_read_optional_rect(table.table("code")),
        code_text=_read_optional_rect(table.table("code_text")),
    )


def _read_area(table: TableReader, kinds: dict[ItemId, ItemKind]) -> ResponseArea:
    item_id = ItemId(table.string("item", required=True))
    kinds.setdefault(item_id, table.choice("kind", ItemKind.SINGLE))
    return ResponseArea(
        item_id=item_id,
        option=table.string("option", required=True),
        rect=_read_rect(table),
        shape=table.choice("shape", AreaShape.BOX),
        style=table.choice("style", MarkStyle.BOX),
    )


def _read_field(table: TableReader) -> TextField:
    item_id = ItemId(table.string("item", required=True))
    return TextField(item_id, _read_rect(table), table.string("option") or None)


def _read_fiducial(table: TableReader) -> Fiducial:
    return Fiducial(_mm(table, "x_mm"), _mm(table, "y_mm"), _mm(table, "size_mm"))


def _read_optional_rect(table: TableReader | None) -> Rect | None:
    return None if table is None else _read_rect(table)


def _read_rect(table: TableReader) -> Rect:
    return Rect(_mm(table, "x_mm"), _mm(table, "y_mm"), _mm(table, "w_mm"), _mm(table, "h_mm"))


def _mm(table: TableReader, key: str) -> float:
    """Return a length; the file's digits beyond 0.001 mm carry nothing that paper could hold."""
    return round(table.number(key), 3)
