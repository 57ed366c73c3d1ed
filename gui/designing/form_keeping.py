"""Where a form goes that is saved: into the folder it came from, or into its survey as another version."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from form_templates.editing.edit import AreaRef
from form_templates.model import FormKey, FormTemplate
from gui.designing.form_folder import AreaDoubts, save_form
from omr.forms.form_versions import as_editable, keep_form
from omr.survey.folder import Survey
from omr.survey.forms import form_folder


class FormKeeping(Protocol):
    """Keeps a form; both are called off the GUI thread."""

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return a form as it may be changed."""
        ...

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Keep a form without findings; returns the folder that holds it now."""
        ...


class FolderKeeping:
    """Keeps a form in its folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return the form: it is changed itself."""
        return template

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Write it, see ``save_form``."""
        save_form(self._folder, template, doubts)
        return self._folder


class SurveyKeeping:
    """Keeps a form of a survey: as it is, or as the next version where something rests on it.

    Attributes:
        kept: What the form is called in the survey since it was saved; None before.
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._drawn_on = survey.template.key
        self.kept: FormKey | None = None

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return the form as the version that saving makes."""
        return as_editable(self._survey, template)

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Keep it, see ``keep_form``; the copies of a survey hold no doubts."""
        del doubts
        self.kept = keep_form(self._survey, template, self._drawn_on).key
        return form_folder(self._survey.folder, self.kept)
