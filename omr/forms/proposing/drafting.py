"""What pages ask -> a form template, with the confidence in each of its response areas."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from form_templates.model import (
    AreaShape,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
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
from omr.forms.proposing.asking.page_understanding import PageQuestions, SectionHeading
from omr.forms.proposing.asking.questions import FoundQuestion
from omr.forms.proposing.content.places import between, bottom_of, right_of
from omr.forms.proposing.doubts import AreaDoubt, confidence_of
from omr.forms.proposing.scales import Levels, levels_of
from omr.forms.proposing.spotting.spots import SpotLook
from omr.forms.proposing.wording_hints import cap_of, language_of, legend_of, mark_style, takes_several

_LONGEST_LABEL = 600  # letters


@dataclass(frozen=True, slots=True)
class ProposedArea:
    """How sure a response area is.

    Attributes:
        page: 1-based.
        item_id: What it belongs to.
        option: Its option's value.
        confidence: 0.0-1.0.
        doubts: What may be wrong about it.
    """

    page: int
    item_id: ItemId
    option: str
    confidence: float
    doubts: tuple[AreaDoubt, ...]


@dataclass(slots=True)
class _Form:
    """A template in the making."""

    instructions: str
    legend: dict[str, str]
    items: int = 0
    scales: list[Scale] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    areas: list[ProposedArea] = field(default_factory=list)
    pages: list[PageLayout] = field(default_factory=list)
    heading: str = ""
    gathered: list[Item] = field(default_factory=list)


def draft_template(name: str, pages: Sequence[PageQuestions]) -> tuple[FormTemplate, tuple[ProposedArea, ...]]:
    """Return the template of a form and what is known of its areas.

    Args:
        name: What the file is called; the template's id is made of it.
        pages: In order.
    """
    all_text = " ".join(page.other_text for page in pages)
    labels = " ".join(question.label for page in pages for question in page.questions)
    form = _Form(f"{all_text} {labels}", legend_of(all_text))
    for number, page in enumerate(pages, start=1):
        _add_page(form, number, page)
    _end_section(form)
    title = next((page.title for page in pages if page.title), "")
    template = FormTemplate(
        template_id_of(name),
        1,
        Text(_shortened(title) or name[:_LONGEST_LABEL]),
        tuple(form.sections),
        tuple(form.scales),
        language=language_of(f"{title} {labels} {all_text}"),
        pages=tuple(form.pages),
    )
    return template, tuple(form.areas)


def template_id_of(name: str) -> str:
    """Return a template id that resembles a file's name."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:64].strip("-") or "form"


def _add_page(form: _Form, number: int, page: PageQuestions) -> None:
    areas: list[ResponseArea] = []
    fields: list[TextField] = []
    for part in page.parts:
        if isinstance(part, SectionHeading):
            _end_section(form)
            form.heading = part.text
            continue
        form.items += 1
        item_id = ItemId(f"q{form.items:02}")
        item = _choice_item(form, item_id, part) if part.choices else _written_item(form, item_id, part)
        form.gathered.append(item)
        _place(form, number, item, part, areas)
        fields += _fields(item, part, page)
    form.pages.append(PageLayout(number, page.width_mm, page.height_mm, tuple(areas), tuple(fields)))


def _end_section(form: _Form) -> None:
    """Begin a new section; a heading without questions below it is given up."""
    if not form.gathered:
        return
    satisfaction = {scale.scale_id for scale in form.scales if scale.kind is ScaleKind.SATISFACTION}
    is_factor = any(item.scale_id in satisfaction for item in form.gathered)
    default = "Câu hỏi"
    title = Text(_shortened(form.heading)) if form.heading else Text(default, "Questions")
    form.sections.append(Section(f"s{len(form.sections) + 1}", title, tuple(form.gathered), is_factor=is_factor))
    form.gathered, form.heading = [], ""


def _choice_item(form: _Form, item_id: ItemId, question: FoundQuestion) -> Item:
    if _are_bare_numbers(question):
        for choice in question.choices:
            choice.label, choice.printed = "", choice.label or choice.printed
        question.is_scale, question.is_listed = True, False
    ends = (question.choices[0].printed, question.choices[-1].printed)
    is_told = all(end in form.legend for end in ends)  # of 1 to 5, nothing is told of 0 to 10
    if question.is_scale and is_told and not any(choice.label for choice in question.choices):
        for choice in question.choices:
            choice.label = form.legend.get(choice.printed, "")
    levels = levels_of([choice.label for choice in question.choices], [choice.printed for choice in question.choices])
    options = _options(question, levels)
    several = takes_several(question.label)
    style, is_said = mark_style(question.choices[0].spot.look, question.choices[0].spot.text, form.instructions)
    is_ordered = question.is_scale or levels.is_direction_known  # numbers before a list of options only count them
    is_scale = levels.kind is not ScaleKind.NOMINAL and not several and is_ordered
    _note_doubts(question, levels, several, is_style_said=is_said)
    kind = ItemKind.MULTIPLE if several or len(options) == 1 else ItemKind.SINGLE
    item = Item(
        item_id,
        kind,
        Text(_label(form, question)),
        options,
        number=question.number[:20],
        style=style,
    )
    if kind is ItemKind.MULTIPLE:
        return replace(item, max_choices=cap_of(question.label, len(options)))
    if is_scale and not any(option.has_write_in for option in options):
        return replace(item, scale_id=_scale_id(form, levels, options))
    return item


