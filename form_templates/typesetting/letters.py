"""Which texts of a form hold signs that its typeface cannot print: they would be missing on paper. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, Option, Text
from form_templates.typesetting.fonts import letters_without_glyph

_MOST_SIGNS = 10  # that a finding names


@dataclass(frozen=True, slots=True)
class _Printed:
    """A text of a form.

    Attributes:
        words: As they are printed.
        place: In the definition, as ``validation`` names places.
        name: What it belongs to; may be empty.
    """

    words: str
    place: str
    name: str = ""


def check_letters(template: FormTemplate, findings: FindingList) -> None:
    """Report each text of a form that we print with signs that have no glyph, at its place."""
    texts = list(_printed_texts(template))
    typeface = template.typesetting.typeface
    if not letters_without_glyph("".join(each.words for each in texts), typeface):
        return  # nearly always, and told at once
    for each in texts:
        if signs := letters_without_glyph(each.words, typeface):
            named = " ".join(map(_named, signs[:_MOST_SIGNS]))
            findings.add(each.place, Fact("cannot be printed in this typeface: {signs}", signs=named), each.name)


def _named(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"


def _printed_texts(template: FormTemplate) -> Iterator[_Printed]:
    def printed(text: Text, place: str, name: str = "") -> _Printed:
        return _Printed(text.in_language(template.language), place, name)

    yield printed(template.title, "title")
    yield printed(template.subtitle, "subtitle")
    yield printed(template.instructions, "instructions")
    yield printed(template.closing, "closing")
    yield printed(template.organisation, "organisation")
    yield printed(template.motto, "motto")
    used = {item.scale_id for item in template.items()}
    for number, scale in enumerate(template.scales, start=1):
        for option in scale.options if scale.scale_id in used else ():
            yield printed(option.label, f"scale[{number}].label", scale.scale_id)
    for number, section in enumerate(template.sections, start=1):
        yield printed(section.title, f"section[{number}].title", section.section_id)
        yield printed(section.intro, f"section[{number}].intro", section.section_id)
        yield printed(section.group, f"section[{number}].group", section.section_id)
        for position, item in enumerate(section.items, start=1):
            place = f"section[{number}].item[{position}]"
            yield _Printed(item.number, f"{place}.number", item.item_id)
            yield printed(item.label, f"{place}.label", item.item_id)
            for option in _own_options(item):
                yield printed(option.label, f"{place}.label", f"{item.item_id}={option.value}")


def _own_options(item: Item) -> tuple[Option, ...]:
    return item.options if item.scale_id is None else ()
