"""Adds a form to the survey that is open: asks which, adds it in the background, and tells."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from form_templates.loading import ShippedTemplate, list_templates
from form_templates.model import FormTemplate
from gui.form.add_form_dialog import AddFormDialog
from gui.preferences import Preferences
from gui.widgets import dialogs
from gui.workspace import Workspace
from omr.forms.more_forms import add_form


class FormAdding(QObject):
    """Emits ``added(FormKey)``; the survey must be opened anew to know the form."""

    added = Signal(object)

    def __init__(self, workspace: Workspace, preferences: Preferences, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._preferences = preferences
        self._owner = owner

    def ask(self) -> None:
        """Ask which form; the shipped ones are typeset first, off the GUI thread."""
        job = self._workspace.jobs.start(lambda _report, _cancel: list_templates())
        job.succeeded.connect(self._show_dialog)
        job.failed.connect(lambda error: dialogs.show_error(self._owner, error))

    def _show_dialog(self, templates: Sequence[ShippedTemplate]) -> None:
        survey, language = self._workspace.survey, self._preferences.language
        folder, jobs = self._preferences.last_folder, self._workspace.picture_jobs
        dialog = AddFormDialog(templates, survey.forms.keys, language, folder, jobs, self._owner)
        dialog.confirmed.connect(lambda source: self._add(source, dialog))
        dialog.open()

    def _add(self, source: str | Path, dialog: AddFormDialog) -> None:
        survey = self._workspace.survey
        dialog.setEnabled(False)
        job = self._workspace.jobs.start(lambda _report, _cancel: add_form(survey, source))
        job.succeeded.connect(dialog.accept)
        job.succeeded.connect(self._on_added)
        job.failed.connect(lambda error: dialogs.show_error(dialog, error))
        job.ended.connect(lambda: dialog.setEnabled(True))

    def _on_added(self, template: FormTemplate) -> None:
        self.added.emit(template.key)
