"""What the printed instruction of a form says about taking back a mark."""

from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit
from form_templates.facts import Fact
from form_templates.model import FormTemplate
from form_templates.taking_back import BlackenedBox, RingedMark


@dataclass(frozen=True, slots=True)
class SetBlackenedBox(Edit):
    """Say what a blackened box means on the form."""

    kind: ClassVar[str] = "form.blackened"

    means: BlackenedBox

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return replace(template, taking_back=replace(template.taking_back, blackened=self.means))

    def describe(self, template: FormTemplate) -> Fact:
        return {
            BlackenedBox.UNSAID: Fact("what a blackened box means left unsaid"),
            BlackenedBox.WITHDRAWN: Fact("a blackened box means a mark taken back"),
            BlackenedBox.CHOSEN: Fact("a blackened box means that it is chosen"),
        }[self.means]


@dataclass(frozen=True, slots=True)
class SetRingedMark(Edit):
    """Say what a ring around a mark means on the form."""

    kind: ClassVar[str] = "form.ringed"

    means: RingedMark

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return replace(template, taking_back=replace(template.taking_back, ringed=self.means))

    def describe(self, template: FormTemplate) -> Fact:
        return {
            RingedMark.UNSAID: Fact("what a ring around a mark means left unsaid"),
            RingedMark.WITHDRAWN: Fact("a ring around a mark means that it is taken back"),
        }[self.means]
