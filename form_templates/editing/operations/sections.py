"""Sections: their words, their order, several made one, one made two, whether they count in the index."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from form_templates.editing.edit import Edit
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import (
    found_item,
    found_section,
    inserted,
    reworded,
    sound_text,
    with_section,
    without_items,
)
from form_templates.editing.operations.references import following, new_section_id
from form_templates.facts import Fact
from form_templates.model import FormTemplate, ItemId, Language, Section, Text


class SectionText(StrEnum):
    """A text of a section, by the name it has there."""

    TITLE = "title"
    INTRO = "intro"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class AddSection(Edit):
    """Put a new section, without items, among the others."""

    kind: ClassVar[str] = "section.add"

    index: int
    section_id: str
    title: Text

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        sound_text(self.title)
        section = Section(new_section_id(template, self.section_id), self.title, ())
        return replace(template, sections=inserted(template.sections, self.index, (section,)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('section "{section_id}" added', section_id=self.section_id)


@dataclass(frozen=True, slots=True)
class RewordSection(Edit):
    """Word the title, the sentence under it, or the heading above a group of sections otherwise in one language."""

    kind: ClassVar[str] = "section.text"

    section_id: str
    part: SectionText
    language: Language
    words: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        match self.part:
            case SectionText.TITLE:
                section = replace(section, title=reworded(section.title, self.language, self.words))
            case SectionText.INTRO:
                section = replace(section, intro=reworded(section.intro, self.language, self.words))
            case SectionText.GROUP:
                section = replace(section, group=reworded(section.group, self.language, self.words))
        return with_section(template, section)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('wording of section "{section_id}" changed', section_id=self.section_id)

    def merged_with(self, later: Edit) -> Edit | None:
        is_alike = isinstance(later, RewordSection) and replace(later, words=self.words) == self
        return later if is_alike else None


@dataclass(frozen=True, slots=True)
class ChangeSectionId(Edit):
    """Give a section another id."""

    kind: ClassVar[str] = "section.id"

    section_id: str
    new_id: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        new_id = new_section_id(template, self.new_id)
        sections = (replace(each, section_id=new_id) if each is section else each for each in template.sections)
        return replace(template, sections=tuple(sections))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('"{item_id}" is now "{new_id}"', item_id=self.section_id, new_id=self.new_id)


@dataclass(frozen=True, slots=True)
class MoveSection(Edit):
    """Bring a section with its items before that of the others at ``index``."""

    kind: ClassVar[str] = "section.move"

    section_id: str
    index: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        others = tuple(each for each in template.sections if each is not section)
        return replace(template, sections=inserted(others, self.index, (section,)))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('section "{section_id}" moved', section_id=self.section_id)


@dataclass(frozen=True, slots=True)
class MergeSections(Edit):
    """Make several sections one: the first keeps its texts and takes the items of the others, in the order given."""

    kind: ClassVar[str] = "sections.merge"

    section_ids: tuple[str, ...]

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        sections = [found_section(template, each) for each in dict.fromkeys(self.section_ids)]
        if len(sections) < 2:
            raise EditRefused(Fact("there must be two sections or more to make one of them"))
        first, *others = sections
        merged = replace(first, items=sum((each.items for each in others), first.items))
        gone = {each.section_id for each in others}
        kept = tuple(each for each in template.sections if each.section_id not in gone)
        return with_section(replace(template, sections=kept), merged)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("{count} sections made one", count=len(self.section_ids))


@dataclass(frozen=True, slots=True)
class SplitSection(Edit):
    """Begin a new section with an item: it and those after it go there."""

    kind: ClassVar[str] = "section.split"

    item_id: ItemId
    new_id: str
    title: Text

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        item = found_item(template, self.item_id)
        sound_text(self.title)
        section = template.section_of(item.item_id)
        at = section.items.index(item)
        if at == 0:
            raise EditRefused(Fact('section "{section_id}" begins there already', section_id=section.section_id))
        new_id = new_section_id(template, self.new_id)
        begun = replace(section, section_id=new_id, title=self.title, items=section.items[at:], intro=Text(""))
        place = template.sections.index(section)
        parts = (replace(section, items=section.items[:at]), begun)
        return replace(template, sections=(*template.sections[:place], *parts, *template.sections[place + 1 :]))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('new section begun at "{item_id}"', item_id=self.item_id)


@dataclass(frozen=True, slots=True)
class SetFactor(Edit):
    """Say whether the items of a section count in the satisfaction index."""

    kind: ClassVar[str] = "section.factor"

    section_id: str
    is_factor: bool

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        return with_section(template, replace(section, is_factor=self.is_factor))

    def describe(self, template: FormTemplate) -> Fact:
        if self.is_factor:
            return Fact('section "{section_id}" counts in the index', section_id=self.section_id)
        return Fact('section "{section_id}" does not count in the index', section_id=self.section_id)


@dataclass(frozen=True, slots=True)
class DeleteSection(Edit):
    """Delete a section with its items, their areas and all that refers to them; the last one stays."""

    kind: ClassVar[str] = "section.delete"

    section_id: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        section = found_section(template, self.section_id)
        if len(template.sections) == 1:
            raise EditRefused(Fact("a form must keep a section"))
        gone = {item.item_id for item in section.items}
        template = without_items(template, gone)
        kept = tuple(each for each in template.sections if each.section_id != self.section_id)
        return following(replace(template, sections=kept), dict.fromkeys(gone))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact('section "{section_id}" deleted', section_id=self.section_id)
