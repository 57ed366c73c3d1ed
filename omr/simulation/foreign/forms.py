"""A form made elsewhere, drawn from a seed: its template, its pages as a PDF, and its template folder."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME
from form_templates.model import FormTemplate, Item, Option, Scale
from form_templates.page_code import PageCode
from omr.opencv import cv2
from omr.simulation import effects
from omr.simulation.chance import Range, happens, pick, stream
from omr.simulation.effects import Image
from omr.simulation.foreign import ornaments
from omr.simulation.foreign.draft import Draft, Frame
from omr.simulation.foreign.grids import digit_columns, question_columns, question_rows
from omr.simulation.foreign.lists import checkbox_list, comment_place
from omr.simulation.foreign.style import draw_style
from omr.simulation.foreign.tables import rating_lines, scale_table, yes_no_rows
from omr.simulation.printed import PdfPages

FEWEST_AREAS, MOST_AREAS = 20, 700
"""Of a page."""
BLANK_DPI = 300
_SOFT_SHARE = 0.1  # of the forms: the blank page is not the original but was rebuilt from scans

_BlockMaker = Callable[[Draft, Frame], bool]
_SURVEY_BLOCKS: dict[_BlockMaker, float] = {
    scale_table: 0.45, checkbox_list: 0.25, yes_no_rows: 0.1, rating_lines: 0.15, comment_place: 0.05,
}  # fmt: skip
_MIXED_BLOCKS: dict[_BlockMaker, float] = {**_SURVEY_BLOCKS, digit_columns: 0.25, question_rows: 0.2}


@dataclass(frozen=True, slots=True)
class ForeignForm:
    """A form made elsewhere.

    Attributes:
        template: What is asked and where; without fiducials and codes.
        pdf: The blank pages, as vectors.
        is_soft: Whether its blank images are rebuilt from scans: blurred, and not quite black and white.
    """

    template: FormTemplate
    pdf: bytes
    is_soft: bool

    def pages(self) -> "ForeignPages":
        """Return the print-out."""
        return ForeignPages(self.pdf, len(self.template.pages))

    def save(self, folder: Path) -> None:
        """Write the template folder: definition, layout, and one blank image a page at 300 dpi."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DEFINITION_NAME).write_text(_definition(self.template), encoding="utf-8", newline="\n")
        write_layout(self.template, folder / LAYOUT_NAME)
        pages = self.pages()
        for page in self.template.pages:
            raster = pages.raster(0, page.number, BLANK_DPI)
            image = _softened(raster) if self.is_soft else raster
            data = cv2.imencode(".png", image)[1].tobytes()
            (folder / f"blank-{page.number}.png").write_bytes(data)


class ForeignPages:
    """A print-out of a form made elsewhere: every copy is the same."""

    def __init__(self, pdf: bytes, pages: int) -> None:
        self._pages = PdfPages(pdf, pages)

    def raster(self, copy: int, page: int, dpi: int) -> Image:
        """See ``PrintedPages``."""
        del copy
        return self._pages.raster(0, page, dpi)

    def code(self, copy: int) -> PageCode | None:
        """See ``PrintedPages``."""
        del copy
        return None


def draw_form(seed: int) -> ForeignForm:
    """Draw a form; the same seed gives the same form."""
    for attempt in count():
        rng = stream(seed, attempt)
        draft = Draft(draw_style(rng), rng)
        areas = _draw_pages(draft)
        if all(FEWEST_AREAS <= number <= MOST_AREAS for number in areas):
            template = draft.template(f"foreign-{seed}")
            return ForeignForm(template, draft.surface.pdf(), happens(_SOFT_SHARE, rng))
    raise AssertionError("count() does not end")


def _draw_pages(draft: Draft) -> list[int]:
    """Draw every page; return how many response areas each has."""
    fill = pick({_fill_survey: 0.5, _fill_exam: 0.38, _fill_mixed: 0.12}, draft.rng)
    has_corner_marks = happens(0.35, draft.rng)
    pages = 2 if happens(0.25, draft.rng) else 1
    areas = []
    for number in range(1, pages + 1):
        if number > 1:
            draft.surface.next_page()
        if has_corner_marks:
            ornaments.corner_marks(draft)
        fill(draft, _body(draft))
        ornaments.foot(draft, number)
        areas.append(draft.areas_on_page)
        draft.end_page()
    return areas


def _body(draft: Draft) -> Frame:
    """Return the page within its margins, under the head."""
    style = draft.style
    frame = Frame(style.side_mm, style.top_mm, style.width_mm - 2 * style.side_mm, style.height_mm - style.foot_mm)
    ornaments.head(draft, frame)
    if happens(0.4, draft.rng):
        ornaments.paragraph(draft, frame)
    if happens(0.35, draft.rng):
        ornaments.blanks(draft, frame)
    return frame


def _fill_survey(draft: Draft, frame: Frame) -> None:
    _fill_with(draft, frame, _SURVEY_BLOCKS)


def _fill_mixed(draft: Draft, frame: Frame) -> None:
    _fill_with(draft, frame, _MIXED_BLOCKS)


