"""What was understood of a list -> the definition of a form that the program typesets. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from form_templates.coding import code_of, unused_code
from form_templates.model import (
    LATEST_EDITION,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Language,
    Option,
    Scale,
    ScaleKind,
    Section,
    Text,
    Typeface,
    Typesetting,
)
from form_templates.taking_back import PRINTED_ON_BOXES
from form_templates.typesetting.fonts import letters_without_glyph
from omr.forms.proposing.scales import Levels, levels_of
from omr.forms.proposing.wording_hints import takes_several
from omr.forms.question_lists import wordings
from omr.forms.question_lists.listed import ListedItem, ListedKind, ListedSection, QuestionList
from omr.forms.question_lists.wordings import USUAL_LABELS, folded

NEW_TYPESETTING = Typesetting(LATEST_EDITION, Typeface.SERIF, 10.5)

_LONGEST_ID = 16  # a longer one may not fit beside the page code
_KINDS = {
    ListedKind.MULTIPLE: ItemKind.MULTIPLE,
    ListedKind.NUMBER: ItemKind.NUMBER,
    ListedKind.TEXT: ItemKind.TEXT,
}
_TITLE = Text("PHIẾU KHẢO SÁT", "SURVEY")
_SECTION = Text("Câu hỏi", "Questions")
_INSTRUCTIONS = Text(
    "Với mỗi câu, xin Ông/Bà đánh dấu vào một ô phù hợp nhất với ý kiến của mình, trừ câu có ghi được chọn nhiều ô.",
    "For each question please mark the one box that fits your opinion best, unless it says that several may be chosen.",
)
_HINT = re.compile(r"(.*\S)\s*\(([^()]{1,80})\)\s*([?:.]?)")
_NPS_ENDS = {"0": Text("Chắc chắn không", "Not at all likely"), "10": Text("Chắc chắn có", "Extremely likely")}


@dataclass(frozen=True, slots=True)
class FormWish:
    """What a person says about a form beside its questions.

    Attributes:
        template_id: Its id; empty: made of the title.
        title: Printed at the top; empty: that of the list, else a usual one.
    """

    template_id: str = ""
    title: str = ""


@dataclass(slots=True)
class _Maker:
    """Gathers the scales that items share."""

    language: Language
    scales: dict[tuple[str, ...], Scale] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def text(self, words: str) -> Text:
        """Return a text of the list, which is in one language; a usual one is known in the other as well."""
        printed = _printable(words)
        usual = USUAL_LABELS.get(printed.casefold())
        if usual is not None and usual.in_language(self.language).casefold() == printed.casefold():
            return Text(printed, usual.en) if self.language is Language.VIETNAMESE else Text(usual.vi, printed)
        return Text(printed) if self.language is Language.VIETNAMESE else Text(printed, printed)

    def item(self, listed: ListedItem) -> Item:
        """Return an item; its id is made of its number."""
        label = self.text(_without_hint(listed.text) if listed.kind is ListedKind.MULTIPLE else listed.text)
        item_id = ItemId(self._item_id(listed.number))
        kind = _KINDS.get(listed.kind, ItemKind.SINGLE)
        number = _printable(listed.number)
        match listed.kind:
            case ListedKind.TEXT:
                return Item(item_id, kind, label, number=number, lines=listed.lines)
            case ListedKind.NUMBER:
                return Item(item_id, kind, label, number=number, digits=listed.digits)
            case ListedKind.NPS:
                scale = self._nps()
                return Item(item_id, kind, label, scale.options, number, scale.scale_id)
        levels = levels_of(listed.options, listed.codes or [""] * len(listed.options))
        options = self._options(listed, levels)
        scale_kind = _scale_kind(listed, levels)
        if scale_kind is None:
            return Item(item_id, kind, label, options, number, max_choices=_cap(listed))
        scale = self._scale(options, scale_kind, levels)
        return Item(item_id, kind, label, scale.options, number, scale.scale_id)

    def _item_id(self, number: str) -> str:
        code = code_of(number, "_")
        wanted = (f"q{code}" if code[:1].isdigit() else code) or f"q{len(self.ids) + 1}"
        self.ids.add(made := unused_code(wanted, self.ids))
        return made

    def _options(self, listed: ListedItem, levels: Levels) -> tuple[Option, ...]:
        is_scale = _scale_kind(listed, levels) is not None and listed.kind is not ListedKind.YES_NO
        values = levels.values if is_scale else tuple(str(place) for place in range(1, len(listed.options) + 1))
        return tuple(
            Option(
                value,
                self.text(label or str(place)),
                is_not_applicable=excluded and len(listed.options) > 2,
                has_write_in=not is_scale and wordings.WRITE_IN.search(folded(label)) is not None,
            )
            for place, (value, label, excluded) in enumerate(
                zip(values, listed.options, levels.not_applicable, strict=True), start=1
            )
        )

    def _scale(self, options: tuple[Option, ...], kind: ScaleKind, levels: Levels) -> Scale:
        key = (kind, *(option.label.vi.casefold() for option in options))
        if key not in self.scales:
            satisfied, dissatisfied = levels.satisfied, levels.dissatisfied
            if kind is ScaleKind.SATISFACTION and not satisfied:
                satisfied, dissatisfied = _halves(options)
            self.scales[key] = Scale(self._scale_id(kind), kind, options, satisfied, dissatisfied)
        return self.scales[key]

    def _nps(self) -> Scale:
        key = (ScaleKind.NPS.value,)
        if key not in self.scales:
            digits = [str(digit) for digit in range(11)]
            options = tuple(Option(digit, _NPS_ENDS.get(digit, Text(digit, digit))) for digit in digits)
            self.scales[key] = Scale(
                self._scale_id(ScaleKind.NPS), ScaleKind.NPS, options, frozenset(("9", "10")), frozenset(digits[:7])
            )
        return self.scales[key]

    def _scale_id(self, kind: ScaleKind) -> str:
        name = "yes_no" if kind is ScaleKind.NOMINAL else kind.value
        return unused_code(name, {scale.scale_id for scale in self.scales.values()})


def build_form(found: QuestionList, wish: FormWish = FormWish()) -> FormTemplate:
    """Return the definition of a form with the questions of a list, which has one at least; its pages are not set.

    Args:
        found: The list; its language is the form's.
        wish: What else is said about it.
    """
    maker = _Maker(found.language)
    title = _title(wish.title, maker) or (maker.text(_lines(found.title)) if found.title else _TITLE)
    sections: list[Section] = []
    for listed in found.sections:
        sections.append(_section(listed, maker, {section.section_id for section in sections}))
    scales = tuple(maker.scales.values())
    satisfaction = {scale.scale_id for scale in scales if scale.kind is ScaleKind.SATISFACTION}
    overall = _overall(sections, satisfaction)
    factors = _factors(sections, satisfaction, overall)
    return FormTemplate(
        template_id=wish.template_id or template_id_of(title, found.language),
        version=1,
        title=title,
        sections=tuple(replace(section, is_factor=section.section_id in factors) for section in sections),
        scales=scales,
        instructions=maker.text(found.instructions) if found.instructions else _INSTRUCTIONS,
        closing=maker.text(found.closing) if found.closing else Text(""),
        language=found.language,
        overall_item=overall,
        typesetting=NEW_TYPESETTING,
        taking_back=PRINTED_ON_BOXES,
    )


def _title(wished: str, maker: _Maker) -> Text | None:
    """Return the title that a person wishes, whose signs are not left out: what cannot be printed is told them."""
    words = _lines(wished)
    if not words:
        return None
    return Text(words) if maker.language is Language.VIETNAMESE else Text(words, words)


def template_id_of(title: Text, language: Language) -> str:
    """Return an id made of a title: its first words, as far as they fit beside the page code."""
    words = code_of(title.in_language(language), " ", longest=200).split()
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:_LONGEST_ID]
        if len(longer) > _LONGEST_ID:
            break
        made = longer
    return made or "form"


def _section(listed: ListedSection, maker: _Maker, taken: set[str]) -> Section:
    title = maker.text(listed.title) if _printable(listed.title) else _SECTION
    code = code_of(listed.title, "_", longest=24)
    section_id = code if code[:1].isalpha() else f"s_{code}".strip("_")
    intro = maker.text(listed.intro) if listed.intro else Text("")
    return Section(unused_code(section_id, taken), title, tuple(map(maker.item, listed.items)), intro)


def _scale_kind(listed: ListedItem, levels: Levels) -> ScaleKind | None:
    """Return as what options are shared by items; None for options of one item."""
    if listed.kind is ListedKind.SATISFACTION:
        return ScaleKind.SATISFACTION
    if listed.kind is ListedKind.YES_NO:
        return ScaleKind.NOMINAL
    is_ordered = listed.kind is ListedKind.SINGLE and levels.kind in (ScaleKind.ORDINAL, ScaleKind.SATISFACTION)
    is_worded = levels.is_direction_known or all(option.isdigit() for option in listed.options)
    return ScaleKind.ORDINAL if is_ordered and is_worded else None


def _halves(options: Sequence[Option]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the higher and the lower values of levels whose words do not say which are good."""
    values = sorted((option for option in options if not option.is_not_applicable), key=lambda each: each.value_order)
    share = max(len(values) // 2, 1)
    low, high = values[:share], values[max(len(values) - share, share) :] or values[-1:]
    return frozenset(each.value for each in high), frozenset(each.value for each in low if each not in high)


def _cap(listed: ListedItem) -> int | None:
    if listed.kind is not ListedKind.MULTIPLE or listed.max_choices is None:
        return None
    return min(listed.max_choices, len(listed.options))


def _overall(sections: Sequence[Section], satisfaction: set[str]) -> ItemId | None:
    """Return the item that asks about everything together, if exactly one does."""
    items = [item for section in sections for item in section.items if item.scale_id in satisfaction]
    about_all = [item.item_id for item in items if wordings.ABOUT_ALL.search(folded(item.label.vi))]
    return about_all[0] if len(about_all) == 1 and len(items) > 1 else None


def _factors(sections: Sequence[Section], satisfaction: set[str], overall: ItemId | None) -> set[str]:
    """Return the sections that count in the index: all of whose items are rated, else those that have such items."""
    rated: dict[str, list[bool]] = {
        section.section_id: [item.scale_id in satisfaction for item in section.items if item.item_id != overall]
        for section in sections
    }
    whole = {section_id for section_id, items in rated.items() if items and all(items)}
    return whole or {section_id for section_id, items in rated.items() if any(items)}


def _without_hint(text: str) -> str:
    """Return a question without how many may be chosen, in brackets at its end: the form says that by itself."""
    found = _HINT.fullmatch(text)
    return f"{found[1]}{found[3]}" if found is not None and takes_several(found[2]) else text


def _printable(text: str) -> str:
    gone = {ord(sign): None for sign in letters_without_glyph(text, Typeface.SERIF)}
    return " ".join(text.translate(gone).split())


def _lines(text: str) -> str:
    return " ".join(text.split())
