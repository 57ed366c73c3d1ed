"""What is wrong with a form while it is being edited, and which area, question, section or scale it concerns.

The checks and their sentences are those of ``validation``; here each gets its place in the form instead of in a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.editing.edit import AreaRef, named_places
from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Item, ItemId, PageLayout, Text
from form_templates.validation import check_areas_against_items, check_definition, check_page, check_page_numbers

_PART = re.compile(r"(section|scale|item|pages|options)\[(\d+)\]")
_NO_FILE = Path("template")


@dataclass(frozen=True, slots=True)
class FormFinding:
    """Something that is wrong with a form, and where.

    Attributes:
        message: One sentence, as ``validation`` says it.
        item_id: The question it concerns; None if none.
        option: The value of the option it concerns; empty if none.
        section_id: The section it concerns, or that holds the question; None if none.
        scale_id: The scale it concerns; None if none.
        page: The page it concerns; None if none or several.
        refs: The areas it concerns, to be shown on the page.
        part: Which property of all that: ``label``, ``max_choices``, ``asked_if``, ``is_factor``; may be empty.
    """

    message: str
    item_id: ItemId | None = None
    option: str = ""
    section_id: str | None = None
    scale_id: str | None = None
    page: int | None = None
    refs: tuple[AreaRef, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding with the place that ``validation`` gives it."""

    key_path: str
    message: str
    name: str


@dataclass(slots=True)
class _ToldList(FindingList):
    """Keeps places as they are told, instead of making lines of a file of them."""

    told: list[_Told] = field(default_factory=list)

    def add(self, key_path: str, message: str, name: str = "") -> None:
        """Note a mistake, see ``FindingList.add``."""
        self.told.append(_Told(key_path, message, name))


class FormChecker:
    """Checks one form after another of an editing, each time only what changed since.

    Args:
        is_typeset: Whether we print the form, so that its names and values have to suit that; otherwise it was made
            elsewhere. Its places are checked only where it has pages.
    """

    def __init__(self, *, is_typeset: bool) -> None:
        self._is_typeset = is_typeset
        self._pages: list[tuple[PageLayout, tuple[_Told, ...]]] = []

    def check(self, template: FormTemplate) -> tuple[FormFinding, ...]:
        """Return all that is wrong with a form, what concerns the questions first."""
        found = _ToldList(_NO_FILE)
        check_definition(template, found, has_foreign_ids=not self._is_typeset)
        if self._is_typeset:
            from form_templates.typesetting.letters import check_letters  # heavy, and not needed for other forms

            check_letters(template, found)
        told = [*_empty_texts(template), *found.told]
        if template.pages:
            whole = _ToldList(_NO_FILE)
            check_page_numbers([page.number for page in template.pages], whole)
            check_areas_against_items(template, whole)
            told += [*whole.told, *self._of_pages(template)]
        places = _Places(template)
        return tuple(places.finding(each) for each in told)

    def _of_pages(self, template: FormTemplate) -> Iterator[_Told]:
        known = {id(page): told for page, told in self._pages}  # which keep their pages, so that no id is another's
        self._pages = [(page, known.get(id(page)) or _of_page(page)) for page in template.pages]
        for _page, told in self._pages:
            yield from told


def _of_page(page: PageLayout) -> tuple[_Told, ...]:
    found = _ToldList(_NO_FILE)
    check_page(page, found)
    return tuple(found.told)


def _empty_texts(template: FormTemplate) -> Iterator[_Told]:
    """Yield the texts that a definition must have; who reads a file asks for them before anything is checked."""

    def told(text: Text, place: str, name: str) -> Iterator[_Told]:
        if not text.vi.strip():
            yield _Told(place, Fact("must not be empty"), name)

    yield from told(template.title, "title", "")
    for number, scale in enumerate(template.scales, start=1):
        for option in scale.options:
            yield from told(option.label, f"scale[{number}].label", scale.scale_id)
    for number, section in enumerate(template.sections, start=1):
        yield from told(section.title, f"section[{number}].title", section.section_id)
        for position, item in enumerate(section.items, start=1):
            place = f"section[{number}].item[{position}].label"
            yield from told(item.label, place, item.item_id)
            for option in item.options if item.scale_id is None else ():
                yield from told(option.label, place, f"{item.item_id}={option.value}")


class _Places:
    """Finds what of a form the places of ``validation`` mean."""

    def __init__(self, template: FormTemplate) -> None:
        self._template = template
        self._refs: dict[ItemId, list[AreaRef]] = {}

    def finding(self, told: _Told) -> FormFinding:
        """Return a finding with its place in the form."""
        numbers = {name: int(number) for name, number in _PART.findall(told.key_path)}
        part = told.key_path.rpartition(".")[2] if "." in told.key_path else told.key_path
        part = "" if "[" in part or part == "pages" else part
        if told.key_path.startswith("pages"):
            return self._on_paper(told, numbers.get("pages"))
        if "scale" in numbers:
            scales = self._template.scales[numbers["scale"] - 1 : numbers["scale"]]
            return FormFinding(told.message, scale_id=scales[0].scale_id if scales else None, part=part)
        if "section" not in numbers:
            overall = self._template.overall_item if part == "overall_item" else None
            return FormFinding(told.message, item_id=overall, part=part)
        return self._in_section(told, numbers, part)

    def _in_section(self, told: _Told, numbers: dict[str, int], part: str) -> FormFinding:
        section = self._template.sections[numbers["section"] - 1]
        if "item" not in numbers:
            return FormFinding(told.message, section_id=section.section_id, part=part)
        item = section.items[numbers["item"] - 1]
        option = told.name.partition("=")[2]
        if "options" in numbers:
            option = item.options[numbers["options"] - 1].value
        refs = self._refs_of(item.item_id, option)
        return FormFinding(
            told.message, item.item_id, option, section.section_id, item.scale_id, _page(refs), refs, part
        )

    def _on_paper(self, told: _Told, page: int | None) -> FormFinding:
        item_id, _, option = told.name.partition("=")
        if not item_id:
            return FormFinding(told.message, page=page)
        refs = self._refs_of(ItemId(item_id), option, page)
        if isinstance(told.message, Fact) and "other" in told.message.values:
            other_id, _, other_option = str(told.message.values["other"]).partition("=")
            refs += self._refs_of(ItemId(other_id), other_option, page)
        section_id, item = self._section_and_item(ItemId(item_id))
        scale_id = item.scale_id if item else None
        return FormFinding(
            told.message, ItemId(item_id), option, section_id, scale_id, page if page else _page(refs), refs
        )

    def _section_and_item(self, item_id: ItemId) -> tuple[str | None, Item | None]:
        for section in self._template.sections:
            for item in section.items:
                if item.item_id == item_id:
                    return section.section_id, item
        return None, None

    def _refs_of(self, item_id: ItemId, option: str, page: int | None = None) -> tuple[AreaRef, ...]:
        """Return the areas of an option, or of a whole item; for an item that is written in, its field."""
        if not self._refs:
            for each in self._template.pages:
                for ref, place in named_places(each):
                    self._refs.setdefault(place.item_id, []).append(ref)
        found = (ref for ref in self._refs.get(item_id, ()) if page in (None, ref.page))
        return tuple(ref for ref in found if not option or ref.option == option)


def _page(refs: tuple[AreaRef, ...]) -> int | None:
    pages = {ref.page for ref in refs}
    return pages.pop() if len(pages) == 1 else None
