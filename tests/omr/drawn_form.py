"""A small form made elsewhere, drawn by hand: its folder, and a scan on which it is filled in with known answers."""

from pathlib import Path

import numpy as np
from PIL import Image

from form_templates.importing import definition_text
from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME
from form_templates.model import FormTemplate, PageLayout, Section, Text
from omr.opencv import cv2
from tests.form_templates.editing.build import SCALE, rated, row
from tests.omr.drawn_pages import DPI, PX_PER_MM, marked

_QUESTIONS = tuple(rated(f"c{number:02d}", str(number)) for number in range(1, 9))
ANSWERS = {item.item_id: str(1 + position % 5) for position, item in enumerate(_QUESTIONS)}


def small_form() -> FormTemplate:
    """Eight rated rows on one page."""
    areas = tuple(area for position, item in enumerate(_QUESTIONS) for area in row(item, 60.0 + 12.0 * position))
    sections = (Section("rated", Text("Đánh giá"), _QUESTIONS),)
    return FormTemplate("theirs", 1, Text("Phiếu"), sections, (SCALE,), pages=(PageLayout(1, 210.0, 297.0, areas),))


def draw_blank(form: FormTemplate):
    """The page of the form: a question beside each row, and its boxes."""
    page = np.full((round(297 * PX_PER_MM), round(210 * PX_PER_MM)), 255, np.uint8)
    for position, item in enumerate(form.items()):
        words = f"{position + 1}. Cau hoi so {position * 7919 % 1000} {item.item_id} {'abcdefghij'[position:]}"
        at = (round(15 * PX_PER_MM), round((63.5 + 12.0 * position) * PX_PER_MM))
        cv2.putText(page, words, at, cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3, cv2.LINE_AA)
    for at_mm, words in ((20, "PHIEU KHAO SAT"), (35, "Y kien nguoi dan 2026"), (170, "Cam on ong ba"), (260, "Het")):
        at = (round((20 + at_mm % 60) * PX_PER_MM), round(at_mm * PX_PER_MM))
        cv2.putText(page, words, at, cv2.FONT_HERSHEY_DUPLEX, 1.8, 0, 4, cv2.LINE_AA)
    for area in form.pages[0].areas:
        corners = [area.rect.x_mm, area.rect.y_mm, area.rect.x_mm + area.rect.w_mm, area.rect.y_mm + area.rect.h_mm]
        left, top, right, bottom = (round(mm * PX_PER_MM) for mm in corners)
        cv2.rectangle(page, (left, top), (right, bottom), 0, 3)
    return page


def write_drawn_form(folder: Path) -> Path:
    """Write its template folder; returns the folder."""
    form = small_form()
    folder.mkdir(exist_ok=True)
    write_layout(form, folder / LAYOUT_NAME)
    (folder / DEFINITION_NAME).write_text(definition_text(form), encoding="utf-8")
    cv2.imwrite(str(folder / "blank-1.png"), draw_blank(form))
    return folder


def write_filled(path: Path, answers=ANSWERS) -> Path:
    """Write a scan of it, filled in; returns the path."""
    form = small_form()
    Image.fromarray(marked(draw_blank(form), form.pages[0], answers)).save(path, dpi=(DPI, DPI))
    return path
