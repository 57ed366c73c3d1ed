"""The form's own texts: title, header and instructions, its language, its name and version."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from form_templates.editing.edit import Edit
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import reworded, sound_words
from form_templates.facts import Fact
from form_templates.model import FormTemplate, Language
from form_templates.text_files import shortened
from form_templates.validation import is_template_id

_MOST_VERSIONS = 10_000


class FormText(StrEnum):
    """A text of the form, by the name it has there."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    INSTRUCTIONS = "instructions"
    CLOSING = "closing"
    ORGANISATION = "organisation"
    MOTTO = "motto"


@dataclass(frozen=True, slots=True)
class RewordForm(Edit):
    """Word a text of the form otherwise in one language; an empty one is not printed."""

    kind: ClassVar[str] = "form.text"

    part: FormText
    language: Language
    words: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        match self.part:
            case FormText.TITLE:
                return replace(template, title=reworded(template.title, self.language, self.words))
            case FormText.SUBTITLE:
                return replace(template, subtitle=reworded(template.subtitle, self.language, self.words))
            case FormText.INSTRUCTIONS:
                return replace(template, instructions=reworded(template.instructions, self.language, self.words))
            case FormText.CLOSING:
                return replace(template, closing=reworded(template.closing, self.language, self.words))
            case FormText.ORGANISATION:
                return replace(template, organisation=reworded(template.organisation, self.language, self.words))
            case FormText.MOTTO:
                return replace(template, motto=reworded(template.motto, self.language, self.words))

    def describe(self, template: FormTemplate) -> Fact:
        return {
            FormText.TITLE: Fact("title changed"),
            FormText.SUBTITLE: Fact("line under the title changed"),
            FormText.INSTRUCTIONS: Fact("instructions changed"),
            FormText.CLOSING: Fact("closing line changed"),
            FormText.ORGANISATION: Fact("name of the institution changed"),
            FormText.MOTTO: Fact("national heading changed"),
        }[self.part]

    def merged_with(self, later: Edit) -> Edit | None:
        is_alike = isinstance(later, RewordForm) and replace(later, words=self.words) == self
        return later if is_alike else None


@dataclass(frozen=True, slots=True)
class SetNote(Edit):
    """Write down what those who maintain the template should know."""

    kind: ClassVar[str] = "form.note"

    note: str

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return replace(template, note=sound_words(self.note))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("note changed")

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetNote) else None


@dataclass(frozen=True, slots=True)
class SetLanguage(Edit):
    """Say in which language the form is printed."""

    kind: ClassVar[str] = "form.language"

    language: Language

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return replace(template, language=self.language)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("language of the form changed")


@dataclass(frozen=True, slots=True)
class ChangeFormKey(Edit):
    """Give the form another id or version: pages that were read by the old one stay with that."""

    kind: ClassVar[str] = "form.key"

    template_id: str
    version: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        if not is_template_id(self.template_id):
            raise EditRefused(Fact('"{name}" is not the name of a template', name=shortened(self.template_id)))
        if not 1 <= self.version <= _MOST_VERSIONS:
            raise EditRefused(Fact("a version is a number from 1 to {most}", most=_MOST_VERSIONS))
        return replace(template, template_id=self.template_id, version=self.version)

    def describe(self, template: FormTemplate) -> Fact:
        return Fact(
            'the form is now "{template_id}", version {version}', template_id=self.template_id, version=self.version
        )

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, ChangeFormKey) else None
