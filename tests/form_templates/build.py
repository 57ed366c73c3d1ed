"""Small definitions to test with, and measurements of printed pages."""

from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from form_templates.loading import load_template
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Option, Scale, ScaleKind, Section, Text
from form_templates.typesetting.printing import Recipient, forms_pdf

SHIPPED = ("one-stop-short", "sipas-2020", "sipas-2023")
VU_NINH = Recipient("09163", "Phường Vũ Ninh")

SMALL_DEFINITION = """
format = 1
id = "small"
version = 3
title = { vi = "Phiếu nhỏ", en = "Small form" }

[[scale]]
id = "level"
kind = "satisfaction"
satisfied = ["2"]
dissatisfied = ["1"]
options = [
  { value = "1", label = { vi = "Kém", en = "Poor" } },
  { value = "2", label = { vi = "Tốt", en = "Good" } },
]

[[section]]
id = "only"
title = { vi = "Một", en = "One" }
is_factor = true

[[section.item]]
id = "c01"
scale = "level"
label = { vi = "Câu một", en = "First" }

[[section.item]]
id = "c02"
kind = "multiple"
max_choices = 1
label = { vi = "Câu hai", en = "Second" }
asked_if = { item = "c01", values = ["1"] }
options = [
  { value = "a", label = { vi = "A", en = "A" } },
  { value = "b", label = { vi = "B", en = "B" }, write_in = true },
]
"""


def write_definition(folder: Path, text: str = SMALL_DEFINITION) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "template.toml").write_text(text, encoding="utf-8")
    return folder


@cache
def shipped(template_id: str) -> FormTemplate:
    return load_template(template_id)


def printed(template: FormTemplate, folder: Path, recipient: Recipient = VU_NINH, copies: int = 1) -> Path:
    path = folder / f"{template.template_id}.pdf"
    path.write_bytes(forms_pdf(template, recipients=[recipient], copies=copies))
    return path


def rasterised(pdf: Path | bytes, page: int, dpi: int) -> NDArray[np.uint8]:
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[page - 1].render(scale=dpi / 72, grayscale=True)
    return bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()


def grid_template(labels: list[str], option_labels: list[str], *, title: str = "Phiếu") -> FormTemplate:
    """Return a form with one scale table, one list question per two labels and a text field."""
    options = tuple(Option(str(i), Text(label)) for i, label in enumerate(option_labels, start=1))
    scale = Scale("scale", ScaleKind.ORDINAL, options)
    rows = tuple(
        Item(ItemId(f"g{i}"), ItemKind.SINGLE, Text(label), options, str(i), "scale")
        for i, label in enumerate(labels, 1)
    )
    lists = tuple(
        Item(ItemId(f"l{i}"), ItemKind.MULTIPLE, Text(label), options, f"{i}") for i, label in enumerate(labels[:3], 1)
    )
    comment = Item(ItemId("text"), ItemKind.TEXT, Text(title), lines=2)
    sections = (Section("grid", Text(title), rows), Section("list", Text(title), (*lists, comment)))
    return FormTemplate("made-up", 1, Text(title), sections, (scale,))


def foreign_area(item: str, option: str, x_mm: float, **more: object) -> dict[str, object]:
    """Return a response area as a layout made elsewhere gives it."""
    return {"item": item, "option": option, "x_mm": x_mm, "y_mm": 50.0, "w_mm": 3.0, "h_mm": 3.0, **more}


def foreign_layout(*pages: list[dict[str, object]]) -> dict[str, object]:
    """Return a layout made elsewhere, A4, a page for each list of areas."""
    size = {"width_mm": 210.0, "height_mm": 297.0}
    rows = [{"page": number, **size, "areas": areas} for number, areas in enumerate(pages, start=1)]
    return {"template": "Theirs_2", "version": 4, "pages": rows}
