"""Where a form goes that is saved: into the folder it came from, or into its survey as another version."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from form_templates.editing.edit import AreaRef
from form_templates.layout_files import LAYOUT_NAME
from form_templates.loading import DEFINITION_NAME
from form_templates.model import FormKey, FormTemplate
from gui.designing.form_folder import AreaDoubts, save_form
from omr.forms.form_versions import as_editable, keep_form
from omr.survey.folder import Survey
from omr.survey.form_errors import FormChangedMeanwhile
from omr.survey.forms import form_folder


class FormKeeping(Protocol):
    """Keeps a form; both are called off the GUI thread."""

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return a form as it may be changed."""
        ...

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Keep a form without findings; returns the folder that holds it now."""
        ...


class _SeenFiles:
    """What the files of a form held when they were opened or saved here, so that nobody else's words are lost."""

    def __init__(self) -> None:
        self._seen: tuple[Path, tuple[bytes, ...]] | None = None

    def look(self, folder: Path) -> None:
        """Note what the files of a folder hold now."""
        self._seen = folder, _files_of(folder)

    def ensure_same(self, folder: Path) -> None:
        """Raise FormChangedMeanwhile if a folder that was looked at holds something else now; once for each change."""
        found = _files_of(folder)
        if self._seen is None or not any(found):
            return
        if self._seen != (folder, found):  # or another version is there that nobody here made
            self._seen = folder, found
            raise FormChangedMeanwhile(folder)


def _files_of(folder: Path) -> tuple[bytes, ...]:
    paths = (folder / DEFINITION_NAME, folder / LAYOUT_NAME)
    try:
        return tuple(path.read_bytes() if path.is_file() else b"" for path in paths)
    except OSError:
        return ()  # whoever writes there says why that cannot be done


class FolderKeeping:
    """Keeps a form in its folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = _SeenFiles()

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return the form: it is changed itself."""
        self._files.look(self._folder)
        return template

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Write it, see ``save_form``; raises ``FormChangedMeanwhile`` the first time if somebody else did."""
        self._files.ensure_same(self._folder)
        save_form(self._folder, template, doubts)
        self._files.look(self._folder)
        return self._folder


class SurveyKeeping:
    """Keeps a form of a survey: as it is, or as the next version where something rests on it.

    Attributes:
        kept: What the form is called in the survey since it was saved; None before.
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._drawn_on = survey.template.key
        self._files = _SeenFiles()
        self.kept: FormKey | None = None

    def as_editable(self, template: FormTemplate) -> FormTemplate:
        """Return the form as the version that saving makes."""
        self._files.look(form_folder(self._survey.folder, self._drawn_on))
        return as_editable(self._survey, template)

    def keep(self, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> Path:
        """Keep it, see ``keep_form``; the copies of a survey hold no doubts.

        Raises ``FormChangedMeanwhile`` the first time if somebody else changed the version that it would replace.
        """
        del doubts
        self._files.ensure_same(form_folder(self._survey.folder, template.key))
        self.kept = keep_form(self._survey, template, self._drawn_on).key
        folder = form_folder(self._survey.folder, self.kept)
        self._files.look(folder)
        return folder