def _are_bare_numbers(question: FoundQuestion) -> bool:
    """Whether the options are numbers and nothing else: ``1 □  2 □  3 □``."""
    texts = [choice.label or choice.printed for choice in question.choices]
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) == len(texts) > 2 and all(abs(after - before) == 1 for before, after in pairwise(numbers))


def _note_doubts(question: FoundQuestion, levels: Levels, several: bool | None, *, is_style_said: bool) -> None:
    if not is_style_said:
        question.doubts.append(AreaDoubt.MARK_STYLE)
    if levels.is_reversed:
        question.doubts.append(AreaDoubt.REVERSED)
    if question.is_scale and len(question.choices) > 2 and not levels.is_direction_known:
        question.doubts.append(AreaDoubt.DIRECTION)
    if question.is_listed and several is None and levels.kind is ScaleKind.NOMINAL and len(question.choices) > 2:
        question.doubts.append(AreaDoubt.KIND)


def _options(question: FoundQuestion, levels: Levels) -> tuple[Option, ...]:
    values = list(levels.values)
    if len(set(values)) < len(values):
        values = [str(number) for number in range(1, len(values) + 1)]
    found = []
    for choice, value, is_out in zip(question.choices, values, levels.not_applicable, strict=True):
        label = choice.label or choice.printed or value
        if levels.is_reversed and choice.printed:
            label = f"{choice.printed} {label}" if label != choice.printed else label
        found.append(Option(value, Text(_shortened(label)), is_out, choice.write_in is not None))
    return tuple(found)


def _scale_id(form: _Form, levels: Levels, options: tuple[Option, ...]) -> str:
    """Return the id of the scale with these options, a new one if there is none yet."""
    for scale in form.scales:
        if scale.options == options and scale.kind is levels.kind:
            return scale.scale_id
    scale = Scale(f"scale{len(form.scales) + 1}", levels.kind, options, levels.satisfied, levels.dissatisfied)
    form.scales.append(scale)
    return scale.scale_id


def _label(form: _Form, question: FoundQuestion) -> str:
    """Return the words of a question; where there are none, its number."""
    return _shortened(question.label) or question.number or f"Câu {form.items}"


def _written_item(form: _Form, item_id: ItemId, question: FoundQuestion) -> Item:
    label = Text(_label(form, question))
    return Item(
        item_id, question.kind, label, number=question.number[:20], lines=question.lines, digits=question.digits
    )


def _place(form: _Form, page: int, item: Item, question: FoundQuestion, areas: list[ResponseArea]) -> None:
    for choice, option in zip(question.choices, item.options, strict=True):
        is_round = choice.spot.look in (SpotLook.OVAL, SpotLook.DIGIT)
        shape = AreaShape.CIRCLE if is_round else AreaShape.BOX
        areas.append(ResponseArea(item.item_id, option.value, _rounded(choice.spot.rect), shape, item.style))
        doubts = tuple(dict.fromkeys([*choice.spot.doubts, *choice.doubts, *question.doubts]))
        form.areas.append(ProposedArea(page, item.item_id, option.value, confidence_of(doubts), doubts))


def _fields(item: Item, question: FoundQuestion, page: PageQuestions) -> list[TextField]:
    paper = Rect(0.0, 0.0, page.width_mm, page.height_mm)
    found = [TextField(item.item_id, _on(paper, rect)) for rect in question.fields]
    for choice, option in zip(question.choices, item.options, strict=True):
        if choice.write_in is not None:
            found.append(TextField(item.item_id, _on(paper, choice.write_in), option.value))
    return found


def _on(paper: Rect, rect: Rect) -> Rect:
    """Return what of a rectangle lies on the paper."""
    left_mm, top_mm = max(rect.x_mm, 0.0), max(rect.y_mm, 0.0)
    right_mm, low_mm = min(right_of(rect), paper.w_mm), min(bottom_of(rect), paper.h_mm)
    return _rounded(between(left_mm, top_mm, max(right_mm, left_mm + 1.0), max(low_mm, top_mm + 1.0)))


def _rounded(rect: Rect) -> Rect:
    """Round the edges of a rectangle, not its lengths, so that neighbours that share an edge still do."""
    left, top = round(rect.x_mm, 2), round(rect.y_mm, 2)
    return Rect(left, top, round(right_of(rect) - left, 2), round(bottom_of(rect) - top, 2))


def _shortened(text: str) -> str:
    clean = "".join(letter for letter in text if unicodedata.category(letter)[0] != "C")
    return " ".join(clean.split())[:_LONGEST_LABEL]