def _fill_with(draft: Draft, frame: Frame, blocks: dict[_BlockMaker, float]) -> None:
    """Put blocks below each other, in one column or two, until the page is full enough."""
    columns = 2 if frame.w_mm > 150 and happens(0.2, draft.rng) else 1
    for column in _columns(frame, columns):
        failures = 0
        while failures < 3 and column.left_mm > 15:
            if happens(0.4, draft.rng):
                ornaments.section_bar(draft, column)
            if happens(0.12, draft.rng):
                ornaments.example(draft, column)
            if happens(0.12, draft.rng):
                ornaments.paragraph(draft, column, 3)
            is_drawn = pick(blocks, draft.rng)(draft, column)
            failures += not is_drawn
            column.take(draft.draw(1.0, 6.0) if is_drawn else 0.0)


def _fill_exam(draft: Draft, frame: Frame) -> None:
    """Put number grids beside each other at the top, columns of question rows below; either may be missing."""
    bottom_mm = frame.bottom_mm
    if happens(0.8, draft.rng):
        top = Frame(frame.x_mm, frame.y_mm, frame.w_mm, frame.y_mm + frame.left_mm * draft.draw(0.3, 0.5))
        used_mm = [_fill_exam_top(draft, column) for column in _columns(top, draft.count(1, 3))]
        frame.y_mm = max(used_mm) + draft.draw(2.0, 6.0)
    if happens(0.3, draft.rng):
        ornaments.section_bar(draft, frame)
    if happens(0.35, draft.rng):
        ornaments.example(draft, frame)
    frame.bottom_mm = bottom_mm
    most = question_columns(draft, frame)
    for column in _columns(frame, most if happens(0.7, draft.rng) else draft.count(1, most)):
        question_rows(draft, column)


def _fill_exam_top(draft: Draft, column: Frame) -> float:
    """Fill one column of an answer sheet's head; return where it ends."""
    if not (happens(0.85, draft.rng) and digit_columns(draft, column)):
        ornaments.paragraph(draft, column, 8)
        if happens(0.4, draft.rng):
            ornaments.barcode(draft, column)
        if happens(0.5, draft.rng):
            ornaments.example(draft, column)
    return column.y_mm


def _columns(frame: Frame, number: int) -> Iterator[Frame]:
    """Split what is left of a frame into columns."""
    gap_mm = 5.0 if number > 1 else 0.0
    width_mm = (frame.w_mm - gap_mm * (number - 1)) / number
    for index in range(number):
        yield Frame(frame.x_mm + index * (width_mm + gap_mm), frame.y_mm, width_mm, frame.bottom_mm)


def _softened(raster: Image) -> Image:
    """Make a blank page look as if it were the mean of several scans, laid over each other by a program."""
    rng = np.random.default_rng(int(raster[::97].sum()))
    blurred = effects.soften(raster, Range(0.06, 0.16).draw(rng), rng)
    greyed = effects.grey_paper(effects.fade_black(blurred, Range(20, 70).draw(rng), rng), Range(4, 18).draw(rng), rng)
    return effects.add_noise(greyed, 1.5, rng)


def _definition(template: FormTemplate) -> str:
    """Return ``template.toml``."""
    head = [
        "format = 1",
        f"id = {_quoted(template.template_id)}",
        f"version = {template.version}",
        f"language = {_quoted(template.language)}",
        f"title = {_text(template.title.vi)}",
    ]
    parts = ["\n".join(head), *map(_scale, template.scales)]
    for section in template.sections:
        parts.append(f"[[section]]\nid = {_quoted(section.section_id)}\ntitle = {_text(section.title.vi)}")
        parts += map(_item, section.items)
    return "\n\n".join(parts) + "\n"


def _scale(scale: Scale) -> str:
    lines = ["[[scale]]", f"id = {_quoted(scale.scale_id)}", f"kind = {_quoted(scale.kind)}"]
    if scale.satisfied:
        lines.append(f"satisfied = [{', '.join(map(_quoted, sorted(scale.satisfied)))}]")
    return "\n".join([*lines, _options(scale.options)])


def _item(item: Item) -> str:
    lines = ["[[section.item]]", f"id = {_quoted(item.item_id)}", f"kind = {_quoted(item.kind)}"]
    lines += [f"label = {_text(item.label.vi)}", f"style = {_quoted(item.style)}"]
    if item.scale_id is not None:
        lines.append(f"scale = {_quoted(item.scale_id)}")
    elif item.options:
        lines.append(_options(item.options))
    return "\n".join(lines)


def _options(options: tuple[Option, ...]) -> str:
    rows = [
        f"  {{ value = {_quoted(option.value)}, label = {_text(option.label.vi)}"
        f"{', write_in = true' if option.has_write_in else ''} }},"
        for option in options
    ]
    return "\n".join(["options = [", *rows, "]"])


def _text(text: str) -> str:
    return f"{{ vi = {_quoted(text)} }}"


def _quoted(text: str) -> str:
    """Return a TOML string; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
