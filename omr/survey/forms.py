"""The forms of a survey: one that it began with, and those that were added since."""

import filecmp
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from form_templates.loading import blank_images, load_template
from form_templates.model import FormKey, FormTemplate
from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.survey.form_errors import UnknownForm
from omr.survey.settings import SurveySettings
from omr.wording import counted

PRINTED_NAME = "printed"
"""A file in the folder of a form that was printed for no unit in particular, which no serial number tells."""


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """One form and the folder with its frozen copy."""

    template: FormTemplate
    folder: Path


@dataclass(frozen=True, slots=True)
class SurveyForms:
    """All forms of a survey, first the one that it began with."""

    all: tuple[SurveyForm, ...]

    def __str__(self) -> str:
        return ", ".join(f"{each.template_id} ({counted(len(each.pages), 'page')} a form)" for each in self.templates)

    @classmethod
    def load(cls, survey_folder: Path, settings: SurveySettings) -> "SurveyForms":
        """Load the frozen copies.

        Raises:
            form_templates.errors.TemplateError: One is missing or has mistakes.
        """
        folders = [form_folder(survey_folder, key) for key in settings.forms]
        return cls(tuple(SurveyForm(load_template(folder), folder) for folder in folders))

    @property
    def first(self) -> SurveyForm:
        """The one that the survey began with."""
        return self.all[0]

    @property
    def templates(self) -> tuple[FormTemplate, ...]:
        """What they ask."""
        return tuple(form.template for form in self.all)

    @property
    def keys(self) -> tuple[FormKey, ...]:
        """What names them."""
        return tuple(form.template.key for form in self.all)

    @property
    def are_several(self) -> bool:
        """Whether there is a choice."""
        return len(self.all) > 1

    def get(self, key: FormKey) -> SurveyForm | None:
        """Return the form of this id and version; None if the survey has none."""
        return next((form for form in self.all if form.template.key == key), None)

    def of_page(self, key: FormKey) -> SurveyForm | None:
        """Return the form of a page that was read; in a survey of one form every page is of that."""
        return self.get(key) if self.are_several else self.first

    def named(self, name: str) -> SurveyForm:
        """Return the form that a person names, by id and version (``sipas-2020-v2``) or by an id that only one has.

        Raises:
            UnknownForm: There is none, or more than one.
        """
        found = [form for form in self.all if name in (str(form.template.key), form.template.template_id)]
        exact = [form for form in found if name == str(form.template.key)]
        if len(exact or found) != 1:
            raise UnknownForm(name, self.keys)
        return (exact or found)[0]

    def earlier_versions(self, key: FormKey) -> tuple[SurveyForm, ...]:
        """Return the earlier versions of a form that are on the very same paper, so that people were asked the same."""
        form = self.get(key)
        if form is None:
            return ()
        others = (other for other in self.all if other.template.template_id == key.template_id)
        return tuple(other for other in others if other.template.version < key.version and _is_same_paper(form, other))

    def newest_version(self, key: FormKey) -> SurveyForm | None:
        """Return the latest version of a form on the same paper, perhaps itself; it takes the pages that come."""
        later = (
            other
            for other in self.all
            if any(each.template.key == key for each in self.earlier_versions(other.template.key))
        )
        return max(later, key=lambda other: other.template.version, default=self.get(key))

    def among(self, keys: Sequence[FormKey]) -> "SurveyForms":
        """Return those of these names, in that order; all if they are none of this survey's."""
        found = tuple(form for key in keys if (form := self.get(key)) is not None)
        return SurveyForms(found) if found else self


def seen_by(template: FormTemplate, pages: Iterable[DeliveredPage]) -> list[DeliveredPage]:
    """Return delivered pages as one form of several sees them: those that were read by another have that outcome."""
    return [_as_other(page) if _is_of_other(page, template.key) else page for page in pages]


def form_folder(survey_folder: Path, key: FormKey) -> Path:
    """Return where a survey keeps the frozen copy of a form."""
    return survey_folder / "templates" / str(key)


def _is_same_paper(one: SurveyForm, other: SurveyForm) -> bool:
    pictures = blank_images(one.folder, one.template), blank_images(other.folder, other.template)
    pairs = list(zip(*pictures, strict=False))
    is_as_long = len(pictures[0]) == len(pictures[1]) > 0
    return is_as_long and all(_is_same_file(*pair) for pair in pairs)


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False


def _is_of_other(page: DeliveredPage, key: FormKey) -> bool:
    return page.outcome is PageOutcome.READ and page.identity is not None and page.identity.form != key


def _as_other(page: DeliveredPage) -> DeliveredPage:
    assert page.identity is not None, "it was read"
    return replace(page, outcome=PageOutcome.OTHER_FORM, detail=str(page.identity.form))
